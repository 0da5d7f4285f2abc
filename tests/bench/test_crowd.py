"""The crowd is the same every time, every client is sound, and no two are the same."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kamdesk.client.account import account
from kamdesk.client.network import bosses
from kamdesk.desk.desk import Desk
from kamdesk.exchange.package import read_package, write_package
from kamdesk.store.store import Store
from tests.bench.crowd import crowd, fill, heavy
from tests.bench.figures import Figure, percentile, table
from tests.bench.people import peopled

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9).astimezone()


def test_the_same_seed_gives_the_same_clients():
    assert list(crowd(30, TODAY)) == list(crowd(30, TODAY))
    assert list(crowd(30, TODAY, seed=1)) != list(crowd(30, TODAY))


def test_every_client_is_sound_and_has_keys_of_its_own():
    keys: set[str] = set()
    for client in crowd(60, TODAY):
        assert read_package(write_package(client).encode(), client.key, NOW).client == client
        own = [record.key for record in client.records]
        assert len(set(own)) == len(own)
        assert keys.isdisjoint(own)
        keys.update(own)


def test_names_differ():
    names = [client.company.short for client in crowd(300, TODAY)]
    assert len(set(names)) == 300


def test_the_heavy_client_has_the_records_asked_for():
    assert len(list(heavy(600, TODAY).records)) == 600


def test_clients_of_the_crowd_have_lines_and_targets():
    held = list(crowd(60, TODAY))
    assert sum(any(bosses(client).values()) for client in held) > 50
    assert sum(bool(client.ties) for client in held) > 50
    assert sum(bool(client.targets) for client in held) > 40


def test_two_hundred_people_hang_in_one_tree_and_are_sound():
    client = peopled(200, TODAY)
    assert client == peopled(200, TODAY)
    above = bosses(client)
    assert (len(above), list(above.values()).count(None)) == (200, 1)
    assert len(client.ties) > 50
    assert account(client, TODAY).ari
    assert read_package(write_package(client).encode(), client.key, NOW).client == client


def test_the_crowd_fits_into_the_store(tmp_path):
    store = Store.open(tmp_path)
    desk = Desk(store)
    fill(desk, 20)
    assert len(desk.clients()) == 20
    store.close()


@pytest.mark.parametrize(("limit", "times", "passed"), [(2.0, None, True), (1.0, None, False), (None, 2.0, True)])
def test_a_figure_is_held_against_its_budget(limit, times, passed):
    figure = Figure("edit", 1.5, 1.0, "ms", "bare", limit=limit, times=times)
    assert figure.passed is passed
    assert ("pass" if passed else "SHORT") in table([figure])


def test_percentiles_take_a_value_that_was_measured():
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([3.0], 0.95) == 3.0
