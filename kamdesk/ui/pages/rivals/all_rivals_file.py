"""All that is known of one rival: who it is, the facts by topic, where we meet it, what is new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Workspace
from kamdesk.client.company import Company
from kamdesk.client.contest_records import RivalFact, RivalTopic
from kamdesk.client.record import Record
from kamdesk.client.rival_file import FactLine, RivalFile
from kamdesk.client.rival_records import Rival
from kamdesk.desk.contests import add_fact, make_fact, remove_fact
from kamdesk.desk.rival_list import Tally
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.registry import place_of
from kamdesk.ui.pages.rivals.all_rivals_at import AtDelegate, at_rows
from kamdesk.ui.pages.rivals.all_rivals_facts import FactDelegate, FactRow, TopicRows, fact_rows
from kamdesk.ui.pages.rivals.all_rivals_head import RivalHead
from kamdesk.ui.pages.rivals.all_rivals_news import NewsDelegate, news_rows
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.folded_rows import FoldedDelegate, FoldedList
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.record_card import RecordCard
from kamdesk.ui.parts.rows import Rows
from kamdesk.ui.parts.scrolled import Scrolled, bring_into_view

_WIDE = 880  # px at 100 % text: from here on the facts and the rest stand side by side
_FIELDS = ("text", "topic", "answer", "source", "day", "confidence", "tellable")
_NEWS = 12  # the latest of one rival; the News face has them all


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
        self._today = date.min
        self.head = RivalHead(look)
        self._facts_title = Heading(look, tr("What we know"))
        self._fact_delegate, self._news_delegate = FactDelegate(look), NewsDelegate(look)
        self.facts = _list(self._fact_delegate, tr("What we know"), TopicRows())
        self.adder = AddRow(look, tr("Add a fact: type it, Enter"), key="A", scope=self)
        self._at_title = Heading(look, tr("Where we meet them"))
        self.at = _list(AtDelegate(look), tr("Where we meet them"))
        self._nowhere = Label(look, tr("No client is compared with this rival yet."), "small", "muted", wrap=True)
        self._news_title = Heading(look, tr("Latest news"))
        self.news = _list(self._news_delegate, tr("Latest news"))
        self._no_news = Label(look, tr("Nothing learned at any client yet."), "small", "muted", wrap=True)
        self._body = QWidget()
        self.card = RecordCard(look, self._body)
        self._wide: bool | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        self._left, self._right = QWidget(), QWidget()
        left = _column(self._left, px(4))
        for widget in (_shifted(self._facts_title, out), self.facts, _shifted(self.adder, out)):
            left.addWidget(widget)
        left.addStretch(1)
        right = _column(self._right, px(4))
        for title, rows, none in (
            (self._at_title, self.at, self._nowhere),
            (self._news_title, self.news, self._no_news),
        ):
            right.addWidget(_shifted(title, out))
            right.addWidget(rows)
            right.addWidget(_shifted(none, out))
            right.addSpacing(px(14))
        right.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(16))
        column = _column(self._body, px(14))
        column.setContentsMargins(px(24) - out, px(10), look.size("gutter_right") - out, px(20))
        column.addWidget(self.head)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._fold(wide=True)
        self.hold(self._body)

    def _connect(self) -> None:
        self.head.edited.connect(self.edited)
        self.head.back.connect(self.back)
        self.facts.opened.connect(self.edit_fact)
        self.facts.f2.connect(self.edit_fact)
        self.facts.removing.connect(self._remove)
        self.adder.named.connect(self._add)
        self.at.opened.connect(self._go_to_client)
        self.news.opened.connect(self._go_to_news)
        self.card.edited.connect(self.edited)
        self.card.removing.connect(self._remove_record)
        self.card.closed.connect(self.facts.setFocus)
        for rows in (self.facts, self.at, self.news):
            rows.left_by.connect(self._walk_on)
            rows.chosen.connect(self._reveal)

    def show_file(
        self, tally: Tally, file: RivalFile, companies: Mapping[str, Company], workspace: Workspace, today: date
    ) -> None:
        """Show a rival's file; what is half typed and the chosen rows stay."""
        look, rival = self.look, tally.rival
        if self._rival is not None and self._rival.key != rival.key:
            self.card.close_card()
            self.verticalScrollBar().setValue(0)
        self._rival, self._today = rival, today
        self._fact_delegate.today = self._news_delegate.today = today
        self.head.show_file(tally, file, today, is_open=self.is_open)
        rows = fact_rows(file.lines, look, today)
        self._facts_title.show_count(sum(isinstance(row, FactRow) for row in rows) or "")
        note = look.trn("{n} out of date", "{n} out of date", tally.stale) if tally.stale else ""
        self._facts_title.show_note(note, "warn")
        self.facts.show_rows(rows)
        self.facts.setVisible(bool(rows))
        self.adder.setEnabled(self.is_open)
        met = at_rows(file.at, companies, look, today)
        self._show(self._at_title, self.at, self._nowhere, met)
        heard = [item for item in file.news if item.client_key]  # the facts themselves stand beside it
        self._show(self._news_title, self.news, self._no_news, news_rows(heard[:_NEWS], look, today, of_one=True))
        self._news_title.show_count(len(heard) or "")
        self.card.show_client(None, workspace, today)

    @staticmethod
    def _show(title: Heading, rows: FoldedList, none: Label, found: list) -> None:
        title.show_count(len(found) or "")
        rows.show_rows(found)
        rows.setVisible(bool(found))
        none.setVisible(not found)

    def start(self) -> None:
        """Put the keyboard into the facts, or where the first is written."""
        if self.facts.model_of_rows.rowCount():
            first = next((row.key for row in self.facts.model_of_rows.rows if isinstance(row, FactRow)), "")
            if not self.facts.current_key():
                self.facts.choose(first)
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.is_open:
            self.adder.open()

    def choose_fact(self, key: str) -> None:
        """Make a fact the current row and give it the keyboard."""
        if self.facts.choose(key):
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fact(self, key: str) -> FactLine | None:
        rows = self.facts.model_of_rows.rows
        return next((row.line for row in rows if isinstance(row, FactRow) and row.key == key), None)

    def edit_fact(self, key: str) -> None:
        """Open the fields of a fact; a note becomes a fact first."""
        line = self._fact(key)
        if line is None or self._rival is None or not self.is_open:
            return
        if line.fact is None:
            step = make_fact(self._rival, line.legacy_field or "notes")
            made = next((edit.after for edit in step.edits if isinstance(edit.after, RivalFact)), None)
            self._do(step)
            if made is not None and self.facts.choose(made.key):
                self._open_card(made, "source")
        else:
            self._open_card(line.fact, "text")

    def _open_card(self, fact: RivalFact, start: str) -> None:
        index = self.facts.model_of_rows.index_of(fact.key)
        at = self.facts.visualRect(index)
        corner = self.facts.viewport().mapTo(self._body, at.topLeft())
        self.card.open_for(fact, _FIELDS, QRect(corner, at.size()), start)
        bring_into_view(self.card)

    def _add(self, words: str) -> None:
        """A new fact goes to the topic of the current row; its source and day are asked for at once."""
        if self._rival is None:
            return
        line = self._fact(self.facts.current_key())
        topic = line.topic if line is not None else RivalTopic.STRENGTH
        step = add_fact(self._rival, {"text": words, "topic": topic, "day": self._today})
        made = next((edit.after for edit in step.edits if isinstance(edit.after, RivalFact)), None)
        self.adder.close_line()
        self._do(step)
        if made is not None and self.facts.choose(made.key):
            self._open_card(made, "topic")

    def _remove(self, key: str) -> None:
        line = self._fact(key)
        if line is not None and line.fact is not None and self.is_open:
            self._do(remove_fact(line.fact), toast=True)

    def _remove_record(self, record: Record) -> None:
        self._remove(record.key)

    def _do(self, step: Step, *, toast: bool = False) -> None:
        self.edited.emit(Doing(step.said, step.edits, toast))

    def _go_to_client(self, key: str) -> None:
        if self._rival is not None:
            self.going.emit(Goto("rivals", key, self._rival.key, "here"))

    def _go_to_news(self, key: str) -> None:
        row = next((row for row in self.news.model_of_rows.rows if row.key == key), None)
        if row is not None and row.news.client_key:
            self.going.emit(Goto(place_of(row.news.section), row.news.client_key, key))
        elif row is not None:
            self.choose_fact(key)

    def _walk_on(self, _columns: int, down: int) -> None:
        lists = [rows for rows in (self.facts, self.at, self.news) if not rows.isHidden()]
        here = next((at for at, rows in enumerate(lists) if rows is self.sender()), None)
        if here is not None and down and 0 <= here + down < len(lists):
            lists[here + down].enter_from(down)

    def _reveal(self, key: str) -> None:
        rows = self.sender()
        if isinstance(rows, FoldedList) and rows.hasFocus():
            bring_into_view(rows, rows.row_rect(key).toRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._fold(wide=event.size().width() >= self.look.theme.px(_WIDE))

    def _fold(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.addWidget(self._left, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._right, 0 if wide else 1, 1 if wide else 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 6)
        self._grid.setColumnStretch(1, 5 if wide else 0)


def _list(delegate: FoldedDelegate, spoken: str, rows: Rows | None = None) -> FoldedList:
    made = FoldedList(delegate, spoken)
    if rows is not None:
        made.walk(rows)
    return made


def _column(held: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def _shifted(widget: QWidget, by: int) -> QWidget:
    """A widget whose letters stand where those of the rows do, which reach a little outside."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(by, 0, by, 0)
    column.addWidget(widget)
    return held
