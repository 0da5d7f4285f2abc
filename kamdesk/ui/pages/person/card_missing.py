"""How complete a card is: a ring with its share, and what is missing, each line leading to where it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.card import CardItem, card_share
from kamdesk.ui.look import Look
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.figures import Figure
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.painters import CENTRE, paint_text
from kamdesk.ui.parts.tiles import Card

_MOST = 6


class ShareRing(Figure):
    """A share as a ring with its percentage inside."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(52), look.theme.px(52))
        self._done = self._total = 0

    def show_share(self, done: int, total: int) -> None:
        """Show so many of so many."""
        self._done, self._total = done, total
        self.setAccessibleName(self.look.tr("{done} of {total} filled", done=done, total=total))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring and the percentage."""
        marks.ring(painter, rect, self._done, self._total, self.look)
        share = round(100 * self._done / self._total) if self._total else 0
        paint_text(painter, rect, f"{share}%", self.look.font("small", 600), self.look.colour("text"), CENTRE)


class Missing(Card):
    """The tile of completeness."""

    wanted = Signal(object)  # CardItem: go to where it is written

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.ring = ShareRing(look)
        self._title, self._count = Label(look, look.tr("Card complete"), "section"), Label(look, "", "small", "text2")
        self.lines: dict[str, LineButton] = {}
        self._items: dict[str, CardItem] = {}
        self._more = Label(look, "", "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._count)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.theme.space("m"))
        head.addWidget(self.ring)
        head.addLayout(words, 1)
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(look.theme.space("s"))
        self._held = QVBoxLayout()
        self._held.setSpacing(0)
        column.addLayout(self._held)
        column.addWidget(self._more)

    def show_items(self, items: Sequence[CardItem]) -> None:
        """Show how much is filled and what is not."""
        look = self.look
        done = sum(item.filled for item in items)
        self.ring.show_share(done, len(items))
        self._count.setText(look.tr("{done} of {total} filled", done=done, total=len(items)))
        if card_share(items) == 1:
            self._count.setText(look.tr("everything is known"))
        gaps = [item for item in items if not item.filled]
        self._items = {item.field: item for item in gaps}
        for name in [name for name in self.lines if name not in {item.field for item in gaps[:_MOST]}]:
            line = self.lines.pop(name)
            self._held.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, item in enumerate(gaps[:_MOST]):
            if item.field not in self.lines:
                self.lines[item.field] = self._line()
            line = self.lines[item.field]
            line.show_line(look.tell(item.said), icon="circle-dashed")
            self._held.insertWidget(at, line)
        rest = len(gaps) - _MOST
        self._more.setText(look.trn("and {n} more", "and {n} more", rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops."""
        return list(self.lines.values())

    def _line(self) -> LineButton:
        line = LineButton(self.look)
        line.clicked.connect(self._lead)
        return line

    def _lead(self) -> None:
        sender = self.sender()
        name = next((name for name, line in self.lines.items() if line is sender), "")
        if name in self._items:
            self.wanted.emit(self._items[name])
