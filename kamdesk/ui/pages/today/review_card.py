"""One client of the weekly review on a card: what is thought to be so, and three questions about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kamdesk.client.brief import headline
from kamdesk.client.client import Client, Workspace
from kamdesk.client.glance import next_action
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.review import Due
from kamdesk.client.units import tell_day
from kamdesk.desk.review import Answers, promises_due
from kamdesk.ui.look import Look
from kamdesk.ui.pages.today.review_rows import KeptRow, Question
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.figures import GapMark, GradeBadge, LogoTile
from kamdesk.ui.parts.labels import Label, Paragraph, Rule
from kamdesk.ui.parts.tiles import Card

_ARROWS = {Side.OURS: "arrow-up-right", Side.THEIRS: "arrow-down-left"}
_MOST = 6  # promises that are listed


class ReviewCard(Card):
    """Keys 1 2 3 answer; Enter in the field of the third hands everything over."""

    finished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._holds: bool | None = None
        self._promises: list[KeptRow] = []
        self._make()
        self._arrange()
        self.holds.clicked.connect(self.turn_holds)
        self.kept.clicked.connect(self.turn_kept)
        self.following.clicked.connect(self.ask_next)
        self.line.entered.connect(self.finished)
        self.line.escaped.connect(self._leave_line)
        self.line.textEdited.connect(self._tell_next)

    def _make(self) -> None:
        look, tr = self.look, self.look.tr
        self._logo = LogoTile(look)
        self._name = Label(look, "", "aim", elide=True)
        self._grade = GradeBadge(look)
        self._lead = GapMark(look)
        self._why = Label(look, "", "small", "muted")
        self._state = Paragraph(look, "", font=look.fonts.bold())
        self._matter = Paragraph(look, "", colour="text2")
        self._facts = Label(look, "", "small", "muted", elide=True)
        self.holds = Question(look, "1", tr("Still true?"))
        self.kept = Question(look, "2", tr("Promises kept?"))
        self.following = Question(look, "3", tr("Next step?"))
        self._planned = Label(look, "", "body", "text2", elide=True)
        words = tr("What, @who, until when: send the samples @Lin 12-04")
        self.line = Line(look, tr("Next step?"), words)

    def _arrange(self) -> None:
        space, px = self.look.theme.space, self.look.theme.px
        head = QHBoxLayout()
        head.setSpacing(space("s"))
        head.addWidget(self._logo)
        head.addWidget(self._name, 1)
        head.addWidget(self._lead)
        head.addWidget(self._grade)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        below = QVBoxLayout()
        below.setContentsMargins(px(42), 0, space("s"), space("s"))
        below.setSpacing(space("s"))
        below.addWidget(self._planned)
        below.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("xl"), space("xl"), space("xl"), space("l"))
        column.setSpacing(space("s"))
        column.addLayout(head)
        column.addWidget(self._why)
        column.addSpacing(space("s"))
        column.addWidget(self._state)
        column.addWidget(self._matter)
        column.addWidget(self._facts)
        column.addSpacing(space("s"))
        for part in (self.holds, self.kept):
            column.addWidget(Rule(self.look))
            column.addWidget(part)
        column.addLayout(self._rows)
        column.addWidget(Rule(self.look))
        column.addWidget(self.following)
        column.addLayout(below)

    def show_due(self, due: Due, client: Client, workspace: Workspace, today: date) -> None:
        """Show a client with nothing answered yet."""
        look, glance = self.look, due.glance
        self._logo.show_company(client.key, client.company.called, client.company.logo)
        self._name.setText(client.company.called)
        self._grade.show_grade(client.company.grade)
        self._lead.show_value(glance.lead)
        self._why.setText(look.tell(due.why))
        state, matter = headline(client, workspace, today)
        self._state.setText(look.tell(state))
        self._matter.setText(look.tell(matter))
        self._facts.setText(self._met(client, due, today))
        self._show_promises(promises_due(client, today), today)
        self._show_plan(client, today)
        self._holds = None
        self.line.clear()
        self._tell()

    def answers(self) -> Answers:
        """What was answered."""
        kept = tuple(row.key for row in self._promises if row.isChecked())
        return Answers(bool(self._holds), kept, self.line.text().strip())

    @property
    def unsaid(self) -> bool:
        """Whether nobody has said yet that the picture holds or not."""
        return self._holds is None

    @property
    def untrue(self) -> bool:
        """Whether somebody said that the picture does not hold any more."""
        return self._holds is False

    def turn_holds(self) -> None:
        """Still true: yes, then no, then yes again."""
        self._holds = not self._holds
        self._tell()

    def turn_kept(self) -> None:
        """All promises that are due were kept; or none."""
        wanted = not all(row.isChecked() for row in self._promises)
        for row in self._promises:
            row.setChecked(wanted)
        self._tell()

    def ask_next(self) -> None:
        """Put the keyboard where the next step is typed."""
        self.line.setFocus()

    def lock(self, locked: bool) -> None:
        """Nothing can be answered."""
        for part in (self.holds, self.kept, self.following, self.line):
            part.setEnabled(not locked)

    def _leave_line(self) -> None:
        self.setFocus()

    def _met(self, client: Client, due: Due, today: date) -> str:
        look, glance = self.look, due.glance
        days = glance.silent_days(today)
        told = [look.tr("Nobody has been met yet") if days is None else look.tr("last met {n} d ago", n=days)]
        if glance.rival:
            told.append(look.tr("main rival {rival}", rival=glance.rival))
        coming = glance.upcoming[0] if glance.upcoming else None
        if coming is not None:
            day = tell_day(coming.at.astimezone().date(), look.words, today)
            told.append(look.tr("next visit {day}", day=day))
        return " · ".join(told)

    def _show_plan(self, client: Client, today: date) -> None:
        step = next_action(client)
        if step is None:
            told = self.look.tr("Nothing is planned yet.")
        elif step.due:
            told = self.look.tr(
                "Planned: {text}, {day}", text=step.text, day=tell_day(step.due, self.look.words, today)
            )
        else:
            told = self.look.tr("Planned: {text}", text=step.text)
        self._planned.setText(told)

    def _show_promises(self, promises: tuple[Action, ...], today: date) -> None:
        look = self.look
        for row in self._promises:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._promises = []
        for action in promises[:_MOST]:
            days = (today - action.due).days if action.due else 0
            told = look.trn("{n} day late", "{n} days late", days) if days else look.tr("Today")
            arrow = _ARROWS[action.side] if action.side else "arrow-up-right"
            row = KeptRow(look, action.key, action.text, arrow, told, late=days > 0)
            row.toggled.connect(self._tell)
            self._rows.addWidget(row)
            self._promises.append(row)

    def _tell_next(self, _text: str) -> None:
        self._tell()

    def _tell(self, _checked: bool = False) -> None:
        """Say the answers as they are."""
        tr = self.look.tr
        if self._holds is None:
            self.holds.show_answer(tr("not said"), "neutral", "circle-dashed")
        elif self._holds:
            self.holds.show_answer(tr("Still true"), "ok", "check")
        else:
            self.holds.show_answer(tr("Not any more"), "warn", "x")
        kept, due = sum(row.isChecked() for row in self._promises), len(self._promises)
        if not due:
            self.kept.show_answer(tr("nothing was due"), "neutral", "check")
        else:
            tone = "ok" if kept == due else "warn"
            told = tr("{n} of {m} kept", n=kept, m=due)
            self.kept.show_answer(told, tone, "check" if kept == due else "clock-alert")
        said = bool(self.line.text().strip())
        told = tr("new step") if said else tr("as planned")
        self.following.show_answer(told, "ok" if said else "neutral", "plus" if said else "equal")

    def first_focus(self) -> None:
        """Take the keyboard, away from the field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
