"""What is done on the people map, as steps to be taken or the sentence that says why not."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.edit import Edit, change
from kamdesk.client.people import Contact, TieKind
from kamdesk.desk.people import (
    add_person,
    boss_problem,
    come_back,
    draw_tie,
    remove_tie,
    set_boss,
    take_away,
    tie_problem,
)
from kamdesk.store.step import Step
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.pages.person.told import person
from kamdesk.words import Said, said

Result = Doing | Said  # what to do, or why it cannot be done


def doing(step: Step, *, toast: bool = False) -> Doing:
    """A step of the desk as the page says it."""
    return Doing(step.said, step.edits, toast=toast)


def people_of(client: Client, keys: Collection[str]) -> tuple[Contact, ...]:
    """The people with these keys, in the client's order."""
    return tuple(contact for contact in client.contacts if contact.key in keys)


def reparent(client: Client, keys: Collection[str], boss_key: str) -> Result | None:
    """Let people report to somebody, or to nobody with ""; None where that is so already."""
    boss = person(client, boss_key)
    contacts = _tops(people_of(client, keys))
    if problem := boss_problem(client, contacts, boss):
        return problem
    moving = tuple(contact for contact in contacts if (contact.reports_to or "") != (boss.key if boss else ""))
    return doing(set_boss(client, moving, boss), toast=True) if moving else None


def _tops(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Those who bring the others along: a report of somebody who moves stays their report."""
    keys = {contact.key for contact in contacts}
    return tuple(contact for contact in contacts if contact.reports_to not in keys)


def change_department(client: Client, keys: Collection[str], department: str) -> Result | None:
    """Move people into a department: who reported inside the old one reports to the head of the new one."""
    contacts = tuple(contact for contact in people_of(client, keys) if contact.department != department)
    if not contacts:
        return None
    boss_of = {contact.key: contact for contact in client.contacts}
    moved = {contact.key for contact in contacts}
    head = head_of(client, department, but=moved)
    edits: list[Edit] = []
    for contact in contacts:
        boss = boss_of.get(contact.reports_to or "")
        values: dict[str, str | None] = {"department": department}
        if boss is not None and boss.key not in moved and boss.department == contact.department:
            new = head or above(boss_of, boss, contact.department)
            if not (new and boss_problem(client, (contact,), new)):
                values["reports_to"] = new.key if new else None
        edits.append(change(contact, **values))
    first = contacts[0].name
    if len(contacts) == 1:
        words = said("{name} moves to {department}", name=first, department=department)
    else:
        words = said("{name} and {n} more move to {department}", name=first, n=len(contacts) - 1, department=department)
    return Doing(words, tuple(edits), toast=True)


def head_of(client: Client, department: str, but: Collection[str] = ()) -> Contact | None:
    """Who stands at the top of a department: nobody in it is their boss; the most influential of several."""
    inside = {c.key: c for c in client.contacts if c.department == department and c.left is None and c.key not in but}
    tops = [contact for contact in inside.values() if contact.reports_to not in inside]
    return max(tops, key=_weight, default=None)


def above(people: dict[str, Contact], boss: Contact, department: str) -> Contact | None:
    """The first boss up the line who is not in a department."""
    at: Contact | None = boss
    seen: set[str] = set()
    while at is not None and at.department == department and at.key not in seen:
        seen.add(at.key)
        at = people.get(at.reports_to or "")
    return None if at is not None and at.key in seen else at


def _weight(contact: Contact) -> int:
    return contact.influence or 0


def line_between(client: Client, source_key: str, target_key: str, kind: TieKind, today: date) -> Result | None:
    """Draw a line from one person to another."""
    source, target = person(client, source_key), person(client, target_key)
    if source is None or target is None:
        return None
    return tie_problem(client, source, target, kind) or doing(draw_tie(client, source, target, kind, today))


def without_line(client: Client, key: str) -> Doing | None:
    """Take a line away."""
    tie = next((tie for tie in client.ties if tie.key == key), None)
    return doing(remove_tie(client, tie), toast=True) if tie else None


def new_person(
    client: Client, name: str, title: str, boss_key: str, department: str, *, placeholder: bool
) -> tuple[str, Doing]:
    """The key of a new person below a boss, and the step that makes it."""
    step = add_person(client, name, person(client, boss_key), department, placeholder)
    first = step.edits[0]
    made = first.after
    assert isinstance(made, Contact)
    made = dataclasses.replace(made, title_at_work=title, department=department)
    return made.key, Doing(step.said, (Edit(None, made), *step.edits[1:]))


def go_away(client: Client, keys: Collection[str], today: date) -> Doing | None:
    """Del: who has a history has left, who has none is removed."""
    contacts = people_of(client, keys)
    return doing(take_away(client, contacts, today), toast=True) if contacts else None


def is_back(client: Client, key: str) -> Doing | None:
    """Somebody is here after all."""
    contact = person(client, key)
    return doing(come_back(client, contact), toast=True) if contact else None
