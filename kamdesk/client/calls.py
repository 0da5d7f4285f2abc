"""What the rep decided on a proposal: finding the decision, and whether it was made on what is proposed now."""

from __future__ import annotations

from kamdesk.client.client import Client
from kamdesk.client.contest_records import CallKind, TacticCall, Verdict
from kamdesk.client.record import Choice
from kamdesk.words import NC_


class CallState(Choice):
    """Where a proposal stands with the rep."""

    NEW = "new", NC_("tactic", "New")
    ACCEPTED = "accepted", NC_("tactic", "Accepted")
    DISCARDED = "discarded", NC_("tactic", "Discarded")
    CHANGED = "changed", NC_("tactic", "Proposed anew")


def call_for(
    client: Client, kind: CallKind, *, factor: str | None = None, contact: str | None = None, rival: str | None = None
) -> TacticCall | None:
    """The decision on the need, the person or the stance against a rival; the one written last."""
    found = [
        call
        for call in client.calls
        if (call.kind, call.factor, call.contact) == (kind, factor, contact)
        and (kind is not CallKind.STANCE or call.rival == rival)
    ]
    return found[-1] if found else None


def call_state(call: TacticCall | None, code: str) -> CallState:
    """New without a decision; decided on something else than what is proposed now is proposed anew."""
    if call is None or call.verdict is None:
        return CallState.NEW
    if call.tactic != code:
        return CallState.CHANGED
    return CallState.ACCEPTED if call.verdict is Verdict.ACCEPTED else CallState.DISCARDED
