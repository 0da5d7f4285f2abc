"""The rivals at this client, one beside the other: who else is here, and the file of the one chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.account import main_rival
from kamdesk.client.contest import contest_of, gaps
from kamdesk.client.rival_file import is_at
from kamdesk.client.rival_records import Rival
from kamdesk.desk import rivals as steps
from kamdesk.desk.contests import set_contest
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.rivals.here_file import HereFile
from kamdesk.ui.pages.rivals.here_rows import HereDelegate, HereRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.row_list import RowList

_LIST, _NARROW_LIST, _NARROW = 260, 208, 940  # px at 100 % text


class HereFace(QWidget):
    """A list at the left and the file at the right; "in-house" and "do nothing" are rivals too."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    led = Signal(object)  # Chip of why an attack is expected

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self.is_open = True
        self.list = RowList(HereDelegate(look), tr("Rivals here"))
        self.picker = Picker(look, tr("Which rival?"), new=tr("Enter makes “{name}” a new rival.", name="{name}"))
        self.add = Button(look, tr("Rival"), "third", icon="plus", key="N")
        self.file = HereFile(look)
        self.empty = _nobody(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.file)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self._side = QWidget()
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, px(8), 0, px(8))
        left.setSpacing(px(4))
        left.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(look.size("gutter_left") - px(13), 0, px(12), 0)
        foot.addWidget(self.picker)
        foot.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(Rule(look, upright=True))
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_file)
        self.list.opened.connect(self._enter)
        self.file.edited.connect(self.edited)
        self.file.going.connect(self.going)
        self.file.led.connect(self.led)
        self.file.main.clicked.connect(self._make_main)
        self.add.clicked.connect(self.ask_rival)
        self.picker.picked.connect(self._bring)
        self.picker.named.connect(self._make)
        self.picker.closed.connect(self._give_up)
        self.empty.pressed.connect(self.ask_rival)

    def show_client(self, shown: Shown, *, is_open: bool) -> None:
        """Show who is here; the chosen one and what is half typed stay."""
        self._shown, self.is_open = shown, is_open
        rows = self._rows(shown)
        self.list.show_rows(rows)
        self._side.setVisible(bool(rows) or not self.picker.isHidden())
        here = {row.key for row in rows}
        self.picker.offer([item for item in shown.workspace.rivals if item.key not in here and not item.former])
        self.add.setEnabled(is_open)
        if rows and not self.list.current_key():
            self.list.choose(rows[0].key)
        self._show_file(self.list.current_key())

    def _rows(self, shown: Shown) -> list[HereRow]:
        client, main = shown.client, main_rival(shown.client)
        found = [item for item in shown.workspace.rivals if is_at(client, item.key)]
        found.sort(key=lambda item: item.key != main)
        return [HereRow(item, self._told(shown, item, item.key == main)) for item in found]

    def _told(self, shown: Shown, rival: Rival, is_main: bool) -> str:
        look = self.look
        told = [look.tr("main rival")] if is_main else []
        contest = contest_of(shown.client, rival.key)
        if contest is not None and contest.share is not None:
            told.append(look.tr("share {share}%", share=f"{contest.share.normalize():f}"))
        lacking = len(gaps(shown.client, shown.workspace, rival))
        if lacking:
            told.append(look.trn("{n} to ask", "{n} to ask", lacking))
        return " · ".join(told)

    def _rival(self, key: str) -> Rival | None:
        rivals = self._shown.workspace.rivals if self._shown is not None else ()
        return next((item for item in rivals if item.key == key), None)

    def _show_file(self, key: str) -> None:
        rival = self._rival(key)
        self._stack.setCurrentWidget(self.file if rival is not None else self.empty)
        if rival is not None and self._shown is not None:
            self.file.show_rival(self._shown, rival, is_open=self.is_open)

    def open_rival(self, key: str) -> None:
        """Show the file of a rival here."""
        self.list.choose(key)

    def _enter(self, _key: str) -> None:
        self.file.start()

    def keyboard_place(self) -> QWidget:
        """The list, or the button of the empty face."""
        return self.list if self.list.model_of_rows.rowCount() else self.empty.buttons["rival"]

    def ask_rival(self, _deed: object = None) -> None:
        """Ask who else is here."""
        if self.is_open:
            self._side.show()
            self.picker.ask()

    def _give_up(self) -> None:
        self._side.setVisible(bool(self.list.model_of_rows.rowCount()))
        self.keyboard_place().setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, key: str) -> None:
        rival = self._rival(key)
        if rival is None or self._shown is None:
            return
        client = self._shown.client
        self._do(steps.bring_rival(client, rival) or set_contest(client, rival, {"supplies": ""}))
        self.list.choose(key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, name: str) -> None:
        if self._shown is None:
            return
        step = steps.new_rival(self._shown.client, name)
        self._do(step)
        made = next((edit.after.key for edit in step.edits if isinstance(edit.after, Rival)), "")
        self.list.choose(made)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_main(self) -> None:
        rival = self._rival(self.list.current_key())
        if rival is not None and self._shown is not None:
            self._do(steps.set_main(self._shown.client, rival))

    def _do(self, step: Step) -> None:
        self.edited.emit(Doing(step.said, step.edits))

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        tr = self.look.tr
        if not self.list.model_of_rows.rowCount():
            return []
        return [
            ("Enter", tr("to the file")),
            ("F2", tr("edit")),
            ("N", tr("rival")),
            ("S", tr("supporter")),
            ("A", tr("attack")),
            ("Space", tr("weigh-in of the person")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N brings a rival, S names a supporter, A an attack, when no field took the letter."""
        letter = event.text().lower() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if letter == "n":
            self.ask_rival()
        elif letter == "s" and self._stack.currentWidget() is self.file:
            self.file.backers.ask()
        elif letter == "a" and self._stack.currentWidget() is self.file and self.is_open:
            self.file.attacks.adder.open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a narrow page."""
        super().resizeEvent(event)
        px = self.look.theme.px
        self._side.setFixedWidth(px(_NARROW_LIST if event.size().width() < px(_NARROW) else _LIST))


def _nobody(look: Look) -> EmptyState:
    sentence = look.tr(
        "Who else could this client buy from, or could it do the work itself, or simply nothing? Each of them has a "
        "file here: what it supplies, who supports it, how it will attack."
    )
    deeds = (("rival", look.tr("Add a rival"), "N"),)
    return EmptyState(look, "swords", look.tr("No rival here yet"), sentence, deeds)
