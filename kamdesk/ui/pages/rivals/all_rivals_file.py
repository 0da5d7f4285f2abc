"""All that is known of one rival: who it is, the facts by topic, where we meet it, what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Workspace
from kamdesk.client.company import Company
from kamdesk.client.rival_file import RivalFile
from kamdesk.client.rival_records import Rival
from kamdesk.desk.rival_list import Tally
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import place_of
from kamdesk.ui.pages.rivals.all_rivals_at import AtDelegate, at_rows
from kamdesk.ui.pages.rivals.all_rivals_head import RivalHead
from kamdesk.ui.pages.rivals.all_rivals_known import KnownPart
from kamdesk.ui.pages.rivals.all_rivals_news import NewsDelegate, news_rows
from kamdesk.ui.pages.rivals.all_rivals_seen import Measure, SeenRows
from kamdesk.ui.pages.rivals.columns import TwoColumns, column_in, inside
from kamdesk.ui.parts.folded_rows import FoldedDelegate, FoldedList, walk_on
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.scrolled import Scrolled

_WIDE = 820  # px at 100 % text: from here on the facts and the rest stand side by side
_NEWS = 12  # the latest of one rival; the News face has them all


class RowsPart(QWidget):
    """A heading with its count, the rows, or a sentence where there are none."""

    def __init__(self, look: Look, delegate: FoldedDelegate, title: str, none: str) -> None:
        super().__init__()
        self._heading = Heading(look, title)
        self.list = FoldedList(delegate, title)
        self._none = Label(look, none, "small", "muted", wrap=True)
        out = look.size("overhang")
        column = column_in(self, look.theme.px(4))
        column.addLayout(inside(out, self._heading))
        column.addWidget(self.list)
        column.addLayout(inside(out, self._none))

    def show_rows(self, rows: Sequence[Any], count: int) -> None:
        """Show these of `count`."""
        self._heading.show_count(count or "")
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)


class RivalFileView(Scrolled):
    """The file; it scrolls as a whole. Arrows walk on from list to list."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self.is_open = True
        self._rival: Rival | None = None
        self._body = QWidget()
        self.head = RivalHead(look)
        self.known = KnownPart(look, self._body)
        self._delegate = NewsDelegate(look)
        nowhere = tr("No client is compared with this rival yet.")
        delegate = AtDelegate(look)
        self.at = RowsPart(look, delegate, tr("Where we meet them"), nowhere)
        self._measuring = SeenRows(self.at.list, delegate)
        self.news = RowsPart(look, self._delegate, tr("Latest news"), tr("Nothing learned at any client yet."))
        self._arrange()
        self.head.edited.connect(self.edited)
        self.head.back.connect(self.back)
        self.known.edited.connect(self.edited)
        self.at.list.opened.connect(self._go_to_client)
        self.news.list.opened.connect(self._go_to_news)
        for rows in self._lists():
            rows.left_by.connect(self._walk_on)
            rows.chosen.connect(rows.reveal)

    def _lists(self) -> tuple[FoldedList, ...]:
        return self.known.list, self.at.list, self.news.list

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        halves = TwoColumns(look, _WIDE)
        halves.left.addWidget(self.known)
        halves.left.addStretch(1)
        for part in (self.at, self.news):
            halves.right.addWidget(part)
            halves.right.addSpacing(px(14))
        halves.right.addStretch(1)
        column = column_in(self._body, px(14))
        column.setContentsMargins(px(24) - out, px(10), look.size("gutter_right") - out, px(20))
        column.addWidget(self.head)
        column.addWidget(halves)
        column.addStretch(1)
        self.hold(self._body)

    def show_file(
        self,
        tally: Tally,
        file: RivalFile,
        companies: Mapping[str, Company],
        workspace: Workspace,
        measure: Measure,
        today: date,
    ) -> None:
        """Show a file; what is half typed and the chosen rows stay. `measure` is asked for the rows that are seen."""
        look, rival = self.look, tally.rival
        if self._rival is not None and self._rival.key != rival.key:
            self.verticalScrollBar().setValue(0)
        self._rival = rival
        self.known.is_open = self.is_open
        self._delegate.today = today
        self.head.show_file(tally, file, today, is_open=self.is_open)
        self.known.show_facts(rival, file, tally.stale, workspace, today)
        met = at_rows(file.at, companies, look, today)
        self._measuring.begin(measure)
        self.at.show_rows(met, len(met))
        heard = [item for item in file.news if item.client_key]  # the facts themselves stand beside it
        self.news.show_rows(news_rows(heard[:_NEWS], look, today, of_one=True), len(heard))

    def _go_to_client(self, key: str) -> None:
        if self._rival is not None:
            self.going.emit(Goto("rivals", key, self._rival.key, "here"))

    def _go_to_news(self, key: str) -> None:
        row = next((row for row in self.news.list.model_of_rows.rows if row.key == key), None)
        if row is not None:
            self.going.emit(Goto(place_of(row.news.section), row.news.client_key, key))

    def _walk_on(self, _columns: int, down: int) -> None:
        walk_on(self._lists(), self.sender(), down)
