"""One rival at this client: what it has, what it may do next, whom it has, won and lost, and how it will attack."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import account, main_rival
from kamdesk.client.comparing import State, against
from kamdesk.client.contest import contest_of, contest_state, deals, gaps, supporters
from kamdesk.client.contest_records import Backer, Contest
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.desk import contests as steps
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.relation.grid import emptied
from kamdesk.ui.pages.relation.lines import SignLine
from kamdesk.ui.pages.rivals.attack_list import AttackList
from kamdesk.ui.pages.rivals.here_rows import BackerDelegate, BackerRow, DealDelegate, backer_rows, deal_rows
from kamdesk.ui.pages.rivals.told_fields import ToldFields
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.folded_rows import FoldedList
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.record_card import RecordCard
from kamdesk.ui.parts.scrolled import Scrolled, bring_into_view

_WIDE = 800  # px at 100 % text: from here on two columns
_SUPPLY = ("supplies", "share", "contract_end", "floor", "floor_known")
_PLAY = ("value", "next_move", "kill_ours", "kill_theirs")
_KNOWN = ("source", "day", "confidence")
_BACKER = ("note", "source", "day", "confidence")


class HereFile(Scrolled):
    """The file of one rival here; it scrolls as a whole."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self._rival: Rival | None = None
        self.is_open = True
        self._name = Label(look, "", "title", elide=True)
        self._about = Label(look, "", "small", "text2", wrap=True)
        self.library = Button(look, tr("Its file"), "third", icon="library", small=True)
        self.main = Button(look, tr("Make it the main rival"), "second", small=True)
        self.fields = [ToldFields(look, Contest, names) for names in (_SUPPLY, _PLAY, _KNOWN)]
        self._titles = [Heading(look, words) for words in (tr("What it has here"), tr("Its play"), tr("Known from"))]
        self._gaps = QVBoxLayout()
        self._asking = Heading(look, tr("What to ask"))
        self._backing = Heading(look, tr("Who supports it"))
        self.backers = FoldedList(BackerDelegate(look), tr("Who supports it"))
        self._nobody = Label(look, tr("Nobody is named and nobody weighs so."), "small", "muted", wrap=True)
        self.name_backer = Button(look, tr("Name a supporter"), "third", icon="user-plus", key="S", small=True)
        self.picker = Picker(look, tr("Who supports it?"))
        self._dealing = Heading(look, tr("Orders against it"))
        self.deals = FoldedList(DealDelegate(look), tr("Orders against it"))
        self._no_deals = Label(look, tr("No order is noted against it yet."), "small", "muted", wrap=True)
        self.attacks = AttackList(look)
        self._body = QWidget()
        self.card = RecordCard(look, self._body)
        self._wide: bool | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        self._left, self._right = QWidget(), QWidget()
        left, right = _column(self._left, px(6)), _column(self._right, px(4))
        for title, fields in zip(self._titles, self.fields, strict=True):
            left.addLayout(_inside(out, title, fields))
            left.addSpacing(px(10))
        self._gaps.setSpacing(px(2))
        asking = _inside(out, self._asking)
        asking.addLayout(self._gaps)
        left.addLayout(asking)
        left.addSpacing(px(10))
        left.addLayout(_inside(out, self._dealing))
        left.addWidget(self.deals)
        left.addLayout(_inside(out, self._no_deals))
        left.addStretch(1)
        right.addLayout(_inside(out, self._backing))
        right.addWidget(self.backers)
        right.addLayout(_inside(out, self._nobody, self.picker))
        right.addWidget(self.name_backer, 0, Qt.AlignmentFlag.AlignLeft)
        right.addSpacing(px(10))
        right.addWidget(self.attacks)
        right.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(out, 0, out, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self.main)
        head.addWidget(self.library)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(16))
        column = _column(self._body, px(4))
        column.setContentsMargins(px(24) - out, px(12), look.size("gutter_right") - out, px(20))
        column.addLayout(head)
        column.addLayout(_inside(out, self._about))
        column.addSpacing(px(8))
        column.addLayout(self._grid)
        column.addStretch(1)
        self._fold(wide=True)
        self.hold(self._body)

    def _connect(self) -> None:
        for fields in self.fields:
            fields.typed.connect(self._type)
        self.library.clicked.connect(self._go_to_library)
        self.backers.opened.connect(self._open)
        self.backers.f2.connect(self._open)
        self.backers.ticked.connect(self._go_to_person)
        self.backers.removing.connect(self._unback)
        self.backers.left_by.connect(self._walk_on)
        self.attacks.list.left_by.connect(self._walk_on)
        self.backers.chosen.connect(self._reveal)
        self.deals.chosen.connect(self._reveal)
        self.deals.opened.connect(self._go_to_deal)
        self.name_backer.clicked.connect(self.ask_backer)
        self.picker.picked.connect(self._back)
        self.picker.closed.connect(self.backers.setFocus)
        self.attacks.edited.connect(self.edited)
        self.card.edited.connect(self.edited)
        self.card.removing.connect(self._remove)
        self.card.closed.connect(self.backers.setFocus)

    def show_rival(self, shown: Shown, rival: Rival, *, is_open: bool) -> None:
        """Show a rival at this client; what is half typed stays while it is the same one."""
        look, client, today = self.look, shown.client, shown.today
        if self._rival is not None and self._rival.key != rival.key:
            self.card.close_card()
            self.verticalScrollBar().setValue(0)
        self._shown, self._rival, self.is_open = shown, rival, is_open
        self._name.setText(rival.name)
        self._about.setText(rival.about)
        self._about.setVisible(bool(rival.about))
        self.main.setVisible(is_open and main_rival(client) != rival.key)
        contest = contest_of(client, rival.key) or Contest(owner=client.key, rival=rival.key)
        identity = f"{client.key} {rival.key}"
        for fields in self.fields:
            fields.show_record(contest, identity, today)
            fields.lock(not is_open)
        sells = rival.kind not in (RivalKind.INHOUSE, RivalKind.NOTHING)
        for widget in (self._titles[0], self.fields[0]):
            widget.setVisible(sells)
        known = contest.source or contest.day
        old = bool(known) and contest_state(contest, today, client.rules) is not State.FRESH
        self._titles[2].show_note(look.tr("out of date") if old else "", "warn")
        self._show_gaps(shown, rival)
        self._show_lists(shown, rival)
        self.attacks.rival = rival.key
        self.attacks.show_client(shown, is_open=is_open)
        self.card.show_client(client, shown.workspace, today)

    def _show_gaps(self, shown: Shown, rival: Rival) -> None:
        found = gaps(shown.client, shown.workspace, rival)
        emptied(self._gaps)
        for told in found:
            self._gaps.addWidget(SignLine(self.look, "circle-help", "warn", self.look.tell(told), "text2"))
        self._asking.setVisible(bool(found))
        self._asking.show_count(len(found) or "")

    def _show_lists(self, shown: Shown, rival: Rival) -> None:
        look, client, today = self.look, shown.client, shown.today
        people = account(against(client, rival.key), today)
        found = supporters(client, people, rival.key, today)
        self.backers.show_rows(backer_rows(found, people, look, today))
        self.backers.setVisible(bool(found))
        self._nobody.setVisible(not found)
        self._backing.show_count(len(found) or "")
        named = {item.contact for item in client.backers if item.rival == rival.key}
        self.picker.offer([item for item in client.contacts if item.key not in named])
        self.name_backer.setVisible(self.is_open and bool(client.contacts))
        held = deals(client, rival.key)
        rows = deal_rows(held, look, today)
        self.deals.show_rows(rows)
        self.deals.setVisible(bool(rows))
        self._no_deals.setVisible(not rows)
        score = {"won": len(held.won), "lost": len(held.lost)}
        self._dealing.show_note(look.tr("won {won}, lost {lost}", **score) if rows else "")

    def _do(self, step: Step, *, toast: bool = False) -> None:
        if step.edits and self.is_open:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def _type(self, name: str, value: object) -> None:
        if self._shown is not None and self._rival is not None:
            self._do(steps.set_contest(self._shown.client, self._rival, {name: value}))

    def ask_backer(self) -> None:
        """Ask who supports the rival."""
        if self.is_open:
            self.picker.ask()

    def _back(self, key: str) -> None:
        if self._shown is None or self._rival is None:
            return
        contact = next((item for item in self._shown.client.contacts if item.key == key), None)
        if contact is not None:
            self._do(steps.back(self._shown.client, self._rival, contact, {"day": self._shown.today}))
            self.backers.choose(key)
            self._open(key)

    def _row(self, key: str) -> BackerRow | None:
        return next((row for row in self.backers.model_of_rows.rows if row.key == key), None)

    def _open(self, key: str) -> None:
        """How we know of somebody told; somebody measured is on the scales."""
        row = self._row(key)
        if row is None:
            return
        if row.supporter.backer is None:
            self._go_to_person(key)
        elif self.is_open:
            index = self.backers.model_of_rows.index_of(key)
            at = self.backers.visualRect(index)
            corner = self.backers.viewport().mapTo(self._body, at.topLeft())
            self.card.open_for(row.supporter.backer, _BACKER, QRect(corner, at.size()), "note")
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

    def _go_to_deal(self, key: str) -> None:
        if self._shown is not None:
            self.going.emit(Goto("opportunities", self._shown.client.key, key))

    def _go_to_library(self) -> None:
        if self._rival is not None:
            self.going.emit(Goto("rivals", "", self._rival.key))

    def _walk_on(self, _columns: int, down: int) -> None:
        every = (self.backers, self.attacks.list)
        lists = [rows for rows in every if not rows.isHidden()]
        here = next((at for at, rows in enumerate(lists) if rows is self.sender()), None)
        if here is not None and down and 0 <= here + down < len(lists):
            lists[here + down].enter_from(down)

    def _reveal(self, key: str) -> None:
        rows = self.sender()
        if isinstance(rows, FoldedList) and rows.hasFocus():
            bring_into_view(rows, rows.row_rect(key).toRect())

    def start(self) -> None:
        """Put the keyboard on the first field that says something or should."""
        fields = self.fields[0] if not self.fields[0].isHidden() else self.fields[1]
        next(iter(fields.values.values())).setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 5 if wide else 0)


def _column(held: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def _inside(by: int, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(by, 0, by, 0)
    for widget in widgets:
        column.addWidget(widget)
    return column
