"""The people as a list: the map's twin for screen readers and for sorting; those who left are behind a toggle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Account, Person
from kamdesk.client.people import Attitude
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.rows import PeopleDelegate, PeopleRows
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.tables import Table

_FRIENDS = (Attitude.COACH, Attitude.SUPPORTER)
_AGAINST = (Attitude.NON_SUPPORTER, Attitude.ENEMY)
_BY_INFLUENCE = 5  # the column


class ListFace(QWidget):
    """Keeps its order and its place; below it a line adds people by name."""

    chosen = Signal(str)
    opened = Signal(str)
    removing = Signal(str)
    named = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        gutter = look.size("gutter_left")
        self.rows = PeopleRows(look)
        delegate = PeopleDelegate(look, self.rows, gutter)
        self.table = Table(look, self.rows, self.rows.columns, delegate, look.tr("People"), gutter)
        self.heading = Heading(look, look.tr("People"), role="title")
        self.adder = AddRow(look, look.tr("New person: name"), key="Ctrl+N")
        self.toggle = TickBox(look)
        self._people: tuple[Person, ...] = ()
        self._gone: tuple[Person, ...] = ()
        self._arrange()
        self.table.ordered.connect(self._sort)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.removing.connect(self.removing)
        self.adder.named.connect(self.named)
        self.toggle.clicked.connect(self._sort)
        self.table.set_order(_BY_INFLUENCE, descending=True)
        self.setFocusProxy(self.table)

    def _arrange(self) -> None:
        look, space = self.look, self.look.theme.space
        left, right = look.size("gutter_left"), look.size("gutter_right")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(left, space("m"), right, space("xs"))
        head.addWidget(self.heading)
        head.addWidget(self.toggle)
        foot.setContentsMargins(left, space("xs"), right, space("s"))
        foot.addWidget(self.adder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_client(self, shown: Shown, figures: Account) -> None:
        """Show the people of this client."""
        self._people = figures.people
        self._gone = tuple(Person(contact) for contact in figures.gone)
        self.rows.show_client(shown.client, (*self._people, *self._gone), shown.today)
        self.heading.show_count(len(self._people) or "")
        self.heading.show_note(self._note(figures))
        self.toggle.setText(self.look.tr("Show who left ({n})", n=len(self._gone)))
        self.toggle.setAccessibleName(self.toggle.text())
        self.toggle.setVisible(bool(self._gone))
        self.toggle.updateGeometry()
        self._sort()

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

    def choose(self, key: str) -> bool:
        """Make a person's row the current one; somebody who left is shown for it."""
        if any(person.contact.key == key for person in self._gone) and not self.toggle.isChecked():
            self.toggle.setChecked(True)
            self._sort()
        return self.table.current_key() == key or self.table.choose(key)

    def lock(self, locked: bool) -> None:
        """Look only."""
        self.adder.setEnabled(not locked)

    def name_one(self) -> None:
        """Ask for the name of a new person."""
        self.adder.open()

    def _sort(self) -> None:
        self.table.show_rows(list(self._people))
        if self.toggle.isChecked() and self._gone:
            self.rows.show_rows([*self.rows.rows, *self._gone])

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is always current in a list."""
        super().showEvent(event)
        self.table.choose_first()
