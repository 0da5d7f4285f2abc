"""The panel of one person: what matters at a glance, how they stand, what was and what is next; or all their fields."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from kamdesk.client.account import Person
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Value
from kamdesk.client.sums import Sum
from kamdesk.client.sums_people import sum_of_score
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.client.weigh_records import Evidence
from kamdesk.desk.people import boss_problem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person_bars import WeighBars
from kamdesk.ui.pages.person_facts import PersonFacts
from kamdesk.ui.pages.person_head import PersonHead
from kamdesk.ui.pages.plan_rows import ActionDelegate, in_order
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import GapMark
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Heading, Rule
from kamdesk.ui.parts.painters import paint_text
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.sum_card import SumButton
from kamdesk.words import N_

_GROUPS = (
    (
        "",
        (
            "name",
            "title_at_work",
            "department",
            "reports_to",
            "placeholder",
            "is_owner",
            "roles",
            "influence",
            "attitude",
            "coverage",
            "mode",
        ),
    ),
    (N_("What they want"), ("business_agenda", "personal_agenda", "criteria")),
    (N_("On our side"), ("our_owner", "our_sponsor")),
    (N_("About the person"), ("background", "successor", "left")),
    (N_("How to reach"), ("phone", "email", "reach")),
    (N_("Notes"), ("notes", "personal", "print_personal")),
)
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


class PersonPanel(FormPanel):
    """Reads at first; Enter, F2 or a press on a value turns it into the form, Esc turns it back."""

    asked = Signal(str, str)  # what to do with the person of this key
    planned = Signal(str, str)  # key and the words of an action
    noted = Signal(str, str)  # key and the words of a fact
    ticked = Signal(str)  # key of an action
    opening = Signal(str)  # key of an action to go to
    left_by_keyboard = Signal()  # Esc: the keyboard goes back to map or list

    def __init__(self, look: Look) -> None:
        tr = look.tr
        super().__init__(look, Contact, _GROUPS, note=tr("Choose a person to see all that is known."), titled=False)
        self.top, self.values = PersonHead(look), PersonFacts(look)
        self._heading = Heading(look, tr("Weigh-in"))
        self.score, self._change = SumButton(look, "title", label=tr("Weigh-in")), GapMark(look, None, "small")
        self.bars = WeighBars(look)
        self._recent, self._doing = Heading(look, tr("Recently")), Heading(look, tr("Next"))
        self._facts = EvidenceDelegate(look, look.size("row_term"))
        self.facts = RowList(self._facts, tr("Recently"), growing=True)
        self._rows = ActionDelegate(look, look.size("row_term"), brief=True)
        self.todo = RowList(self._rows, tr("Actions"), growing=True)
        self.noter, self.adder = AddRow(look, tr("What happened?")), AddRow(look, tr("What shall we do with them?"))
        self._all = Button(look, tr("All fields"), "third", icon="pencil", key="F2", small=True)
        self._done = Button(look, tr("Back"), "third", icon="arrow-left", key="Esc", small=True)
        self._rules = [Rule(look), Rule(look), Rule(look)]
        self._person: Person | None = None
        self._shown: Shown | None = None
        self._editing = False
        self._lay()
        self._wire()
        self._show_parts()

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._done)
        row.addStretch(1)
        self._heading.row.insertWidget(3, self.score)
        self._heading.row.insertWidget(4, self._change)
        for upper in (self.top, self._rules[0], self.values, self._all, self._rules[1], self._heading, self.bars):
            self.head.addWidget(upper)
        self.head.addLayout(row)
        for part in (self._rules[2], self._recent, self.facts, self.noter, self._doing, self.todo, self.adder):
            self.tail.addWidget(part)

    def _wire(self) -> None:
        self.top.asked.connect(self._ask)
        self.values.pressed.connect(self.start)
        self._all.clicked.connect(self._start)
        self._done.clicked.connect(self.stop)
        self.noter.named.connect(self._note_fact)
        self.adder.named.connect(self._plan)
        self.todo.ticked.connect(self.ticked)
        self._rows.ticked.connect(self.ticked)
        self.todo.opened.connect(self.opening)
        self.form.editors["reports_to"].refuse = self._refuse_boss
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.stop)

    def show_person(self, person: Person | None, shown: Shown) -> None:
        """Show a person, or the note that none is chosen."""
        contact = person.contact if person else None
        before = self._person.contact.key if self._person else ""
        self._person, self._shown = person, shown
        if contact is None or contact.key != before:
            self._editing = False
        self.show_record(contact, shown.client, shown.workspace, shown.today)
        if person is not None and contact is not None:
            names = {item.key: item.name for item in shown.client.contacts}
            self.top.show_person(person, names)
            self.values.show_person(person, shown)
            self._show_weighed(person, shown)
            self._show_lists(contact, shown)
        self._show_parts()

    def _show_parts(self) -> None:
        """The glance, or the form with the way back."""
        person, reading = self._person, not self._editing
        there = person is not None
        weighed = person is not None and person.weighed is not None
        self.top.setVisible(there)
        self.form.setVisible(there and not reading)
        self._done.setVisible(there and not reading)
        self._removing.setVisible(there and not reading)
        for part in (self.values, self._all, self._rules[0], self._rules[2], self.adder, self._doing, self._recent):
            part.setVisible(there and reading)
        for shown in (self._heading, self.bars, self._rules[1]):
            shown.setVisible(weighed and reading)
        self.noter.setVisible(there and reading)
        self.facts.setVisible(there and reading and bool(self.facts.model_of_rows.rowCount()))
        self.todo.setVisible(there and reading and bool(self.todo.model_of_rows.rowCount()))

    def _show_weighed(self, person: Person, shown: Shown) -> None:
        look, weighed = self.look, person.weighed
        if weighed is None:
            return
        rival = next((item.called for item in shown.workspace.rivals if item.key == shown.client.company.rival), "")
        self.bars.show_person(person, rival or look.tr("Rival"))
        told = tell_decimal(person.score, 1) if person.score is not None else "?"
        self.score.show_number(told, self._sum)
        before = person.before.weighin.day if person.before else None
        note = look.tr("vs {month}", month=month_of(before, look, shown.today)) if before else ""
        self._heading.show_note(note if weighed.enough else look.tr("not enough known"))
        self._change.show_value(person.change)
        self._change.setVisible(person.change is not None)

    def _sum(self) -> Sum | None:
        return sum_of_score(self._shown.client, self._person) if self._shown and self._person else None

    def _show_lists(self, contact: Contact, shown: Shown) -> None:
        mine = [action for action in shown.client.actions if action.contact == contact.key and action.done is None]
        self._rows.today = self._facts.today = shown.today
        rows: list[Action] = in_order(mine)
        self.todo.show_rows(rows)
        dated = [item for item in shown.client.evidence if item.contact == contact.key and item.day]
        self.facts.show_rows(sorted(dated, key=_day_of, reverse=True)[:_RECENT])

    def start(self, name: str = "") -> None:
        """Turn into the form and put the keyboard into a field."""
        if self._person is not None and self.form.isEnabled():
            self._editing = True
            self._show_parts()
            super().start(name)

    def stop(self) -> None:
        """Keep what is typed and show the glance again; then give the keyboard back."""
        if self._editing:
            self.top.weigh.setFocus()
            self._editing = any(editor.problem() for editor in self.form.editors.values())
            self._show_parts()
        if not self._editing:
            self.left_by_keyboard.emit()

    @property
    def editing(self) -> bool:
        """True while the form is shown."""
        return self._editing

    def lock(self, locked: bool) -> None:
        """Show the person without letting anything be changed."""
        super().lock(locked)
        self.top.lock(locked)
        for part in (self.adder, self.noter, self._all, self.values):
            part.setEnabled(not locked)

    def _start(self) -> None:
        self.start("name")

    def _ask(self, name: str) -> None:
        if name == "action":
            self.plan_one()
        elif name == "fact":
            self.note_one()
        elif name == "edit":
            self.start("name")
        elif record := self.record():
            self.asked.emit(name, record.key)

    def plan_one(self) -> None:
        """Ask what shall be done."""
        self._open_line(self.adder)

    def note_one(self) -> None:
        """Ask what happened."""
        self._open_line(self.noter)

    def _open_line(self, line: AddRow) -> None:
        if self._editing:
            self._editing = False
            self._show_parts()
        if self._person is not None and line.isEnabled():
            line.open()

    def _refuse_boss(self, value: Value) -> str:
        """Why somebody cannot be the boss, in words; "" when they can."""
        if self._shown is None or self._person is None or not value:
            return ""
        boss = self._shown.client.get(str(value))
        problem = boss_problem(self._shown.client, (self._person.contact,), boss if isinstance(boss, Contact) else None)
        return self.look.tell(problem) if problem else ""

    def _plan(self, words: str) -> None:
        if record := self.record():
            self.planned.emit(record.key, words)

    def _note_fact(self, words: str) -> None:
        if record := self.record():
            self.noted.emit(record.key, words)


def _day_of(item: Evidence) -> date:
    return item.day or date.min
