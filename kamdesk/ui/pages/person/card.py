"""The expansion card of a key person: a brief that is read in two minutes and written where it stands (S3-14)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import Account, Person
from kamdesk.client.card import CardItem, card_items
from kamdesk.client.person_tactic import person_tactic
from kamdesk.client.rival_records import Rival
from kamdesk.client.targets import person_gaps
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.pages.person.card_bonds import BondLines
from kamdesk.ui.pages.person.card_columns import CardColumns
from kamdesk.ui.pages.person.card_end import CardEnd
from kamdesk.ui.pages.person.card_field import CardFields, CardTicks, CardValue
from kamdesk.ui.pages.person.card_head import CardHead
from kamdesk.ui.pages.person.card_lists import CardActions, CardFacts, CardTouches
from kamdesk.ui.pages.person.card_missing import Missing
from kamdesk.ui.pages.person.card_personal import PersonalNote
from kamdesk.ui.pages.person.card_stand import Standing, TacticTile
from kamdesk.ui.parts.brief_row import BriefRow
from kamdesk.ui.parts.scrolled import Scrolled

_IDENTITY = ("title_at_work", "department", "reports_to", "phone", "email", "reach")
_POSITION = ("roles", "influence", "attitude", "coverage", "mode", "successor")
_NOTES = ("business_agenda", "personal_agenda", "criteria", "background", "notes")
_TICKS = ("is_owner", "placeholder")
_OURS = ("our_owner", "our_sponsor")


class PersonCard(QWidget):
    """Everything about one person on one page; the tiles at the right say how they stand and what is missing."""

    chosen = Signal(str)
    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self._shown: Shown | None = None
        self._people: dict[str, Person] = {}
        self._key = ""
        self._rival = ""
        self.head = CardHead(look)
        self.identity, self.position, self.ours = (CardFields(look, names) for names in (_IDENTITY, _POSITION, _OURS))
        self.notes = {name: CardValue(look, name) for name in _NOTES}
        self.ticks = CardTicks(look, _TICKS)
        self.bonds, self.todo, self.facts = BondLines(look), CardActions(look), CardFacts(look)
        self.touches, self.personal = CardTouches(look), PersonalNote(look)
        self.end = CardEnd(look)
        self.standing, self.tactic, self.missing = Standing(look), TacticTile(look), Missing(look)
        self._lay()
        self._connect()
        self.setFocusProxy(self.head.name)

    def _lay(self) -> None:
        theme = self.look.theme
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(
            theme.size("gutter_left"), theme.space("l"), theme.size("gutter_right"), theme.space("xl")
        )
        column.setSpacing(theme.space("m"))
        column.addWidget(self.head)
        self.columns = CardColumns(self.look, self._laid_brief(), self.standing, (self.tactic, self.missing))
        column.addWidget(self.columns)
        column.addStretch(1)
        self._scroll = Scrolled(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _laid_brief(self) -> QWidget:
        held = QWidget()
        brief = QVBoxLayout(held)
        brief.setContentsMargins(0, 0, 0, 0)
        brief.setSpacing(0)
        for label, parts in self._rows():
            row = BriefRow(self.look, label, 0 if isinstance(parts[0], CardFields) else 3)
            own_rim = isinstance(parts[0], CardValue | PersonalNote)
            row.column.setContentsMargins(0 if own_rim else self.look.theme.px(6), 0, 0, 0)
            for part in parts:
                row.column.addWidget(part)
            brief.addWidget(row)
        brief.addSpacing(self.look.theme.space("m"))
        brief.addWidget(self.end)
        brief.addStretch(1)
        return held

    def _rows(self) -> list[tuple[str, list[QWidget]]]:
        tr = self.look.tr
        return [
            (tr("Who it is"), [self.identity]),
            (tr("Position"), [self.position, self.ticks]),
            (tr("Business agenda"), [self.notes["business_agenda"]]),
            (tr("Personal agenda"), [self.notes["personal_agenda"]]),
            (tr("Decides by"), [self.notes["criteria"]]),
            (tr("Background"), [self.notes["background"]]),
            (tr("Of ours"), [self.ours, self.bonds]),
            (tr("Touches"), [self.touches]),
            (tr("To do"), [self.todo]),
            (tr("Evidence"), [self.facts]),
            (tr("Notes"), [self.notes["notes"]]),
            (tr("Personal"), [self.personal]),
        ]

    def _connect(self) -> None:
        for value in self.notes.values():
            value.edited.connect(self.edited)
        for fields in self._fields():
            fields.edited.connect(self.edited)
        for part in (self.head, self.ticks, self.bonds, self.todo, self.personal, self.end):
            part.edited.connect(self.edited)
        for place in (self.standing, self.todo, self.facts, self.touches):
            place.going.connect(self.going)
        self.head.stepped.connect(self._step)
        self.head.weighing.connect(self._weigh)
        self.head.printing.connect(self._print)
        self.missing.wanted.connect(self._fill)

    def _fields(self) -> tuple[CardFields, ...]:
        return self.identity, self.position, self.ours

    def show_client(self, shown: Shown, figures: Account) -> None:
        """Show the chosen person of this client, the most influential one where none is chosen."""
        self._shown = shown
        gone = (Person(contact, rules=shown.client.rules) for contact in figures.gone)
        self._people = {person.contact.key: person for person in (*figures.people, *gone)}
        rival = shown.workspace.get(figures.rival)
        self._rival = rival.called if isinstance(rival, Rival) else ""
        if self._key not in self._people:
            self._key = next(iter(self._people), "")
        self._show()

    def current(self) -> str:
        """The key of the person it shows."""
        return self._key

    def choose(self, key: str) -> None:
        """Show this person."""
        if key in self._people and key != self._key:
            self._key = key
            self._scroll.verticalScrollBar().setValue(0)
            self._show()

    def keys(self) -> list[tuple[str, str]]:
        """What can be done here, for the footer."""
        tr, trc = self.look.tr, self.look.trc
        return [
            ("Tab", tr("next field")),
            ("F2", tr("edit it")),
            ("Esc", trc("key", "leave it")),
            ("W", trc("key", "weigh")),
        ]

    def start(self, name: str) -> None:
        """Open a field and put the keyboard into it."""
        every = {**self.notes, **{n: value for fields in self._fields() for n, value in fields.values.items()}}
        if name == "bonds":
            self.bonds.open()
        elif name == "actions":
            self.todo.adder.open()
        elif name in every:
            self._scroll.ensureWidgetVisible(every[name], 20, 60)
            every[name].open()

    def _show(self) -> None:
        person, shown = self._people.get(self._key), self._shown
        self._scroll.setVisible(person is not None)
        if person is None or shown is None:
            return
        contact = person.contact
        self.head.show_person(person, shown, list(self._people).index(self._key) + 1, len(self._people))
        for fields in self._fields():
            fields.show_person(contact, shown)
        for part in (self.ticks, self.bonds, self.touches, self.personal, self.todo, self.facts, self.end):
            part.show_person(contact, shown)
        for value in self.notes.values():
            value.show_person(contact, shown)
        self.standing.show_person(person, person_gaps(shown.client, person, shown.today), self._rival, shown)
        self.tactic.show_tactic(person_tactic(person))
        self.missing.show_items(card_items(shown.client, shown.workspace, person, shown.today))
        written: list[QWidget] = [*self._fields(), *self.notes.values(), self.ticks, self.bonds, self.personal]
        for widget in (*written, self.todo.adder, self.head.name, self.end):
            widget.setEnabled(not self.desk.read_only)

    def _step(self, by: int) -> None:
        keys = list(self._people)
        self.choose(keys[(keys.index(self._key) + by) % len(keys)])
        self.chosen.emit(self._key)

    def _weigh(self) -> None:
        if self._shown and self._key:
            self.going.emit(Goto("weighin", self._shown.client.key, self._key, "weigh"))

    def _print(self) -> None:
        if self._shown and self._key:
            self.going.emit(Goto("paper", self._shown.client.key, self._key, "person"))

    def _fill(self, item: CardItem) -> None:
        if item.place == "people" or item.field == "actions":
            self.start(item.field)
        elif self._shown:
            action = {"visits": "prepare", "weighin": "weigh"}.get(item.place, "")
            self.going.emit(Goto(item.place, self._shown.client.key, "" if action == "prepare" else self._key, action))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room is shared anew."""
        super().resizeEvent(event)
        columns = self.columns.fit(event.size().width())
        for fields in self._fields():
            fields.show_columns(columns)
