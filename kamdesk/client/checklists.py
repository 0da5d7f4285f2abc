"""The six checklists that ship with the program, each for one kind of visit; all of them may be changed (method C1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kamdesk.client.checklist import (
    CHECKLIST,
    CONCESSION,
    FIRST_LINE,
    FIRST_VISIT,
    FLOW,
    INFORMATION,
    LOGISTICS,
    MATERIALS,
    MUST_WEIGHT,
    NEEDS,
    OBJECTIONS,
    OTHER_WEIGHT,
    PEOPLE,
    PURPOSE,
    QUESTIONS,
    Line,
)
from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Grade
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.visit_records import VisitKind
from kamdesk.words import N_, NC_, Words

Groups = Mapping[str, tuple[Line, ...]]
INTERESTS = NC_("checklist", "Interests")
FIGURES = NC_("checklist", "Figures")
WHAT_HAPPENED = NC_("checklist", "What happened")
REMEDY = NC_("checklist", "Remedy")
MESSAGE = NC_("checklist", "Message")
AFTERWARDS = NC_("checklist", "Afterwards")

OBJECTIVE = Line(N_("Objective in one sentence"), must=True)
BEST = Line(N_("Best client commitment: who does what by when"), must=True)
MINIMUM = Line(N_("Minimum acceptable commitment"), must=True)
THEIRS = Line(N_("Who attends of theirs: role, influence, attitude, agenda, last weigh-in"), must=True)
OURS = Line(N_("Who attends of ours, and each one's task"), must=True)
OPENING = Line(N_("Opening: reason, agenda, time"), must=True)
NEXT = Line(N_("Proposal for the next step"), must=True)
AGENDA = Line(N_("Agenda with minutes"))
WAY = Line(N_("Address, route, registration of visitors, phone of the contact"))

# Sources: SEED 001 §2, NEG (C4), C9, SPIN2; the wording of complaint and executive meeting is our own.
NEGOTIATION: Groups = {
    PURPOSE: (OBJECTIVE, BEST, MINIMUM),
    PEOPLE: (
        THEIRS,
        Line(N_("Who decides in the room, and who signs"), must=True),
        Line(N_("Who of ours leads, who listens, who writes down"), must=True),
    ),
    INTERESTS: (
        Line(N_("Our interests and theirs, behind the positions"), must=True),
        Line(N_("Issues, most important first"), must=True),
        Line(N_("What presses them: days, budget, supply")),
        Line(N_("What the rival offers now, with source and day")),
    ),
    CONCESSION: (
        Line(N_("Ideal, acceptable and floor for each item: price, terms, lead time, service"), must=True),
        Line(N_("What we ask for each step we give"), must=True),
        Line(N_("Limit of authority, and whom to call"), must=True),
        Line(N_("Our best alternative, and theirs"), must=True),
        Line(N_("Steps that become smaller")),
        Line(N_("Chips: what costs us little and is worth much to them")),
        Line(N_("First offer, and who makes it")),
    ),
    OBJECTIONS: (
        Line(N_("Likely questions and objections, each with answer and proof"), must=True),
        Line(N_("Points of dispute, with our position"), must=True),
    ),
    FLOW: (
        OPENING,
        Line(N_("Red lines: what nobody of us says"), must=True),
        Line(N_("Move in a deadlock")),
        Line(N_("Words to leave with")),
        NEXT,
    ),
    MATERIALS: (
        Line(N_("Draft of the contract, with what may still change")),
        Line(N_("Calculation at each step of the ladder")),
        Line(N_("Minutes to be signed on the spot")),
    ),
    LOGISTICS: (WAY, Line(N_("Rehearsed once with somebody in their part"))),
}
REVIEW: Groups = {
    PURPOSE: (OBJECTIVE, BEST, MINIMUM),
    PEOPLE: (THEIRS, OURS, Line(N_("Somebody who decides is there on both sides"))),
    FIGURES: (
        Line(N_("Delivered against agreed: quantity, quality, lead time"), must=True),
        Line(N_("Our promises of the last period, and how they were kept"), must=True),
        Line(N_("Value delivered, in the client's numbers, confirmed by them"), must=True),
        Line(N_("Complaints: closed, open, time taken")),
        Line(N_("Orders and payments beside the plan")),
    ),
    INFORMATION: (
        Line(N_("What changed at the client: people, plans, budget"), must=True),
        Line(N_("Where we stand among their suppliers")),
        Line(N_("What the rival did recently")),
        Line(N_("Weigh-ins since the last review, and what moved")),
    ),
    QUESTIONS: (
        Line(N_("What should we begin, stop and go on with?"), must=True),
        Line(N_("What will count for them in the next period?"), must=True),
    ),
    NEEDS: (
        Line(N_("Two or three goals for the next period, with figures"), must=True),
        Line(N_("A proposal that they did not ask for")),
    ),
    MATERIALS: (Line(N_("Review on few pages, sent two days before")), Line(N_("What stays with the client"))),
    FLOW: (OPENING, AGENDA, NEXT, Line(N_("Day of the next review"))),
    LOGISTICS: (WAY,),
}
COMPLAINT: Groups = {
    WHAT_HAPPENED: (
        Line(N_("What happened, when, where, to whom: without guessing"), must=True),
        Line(N_("The damage in the client's numbers"), must=True),
        Line(N_("The cause, or the day on which it will be known"), must=True),
        Line(N_("What the contract says")),
        Line(N_("Whether it happened before, here or elsewhere")),
    ),
    PEOPLE: (
        Line(N_("Who is affected, who is angry, what each of them needs now"), must=True),
        Line(N_("Who of ours comes, of equal rank, and who speaks"), must=True),
        Line(N_("Everybody of ours says the same")),
    ),
    REMEDY: (
        Line(N_("What stops the damage at once"), must=True),
        Line(N_("What keeps it from happening again: owner and day"), must=True),
        Line(N_("What we may grant, and whom to call beyond it"), must=True),
        Line(N_("What we shall not promise")),
    ),
    FLOW: (
        Line(N_("Listen first: let them tell it to the end"), must=True),
        Line(N_("One sentence of apology, without excuse and without blame"), must=True),
        Line(N_("Say back what we understood")),
        Line(N_("Report: when, to whom, how often"), must=True),
    ),
    OBJECTIONS: (
        Line(N_("Likely questions, each with an honest answer"), must=True),
        Line(N_("What the rival makes of it")),
    ),
    MATERIALS: (Line(N_("Records, measurements, pictures")), Line(N_("Report with cause and measures"))),
    AFTERWARDS: (
        Line(N_("Minutes the same day, to everybody who was there"), must=True),
        Line(N_("Day on which the client confirms that it is solved")),
    ),
    LOGISTICS: (WAY,),
}
EXECUTIVE: Groups = {
    PURPOSE: (
        OBJECTIVE,
        Line(N_("What only this person can decide, and what we ask for"), must=True),
        MINIMUM,
        Line(N_("Valid business reason for the client"), must=True),
    ),
    PEOPLE: (
        Line(N_("Their executive: career, agenda, what was said in public"), must=True),
        Line(N_("Our executive of equal rank, and each one's task"), must=True),
        Line(N_("Whoever must know of it before at the client")),
        Line(N_("Seating, address, gifts within their rules")),
    ),
    MESSAGE: (
        Line(N_("One message that fits into thirty seconds"), must=True),
        Line(N_("Three figures of theirs that it rests on"), must=True),
        Line(N_("One page of briefing for our executive"), must=True),
    ),
    INFORMATION: (
        Line(N_("Where the two companies stand: orders, open matters, promises"), must=True),
        Line(N_("News of the client, signals from its finances")),
        Line(N_("What the rival's executives did")),
    ),
    QUESTIONS: (
        Line(N_("Two or three questions on the business, none on details"), must=True),
        Line(N_("What we do not speak of")),
    ),
    FLOW: (
        OPENING,
        Line(N_("Agenda for half the time there is")),
        NEXT,
        Line(N_("What we do if there are only ten minutes")),
    ),
    AFTERWARDS: (Line(N_("Letter of thanks with what was agreed, within a day"), must=True),),
    LOGISTICS: (WAY, Line(N_("Rehearsed with our executive"))),
}


@dataclass(frozen=True, slots=True)
class Shipped:
    """One checklist of the program in English; `grades` and steps are whom and when it is for, empty for all."""

    kind: VisitKind
    name: str
    purpose: str
    groups: Groups
    grades: tuple[Grade, ...] = ()
    from_step: int | None = None


SHIPPED: tuple[Shipped, ...] = (
    Shipped(
        VisitKind.ROUTINE,
        N_("Visit to a client"),
        N_("Preparation before a visit"),
        CHECKLIST,
    ),
    Shipped(
        VisitKind.FIRST,
        N_("First visit to a client"),
        N_("Preparation before a visit to somebody nobody of us has met"),
        {FIRST_VISIT: (FIRST_LINE,), **CHECKLIST},
    ),
    Shipped(
        VisitKind.NEGOTIATION,
        N_("Negotiation with a client"),
        N_("Preparation before prices and terms are agreed"),
        NEGOTIATION,
    ),
    Shipped(
        VisitKind.REVIEW,
        N_("Business review with a client"),
        N_("Preparation before looking back and ahead together, each quarter or half-year"),
        REVIEW,
    ),
    Shipped(
        VisitKind.COMPLAINT,
        N_("Complaint of a client"),
        N_("Preparation before a visit because something went wrong"),
        COMPLAINT,
    ),
    Shipped(
        VisitKind.EXECUTIVE,
        N_("Meeting of executives"),
        N_("Preparation before the heads of both companies meet"),
        EXECUTIVE,
    ),
)


def shipped_template(shipped: Shipped, words: Words) -> tuple[Template, tuple[TemplateItem, ...]]:
    """A checklist of the program in one language, as records of the workspace; a must-have weighs three times."""
    template = Template(
        owner=WORKSPACE,
        name=words.tr(shipped.name),
        purpose=words.tr(shipped.purpose),
        kind=shipped.kind,
        grades=shipped.grades,
        from_step=shipped.from_step,
        version=1,
    )
    lines = [(group, line) for group, held in shipped.groups.items() for line in held]
    items = tuple(
        TemplateItem(
            owner=WORKSPACE,
            template=template.key,
            group=words.tr(group),
            text=words.tr(line.text),
            must=line.must,
            weight=MUST_WEIGHT if line.must else OTHER_WEIGHT,
            rank=10 * (number + 1),
        )
        for number, (group, line) in enumerate(lines)
    )
    return template, items


def shipped_templates(words: Words) -> tuple[tuple[Template, tuple[TemplateItem, ...]], ...]:
    """All checklists of the program in one language, the routine visit first."""
    return tuple(shipped_template(shipped, words) for shipped in SHIPPED)


def default_template(words: Words, first: bool = False) -> tuple[Template, tuple[TemplateItem, ...]]:
    """The checklist for any visit, or the one for a first visit."""
    kind = VisitKind.FIRST if first else VisitKind.ROUTINE
    return shipped_template(next(shipped for shipped in SHIPPED if shipped.kind is kind), words)
