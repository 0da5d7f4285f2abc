"""The rows of the client list are kept, and worked out anew only for what changed."""

from __future__ import annotations

from datetime import date

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.edit import add, change, removal_of_all
from kamdesk.client.glance import Glance, glance
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.store.store import Store
from tests.records import client_of
from tests.store.conftest import adds, put

TODAY = date(2026, 11, 21)


def worked_out(store: Store) -> list[Glance]:
    """The rows without the cache."""
    return [glance(store.client(company.key), store.workspace(), TODAY) for company in store.companies()]


def test_a_row_is_what_the_measures_give(filled: Store) -> None:
    assert list(filled.glances(TODAY)) == worked_out(filled)
    assert list(filled.glances(TODAY)) == worked_out(filled)


def test_rows_follow_edits_of_their_client(filled: Store) -> None:
    put(filled, *adds(client_of("second")))
    filled.glances(TODAY)
    put(filled, add(Contact(owner="second", name="new")))
    assert [row.people for row in filled.glances(TODAY)] == [2, 3]
    put(filled, *removal_of_all(filled.client("second")))
    assert [row.key for row in filled.glances(TODAY)] == ["client"]


def test_rows_follow_edits_of_the_workspace(filled: Store) -> None:
    filled.glances(TODAY)
    put(filled, add(Rival(owner=WORKSPACE, name="new")))
    assert list(filled.glances(TODAY)) == worked_out(filled)


def test_rows_stand_in_the_order_of_their_names(store: Store) -> None:
    names = ["重庆钢铁", "Zeta", "华星", "Anna", "安达"]
    put(store, *(add(Company(key=name, owner=name, name=name)) for name in names))
    assert [row.name for row in store.glances(TODAY)] == ["安达", "Anna", "重庆钢铁", "华星", "Zeta"]
    put(store, change(store.client("Zeta").company, short="阿尔法"))
    assert store.glances(TODAY)[0].called == "阿尔法"


def test_many_rows_are_the_same_as_one_by_one(store: Store) -> None:
    put(store, *(add(Company(key=f"{n:03}", owner=f"{n:03}", name=f"{n:03}")) for n in range(60)))
    put(store, *(add(Contact(owner=f"{n:03}", name="x")) for n in range(0, 60, 7)))
    assert list(store.glances(TODAY)) == worked_out(store)


def test_rows_of_another_day_are_given_at_once_and_freshened_later(filled: Store) -> None:
    put(filled, *adds(client_of("second")))
    filled.glances(TODAY)
    tomorrow = date(2027, 3, 1)
    assert [row.key for row in filled.glances(tomorrow)] == ["client", "second"]
    assert filled.freshen(tomorrow, limit=1) == 1
    assert filled.freshen(tomorrow, limit=5) == 1
    assert filled.freshen(tomorrow) == 0
