"""Steps on the people of a client: who reports to whom, the lines between them, who left, who is erased for good."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.library import Colleague
from kamdesk.client.network import ring, ring_said
from kamdesk.client.people import Attitude, Bond, Contact, RelationLevel, Tie, TieKind
from kamdesk.client.record import Kind, Record, field_of, fields_of
from kamdesk.client.telling import tell
from kamdesk.desk.editions import without
from kamdesk.desk.weighin import Sitting, amended, sit
from kamdesk.store.step import Step
from kamdesk.words import Said, Words, said


def boss_problem(client: Client, contacts: Sequence[Contact], boss: Contact | None) -> Said | None:
    """Why these people cannot report to somebody: the ring that would arise, by its names."""
    for contact in contacts:
        if boss and (found := ring(client, contact.key, boss.key)):
            return said("{ring} Nothing was changed.", ring=ring_said(found))
    return None


def set_boss(client: Client, contacts: Sequence[Contact], boss: Contact | None) -> Step:
    """Let people report to somebody, or to nobody; ask `boss_problem` first. Who has no department joins the boss's."""
    if boss_problem(client, contacts, boss):
        raise ValueError("a ring of reporting lines")
    edits = []
    for contact in contacts:
        department = contact.department or (boss.department if boss else "")
        edits.append(change(contact, reports_to=boss.key if boss else None, department=department))
    return Step(_boss_said(contacts, boss), tuple(edits))


def tie_problem(client: Client, source: Contact, target: Contact, kind: TieKind, but: Tie | None = None) -> Said | None:
    """Why a line cannot be drawn: to oneself, or a second time. `but` is the line that is being changed."""
    if source.key == target.key:
        return said("A line needs two people.")
    ends = (source.key, target.key)
    same = {ends, ends[::-1]} if kind is TieKind.CONFLICT else {ends}
    for tie in client.ties:
        if tie.kind is kind and (tie.source, tie.target) in same and (but is None or tie.key != but.key):
            return said("There is such a line between {name} and {other} already.", name=source.name, other=target.name)
    return None


def draw_tie(
    client: Client, source: Contact, target: Contact, kind: TieKind, today: date, strength: int | None = None
) -> Step:
    """Draw a line from one person to another; ask `tie_problem` first."""
    tie = Tie(owner=client.key, kind=kind, source=source.key, target=target.key, strength=strength, day=today)
    return Step(_tie_said(kind, source, target), (add(tie),))


def remove_tie(client: Client, tie: Tie) -> Step:
    """Take a line away."""
    return Step(said("Remove a line between people"), removal(client, tie))


def add_person(
    client: Client, name: str, boss: Contact | None = None, department: str = "", placeholder: bool = False
) -> Step:
    """Put a person, or a post whose holder we have not met, below a boss; the record is the first of the edits."""
    department = department or (boss.department if boss else "")
    key = boss.key if boss else None
    contact = Contact(
        owner=client.key, name=name.strip(), reports_to=key, department=department, placeholder=placeholder
    )
    told = said("New post, holder unknown: {name}", name=name) if placeholder else said("New person {name}", name=name)
    return Step(told, (add(contact),))


def same_name(client: Client, name: str, but: Contact | None = None) -> Contact | None:
    """Somebody else of this name, whoever is still here first: two people may share one, but it is told."""
    wanted = _folded(name)
    found = [item for item in client.contacts if _folded(item.name) == wanted and (but is None or item.key != but.key)]
    return min(found, key=lambda item: item.left is not None, default=None) if wanted else None


def same_name_said(other: Contact) -> Said:
    """The sentence that tells of a person with the same name, and how to know the two apart."""
    post = ", ".join(part for part in (other.title_at_work.strip(), other.department.strip()) if part)
    if other.left is not None:
        return said("A {name} who has left is on record already.", name=other.name)
    if not post:
        return said("There is another {name}; a title or a department tells them apart.", name=other.name)
    return said("There is another {name}: {post}.", name=other.name, post=post)


def has_history(client: Client, contact: Contact) -> bool:
    """True when anything but a reporting line hangs on a person: weigh-ins, facts, visits, actions, lines …"""
    return any(_links(item, contact.key) for item in client.records if not isinstance(item, Contact))


def leave(client: Client, contact: Contact, today: date) -> Step:
    """Mark somebody as gone; everything that was known stays on record."""
    return Step(said("{name} has left", name=contact.name), (change(_present(client, contact), left=today),))


def come_back(client: Client, contact: Contact) -> Step:
    """Somebody is here after all."""
    return Step(said("{name} is back", name=contact.name), (change(_present(client, contact), left=None),))


def rate(
    client: Client,
    workspace: Workspace,
    contact: Contact,
    attitude: Attitude | None,
    influence: int | None,
    today: date,
    words: Words,
) -> Step:
    """Move somebody on the heat map; the weigh-in of the day keeps as a remark what was moved.

    A person nobody has weighed gets a weigh-in without levels; a post whose holder is unknown gets none.
    """
    moved = []
    if attitude is not contact.attitude:
        moved.append(_moved(Contact, "attitude", contact.attitude, attitude, words))
    if influence != contact.influence:
        moved.append(_moved(Contact, "influence", contact.influence, influence, words))
    told = said("Heat map: {name}", name=contact.name)
    if not moved:
        return Step(told, ())
    edits = [change(_present(client, contact), attitude=attitude, influence=influence)]
    if not contact.placeholder:
        edits.append(_remarked(sit(client, workspace, contact, today), "; ".join(moved)))
    return Step(told, tuple(edits))


