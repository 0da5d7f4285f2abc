"""A record is described once and is a value."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from kamdesk.client.client import Client, Workspace, section_of, sections, sections_of
from kamdesk.client.company import Company
from kamdesk.client.people import Contact, Role
from kamdesk.client.plain import from_plain, to_plain
from kamdesk.client.record import Kind, field_of, fields_of, new_key

ALL = [pytest.param(part, id=part.name) for part in sections().values()]


@pytest.mark.parametrize("part", ALL)
def test_every_field_of_every_section_has_a_label_and_every_link_a_target(part):
    for field in fields_of(part.record):
        assert field.label
        assert (field.kind is Kind.LINK) == bool(field.target)
        assert not field.target or field.target in sections()
        assert (field.kind in (Kind.CHOICE, Kind.FLAGS)) == (field.choices is not None)


@pytest.mark.parametrize("part", ALL)
def test_no_two_sections_hold_the_same_type(part):
    assert section_of(part.record) == part


def test_each_root_has_one_head_and_it_comes_first():
    for root in (Client, Workspace):
        assert [part.single for part in sections_of(root)].index(True) == 0
        assert sum(part.single for part in sections_of(root)) == 1


def test_a_record_can_not_be_changed_in_place():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Company(name="华星").name = "other"  # type: ignore[misc]


def test_a_record_is_called_by_its_first_text_that_is_not_empty():
    assert Contact(name="王璐", department="采购部").title == "王璐"
    assert Contact(department="采购部").title == "采购部"
    assert Contact().title == ""


def test_new_keys_do_not_repeat():
    assert len({new_key() for _ in range(10_000)}) == 10_000


def test_flags_come_back_in_their_order_of_declaration():
    plain = to_plain(Contact(name="x", roles=(Role.USER, Role.APPROVER)))
    assert from_plain(Contact, plain).roles == (Role.APPROVER, Role.USER)


def test_a_field_that_does_not_exist_is_refused_not_dropped():
    with pytest.raises(ValueError, match="shoe_size"):
        from_plain(Contact, {"key": "k", "owner": "o", "shoe_size": 44})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("influence", 6),
        ("influence", "5"),
        ("influence", True),
        ("attitude", "friend"),
        ("name", 3),
        ("roles", ["boss"]),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_the_name_of_its_field(field, value):
    with pytest.raises(ValueError, match=field):
        from_plain(Contact, {"key": "k", "owner": "o", field: value})


def test_a_moment_without_a_zone_is_refused():
    from kamdesk.client.visit_records import Visit

    with pytest.raises(ValueError, match="at"):
        from_plain(Visit, {"key": "k", "owner": "o", "at": "2026-11-23T14:00:00"})
    good = from_plain(Visit, {"key": "k", "owner": "o", "at": "2026-11-23T14:00:00+08:00"})
    assert good.at == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def test_an_unknown_field_name_is_an_error():
    with pytest.raises(KeyError):
        field_of(Contact, "shoe_size")
