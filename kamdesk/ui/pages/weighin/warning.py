"""A sentence that speaks against a target, with the button that mends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kamdesk.client.targets import Objection, Warned
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.words import N_, NC_

_WAYS = {
    Objection.LATE: "day",
    Objection.UNKNOWN: "see",
    Objection.BELOW: "drop",
    Objection.FAST: "lower",
    Objection.UNPLANNED: "plan",
    Objection.BEHIND: "suggest",
    Objection.TOO_FAR: "suggest",
    Objection.UNSERVING: "serve",
}
_LABELS = {
    "day": NC_("target", "New day"),
    "see": NC_("target", "To the row"),
    "drop": NC_("target", "Drop it"),
    "lower": N_("Aim at {level}"),
    "plan": NC_("target", "Plan"),
    "suggest": NC_("target", "Suggest"),
    "serve": NC_("target", "Choose"),
}


def way_of(warned: Warned) -> str:
    """What mends a warning."""
    return _WAYS[warned.code]


class WarningLine(QWidget):
    """Icon, sentence, button."""

    mending = Signal(object)  # Warned

    def __init__(self, look: Look, warned: Warned) -> None:
        super().__init__()
        self._warned = warned
        px = look.theme.px
        icon = QLabel()
        icon.setPixmap(look.icons.pixmap("triangle-alert", "warn", px(14)))
        told = look.tell(warned.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(look, told, "small", "text2", wrap=True), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.button = Button(look, look.tr(_LABELS[way_of(warned)], level=warned.level), "third", small=True)
        self.button.setAccessibleDescription(told)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.mending.emit(self._warned)
