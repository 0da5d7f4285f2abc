"""What is to be done at a client, by whom and until when."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_


class Side(Choice):
    """Who owes an action."""

    OURS = "ours", N_("We owe")
    THEIRS = "theirs", N_("They owe")


@record
class Action(Record):
    """One thing to do, owed by one side, with an owner and a due day."""

    text: str = kinds.text(N_("Action"), required=True, shared=True)
    side: Side | None = kinds.choice(N_("Side"), Side, shared=True)
    person: str = kinds.text(N_("Owner"), shared=True)
    due: date | None = kinds.day(N_("Due"), shared=True)
    done: date | None = kinds.day(N_("Done on"), shared=True)
    contact: str | None = kinds.link(N_("Concerns"), "contacts")
    visit: str | None = kinds.link(N_("From visit"), "visits")
    factor: str | None = kinds.link(N_("For need"), "factors")
    proof: str = kinds.text(N_("Proof"), hint=N_("What we shall observe when it is done"))
    notes: str = kinds.note(N_("Notes"))
