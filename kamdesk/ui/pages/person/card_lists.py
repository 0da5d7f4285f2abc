"""What belongs to a person on the card: orders, what is to be done, facts, when we met and shall meet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.card import Touch, last_touch, next_touch, open_actions, opportunities_of
from kamdesk.client.edit import change
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day, tell_money
from kamdesk.client.visiting import promise
from kamdesk.client.weigh_records import Evidence
from kamdesk.client.weighing import Freshness, freshness
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.plan.rows import ActionDelegate, in_order
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.painters import RIGHT, paint_text
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.steps import adding
from kamdesk.words import said

_FACTS = 6
_AGES = {Freshness.FRESH: "muted", Freshness.AMBER: "warn", Freshness.RED: "bad"}


class FactDelegate(RowDelegate):
    """The day, what happened, and what it shows; an old day is amber or red and says so."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("row_term"))
        self.shown: Shown | None = None

    def draw(self, painter: QPainter, rect: QRectF, item: Evidence, *, selected: bool) -> None:
        """Paint a fact."""
        look, px = self.look, self.look.theme.px
        if self.shown is None:
            return
        age = freshness(item.day, self.shown.today, self.shown.client.rules)
        day = tell_day(item.day, look.words, self.shown.today) if item.day else ""
        left = QRectF(rect.left(), rect.top(), px(76), rect.height())
        paint_text(painter, left, day, look.font("small"), look.colour(_AGES[age]))
        shows = look.tr(item.dimension.label) if item.dimension else ""
        tail = [shows] if age is Freshness.FRESH else [shows, look.tr("old")]
        tail += [look.tr("confirmed")] if item.second_source.strip() else []
        words = tell_list([part for part in tail if part], look.words)
        ends = QRectF(rect.right() - rect.width() * 0.3, rect.top(), rect.width() * 0.3, rect.height())
        used = paint_text(painter, ends, words, look.font("small"), look.colour("muted"), RIGHT)
        inner = rect.adjusted(px(80), 0, -used - px(12), 0)
        paint_text(painter, inner, item.text, look.font(), look.colour("text2"))


class CardActions(QWidget):
    """What is to be done about a person: tick it, go to it, add to it."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._contact: Contact | None = None
        self._shown: Shown | None = None
        self._rows = ActionDelegate(look, look.size("row_term"))
        self.list = RowList(self._rows, look.tr("Actions"), growing=True)
        self.adder = AddRow(look, look.tr("What shall we do with them?"))
        column = _column(self)
        column.addWidget(self.list)
        column.addWidget(self.adder)
        self.adder.named.connect(self._plan)
        self.list.ticked.connect(self._tick)
        self._rows.ticked.connect(self._tick)
        self.list.opened.connect(self._open)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show what is open with a person."""
        self._contact, self._shown = contact, shown
        self._rows.today = shown.today
        rows = in_order(open_actions(shown.client, contact))
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))

    def _plan(self, words: str) -> None:
        if self._contact is None or self._shown is None:
            return
        read = promise(words, Side.OURS, self._shown.today)
        made = Action(
            owner=self._contact.owner,
            text=read.text or words,
            side=read.side,
            person=read.person,
            due=read.due,
            contact=self._contact.key,
        )
        self.edited.emit(adding(made))

    def _tick(self, key: str) -> None:
        action = self._shown.client.get(key) if self._shown else None
        if isinstance(action, Action) and self._shown:
            words = said("Done: {text}", text=action.text)
            self.edited.emit(Doing(words, (change(action, done=self._shown.today),), toast=True))

    def _open(self, key: str) -> None:
        if self._shown:
            self.going.emit(Goto("plan", self._shown.client.key, key))


class CardFacts(QWidget):
    """The newest facts about a person; each leads to the weigh-in."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._contact: Contact | None = None
        self._shown: Shown | None = None
        self._rows = FactDelegate(look)
        self.list = RowList(self._rows, look.tr("Evidence"), growing=True)
        self._none = Label(look, look.tr("No fact is written down yet"), "body", "muted")
        column = _column(self)
        column.addWidget(self.list)
        column.addWidget(self._none)
        self.list.opened.connect(self._open)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show what is known of a person by facts."""
        self._contact, self._shown = contact, shown
        self._rows.shown = shown
        dated = [item for item in shown.client.evidence if item.contact == contact.key and item.day]
        rows = sorted(dated, key=_turn, reverse=True)[:_FACTS]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _open(self, _key: str) -> None:
        if self._contact and self._shown:
            self.going.emit(Goto("weighin", self._shown.client.key, self._contact.key))


class CardTouches(QWidget):
    """When we met last and shall meet next, and the orders the person matters for; each line leads there."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._client = ""
        self._targets: list[tuple[str, str]] = []
        self.lines: list[LineButton] = []
        self._column = _column(self)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show touches and orders."""
        look, today = self.look, shown.today
        self._client = shown.client.key
        rows: list[tuple[str, str, str, str, str]] = []
        coming, past = next_touch(shown.client, contact, today), last_touch(shown.client, contact, today)
        rows.append(self._touch(look.tr("Next"), "calendar", coming, shown, look.tr("nothing planned")))
        rows.append(self._touch(look.tr("Last"), "history", past, shown, look.tr("never")))
        for item in opportunities_of(shown.client, contact):
            amount = tell_money(item.amount, look.words) if item.amount else ""
            day = tell_day(item.close, look.words, today) if item.close else ""
            tail = tell_list([part for part in (amount, day) if part], look.words)
            rows.append((look.trc("result", "Order"), "target", item.name, tail, f"plan {item.key}"))
        self._show(rows)

    def _touch(
        self, lead: str, icon: str, touch: Touch | None, shown: Shown, none: str
    ) -> tuple[str, str, str, str, str]:
        if touch is None:
            return lead, icon, none, "", ""
        day = tell_day(touch.day, self.look.words, shown.today)
        return lead, icon, self.look.tell(touch.said), day, f"{touch.place} {touch.key}"

    def _show(self, rows: list[tuple[str, str, str, str, str]]) -> None:
        while len(self.lines) > len(rows):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(rows):
            self.lines.append(LineButton(self.look, role="body", colour="text"))
            self.lines[-1].clicked.connect(self._lead)
            self._column.addWidget(self.lines[-1])
        self._targets = []
        for line, (lead, icon, words, tail, target) in zip(self.lines, rows, strict=True):
            line.show_line(words, icon=icon, lead=lead, tail=tail)
            line.setEnabled(bool(target))
            place, _, key = target.partition(" ")
            self._targets.append((place, key))

    def _lead(self) -> None:
        sender = self.sender()
        at = next((number for number, line in enumerate(self.lines) if line is sender), -1)
        place, key = self._targets[at] if at >= 0 else ("", "")
        if place:
            self.going.emit(Goto(place, self._client, key))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _turn(item: Evidence) -> str:
    return f"{item.day}"
