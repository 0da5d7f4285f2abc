"""What came of a visit: result and objective, kept as they are chosen; an advance needs the client's dated act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.visit_records import Met, Result, Visit
from kamdesk.client.visiting import Promise
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.parts.fields import Notice
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.segments import Option, Segments

Chosen = tuple[object, object]  # result and objective met, as chosen


class Outcome(QWidget):
    """A result that does not hold yet stays chosen with its doubt, and is kept once it does."""

    did = Signal(object)  # Step

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self.result = Segments(look, [Option(item, tr(item.label)) for item in Result], tr("Result"), toggle=True)
        self.met = Segments(look, [Option(item, tr(item.label)) for item in Met], tr("Objective met"), toggle=True)
        self._hint = Label(look, "", "small", "muted", wrap=True)
        self.notice = Notice(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(8))
        column.addWidget(Heading(look, tr("Result")))
        column.addWidget(self.result, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addWidget(self.notice)
        column.addSpacing(look.theme.px(12))
        column.addWidget(Heading(look, tr("Objective")))
        column.addWidget(self.met, 0, Qt.AlignmentFlag.AlignLeft)
        self.result.chosen.connect(self._choose_result)
        self.met.chosen.connect(self._choose_met)

    def show_visit(self, shown: Shown, visit: Visit, brought: Chosen | None) -> None:
        """Show this visit's; `brought` is what was chosen before and not kept, None while the visit is the same."""
        before = self._visit
        self._shown, self._visit = shown, visit
        if brought is not None:
            self.result.choose(visit.result or brought[0])
            self.met.choose(visit.met or brought[1])
            self.notice.say("")
        elif before is not None:
            if visit.result is not before.result:
                self.result.choose(visit.result)
            if visit.met is not before.met:
                self.met.choose(visit.met)

    def chosen(self) -> Chosen:
        """What is chosen, kept or not."""
        return self.result.value(), self.met.value()

    def values(self) -> dict[str, Any]:
        """The same as the values of a visit."""
        return {"result": self.result.value(), "met": self.met.value()}

    def choose_result(self, result: Result | None) -> None:
        """Choose a result as a click does."""
        self.result.choose(result)
        self._choose_result(result)

    def holds(self) -> bool:
        """Whether the visit can be closed with what is chosen; what speaks against it is said."""
        if self._shown is None or self._visit is None:
            return False
        closed = steps.closing(self._visit, self.values(), self._shown.today)
        doubt = steps.debrief_doubt(self._shown.client, closed, ())
        self.notice.say(self.look.tell(doubt) if doubt else "")
        return doubt is None

    def settle(self) -> None:
        """Keep a result that was chosen before it held, once it does."""
        chosen = self.result.value()
        if self._visit is not None and chosen is not None and chosen is not self._visit.result:
            self._choose_result(chosen)

    def suggest(self, typed: Sequence[Promise]) -> None:
        """Say what the result looks like while none is chosen."""
        if self._shown is None or self._visit is None:
            return
        tr = self.look.tr
        found = steps.suggestion(self._shown.client, self._visit, typed)
        self._hint.setText(tr("Looks like: {result}", result=tr(found.label)) if found else "")
        self._hint.setVisible(found is not None and self.result.value() is None)

    def _choose_result(self, value: object) -> None:
        if self._shown is None or self._visit is None:
            return
        closed = steps.closing(self._visit, {"result": value}, self._shown.today)
        doubt = steps.debrief_doubt(self._shown.client, closed, ()) if value is not None else None
        self.notice.say(self.look.tell(doubt) if doubt else "")
        if value is not None:
            self._hint.hide()
        if doubt is None and value is not self._visit.result:
            self.did.emit(steps.set_outcome(self._visit, "result", value))

    def _choose_met(self, value: object) -> None:
        if self._visit is not None and value is not self._visit.met:
            self.did.emit(steps.set_outcome(self._visit, "met", value))
