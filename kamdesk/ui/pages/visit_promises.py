"""Lines of promises in a debrief: what, who, until when; an empty line waits below the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client import checks
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import field_of
from kamdesk.client.units import tell_day
from kamdesk.client.visiting import Promise, promise
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.fields import Line, Notice, repolish

Draft = tuple[str, str, str]  # what, who, until when, as typed


@dataclass(frozen=True, slots=True)
class Typed:
    """The promises that were typed, and whether a day among them cannot be read."""

    promises: tuple[Promise, ...]
    wrong: bool


class PromiseLines(QWidget):
    """The promises of one side."""

    changed = Signal()

    def __init__(self, look: Look, side: Side, spoken: str) -> None:
        super().__init__()
        self.look, self._side, self._spoken = look, side, spoken
        self._today = date.today()
        self._names = QStringListModel(self)
        self.rows: list[PromiseRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.px(6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add()

    def offer(self, names: Sequence[str], today: date) -> None:
        """Who may be named, and the day that days are reckoned from."""
        self._today = today
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))
        for row in self.rows:
            row.today = today

    def typed(self) -> Typed:
        """What was typed; lines without a text do not count."""
        found = [row.read(self._side) for row in self.rows if row.what.text().strip()]
        return Typed(tuple(item for item in found if item is not None), any(item is None for item in found))

    def drafts(self) -> list[Draft]:
        """Everything as it was typed."""
        return [row.draft() for row in self.rows if any(row.draft())]

    def bring(self, drafts: Sequence[Draft]) -> None:
        """Show what was typed before."""
        while self.rows:
            self._drop(self.rows[-1])
        for draft in drafts:
            self._add().bring(draft)
        self._add()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the empty line."""
        self.rows[-1].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> PromiseRow:
        row = PromiseRow(self.look, self._spoken, self._names)
        row.today = self._today
        self.rows.append(row)
        self._column.addWidget(row)
        row.grown.connect(self._grow)
        row.went_on.connect(self._go_on)
        row.removed.connect(self._remove)
        return row

    def _grow(self) -> None:
        if self.rows[-1].what.text().strip():
            self._add()
        self.changed.emit()

    def _go_on(self) -> None:
        at = self.rows.index(self._sender())
        self.rows[min(at + 1, len(self.rows) - 1)].what.setFocus()

    def _remove(self) -> None:
        row = self._sender()
        if row is not self.rows[-1]:
            at = self.rows.index(row)
            self._drop(row)
            self.rows[at].what.setFocus()
            self.changed.emit()

    def _drop(self, row: PromiseRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _sender(self) -> PromiseRow:
        sender = self.sender()
        assert isinstance(sender, PromiseRow)
        return sender


class PromiseRow(QWidget):
    """One promise. "send samples @Chen 12-04" in the first field fills all three on Enter."""

    grown = Signal()  # something was typed
    went_on = Signal()  # Enter: the next line
    removed = Signal()

    def __init__(self, look: Look, spoken: str, names: QStringListModel) -> None:
        super().__init__()
        self.look = look
        self.today = date.today()
        tr = look.tr
        self.what = Line(look, tr("{side}: what", side=spoken), tr("What"))
        self.who = Line(look, tr("{side}: who", side=spoken), tr("Who"))
        self.when = Line(look, tr("{side}: until when", side=spoken), tr("Until when"))
        self._remove = IconButton(look, "x", tr("Remove this line"), small=True)
        self._notice = Notice(look)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.who.setCompleter(completer)
        self._arrange()
        self.what.textChanged.connect(self._typing)
        self.who.textChanged.connect(self.grown)
        self.when.textChanged.connect(self._mend)
        self.what.entered.connect(self._spread)
        self.who.entered.connect(self.when.setFocus)
        self.when.entered.connect(self._finish)
        self.when.departed.connect(self.check_day)
        self._remove.clicked.connect(self.removed)

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.who.setFixedWidth(px(84))
        self.when.setFixedWidth(px(96))
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(self.what, 1)
        row.addWidget(self.who)
        row.addWidget(self.when)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._notice)
        policy = self._remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(policy)
        self._remove.hide()

    def draft(self) -> Draft:
        """The three fields as typed."""
        return self.what.text(), self.who.text(), self.when.text()

    def bring(self, draft: Draft) -> None:
        """Show what was typed before."""
        for line, words in zip((self.what, self.who, self.when), draft, strict=True):
            line.setText(words)

    def read(self, side: Side) -> Promise | None:
        """The promise; None while its day cannot be read."""
        due, problem = checks.read(field_of(Action, "due"), self.when.text(), self.today, self.look.words)
        self._say(self.look.tell(problem) if problem else "")
        return None if problem else Promise(side, self.what.text().strip(), self.who.text().strip(), due)

    def check_day(self) -> bool:
        """Say what is wrong with the day; a good one is shown in full."""
        made = self.read(Side.OURS)
        if made and made.due:
            self.when.setText(tell_day(made.due, self.look.words, self.today))
        return made is not None

    def _spread(self) -> None:
        """Take name and day out of the first field, where they were typed there."""
        found = promise(self.what.text(), Side.OURS, self.today)
        if found.person and not self.who.text():
            self.who.setText(found.person)
        if found.due and not self.when.text():
            self.when.setText(tell_day(found.due, self.look.words, self.today))
        if self.who.text() and self.when.text():
            self.what.setText(found.text)
            self._finish()
        elif found.text:
            (self.when if self.who.text() else self.who).setFocus()

    def _finish(self) -> None:
        if self.check_day() and self.what.text().strip():
            self.went_on.emit()

    def _typing(self) -> None:
        self._remove.setVisible(bool(self.what.text()))
        self.grown.emit()

    def _mend(self) -> None:
        self._say("")
        self.grown.emit()

    def _say(self, problem: str) -> None:
        self._notice.say(problem)
        self.when.setProperty("wrong", "true" if problem else "false")
        self.when.setAccessibleDescription(problem)
        repolish(self.when)
