"""What to do about one need in a sentence that names its figures and people, as far as they are written down (T1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kamdesk.client.client import Client
from kamdesk.client.comparing import Row
from kamdesk.client.people import Attitude
from kamdesk.client.role_view import carers
from kamdesk.client.tactics import ADVICE, Tactic
from kamdesk.client.visit_records import Concession
from kamdesk.words import Said, said

_FOR, _BETWEEN = (Attitude.COACH, Attitude.SUPPORTER), (Attitude.NEUTRAL, None)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is written down that a sentence can name; "" where nothing is."""

    value: str
    benefit: str
    answer: str  # how the best rival's standing is acknowledged
    ally: str  # who cares for the need and is not against us
    ladder: bool  # a fatal weakness has a concession ladder


def advice_for(row: Row, client: Client, plan: Concession | None = None) -> Said:
    """The advice; `plan` is the rung of the ladder that answers a fatal weakness, if there is one."""
    assert row.tactic is not None
    known = _Known(
        value=row.factor.value.strip(),
        benefit=row.factor.benefit.strip(),
        answer=_answer(row, client),
        ally=ally(client, row.factor.key),
        ladder=plan is not None,
    )
    make = _SENTENCES.get(row.tactic)
    return (make(known) if make else None) or Said(ADVICE[row.tactic])


def ally(client: Client, factor: str) -> str:
    """Who cares for a need and can be asked for it: those for us first, nobody who is against us."""
    people = [contact for contact, _ in carers(client, factor) if contact.attitude in (*_FOR, *_BETWEEN)]
    people.sort(key=lambda contact: contact.attitude not in _FOR)
    return people[0].name if people else ""


def _answer(row: Row, client: Client) -> str:
    best = row.best_rivals
    told = (item.answer.strip() for item in client.standings if item.factor == row.factor.key and item.rival in best)
    return next((answer for answer in told if answer), "")


def _attack(known: _Known) -> Said | None:
    if known.value and known.ally:
        values = {"value": known.value, "name": known.ally}
        return said("Lead with {value}, put figures to it, ask {name} to write it into the requirement.", **values)
    if known.value:
        return said("Lead with {value}, put figures to it, get it written into the requirement.", value=known.value)
    return None


def _differentiate(known: _Known) -> Said | None:
    if known.benefit:
        return said("Prove equality fast, then break the tie with what it is worth: {benefit}.", benefit=known.benefit)
    return None


def _defend(known: _Known) -> Said | None:
    """The floor itself is not told: the advice becomes an action, and the client may see actions."""
    if known.ladder and known.answer:
        return said("Admit it: “{answer}”. Then offer along the ladder, step by step.", answer=known.answer)
    if known.ladder:
        return said("Change how it is measured; then offer along the ladder, step by step.")
    if known.answer:
        return said("Admit it: “{answer}”. Then change how it is measured.", answer=known.answer)
    return None


def _support(known: _Known) -> Said | None:
    return said("Use {value} as the second argument.", value=known.value) if known.value else None


def _raise(known: _Known) -> Said | None:
    if known.benefit and known.ally:
        values = {"benefit": known.benefit, "name": known.ally}
        return said("Show what it is worth: {benefit}. Begin with {name}, who cares for it.", **values)
    if known.ally:
        return said("Teach why it matters; begin with {name}, who cares for it.", name=known.ally)
    if known.benefit:
        return said("Show what it is worth: {benefit}. Find the role that cares.", benefit=known.benefit)
    return None


def _neutralise(known: _Known) -> Said | None:
    if known.answer:
        return said("Have the reply ready, “{answer}”, but do not bring it up.", answer=known.answer)
    return None


_SENTENCES: dict[Tactic, Callable[[_Known], Said | None]] = {
    Tactic.ATTACK: _attack,
    Tactic.NEUTRALISE_DIFFERENTIATE: _differentiate,
    Tactic.DEFEND: _defend,
    Tactic.SUPPORT: _support,
    Tactic.RAISE: _raise,
    Tactic.NEUTRALISE: _neutralise,
}
