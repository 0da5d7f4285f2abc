"""The debrief of a visit in the order of its sheet: who came, answers, promises, result, then what was learned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.plan_records import Side
from kamdesk.client.promises import is_promise
from kamdesk.client.units import tell_day
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import Promise
from kamdesk.desk import visit as steps
from kamdesk.desk.debriefing import give, given
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.visit.actions import VisitActions
from kamdesk.ui.pages.visit.debrief_asked import AskedRows
from kamdesk.ui.pages.visit.debrief_card import FilingCard, Picked
from kamdesk.ui.pages.visit.debrief_facts import FiledFacts
from kamdesk.ui.pages.visit.debrief_notes import DebriefNotes
from kamdesk.ui.pages.visit.debrief_outcome import Chosen, Outcome
from kamdesk.ui.pages.visit.debrief_walk import Walked, reveal
from kamdesk.ui.pages.visit.presence import PresenceRows
from kamdesk.ui.pages.visit.promise_row import Draft, PromiseRow
from kamdesk.ui.pages.visit.promises import PromiseLines
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Label, Paragraph

_NOTES = ("agreed", "unresolved", "learned")
_LESSONS = ("moved", "changed", "better", "lesson", "next_touch")
Kept = tuple[Chosen, list[Draft], list[Draft]]  # result and objective, their lines, our lines


class DebriefForm(Walked):
    """Everything is kept as it is written, each as a step; finishing says that the debrief is done."""

    edited = Signal(object)  # Doing
    did = Signal(object)  # Step
    action_wanted = Signal(str)
    fact_wanted = Signal(str, str)  # place and key

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self._drafts: dict[str, Kept] = {}
        self.presence = PresenceRows(look)
        self.asked = AskedRows(look)
        self.theirs = PromiseLines(look, Side.THEIRS, tr("They promised"))
        self.outcome = Outcome(look)
        self.ours = PromiseLines(look, Side.OURS, tr("We promised"))
        self.notes = DebriefNotes(look, _NOTES)
        self.facts = FiledFacts(look)
        self.lessons = DebriefNotes(look, _LESSONS)
        self.made = VisitActions(look)
        self._told = Label(look, "", "small", "muted", wrap=True)
        self._told.setMinimumWidth(1)
        self.finish = Button(look, tr("Finish the debrief"), "primary", key="Ctrl+Return")
        self._arrange()
        self.card = FilingCard(look, self)
        self._connect()

    def _arrange(self) -> None:
        look, tr = self.look, self.look.tr
        self._asked_head = Heading(look, tr("Questions"), tr("what they answered"))
        self._notes_told = Paragraph(
            look,
            tr("Select words and press a key: T action, P promise, E person, R rival or need, U answered question."),
            "small",
            "muted",
        )
        left, right = self._column(), self._column()
        self._add(left, Heading(look, tr("Who came")), self.presence)
        self._add(left, self._asked_head, self.asked)
        self._add(left, Heading(look, tr("They promised"), tr("without a day it is no advance")), self.theirs)
        self._add(left, self.outcome)
        self._add(left, Heading(look, tr("We promised")), self.ours)
        self._add(right, Heading(look, tr("Notes")), self._notes_told, self.notes)
        self._add(right, Heading(look, tr("Facts learned")), self.facts)
        self._add(right, Heading(look, tr("Lessons")), self.lessons)
        foot = QHBoxLayout()
        foot.setSpacing(look.theme.px(12))
        foot.addWidget(self.finish)
        foot.addWidget(self._told, 1)
        right.addLayout(foot)
        right.addSpacing(look.theme.px(14))
        right.addWidget(self.made)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        over = look.size("overhang")
        self._row.setContentsMargins(over, 0, over, 0)
        self._row.setSpacing(look.theme.space("xxl"))
        parts = []
        for column in (left, right):
            column.addStretch(1)
            held = QWidget()
            held.setLayout(column)
            parts.append(held)
            self._row.addWidget(held, 1, Qt.AlignmentFlag.AlignTop)
        self.columns = tuple(parts)

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.px(8))
        return column

    def _add(self, column: QVBoxLayout, *widgets: QWidget) -> None:
        for widget in widgets:
            column.addWidget(widget)
        column.addSpacing(self.look.theme.px(12))

    def _connect(self) -> None:
        self.outcome.did.connect(self.did)
        for notes in (self.notes, self.lessons):
            notes.edited.connect(self.edited)
            notes.picked.connect(self._open_card)
        self.facts.picked.connect(self._open_card)
        self.facts.wanted.connect(self.fact_wanted)
        self.card.filed.connect(self._file)
        self.presence.did.connect(self.did)
        self.asked.did.connect(self.did)
        self.finish.clicked.connect(self.finish_debrief)
        for lines in (self.theirs, self.ours):
            lines.changed.connect(self._tell)
            lines.finished.connect(self._give)
            lines.wanted.connect(self.action_wanted)
        self.made.wanted.connect(self.action_wanted)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.finish_debrief)

    def show_wide(self, wide: bool) -> None:
        """Set what was learned beside the sheet's part, or below it where there is little room."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show a visit's debrief; what is half typed stays with its visit."""
        before = self._visit
        other = before is None or before.key != visit.key
        if before is not None and other:
            self._drafts[before.key] = self._kept()
        self._shown, self._visit = shown, visit
        client, workspace, today = shown.client, shown.workspace, shown.today
        if other:
            chosen, theirs, ours = self._drafts.pop(visit.key, ((None, None), [], []))
            self.theirs.bring(theirs)
            self.ours.bring(ours)
        self.outcome.show_visit(shown, visit, chosen if other else None)
        self.presence.show_people(client, workspace, visit)
        self.asked.show_visit(client, visit)
        self._asked_head.setVisible(not self.asked.isHidden())
        self.theirs.offer([item.name for item in client.contacts], today)
        self.ours.offer([item.name for item in workspace.colleagues], today)
        for lines in (self.theirs, self.ours):
            lines.show_kept(given(client, visit, lines.side))
        for notes in (self.notes, self.lessons):
            notes.show_visit(shown, visit)
        self.facts.show_visit(shown, visit)
        self.card.show_client(shown, visit)
        self.made.show_actions([it for it in client.actions if it.visit == visit.key and not is_promise(it)], today)
        self._tell()

    def take_keyboard(self) -> None:
        """Begin at the top of the sheet; in a debrief that is half done where the next promise is written."""
        done = self._visit is not None and self._visit.debriefed is not None
        if self.outcome.result.value() is None or done:
            stops = self.stops()
            first = stops[0] if stops else self.theirs.rows[-1].what
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(first)
        else:
            self.theirs.take_keyboard()
            reveal(self.theirs)

    def finish_debrief(self) -> None:
        """Keep what is still typed and close the visit, or say what is missing."""
        if self._shown is None or self._visit is None:
            return
        self.notes.finish()
        self.lessons.finish()
        self.theirs.finish()
        self.ours.finish()
        theirs, ours = self.theirs.typed(), self.ours.typed()
        if theirs.wrong or ours.wrong or theirs.promises or ours.promises:
            return  # a day that is none, or what could not be stored: it is said where it stands
        if not self.outcome.holds():
            reveal(self.outcome)
            return
        self._file(steps.debrief(self._shown.client, self._visit, self.outcome.values(), (), self._shown.today))

    def _kept(self) -> Kept:
        return self.outcome.chosen(), self.theirs.drafts(), self.ours.drafts()

    def _give(self, row: PromiseRow) -> None:
        """Keep a promise; one that could not be stored stays as typed."""
        lines = self.sender()
        if self._shown is None or self._visit is None or not isinstance(lines, PromiseLines):
            return
        line = row.read(lines.side)
        if line is None or not line.text:
            return
        made, step = give(
            self._shown.client, self._shown.workspace, self._visit, line, row.proof.text(), self._shown.today
        )
        self.did.emit(step)
        if self._shown.client.get(made.key) is not None:
            lines.take_away(row)
            self.outcome.settle()

    def _open_card(self, picked: Picked) -> None:
        if self._shown is not None and self._visit is not None:
            self.card.open_for(picked, self._shown, self._visit)

    def _file(self, step: Step) -> None:
        self.edited.emit(Doing(step.said, step.edits, toast=True))

    def _tell(self) -> None:
        """Say what finishing will do, and what the result looks like."""
        if self._shown is None or self._visit is None:
            return
        tr = self.look.tr
        typed: tuple[Promise, ...] = (*self.theirs.typed().promises, *self.ours.typed().promises)
        self.outcome.suggest(typed)
        day = self._visit.debriefed
        done = tr("Debriefed on {day}", day=tell_day(day, self.look.words, self._shown.today)) if day else ""
        self._told.setText(done or tr("Five minutes, on the same day"))
        self.finish.setVisible(day is None)
