"""The people of a client as a list, and beside it everything about the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.client.account import Account, Person, account
from kamdesk.client.edit import change
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visiting import promise
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Page, Shown
from kamdesk.ui.pages.people_rows import PeopleDelegate, PeopleRows
from kamdesk.ui.pages.person_panel import PersonPanel
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.list_column import ListColumn
from kamdesk.ui.parts.steps import adding, removing
from kamdesk.ui.parts.tables import Table
from kamdesk.words import N_, said

_PANEL = 384
_ROOMY = 860  # px from which on list and panel stand side by side
_FRIENDS = (Attitude.COACH, Attitude.SUPPORTER)
_AGAINST = (Attitude.NON_SUPPORTER, Attitude.ENEMY)


class PeoplePage(Page):
    """Enter goes to the form of a person, W weighs them, Ctrl+N adds somebody; the list keeps its order and place."""

    name = "people"
    label = N_("People")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._people: dict[str, Person] = {}
        gutter = look.size("gutter_left")
        self.rows = PeopleRows(look)
        delegate = PeopleDelegate(look, self.rows, gutter)
        self.table = Table(look, self.rows, self.rows.columns, delegate, look.tr("People"), gutter)
        self.heading = Heading(look, look.tr("People"), role="title")
        self.adder = AddRow(look, look.tr("New person: name"), key="Ctrl+N")
        self.panel = PersonPanel(look, self)
        self.empty = EmptyState(
            look,
            "users",
            look.tr("Who decides here?"),
            look.tr("Start with one name. What they decide, want and think of us can follow, one field at a time."),
            (("new", look.tr("New person"), "Ctrl+N"),),
        )
        self.arrange(self._laid(), self.panel, _PANEL)
        self._connect()
        self.table.set_order(5, descending=True)

    def _laid(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        self._column = ListColumn(self.look, head, self.table, self.empty, self.adder)
        body = QWidget()
        body.setLayout(self._column)
        return body

    def _connect(self) -> None:
        self.table.ordered.connect(self._sort)
        self.table.chosen.connect(self._show_person)
        self.table.opened.connect(self._open)
        self.table.removing.connect(self._remove)
        self.adder.named.connect(self.add)
        self.empty.pressed.connect(self._start)
        self.panel.edited.connect(self.edited)
        self.panel.removing.connect(self._remove)
        self.panel.weighing.connect(self._weigh)
        self.panel.planned.connect(self._plan)
        self.panel.ticked.connect(self._tick)
        self.panel.opening.connect(self._open_action)

    def show_client(self, shown: Shown) -> None:
        """Show the people of this client."""
        self._shown = shown
        figures = account(shown.client, shown.today)
        self._people = {person.contact.key: person for person in figures.people}
        self.rows.show_client(shown.client, figures.people, shown.today)
        self.heading.show_count(len(self._people) or "")
        self.heading.show_note(self._note(figures))
        self.adder.setEnabled(not self.desk.read_only)
        some = bool(self._people)
        self._column.show_filled(some)
        self._sort()
        if some and not self.table.currentIndex().isValid():
            self.table.choose_first()
        self._show_panel()
        self._show_person(self.table.current_key())

    def _note(self, figures: Account) -> str:
        """How many are weighed, with us and against us."""
        people = figures.people
        if not people:
            return ""
        friends = sum(1 for person in people if person.attitude in _FRIENDS)
        against = sum(1 for person in people if person.attitude in _AGAINST)
        return self.look.tr(
            "{weighed} of {n} weighed, {friends} for us, {against} against",
            weighed=figures.weighed,
            n=len(people),
            friends=friends,
            against=against,
        )

    def item(self) -> str:
        """The key of the chosen row."""
        return self.table.current_key()

    def open_item(self, key: str, action: str) -> None:
        """Go to a person, or name a new one."""
        if action == "new":
            self._start("")
        elif self.table.choose(key):
            self.table.setFocus()
            if action == "edit":
                self._open(key)

    def keys(self) -> list[tuple[str, str]]:
        """What can be done with the list."""
        tr, trc = self.look.tr, self.look.trc
        return [
            ("Enter", tr("to the form")),
            ("W", trc("key", "weigh")),
            ("A", trc("key", "action")),
            ("Ctrl N", trc("key", "new")),
            ("Del", trc("key", "remove")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the name."""
        if event.key() == Qt.Key.Key_F2 and self.table.current_key():
            self._open("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the list."""
        super().resizeEvent(event)
        self._show_panel()

    def add(self, name: str) -> None:
        """Add a person by name."""
        if self._shown is not None:
            made = Contact(owner=self._shown.client.key, name=name)
            self.edited.emit(adding(made))
            self.table.choose(made.key)

    def _show_panel(self) -> None:
        self.show_panel(bool(self._people) and self.width() >= self.look.theme.px(_ROOMY))

    def _sort(self) -> None:
        self.table.show_rows(list(self._people.values()))

    def _show_person(self, key: str) -> None:
        if self._shown is not None:
            self.panel.show_person(self._people.get(key), self._shown)
            self.panel.lock(self.desk.read_only)

    def _open(self, _key: str) -> None:
        self.show_panel(True)
        self.panel.start("name")

    def _start(self, _name: str) -> None:
        self.adder.show()
        self.adder.open()

    def _weigh(self, key: str) -> None:
        if self._shown is not None:
            self.going.emit(Goto("weighin", self._shown.client.key, key, "weigh"))

    def _open_action(self, key: str) -> None:
        if self._shown is not None:
            self.going.emit(Goto("plan", self._shown.client.key, key))

    def _plan(self, key: str, words: str) -> None:
        if self._shown is not None:
            read = promise(words, Side.OURS, self._shown.today)
            made = Action(
                owner=self._shown.client.key,
                text=read.text or words,
                side=read.side,
                person=read.person,
                due=read.due,
                contact=key,
            )
            self.edited.emit(adding(made))

    def _tick(self, key: str) -> None:
        action = self._shown.client.get(key) if self._shown else None
        if isinstance(action, Action) and self._shown and not self.desk.read_only:
            words = said("Done: {text}", text=action.text)
            self.edited.emit(Doing(words, (change(action, done=self._shown.today),), toast=True))

    def _remove(self, key: str) -> None:
        person = self._people.get(key)
        if person is not None and self._shown is not None and not self.desk.read_only:
            self.edited.emit(removing(self._shown.client, person.contact))
            self.table.choose_first()
