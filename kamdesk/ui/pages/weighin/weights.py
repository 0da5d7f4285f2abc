"""How much each dimension counts: a preset, a set under a name, or weights of one's own, in a card over the footer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.client.library import WeightSet
from kamdesk.client.presets import PRESET_LABELS, PRESETS, Weights, preset_of, set_of, shares, weights_of
from kamdesk.client.record import field_of
from kamdesk.client.weigh_records import Dimension, WeighIn
from kamdesk.desk.weights import set_problem, weights_problem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.weight_names import WeightNames
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.typed_editors import TypedEditor

_WIDTH = 360  # px


def weights_words(weights: Weights, sets: Iterable[WeightSet], look: Look) -> str:
    """The name of a preset or of a set of the rep's, "your own" for weights that are none."""
    if name := preset_of(weights):
        return look.tr(PRESET_LABELS[name])
    kept = set_of(weights, sets)
    return kept.name if kept else look.trc("weights", "your own")


class WeightsCard(QFrame):
    """Presets, six weights with the share they make, their name, and what shall start with them."""

    chosen = Signal(object)  # Weights
    usual = Signal(object)  # Weights: let every first weigh-in start with these
    at_client = Signal(object)  # Weights for first weigh-ins at this client; None: the usual ones again
    kept = Signal(str, object)  # name, Weights
    renamed = Signal(object, str)  # WeightSet, name
    removed = Signal(object)  # WeightSet

    def __init__(self, look: Look, button: QWidget) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.look, self._button = look, button
        self._weights: Weights = {}
        self._sets: tuple[WeightSet, ...] = ()
        self.setProperty("part", "card")
        self.preset = Combo(look)
        self.preset.setAccessibleName(look.tr("Preset of weights"))
        self.editors = {d: TypedEditor(look, field_of(WeighIn, f"{d.value}_weight")) for d in Dimension}
        self._shares = {dimension: Label(look, "", "small", "text2") for dimension in Dimension}
        self._note = Label(look, "", "small", "warn", wrap=True)
        self.names = WeightNames(look)
        self._usual = Button(look, look.tr("Start every first weigh-in like this"), "third", small=True)
        self._client = Button(look, "", "third", small=True)
        self._as_usual = Button(look, look.tr("Use the usual weights here again"), "third", small=True)
        self._arrange()
        self.preset.activated.connect(self._pick_preset)
        self._usual.clicked.connect(self._make_usual)
        self._client.clicked.connect(self._make_client)
        self._as_usual.clicked.connect(self._forget_client)
        self.names.kept.connect(self._keep)
        self.names.renamed.connect(self.renamed)
        self.names.removed.connect(self.removed)
        for editor in self.editors.values():
            editor.committed.connect(self._type)
            editor.line.escaped.connect(self.close)
        for field in (self.preset, self.names.name):
            field.escaped.connect(self.close)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for row, dimension in enumerate(Dimension):
            self.editors[dimension].line.setFixedWidth(px(84))
            self.editors[dimension].setFixedWidth(px(150))  # what is wrong is said below the field in so much room
            top = Qt.AlignmentFlag.AlignTop
            name = Label(look, look.tr(dimension.label))
            self._shares[dimension].setMinimumWidth(px(56))
            for label in (name, self._shares[dimension]):
                label.setMinimumHeight(self.editors[dimension].line.sizeHint().height())
            grid.addWidget(name, row, 0, top)
            grid.addWidget(self._shares[dimension], row, 1, top)
            grid.addWidget(self.editors[dimension], row, 2, top)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(8))
        column.addWidget(Label(look, look.tr("What counts how much"), "section"))
        column.addWidget(self.preset)
        column.addLayout(grid)
        column.addWidget(self._note)
        column.addWidget(Label(look, look.tr("Kept with this weigh-in; older ones keep theirs."), "small", "text2"))
        column.addWidget(self.names)
        column.addWidget(Rule(look))
        column.setSpacing(px(6))
        for button in (self._client, self._as_usual, self._usual):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_weights(self, weights: Weights, client: Client, workspace: Workspace) -> None:
        """Show these weights."""
        self._weights, self._sets = dict(weights), workspace.weight_sets
        self._fill_presets()
        kept = set_of(weights, self._sets)
        self.preset.setCurrentIndex(self.preset.findData(kept.key if kept else preset_of(weights)))
        self.preset.setPlaceholderText(weights_words(weights, self._sets, self.look))
        parts = shares(weights)
        for dimension, editor in self.editors.items():
            editor.set_value(weights.get(dimension, 0))
            self._shares[dimension].setText(f"{parts[dimension]:.0f}%")
        few = sum(weight > 0 for weight in weights.values()) < 3
        self._say(self.look.tr("Fewer than three dimensions say little.") if few else "")
        self.names.show_set(kept, partial(set_problem, workspace))
        own = weights_of(client.company)
        called = _short(client.company.called)
        self._client.show_words(self.look.tr("For all first weigh-ins at {client}", client=called))
        self._client.setVisible(shares(own) != parts)
        self._as_usual.setVisible(any(own.values()))

    def _fill_presets(self) -> None:
        self.preset.clear()
        for name, label in PRESET_LABELS.items():
            self.preset.addItem(self.look.tr(label), name)
        for kept in self._sets:
            self.preset.addItem(kept.name, kept.key)

    def open_beside(self) -> None:
        """Open above the button in the footer."""
        self.setMinimumWidth(self.look.theme.px(_WIDTH))
        self._stand()
        self.show()
        self.preset.setFocus()

    def _stand(self) -> None:
        """End above the button, however high it is."""
        self.adjustSize()
        corner = self._button.mapToGlobal(QPoint(self._button.width(), 0))
        self.move(corner.x() - self.width(), corner.y() - self.height() - 4)

    def event(self, event: QEvent) -> bool:
        """Grow upwards when a sentence comes."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._stand()
        return done

    def _pick_preset(self, at: int) -> None:
        held = self.preset.itemData(at)
        kept = next((item for item in self._sets if item.key == held), None)
        self.chosen.emit(weights_of(kept) if kept else dict(PRESETS[held]))

    def _type(self, _value: object) -> None:
        typed = {dimension: editor.value() for dimension, editor in self.editors.items()}
        weights = {dimension: value if isinstance(value, int) else 0 for dimension, value in typed.items()}
        if problem := weights_problem(weights):
            for dimension, editor in self.editors.items():  # what is refused does not stay as if it counted
                editor.set_value(self._weights.get(dimension, 0))
            self._say(self.look.tell(problem))
        elif weights != self._weights:
            self.chosen.emit(weights)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _keep(self, name: str) -> None:
        self.kept.emit(name, dict(self._weights))

    def _make_usual(self) -> None:
        self.usual.emit(dict(self._weights))

    def _make_client(self) -> None:
        self.at_client.emit(dict(self._weights))

    def _forget_client(self) -> None:
        self.at_client.emit(None)


def _short(name: str) -> str:
    return name if len(name) <= 16 else f"{name[:15]}…"
