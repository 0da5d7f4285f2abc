"""The steps of the comparison that reach over cells and clients: filling down, ranking, former rivals, contests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kamdesk.client.client import WORKSPACE
from kamdesk.client.contest_records import Backer, Contest, RivalFact, RivalTopic, Stake
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.weigh_records import Confidence
from kamdesk.desk import contests as held
from kamdesk.desk import rivals as steps
from kamdesk.words import words_for
from tests.client.worked import BRANDT, DAY, KERUI, SHARED, worked
from tests.stepped import done

EN = words_for("en")
WANG = Contact(key="wang", owner="hx", name="Wang", influence=5)
TODAY = date(2026, 3, 20)


def cell(client, factor, rival="kerui"):
    return steps.standing_of(client, factor, rival)


def test_a_weight_and_a_wish_are_filled_down():
    client = worked()
    factors = (replace(client.factors[0], wants="99%"), *client.factors[1:])
    client = replace(client, factors=factors)
    after = done(client, steps.fill_down(client, ["Quality", "Price", "Brand"], "importance", TODAY))
    assert [float(item.importance) for item in steps.in_order(after)] == [30, 30, 20, 15, 30]
    after = done(client, steps.fill_down(client, ["Quality", "Price"], "wants", TODAY))
    assert [item.wants for item in steps.in_order(after)] == ["99%", "99%", "", "", ""]


def test_our_cell_is_filled_down_with_what_it_rests_on():
    client = worked()
    first = replace(client.factors[0], value="x", source="test 4", day=None, confidence=Confidence.LOW, tellable=True)
    client = replace(client, factors=(first, *client.factors[1:]))
    step = steps.fill_down(client, ["Quality", "Price"], "us", TODAY)
    price = next(item for item in done(client, step).factors if item.key == "Price")
    assert (price.value, price.score, price.source, price.day) == ("x", 4, "test 4", TODAY)
    assert (price.confidence, price.tellable, price.name) == (Confidence.LOW, True, "Price")


def test_a_rivals_cell_is_filled_down_into_cells_that_do_not_exist_yet():
    client = worked()
    client = replace(client, standings=client.standings[:1])
    step = steps.fill_down(client, ["Quality", "Price", "Brand"], "kerui", TODAY)
    after = done(client, step)
    assert [cell(after, need).score for need in ("Quality", "Price", "Brand")] == [3, 3, 3]
    assert cell(after, "Service") is None
    assert steps.fill_down(client, ["Price", "Brand"], "brandt", TODAY).edits == ()


def test_filling_one_cell_or_the_same_again_changes_nothing():
    client = worked()
    assert steps.fill_down(client, ["Price"], "us", TODAY).edits == ()
    assert steps.fill_down(client, ["Price", "gone"], "us", TODAY).edits == ()
    after = done(client, steps.fill_down(client, ["Price", "Brand"], "kerui", TODAY))
    assert steps.fill_down(after, ["Price", "Brand"], "kerui", TODAY).edits == ()
    emptied = done(after, steps.fill_down(replace(after, standings=()), ["Price", "Brand"], "kerui", TODAY))
    assert cell(emptied, "Brand") == cell(after, "Brand")


def test_a_rival_that_is_used_becomes_a_former_one_and_comes_back():
    step = steps.remove_rival(SHARED, [worked()], KERUI, TODAY)
    former = replace(KERUI, former=TODAY)
    assert [(edit.before, edit.after) for edit in step.edits] == [(KERUI, former)]
    assert step.said.tell(EN) == "Kerui is a former rival"
    assert steps.bring_back(former).edits[0].after == KERUI


def test_a_rival_that_nobody_uses_is_removed_with_its_facts():
    fact = RivalFact(key="f", owner=WORKSPACE, rival="brandt", text="slow")
    shared = replace(SHARED, rival_facts=(fact,))
    step = steps.remove_rival(shared, [worked()], BRANDT, TODAY)
    assert [(edit.record.key, edit.after) for edit in step.edits] == [("f", None), ("brandt", None)]


@pytest.mark.parametrize(
    ("section", "record"),
    [
        ("contests", Contest(key="c", owner="hx", rival="brandt")),
        ("backers", Backer(key="b", owner="hx", rival="brandt", contact="wang")),
        ("standings", Standing(key="s", owner="hx", rival="brandt", factor="Price")),
    ],
)
def test_whatever_names_a_rival_uses_it(section, record):
    step = steps.remove_rival(SHARED, [worked(**{section: (record,)})], BRANDT, TODAY)
    assert [edit.after for edit in step.edits] == [replace(BRANDT, former=TODAY)]


def test_a_contest_is_made_with_its_first_field_and_changed_after():
    client = worked()
    after = done(client, held.set_contest(client, KERUI, {"supplies": "line 1"}))
    assert [(item.rival, item.supplies, item.owner) for item in after.contests] == [("kerui", "line 1", "hx")]
    again = done(after, held.set_contest(after, KERUI, {"share": Decimal(20)}))
    assert [(item.supplies, item.share) for item in again.contests] == [("line 1", Decimal(20))]
    assert held.set_contest(again, KERUI, {"share": Decimal(20)}).edits == ()


def test_who_supports_a_rival_is_written_down_changed_and_taken_back():
    client = worked()
    step = held.back(client, KERUI, WANG, {"note": "dines with them"})
    assert step.said.tell(EN) == "Wang supports Kerui"
    after = done(client, step)
    again = done(after, held.back(after, KERUI, WANG, {"note": "golf"}))
    assert [item.note for item in again.backers] == ["golf"]
    assert done(again, held.unback(again.backers[0])).backers == ()


def test_who_cares_for_a_need_is_written_down_once():
    client = worked()
    price = client.factors[1]
    after = done(client, held.set_stake(client, price, WANG, {}))
    assert [(item.factor, item.contact, item.importance) for item in after.stakes] == [("Price", "wang", None)]
    assert held.set_stake(after, price, WANG, {}).edits == ()
    more = done(after, held.set_stake(after, price, WANG, {"importance": Decimal(60)}))
    assert [item.importance for item in more.stakes] == [Decimal(60)]
    assert done(more, held.unset_stake(more, price, WANG)).stakes == ()
    assert held.unset_stake(client, price, WANG).edits == ()


def test_facts_about_a_rival_are_of_the_workspace():
    step = held.add_fact(KERUI, {"topic": RivalTopic.WEAKNESS, "text": "slow", "day": DAY})
    fact = step.edits[0].after
    assert (fact.owner, fact.rival, fact.text) == (WORKSPACE, "kerui", "slow")
    assert held.remove_fact(fact).edits[0].after is None


def test_an_undated_note_becomes_a_fact_that_can_carry_source_and_day():
    noted = replace(KERUI, weaknesses="slow\n\nalways late")
    step = held.make_fact(noted, "weaknesses")
    fact, emptied = (edit.after for edit in step.edits)
    assert (fact.topic, fact.text, fact.day) == (RivalTopic.WEAKNESS, "slow always late", None)
    assert emptied == KERUI
    assert held.make_fact(KERUI, "products").edits == ()


def test_removing_a_need_takes_everything_compared_on_it():
    client = worked(stakes=(Stake(key="st", owner="hx", factor="Price", contact="wang"),))
    price = next(item for item in client.factors if item.key == "Price")
    after = done(client, steps.remove_need(client, price))
    assert after.stakes == ()
    assert cell(after, "Price") is None
    assert isinstance(after.factors[0], Factor)
