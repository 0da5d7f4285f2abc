"""The rivals of all clients counted: where each is met, won and lost, what is out of date."""

from __future__ import annotations

from pathlib import Path

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add, change
from kamdesk.client.library import Threshold
from kamdesk.desk.desk import Desk
from kamdesk.desk.rival_clients import RivalClients
from kamdesk.desk.rival_list import clients_met, tallies
from kamdesk.store.store import Store
from kamdesk.words import said
from tests.ui import rival_story, story
from tests.ui.held import StoryClock


def test_rivals_are_counted_over_all_clients(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    desk = Desk(store, StoryClock())
    desk.do(said("Begin"), *(add(record) for record in rival_story.whole()))
    found = {row.key: row for row in tallies(desk)}
    assert (found["kerui"].at, found["kerui"].main) == ((story.CLIENT,), 1)
    assert (found["kerui"].won, found["kerui"].lost, found["kerui"].facts, found["kerui"].stale) == (0, 1, 2, 1)
    assert (found["brandt"].at, found["brandt"].stale) == ((), 1)  # a note without a source counts as out of date
    assert clients_met(found.values()) == (story.CLIENT,)
    assert next(row.key for row in tallies(desk)) == "kerui"

    kerui = found["kerui"].rival
    desk.do(said("Former"), change(kerui, former=desk.today))
    assert [row.key for row in tallies(desk)][-1] == "kerui"

    desk.do(said("Rule"), add(Threshold(owner=WORKSPACE, name="stale_days", value="3650")))
    assert {row.key: row.stale for row in tallies(desk)}["kerui"] == 0
    store.close()


def test_clients_are_read_once_and_again_when_they_change(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    desk = Desk(store, StoryClock())
    desk.do(said("Begin"), *(add(record) for record in rival_story.whole()))
    met = RivalClients(desk)
    [client] = met.of([story.CLIENT])
    whole = desk.client(story.CLIENT)
    assert (client.factors, client.contests, client.rules) == (whole.factors, whole.contests, whole.rules)
    assert met.of([story.CLIENT]) == [client]

    desk.do(said("Share"), change(client.contests[0], supplies="2 号线"))
    assert met.of([story.CLIENT])[0].contests[0].supplies == "2 号线"
    desk.undo()
    assert met.of([story.CLIENT])[0].contests == client.contests
    assert met.of(["nobody"]) == []
    store.close()
