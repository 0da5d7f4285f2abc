"""A visit and what belongs to it: people, checklist, talking points, concessions."""

from __future__ import annotations

from datetime import date, datetime

from kamdesk.client import kinds
from kamdesk.client.activities import Activity
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class VisitKind(Choice):
    """What a visit is for; checklists are chosen by it (method S1-3, S3-1)."""

    FIRST = "first", NC_("visit", "First visit")
    ROUTINE = "routine", NC_("visit", "Routine")
    NEGOTIATION = "negotiation", NC_("visit", "Negotiation")
    REVIEW = "review", NC_("visit", "Review")
    COMPLAINT = "complaint", NC_("visit", "Complaint")
    EXECUTIVE = "executive", NC_("visit", "Executive meeting")


class Result(Choice):
    """What a visit led to; an advance is a dated act the client took on (SPIN1, method C3)."""

    ORDER = "order", NC_("result", "Order")
    ADVANCE = "advance", N_("Advance")
    CONTINUATION = "continuation", N_("Continuation")
    NONE = "none", N_("No progress")


class Met(Choice):
    """How much of the objective was reached."""

    BEST = "best", N_("Best commitment")
    MINIMUM = "minimum", N_("Minimum commitment")
    NOT = "not", N_("Neither")


class Presence(Choice):
    """Whether somebody came."""

    CAME = "came", N_("Came")
    LATE = "late", N_("Came late")
    MISSING = "missing", N_("Was missing")


class PointKind(Choice):
    """What a talking point is."""

    QUESTION = "question", N_("They may ask")
    DISPUTE = "dispute", N_("Point of dispute")
    LEARN = "learn", N_("Must learn")
    ASK = "ask", N_("We ask")


class Step(Choice):
    """A rung of the concession ladder (method C1-23)."""

    OPEN = "open", N_("Opening")
    NEXT = "next", N_("Next step")
    FLOOR = "floor", N_("Floor")


@record
class Visit(Record):
    """One visit, from its objective to its debrief."""

    objective: str = kinds.text(N_("Objective"), hint=N_("One sentence"))
    at: datetime | None = kinds.moment(N_("When"), required=True)
    minutes: int | None = kinds.number(N_("Minutes"), 0, 1440)
    place: str = kinds.text(N_("Place"))
    best: str = kinds.text(N_("Best commitment"), hint=N_("What the client will do, by when"))
    minimum: str = kinds.text(N_("Minimum commitment"))
    reason: str = kinds.text(N_("Reason for the client"), hint=N_("Why the client should see us"))
    template: str | None = kinds.link(N_("Checklist"), "templates")
    template_version: int | None = kinds.number(N_("Version of the checklist"), 1, 10_000)
    kind: VisitKind | None = kinds.choice(NC_("visit", "Kind"), VisitKind)
    step: int | None = kinds.number(N_("Buying step"), 1, 8)
    activity: Activity | None = kinds.choice(N_("Kind of touch"), Activity)
    need: str = kinds.note(N_("Assumed need"))
    value: str = kinds.note(N_("Our value in their numbers"))
    opening: str = kinds.text(NC_("visit", "Opening"), hint=N_("Reason, agenda, time"))
    fallback: str = kinds.text(N_("If the key person is absent"))
    route: str = kinds.text(N_("Way there"))
    registration: str = kinds.text(N_("Registration of visitors"))
    phone: str = kinds.text(N_("Phone on the spot"))
    result: Result | None = kinds.choice(N_("Result"), Result)
    met: Met | None = kinds.choice(N_("Objective met"), Met)
    agreed: str = kinds.note(N_("Agreed"))
    unresolved: str = kinds.note(N_("Still open"))
    learned: str = kinds.note(N_("Learned"))
    better: str = kinds.note(N_("What I would do differently"))
    moved: str = kinds.text(N_("Which question moved the client most"))
    changed: str = kinds.note(N_("Needs that grew or changed"))
    lesson: str = kinds.note(N_("Lesson for elsewhere"))
    next_touch: date | None = kinds.day(N_("Next touch"))
    debriefed: date | None = kinds.day(N_("Debriefed on"))
    debrief_asked: date | None = kinds.day(N_("Debrief asked for on"))


@record
class Attendee(Record):
    """Somebody of either side at a visit, with a task."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    contact: str | None = kinds.link(N_("Of theirs"), "contacts")
    colleague: str | None = kinds.link(N_("Of ours"), "colleagues")
    task: str = kinds.text(N_("Task"))
    presence: Presence | None = kinds.choice(N_("Presence"), Presence)


@record
class CheckItem(Record):
    """One line of a visit's checklist, copied from a template so that the template may change later."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    group: str = kinds.text(NC_("checklist", "Group"))
    text: str = kinds.text(N_("Item"), required=True)
    must: bool = kinds.tick(N_("Must-have"))
    weight: int | None = kinds.number(NC_("checklist", "Weight"), 0, 100)
    done: bool = kinds.tick(N_("Done"))
    remark: str = kinds.text(N_("Remark"))
    rank: int | None = kinds.number(N_("Order"), 0, 10_000)

    @property
    def title(self) -> str:
        """The line itself, not the group it stands in."""
        return self.text


@record
class TalkPoint(Record):
    """A question, a dispute or a thing to learn, with our answer and its proof."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    kind: PointKind | None = kinds.choice(N_("Kind"), PointKind)
    text: str = kinds.text(N_("Point"), required=True)
    answer: str = kinds.note(N_("Our answer"))
    proof: str = kinds.text(N_("Proof"))
    ask: str | None = kinds.link(N_("Ask whom"), "contacts")
    done: bool = kinds.tick(N_("Done"))


@record
class Concession(Record):
    """One rung: what we offer and what we ask for it."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    item: str = kinds.text(N_("Item"), hint=N_("Price, terms, lead time, service"))
    step: Step | None = kinds.choice(N_("Step"), Step)
    offer: str = kinds.text(N_("We offer"), required=True, level=kinds.SECRET)
    unit: str = kinds.text(N_("Unit"))
    against: str = kinds.text(N_("In return"))
    authority: str = kinds.text(
        N_("I may grant alone"), level=kinds.SECRET, hint=N_("In the same unit; beyond it somebody must be asked")
    )
    call: str = kinds.text(N_("Whom to call beyond it"))
    rank: int | None = kinds.number(N_("Order"), 0, 10_000)
