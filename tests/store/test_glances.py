"""The rows of the client list are kept, and worked out anew only for what changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.company import Company
from kamdesk.client.edit import Edit, add, change, removal_of_all
from kamdesk.client.glance import Glance, glance
from kamdesk.client.library import Profile, Threshold
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.weigh_records import WeighIn
from kamdesk.store.engine import writing
from kamdesk.store.glances import SHOWN
from kamdesk.store.store import Store
from kamdesk.store.troubles import Stale
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
    assert [len(row.names) for row in filled.glances(TODAY)] == [2, 3]
    put(filled, *removal_of_all(filled.client("second")))
    assert [row.key for row in filled.glances(TODAY)] == ["client"]


def test_rows_follow_the_rivals_that_they_show(filled: Store) -> None:
    filled.glances(TODAY)
    put(filled, change(filled.workspace().rivals[0], short="renamed"))
    assert list(filled.glances(TODAY)) == worked_out(filled)


def test_rows_that_very_many_clients_have_to_change_are_freshened_later(store: Store) -> None:
    rival = Rival(key="r", owner=WORKSPACE, name="r")
    put(store, add(rival), *(add(Company(key=f"{n}", owner=f"{n}", name=f"{n}", rival="r")) for n in range(60)))
    store.glances(TODAY)
    put(store, change(rival, short="renamed"))
    assert len(store.glances(TODAY)) == 60
    assert [store.freshen(TODAY, 50), store.freshen(TODAY, 50), store.freshen(TODAY, 50)] == [50, 10, 0]
    assert set(store.glances(TODAY)) == set(worked_out(store))


def test_nothing_else_of_the_workspace_has_a_part_in_a_row(filled: Store) -> None:
    """If this fails, the section that has one belongs into SHOWN."""
    client, workspace = filled.client("client"), filled.workspace()
    bare = Workspace(
        profile=Profile(key=WORKSPACE, owner=WORKSPACE), **{name: getattr(workspace, name) for name in SHOWN}
    )
    assert glance(client, bare, TODAY) == glance(client, workspace, TODAY)


def test_a_refused_edit_changes_no_row(filled: Store) -> None:
    before = filled.glances(TODAY)
    with pytest.raises(Stale):
        put(filled, Edit(Contact(owner="client", name="never there"), None))
    assert filled.glances(TODAY) == before
    put(filled, add(Contact(owner="client", name="new")))
    assert filled.glances(TODAY) == tuple(worked_out(filled))


def test_rows_outlive_the_program(filled: Store, folder: Path) -> None:
    before = filled.glances(TODAY)
    filled.close()
    again = Store.open(folder)
    assert again.glances(TODAY) == before
    again.close()


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


def weighed(key: str) -> tuple[Edit, ...]:
    """A client with two people, one of them weighed at 3."""
    heavy = WeighIn(owner=key, contact=f"{key}-a", day=TODAY, project=3, project_weight=1)
    people = (Contact(key=f"{key}-{name}", owner=key, name=name, influence=1) for name in "ab")
    return (add(Company(key=key, owner=key, name=key)), *map(add, people), add(heavy))


def conservative(store: Store) -> list[float | None]:
    return [row.weigh_conservative for row in store.glances(TODAY)]


def test_rows_follow_the_reps_own_rules_at_once(store: Store) -> None:
    put(store, *weighed("one"), *weighed("two"))
    assert conservative(store) == [2.5, 2.5]
    own = Threshold(owner=WORKSPACE, name="unweighed", value="1")
    put(store, add(own))
    assert store.client("one").rules.unweighed == 1
    assert conservative(store) == [2.0, 2.0]
    assert list(store.glances(TODAY)) == worked_out(store)
    put(store, change(own, value="5"))
    assert conservative(store) == [4.0, 4.0]
    put(store, Edit(change(own, value="5").after, None))
    assert conservative(store) == [2.5, 2.5]


def test_rows_of_very_many_clients_follow_the_rules_a_moment_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamdesk.store.glances._MOST", 3)
    put(store, *(edit for number in range(5) for edit in weighed(f"{number}")))
    store.glances(TODAY)
    put(store, add(Threshold(owner=WORKSPACE, name="unweighed", value="1")))
    assert conservative(store) == [2.5] * 5
    assert store.freshen(TODAY, 3) == 3
    assert sorted(map(float, filter(None, conservative(store)))) == [2.0] * 3 + [2.5] * 2
    assert [store.freshen(TODAY, 3), store.freshen(TODAY, 3)] == [2, 0]
    assert conservative(store) == [2.0] * 5


@pytest.mark.parametrize("value", ["{}", "[]", "", '{"key": "client", "upcoming": []}'])
def test_a_row_that_another_version_kept_is_worked_out_anew(filled: Store, folder: Path, value: str) -> None:
    before = filled.glances(TODAY)
    filled.rest()
    with writing(filled._door.engine) as connection:
        connection.exec_driver_sql("UPDATE glances SET value = ?", (value,))
    filled.close()
    again = Store.open(folder)
    assert again.glances(TODAY) == before
    again.close()


def test_a_row_with_one_figure_less_is_worked_out_anew(filled: Store, folder: Path) -> None:
    before = filled.glances(TODAY)
    row, _, rest = before[0].to_json().partition("\n")
    held = json.loads(row)
    held.remove(before[0].light)
    filled.rest()
    with writing(filled._door.engine) as connection:
        connection.exec_driver_sql("UPDATE glances SET value = ?", (json.dumps(held) + "\n" + rest,))
    filled.close()
    again = Store.open(folder)
    assert again.glances(TODAY) == before
    again.close()


def test_a_row_without_what_today_needs_is_worked_out_anew(filled: Store, folder: Path) -> None:
    before = filled.glances(TODAY)
    filled.rest()
    with writing(filled._door.engine) as connection:
        connection.exec_driver_sql("UPDATE glances SET value = ?", (before[0].to_json().partition("\n")[0],))
    filled.close()
    again = Store.open(folder)
    assert again.glances(TODAY) == before
    assert all(row.pending for row in again.glances(TODAY))
    again.close()
