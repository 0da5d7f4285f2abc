"""The relationship with a whole client in words: the light, the warnings and the three layers (method F3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, Person, mean
from kamdesk.client.client import Client
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.record import Choice, field_of
from kamdesk.client.rules import Rules
from kamdesk.client.saying import row_said
from kamdesk.client.units import tell_decimal
from kamdesk.client.weigh_records import Dimension, Organisation
from kamdesk.words import N_, NC_, Said, said

ITEMS = ("executive", "framework", "planning", "review", "ranking")
OUTLIVES = N_("The tie outlives one person leaving")  # the sixth item, measured and never entered
_FAVOURABLE = (Attitude.COACH, Attitude.SUPPORTER)
_ADVERSE = (Attitude.NON_SUPPORTER, Attitude.ENEMY)
_FINAL = (Role.APPROVER, Role.DECIDER)


class LightColour(Choice):
    """Whether the people who count are for us (ALT4)."""

    RED = "red", NC_("light", "Red")
    AMBER = "amber", NC_("light", "Amber")
    GREEN = "green", NC_("light", "Green")


@dataclass(frozen=True, slots=True)
class Light:
    """The light, why it shows that colour, and whom it rests on (red: the key people who are missing)."""

    colour: LightColour
    reason: Said
    people: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something the light does not show, and the people it is about."""

    said: Said
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """Key people, all departments, company to company; each None while nothing is known."""

    key: float | None  # 1.0-5.0, ARI of the key people
    general: float | None  # 0.0-1.0, departments reached
    general_departments: tuple[tuple[str, Person | None, bool], ...]  # name, who stands best, whether it is reached
    organisation: float | None  # 1.0-5.0, mean of the items known
    items: tuple[tuple[str, int | None], ...]  # label and level of each of the six
    day: date | None  # of the company scores


def supports(person: Person, rules: Rules) -> bool:
    """True from the supporter's score on; who obstructs us or promotes a rival does not, whatever the score (F1)."""
    return person.score is not None and person.score >= rules.supporter and not (person.weighed and person.weighed.veto)


def light(client: Client, account: Account) -> Light:
    """Red without a supporter among the key people, green when one of them approves or decides. Source: method F3."""
    key = [person for person in account.people if person.contact.key_player]
    backing = [person for person in key if supports(person, client.rules)]
    final = [person for person in backing if set(_FINAL) & set(person.contact.roles)]
    if final:
        first = final[0]
        role = next(role for role in _FINAL if role in first.contact.roles)
        values = {"name": first.contact.name, "role": Said(role.label), "score": tell_decimal(first.score or 0, 1)}
        return Light(LightColour.GREEN, said("{name} ({role}) backs us with {score}", **values), _contacts(final))
    if backing:
        names = row_said(person.contact.name for person in backing)
        reason = said("Backed by {names}, but by nobody who approves or decides", names=names)
        return Light(LightColour.AMBER, reason, _contacts(backing))
    if not key:
        reason = said("No key person is known: nobody has influence 4 or 5")
    elif all(person.score is None for person in key):
        reason = said("No key person is weighed yet")
    else:
        floor = tell_decimal(client.rules.supporter, 1)
        reason = said("None of {n} key people backs us with {floor} or more", n=len(key), floor=floor)
    return Light(LightColour.RED, reason, _contacts(key))


def warnings(account: Account) -> list[Warning]:
    """The four that a good light can hide (ALT5). Source: method F3."""
    rated = [person for person in account.people if person.attitude]
    adverse = [person for person in rated if person.attitude in _ADVERSE]
    backing = [person for person in rated if person.attitude in _FAVOURABLE]
    known = [person for person in account.people if not person.contact.placeholder]
    deciders = [person for person in known if Role.DECIDER in person.contact.roles]
    key = [person for person in rated if person.contact.key_player]
    reserved = [person for person in key if person.attitude not in _FAVOURABLE]
    found = []
    if rated and not adverse:
        found.append(Warning(said("Nobody is rated below neutral: who supports the rival?"), ()))
    if rated and len(backing) <= len(adverse):
        values = {"ours": len(backing), "theirs": len(adverse)}
        text = said("No more supporters ({ours}) than opponents ({theirs})", **values)
        found.append(Warning(text, _contacts(adverse)))
    decided = any(person.attitude in _FAVOURABLE for person in deciders)
    if decided and 2 * len(reserved) > len(key):
        values = {"n": len(reserved), "all": len(key)}
        text = said("The decision maker backs us, but {n} of {all} key people do not", **values)
        found.append(Warning(text, _contacts(reserved)))
    if not deciders:
        found.append(Warning(said("No decision maker is identified"), ()))
    return found


def layers(client: Client, account: Account, today: date) -> Layers:
    """The three layers of the relationship plan (S3-8). Source: method F3; the six items of the third are [INFER]."""
    departments = tuple(_departments(account.people, client.rules))
    reached = sum(covered for _, _, covered in departments)
    score = newest_scores(client, today)
    entered = [(field_of(Organisation, name).label, getattr(score, name) if score else None) for name in ITEMS]
    items = (*entered, (OUTLIVES, outlives(account.people, client.rules)))
    known = [level for _, level in items if level is not None]
    judged = any(level is not None for _, level in entered)
    return Layers(
        key=mean((person.influence, person.score) for person in account.people if person.contact.key_player),
        general=reached / len(departments) if departments else None,
        general_departments=departments,
        organisation=sum(known) / len(known) if judged else None,
        items=items,
        day=score.day if score else None,
    )


def newest_scores(client: Client, today: date) -> Organisation | None:
    """The company scores that stand on a day."""
    past = [item for item in client.organisation if item.day and item.day <= today]
    return max(reversed(past), key=lambda item: item.day or date.min, default=None)


def outlives(people: Iterable[Person], rules: Rules) -> int | None:
    """Whether the tie survives one of us leaving, 1, 3 or 5: in no, one or more departments somebody accepts the
    company itself (D1 of 4). None while no D1 is known. Source: method F3, sixth item; the steps are [INFER].
    """
    levels = [
        (person.contact.department.strip(), level)
        for person in people
        if person.weighed and (level := person.weighed.counted[Dimension.ACCEPTANCE].counted) is not None
    ]
    if not levels:
        return None
    held = {department for department, level in levels if level >= rules.survives}
    return (1, 3, 5)[min(len(held), 2)]


def _departments(people: Iterable[Person], rules: Rules) -> Iterable[tuple[str, Person | None, bool]]:
    """Each department in the order of its most influential person, with whoever stands best in it."""
    rows: dict[str, list[Person]] = {}
    for person in people:
        if name := person.contact.department.strip():
            rows.setdefault(name, []).append(person)
    for name, members in rows.items():
        best = max((p for p in members if p.score is not None), key=lambda p: p.score or 0, default=None)
        yield name, best, best is not None and (best.score or 0) >= rules.general


def _contacts(people: Iterable[Person]) -> tuple[Contact, ...]:
    return tuple(person.contact for person in people)
