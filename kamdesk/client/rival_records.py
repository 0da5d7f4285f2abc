"""Rivals, shared by all clients, and the factors on which one client compares them with us."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.client.weigh_records import Confidence
from kamdesk.words import N_, NC_


class RivalKind(Choice):
    """What we compete with."""

    COMPANY = "company", NC_("rival", "Company")
    INHOUSE = "inhouse", NC_("rival", "In-house")
    NOTHING = "nothing", NC_("rival", "Do nothing")


@record
class Rival(Record):
    """A competitor, known once for all clients; "in-house" or "do nothing" may be one too."""

    name: str = kinds.text(N_("Name"), required=True)
    short: str = kinds.text(N_("Short name"))
    kind: RivalKind | None = kinds.choice(N_("Kind"), RivalKind)
    about: str = kinds.text(N_("In one line"))
    meets: str = kinds.text(N_("When we meet them"))
    former: date | None = kinds.day(N_("Former since"))
    products: str = kinds.text(N_("Products"))
    strengths: str = kinds.note(N_("Strengths"))
    weaknesses: str = kinds.note(N_("Weak points"))
    website: str = kinds.text(N_("Website"))
    notes: str = kinds.note(N_("Notes"))

    @property
    def called(self) -> str:
        """The short name, or the full one when there is none."""
        return self.short or self.name


@record
class Factor(Record):
    """One thing the client decides on: its importance to the client, what it wants, where we stand (method F8)."""

    name: str = kinds.text(N_("Need"), required=True)
    importance: Decimal | None = kinds.percent(N_("Weight"))
    wants: str = kinds.text(N_("Client wants"))
    score: int | None = kinds.number(N_("Our score"), 1, 5)
    value: str = kinds.text(NC_("comparison", "Us"))
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)
    tellable: bool = kinds.tick(N_("May be told outside"))
    benefit: str = kinds.text(N_("In the client's figures"), hint=N_("What our standing is worth to the client"))
    question: str = kinds.text(N_("Question to raise"), hint=N_("A fair question that names no rival"))
    rank: int | None = kinds.number(N_("Order"), 0, 10_000)


@record
class Standing(Record):
    """Where one rival stands on one factor."""

    factor: str | None = kinds.link(N_("Need"), "factors", required=True)
    rival: str | None = kinds.link(N_("Rival"), "rivals", required=True)
    score: int | None = kinds.number(N_("Score"), 1, 5)
    value: str = kinds.text(N_("Value"))
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)
    tellable: bool = kinds.tick(N_("May be told outside"))
    answer: str = kinds.text(N_("How we acknowledge it"))
    matches_on: date | None = kinds.day(N_("Can match us by"))
