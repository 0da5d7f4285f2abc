"""What else a visit is prepared with: agenda, materials, the phone probe before a stranger, the negotiation sheet."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Record, record
from kamdesk.client.weigh_records import Confidence
from kamdesk.words import N_, NC_


@record
class AgendaItem(Record):
    """One point of a visit's agenda, with the minutes it may take."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    text: str = kinds.text(NC_("agenda", "Point"), required=True)
    minutes: int | None = kinds.number(N_("Minutes"), 0, 1440)
    person: str = kinds.text(N_("Who leads"))
    rank: int | None = kinds.number(N_("Order"), 0, 10_000)


@record
class Material(Record):
    """Something to bring along, or to leave there."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    text: str = kinds.text(N_("Material"), required=True)
    stays: bool = kinds.tick(N_("Stays with the client"))
    ready: bool = kinds.tick(N_("Ready"))
    rank: int | None = kinds.number(N_("Order"), 0, 10_000)


@record
class Probe(Record):
    """What a phone call found out before the first visit to a stranger (method C2)."""

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    day: date | None = kinds.day(N_("Day"), required=True)
    right: bool = kinds.tick(N_("Is the right person"))
    interest: str = kinds.text(N_("Interest and time"))
    supplier: str = kinds.text(N_("Supplier now"))
    contract_end: date | None = kinds.day(N_("Their contract ends on"))
    deciders: str = kinds.text(N_("Who else decides"))
    pain: str = kinds.text(N_("Pain in own words"))
    agreed: str = kinds.text(N_("Agreed day and agenda"))


@record
class Negotiation(Record):
    """The sheet of a negotiation beside its ladder of concessions (method C4)."""

    visit: str | None = kinds.link(N_("Visit"), "visits", required=True)
    interests_ours: str = kinds.note(N_("Our interests"))
    interests_theirs: str = kinds.note(N_("Their interests"))
    issues: str = kinds.note(N_("Issues, most important first"))
    batna_ours: str = kinds.text(N_("Our best alternative"), level=kinds.SECRET)
    batna_theirs: str = kinds.text(N_("Their best alternative"))
    chips: str = kinds.note(N_("Chips: cost to us, value to them"), level=kinds.SECRET)
    first_offer: str = kinds.text(N_("First offer"), level=kinds.SECRET)
    deadlock: str = kinds.text(N_("Move in a deadlock"), level=kinds.SECRET)
    exit_words: str = kinds.text(N_("Words to leave with"), level=kinds.SECRET)
    red_lines: str = kinds.note(N_("Red lines"), level=kinds.SECRET)
    decides: str | None = kinds.link(N_("Who decides in the room"), "contacts")


@record
class Intel(Record):
    """A fact learned about a rival or a need of the client, with where it comes from (method S1-10, C3)."""

    rival: str | None = kinds.link(N_("Rival"), "rivals")
    factor: str | None = kinds.link(N_("Need"), "factors")
    text: str = kinds.text(N_("Fact"), required=True)
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)
    visit: str | None = kinds.link(N_("From visit"), "visits")
    tellable: bool = kinds.tick(N_("May be told outside"))


@record
class Review(Record):
    """One look at a client in the weekly review: what still holds, and what comes next."""

    day: date | None = kinds.day(N_("Day"), required=True)
    holds: bool = kinds.tick(N_("Still true"))
    kept: bool = kinds.tick(N_("Promises kept"))
    next_step: str = kinds.text(N_("Next step"))
