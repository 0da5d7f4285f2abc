"""The plan with the client as it is told: both sides, the goals in their order, the steps with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamdesk.client.plan_records import Action, Goal, Side
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.document.text import plain

_NARROW = 26 * MM  # for the name of a side above its column


@dataclass(frozen=True, slots=True)
class Step:
    """One agreed step with its number, and the goal it leads to."""

    number: int
    action: Action
    goal: Goal | None

    @property
    def ours(self) -> bool:
        """True unless the client owes it."""
        return self.action.side is not Side.THEIRS


@dataclass(frozen=True)
class Mutual:
    """A client's plan with us, as told to the client."""

    press: Press
    subject: Subject

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """What both want to reach, the nearest first."""
        return tuple(sorted(self.subject.client.goals, key=lambda goal: goal.due or date.max))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What leads there, goal by goal, the earliest first; what serves no goal comes last."""
        return tuple(Step(number, *it) for number, it in enumerate(self._in_turn(), 1))

    def _in_turn(self) -> Iterator[tuple[Action, Goal | None]]:
        waiting = sorted(self.subject.client.actions, key=lambda action: action.due or date.max)
        known = {goal.key for goal in self.goals}
        for goal in self.goals:
            yield from ((action, goal) for action in waiting if action.goal == goal.key)
        yield from ((action, None) for action in waiting if action.goal not in known)

    @cached_property
    def them(self) -> str:
        """What the client is called."""
        return self.subject.client.company.called or self.press.tr("Client")

    @cached_property
    def us(self) -> str:
        """What we are called."""
        profile = self.subject.workspace.profile
        return profile.company or profile.name or self.press.trc("side", "We")

    @cached_property
    def us_briefly(self) -> str:
        """The same where there is little room."""
        head = style().types["head"]
        narrow = self.press.setter.width(plain(self.us), head) <= _NARROW
        return self.us if narrow else self.press.tr("Supplier")

    @cached_property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.action.done is not None for step in self.steps)

    @cached_property
    def next(self) -> Step | None:
        """The open step whose day comes first."""
        waiting = [step for step in self.steps if step.action.done is None]
        return min(waiting, key=lambda step: step.action.due or date.max, default=None)

    @cached_property
    def _titles(self) -> dict[str, str]:
        theirs = {it.name.strip(): it.title_at_work.strip() for it in self.subject.client.contacts}
        return theirs | {it.name.strip(): it.title_at_work.strip() for it in self.subject.workspace.colleagues}

    def titled(self, name: str) -> str:
        """Somebody's name, with the title when it is known."""
        title = self._titles.get(name, "")
        return self.press.tr("{name} ({title})", name=name, title=title) if title else name

    def late(self, step: Step) -> bool:
        """True for an open step whose day is over."""
        due = step.action.due
        return step.action.done is None and due is not None and due < self.press.today
