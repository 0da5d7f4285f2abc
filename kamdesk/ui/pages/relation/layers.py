"""The three layers of a relationship with their measures, and the scores of company to company, entered right there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client import sums
from kamdesk.client.record import field_of
from kamdesk.client.rollup import ITEMS, OUTLIVES, Layers
from kamdesk.client.units import tell_day, tell_known
from kamdesk.client.weigh_records import Organisation
from kamdesk.ui.look import Look
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.chosen_editors import LevelButtons
from kamdesk.ui.parts.figures import Figure
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.marks import bar
from kamdesk.ui.parts.sum_card import Arithmetic, SumButton

_LOW, _SPAN = 1, 4  # a level of 1-5 as a share


class ShareBar(Figure):
    """A share of 0-1 as a bar, with a tick where a rule draws the line."""

    def __init__(self, look: Look, *, tick: float | None = None) -> None:
        super().__init__(look, 10, look.theme.px(14))
        self.setMinimumWidth(look.theme.px(40))
        self.setMaximumWidth(16_000)
        self._share, self._colour, self._tick = 0.0, "accent", tick
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)

    def show_share(self, share: float | None, *, colour: str = "accent", tick: float | None = None) -> None:
        """Show a share; None is an empty bar."""
        self._share, self._colour, self._tick = share or 0.0, colour, tick
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it."""
        bar(painter, rect, self._share, self.look, self._colour)
        if self._tick is not None:
            x = rect.left() + rect.width() * max(0.0, min(1.0, self._tick))
            painter.fillRect(QRectF(x - 1, rect.top(), 2, rect.height()), self.look.colour("text"))


class Measure(QWidget):
    """A name, a number that opens its sum, a bar, and a line in words."""

    leading = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.number = SumButton(look, "title", label=name, align=Qt.AlignmentFlag.AlignRight)
        self.bar = ShareBar(look)
        self._note = Paragraph(look, "", "small", "text2")
        head = QHBoxLayout()
        head.addWidget(Label(look, name, "body", elide=True), 1)
        head.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(2))
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self._note)
        self.number.leading.connect(self.leading)

    def show_measure(
        self,
        text: str,
        arithmetic: Arithmetic | None,
        share: float | None,
        note: str,
        *,
        colour: str = "accent",
        tick: float | None = None,
    ) -> None:
        """Show the number, the bar and the words."""
        self.number.show_number(text, arithmetic, colour="text" if colour == "accent" else colour)
        self.bar.show_share(share, colour=colour, tick=tick)
        self._note.setText(note)


class LayersBlock(Block):
    """Key people, all departments, company to company."""

    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Three layers"))
        tr = look.tr
        self.key = Measure(look, tr("Key people"))
        self.general = Measure(look, tr("All departments"))
        self.organisation = Measure(look, tr("Company to company"))
        self.column.setSpacing(look.theme.px(12))
        for measure in (self.key, self.general, self.organisation):
            self.column.addWidget(measure)
            measure.leading.connect(self.leading)
        self.fill()

    def show_relation(self, relation: Relation) -> None:
        """Show the three measures."""
        look, found, figures = self.look, relation.layers, relation.account
        client, today = relation.shown.client, relation.shown.today
        made = {
            name: partial(sums.sum_of_layer, client, figures, name, today)
            for name in ("key", "general", "organisation")
        }
        n = len(relation.key_people)
        told = look.trn("index of {n} person with influence 4 or 5", "index of {n} people with influence 4 or 5", n)
        self.key.show_measure(tell_known(found.key, 2, "–"), made["key"], _share(found.key), told)
        share = "–" if found.general is None else f"{found.general:.0%}"
        self.general.show_measure(share, made["general"], found.general, self._departments(found))
        day = tell_day(found.day, look.words, today) if found.day else ""
        told = look.tr("six items, entered {day}", day=day) if day else look.tr("not entered yet: five items below")
        self.organisation.show_measure(
            tell_known(found.organisation, 2, "–"), made["organisation"], _share(found.organisation), told
        )

    def _departments(self, found: Layers) -> str:
        look = self.look
        if not found.general_departments:
            return look.tr("no department is entered yet")
        missing = [name for name, _, covered in found.general_departments if not covered]
        if not missing:
            return look.tr("every department is reached")
        names = ("、" if look.words.chinese else ", ").join(missing)
        return look.tr("not reached: {departments}", departments=names)


class OrganisationBlock(Block):
    """The five items with their buttons, and the sixth, which is measured."""

    scored = Signal(str, object)  # item, level or None

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Company to company"))
        self.levels: dict[str, LevelButtons] = {}
        self._measured = Label(look, "", "body")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.px(10))
        grid.setVerticalSpacing(look.theme.px(6))
        grid.setColumnStretch(0, 1)
        for row, item in enumerate(ITEMS):
            name = look.tr(field_of(Organisation, item).label)
            buttons = LevelButtons(look, 1, 5)
            buttons.setObjectName(item)
            buttons.setAccessibleName(name)
            buttons.picked.connect(self._pick)
            self.levels[item] = buttons
            grid.addWidget(Label(look, name, "body", wrap=True), row, 0)
            grid.addWidget(buttons, row, 1)
        grid.addWidget(Label(look, look.tr(OUTLIVES), "body", wrap=True), len(ITEMS), 0)
        grid.addWidget(self._measured, len(ITEMS), 1)
        self.column.addLayout(grid)
        self.fill()

    def show_relation(self, relation: Relation) -> None:
        """Show the scores as they stand."""
        look, found = self.look, relation.layers
        entered = dict(zip(ITEMS, (level for _, level in found.items), strict=False))
        for item, buttons in self.levels.items():
            buttons.show_level(entered[item])
        sixth = found.items[-1][1]
        told = look.tr("unknown") if sixth is None else look.tr("{level}, measured", level=sixth)
        self._measured.setText(told)
        day = tell_day(found.day, look.words, relation.shown.today) if found.day else look.tr("not entered yet")
        self.heading.show_note(day)

    def set_open(self, is_open: bool) -> None:
        """Let the levels be picked, or only shown."""
        for buttons in self.levels.values():
            buttons.setEnabled(is_open)

    def _pick(self, level: int | None) -> None:
        buttons = self.sender()
        if isinstance(buttons, LevelButtons):
            self.scored.emit(buttons.objectName(), level)


def _share(level: float | None) -> float | None:
    return None if level is None else (level - _LOW) / _SPAN
