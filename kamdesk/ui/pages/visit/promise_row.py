"""One promise as it is written down in a debrief: what, below it who, until when, and its proof."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QApplication, QCompleter, QGridLayout, QVBoxLayout, QWidget

from kamdesk.client import checks
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import field_of
from kamdesk.client.units import tell_day
from kamdesk.client.visiting import Promise, promise
from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Line, Notice, repolish

Draft = tuple[str, str, str, str]  # what, who, until when, proof, as typed


class PromiseRow(QWidget):
    """ "send samples @Chen 12-04" in the first field fills three of them on Enter."""

    grown = Signal()  # something was typed
    finished = Signal()  # it is whole: Enter in a field behind the first, or the keyboard went elsewhere

    def __init__(self, look: Look, spoken: str, names: QStringListModel) -> None:
        super().__init__()
        self.look = look
        self.today = date.today()
        tr = look.tr
        self.what = Line(look, tr("{side}: what", side=spoken), tr("What"))
        self.who = Line(look, tr("{side}: who", side=spoken), tr("Who"))
        self.when = Line(look, tr("{side}: until when", side=spoken), tr("Until when"))
        self.proof = Line(look, tr("{side}: proof", side=spoken), tr("Proof, witness"))
        self._fields = (self.what, self.who, self.when, self.proof)
        self._notice = Notice(look)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.who.setCompleter(completer)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px = self.look.theme.px
        grid = QGridLayout()
        grid.setSpacing(px(4))
        grid.addWidget(self.what, 0, 0, 1, 3)
        for at, line in enumerate((self.who, self.when, self.proof)):
            grid.addWidget(line, 1, at)
        for at, share in enumerate((3, 3, 5)):
            grid.setColumnStretch(at, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(self._notice)

    def _connect(self) -> None:
        self.what.textChanged.connect(self.grown)
        self.when.textChanged.connect(self._mend)
        for line in (self.who, self.proof):
            line.textChanged.connect(self.grown)
        for line in self._fields:
            line.departed.connect(self._depart)
            line.escaped.connect(self._forget)
        self.what.entered.connect(self._spread)
        self.who.entered.connect(self.when.setFocus)
        self.when.entered.connect(self.finish)
        self.proof.entered.connect(self.finish)

    def draft(self) -> Draft:
        """The four fields as typed."""
        return self.what.text(), self.who.text(), self.when.text(), self.proof.text()

    def bring(self, draft: Draft) -> None:
        """Show what was typed before."""
        for line, words in zip(self._fields, draft, strict=True):
            line.setText(words)

    def read(self, side: Side) -> Promise | None:
        """The promise; None while its day cannot be read."""
        due, problem = checks.read(field_of(Action, "due"), self.when.text(), self.today, self.look.words)
        self._say(self.look.tell(problem) if problem else "")
        if problem:
            return None
        found = promise(self.what.text(), side, self.today)
        if self.who.text().strip() or due:
            text = self.what.text().strip()  # what stands in its own field is not looked for in the sentence
            return Promise(side, text, self.who.text().strip(), due)
        return Promise(side, found.text, found.person, found.due)

    def finish(self) -> None:
        """Hand it over if it says anything and its day can be read."""
        if self.what.text().strip() and self.read(Side.OURS) is not None:
            self.finished.emit()

    def _spread(self) -> None:
        """Take name and day out of the first field, where they were typed there; with both it is whole."""
        found = promise(self.what.text(), Side.OURS, self.today)
        if not found.text:
            return
        if found.person and not self.who.text():
            self.who.setText(found.person)
        if found.due and not self.when.text():
            self.when.setText(tell_day(found.due, self.look.words, self.today))
        if found.person or found.due:
            self.what.setText(found.text)
        missing = next((line for line in (self.who, self.when) if not line.text().strip()), None)
        if missing is None:
            self.finish()
        else:
            missing.setFocus()

    def _depart(self) -> None:
        """Keep it when the keyboard goes elsewhere, also because the window closes; not when another one is used."""
        now = QApplication.focusWidget()
        elsewhere = not self.isAncestorOf(now) if now is not None else self.isActiveWindow()
        if elsewhere:
            self.finish()

    def _forget(self) -> None:
        """Esc: what was typed here was not promised."""
        self.bring(("", "", "", ""))
        self.what.setFocus()

    def _mend(self) -> None:
        self._say("")
        self.grown.emit()

    def _say(self, problem: str) -> None:
        self._notice.say(problem)
        self.when.setProperty("wrong", "true" if problem else "false")
        self.when.setAccessibleDescription(problem)
        repolish(self.when)
