"""The six checklists that ship with the program, one for each kind of visit; all of them may be changed (method C1)."""

from __future__ import annotations

from kamdesk.client.checklists import Checklist, Group, Groups, Line, must, template_of
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.visit_records import VisitKind
from kamdesk.words import N_, Words

# What stands in more than one of them.
OBJECTIVE = must(N_("Objective in one sentence"))
BEST = must(N_("Best client commitment: who does what by when"))
MINIMUM = must(N_("Minimum acceptable commitment"))
THEIRS = must(N_("Who attends of theirs: role, influence, attitude, agenda, last weigh-in"))
OURS = must(N_("Who attends of ours, and each one's task"))
OPENING = must(N_("Opening: reason, agenda, time"))
NEXT = must(N_("Proposal for the next step"))
AGENDA = Line(N_("Agenda with minutes"))
WAY = Line(N_("Address, route, registration of visitors, phone of the contact"))
RANGE = must(N_("Ideal, acceptable and floor for each item: price, terms, lead time, service"))
LIKELY = must(N_("Likely questions and objections, each with answer and proof"))
DISPUTE = must(N_("Points of dispute, with our position"))
NEWS = Line(N_("News of the client, signals from its finances"))
RIVAL = Line(N_("What the rival did recently"))
LEFT = Line(N_("What stays with the client"))
REASON = N_("Valid business reason for the client")
LIMIT = N_("Limit of authority, and whom to call")
ALTERNATIVE = N_("Our best alternative, and theirs")

# Sources: SEED 001 §2, SPIN1, MH6, PRE, NEG (method §4, C1); NEG (C4), C9, SPIN2 for the kinds apart from the routine
# visit; the wording of complaint and executive meeting is our own.
ROUTINE: Groups = {
    Group.PURPOSE: (
        OBJECTIVE,
        BEST,
        MINIMUM,
        Line(REASON),
        Line(N_("Linked to an order or a relationship action")),
    ),
    Group.PEOPLE: (
        THEIRS,
        OURS,
        Line(N_("Who will be missing, and why")),
        Line(N_("Seating and protocol, equal rank")),
    ),
    Group.INFORMATION: (
        must(N_("What we know, with dates")),
        must(N_("What we must learn: at least three points")),
        NEWS,
        Line(N_("Our open issues there: complaints, payments")),
        Line(N_("Promises of the last visit and where they stand")),
        RIVAL,
    ),
    Group.NEEDS: (
        must(N_("Assumed need and pain")),
        Line(N_("Our value in the client's numbers")),
        Line(N_("Matching case or evidence")),
    ),
    Group.QUESTIONS: (
        must(N_("Three to six questions: situation, problem, effect, benefit")),
        Line(N_("A question that shows a rival's weak point without naming it")),
    ),
    Group.OBJECTIONS: (
        LIKELY,
        DISPUTE,
    ),
    Group.CONCESSION: (
        RANGE,
        Line(N_("What we ask for what we give (never a gift)")),
        Line(ALTERNATIVE),
        Line(LIMIT),
    ),
    Group.MATERIALS: (Line(N_("Documents, samples, demo, drafts of contract")), LEFT),
    Group.FLOW: (
        OPENING,
        AGENDA,
        NEXT,
        Line(N_("What we do if the key person is absent")),
    ),
    Group.LOGISTICS: (
        WAY,
        Line(N_("Rehearsed for the products on the agenda")),
    ),
}
NEGOTIATION: Groups = {
    Group.PURPOSE: (OBJECTIVE, BEST, MINIMUM),
    Group.PEOPLE: (
        THEIRS,
        must(N_("Who decides in the room, and who signs")),
        must(N_("Who of ours leads, who listens, who writes down")),
    ),
    Group.INTERESTS: (
        must(N_("Our interests and theirs, behind the positions")),
        must(N_("Issues, most important first")),
        Line(N_("What presses them: days, budget, supply")),
        Line(N_("What the rival offers now, with source and day")),
    ),
    Group.CONCESSION: (
        RANGE,
        must(N_("What we ask for each step we give")),
        must(LIMIT),
        must(ALTERNATIVE),
        Line(N_("Steps that become smaller")),
        Line(N_("Chips: what costs us little and is worth much to them")),
        Line(N_("First offer, and who makes it")),
    ),
    Group.OBJECTIONS: (
        LIKELY,
        DISPUTE,
    ),
    Group.FLOW: (
        OPENING,
        must(N_("Red lines: what nobody of us says")),
        Line(N_("Move in a deadlock")),
        Line(N_("Words to leave with")),
        NEXT,
    ),
    Group.MATERIALS: (
        Line(N_("Draft of the contract, with what may still change")),
        Line(N_("Calculation at each step of the ladder")),
        Line(N_("Minutes to be signed on the spot")),
    ),
    Group.LOGISTICS: (WAY, Line(N_("Rehearsed once with somebody in their part"))),
}
REVIEW: Groups = {
    Group.PURPOSE: (OBJECTIVE, BEST, MINIMUM),
    Group.PEOPLE: (THEIRS, OURS, Line(N_("Somebody who decides is there on both sides"))),
    Group.FIGURES: (
        must(N_("Delivered against agreed: quantity, quality, lead time")),
        must(N_("Our promises of the last period, and how they were kept")),
        must(N_("Value delivered, in the client's numbers, confirmed by them")),
        Line(N_("Complaints: closed, open, time taken")),
        Line(N_("Orders and payments beside the plan")),
    ),
    Group.INFORMATION: (
        must(N_("What changed at the client: people, plans, budget")),
        Line(N_("Where we stand among their suppliers")),
        RIVAL,
        Line(N_("Weigh-ins since the last review, and what moved")),
    ),
    Group.QUESTIONS: (
        must(N_("What should we begin, stop and go on with?")),
        must(N_("What will count for them in the next period?")),
    ),
    Group.NEEDS: (
        must(N_("Two or three goals for the next period, with figures")),
        Line(N_("A proposal that they did not ask for")),
    ),
    Group.MATERIALS: (Line(N_("Review on few pages, sent two days before")), LEFT),
    Group.FLOW: (OPENING, AGENDA, NEXT, Line(N_("Day of the next review"))),
    Group.LOGISTICS: (WAY,),
}
COMPLAINT: Groups = {
    Group.WHAT_HAPPENED: (
        must(N_("What happened, when, where, to whom: without guessing")),
        must(N_("The damage in the client's numbers")),
        must(N_("The cause, or the day on which it will be known")),
        Line(N_("What the contract says")),
        Line(N_("Whether it happened before, here or elsewhere")),
    ),
    Group.PEOPLE: (
        must(N_("Who is affected, who is angry, what each of them needs now")),
        must(N_("Who of ours comes, of equal rank, and who speaks")),
        Line(N_("Everybody of ours says the same")),
    ),
    Group.REMEDY: (
        must(N_("What stops the damage at once")),
        must(N_("What keeps it from happening again: owner and day")),
        must(N_("What we may grant, and whom to call beyond it")),
        Line(N_("What we shall not promise")),
    ),
    Group.FLOW: (
        must(N_("Listen first: let them tell it to the end")),
        must(N_("One sentence of apology, without excuse and without blame")),
        Line(N_("Say back what we understood")),
        must(N_("Report: when, to whom, how often")),
    ),
    Group.OBJECTIONS: (
        must(N_("Likely questions, each with an honest answer")),
        Line(N_("What the rival makes of it")),
    ),
    Group.MATERIALS: (Line(N_("Records, measurements, pictures")), Line(N_("Report with cause and measures"))),
    Group.AFTERWARDS: (
        must(N_("Minutes the same day, to everybody who was there")),
        Line(N_("Day on which the client confirms that it is solved")),
    ),
    Group.LOGISTICS: (WAY,),
}
EXECUTIVE: Groups = {
    Group.PURPOSE: (
        OBJECTIVE,
        must(N_("What only this person can decide, and what we ask for")),
        MINIMUM,
        must(REASON),
    ),
    Group.PEOPLE: (
        must(N_("Their executive: career, agenda, what was said in public")),
        must(N_("Our executive of equal rank, and each one's task")),
        Line(N_("Whoever must know of it before at the client")),
        Line(N_("Seating, address, gifts within their rules")),
    ),
    Group.MESSAGE: (
        must(N_("One message that fits into thirty seconds")),
        must(N_("Three figures of theirs that it rests on")),
        must(N_("One page of briefing for our executive")),
    ),
    Group.INFORMATION: (
        must(N_("Where the two companies stand: orders, open matters, promises")),
        NEWS,
        Line(N_("What the rival's executives did")),
    ),
    Group.QUESTIONS: (
        must(N_("Two or three questions on the business, none on details")),
        Line(N_("What we do not speak of")),
    ),
    Group.FLOW: (
        OPENING,
        Line(N_("Agenda for half the time there is")),
        NEXT,
        Line(N_("What we do if there are only ten minutes")),
    ),
    Group.AFTERWARDS: (must(N_("Letter of thanks with what was agreed, within a day")),),
    Group.LOGISTICS: (WAY, Line(N_("Rehearsed with our executive"))),
}
FIRST: Groups = {
    Group.FIRST_VISIT: (must(N_("Phone probe done: right person, interest, supplier now, who else decides")),),
    **ROUTINE,
}

