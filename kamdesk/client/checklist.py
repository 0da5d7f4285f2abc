"""The lines of the checklist for any visit: what to prepare before it (method C1), as data to be edited."""

from __future__ import annotations

from typing import NamedTuple

from kamdesk.words import N_, NC_

MUST_WEIGHT, OTHER_WEIGHT = 3, 1


class Line(NamedTuple):
    """One line of the default checklist; `must` is the method's ★."""

    text: str
    must: bool = False


PURPOSE = N_("Purpose")
PEOPLE = NC_("checklist", "People")
INFORMATION = NC_("checklist", "Information")
NEEDS = NC_("checklist", "Needs")
QUESTIONS = NC_("checklist", "Questions")
OBJECTIONS = NC_("checklist", "Objections")
CONCESSION = NC_("checklist", "Concession")
MATERIALS = NC_("checklist", "Materials")
FLOW = NC_("checklist", "Flow")
LOGISTICS = NC_("checklist", "Logistics")
FIRST_VISIT = NC_("checklist", "First visit")

# Sources: SEED 001 §2, SPIN1, MH6, PRE, NEG (method §4, C1).
CHECKLIST: dict[str, tuple[Line, ...]] = {
    PURPOSE: (
        Line(N_("Objective in one sentence"), must=True),
        Line(N_("Best client commitment: who does what by when"), must=True),
        Line(N_("Minimum acceptable commitment"), must=True),
        Line(N_("Valid business reason for the client")),
        Line(N_("Linked to an order or a relationship action")),
    ),
    PEOPLE: (
        Line(N_("Who attends of theirs: role, influence, attitude, agenda, last weigh-in"), must=True),
        Line(N_("Who attends of ours, and each one's task"), must=True),
        Line(N_("Who will be missing, and why")),
        Line(N_("Seating and protocol, equal rank")),
    ),
    INFORMATION: (
        Line(N_("What we know, with dates"), must=True),
        Line(N_("What we must learn: at least three points"), must=True),
        Line(N_("News of the client, signals from its finances")),
        Line(N_("Our open issues there: complaints, payments")),
        Line(N_("Promises of the last visit and where they stand")),
        Line(N_("What the rival did recently")),
    ),
    NEEDS: (
        Line(N_("Assumed need and pain"), must=True),
        Line(N_("Our value in the client's numbers")),
        Line(N_("Matching case or evidence")),
    ),
    QUESTIONS: (
        Line(N_("Three to six questions: situation, problem, effect, benefit"), must=True),
        Line(N_("A question that shows a rival's weak point without naming it")),
    ),
    OBJECTIONS: (
        Line(N_("Likely questions and objections, each with answer and proof"), must=True),
        Line(N_("Points of dispute, with our position"), must=True),
    ),
    CONCESSION: (
        Line(N_("Ideal, acceptable and floor for each item: price, terms, lead time, service"), must=True),
        Line(N_("What we ask for what we give (never a gift)")),
        Line(N_("Our best alternative, and theirs")),
        Line(N_("Limit of authority, and whom to call")),
    ),
    MATERIALS: (Line(N_("Documents, samples, demo, drafts of contract")), Line(N_("What stays with the client"))),
    FLOW: (
        Line(N_("Opening: reason, agenda, time"), must=True),
        Line(N_("Agenda with minutes")),
        Line(N_("Proposal for the next step"), must=True),
        Line(N_("What we do if the key person is absent")),
    ),
    LOGISTICS: (
        Line(N_("Address, route, registration of visitors, phone of the contact")),
        Line(N_("Rehearsed for the products on the agenda")),
    ),
}
FIRST_LINE = Line(N_("Phone probe done: right person, interest, supplier now, who else decides"), must=True)
