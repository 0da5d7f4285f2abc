"""Whose cards shall be printed: the people of a client with a tick, the key people first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from kamdesk.client.people import Contact
from kamdesk.document.person import in_order, key_people
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.making import Made
from kamdesk.ui.parts.badges import tick_box
from kamdesk.ui.parts.painters import RIGHT, paint_text, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as the list shows them."""

    key: str
    name: str
    ticked: bool
    influence: str
    page: str  # of the card


class CardPeople(RowList):
    """Space ticks, Enter scrolls to the card."""

    turned = Signal()  # a tick was changed

    def __init__(self, look: Look) -> None:
        self._paints = _PersonDelegate(look)
        super().__init__(self._paints, look.tr("People"))
        self.look = look
        self._shown: Shown | None = None
        self._made: Made | None = None
        self._chosen: dict[str, set[str]] = {}  # by client
        self.ticked.connect(self.toggle)
        self.clicked.connect(self._clicked)

    def people(self) -> tuple[Contact, ...]:
        """Everybody who is here, and who is ticked though no longer here; the most influential first."""
        if self._shown is None:
            return ()
        client, today, chosen = self._shown.client, self._shown.today, self._ticks()
        return in_order(it for it in client.contacts if it.key in chosen or not it.gone(today))

    def printed(self) -> tuple[str, ...]:
        """Whose cards are wanted, in the order they are printed."""
        chosen = self._ticks()
        return tuple(contact.key for contact in self.people() if contact.key in chosen)

    def show_client(self, shown: Shown) -> None:
        """Show the people of a client; at first the key people are ticked."""
        self._shown = shown
        self._fill()

    def show_made(self, made: Made) -> None:
        """Show on which page each card stands."""
        self._made = made
        self._fill()

    def toggle(self, key: str) -> None:
        """Tick a person, or take the tick away."""
        self._ticks().symmetric_difference_update({key})
        self._fill()
        self.turned.emit()

    def tick_only(self, key: str) -> None:
        """Print one card."""
        if self._shown is not None:
            self._chosen[self._shown.client.key] = {key}
            self._fill()
            self.choose(key)

    def tick_key_people(self) -> None:
        """Print a card for every key person."""
        if self._shown is not None:
            self._chosen.pop(self._shown.client.key, None)
            self._fill()
            self.turned.emit()

    def _ticks(self) -> set[str]:
        if self._shown is None:
            return set()
        client = self._shown.client
        if client.key not in self._chosen:
            self._chosen[client.key] = {contact.key for contact in key_people(client, self._shown.today)}
        return self._chosen[client.key]

    def _fill(self) -> None:
        made, chosen, tr = self._made, self._ticks(), self.look.tr
        rows = []
        for contact in self.people():
            first = made.first_page(contact.key) if made and contact.key in chosen else None
            page = tr("p. {n}", n=first) if first else ""
            influence = str(contact.influence or "?")
            rows.append(PersonRow(contact.key, contact.name or tr("No name"), contact.key in chosen, influence, page))
        self.show_rows(rows)

    def _clicked(self, index: object) -> None:
        """A click on the box ticks, a click on the name leads to the card."""
        key = self.current_key()
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        if place.x() < self.look.theme.px(36):
            self.toggle(key)
        else:
            self.opened.emit(key)


class _PersonDelegate(RowDelegate):
    """Box, name, influence, page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: PersonRow, *, selected: bool) -> None:
        """Paint a person."""
        look, px = self.look, self.look.theme.px
        tick_box(painter, QRectF(rect.left(), rect.top(), px(16), rect.height()), item.ticked, look)
        muted, small = look.colour("muted"), look.font("small")
        paint_text(painter, rect, item.page, small, muted, RIGHT)
        told = look.trc("short", "infl. {n}", n=item.influence)
        words = rect.adjusted(px(26), 0, -(text_width(item.page, small) + px(8)), 0)
        room = words.adjusted(0, 0, -(text_width(told, small) + px(8)), 0)
        used = paint_text(painter, room, item.name, look.font(), look.colour("text") if item.ticked else muted)
        paint_text(painter, words.adjusted(used + px(8), 0, 0, 0), told, small, muted)
