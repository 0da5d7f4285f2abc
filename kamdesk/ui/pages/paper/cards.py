"""Which cards of a document shall be printed: people or rivals of a client with a tick, one page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.order import Made
from kamdesk.ui.parts.badges import tick_box
from kamdesk.ui.parts.painters import RIGHT, paint_text, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card as the list shows it."""

    key: str
    name: str
    ticked: bool
    remark: str
    page: str  # of the card


Cards = Callable[[Shown, set[str]], Sequence[CardRow]]  # of a client and the ticked keys: all there may be, in order
AtFirst = Callable[[Shown], set[str]]  # the keys that are ticked before anybody chose


class CardList(RowList):
    """Space ticks, Enter scrolls to the card; ticks and pages of the `cards` are filled in here."""

    prints = False  # what a document is made of is no list of records
    turned = Signal()  # a tick was changed

    def __init__(self, look: Look, spoken: str, cards: Cards, at_first: AtFirst) -> None:
        self._cards, self._at_first = cards, at_first
        self._paints = _CardDelegate(look)
        super().__init__(self._paints, spoken)
        self.look = look
        self._shown: Shown | None = None
        self._made: Made | None = None
        self._chosen: dict[str, set[str]] = {}  # by client
        self.ticked.connect(self.toggle)
        self.clicked.connect(self._clicked)

    def printed(self) -> tuple[str, ...]:
        """The keys of the cards that are wanted, in the order they are printed."""
        if self._shown is None:
            return ()
        chosen = self._ticks()
        return tuple(card.key for card in self._cards(self._shown, chosen) if card.key in chosen)

    def show_client(self, shown: Shown) -> None:
        """Show the cards of a client."""
        self._shown = shown
        self._fill()

    def show_made(self, made: Made) -> None:
        """Show on which page each card stands."""
        self._made = made
        self._fill()

    def toggle(self, key: str) -> None:
        """Tick a card, or take the tick away."""
        self._ticks().symmetric_difference_update({key})
        self._fill()
        self.turned.emit()

    def tick_only(self, *keys: str) -> None:
        """Print these cards."""
        if self._shown is not None:
            self._chosen[self._shown.client.key] = set(keys)
            self._fill()
            self.choose(keys[0])

    def tick_as_at_first(self) -> None:
        """Tick what is ticked before anybody chose."""
        if self._shown is not None:
            self._chosen.pop(self._shown.client.key, None)
            self._fill()
            self.turned.emit()

    def _ticks(self) -> set[str]:
        if self._shown is None:
            return set()
        key = self._shown.client.key
        if key not in self._chosen:
            self._chosen[key] = self._at_first(self._shown)
        return self._chosen[key]

    def _fill(self) -> None:
        if self._shown is None:
            return
        made, chosen, tr = self._made, self._ticks(), self.look.tr
        rows = []
        for card in self._cards(self._shown, chosen):
            first = made.first_page(card.key) if made and card.key in chosen else None
            page = tr("p. {n}", n=first) if first else ""
            rows.append(CardRow(card.key, card.name or tr("No name"), card.key in chosen, card.remark, page))
        self.show_rows(rows)

    def _clicked(self, index: object) -> None:
        """A click on the box ticks, a click on the name leads to the card."""
        key = self.current_key()
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        if place.x() < self.look.theme.px(36):
            self.toggle(key)
        else:
            self.opened.emit(key)


class _CardDelegate(RowDelegate):
    """Box, name, remark, page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: CardRow, *, selected: bool) -> None:
        """Paint a card."""
        look, px = self.look, self.look.theme.px
        tick_box(painter, QRectF(rect.left(), rect.top(), px(16), rect.height()), item.ticked, look)
        muted, small = look.colour("muted"), look.font("small")
        paint_text(painter, rect, item.page, small, muted, RIGHT)
        words = rect.adjusted(px(26), 0, -(text_width(item.page, small) + px(8)), 0)
        room = words.adjusted(0, 0, -(text_width(item.remark, small) + px(8)), 0)
        used = paint_text(painter, room, item.name, look.font(), look.colour("text") if item.ticked else muted)
        paint_text(painter, words.adjusted(used + px(8), 0, 0, 0), item.remark, small, muted)
