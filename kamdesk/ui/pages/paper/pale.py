"""A column that is pale as a whole while nothing in it can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

_PALE = 0.45  # of what it is else


class Pale(QWidget):
    """Its lists and boxes paint themselves and would look as if they could be used."""

    def __init__(self) -> None:
        super().__init__()
        self.effect = QGraphicsOpacityEffect(self)
        self.effect.setOpacity(_PALE)
        self.effect.setEnabled(False)
        self.setGraphicsEffect(self.effect)

    def changeEvent(self, event: QEvent) -> None:
        """Grow pale, or come back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.effect.setEnabled(not self.isEnabled())