def take_away(client: Client, contacts: Sequence[Contact], today: date) -> Step:
    """What Del does: who has a history is marked as gone, who has none is removed."""
    edits: list[Edit] = []
    rest = client
    for contact in contacts:
        if not has_history(client, contact):
            removed = removal(rest, _present(rest, contact))
            edits += removed
            rest = _after(rest, removed)
    going = [item for item in rest.contacts if item.key in {contact.key for contact in contacts}]
    edits += [change(item, left=today) for item in going if item.left is None]
    names = _names(contacts)
    told = said("{name} has left", name=names) if going else said("Remove {name}", name=names)
    return Step(told, tuple(edits))


def erase(client: Client, contact: Contact) -> Step:
    """Remove a person for good with everything that hangs on them, also seats at visits and what was to be done.

    The person goes out of the editions too, as they were kept. Names written into free text stay: only the rep knows
    which are meant.
    """
    papers = without(client, lambda then: _after(then, _erasing(then, contact.key)))
    return Step(said("Erase {name} for good", name=contact.name), (*papers, *_erasing(client, contact.key)))


def _erasing(client: Client, key: str) -> tuple[Edit, ...]:
    """The edits that remove a person and all that hangs on them; none where the person is not known."""
    contact = next((item for item in client.contacts if item.key == key), None)
    if contact is None:
        return ()
    seats = [item for item in client.attendees if item.contact == key]
    gone: list[Record] = [*seats, *(item for item in client.actions if item.contact == key)]
    first = [edit for item in gone for edit in removal(client, item)]
    return (*first, *removal(_after(client, first), contact))


def know(
    client: Client,
    contact: Contact,
    colleague: Colleague,
    now: RelationLevel | None,
    wanted: RelationLevel | None,
    today: date,
) -> Step:
    """Write down what one of us is to a person, and what we want to be."""
    told = said("{colleague} and {name}: relation", colleague=colleague.name, name=contact.name)
    known = next((b for b in client.bonds if (b.contact, b.colleague) == (contact.key, colleague.key)), None)
    if known:
        return Step(told, (change(known, now=now, wanted=wanted, day=today),))
    bond = Bond(owner=client.key, contact=contact.key, colleague=colleague.key, now=now, wanted=wanted, day=today)
    return Step(told, (add(bond),))


def _present(client: Client, contact: Contact) -> Contact:
    """The record as the client has it now: the window may hold an older one."""
    return next((item for item in client.contacts if item.key == contact.key), contact)


def _moved(kind: type[Record], name: str, before: Any, after: Any, words: Words) -> str:
    field, unknown = field_of(kind, name), words.tr("unknown")
    return words.tr(
        "{field}: {before} → {after}",
        field=words.tr(field.label),
        before=tell(field, before, words) or unknown,
        after=tell(field, after, words) or unknown,
    )


def _remarked(sitting: Sitting, remark: str) -> Edit:
    """The weigh-in of the day with one more remark; where there is none yet, the last one under the day."""
    held = sitting.now.remark if sitting.fresh else ""
    return amended(sitting, {"remark": "; ".join(part for part in (held, remark) if part)})


def _links(item: Record, key: str) -> bool:
    return any(field.kind is Kind.LINK and getattr(item, field.name) == key for field in fields_of(type(item)))


def _after(client: Client, edits: Sequence[Edit]) -> Client:
    """The client with some edits made."""
    held = {item.key: item for item in client.records}
    for edit in edits:
        if edit.after is None:
            held.pop(edit.record.key)
        else:
            held[edit.record.key] = edit.after
    return dataclasses.replace(Client.of(held.values()), rules=client.rules)


def _boss_said(contacts: Sequence[Contact], boss: Contact | None) -> Said:
    values: dict[str, Any] = {"name": contacts[0].name if contacts else "", "n": len(contacts) - 1}
    values["boss"] = boss.name if boss else ""
    if len(contacts) > 1:
        return (
            said("{name} and {n} more report to {boss}", **values)
            if boss
            else said("No boss: {name} and {n} more", **values)
        )
    return said("{name} reports to {boss}", **values) if boss else said("{name} reports to nobody", **values)


def _names(contacts: Sequence[Contact]) -> str | Said:
    if len(contacts) == 1:
        return contacts[0].name
    return said("{name} and {n} more", name=contacts[0].name if contacts else "", n=max(0, len(contacts) - 1))


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _tie_said(kind: TieKind, source: Contact, target: Contact) -> Said:
    values: dict[str, Any] = {"name": source.name, "other": target.name}
    match kind:
        case TieKind.INFLUENCE:
            return said("Line: {name} influences {other}", **values)
        case TieKind.TRUST:
            return said("Line: {name} trusts {other}", **values)
        case _:
            return said("Line: {name} in conflict with {other}", **values)
