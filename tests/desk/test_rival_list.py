"""The rivals of all clients counted: where each is met, won and lost, what is out of date."""

from __future__ import annotations

from pathlib import Path

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add, change
from kamdesk.client.library import Threshold
from kamdesk.client.rival_file import RivalFile, rival_file
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
    assert (client.standings, client.contests, client.rules) == (whole.standings, whole.contests, whole.rules)
    assert [need.name for need in client.factors] == [need.name for need in whole.factors]
    assert met.of([story.CLIENT]) == [client]

    desk.do(said("Share"), change(client.contests[0], supplies="2 号线"))
    assert met.of([story.CLIENT])[0].contests[0].supplies == "2 号线"
    desk.undo()
    assert met.of([story.CLIENT])[0].contests == client.contests
    assert met.of(["nobody"]) == []
    store.close()


def test_the_file_of_a_rival_is_measured_where_it_is_looked_at(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    desk = Desk(store, StoryClock())
    desk.do(said("Begin"), *(add(record) for record in rival_story.whole()))
    met, kerui = RivalClients(desk), next(row for row in tallies(desk) if row.key == "kerui")

    def found() -> RivalFile:
        return met.file(kerui.rival, kerui.at, desk.workspace())

    whole = rival_file(kerui.rival, [desk.client(story.CLIENT)], desk.workspace(), desk.today)
    [row] = found().at
    assert (row.measured, row.lead, row.stance) == (False, None, None)
    assert met.measure(row, "kerui") == whole.at[0]
    assert found() == whole
    assert whole.at[0].ours is not None

    factor = desk.client(story.CLIENT).factors[0]
    desk.do(said("Score"), change(factor, score=1 if factor.score != 1 else 2))
    [row] = found().at  # what was measured stands there until it is measured anew
    assert (row.measured, row.ours) == (False, whole.at[0].ours)
    assert met.measure(row, "kerui").ours != whole.at[0].ours
    assert found().at[0].measured
    store.close()
