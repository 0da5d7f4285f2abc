"""The strip at the foot of a visit: its debrief in one line, for the way back to the car."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kamdesk.client.visit_records import Result, Visit
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.fields import Line, Notice
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import one_line
from kamdesk.ui.parts.steps import changing


class DebriefStrip(QWidget):
    """Result, agreed, still open, next step; the whole form opens above it."""

    edited = Signal(object)  # Doing
    did = Signal(object)  # Step
    wanted = Signal(object)  # open the form: a Result that needs it, or None

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self._key = ""
        self.result = Combo(look)
        self.result.setAccessibleName(tr("Result"))
        self.result.addItem(tr("Result"), None)
        for member in Result:
            self.result.addItem(tr(member.label), member)
        self.agreed = Line(look, tr("Agreed"), tr("What was agreed"))
        self.unresolved = Line(look, tr("Still open"), tr("What is still open"))
        self.next = Line(look, tr("Next step"), tr("Next step, @who, when"))
        self.opener = IconButton(look, "chevron-up", with_key(tr("The whole debrief"), "D"))
        self._notice = Notice(look)
        self._arrange()
        self.result.activated.connect(self._choose)
        for line in (self.agreed, self.unresolved):
            line.entered.connect(self._keep)
            line.departed.connect(self._keep)
            line.escaped.connect(self._show)
        self.next.entered.connect(self._add_step)
        self.next.escaped.connect(self.next.clear)
        self.opener.clicked.connect(self._want)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        sign = QLabel()
        sign.setPixmap(look.icons.pixmap("clipboard-pen", "text2"))
        self.result.setFixedWidth(px(112 if not look.words.chinese else 96))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(sign)
        row.addWidget(Label(look, look.tr("After"), "body"))
        row.addSpacing(px(8))
        row.addWidget(self.result)
        for line in (self.agreed, self.unresolved, self.next):
            row.addWidget(line, 1)
        row.addWidget(self.opener)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size("gutter_left"), px(13), look.size("gutter_right"), px(12))
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self._notice)

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show a visit; what is half typed stays while it is the same one."""
        other = visit.key != self._key
        before, self._key = self._visit, visit.key
        self._shown, self._visit = shown, visit
        if other:
            self.next.clear()
            self._notice.say("")
        for line, name in ((self.agreed, "agreed"), (self.unresolved, "unresolved")):
            was = one_line(getattr(before, name)) if before and not other else line.text()
            if line.text() == was:
                line.setText(one_line(getattr(visit, name)))
                line.setCursorPosition(0)
        self.result.setCurrentIndex([None, *Result].index(visit.result))

    def _show(self) -> None:
        if self._visit is not None:
            self.agreed.setText(one_line(self._visit.agreed))
            self.unresolved.setText(one_line(self._visit.unresolved))

    def _keep(self) -> None:
        """Write a line as the first one of its note; those below it stay."""
        line = self.sender()
        if self._visit is None or not isinstance(line, Line):
            return
        name = "agreed" if line is self.agreed else "unresolved"
        note = getattr(self._visit, name)
        words = line.text().strip()
        if words != one_line(note):
            rest = note.strip().partition("\n")[2]
            self.edited.emit(changing(self._visit, **{name: "\n".join(filter(None, (words, rest)))}))

    def _choose(self, row: int) -> None:
        """Keep the result; one that does not hold yet opens the form, where its reason stands."""
        if self._shown is None or self._visit is None:
            return
        result = [None, *Result][row]
        closed = steps.closing(self._visit, {"result": result}, self._shown.today)
        if result is not None and steps.debrief_doubt(self._shown.client, closed, ()) is not None:
            self.result.setCurrentIndex([None, *Result].index(self._visit.result))
            self.wanted.emit(result)
        elif result is not self._visit.result:
            self.did.emit(steps.set_outcome(self._visit, "result", result))

    def _add_step(self) -> None:
        if self._shown is None or self._visit is None:
            return
        step = steps.next_step(self._shown.client, self._visit, self.next.text(), self._shown.today)
        if step is not None:
            self.did.emit(step)
            self.next.clear()

    def _want(self) -> None:
        self.wanted.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        left, right = self.look.size("gutter_left"), self.look.size("gutter_right")
        painter.fillRect(left, 0, self.width() - left - right, 1, self.look.colour("line"))
        painter.end()
