"""What could go wrong at a client, how we would notice, and what we would do (method P12)."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class RiskState(Choice):
    """Whether a risk still threatens."""

    OPEN = "open", NC_("risk", "Open")
    WATCHED = "watched", NC_("risk", "Watched")
    GONE = "gone", NC_("risk", "Gone")


@record
class Risk(Record):
    """One risk, with its likelihood and impact from 1 (small) to 5 (large)."""

    text: str = kinds.text(N_("Risk"), required=True)
    likelihood: int | None = kinds.number(N_("Likelihood"), 1, 5)
    impact: int | None = kinds.number(N_("Impact"), 1, 5)
    state: RiskState | None = kinds.choice(N_("State"), RiskState)
    person: str = kinds.text(N_("Owner"))
    due: date | None = kinds.day(N_("Due"))
    sign: str = kinds.text(N_("First sign"), hint=N_("What we would notice first"))
    response: str = kinds.note(N_("Response"), hint=N_("What we do when it comes"))
