"""What a rival will say against us, gravest first, and whether the answer and its proof are ready (method T6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.client.account import Account, account
from kamdesk.client.chip import Chip, row_chips
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, Row, against, comparison
from kamdesk.client.contest import contest_of, deals, supporters
from kamdesk.client.contest_records import CallKind, TacticCall, Verdict
from kamdesk.client.person_chips import person_chips
from kamdesk.client.record import Choice
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.client.saying import day_said
from kamdesk.client.tactics import Importance
from kamdesk.client.telling import as_is
from kamdesk.client.visit_records import VisitKind
from kamdesk.client.visiting import local_day
from kamdesk.words import NC_, Said, said

OWN = "own"
_PERSON, _COMPLAINT, _CONTRACT, _TOLD, _LOST = (
    20.0,
    15.0,
    10.0,
    12.0,
    11.0,
)  # only the order of what cannot be measured alike
_MOST_PEOPLE = 2


class Ready(Choice):
    """How far an answer is prepared."""

    READY = "ready", NC_("answer", "Ready")
    NO_PROOF = "no_proof", NC_("answer", "No proof yet")
    NO_ANSWER = "no_answer", NC_("answer", "No answer yet")


@dataclass(frozen=True, slots=True)
class Attack:
    """One thing a rival may say; the key stays the same as long as its cause does."""

    key: str
    factor: str | None
    contact: str | None
    opportunity: str | None
    rival: str
    claim: Said | str
    why: tuple[Chip, ...]
    call: TacticCall | None
    ready: Ready
    answer: str
    proof: str
    tellable: bool
    weight: float

    @property
    def may_be_told(self) -> bool:
        """True where the answer is allowed outside and proved (T7)."""
        return self.tellable and bool(self.proof)

    @property
    def own(self) -> bool:
        """True for one the rep wrote down."""
        return self.key.startswith(f"{OWN}:")


@dataclass(frozen=True, slots=True)
class _Cause:
    key: str
    claim: Said
    why: tuple[Chip, ...]
    weight: float
    factor: str | None = None
    contact: str | None = None
    opportunity: str | None = None
    standing: Standing | None = None


def attacks(
    client: Client, workspace: Workspace, found: Account, today: date, rival: str | None = None
) -> tuple[Attack, ...]:
    """The expected attacks of the main rival, or of the one named; what was discarded is left out.

    Source: method T6: their lead on what matters, our people who stand nearest to them, complaints and contracts.
    """
    every = _all(client, workspace, found, today, rival)
    kept = [item for item in every if item.call is None or item.call.verdict is not Verdict.DISCARDED]
    return tuple(sorted(kept, key=lambda item: -item.weight))


def dropped_attacks(
    client: Client, workspace: Workspace, found: Account, today: date, rival: str | None = None
) -> tuple[Attack, ...]:
    """Those the rep put aside, with the reason in their calls."""
    every = _all(client, workspace, found, today, rival)
    return tuple(item for item in every if item.call and item.call.verdict is Verdict.DISCARDED)


def _all(client: Client, workspace: Workspace, found: Account, today: date, rival: str | None) -> list[Attack]:
    key = rival or comparison(client, workspace).main
    if key is None:
        return []
    client = against(client, key)
    sheet = comparison(client, workspace)
    called = sheet.rival(key)
    if called is None:
        return []
    if found.rival != key:
        found = account(client, today)
    calls = {call.tactic: call for call in client.calls if call.kind is CallKind.ATTACK and call.rival == key}
    causes = [
        *_needs(client, sheet, called),
        *_told(client, called),
        *_people(client, found, called),
        *_complaints(client, today),
        *_lost(client, called, today),
        *_contracts(client, called, today),
    ]
    own = [call for call in client.calls if call.kind is CallKind.ATTACK and call.rival == key and not call.tactic]
    return [*(_attack(cause, key, calls.get(cause.key)) for cause in causes), *(_own(call, key) for call in own)]


def _attack(cause: _Cause, rival: str, call: TacticCall | None) -> Attack:
    acknowledged = cause.standing.answer.strip() if cause.standing else ""
    answer = call.text.strip() if call else acknowledged
    proof = call.proof.strip() if call else ""
    claim = call.claim.strip() if call else ""
    return Attack(
        key=cause.key,
        factor=cause.factor,
        contact=cause.contact,
        opportunity=cause.opportunity,
        rival=rival,
        claim=claim or cause.claim,
        why=cause.why,
        call=call,
        ready=_ready(answer, proof),
        answer=answer,
        proof=proof,
        tellable=call.tellable if call else False,
        weight=cause.weight,
    )


def _own(call: TacticCall, rival: str) -> Attack:
    return Attack(
        key=f"{OWN}:{call.key}",
        factor=call.factor,
        contact=call.contact,
        opportunity=None,
        rival=rival,
        claim=call.claim,
        why=(),
        call=call,
        ready=_ready(call.text.strip(), call.proof.strip()),
        answer=call.text.strip(),
        proof=call.proof.strip(),
        tellable=call.tellable,
        weight=_TOLD,
    )


def _ready(answer: str, proof: str) -> Ready:
    if not answer:
        return Ready.NO_ANSWER
    return Ready.READY if proof else Ready.NO_PROOF


def _needs(client: Client, sheet: Comparison, rival: Rival) -> Iterator[_Cause]:
    """Where it leads on what matters most."""
    held = {item.factor: item for item in client.standings if item.rival == rival.key}
    for row in sheet.rows:
        if row.importance is Importance.HIGH and row.gap_main is not None and row.gap_main <= -client.rules.gap:
            weight = 100.0 - row.gap_main * (row.share or 0.0)
            key, standing = row.factor.key, held.get(row.factor.key)
            claim = _better(row, standing)
            yield _Cause(f"need:{key}", claim, row_chips(row, sheet, client), weight, factor=key, standing=standing)


def _better(row: Row, standing: Standing | None) -> Said:
    theirs = standing.value.strip() if standing else ""
    if theirs and row.factor.value.strip():
        return said("{need}: {theirs} against our {ours}", need=row.factor.name, theirs=theirs, ours=row.factor.value)
    return said("{need}: better than us by {gap}", need=row.factor.name, gap=-(row.gap_main or 0))


def _told(client: Client, rival: Rival) -> Iterator[_Cause]:
    """What is written down of it here: its kill point on us and its next move."""
    contest = contest_of(client, rival.key)
    if contest is None:
        return
    for field, text, weight in (
        ("kill_theirs", contest.kill_theirs, 2 * _TOLD),
        ("next_move", contest.next_move, _TOLD),
    ):
        if text.strip():
            chip = Chip(said("{rival} here", rival=rival.called), "contests", contest.key, field)
            yield _Cause(f"{field}:{contest.key}", as_is(text.strip()), (chip,), weight)


def _people(client: Client, found: Account, rival: Rival) -> Iterator[_Cause]:
    """Through whom it will speak: those nearest to it."""
    for row in supporters(client, found, rival.key)[:_MOST_PEOPLE]:
        person = found.person(row.contact.key)
        chips = person_chips(person) if person else ()
        claim = said("{name} speaks for {rival}", name=row.contact.name, rival=rival.called)
        key = row.contact.key
        yield _Cause(f"person:{key}", claim, chips, _PERSON + (row.contact.influence or 0), contact=key)


def _complaints(client: Client, today: date) -> Iterator[_Cause]:
    """What went wrong with us not long ago."""
    since = today - timedelta(days=client.rules.old_days)
    for visit in client.visits:
        if visit.kind is VisitKind.COMPLAINT and visit.at and since <= (day := local_day(visit.at)) <= today:
            told = visit.objective or visit.need
            claim = said("The complaint of {day}: {text}", day=day_said(day), text=told)
            chip = Chip(said("Complaint, {day}", day=day_said(day)), "visits", visit.key, "objective")
            yield _Cause(f"complaint:{visit.key}", claim, (chip,), _COMPLAINT)


def _lost(client: Client, rival: Rival, today: date) -> Iterator[_Cause]:
    """The order it won here last, which it will show as its reference."""
    since = today - timedelta(days=client.rules.won_days)
    lost = [order for order in deals(client, rival.key).lost if order.close and since <= order.close <= today]
    for order in lost[:1]:
        assert order.close is not None
        claim = said("“They chose us for {order}”", order=order.name)
        values = {"day": day_said(order.close), "why": order.why or order.name}
        chip = Chip(said("Lost {day}: {why}", **values), "opportunities", order.key, "why")
        yield _Cause(f"order:{order.key}", claim, (chip,), _LOST, opportunity=order.key)


def _contracts(client: Client, rival: Rival, today: date) -> Iterator[_Cause]:
    """A contract of theirs that ends soon: they will ask to renew it before we can offer."""
    contest = contest_of(client, rival.key)
    end = contest.contract_end if contest else None
    if contest is None or end is None or not today <= end <= today + timedelta(days=client.rules.fresh_days):
        return
    claim = said("“Let us renew early”: its contract ends on {day}", day=day_said(end))
    chip = Chip(said("Contract ends {day}", day=day_said(end)), "contests", contest.key, "contract_end")
    yield _Cause(f"contract:{contest.key}", claim, (chip,), _CONTRACT)
