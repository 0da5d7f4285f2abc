"""A person at a glance: what matters, how they stand, what happened lately and what is next."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.sums_people import sum_of_score
from kamdesk.client.units import tell_day, tell_known
from kamdesk.client.weigh_records import Evidence
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person.bars import WeighBars
from kamdesk.ui.pages.person.facts import PersonFacts
from kamdesk.ui.pages.plan.rows import ActionDelegate, in_order
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import GapMark
from kamdesk.ui.parts.labels import Heading, Rule
from kamdesk.ui.parts.painters import paint_text
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.sum_card import SumButton

_RECENT = 4


class EvidenceDelegate(RowDelegate):
    """A day and what happened."""

    today = date.today()

    def draw(self, painter: QPainter, rect: QRectF, item: Evidence, *, selected: bool) -> None:
        """Paint a fact about a person."""
        look, px = self.look, self.look.theme.px
        day = tell_day(item.day, look.words, self.today) if item.day else ""
        left = QRectF(rect.left(), rect.top(), px(56), rect.height())
        paint_text(painter, left, day, look.font("small"), look.colour("muted"))
        paint_text(painter, rect.adjusted(px(58), 0, 0, 0), item.text, look.font(), look.colour("text2"))


class PersonGlance(QWidget):
    """Read-only, but for the two lines at its end; a press on a value asks for its field."""

    field_wanted = Signal(str)
    planned = Signal(str)  # the words of an action
    noted = Signal(str)  # the words of a fact
    ticked = Signal(str)  # key of an action
    opening = Signal(str)  # key of an action to go to
    leading = Signal(str)  # key of a record the arithmetic leads to

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self.values = PersonFacts(look)
        self._heading = Heading(look, tr("Weigh-in"))
        self.score, self._change = SumButton(look, "title", label=tr("Weigh-in")), GapMark(look, None, "small")
        self.bars = WeighBars(look)
        self._facts = EvidenceDelegate(look, look.size("row_term"))
        self.facts = RowList(self._facts, tr("Recently"), growing=True)
        self._rows = ActionDelegate(look, look.size("row_term"), brief=True)
        self.todo = RowList(self._rows, tr("Actions"), growing=True)
        self.noter, self.adder = AddRow(look, tr("What happened?")), AddRow(look, tr("What shall we do with them?"))
        self._all = Button(look, tr("All fields"), "third", icon="pencil", key="F2", small=True)
        self._between = Rule(look)
        self._lay()
        self.values.pressed.connect(self.field_wanted)
        self._all.clicked.connect(self._want_all)
        self.score.leading.connect(self.leading)
        self.noter.named.connect(self.noted)
        self.adder.named.connect(self.planned)
        self.todo.ticked.connect(self.ticked)
        self._rows.ticked.connect(self.ticked)
        self.todo.opened.connect(self.opening)

    def _lay(self) -> None:
        look, theme = self.look, self.look.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("xl"), 0, theme.size("gutter_right"), theme.space("xl"))
        column.setSpacing(theme.space("s"))
        self._heading.row.insertWidget(3, self.score)
        self._heading.row.insertWidget(4, self._change)
        weighed = (self._between, self._heading, self.bars)
        recent = (Rule(look), Heading(look, look.tr("Recently")), self.facts, self.noter)
        for part in (self.values, self._all, *weighed, *recent, Heading(look, look.tr("Next")), self.todo, self.adder):
            column.addWidget(part)
        column.addStretch(1)

    def show_person(self, person: Person, shown: Shown) -> None:
        """Show a person."""
        self.values.show_person(person, shown)
        for part in (self._between, self._heading, self.bars):
            part.setVisible(person.weighed is not None)
        self._show_weighed(person, shown)
        self._show_lists(person.contact, shown)

    def _show_weighed(self, person: Person, shown: Shown) -> None:
        look, weighed = self.look, person.weighed
        if weighed is None:
            return
        rival = next((item.called for item in shown.workspace.rivals if item.key == shown.client.company.rival), "")
        self.bars.show_person(person, rival or look.tr("Rival"))
        told = tell_known(person.score, 1)
        self.score.show_number(told, partial(sum_of_score, shown.client, person))
        before = person.before.weighin.day if person.before else None
        note = look.tr("vs {month}", month=month_of(before, look, shown.today)) if before else ""
        self._heading.show_note(note if weighed.enough else look.tr("not enough known"))
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

    def lock(self, locked: bool) -> None:
        """Look only."""
        for part in (self.adder, self.noter, self._all, self.values):
            part.setEnabled(not locked)

    def _want_all(self) -> None:
        self.field_wanted.emit("name")


def _day_of(item: Evidence) -> date:
    return item.day or date.min
