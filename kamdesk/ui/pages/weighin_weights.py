"""How much each dimension counts: a preset, or weights of one's own, in a card that opens over the footer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kamdesk.client.presets import PRESET_LABELS, PRESETS, Weights, preset_of, shares
from kamdesk.client.record import field_of
from kamdesk.client.weigh_records import Dimension, WeighIn
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.typed_editors import TypedEditor


def weights_words(weights: Weights, look: Look) -> str:
    """The name of a preset, "own" for weights that are none."""
    name = preset_of(weights)
    return look.tr(PRESET_LABELS[name]) if name else look.trc("weights", "your own")


class WeightsCard(QFrame):
    """Presets, six weights with the share they make, and the way to make them the usual ones."""

    chosen = Signal(object)  # Weights
    usual = Signal(object)  # Weights: let every first weigh-in start with these

    def __init__(self, look: Look, button: QWidget) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.look, self._button = look, button
        self._weights: Weights = {}
        self.setProperty("part", "card")
        self.preset = Combo(look)
        self.preset.setAccessibleName(look.tr("Preset of weights"))
        for name, label in PRESET_LABELS.items():
            self.preset.addItem(look.tr(label), name)
        self.editors = {d: TypedEditor(look, field_of(WeighIn, f"{d.value}_weight")) for d in Dimension}
        self._shares = {dimension: Label(look, "", "small", "text2") for dimension in Dimension}
        self._note = Label(look, "", "small", "warn", wrap=True)
        self._usual = Button(look, look.tr("Start every first weigh-in like this"), "third", small=True)
        self._arrange()
        self.preset.activated.connect(self._pick_preset)
        self._usual.clicked.connect(self._make_usual)
        for editor in self.editors.values():
            editor.committed.connect(self._type)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for row, dimension in enumerate(Dimension):
            self.editors[dimension].setFixedWidth(px(84))
            grid.addWidget(Label(look, look.tr(dimension.label)), row, 0)
            grid.addWidget(self.editors[dimension], row, 1)
            grid.addWidget(self._shares[dimension], row, 2)
            self._shares[dimension].setMinimumWidth(px(56))
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(10))
        column.addWidget(Label(look, look.tr("What counts how much"), "section"))
        column.addWidget(self.preset)
        column.addLayout(grid)
        column.addWidget(self._note)
        column.addWidget(Label(look, look.tr("Kept with this weigh-in; older ones keep theirs."), "small", "text2"))
        column.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)

    def show_weights(self, weights: Weights) -> None:
        """Show these weights."""
        self._weights = dict(weights)
        at = self.preset.findData(preset_of(weights))
        self.preset.setCurrentIndex(at)
        self.preset.setPlaceholderText(weights_words(weights, self.look))
        parts = shares(weights)
        for dimension, editor in self.editors.items():
            editor.set_value(weights.get(dimension, 0))
            self._shares[dimension].setText(f"{parts[dimension]:.0f} %".replace(" %", "%"))
        count = sum(weight > 0 for weight in weights.values())
        few = count < 3
        self._note.setText(self.look.tr("Fewer than three dimensions say little.") if few else "")
        self._note.setVisible(few)

    def open_beside(self) -> None:
        """Open above the button in the footer."""
        self.adjustSize()
        corner = self._button.mapToGlobal(QPoint(self._button.width(), 0))
        self.move(corner.x() - self.width(), corner.y() - self.height() - 4)
        self.show()
        self.preset.setFocus()

    def _pick_preset(self, at: int) -> None:
        self.chosen.emit(dict(PRESETS[self.preset.itemData(at)]))

    def _type(self, _value: object) -> None:
        typed = {dimension: editor.value() for dimension, editor in self.editors.items()}
        weights = {dimension: value if isinstance(value, int) else 0 for dimension, value in typed.items()}
        if not any(weights.values()):
            self._note.setText(self.look.tr("At least one dimension must count."))
            self._note.show()
        elif weights != self._weights:
            self.chosen.emit(weights)

    def _make_usual(self) -> None:
        self.usual.emit(dict(self._weights))
