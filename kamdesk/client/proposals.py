"""Everything proposed against the main rival: needs, the overall stance, people; each with its reasons (T1-T5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kamdesk.client.account import Account, Person
from kamdesk.client.advice import advice_for
from kamdesk.client.calls import CallState, call_for, call_state
from kamdesk.client.chip import Chip, row_chips
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, Row, comparison
from kamdesk.client.contest_records import CallKind, TacticCall
from kamdesk.client.kept import kept
from kamdesk.client.kills import kills
from kamdesk.client.overlay import overlay
from kamdesk.client.person_chips import person_chips
from kamdesk.client.person_tactic import Move, person_tactic
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.stance import STANCE_ADVICE, Stance, Verdict, stance
from kamdesk.client.tactics import ICONS
from kamdesk.client.visit_records import Concession
from kamdesk.words import Said, said

__all__ = ["CallState", "Chip", "Proposal", "proposals", "words_of"]

STANCE_ICONS: dict[Stance, str] = {
    Stance.FRONTAL: "swords",
    Stance.DEFEND: "shield",
    Stance.FLANKING: "waypoints",
    Stance.FRAGMENT: "grid-3x3",
    Stance.DEVELOP: "clock",
}
MOVE_ICONS: dict[Move, str] = {
    Move.PROTECT: "shield-check",
    Move.GUIDE: "waypoints",
    Move.CONVERT: "user-plus",
    Move.NEUTRALISE: "scale",
    Move.WATCH: "user",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One tactic: what for, what to do, why, and what the rep made of it."""

    kind: CallKind
    factor: str | None
    contact: str | None
    rival: str | None  # the main rival, against whom it is
    code: str  # of the tactic, stance or move
    label: Said
    icon: str
    subject: Said | str  # the need, the person or the rival
    advice: Said
    chips: tuple[Chip, ...]
    state: CallState
    call: TacticCall | None
    actions: tuple[Action, ...]  # what is or was to be done for it; the open ones first
    kill: bool = False
    fatal: bool = False
    note: Said | None = None  # the relationship overlay (T4); that an owner's tie counts for more (S1-7)

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """What is still to be done for it."""
        return tuple(action for action in self.actions if action.done is None)


def words_of(proposal: Proposal) -> Said | str:
    """The rep's own words where there are some for what is proposed now, else the advice."""
    call = proposal.call
    own = call.text.strip() if call and proposal.state is not CallState.CHANGED else ""
    return own or proposal.advice


@kept
def proposals(client: Client, workspace: Workspace, found: Account, today: date) -> tuple[Proposal, ...]:
    """The needs, the one that moves the totals most first; then the stance; then the people, by influence."""
    sheet, killing = comparison(client, workspace), kills(client, workspace, today)
    won = {kill.row.factor.key for kill in killing.ours}
    plans = {kill.row.factor.key: kill.plan for kill in killing.theirs}
    rows = sorted((row for row in sheet.rows if row.tactic), key=lambda row: -abs(row.impact or 0.0))
    every = [replace(_need(row, sheet, client, plans.get(row.factor.key)), kill=row.factor.key in won) for row in rows]
    rival = sheet.rival(sheet.main)
    verdict = stance(client, workspace, found, today)
    if verdict.stance and rival:
        note = overlay(sheet, found)
        every.append(_overall(verdict, client, rival.key, rival.called, note.advice if note else None))
    people = (_person(person, client, sheet.main) for person in found.people)
    return (*every, *(person for person in people if person))


def actions_of(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Ours only, the open ones first, then by their due day."""
    ours = [action for action in actions if action.side is not Side.THEIRS]
    return tuple(sorted(ours, key=lambda action: (action.done is not None, action.due or date.max)))


def _need(row: Row, sheet: Comparison, client: Client, plan: Concession | None) -> Proposal:
    assert row.tactic is not None
    key, code = row.factor.key, row.tactic.value
    call = call_for(client, CallKind.FACTOR, factor=key)
    return Proposal(
        kind=CallKind.FACTOR,
        factor=key,
        contact=None,
        rival=sheet.main,
        code=code,
        label=Said(row.tactic.label),
        icon=ICONS[row.tactic],
        subject=row.factor.name,
        advice=advice_for(row, client, plan),
        chips=row_chips(row, sheet, client),
        state=call_state(call, code),
        call=call,
        actions=actions_of(action for action in client.actions if action.factor == key),
        fatal=row.fatal,
    )


def _overall(verdict: Verdict, client: Client, rival: str, called: str, note: Said | None) -> Proposal:
    taken = verdict.stance
    assert taken is not None
    call = call_for(client, CallKind.STANCE, rival=rival)
    chips = [Chip(test.reason, "company", client.key, test.stance.value) for test in verdict.tests]
    return Proposal(
        kind=CallKind.STANCE,
        factor=None,
        contact=None,
        rival=rival,
        code=taken.value,
        label=Said(taken.label),
        icon=STANCE_ICONS[taken],
        subject=said("Overall against {rival}", rival=called),
        advice=Said(STANCE_ADVICE[taken]),
        chips=tuple(chips),
        state=call_state(call, taken.value),
        call=call,
        actions=(),
        note=note,
    )


def _person(person: Person, client: Client, rival: str | None) -> Proposal | None:
    tactic = person_tactic(person)
    if tactic is None:
        return None
    key, code = person.contact.key, tactic.move.value
    call = call_for(client, CallKind.PERSON, contact=key)
    return Proposal(
        kind=CallKind.PERSON,
        factor=None,
        contact=key,
        rival=rival,
        code=code,
        label=Said(tactic.label),
        icon=MOVE_ICONS[tactic.move],
        subject=person.contact.name,
        advice=tactic.said,
        chips=person_chips(person),
        state=call_state(call, code),
        call=call,
        actions=actions_of(action for action in client.actions if action.contact == key and not action.factor),
        note=tactic.note,
    )
