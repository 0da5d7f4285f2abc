"""What differs in two states of a client, record by record."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings

from kamdesk.client.client import Client, sections_of
from kamdesk.client.company import Company
from kamdesk.client.difference import ABOUT_PAPER, Changed, ChangeKind, difference, title_in
from kamdesk.client.people import Contact
from kamdesk.client.record import Kind, fields_of
from kamdesk.client.weigh_records import WeighIn
from tests.client.tokens import unlike
from tests.exchange.values import PHASES, pairs
from tests.records import client_of

PARTS = [pytest.param(part, id=part.name) for part in sections_of(Client) if part.name not in ABOUT_PAPER]
some = settings(max_examples=12, phases=PHASES, suppress_health_check=list(HealthCheck))


def unprinted(client: Client) -> Client:
    return dataclasses.replace(client, editions=(), presets=())


def places(found: tuple[Changed, ...]) -> set[tuple[str, str]]:
    return {(item.section, item.key) for item in found}


@given(first=pairs(), second=pairs())
@some
def test_nothing_differs_exactly_when_the_clients_are_equal(first, second):
    one, other = first[0], second[0]
    assert difference(one, one) == ()
    same = sorted(map(repr, unprinted(one).records)) == sorted(map(repr, unprinted(other).records))
    assert (difference(one, other) == ()) == same


@given(first=pairs(), second=pairs())
@some
def test_the_way_back_mirrors_the_way_there(first, second):
    there, back = difference(first[0], second[0]), difference(second[0], first[0])
    swap = {ChangeKind.ADDED: ChangeKind.GONE, ChangeKind.GONE: ChangeKind.ADDED}
    mirrored = {
        (it.section, it.key, swap.get(it.kind, it.kind), tuple((field, new, old) for field, old, new in it.fields))
        for it in there
    }
    assert {(it.section, it.key, it.kind, it.fields) for it in back} == mirrored


@pytest.mark.parametrize("part", PARTS)
def test_a_change_of_any_field_of_any_section_is_found_with_both_values(part):
    client = client_of()
    held = getattr(client, part.name)
    record = held if part.single else held[1]
    for field in fields_of(part.record):
        value = None if field.kind is Kind.LINK else unlike(record, field)
        if value == getattr(record, field.name):
            value = {Kind.NUMBER: field.low, Kind.TICK: False}.get(field.kind)
            value = () if field.kind is Kind.FLAGS else value
        if value == getattr(record, field.name):
            continue
        changed = dataclasses.replace(record, **{field.name: value})
        after = Client.of(changed if it is record else it for it in client.records)
        (found,) = difference(client, after)
        assert (found.section, found.key, found.kind) == (part.name, record.key, ChangeKind.CHANGED)
        assert found.fields == ((field, getattr(record, field.name), value),)


@pytest.mark.parametrize("part", [it for it in PARTS if not it.values[0].single])
def test_a_record_more_or_less_is_told_with_all_that_stands_in_it(part):
    whole = client_of()
    record = getattr(whole, part.name)[1]
    less = Client.of(it for it in whole.records if it is not record)
    (added,), (gone,) = difference(less, whole), difference(whole, less)
    assert (added.kind, gone.kind) == (ChangeKind.ADDED, ChangeKind.GONE)
    assert added.title == gone.title
    assert {field.name: now for field, _, now in added.fields} == {field.name: was for field, was, _ in gone.fields}
    assert all(now not in (None, "", ()) for _, _, now in added.fields)


def test_a_record_with_nothing_in_it_is_a_change_too():
    client = Client(company=Company(key="c", name="华星"))
    (found,) = difference(client, dataclasses.replace(client, contacts=(Contact(key="p", owner="c"),)))
    assert (found.kind, found.fields) == (ChangeKind.ADDED, ())


def test_another_order_and_another_edition_are_no_change():
    client = client_of()
    turned = dataclasses.replace(client, contacts=client.contacts[::-1], editions=(), presets=())
    assert difference(client, turned) == ()


def test_a_record_without_words_is_called_by_what_it_belongs_to():
    person = Contact(key="p", owner="c", name="王璐")
    client = Client(company=Company(key="c", name="华星"), contacts=(person,))
    assert title_in(WeighIn(contact="p"), client) == "王璐"
    assert title_in(WeighIn(contact="gone"), client) == ""
