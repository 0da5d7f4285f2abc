"""Filing notes of a visit: one step each, in the place where they belong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.prefill import prefill
from kamdesk.client.promises import is_promise, ledger
from kamdesk.client.rival_records import Factor, Rival
from kamdesk.client.visit_records import Attendee, PointKind, TalkPoint, Visit
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import Dimension, WeighIn
from kamdesk.desk import filing
from kamdesk.words import words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = local_day(NOON) + timedelta(1)
EN = words_for("en")
VISIT = Visit(key="v", owner="hx", at=NOON, objective="Agree")
WANG, CHEN = Contact(key="wang", owner="hx", name="王璐"), Contact(key="chen", owner="hx", name="Chen Ming")
SHARED = Workspace(profile=Profile(key=WORKSPACE, name="林嘉"), rivals=(Rival(key="kerui", name="科瑞"),))
CLIENT = Client(
    company=Company(key="hx", owner="hx", name="华星"),
    contacts=(WANG, CHEN),
    visits=(VISIT,),
    attendees=(Attendee(visit="v", contact="wang"),),
    factors=(Factor(key="price", name="Price"),),
)


def after(step, client=CLIENT):
    """The client once a step is done."""
    held = {(type(record), record.key): record for record in client.records}
    for edit in step.edits:
        if edit.after is None:
            held.pop((type(edit.record), edit.record.key))
        else:
            held[type(edit.record), edit.record.key] = edit.after
    return Client.of(held.values())


@pytest.mark.parametrize(
    ("text", "line"),
    [("- [ ] x", "[ ] x"), ("  • send it\n", "send it"), ("a\n\n- b", "a b"), ("☐ tick", "tick"), ("", "")],
)
def test_a_selection_becomes_one_line(text, line):
    assert filing.one_line(text) == line


def test_an_action_is_ours_and_no_promise():
    action, step = filing.file_action(CLIENT, SHARED, VISIT, "- call 王璐 about samples +3", TODAY)
    assert (action.text, action.side, action.person) == ("call 王璐 about samples", Side.OURS, "林嘉")
    assert (action.due, action.contact, action.visit) == (TODAY + timedelta(3), "wang", "v")
    assert not is_promise(action)
    assert step.said.tell(EN) == "Action: call 王璐 about samples"


@pytest.mark.parametrize(
    ("text", "side", "who", "contact"),
    [
        ("send 50 samples @王璐 12-04", Side.THEIRS, "王璐", "wang"),
        ("send the drawings @chen 12-04", Side.THEIRS, "chen", "chen"),
        ("write the report @郑宁 12-04", Side.OURS, "郑宁", None),
        ("write 王璐 the report 12-04", Side.OURS, "林嘉", "wang"),
    ],
)
def test_a_promise_is_of_the_side_whose_name_it_bears(text, side, who, contact):
    action, _ = filing.file_promise(CLIENT, SHARED, VISIT, text, TODAY)
    assert (action.side, action.said_by, action.contact) == (side, who, contact)
    assert (action.said_on, action.due) == (local_day(NOON), action.due)
    assert (action.due.month, action.due.day) == (12, 4)
    assert is_promise(action)


def test_the_side_may_be_said():
    action, step = filing.file_promise(CLIENT, SHARED, VISIT, "send samples", TODAY, Side.THEIRS)
    assert (action.side, action.person) == (Side.THEIRS, "")
    assert step.said.tell(EN) == "They promised: send samples"


def test_a_fact_proves_a_level_at_once():
    weighed = WeighIn(owner="hx", contact="wang", day=TODAY - timedelta(9), project=4, project_weight=1)
    client = Client.of([*CLIENT.records, weighed])
    fact = filing.evidence_of(VISIT, WANG, Dimension.PROJECT, "Spoke up\nfor us", TODAY, EN)
    assert (fact.text, fact.visit, fact.day) == ("Spoke up for us", "v", local_day(NOON))
    done = after(filing.file_evidence(client, SHARED, fact, TODAY), client)
    assert done.evidence == (fact,)
    assert done.weighins[-1].kept(Dimension.PROJECT) == 4


def test_the_level_that_facts_suggest_counts_the_new_one_too():
    fact = filing.evidence_of(VISIT, WANG, Dimension.INFORMATION, "Told us the date", TODAY, EN)
    assert filing.suggested_level(CLIENT, fact, TODAY) == 2
    judged = filing.evidence_of(VISIT, WANG, Dimension.GUIDANCE, "x", TODAY, EN)
    assert filing.suggested_level(CLIENT, judged, TODAY) is None


def test_what_was_learned_of_a_rival_or_a_need_is_kept_with_its_source():
    intel, step = filing.file_intel(CLIENT, VISIT, "Offers 402", TODAY, SHARED.rivals[0], "Wang")
    assert (intel.rival, intel.factor, intel.source, intel.visit) == ("kerui", None, "Wang", "v")
    assert step.said.tell(EN) == "Fact about 科瑞: Offers 402"
    about, _ = filing.file_intel(CLIENT, VISIT, "Counts three years", TODAY, CLIENT.factors[0])
    assert (about.rival, about.factor) == (None, "price")


def test_an_unknown_is_answered_where_it_was_asked():
    point = TalkPoint(owner="hx", visit="v", kind=PointKind.LEARN, text="Who signs?")
    client = Client.of([*CLIENT.records, point])
    done = after(filing.answer(client, VISIT, point, "He Rui", EN), client).points[0]
    assert (done.answer, done.done) == ("He Rui", True)


def test_an_unknown_nobody_wrote_down_is_kept_with_its_answer():
    ask = prefill(CLIENT, SHARED, VISIT, TODAY).asks[0]
    made = after(filing.answer(CLIENT, VISIT, ask, "He Rui", EN)).points[0]
    assert (made.text, made.answer, made.kind, made.done) == (ask.question.tell(EN), "He Rui", PointKind.LEARN, True)


def test_what_was_filed_is_found_again_and_the_next_visit_knows_it():
    client = CLIENT
    for step in (
        filing.file_promise(client, SHARED, VISIT, "send samples @王璐 12-04", TODAY)[1],
        filing.file_intel(client, VISIT, "Offers 402", TODAY, SHARED.rivals[0])[1],
        filing.file_evidence(
            client, SHARED, filing.evidence_of(VISIT, WANG, Dimension.PROJECT, "“By May”", TODAY, EN), TODAY
        ),
    ):
        client = after(step, client)
    assert len(filing.filed_from(client, VISIT)) == 3
    later = Visit(key="next", owner="hx", at=NOON + timedelta(days=9))
    client = Client.of([*client.records, later, Attendee(owner="hx", visit="next", contact="wang")])
    found = prefill(client, SHARED, later, TODAY)
    assert [entry.action.text for entry in found.promises.theirs_open] == ["send samples"]
    assert found.guests[0].word.text == "“By May”"
    assert [move.text.tell(EN) for move in found.moves] == ["Offers 402"]


def test_a_visit_ahead_files_under_today():
    ahead = Visit(key="ahead", owner="hx", at=NOON + timedelta(days=9))
    assert filing.day_of(ahead, TODAY) == TODAY
    assert filing.day_of(Visit(), TODAY) == TODAY
    assert ledger(CLIENT, TODAY).ours == ()
    assert isinstance(filing.file_action(CLIENT, SHARED, ahead, "x", TODAY)[0], Action)


def test_a_name_typed_in_pinyin_means_the_person():
    action, _ = filing.file_promise(CLIENT, SHARED, VISIT, "样件 @wanglu 12-04", TODAY)
    assert (action.side, action.person, action.contact) == (Side.THEIRS, "王璐", "wang")
