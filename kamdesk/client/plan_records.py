"""What we want to reach at a client and what is to be done for it, by whom and until when."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.activities import Activity
from kamdesk.client.record import Choice, Record, record
from kamdesk.client.units import Money
from kamdesk.client.weigh_records import Dimension
from kamdesk.words import N_, NC_


class Side(Choice):
    """Who owes an action."""

    OURS = "ours", N_("We owe")
    THEIRS = "theirs", N_("They owe")


class Deal(Choice):
    """What became of an opportunity."""

    OPEN = "open", NC_("deal", "Open")
    WON = "won", NC_("deal", "Won")
    LOST = "lost", NC_("deal", "Lost")
    DROPPED = "dropped", NC_("deal", "Dropped")


class Ahead(Choice):
    """Who stands better in an opportunity."""

    US = "us", NC_("ahead", "We")
    LEVEL = "level", NC_("ahead", "Nobody")
    RIVAL = "rival", NC_("ahead", "The rival")


@record
class Opportunity(Record):
    """One potential order of the client (method §0)."""

    name: str = kinds.text(N_("Opportunity"), required=True)
    amount: Money | None = kinds.money(N_("Amount"))
    margin: Money | None = kinds.money(N_("Expected margin"))
    close: date | None = kinds.day(N_("Decision on"))
    state: Deal | None = kinds.choice(NC_("deal", "State"), Deal)
    unit: str = kinds.text(N_("For which unit"))
    rival: str | None = kinds.link(N_("Against"), "rivals")
    ahead: Ahead | None = kinds.choice(N_("Who is ahead"), Ahead)
    why: str = kinds.text(N_("Why it was won or lost"))
    notes: str = kinds.note(N_("Notes"))

    @property
    def is_open(self) -> bool:
        """True until it is won, lost or dropped."""
        return self.state in (None, Deal.OPEN)


@record
class Goal(Record):
    """What shall be reached with the client, and how one will see it."""

    text: str = kinds.text(N_("Goal"), required=True, level=kinds.SHARED)
    measure: str = kinds.text(N_("Measured by"), level=kinds.SHARED)
    due: date | None = kinds.day(N_("By"), level=kinds.SHARED)
    done: date | None = kinds.day(N_("Reached on"), level=kinds.SHARED)
    mutual: bool = kinds.tick(N_("On the plan with the client"), opens=True)
    notes: str = kinds.note(N_("Notes"))


@record
class Action(Record):
    """One thing to do, owed by one side, with an owner and a due day."""

    text: str = kinds.text(N_("Action"), required=True, level=kinds.SHARED)
    side: Side | None = kinds.choice(N_("Side"), Side, level=kinds.SHARED)
    person: str = kinds.text(N_("Owner"), level=kinds.SHARED)
    said_by: str = kinds.text(N_("Who promised it"))
    said_on: date | None = kinds.day(N_("Promised on"))
    snoozed: date | None = kinds.day(N_("Asleep until"))
    due: date | None = kinds.day(N_("Due"), level=kinds.SHARED)
    done: date | None = kinds.day(N_("Done on"), level=kinds.SHARED)
    contact: str | None = kinds.link(N_("Concerns"), "contacts")
    visit: str | None = kinds.link(N_("From visit"), "visits")
    factor: str | None = kinds.link(N_("For need"), "factors")
    opportunity: str | None = kinds.link(N_("For the order"), "opportunities")
    goal: str | None = kinds.link(N_("For the goal"), "goals", level=kinds.SHARED)
    mutual: bool = kinds.tick(N_("On the plan with the client"), opens=True)
    dimension: Dimension | None = kinds.choice(N_("Moves the dimension"), Dimension)
    activity: Activity | None = kinds.choice(N_("Kind of touch"), Activity)
    hours: int | None = kinds.number(N_("Hours"), 0, 10_000)
    cost: Money | None = kinds.money(N_("Cost"))
    proof: str = kinds.text(N_("Proof"), hint=N_("What we shall observe when it is done"))
    notes: str = kinds.note(N_("Notes"))
