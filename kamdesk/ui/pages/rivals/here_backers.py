"""Who of the client supports a rival: named by us with how we know, or seen by weighing; linked to the people."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.comparing import against
from kamdesk.client.contest import supporters
from kamdesk.client.contest_records import Backer
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Rival
from kamdesk.desk import contests as steps
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.rivals.here_rows import BackerDelegate, BackerRow, backer_rows
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.folded_rows import FoldedList
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.record_card import RecordCard
from kamdesk.ui.parts.scrolled import bring_into_view

_FIELDS = ("note", "source", "day", "confidence")


class BackersPart(QWidget):
    """Enter says how we know, Space goes to the scales, Del takes a name away, S names somebody."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, over: QWidget) -> None:
        """`over` is what the fields of a supporter lie over."""
        super().__init__()
        self.look, self._over = look, over
        tr = look.tr
        self._shown: Shown | None = None
        self._rival: Rival | None = None
        self._open = True
        self._heading = Heading(look, tr("Who supports it"))
        self.list = FoldedList(BackerDelegate(look), tr("Who supports it"))
        self._nobody = Label(look, tr("Nobody is named and nobody weighs so."), "small", "muted", wrap=True)
        self.name_one = Button(look, tr("Name a supporter"), "third", icon="user-plus", key="S", small=True)
        self.picker = Picker(look, tr("Who supports it?"))
        self.card = RecordCard(look, over)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px, out = self.look.theme.px, self.look.size("overhang")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for widgets in ((self._heading,), (self.list,), (self._nobody, self.picker)):
            held = QVBoxLayout()
            held.setContentsMargins(*(0, 0, 0, 0) if self.list in widgets else (out, 0, out, 0))
            for widget in widgets:
                held.addWidget(widget)
            column.addLayout(held)
        column.addWidget(self.name_one, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.list.opened.connect(self._edit)
        self.list.f2.connect(self._edit)
        self.list.ticked.connect(self._go_to_person)
        self.list.removing.connect(self._unback)
        self.list.chosen.connect(self.list.reveal)
        self.name_one.clicked.connect(self.ask)
        self.picker.picked.connect(self._back)
        self.picker.closed.connect(self.list.setFocus)
        self.card.edited.connect(self.edited)
        self.card.removing.connect(self._remove)
        self.card.closed.connect(self.list.setFocus)

    def show_rival(self, shown: Shown, rival: Rival, *, is_open: bool) -> None:
        """Show who supports a rival; the chosen person stays."""
        if self._rival is not None and self._rival.key != rival.key:
            self.card.close_card()
        self._shown, self._rival, self._open = shown, rival, is_open
        client, today = shown.client, shown.today
        people = account(against(client, rival.key), today)
        found = supporters(client, people, rival.key, today)
        self.list.show_rows(backer_rows(found, people, self.look, today))
        self.list.setVisible(bool(found))
        self._nobody.setVisible(not found)
        self._heading.show_count(len(found) or "")
        named = {item.contact for item in client.backers if item.rival == rival.key}
        self.picker.offer([item for item in client.contacts if item.key not in named])
        self.name_one.setVisible(is_open and bool(client.contacts))
        self.card.show_client(client, shown.workspace, today)

    def _do(self, step: Step, *, toast: bool = False) -> None:
        if step.edits and self._open:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def ask(self) -> None:
        """Ask who supports the rival."""
        if self._open:
            self.picker.ask()

    def _back(self, key: str) -> None:
        if self._shown is None or self._rival is None:
            return
        contact = next((item for item in self._shown.client.contacts if item.key == key), None)
        if contact is not None:
            self._do(steps.back(self._shown.client, self._rival, contact, {"day": self._shown.today}))
            self.list.choose(key)
            self._edit(key)

    def _row(self, key: str) -> BackerRow | None:
        return next((row for row in self.list.model_of_rows.rows if row.key == key), None)

    def _edit(self, key: str) -> None:
        """How we know of somebody named; somebody only measured is on the scales."""
        row = self._row(key)
        if row is None:
            return
        if row.supporter.backer is None:
            self._go_to_person(key)
        elif self._open:
            at = self.list.row_rect(key).toRect()
            corner = self.list.viewport().mapTo(self._over, at.topLeft())
            self.card.open_for(row.supporter.backer, _FIELDS, QRect(corner, at.size()), "note")
            bring_into_view(self.card)

    def _unback(self, key: str) -> None:
        row = self._row(key)
        if row is not None and row.supporter.backer is not None:
            self._do(steps.unback(row.supporter.backer), toast=True)

    def _remove(self, record: Record) -> None:
        if isinstance(record, Backer):
            self._do(steps.unback(record), toast=True)

    def _go_to_person(self, key: str) -> None:
        if self._shown is not None:
            self.going.emit(Goto("weighin", self._shown.client.key, key))
