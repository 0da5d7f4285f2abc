"""The rows of the people list: who they are, what they decide, how they stand, when they were last met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kamdesk.client.account import Person
from kamdesk.client.client import Client
from kamdesk.client.people import Attitude
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day, tell_decimal, tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.person.rows import key_of, roles_words
from kamdesk.ui.pages.person.told import last_met
from kamdesk.ui.parts.badges import unknown_badge
from kamdesk.ui.parts.marks import attitude_colour, attitude_mark, gap, pips
from kamdesk.ui.parts.painters import LEFT, RIGHT, left_square, paint_lines, paint_text
from kamdesk.ui.parts.portraits import avatar
from kamdesk.ui.parts.rows import Index
from kamdesk.ui.parts.tables import Column, ColumnRows, TableDelegate
from kamdesk.words import N_, NC_

_ATTITUDES = list(Attitude)
HEIGHT = 46  # px of a row with two lines


class PeopleRows(ColumnRows):
    """The people of a client, each as the account sees them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, key=key_of)
        self.today = date.today()
        self.met: dict[str, date | None] = {}
        self.names: dict[str, str] = {}
        self.columns = (
            Column("name", N_("Name"), 230, LEFT, _name, stretch=True),
            Column("department", N_("Department"), 112, LEFT, _department),
            Column("attitude", N_("Attitude"), 136, LEFT, _attitude),
            Column("weigh", N_("Weigh-in"), 84, RIGHT, _score, descending=True),
            Column("lead", NC_("column", "Lead"), 74, RIGHT, _lead),
            Column("influence", N_("Influence"), 92, LEFT, _influence, descending=True),
            Column("roles", N_("Buying roles"), 150, LEFT, _roles),
            Column("boss", N_("Reports to"), 110, LEFT, self._boss_order),
            Column("met", N_("Last met"), 84, RIGHT, self._silence, descending=True),
        )

    def show_client(self, client: Client, people: Iterable[Person], today: date) -> None:
        """Learn when each of these people was met."""
        self.today = today
        self.names = {contact.key: contact.name for contact in client.contacts}
        self.met = {person.contact.key: last_met(client, person.contact.key, today) for person in people}

    def _silence(self, person: Person) -> int | None:
        day = self.met.get(person.contact.key)
        return (self.today - day).days if day else None

    def met_words(self, person: Person) -> str:
        """How long ago somebody was met."""
        days = self._silence(person)
        return self.look.tr("never") if days is None else self.look.tr("{n} d", n=days)

    def boss_words(self, person: Person) -> str:
        """The name of whom somebody reports to."""
        return self.names.get(person.contact.reports_to or "", "")

    def _boss_order(self, person: Person) -> str | None:
        return self.boss_words(person).casefold() or None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A screen reader hears with the name what the map shows by its lines."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column() == 0:
            return self.spoken(self.item(index))
        return super().data(index, role)

    def spoken(self, person: Person) -> str:
        """Name, title and boss."""
        contact, boss = person.contact, self.boss_words(person)
        parts = [contact.name, contact.title_at_work]
        parts.append(self.look.tr("reports to {name}", name=boss) if boss else "")
        parts.append(self.look.tr("not identified yet") if contact.placeholder else "")
        return tell_list([part for part in parts if part], self.look.words)

    def left_words(self, person: Person) -> str:
        """Since when somebody is not there any more."""
        day = person.contact.left
        return self.look.tr("left {day}", day=tell_day(day, self.look.words, self.today)) if day else ""

    def words(self, item: Person, column: int) -> str:
        """What a cell says, for screen readers."""
        look, contact = self.look, item.contact
        if contact.left and self.columns[column].name == "attitude":
            return self.left_words(item)
        unknown = look.tr("Unknown")
        told = {
            "name": contact.name,
            "department": contact.department or unknown,
            "attitude": look.tr(item.attitude.label) if item.attitude else unknown,
            "weigh": tell_decimal(item.score, 1) if item.score is not None else unknown,
            "lead": tell_gap(item.lead) if item.lead is not None else unknown,
            "influence": str(contact.influence or unknown),
            "roles": roles_words(contact, look, 9) or unknown,
            "boss": self.boss_words(item) or unknown,
            "met": self.met_words(item),
        }
        return told[self.columns[column].name]


def _name(person: Person) -> str:
    return person.contact.name.casefold()


