"""A sentence over the people map: why something could not be done. It goes with the next deed, or by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label

_STAYS = 9000  # ms


class MapNotice(Floating):
    """Never takes the keyboard."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, foot=True)
        px = look.theme.px
        icon = QLabel()
        icon.setPixmap(look.icons.pixmap("circle-alert", "bad"))
        self._words = Label(look, "", "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(14), px(8))
        row.setSpacing(px(10))
        row.addWidget(icon)
        row.addWidget(self._words, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self.hide)

    def say(self, words: str, *, top: bool = False) -> None:
        """Say why not, at the foot or at the top; "" takes the sentence away."""
        self._foot = not top
        self._words.setText(words)
        self.setAccessibleName(words)
        if not words:
            self.hide()
            return
        self.appear()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def words(self) -> str:
        """What it says, "" while it is not there."""
        return "" if self.isHidden() else self._words.text()
