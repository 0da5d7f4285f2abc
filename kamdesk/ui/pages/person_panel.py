"""The panel of one person: how they stand on the six dimensions, all fields, what is to be done, what they did."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person_rows import line_of
from kamdesk.ui.pages.plan_rows import ActionDelegate, in_order
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import Avatar, Figure, GapMark
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Heading, Label, Rule
from kamdesk.ui.parts.marks import mark
from kamdesk.ui.parts.painters import RIGHT, paint_text, rounded, square
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.words import N_

_GROUPS = (
    ("", ("name", "title_at_work", "department", "roles", "influence", "attitude")),
    (N_("What they want"), ("business_agenda", "personal_agenda")),
    (N_("How to reach"), ("phone", "email", "reach")),
    (N_("Notes"), ("notes",)),
)
_RECENT = 4


class WeighBars(Figure):
    """The six levels that count, each with the rival's as a diamond; what was entered and does not count is hatched."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 1, look.theme.px(27) * len(Dimension))
        self.setMinimumWidth(0)
        self.setMaximumWidth(16_777_215)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._person: Person | None = None

    def show_person(self, person: Person) -> None:
        """Show how this person stands."""
        self._person = person
        told = []
        for dimension in Dimension:
            level = person.weighed.counted[dimension].counted if person.weighed else None
            told.append(f"{self.look.tr(dimension.label)}: {level or self.look.tr('Unknown')}")
        self.setAccessibleName("; ".join(told))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the six lines."""
        if self._person is None or self._person.weighed is None:
            return
        high = self.look.theme.px(27)
        for at, dimension in enumerate(Dimension):
            self._draw_line(painter, QRectF(rect.left(), at * high, rect.width(), high), dimension)

    def _draw_line(self, painter: QPainter, rect: QRectF, dimension: Dimension) -> None:
        look, px, person = self.look, self.look.theme.px, self._person
        assert person is not None
        assert person.weighed is not None
        counted = person.weighed.counted[dimension]
        words = px(84 if look.words.chinese else 92)
        label = QRectF(rect.left(), rect.top(), words, rect.height())
        paint_text(painter, label, look.tr(dimension.label), look.font("small"), look.colour("text2"))
        long = max(60.0, rect.width() - words - px(112 if look.words.chinese else 140))
        ground = QRectF(rect.left() + words, rect.center().y() - px(3), long, px(6))
        rounded(painter, ground, px(3), look.colour("edge"))
        self._fill(painter, ground, counted.entered, counted.counted)
        theirs = person.rival.counted[dimension].counted if person.rival else None
        if theirs:
            middle = QPointF(ground.left() + _share(theirs) * long, rect.center().y())
            mark(painter, square(middle, px(10)), "diamond", look.colour("rival"))
        figure = QRectF(ground.right() + px(10), rect.top(), px(20), rect.height())
        told = str(counted.counted) if counted.counted else "?"
        paint_text(painter, figure, told, look.font("body", 500), look.colour("text" if counted.counted else "muted"))
        if counted.chip:
            paint_text(painter, rect, look.tell(counted.chip), look.font("small"), look.colour("warn"), RIGHT)

    def _fill(self, painter: QPainter, ground: QRectF, entered: int | None, counts: int | None) -> None:
        look, radius = self.look, ground.height() / 2
        if entered and counts and entered > counts:
            wide = QRectF(ground.left(), ground.top(), ground.width() * _share(entered), ground.height())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("warn"), 1))
            painter.setBrush(QBrush(look.colour("warn"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(wide, radius, radius)
            painter.restore()
        if counts:
            filled = QRectF(ground.left(), ground.top(), ground.width() * _share(counts), ground.height())
            rounded(painter, filled, radius, look.colour("accent"))


def _share(level: int) -> float:
    return level / 5


class EvidenceDelegate(RowDelegate):
    """A day and what happened."""

    today = date.today()

    def draw(self, painter: QPainter, rect: QRectF, item: Evidence, *, selected: bool) -> None:
        """Paint a fact about a person."""
        look, px = self.look, self.look.theme.px
        day = tell_day(item.day, look.words, self.today) if item.day else ""
        left = QRectF(rect.left(), rect.top(), px(64), rect.height())
        paint_text(painter, left, day, look.font("small"), look.colour("muted"))
        paint_text(painter, rect.adjusted(px(70), 0, 0, 0), item.text, look.font(), look.colour("text2"))


class PersonPanel(FormPanel):
    """A person's form with what belongs to them."""

    weighing = Signal(str)  # key
    planned = Signal(str, str)  # key and the words of an action
    ticked = Signal(str)  # key of an action
    opening = Signal(str)  # key of an action to go to

    def __init__(self, look: Look, scope: QWidget) -> None:
        tr = look.tr
        super().__init__(look, Contact, _GROUPS, note=tr("Choose a person to see all that is known."), titled=False)
        self._avatar, self._name = Avatar(look, 2, "tile"), Label(look, "", "title", elide=True)
        self._line = Label(look, "", "small", "text2", elide=True)
        self.weigh = Button(look, tr("Weigh"), "primary", icon="scale", key="W", scope=scope)
        self._adding = Button(look, tr("Action"), "second", icon="plus", key="A", scope=scope)
        self._heading, self._change = Heading(look, tr("Weigh-in")), GapMark(look, None, "small")
        self.bars = WeighBars(look)
        self._doing = Heading(look, tr("Next"))
        self._rows = ActionDelegate(look, look.size("row_term"), brief=True)
        self.todo = RowList(self._rows, tr("Actions"), growing=True)
        self.adder = AddRow(look, tr("What shall we do with them?"))
        self._recent = Heading(look, tr("Recently"))
        self._facts = EvidenceDelegate(look, look.size("row_term"))
        self.facts = RowList(self._facts, tr("Recently"), growing=True)
        self._parts: list[QWidget] = []
        self._lay()
        self.weigh.clicked.connect(self._weigh)
        self._adding.clicked.connect(self.adder.open)
        self.adder.named.connect(self._plan)
        self.todo.ticked.connect(self.ticked)
        self._rows.ticked.connect(self.ticked)
        self.todo.opened.connect(self.opening)

    def _lay(self) -> None:
        look, space = self.look, self.look.theme.space
        top, words, buttons = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        top.setSpacing(space("m"))
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        top.addWidget(self._avatar)
        top.addLayout(words, 1)
        buttons.setSpacing(space("s"))
        buttons.addWidget(self.weigh)
        buttons.addWidget(self._adding)
        buttons.addStretch(1)
        self._heading.add(self._change)
        self._rules = [Rule(look), Rule(look)]
        self.head.addLayout(top)
        self.head.addLayout(buttons)
        for upper in (self._rules[0], self._heading, self.bars, self._rules[1]):
            self.head.addWidget(upper)
        for part in (self._doing, self.todo, self.adder, self._recent, self.facts):
            self.tail.addWidget(part)
        always = (self._avatar, self._name, self._line, self.weigh, self._adding, self._rules[1], self._doing)
        self._parts = [*always, self.adder]

    def show_person(self, person: Person | None, shown: Shown) -> None:
        """Show a person, or the note that none is chosen."""
        contact = person.contact if person else None
        self.show_record(contact, shown.client, shown.workspace, shown.today)
        for part in self._parts:
            part.setVisible(person is not None)
        weighed = person is not None and person.weighed is not None
        for shown_weighed in (self._heading, self._change, self.bars, self._rules[0]):
            shown_weighed.setVisible(weighed)
        if person is None or contact is None:
            for lower in (self.todo, self.facts, self._recent):
                lower.hide()
            return
        self._avatar.show_person(contact.name, person.attitude)
        self._name.setText(contact.name)
        self._line.setText(line_of(contact, self.look))
        if person.weighed is not None:
            self._show_bars(person, shown.today)
        self._show_lists(contact, shown)

    def _show_bars(self, person: Person, today: date) -> None:
        look, weighed = self.look, person.weighed
        assert weighed is not None
        self.bars.show_person(person)
        score = tell_decimal(person.score, 1) if person.score is not None else "?"
        self._heading.show_count(score)
        before = person.before.weighin.day if person.before else None
        told = look.tr("vs {month}", month=month_of(before, look, today)) if before else ""
        if not weighed.enough:
            told = look.tr("not enough known")
        self._heading.show_note(told)
        self._change.show_value(person.change)
        self._change.setVisible(person.change is not None)

    def _show_lists(self, contact: Contact, shown: Shown) -> None:
        mine = [action for action in shown.client.actions if action.contact == contact.key and action.done is None]
        self._rows.today = self._facts.today = shown.today
        rows: list[Action] = in_order(mine)
        self.todo.show_rows(rows)
        self.todo.setVisible(bool(rows))
        dated = [item for item in shown.client.evidence if item.contact == contact.key and item.day]
        recent = sorted(dated, key=_day_of, reverse=True)[:_RECENT]
        self.facts.show_rows(recent)
        self.facts.setVisible(bool(recent))
        self._recent.setVisible(bool(recent))

    def lock(self, locked: bool) -> None:
        """Show the person without letting anything be changed."""
        super().lock(locked)
        for part in (self._adding, self.adder):
            part.setEnabled(not locked)

    def _weigh(self) -> None:
        if record := self.record():
            self.weighing.emit(record.key)

    def _plan(self, words: str) -> None:
        if record := self.record():
            self.planned.emit(record.key, words)


def _day_of(item: Evidence) -> date:
    return item.day or date.min
