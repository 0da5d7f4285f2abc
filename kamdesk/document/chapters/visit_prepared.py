"""The next visit as a reviewer reads it: what it is for, who meets whom, what is asked, what may be disputed.

Each block shows as much as there is room for; `alone` says that it stands in the appendix under a title of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kamdesk.client.plan_records import Side
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.client.visiting import local_day
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.visit_papers import purpose
from kamdesk.document.chapters.visit_sheet_form import TIGHT, beside
from kamdesk.document.contents import APPENDIX
from kamdesk.document.fitting import Cut
from kamdesk.document.growing import Maker
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import style
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans

WHOLE = 10**6  # a limit nothing reaches
LINES = 3  # of a cell where not all of it is shown
_LEAST_TO_LEARN = 3


def cut_to(press: Press, block: Block, lines: int) -> Block:
    """A block of so many lines of a table, with a sign where more would stand."""
    return Cut(block, lines * style().types["cell"].leading + 0.5, press.muted("…"))


def dated(press: Press, title: str, visit: Visit) -> str:
    """The title of a block that stands without its chapter around it."""
    if visit.at is None:
        return press.tr("{title} · next visit", title=title)
    return press.tr("{title} · visit on {day}", title=title, day=press.day(local_day(visit.at)))


@dataclass(frozen=True)
class Prepared:
    """The blocks of the next visit, each by how much it shows."""

    press: Press
    subject: Subject
    visit: Visit
    alone: bool = False

    def makers(self) -> dict[str, Maker]:
        """What a reviewer reads, in its order."""
        return {"purpose": self.purpose, "people": self.people, "asked": self.asked, "answers": self.answers}

    @cached_property
    def _points(self) -> tuple[TalkPoint, ...]:
        return tuple(it for it in self.subject.client.points if it.visit == self.visit.key)

    def _titled(self, title: str, block: Block, rest: int = 0, note: str = "") -> Titled:
        """A block under its title; how many are left out stands in the place of the note."""
        press = self.press
        told = dated(press, title, self.visit) if self.alone else title
        more = press.see(rest, APPENDIX)
        return press.titled(told, block, more or note)

    def _shown(self, text: str, limit: int, lines: int = LINES) -> Block:
        block = markdown.note(self.press, text, "cell")
        return block if limit >= WHOLE else cut_to(self.press, block, lines)

    def purpose(self, limit: int) -> Block:
        """What the visit is for, and what the client gains by it; so many lines of each."""
        press, visit = self.press, self.visit
        told = (
            *purpose(press, visit),
            ("need", press.tr("Assumed need"), visit.need, False),
            ("value", press.tr("In their numbers"), visit.value, False),
        )
        rows = []
        for name, term, text, must in told:
            if text.strip():
                value = self._shown(text, limit, limit)
            elif must:
                value = press.alarm(press.tr("still missing"))
            else:
                continue
            label = press.marked("star", press.cell(term)) if must else press.cell(term)
            rows.append(Row((label, value), about=told_of(visit, name)))
        return self._titled(press.tr("Purpose"), press.table((press.column(), press.column(share=1.0)), rows))

    def people(self, limit: int) -> Block:
        """Who meets whom."""
        return Pair(self._side(Side.THEIRS, limit), self._side(Side.OURS, limit))

    def _side(self, side: Side, limit: int) -> Block:
        press, theirs = self.press, side is Side.THEIRS
        held = [it for it in self.subject.client.attendees if it.visit == self.visit.key]
        there = [it for it in held if bool(it.contact) == theirs]
        title = press.tr("Theirs") if theirs else press.tr("Ours")
        if not there:
            return self._titled(title, press.red_flag(press.tr("nobody named")))
        tasks = any(it.task.strip() for it in there)
        rows = []
        for it in there[:limit]:
            known = self.subject.contact(it.contact) or self.subject.colleague(it.colleague)
            name, at_work = (known.name, known.title_at_work) if known else ("—", "")
            who = press.cell(spans(bold(name), *press.mute(f"\u2002{at_work}" if at_work else "")))
            rows.append(Row((who, *((self._shown(it.task, limit),) if tasks else ())), about=told_of(it)))
        columns = (press.column(share=1.0), *((press.column(share=1.2),) if tasks else ()))
        return self._titled(title, press.table(columns, rows), len(there) - limit)

    def asked(self, limit: int) -> Block:
        """What must be learned beside what we ask."""
        return Pair(self._questions(PointKind.LEARN, limit), self._questions(PointKind.ASK, limit))

    def _questions(self, kind: PointKind, limit: int) -> Block:
        press, chosen = self.press, [it for it in self._points if it.kind is kind]
        rows = []
        for point in chosen[:limit]:
            whom = self.subject.contact(point.ask)
            text = spans(point.text, *beside(press, whom.name if whom else ""))
            told = press.cell(text) if limit >= WHOLE else cut_to(press, press.cell(text), LINES)
            rows.append(Row((press.mark("ticked" if point.done else "box"), told), about=told_of(point)))
        note, lacking = "", _LEAST_TO_LEARN - len(chosen)
        if kind is PointKind.LEARN:
            note = press.tr("{n} of at least {m}", n=len(chosen), m=_LEAST_TO_LEARN)
        if kind is PointKind.LEARN and lacking > 0:
            told = press.alarm(press.trn("{n} to be added", "{n} to be added", lacking))
            rows.append(Row((press.mark("box"), told)))
        elif not rows:
            rows.append(Row((press.mark("box"), press.muted(press.tr("none yet")))))
        table = press.table((press.column(apart=TIGHT), press.column(share=1.0)), rows)
        return self._titled(press.tr(kind.label), table, len(chosen) - limit, note)

    def answers(self, limit: int) -> Block | None:
        """What they may say, what we answer, what proves it."""
        press = self.press
        points = [it for it in self._points if it.kind not in (PointKind.LEARN, PointKind.ASK)]
        if not points:
            return None
        columns = (
            press.column(apart=TIGHT),
            press.column(press.tr("They may say"), share=1.0),
            press.column(press.tr("Our answer"), share=1.3),
            press.column(press.tr("Proof")),
        )
        rows = [
            Row(
                (
                    press.mark("ticked" if it.done else "box"),
                    self._shown(it.text, limit),
                    self._shown(it.answer, limit) if it.answer.strip() else press.alarm(press.tr("no answer yet")),
                    press.muted(it.proof or "—"),
                ),
                about=told_of(it),
            )
            for it in points[:limit]
        ]
        title = press.tr("Questions and disputes")
        return self._titled(title, press.table(columns, rows), len(points) - limit, press.tr("tick when answered"))
