"""A rival at a client and what is known of it everywhere: the steps that write down the contest and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kamdesk.client.client import WORKSPACE, Client
from kamdesk.client.contest import contest_of
from kamdesk.client.contest_records import Backer, Contest, RivalFact, Stake
from kamdesk.client.edit import Edit, add, change
from kamdesk.client.people import Contact
from kamdesk.client.record import field_of
from kamdesk.client.rival_file import LEGACY
from kamdesk.client.rival_records import Factor, Rival
from kamdesk.store.step import Step
from kamdesk.words import Said, said

Values = Mapping[str, Any]


def set_contest(client: Client, rival: Rival, values: Values) -> Step:
    """Write down what a rival has here; the record is made with the first field."""
    known = contest_of(client, rival.key)
    edit = change(known, **values) if known else add(Contest(owner=client.key, rival=rival.key, **values))
    label = Said(field_of(Contest, next(iter(values))).label)
    return Step(said("{rival} here: {field}", rival=rival.called, field=label), (edit,) if _alters(edit) else ())


def backer_of(client: Client, rival: str, contact: str) -> Backer | None:
    """The record that a person supports a rival."""
    return next((item for item in client.backers if (item.rival, item.contact) == (rival, contact)), None)


def back(client: Client, rival: Rival, contact: Contact, values: Values) -> Step:
    """Write down that a person supports a rival, and how we know; a second time changes the first."""
    known = backer_of(client, rival.key, contact.key)
    if known:
        edit = change(known, **values)
    else:
        edit = add(Backer(owner=client.key, rival=rival.key, contact=contact.key, **values))
    words = said("{name} supports {rival}", name=contact.name, rival=rival.called)
    return Step(words, (edit,) if _alters(edit) else ())


def unback(backer: Backer) -> Step:
    """Say no longer that somebody supports a rival."""
    return Step(said("No longer a supporter of the rival"), (Edit(backer, None),))


def stake_of(client: Client, factor: str, contact: str) -> Stake | None:
    """The record that a person cares for a need."""
    return next((item for item in client.stakes if (item.factor, item.contact) == (factor, contact)), None)


def set_stake(client: Client, factor: Factor, contact: Contact, values: Values) -> Step:
    """Write down that a person cares for a need, perhaps with an importance of its own."""
    known = stake_of(client, factor.key, contact.key)
    if known:
        edit = change(known, **values)
    else:
        edit = add(Stake(owner=client.key, factor=factor.key, contact=contact.key, **values))
    words = said("{name} cares for {need}", name=contact.name, need=factor.name)
    return Step(words, (edit,) if known is None or _alters(edit) else ())


def unset_stake(client: Client, factor: Factor, contact: Contact) -> Step:
    """Say no longer that a person cares for a need."""
    known = stake_of(client, factor.key, contact.key)
    words = said("{name} does not care for {need}", name=contact.name, need=factor.name)
    return Step(words, (Edit(known, None),) if known else ())


def add_fact(rival: Rival, values: Values) -> Step:
    """Write down one thing known of a rival."""
    fact = RivalFact(owner=WORKSPACE, rival=rival.key, **values)
    return Step(said("Fact about {rival}", rival=rival.called), (add(fact),))


def remove_fact(fact: RivalFact) -> Step:
    """Take a fact about a rival away."""
    return Step(said("Remove the fact “{title}”", title=fact.title), (Edit(fact, None),))


def make_fact(rival: Rival, field: str) -> Step:
    """Make an undated note of a rival a fact of its topic, that can carry source and day; the note is emptied."""
    text = " ".join(getattr(rival, field).split())
    words = said("Make it a fact about {rival}", rival=rival.called)
    if not text:
        return Step(words, ())
    fact = RivalFact(owner=WORKSPACE, rival=rival.key, topic=LEGACY[field], text=text)
    return Step(words, (add(fact), change(rival, **{field: ""})))


def _alters(edit: Edit) -> bool:
    return edit.before != edit.after
