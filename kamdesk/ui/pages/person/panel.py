"""The panel of one person: the head with what can be done, and below it the glance or the form with all fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.record import Record, Value
from kamdesk.desk.people import boss_problem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person.glance import PersonGlance
from kamdesk.ui.pages.person.head import PersonHead
from kamdesk.ui.pages.person.told import person
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.record_form import RecordForm
from kamdesk.ui.parts.scrolled import Scrolled
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


class BossCheck:
    """Why somebody cannot be the boss, in words, "" when they can; it knows no widget, so that it keeps none alive."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.client: Client | None = None
        self.contact: Contact | None = None

    def __call__(self, value: Value) -> str:
        if self.client is None or self.contact is None or not value:
            return ""
        problem = boss_problem(self.client, (self.contact,), person(self.client, str(value)))
        return self._look.tell(problem) if problem else ""


class PersonPanel(QWidget):
    """Reads at first; Enter, F2 or a press on a value turns it into the form, Esc turns it back."""

    edited = Signal(object)  # Doing
    removing = Signal(str)  # key
    asked = Signal(str, str)  # what to do with the person of this key
    planned = Signal(str, str)  # key and the words of an action
    noted = Signal(str, str)  # key and the words of a fact
    ticked = Signal(str)  # key of an action
    opening = Signal(str)  # key of an action to go to
    left_by_keyboard = Signal()  # Esc: the keyboard goes back to map or list

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.top, self.glance = PersonHead(look), PersonGlance(look)
        self._back = Button(look, look.tr("Back"), "third", icon="arrow-left", key="Esc", small=True)
        self._note = Label(look, look.tr("Choose a person to see all that is known."), "body", "muted", wrap=True)
        self._rule, self._stack, self._scrolled = Rule(look), QStackedWidget(), Scrolled(self.glance)
        self._fields: FormPanel | None = None  # made when somebody edits: two dozen editors cost time
        self._person: Person | None = None
        self._shown: Shown | None = None
        self._locked = self._editing = False
        self._boss_check = BossCheck(look)
        self._lay()
        self._wire()
        self._show_parts()

    def _lay(self) -> None:
        theme = self.look.theme
        head, row = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(theme.space("xl"), theme.space("l"), theme.size("gutter_right"), 0)
        head.setSpacing(theme.space("s"))
        row.addWidget(self._back)
        row.addStretch(1)
        for part in (self._note, self.top, self._rule):
            head.addWidget(part)
        head.addLayout(row)
        self._stack.addWidget(self._scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space("xs"))
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _wire(self) -> None:
        glance = self.glance
        self.top.asked.connect(self._ask)
        glance.field_wanted.connect(self.start)
        glance.noted.connect(self._note_fact)
        glance.planned.connect(self._plan)
        glance.ticked.connect(self.ticked)
        glance.opening.connect(self.opening)
        glance.leading.connect(self._lead)
        self._back.clicked.connect(self.stop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.stop)

    @property
    def form(self) -> RecordForm:
        """The form with all fields; it is made when it is first asked for."""
        if self._fields is None:
            self._fields = FormPanel(self.look, Contact, _GROUPS, titled=False)
            self._fields.form.editors["reports_to"].refuse = self._boss_check
            self._stack.addWidget(self._fields)
            self._fields.edited.connect(self.edited)
            self._fields.removing.connect(self.removing)
            self._fill()
        return self._fields.form

    def record(self) -> Record | None:
        """The person it shows."""
        return self._person.contact if self._person else None

    def show_person(self, shown_person: Person | None, shown: Shown) -> None:
        """Show a person, or the note that none is chosen."""
        before = self._person.contact.key if self._person else ""
        self._person, self._shown = shown_person, shown
        contact = shown_person.contact if shown_person else None
        self._boss_check.client, self._boss_check.contact = shown.client, contact
        if contact is None or contact.key != before:
            self._editing = False
        self._fill()
        if shown_person is not None:
            self.top.show_person(shown_person, {item.key: item.name for item in shown.client.contacts})
            self.glance.show_person(shown_person, shown)
        self._show_parts()

    def _fill(self) -> None:
        if self._fields is not None and self._shown is not None:
            shown, contact = self._shown, self._person.contact if self._person else None
            self._fields.show_record(contact, shown.client, shown.workspace, shown.today)
            self._fields.lock(self._locked)

    def _show_parts(self) -> None:
        """The glance, or the form with the way back."""
        there = self._person is not None
        self._note.setVisible(not there)
        for part in (self.top, self._rule, self._stack):
            part.setVisible(there)
        self._back.setVisible(there and self._editing)
        if self._editing and self._fields is not None:
            self._stack.setCurrentWidget(self._fields)
        else:
            self._stack.setCurrentWidget(self._scrolled)

    def start(self, name: str = "") -> None:
        """Turn into the form and put the keyboard into a field."""
        if self._person is not None and not self._locked:
            form = self.form
            self._editing = True
            self._show_parts()
            form.start(name)

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
        self._locked = locked
        self.top.lock(locked)
        self.glance.lock(locked)
        if self._fields is not None:
            self._fields.lock(locked)

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
        self._open_line(self.glance.adder)

    def note_one(self) -> None:
        """Ask what happened."""
        self._open_line(self.glance.noter)

    def _open_line(self, line: AddRow) -> None:
        if self._editing:
            self._editing = False
            self._show_parts()
        if self._person is not None and line.isEnabled():
            line.open()
            self._scrolled.ensureWidgetVisible(line)

    def _lead(self, _key: str) -> None:
        """What a score is made of stands on the scales."""
        self._ask("weigh")

    def _plan(self, words: str) -> None:
        if record := self.record():
            self.planned.emit(record.key, words)

    def _note_fact(self, words: str) -> None:
        if record := self.record():
            self.noted.emit(record.key, words)