def _department(person: Person) -> str | None:
    return person.contact.department.casefold() or None


def _attitude(person: Person) -> int | None:
    return _ATTITUDES.index(person.attitude) if person.attitude else None


def _score(person: Person) -> float | None:
    return person.score


def _lead(person: Person) -> float | None:
    return person.lead


def _influence(person: Person) -> int | None:
    return person.contact.influence


def _roles(person: Person) -> str | None:
    return person.contact.roles[0].value if person.contact.roles else None


class PeopleDelegate(TableDelegate):
    """Paints a person's row."""

    def __init__(self, look: Look, rows: PeopleRows, gutter: int) -> None:
        super().__init__(look, look.theme.px(HEIGHT), gutter)
        self.rows = rows

    def draw_cell(self, painter: QPainter, rect: QRectF, item: Any, column: int, *, selected: bool) -> None:
        """Paint one cell."""
        name = self.rows.columns[column].name
        if name == "name":
            self._draw_name(painter, rect, item, selected=selected)
        elif item.contact.left and name not in ("department", "roles", "boss"):
            return
        else:
            getattr(self, f"_draw_{name}")(painter, rect, item)

    def _draw_name(self, painter: QPainter, rect: QRectF, item: Person, *, selected: bool) -> None:
        look, side, left = self.look, self.look.size("avatar", 1), item.contact.left
        ground = "sel" if selected else "canvas"
        box, shape = left_square(rect, side), left is None
        avatar(painter, box, item.contact.name, item.attitude, look, step=1, ground=ground, shape=shape)
        words = rect.adjusted(side + look.theme.px(12), 0, 0, 0)
        if left is not None:
            gone = paint_text(painter, words, item.contact.name, look.font("name"), look.colour("muted"))
            rest = words.adjusted(gone + look.theme.px(12), 0, 0, 0)
            paint_text(painter, rest, self.rows.left_words(item), look.font("small"), look.colour("muted"))
        elif item.contact.title_at_work:
            paint_lines(painter, words, item.contact.name, item.contact.title_at_work, look)
        else:
            paint_text(painter, words, item.contact.name, look.font("name"), look.colour("text"))

    def _draw_department(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        self._words(painter, rect, item.contact.department, item.contact.left is not None)

    def _draw_roles(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        self._words(painter, rect, roles_words(item.contact, self.look), item.contact.left is not None)

    def _words(self, painter: QPainter, rect: QRectF, words: str, gone: bool) -> None:
        ink = self.look.colour("text2" if words and not gone else "muted")
        paint_text(painter, rect, words or "–", self.look.font(), ink)

    def _draw_boss(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        self._words(painter, rect, self.rows.boss_words(item), item.contact.left is not None)

    def _draw_attitude(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        look, attitude = self.look, item.attitude
        attitude_mark(painter, left_square(rect, look.size("attitude")), attitude, look)
        words = look.tr(attitude.label) if attitude else look.tr("Unknown")
        strong = attitude in (Attitude.ENEMY, Attitude.NON_SUPPORTER)
        ink = attitude_colour(attitude) if strong else "text2" if attitude else "muted"
        paint_text(painter, rect.adjusted(look.theme.px(18), 0, 0, 0), words, look.font(), look.colour(ink))

    def _draw_weigh(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        look = self.look
        if item.score is None:
            unknown_badge(painter, rect.adjusted(rect.width() - look.size("unknown"), 0, 0, 0), look)
            return
        told, font = tell_decimal(item.score, 1), look.font("body", 500, tabular=True)
        paint_text(painter, rect, told, font, look.colour("text"), RIGHT)

    def _draw_lead(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        gap(painter, rect, item.lead, self.look, align=RIGHT)

    def _draw_influence(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        look, level = self.look, item.contact.influence
        if level is None:
            unknown_badge(painter, left_square(rect, look.size("unknown")), look)
            return
        used = pips(painter, rect, level, look)
        words = rect.adjusted(used + look.theme.px(8), 0, 0, 0)
        paint_text(painter, words, str(level), look.font("body", 0, tabular=True), look.colour("text2"))

    def _draw_met(self, painter: QPainter, rect: QRectF, item: Person) -> None:
        look, known = self.look, self.rows.met.get(item.contact.key)
        ink = look.colour("text2" if known else "muted")
        paint_text(painter, rect, self.rows.met_words(item), look.font("body", 0, tabular=True), ink, RIGHT)