SHIPPED = (
    Checklist(VisitKind.ROUTINE, N_("Visit to a client"), N_("Preparation before a visit"), ROUTINE),
    Checklist(
        VisitKind.FIRST,
        N_("First visit to a client"),
        N_("Preparation before a visit to somebody nobody of us has met"),
        FIRST,
    ),
    Checklist(
        VisitKind.NEGOTIATION,
        N_("Negotiation with a client"),
        N_("Preparation before prices and terms are agreed"),
        NEGOTIATION,
    ),
    Checklist(
        VisitKind.REVIEW,
        N_("Business review with a client"),
        N_("Preparation before looking back and ahead together, each quarter or half-year"),
        REVIEW,
    ),
    Checklist(
        VisitKind.COMPLAINT,
        N_("Complaint of a client"),
        N_("Preparation before a visit because something went wrong"),
        COMPLAINT,
    ),
    Checklist(
        VisitKind.EXECUTIVE,
        N_("Meeting of executives"),
        N_("Preparation before the heads of both companies meet"),
        EXECUTIVE,
    ),
)


def shipped_templates(words: Words) -> tuple[tuple[Template, tuple[TemplateItem, ...]], ...]:
    """All checklists of the program in one language, the routine visit first."""
    return tuple(template_of(checklist, words) for checklist in SHIPPED)


def default_template(words: Words, first: bool = False) -> tuple[Template, tuple[TemplateItem, ...]]:
    """The checklist for any visit, or the one for a first visit."""
    kind = VisitKind.FIRST if first else VisitKind.ROUTINE
    return template_of(next(checklist for checklist in SHIPPED if checklist.kind is kind), words)
