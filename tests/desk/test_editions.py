"""Papers that left the program are numbered, kept as they were, and asked after by who read them."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.difference import difference
from kamdesk.client.edit import add
from kamdesk.client.editions import told_to
from kamdesk.client.library import Profile
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.rules import Rules
from kamdesk.desk import editions, people
from kamdesk.desk.desk import Desk
from kamdesk.desk.editions import Order, keep, latest, newest_first, next_number, order_of, readers, reprint
from kamdesk.errors import Trouble
from kamdesk.store.store import Store
from kamdesk.words import words_for
from tests import prepared
from tests.records import client_of, workspace_of
from tests.stepped import done, undone

NOW = datetime(2026, 11, 22, 5, 2, tzinfo=UTC)
SHARED = Workspace(profile=Profile(key=WORKSPACE, name="林嘉"))
WANG = Contact(key="wang", owner="hx", name="王璐", attitude=Attitude.ENEMY)
CLIENT = Client(company=Company(key="hx", owner="hx", name="华星"), contacts=(WANG,))


def kept(client: Client, document: str = "plan", audience: Audience = Audience.INTERNAL, reader: str = "") -> Client:
    at = NOW + timedelta(minutes=len(client.editions))
    return done(client, keep(client, SHARED, Order(document, audience), at, reader))


def test_each_document_counts_its_own_editions():
    client = kept(kept(kept(CLIENT)), "brief")
    assert [(it.document, it.number) for it in client.editions] == [("plan", 1), ("plan", 2), ("brief", 1)]
    assert (next_number(client, "plan"), next_number(client, "brief"), next_number(client, "visit")) == (3, 2, 1)


def test_a_number_is_not_given_again_while_a_later_edition_is_there():
    client = kept(kept(CLIENT))
    less = done(client, editions.forget(client, client.editions[0]))
    assert next_number(less, "plan") == 3


def test_all_that_was_ordered_is_kept_and_comes_back():
    order = Order("plan", Audience.BRIEF, "zh_TW", ("summary", "actions"), "Letter", "草稿", "机密")
    digest = hashlib.sha256(b"%PDF").hexdigest()
    step = keep(CLIENT, SHARED, order, NOW, " 周总监 ", digest, 14)
    client = done(CLIENT, step)
    (edition,) = client.editions
    assert (edition.owner, edition.at, edition.reader, edition.digest, edition.pages) == (
        "hx",
        NOW,
        "周总监",
        digest,
        14,
    )
    assert order_of(edition) == order
    assert step.said.tell(words_for("en")) == "Edition 1 for 周总监"
    assert undone(client, step) == CLIENT


def test_it_is_printed_again_as_it_was_told_whatever_happened_since():
    client = kept(CLIENT)
    later = dataclasses.replace(client, contacts=(dataclasses.replace(WANG, name="王露", attitude=None),))
    then, workspace, order = reprint(later.editions[0])
    assert then.contacts == (WANG,)
    assert then == dataclasses.replace(CLIENT, rules=Rules())
    assert workspace == SHARED
    assert order == Order()


@pytest.mark.parametrize("audience", list(Audience))
def test_what_an_audience_was_not_told_is_not_kept_either(audience: Audience):
    whole, workspace = client_of(), workspace_of()
    step = keep(whole, workspace, Order(audience=audience), NOW)
    edition = step.edits[0].record
    assert isinstance(edition, Edition)
    client, shared, _ = reprint(edition)
    assert told_to(client, shared, audience) == (client, shared)
    assert client.editions == ()


def test_floors_are_kept_only_with_the_sheet_that_shows_them():
    whole, workspace = client_of(), workspace_of()
    for floors in (False, True):
        step = keep(whole, workspace, Order("visit"), NOW, floors=floors)
        assert bool(reprint(step.edits[0].record)[0].concessions) is floors


def test_everybody_who_was_given_a_paper_the_last_one_first():
    client = kept(kept(kept(CLIENT, reader="周总监"), reader="王璐"), reader="周总监 ")
    assert readers(client) == ("周总监", "王璐")
    given = done(client, editions.give(client.editions[1], "何建国"))
    assert readers(given) == ("周总监", "何建国")
    assert [it.number for it in newest_first(given)] == [3, 2, 1]


def test_the_latest_edition_of_a_document_and_of_an_audience():
    client = kept(kept(kept(CLIENT), audience=Audience.CLIENT), "brief")
    newest, ours = latest(client, "plan"), latest(client, "plan", Audience.INTERNAL)
    assert newest
    assert ours
    assert (newest.number, ours.number) == (2, 1)
    assert latest(client, "visit") is None


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("then", list(Audience))
def test_a_paper_is_compared_only_with_what_kept_all_that_it_tells(then: Audience, audience: Audience):
    whole, workspace = client_of(), workspace_of()
    whole = dataclasses.replace(whole, rules=Rules.of(workspace.thresholds))
    (edition,) = done(whole, keep(whole, workspace, Order(audience=then), NOW)).editions[len(whole.editions) :]
    before = told_to(*reprint(edition)[:2], audience)[0]
    unchanged = difference(before, told_to(whole, workspace, audience)[0]) == ()
    assert unchanged == editions.comparable(edition, audience)
    assert not editions.comparable(dataclasses.replace(edition, snapshot=None), audience)


def test_an_edition_of_which_nothing_is_kept_says_so():
    with pytest.raises(Trouble, match="edition 4"):
        reprint(Edition(number=4))
    with pytest.raises(Trouble, match="can't be read"):
        reprint(Edition(number=4, snapshot=b"?"))


def test_editions_without_a_moment_stand_last():
    client = dataclasses.replace(CLIENT, editions=(Edition(number=1), Edition(number=2, at=NOW)))
    assert [it.number for it in newest_first(client)] == [2, 1]


@pytest.mark.parametrize("audience", list(Audience))
def test_who_is_erased_for_good_goes_out_of_all_editions_and_can_be_brought_back(audience: Audience):
    whole = client_of()
    action = dataclasses.replace(whole.actions[0], person=whole.contacts[0].name)
    whole = dataclasses.replace(whole, actions=(action, whole.actions[1]), editions=())
    workspace, person = workspace_of(), whole.contacts[0]
    held = done(whole, keep(whole, workspace, Order(audience=audience), NOW, floors=True))
    step = people.erase(held, person)
    after = done(held, step)
    then, shared, _ = reprint(after.editions[0])
    assert person.key not in repr(then)
    assert [it.key for it in then.contacts] == [it.key for it in whole.contacts[1:]][: len(then.contacts)]
    assert told_to(then, shared, audience, floors=True) == (then, shared)
    back = undone(after, step)
    assert difference(back, held) == ()
    assert back.editions == held.editions


def test_an_edition_without_the_person_and_one_that_cannot_be_read():
    held = kept(dataclasses.replace(CLIENT, contacts=()))
    broken = Edition(key="b", owner="hx", number=2, snapshot=b"?")
    client = dataclasses.replace(held, contacts=(WANG,), editions=(*held.editions, broken))
    after = done(client, people.erase(client, WANG))
    assert after.editions == (held.editions[0], dataclasses.replace(broken, snapshot=None))


def test_an_edition_outlives_a_restart_and_can_be_taken_back(tmp_path):
    prepared.empty(tmp_path)
    store = Store.open(tmp_path)
    desk = Desk(store)
    step = keep(CLIENT, desk.workspace(), Order(chapters=("summary",)), NOW, "周总监")
    desk.do(step.said, add(CLIENT.company), add(WANG), *step.edits)
    store.close()
    store = Store.open(tmp_path)
    desk = Desk(store)
    (edition,) = desk.client("hx").editions
    assert reprint(edition)[0].contacts == (WANG,)
    desk.undo()
    assert not [it for it in desk.store.companies() if it.key == "hx"]
    store.close()
