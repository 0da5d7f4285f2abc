"""The debrief of a visit: what came of it, what each side promised, what was learned (method C3)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.plan_records import Side
from kamdesk.client.units import tell_day
from kamdesk.client.visit_records import Met, Result, Visit
from kamdesk.client.visiting import Promise
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit_actions import VisitActions
from kamdesk.ui.pages.visit_presence import PresenceRows
from kamdesk.ui.pages.visit_promises import Draft, PromiseLines
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.fields import Notice
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.record_form import RecordForm
from kamdesk.ui.parts.segments import Option, Segments

_NOTES = ("agreed", "unresolved", "learned", "better", "next_touch")
Kept = tuple[object, object, list[Draft], list[Draft]]  # result, objective met, their lines, our lines


class DebriefForm(QWidget):
    """Notes are kept as they are written; the rest becomes one step when the debrief is finished."""

    edited = Signal(object)  # Doing of a note
    did = Signal(object)  # Step
    action_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self._drafts: dict[str, Kept] = {}
        self.result = Segments(look, [Option(item, tr(item.label)) for item in Result], tr("Result"), toggle=True)
        self.met = Segments(look, [Option(item, tr(item.label)) for item in Met], tr("Objective met"), toggle=True)
        self._hint = Label(look, "", "small", "muted", wrap=True)
        self._notice = Notice(look)
        self.notes = RecordForm(look, Visit, [("", _NOTES)])
        self.theirs = PromiseLines(look, Side.THEIRS, tr("They promised"))
        self.ours = PromiseLines(look, Side.OURS, tr("We promised"))
        self.presence = PresenceRows(look)
        self.made = VisitActions(look)
        self._told = Label(look, "", "small", "muted", wrap=True)
        self._told.setMinimumWidth(1)
        self.finish = Button(look, tr("Finish the debrief"), "primary", key="Ctrl+Return")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(px(8))
        self._add(left, look.tr("What came of it"), self.result, self._hint, self._notice)
        self._add(left, look.tr("Objective"), self.met)
        self._add(left, look.tr("Notes"), self.notes)
        left.addStretch(1)
        advance = Paragraph(look, look.tr("Only a dated act of theirs makes the visit an advance."), "small", "muted")
        self._add(right, look.tr("They promised"), advance, self.theirs)
        self._add(right, look.tr("We promised"), self.ours)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.finish)
        foot.addWidget(self._told, 1)
        right.addLayout(foot)
        right.addSpacing(px(14))
        self._add(right, look.tr("Who came"), self.presence)
        right.addWidget(self.made)
        right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        over = look.size("overhang")
        self._row.setContentsMargins(over, 0, over, 0)
        self._row.setSpacing(look.theme.space("xxl"))
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)

    def _add(self, column: QVBoxLayout, heading: str, *widgets: QWidget) -> None:
        column.addWidget(Heading(self.look, heading))
        for widget in widgets:
            stay = Qt.AlignmentFlag.AlignLeft if isinstance(widget, Segments) else Qt.AlignmentFlag(0)
            column.addWidget(widget, 0, stay)
        column.addSpacing(self.look.theme.px(12))

    def _connect(self) -> None:
        self.result.chosen.connect(self._choose_result)
        self.met.chosen.connect(self._choose_met)
        self.notes.edited.connect(self.edited)
        self.presence.did.connect(self.did)
        self.finish.clicked.connect(self.finish_debrief)
        for lines in (self.theirs, self.ours):
            lines.changed.connect(self._tell)
        self.made.wanted.connect(self.action_wanted)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.finish_debrief)

    def show_wide(self, wide: bool) -> None:
        """Set the promises beside the notes, or below them where there is little room."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show a visit's debrief; what is typed and not finished stays with its visit."""
        before = self._visit
        other = before is None or before.key != visit.key
        if before is not None and other:
            self._drafts[before.key] = self._kept()
        self._shown, self._visit = shown, visit
        if other:
            result, met, theirs, ours = self._drafts.pop(visit.key, (None, None, [], []))
            self.result.choose(visit.result or result)
            self.met.choose(visit.met or met)
            self.theirs.bring(theirs)
            self.ours.bring(ours)
            self._notice.say("")
        elif before is not None:
            if visit.result is not before.result:
                self.result.choose(visit.result)
            if visit.met is not before.met:
                self.met.choose(visit.met)
        self.notes.show_record(visit, shown.client, shown.workspace, shown.today)
        self.theirs.offer([item.name for item in shown.client.contacts], shown.today)
        self.ours.offer([item.name for item in shown.workspace.colleagues], shown.today)
        self.presence.show_people(shown.client, shown.workspace, visit)
        self.made.show_actions([item for item in shown.client.actions if item.visit == visit.key], shown.today)
        self._tell()

    def take_keyboard(self) -> None:
        """Begin where there is nothing yet."""
        if self.result.value() is None:
            first = next(iter(self.result.findChildren(QAbstractButton)))
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.theirs.take_keyboard()

    def finish_debrief(self) -> None:
        """Close the visit and make the promises actions, or say what is missing."""
        if self._shown is None or self._visit is None:
            return
        for editor in self.notes.editors.values():
            if editor.half_typed():
                editor.finish()  # type: ignore[attr-defined]
        theirs, ours = self.theirs.typed(), self.ours.typed()
        if theirs.wrong or ours.wrong:
            return
        lines = (*theirs.promises, *ours.promises)
        closed = steps.closing(self._visit, self._values(), self._shown.today)
        doubt = steps.debrief_doubt(self._shown.client, closed, lines)
        self._notice.say(self.look.tell(doubt) if doubt else "")
        if doubt is None:
            self.did.emit(steps.debrief(self._shown.client, self._visit, self._values(), lines, self._shown.today))
            self._forget(lines)

    def choose_result(self, result: Result | None) -> None:
        """Show a result as chosen, for the strip that could not take it."""
        self.result.choose(result)
        self._choose_result(result)

    def _values(self) -> dict[str, Any]:
        return {"result": self.result.value(), "met": self.met.value()}

    def _kept(self) -> Kept:
        return self.result.value(), self.met.value(), self.theirs.drafts(), self.ours.drafts()

    def _forget(self, lines: tuple[Promise, ...]) -> None:
        """Empty the lines once they are stored as actions; a step that was refused leaves them."""
        if self._shown is None or self._visit is None or self._visit.debriefed is None:
            return
        texts = {item.text for item in self._shown.client.actions if item.visit == self._visit.key}
        if all(line.text in texts for line in lines):
            self.theirs.bring([])
            self.ours.bring([])
            self._tell()

    def _choose_result(self, value: object) -> None:
        """Keep a result at once where the visit is closed already; an advance must be one."""
        self._choose("result", value)

    def _choose_met(self, value: object) -> None:
        self._choose("met", value)

    def _choose(self, name: str, value: object) -> None:
        if self._shown is None or self._visit is None:
            return
        closed = steps.closing(self._visit, {name: value}, self._shown.today)
        lines = (*self.theirs.typed().promises, *self.ours.typed().promises)
        doubt = steps.debrief_doubt(self._shown.client, closed, lines) if value is not None else None
        self._notice.say(self.look.tell(doubt) if doubt and name == "result" else "")
        if self._visit.debriefed and doubt is None and value is not None:
            self.did.emit(steps.set_outcome(self._visit, name, value))
        self._tell()

    def _tell(self) -> None:
        """Say what finishing will do, and what the result looks like."""
        if self._shown is None or self._visit is None:
            return
        tr = self.look.tr
        lines = (*self.theirs.typed().promises, *self.ours.typed().promises)
        suggested = steps.suggestion(self._shown.client, self._visit, lines)
        hint = tr("Looks like: {result}", result=tr(suggested.label)) if suggested else ""
        self._hint.setText(hint if self.result.value() is None else "")
        self._hint.setVisible(bool(self._hint.text()))
        actions = self.look.trn("{n} promise becomes an action", "{n} promises become actions", len(lines))
        day = self._visit.debriefed
        done = tr("Debriefed on {day}", day=tell_day(day, self.look.words, self._shown.today)) if day else ""
        self._told.setText(actions if lines else done or tr("Five minutes, on the same day"))
        self.finish.show_words(tr("Keep the promises") if day else tr("Finish the debrief"))
        self.finish.setVisible(day is None or bool(lines))
