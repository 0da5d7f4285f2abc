"""One rival at this client: what it has, what it may do next, whom it has, won and lost, and how it will attack."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.client.account import main_rival
from kamdesk.client.comparing import State
from kamdesk.client.contest import contest_of, contest_state, deals, gaps
from kamdesk.client.contest_records import Contest
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.desk import contests as steps
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.rivals.attack_list import AttackList
from kamdesk.ui.pages.rivals.columns import TwoColumns, column_in, inside
from kamdesk.ui.pages.rivals.here_backers import BackersPart
from kamdesk.ui.pages.rivals.here_heard import HeardPart
from kamdesk.ui.pages.rivals.here_rows import DealDelegate, deal_rows
from kamdesk.ui.pages.rivals.told_fields import ToldFields
from kamdesk.ui.parts.anew import emptied
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.folded_rows import FoldedList, walk_on
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.ui.parts.sign_lines import SignLine

_WIDE = 760  # px at 100 % text: from here on two columns
_SUPPLY = ("supplies", "share", "contract_end", "floor", "floor_known")
_PLAY = ("value", "next_move", "kill_ours", "kill_theirs")
_KNOWN = ("source", "day", "confidence")


class HereFile(Scrolled):
    """The file of one rival here; it scrolls as a whole."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    led = Signal(object)  # Chip of why an attack is expected

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
        self.asked = QWidget()
        self._gaps = column_in(self.asked, look.theme.px(2))
        self._asking = Heading(look, tr("What to ask"))
        self._dealing = Heading(look, tr("Orders against it"))
        self.deals = FoldedList(DealDelegate(look), tr("Orders against it"))
        self._no_deals = Label(look, tr("No order is noted against it yet."), "small", "muted", wrap=True)
        self.attacks = AttackList(look)
        self.heard = HeardPart(look)
        self._body = QWidget()
        self.backers = BackersPart(look, self._body)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        halves = TwoColumns(look, _WIDE)
        left, right = halves.left, halves.right
        for title, fields in zip(self._titles, self.fields, strict=True):
            left.addLayout(inside(out, title, fields))
            left.addSpacing(px(10))
        left.addLayout(inside(out, self.heard))
        left.addLayout(inside(out, self._asking, self.asked))
        left.addSpacing(px(10))
        left.addLayout(inside(out, self._dealing))
        left.addWidget(self.deals)
        left.addLayout(inside(out, self._no_deals))
        left.addStretch(1)
        right.addWidget(self.backers)
        right.addSpacing(px(10))
        right.addWidget(self.attacks)
        right.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(out, 0, out, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self.main)
        head.addWidget(self.library)
        column = column_in(self._body, px(4))
        column.setContentsMargins(px(24) - out, px(12), look.size("gutter_right") - out, px(20))
        column.addLayout(head)
        column.addLayout(inside(out, self._about))
        column.addSpacing(px(8))
        column.addWidget(halves)
        column.addStretch(1)
        self.hold(self._body)

    def _connect(self) -> None:
        for fields in self.fields:
            fields.typed.connect(self._type)
        self.library.clicked.connect(self._go_to_library)
        self.backers.edited.connect(self.edited)
        self.backers.going.connect(self.going)
        self.backers.list.left_by.connect(self._walk_on)
        self.attacks.list.left_by.connect(self._walk_on)
        self.deals.chosen.connect(self.deals.reveal)
        self.deals.opened.connect(self._go_to_deal)
        self.attacks.edited.connect(self.edited)
        self.attacks.led.connect(self.led)

    def show_rival(self, shown: Shown, rival: Rival, *, is_open: bool) -> None:
        """Show a rival at this client; what is half typed stays while it is the same one."""
        look, client, today = self.look, shown.client, shown.today
        if self._rival is not None and self._rival.key != rival.key:
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
        self.heard.show_rival(shown, rival)
        self._show_gaps(shown, rival)
        self.backers.show_rival(shown, rival, is_open=is_open)
        self._show_deals(shown, rival)
        self.attacks.rival = rival.key
        self.attacks.show_client(shown, is_open=is_open)

    def _show_gaps(self, shown: Shown, rival: Rival) -> None:
        found = gaps(shown.client, shown.workspace, rival)
        emptied(self._gaps)
        for told in found:
            line = SignLine(self.look, "circle-help", "warn", self.look.tell(told), "text2")
            line.setAccessibleName(self.look.tell(told))
            self._gaps.addWidget(line)
        self._asking.setVisible(bool(found))
        self._asking.show_count(len(found) or "")

    def _show_deals(self, shown: Shown, rival: Rival) -> None:
        look, client, today = self.look, shown.client, shown.today
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

    def _go_to_deal(self, key: str) -> None:
        if self._shown is not None:
            self.going.emit(Goto("opportunities", self._shown.client.key, key))

    def _go_to_library(self) -> None:
        if self._rival is not None:
            self.going.emit(Goto("rivals", "", self._rival.key))

    def _walk_on(self, _columns: int, down: int) -> None:
        walk_on((self.backers.list, self.attacks.list), self.sender(), down)

    def start(self) -> None:
        """Put the keyboard on the first field that says something or should."""
        fields = self.fields[0] if not self.fields[0].isHidden() else self.fields[1]
        next(iter(fields.values.values())).setFocus(Qt.FocusReason.OtherFocusReason)
