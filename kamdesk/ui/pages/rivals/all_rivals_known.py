"""The facts known of one rival: listed by topic, added by typing, each edited over its row."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Workspace
from kamdesk.client.contest_records import RivalFact, RivalTopic
from kamdesk.client.record import Record
from kamdesk.client.rival_file import FactLine, RivalFile
from kamdesk.client.rival_records import Rival
from kamdesk.desk.contests import add_fact, make_fact, remove_fact
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.pages.rivals.all_rivals_facts import FactDelegate, FactRow, TopicRows, fact_rows
from kamdesk.ui.pages.rivals.columns import column_in, inside
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.folded_rows import FoldedList
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.record_card import RecordCard
from kamdesk.ui.parts.scrolled import bring_into_view

_FIELDS = ("text", "topic", "answer", "source", "day", "confidence", "tellable")


class KnownPart(QWidget):
    """Enter opens the fields of a fact and makes one of an old note, Del removes, A adds."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look, over: QWidget) -> None:
        """`over` is what the fields of a fact lie over."""
        super().__init__()
        self.look, self._over = look, over
        self.is_open = True
        self._rival: Rival | None = None
        self._today = date.min
        self._heading = Heading(look, look.tr("What we know"))
        self._delegate = FactDelegate(look)
        self.list = FoldedList(self._delegate, look.tr("What we know"))
        self.list.walk(TopicRows())
        self.adder = AddRow(look, look.tr("Add a fact: type it, Enter"), key="A")
        self.card = RecordCard(look, over)
        out = look.size("overhang")
        column = column_in(self, look.theme.px(4))
        column.addLayout(inside(out, self._heading))
        column.addWidget(self.list)
        column.addLayout(inside(out, self.adder))
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self.edit)
        self.list.f2.connect(self.edit)
        self._delegate.making.connect(self.edit, Qt.ConnectionType.QueuedConnection)  # the list is still in its click
        self.list.removing.connect(self._remove)
        self.adder.named.connect(self._add)
        self.card.edited.connect(self.edited)
        self.card.removing.connect(self._remove_record)
        self.card.closed.connect(self.list.setFocus)

    def show_facts(self, rival: Rival, file: RivalFile, old: int, workspace: Workspace, today: date) -> None:
        """Show the facts of a rival, of which `old` are out of date; the chosen row and what is half typed stay."""
        if self._rival is not None and self._rival.key != rival.key:
            self.card.close_card()
        self._rival, self._today = rival, today
        self._delegate.today = today
        rows = fact_rows(file.lines, self.look, today)
        self._heading.show_count(sum(isinstance(row, FactRow) for row in rows) or "")
        self._heading.show_note(self.look.trn("{n} out of date", "{n} out of date", old) if old else "", "warn")
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.adder.setEnabled(self.is_open)
        self.card.show_client(None, workspace, today)

    def start(self) -> None:
        """Put the keyboard into the facts, or where the first is written."""
        facts = [row.key for row in self.list.model_of_rows.rows if isinstance(row, FactRow)]
        if facts:
            self.choose(self.list.current_key() or facts[0])
        elif self.is_open:
            self.adder.open()

    def choose(self, key: str) -> None:
        """Make a fact the current row and give it the keyboard."""
        self.list.choose(key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, key: str) -> FactLine | None:
        rows = self.list.model_of_rows.rows
        return next((row.line for row in rows if isinstance(row, FactRow) and row.key == key), None)

    def edit(self, key: str) -> None:
        """Open the fields of a fact; a note becomes a fact first."""
        line = self._line(key)
        if line is None or self._rival is None or not self.is_open:
            return
        if line.fact is None:
            self._make(make_fact(self._rival, line.legacy_field), "source")
        else:
            self._open_card(line.fact, "text")

    def _add(self, words: str) -> None:
        """A new fact goes to the topic of the current row; its source and day are asked for at once."""
        if self._rival is not None:
            line = self._line(self.list.current_key())
            topic = line.topic if line is not None else RivalTopic.STRENGTH
            self.adder.close_line()
            self._make(add_fact(self._rival, {"text": words, "topic": topic, "day": self._today}), "topic")

    def _make(self, step: Step, start: str) -> None:
        """Make a fact and ask for the rest of it."""
        made = next((edit.after for edit in step.edits if isinstance(edit.after, RivalFact)), None)
        self._do(step)
        if made is not None and self.list.choose(made.key):
            self._open_card(made, start)

    def _open_card(self, fact: RivalFact, start: str) -> None:
        at = self.list.row_rect(fact.key).toRect()
        corner = self.list.viewport().mapTo(self._over, at.topLeft())
        self.card.open_for(fact, _FIELDS, QRect(corner, at.size()), start)
        bring_into_view(self.card)

    def _remove(self, key: str) -> None:
        line = self._line(key)
        if line is not None and line.fact is not None and self.is_open:
            self._do(remove_fact(line.fact), toast=True)

    def _remove_record(self, record: Record) -> None:
        self._remove(record.key)

    def _do(self, step: Step, *, toast: bool = False) -> None:
        if step.edits:
            self.edited.emit(Doing(step.said, step.edits, toast))
