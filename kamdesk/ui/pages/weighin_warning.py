"""A sentence that speaks against a target, with the button that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.words import N_, NC_, Said

# What mends a warning, by the sentence that client/targets.py says.
_WAYS = {
    "The day has passed and the target is not reached.": "day",
    "{dimension} is unknown: find out first.": "see",
    "{dimension} stands higher than that already.": "drop",
    "{dimension} {now} → {wanted} is too fast: {n} in that time at most.": "lower",
    "{dimension}: nothing is planned for it.": "plan",
    "Even when reached, it does not lead the rival by {lead}.": "suggest",
    "More than is needed: it has to beat the rival, not to be perfect.": "suggest",
    "It serves no order and no goal yet.": "serve",
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


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning, the way that mends it, and the dimension and level it speaks of."""

    said: Said
    way: str = ""
    dimension: Dimension | None = None
    level: int | None = None  # what to aim at instead


def warned_of(sentence: Said) -> Warned:
    """What a warning is about and how it is mended."""
    named = sentence.values.get("dimension")
    dimension = next((d for d in Dimension if isinstance(named, Said) and d.label == named.text), None)
    now, most = sentence.values.get("now"), sentence.values.get("n")
    level = min(5, now + most) if isinstance(now, int) and isinstance(most, int) else None
    return Warned(sentence, _WAYS.get(sentence.text, ""), dimension, level)


class WarningLine(QWidget):
    """Icon, sentence, button."""

    mending = Signal(object)  # Warned

    def __init__(self, look: Look, warned: Warned) -> None:
        super().__init__()
        self._warned = warned
        px = look.theme.px
        icon = QLabel()
        icon.setPixmap(look.icons.pixmap("triangle-alert", "warn", px(14)))
        icon.setContentsMargins(0, px(2), 0, 0)
        told = look.tell(warned.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(look, told, "small", "text2", wrap=True), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.button = Button(look, _label(warned, look), "third", small=True)
        self.button.setAccessibleDescription(told)
        self.button.setVisible(bool(warned.way))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.mending.emit(self._warned)


def _label(warned: Warned, look: Look) -> str:
    if not warned.way:
        return ""
    return look.tr(_LABELS[warned.way], level=warned.level)
