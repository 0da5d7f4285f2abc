"""What to do with the document, which editions there are, what moved since the last one, and what stays here."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.card_lines import CardLines
from kamdesk.ui.pages.paper.edition_list import DRAFT, EditionList, edition_rows
from kamdesk.ui.pages.paper.leak_part import LeakPart
from kamdesk.ui.pages.paper.moved_list import MovedPart
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, Made, Order, is_numbered
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.scrolled import Scrolled


class PaperPanel(QWidget):
    """Export and print stay in sight; what is below them scrolls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._order: Order | None = None
        self._client: Client | None = None
        self.export = Button(look, tr("Export PDF"), "primary", key="Ctrl+E", spread=True)
        self.print = Button(look, tr("Print"), key="Ctrl+P", spread=True)
        self.heading = Heading(look, tr("Editions"))
        self.seek = IconButton(look, "user-search", tr("Who read which edition?"), small=True)
        self.heading.add(self.seek)
        self.heading.setMinimumHeight(look.size("button_small"))
        self.reader = FilterField(look, tr("Who was given it?"), 0)
        self.reader.setMaximumWidth(16_777_215)
        self.reader.setMinimumWidth(0)
        self.reader.hide()
        self.editions = EditionList(look)
        self.moved = MovedPart(look)
        self.leak = LeakPart(look)
        self.cards = CardLines(look)
        self.batch = LineButton(look, tr("Documents of many clients"), icon="layers", height=32)
        self._arrange()
        self.seek.clicked.connect(self._seek)
        self.reader.textChanged.connect(self._show_editions)
        self.reader.escaped.connect(self._end_seeking)
        self.reader.walked.connect(self._walk)

    def _arrange(self) -> None:
        theme = self.look.theme
        left, right, over = theme.px(20), theme.size("gutter_right"), theme.size("overhang")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space("l"), 0, 0)
        column.setSpacing(theme.px(8))
        top = QVBoxLayout()
        top.setContentsMargins(left, 0, right, theme.px(8))
        top.setSpacing(theme.px(8))
        top.addWidget(self.export)
        top.addWidget(self.print)
        column.addLayout(top)
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(left - over, 0, right - over, theme.space("l"))
        lines.setSpacing(0)
        for part, reach in (
            (self.cards, over),
            (self.heading, over),
            (self.reader, over),
            (self.editions, 0),
            (self.moved, over),
            (self.leak, over),
            (self.batch, over - theme.px(4)),
        ):
            held = QVBoxLayout()
            held.setContentsMargins(reach, 0, reach, 0)
            held.addWidget(part)
            lines.addLayout(held)
            if part is self.reader:
                held.setContentsMargins(reach, 0, reach, theme.px(8))
            above = theme.px(20) if part in (self.moved, self.leak) else 0
            below = theme.px(20) if part is self.cards else 0
            if above or below:  # room of its own, that goes when the part is hidden
                part.setContentsMargins(0, above, 0, below)
        lines.addStretch(1)
        column.addWidget(Scrolled(body), 1)

    def show_order(self, order: Order, client: Client) -> None:
        """Show which editions there are of what is wanted; the client as it is now knows them."""
        self._order, self._client = order, client
        numbered = is_numbered(order.document)
        for part in (self.heading, self.editions):
            part.setVisible(numbered)
        if not numbered:
            self.reader.clear()
            self.reader.hide()
        self.cards.setVisible(order.document in (CARDS, BATTLE))
        if order.document in (CARDS, BATTLE):
            self.cards.show_order(order)
        self.moved.setVisible(order.document == PLAN and order.issue.before is not None)
        self.leak.setVisible(numbered)
        self._show_editions()

    def show_made(self, made: Made) -> None:
        """Show what moved and what the copy leaves out."""
        before = made.order.issue.before
        number = before.number if before is not None and made.order.document == PLAN else None
        self.moved.show_moved(made.moved, number)
        self.leak.show_left(made.left, made.order.issue.audience)

    def _show_editions(self, _text: str = "") -> None:
        if self._order is None or self._client is None:
            return
        rows = edition_rows(self._client, self._order, self.reader.text(), self.look)
        self.editions.show_rows(rows)
        self.heading.show_count(sum(row.key != DRAFT for row in rows) or "")
        self.seek.setVisible(bool(self._client.editions))
        if not self.reader.text():
            self.editions.choose(self._order.issue.again or DRAFT)

    def _seek(self) -> None:
        self.reader.show()
        self.reader.setFocus()

    def _end_seeking(self) -> None:
        self.reader.clear()
        self.reader.hide()
        self.editions.setFocus()

    def _walk(self, _by: int) -> None:
        self.editions.setFocus()
