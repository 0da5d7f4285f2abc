"""What is not known as questions to ask: ranked by grade and buying step, with the person and the visit (field 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Contact
from kamdesk.client.unknowns import Unknown, unknowns
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import coming_visits
from kamdesk.words import Said, said

GRADE_WEIGHT = {"S": 4, "A": 3, "B": 2, "C": 1}
_USUAL, _MUST = 3, 9
# How much an unknown weighs in the phases of a purchase: up to step 3 people and needs, up to 6 the comparison, then
# whoever signs (method F9: who leads each step).
_PHASES: tuple[tuple[int, dict[str, int]], ...] = (
    (3, {"role": 5, "placeholder": 4, "agenda": 4, "weight": 4, "influence": 3, "weighed": 3, "rival": 1}),
    (6, {"rival": 5, "weight": 5, "role": 4, "weighed": 3, "agenda": 2}),
    (8, {"role": 5, "placeholder": 5, "opponent": 4, "rival": 3, "agenda": 3, "weight": 1}),
)
_MARKS = ("?", "？")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to find out: the question, whom to ask, at which visit, and the place and record it is about."""

    question: Said
    who: Contact | None
    visit: Visit | None  # the next one at which that person is there, else the next one
    place: str
    key: str
    weight: int  # the heavier, the earlier
    must: bool  # the rep wrote it down as what must be learned

    @property
    def at(self) -> datetime | None:
        """When it can be asked."""
        return self.visit.at if self.visit else None


def ranked(
    client: Client, workspace: Workspace, today: date, step: int | None = None, visit: Visit | None = None
) -> tuple[Ask, ...]:
    """Everything worth asking, the weightiest first; `visit` is the one it is asked at, else the next that fits."""
    coming = coming_visits(client, today)
    at = step or (visit.step if visit else None) or next((item.step for item in coming if item.step), None)
    grade = client.company.grade.value if client.company.grade else ""
    asks = [
        Ask(
            question=question(unknown),
            who=unknown.ask,
            visit=visit or _visit_for(client, unknown.ask, coming),
            place=unknown.place,
            key=unknown.key,
            weight=weight(unknown, at) * GRADE_WEIGHT.get(grade, 1),
            must=unknown.topic == "must",
        )
        for unknown in unknowns(client, workspace, today)
    ]
    return tuple(sorted(asks, key=lambda ask: -ask.weight))


def question(unknown: Unknown) -> Said:
    """An unknown as a question; one that the rep has written as a question stays as it is."""
    text = unknown.said
    if unknown.topic == "rival":
        return said("Where does {rival} stand on {need}?", **text.values)
    if unknown.topic == "weight":
        return said("How much does {need} matter?", **text.values)
    words = str(text.values.get("text", "")) if unknown.topic == "must" else ""
    return text if words.rstrip().endswith(_MARKS) else said("{what}?", what=text)


def weight(unknown: Unknown, step: int | None) -> int:
    """How much an unknown weighs at a buying step; what the rep wrote down weighs most."""
    if unknown.topic == "must":
        return _MUST
    phase = next((held for last, held in _PHASES if step is not None and step <= last), None)
    if phase is None:
        return _USUAL
    return phase.get(unknown.topic, 2)


def _visit_for(client: Client, who: Contact | None, coming: tuple[Visit, ...]) -> Visit | None:
    """The next visit at which somebody is, else the next one of all."""
    if who is not None:
        there = {item.visit for item in client.attendees if item.contact == who.key}
        if found := next((visit for visit in coming if visit.key in there), None):
            return found
    return next(iter(coming), None)
