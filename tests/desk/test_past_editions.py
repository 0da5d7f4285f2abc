"""The sample comes with editions of past weeks: numbered, readable, told to their readers, and honest about the day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kamdesk.client.client import Client
from kamdesk.client.moved import what_changed
from kamdesk.client.paper_records import Audience
from kamdesk.client.visiting import local_day
from kamdesk.desk.bring import load_sample
from kamdesk.desk.desk import Desk
from kamdesk.desk.editions import next_number, reprint
from kamdesk.desk.past_editions import as_it_stood
from kamdesk.store.store import Store


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    store = Store.open(tmp_path_factory.mktemp("past") / "data")
    held = Desk(store)
    load_sample(held, "zh_CN")
    yield held
    store.close()


def test_two_clients_were_given_papers_in_past_weeks(desk: Desk) -> None:
    given = {client: desk.client(client).editions for client in ("hx", "ks", "jl")}
    assert [(it.document, it.number, it.reader) for it in given["hx"]] == [
        ("plan", 1, "周远"),
        ("plan", 2, "周远"),
        ("mutual", 1, "王璐"),
    ]
    assert [(it.document, it.number, it.audience) for it in given["ks"]] == [
        ("plan", 1, Audience.INTERNAL),
        ("mutual", 1, Audience.CLIENT),
    ]
    assert given["jl"] == ()
    assert next_number(desk.client("hx"), "plan") == 3


def test_every_edition_can_be_printed_again_and_knows_nothing_of_later_days(desk: Desk) -> None:
    for edition in (*desk.client("hx").editions, *desk.client("ks").editions):
        client, _, order = reprint(edition)
        day = local_day(edition.at)
        assert (order.document, order.audience) == (edition.document, edition.audience)
        written = [it.day for it in (*client.weighins, *client.evidence, *client.intel, *client.facts) if it.day]
        assert all(it <= day for it in written)
        assert all(it.done is None or it.done <= day for it in client.actions)
        assert all(not it.result for it in client.visits if it.at and local_day(it.at) > day)


def test_the_director_sees_what_has_changed_since(desk: Desk) -> None:
    client = desk.client("hx")
    first, second, _ = client.editions
    for edition in (first, second):
        before, _, _ = reprint(edition)
        moved = what_changed(before, client, desk.workspace(), desk.today, local_day(edition.at))
        assert len(moved) > 6
        assert "company" not in {it.section for it in moved if it.key == "hx"} or edition is first


def test_the_paper_for_the_client_held_only_what_it_may_read(desk: Desk) -> None:
    client, workspace, _ = reprint(desk.client("hx").editions[2])
    assert not client.weighins
    assert not client.standings
    assert not workspace.rivals
    assert client.actions
    assert all(it.mutual for it in client.actions)


def test_editions_are_made_anew_from_the_day_of_loading(desk: Desk) -> None:
    days = [desk.today - local_day(it.at) for it in desk.client("hx").editions]
    assert days == [timedelta(61), timedelta(26), timedelta(11)]
    assert [it.key for it in desk.client("hx").editions] == ["hx-ed1", "hx-ed2", "hx-ed3"]


def test_a_client_as_it_stood_has_what_was_done_later_still_to_do(desk: Desk) -> None:
    client, now = desk.client("hx"), datetime.now().astimezone()
    day = desk.today - timedelta(41)
    stood = as_it_stood(client, day, {}, now)
    assert _named(stood, "hx-t15").done == _named(client, "hx-t15").done
    assert _named(client, "hx-t17").done
    assert _named(stood, "hx-t17").done is None
    assert stood.get("hx-t1") is None
    coming = [it for it in stood.visits if it.at and local_day(it.at) > day]
    assert {it.key for it in coming} >= {"hx-v7", "hx-v8"}
    assert not any(it.result or it.debriefed or it.agreed for it in coming)


def test_a_file_may_say_what_a_record_held_and_what_was_not_there(desk: Desk) -> None:
    client, now = desk.client("hx"), datetime.now().astimezone()
    then = {"hx-o1": {"amount": "1 CNY", "close": "today-3", "ahead": None}, "hx-r1": None}
    stood = as_it_stood(client, desk.today, then, now)
    order = next(it for it in stood.opportunities if it.key == "hx-o1")
    assert (order.amount.amount, order.close, order.ahead) == (1, now.date() - timedelta(3), None)
    assert {it.key for it in stood.risks} == {it.key for it in client.risks} - {"hx-r1"}
    with pytest.raises(AssertionError, match="nobody"):
        as_it_stood(client, date.max, {"nobody": None}, now)


def _named(client: Client, key: str):
    return next(it for it in client.actions if it.key == key)
