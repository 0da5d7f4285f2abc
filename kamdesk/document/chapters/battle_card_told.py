"""One rival at one client as the battle card tells of it: every statement with source, day and who may hear it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from kamdesk.client.comparing import Comparison, stale
from kamdesk.client.comparing import Row as Need
from kamdesk.client.contest import contest_of
from kamdesk.client.contest_records import Contest, RivalFact, RivalTopic
from kamdesk.client.plan_records import Opportunity
from kamdesk.client.rival_news import news
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.document.press import Press
from kamdesk.document.shortening import cut
from kamdesk.document.subject import Subject
from kamdesk.document.unnamed import Unnamed

_ELSEWHERE = (RivalTopic.STRENGTH, RivalTopic.WEAKNESS, RivalTopic.FLOOR)
_STOPS = (".", "。", "!", "！", "?", "？", "…")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: a need or nothing, what is said of it, what stands beside it, and where it comes from."""

    text: str
    need: str = ""
    beside: str = ""  # how we acknowledge it, what it is worth to the client
    source: str = ""
    day: date | None = None
    tellable: bool = False
    weight: float = 0.0  # how much it moves the comparison; what is no need has none


@dataclass(frozen=True)
class Faced:
    """A rival at a client; `subject` is the client compared with this very rival."""

    press: Press
    subject: Subject
    rival: Rival

    @cached_property
    def sheet(self) -> Comparison:
        """The three-way sheet with this rival as the main one."""
        return self.subject.comparison

    @cached_property
    def name(self) -> str:
        """What the rival is called, on one line."""
        return cut(self.rival.called) or self.press.tr("the rival")

    @cached_property
    def stale_days(self) -> int:
        """For how many days a fact about a rival holds."""
        return round(self.subject.client.rules.stale_days)

    def old(self, day: date | None) -> bool:
        """True for a fact that must be asked again before it is used; undated ones always."""
        return stale(day, self.subject.today, self.stale_days)

    @cached_property
    def contest(self) -> Contest | None:
        """What is known of its place at this client."""
        return contest_of(self.subject.client, self.rival.key)

    @cached_property
    def order(self) -> Opportunity | None:
        """What it is about: the open order against this rival that is decided first, else the first one of all."""
        held = [it for it in self.subject.client.opportunities if it.is_open]
        held.sort(key=lambda it: (it.rival != self.rival.key, it.close or date.max))
        return next(iter(held), None)

    @cached_property
    def facts(self) -> tuple[RivalFact, ...]:
        """What is known of the rival wherever we meet it, the newest first."""
        held = [it for it in self.subject.workspace.rival_facts if it.rival == self.rival.key and it.text.strip()]
        return tuple(sorted(held, key=lambda it: it.day or date.min, reverse=True))

    @cached_property
    def unnamed(self) -> Unnamed:
        """Takes rivals out of what is said to the client."""
        return Unnamed(self.subject.workspace.rivals, self.press.words)

    @cached_property
    def ahead(self) -> tuple[Need, ...]:
        """The needs on which we lead, what moves most first."""
        least = self.subject.client.rules.gap
        return _by_weight(row for row in self.sheet.rows if row.gap_main is not None and row.gap_main >= least)

    @cached_property
    def behind(self) -> tuple[Need, ...]:
        """The needs on which the rival leads, what moves most first."""
        least = self.subject.client.rules.gap
        return _by_weight(row for row in self.sheet.rows if row.gap_main is not None and row.gap_main <= -least)

    @cached_property
    def strengths(self) -> tuple[Line, ...]:
        """Where the rival really is better, and how we acknowledge it."""
        return self._known(self.behind, RivalTopic.STRENGTH, self.rival.strengths)

    @cached_property
    def weak_points(self) -> tuple[Line, ...]:
        """Where the rival really is worse."""
        return self._known(self.ahead, RivalTopic.WEAKNESS, self.rival.weaknesses)

    def _known(self, needs: Iterable[Need], topic: RivalTopic, note: str) -> tuple[Line, ...]:
        """What the comparison shows, then the facts of a topic, then undated notes; what is old comes last."""
        lines = [self._stands(row) for row in needs]
        lines += [_fact(it) for it in self.facts if it.topic is topic]
        lines += [Line(text) for text in map(cut, note.splitlines()) if text.strip("-*# ")]
        return tuple(sorted(lines, key=lambda it: (self.old(it.day), -it.weight)))

    def standing(self, need: Need) -> Standing | None:
        """Where the rival stands on a need."""
        key = need.factor.key
        return next(
            (it for it in self.subject.client.standings if (it.factor, it.rival) == (key, self.rival.key)), None
        )

    def _stands(self, row: Need) -> Line:
        held = self.standing(row)
        theirs = row.rivals.get(self.rival.key)
        told = self.press.tr("{theirs} to {ours}", theirs=theirs, ours=row.ours)
        line = Line(told, cut(row.factor.name), weight=abs((row.share or 0.0) * (row.gap_main or 0)))
        if held is None:
            return line
        return replace(
            line,
            text=cut(held.value) or told,
            beside=cut(held.answer),
            source=cut(held.source),
            day=held.day,
            tellable=held.tellable,
        )

    @cached_property
    def differences(self) -> tuple[Line, ...]:
        """What is different with us, in the client's figures."""
        return tuple(
            Line(
                cut(row.factor.value) or self.press.tr("{ours} to {theirs}", ours=row.ours, theirs=self._theirs(row)),
                cut(row.factor.name),
                cut(row.factor.benefit),
                cut(row.factor.source),
                row.factor.day,
                row.factor.tellable,
            )
            for row in (
                *self.ahead,
                *(it for it in self.sheet.rows if it not in self.ahead and it.factor.benefit.strip()),
            )
        )

    def _theirs(self, row: Need) -> int | None:
        return row.rivals.get(self.rival.key)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """Fair questions that name no rival: those on what we do better first."""
        rows = [*self.ahead, *(row for row in self.sheet.rows if row not in self.ahead)]
        asked = (cut(row.factor.question) for row in rows)
        return tuple(self.unnamed.without(text) for text in asked if text)

    @cached_property
    def updated(self) -> date | None:
        """The newest day of anything known of the rival: what is new with us renews nothing; None without any day."""
        lines = (*self.strengths, *self.weak_points, *self.news)
        days = [it.day for it in lines if it.day] + ([self.contest.day] if self.contest and self.contest.day else [])
        return max((day for day in days if day <= self.subject.today), default=None)

    @cached_property
    def valid_until(self) -> date | None:
        """The last day on which the card may be used without asking again."""
        return self.updated + timedelta(self.stale_days) if self.updated else None

    @property
    def expired(self) -> bool:
        """True when nothing on the card is new enough."""
        return self.old(self.updated)

    @cached_property
    def news(self) -> tuple[Line, ...]:
        """What was heard of late, here and elsewhere, the newest first; without what stands in tables of its own."""
        told = {it.key for it in self.facts if it.topic in _ELSEWHERE}
        heard = news([self.subject.client], self.subject.workspace, self.subject.today, rival=self.rival.key)
        return tuple(
            Line(cut(self.press.tell(it.text)), source=cut(it.source), day=it.day, tellable=it.tellable)
            for it in heard
            if it.section != "standings" and it.key not in told
        )


def ended(press: Press, text: str) -> str:
    """A sentence with its full stop, so that it closes a line or the next one can follow."""
    return text if text[-1:] in _STOPS else f"{text}{'。' if press.words.chinese else '.'}"


def _by_weight(rows: Iterable[Need]) -> tuple[Need, ...]:
    return tuple(sorted(rows, key=lambda row: -abs((row.share or 0.0) * (row.gap_main or 0))))


def _fact(fact: RivalFact) -> Line:
    return Line(cut(fact.text), beside=cut(fact.answer), source=cut(fact.source), day=fact.day, tellable=fact.tellable)
