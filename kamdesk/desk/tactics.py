"""What the rep makes of a proposal: take it, with words of one's own, put it aside and say why; answers to attacks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kamdesk.client.attacks import OWN, Attack
from kamdesk.client.client import Client
from kamdesk.client.contest_records import CallKind, TacticCall, Verdict
from kamdesk.client.edit import Edit, add, change
from kamdesk.client.library import Profile
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.proposals import Proposal
from kamdesk.client.rival_records import Rival
from kamdesk.desk.rivals import ACTION_DAYS
from kamdesk.store.step import Step
from kamdesk.words import said


def accept(
    client: Client, profile: Profile, proposal: Proposal, text: str, today: date, *, action: bool = True
) -> Step:
    """Take a tactic with these words; where wanted and none is open, it becomes an action of ours."""
    edits = [_decided(client, proposal, verdict=Verdict.ACCEPTED, text=text.strip(), reason="", day=today)]
    if action and not proposal.open_actions and not _waits(client, proposal, text):
        edits.append(add(_action(client, profile, proposal, text.strip(), today)))
    return Step(said("Accept the tactic “{subject}”", subject=proposal.subject), tuple(edits))


def reword(client: Client, proposal: Proposal, text: str) -> Step:
    """Change the words of a tactic; what was decided stays."""
    edit = _decided(client, proposal, text=text.strip())
    words = said("Reword the tactic “{subject}”", subject=proposal.subject)
    return Step(words, (edit,) if edit.before != edit.after else ())


def discard(client: Client, proposal: Proposal, reason: str, today: date) -> Step:
    """Put a tactic aside; the reason is kept."""
    edit = _decided(client, proposal, verdict=Verdict.DISCARDED, reason=reason.strip(), day=today)
    return Step(said("Discard the tactic “{subject}”", subject=proposal.subject), (edit,))


def take_up_again(proposal: Proposal) -> Step:
    """Make a tactic an open proposal again; words and reason stay on record."""
    words = said("Take up the tactic “{subject}” again", subject=proposal.subject)
    if proposal.call is None or proposal.call.verdict is None:
        return Step(words, ())
    return Step(words, (change(proposal.call, verdict=None, day=None),))


def answer_attack(
    client: Client, attack: Attack, claim: str, answer: str, proof: str, tellable: bool, today: date
) -> Step:
    """Prepare the answer to an attack; a claim that is left as proposed is not kept, so that it follows its cause."""
    values: dict[str, Any] = {
        "claim": claim.strip(),
        "text": answer.strip(),
        "proof": proof.strip(),
        "tellable": tellable,
        "verdict": Verdict.ACCEPTED,
        "reason": "",
        "day": today,
    }
    edit = _answered(client, attack, values)
    return Step(said("Answer an expected attack"), (edit,) if edit.before != edit.after else ())


def drop_attack(client: Client, attack: Attack, reason: str, today: date) -> Step:
    """Expect an attack no longer; the reason is kept."""
    values = {"verdict": Verdict.DISCARDED, "reason": reason.strip(), "day": today}
    return Step(said("Expect an attack no longer"), (_answered(client, attack, values),))


def expect_again(attack: Attack) -> Step:
    """Expect an attack again that was put aside."""
    words = said("Expect an attack again")
    return Step(words, (change(attack.call, verdict=None),) if attack.call else ())


def own_attack(
    client: Client, rival: Rival, claim: str, answer: str = "", proof: str = "", *, tellable: bool = False
) -> Step:
    """Write down an attack that no figure shows."""
    call = TacticCall(
        owner=client.key,
        kind=CallKind.ATTACK,
        rival=rival.key,
        claim=claim.strip(),
        text=answer.strip(),
        proof=proof.strip(),
        tellable=tellable,
    )
    return Step(said("Expect from {rival}: {claim}", rival=rival.called, claim=claim.strip()), (add(call),))


def _decided(client: Client, proposal: Proposal, **values: Any) -> Edit:
    """The decision on what is proposed now."""
    if proposal.call is not None:
        return change(proposal.call, tactic=proposal.code, rival=proposal.rival, **values)
    return add(
        TacticCall(
            owner=client.key,
            kind=proposal.kind,
            factor=proposal.factor,
            contact=proposal.contact,
            rival=proposal.rival,
            tactic=proposal.code,
            **values,
        )
    )


def _answered(client: Client, attack: Attack, values: dict[str, Any]) -> Edit:
    if attack.call is not None:
        return change(attack.call, **values)
    tactic = "" if attack.key.startswith(OWN) else attack.key
    return add(
        TacticCall(
            owner=client.key,
            kind=CallKind.ATTACK,
            factor=attack.factor,
            contact=attack.contact,
            rival=attack.rival,
            tactic=tactic,
            **values,
        )
    )


def _waits(client: Client, proposal: Proposal, text: str) -> bool:
    """Whether the same words are already to be done: a stance has no record an action could name."""
    if proposal.kind is not CallKind.STANCE:
        return False
    return any(item.done is None and item.text.strip() == text.strip() for item in client.actions)


def _action(client: Client, profile: Profile, proposal: Proposal, text: str, today: date) -> Action:
    return Action(
        owner=client.key,
        text=text,
        side=Side.OURS,
        person=profile.name,
        due=today + timedelta(ACTION_DAYS),
        factor=proposal.factor,
        contact=proposal.contact,
    )
