"""Steps on the people of a client: rings, namesakes, who left, who is erased, the heat map; each can be taken back."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Attitude, Contact, RelationLevel, Tie, TieKind
from kamdesk.client.plan_records import Action
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.client.weigh_records import Evidence, WeighIn
from kamdesk.client.weighing import latest
from kamdesk.desk import people
from kamdesk.words import words_for
from tests.records import client_of
from tests.stepped import done, undone

TODAY = date(2026, 11, 23)
WORDS = words_for("en")
WANG = Contact(key="wang", owner="c", name="Wang", department="Board", influence=5)
CHEN = Contact(key="chen", owner="c", name="Chen", reports_to="wang", influence=3, attitude=Attitude.NEUTRAL)
LI = Contact(key="li", owner="c", name="Li")
PLAIN = Client(company=Company(key="c", owner="c", name="Huaxing"), contacts=(WANG, CHEN, LI))
WORK = Workspace(profile=Profile(key="workspace", owner="workspace"))


def same(one: Client, other: Client) -> bool:
    return {item.key: item for item in one.records} == {item.key: item for item in other.records}


def test_a_ring_is_told_by_its_names_with_the_word_that_nothing_was_changed() -> None:
    problem = people.boss_problem(PLAIN, [WANG], CHEN)
    assert problem is not None
    assert problem.tell(WORDS) == "Wang reports to Chen, who reports to Wang. Nothing was changed."
    assert people.boss_problem(PLAIN, [CHEN, LI], WANG) is None
    with pytest.raises(ValueError, match="ring"):
        people.set_boss(PLAIN, [WANG], CHEN)


def test_several_report_to_one_boss_and_join_the_department_when_they_have_none() -> None:
    step = people.set_boss(PLAIN, [CHEN, LI], WANG)
    after = done(PLAIN, step)
    assert [(item.reports_to, item.department) for item in after.contacts[1:]] == [("wang", "Board")] * 2
    assert step.said.tell(WORDS) == "Chen and 1 more report to Wang"
    assert same(undone(after, step), PLAIN)
    assert done(PLAIN, people.set_boss(PLAIN, [CHEN], None)).contacts[1].reports_to is None


def test_a_line_needs_two_people_and_is_drawn_once() -> None:
    step = people.draw_tie(PLAIN, CHEN, WANG, TieKind.CONFLICT, TODAY)
    drawn = done(PLAIN, step)
    assert people.tie_problem(PLAIN, WANG, WANG, TieKind.TRUST)
    assert people.tie_problem(drawn, WANG, CHEN, TieKind.CONFLICT)  # a conflict has no direction
    assert people.tie_problem(drawn, WANG, CHEN, TieKind.CONFLICT, drawn.ties[0]) is None
    assert people.tie_problem(drawn, WANG, CHEN, TieKind.TRUST) is None
    assert same(done(drawn, people.remove_tie(drawn, drawn.ties[0])), PLAIN)


def test_a_new_person_stands_below_the_boss_and_a_namesake_is_told() -> None:
    after = done(PLAIN, people.add_person(PLAIN, "  Wang ", CHEN))
    made = after.contacts[-1]
    assert (made.name, made.reports_to, made.placeholder) == ("Wang", "chen", False)
    other = people.same_name(PLAIN, "Ｗang")
    assert other == WANG
    assert people.same_name_said(WANG).tell(WORDS) == "There is another Wang: Board."
    assert people.same_name(PLAIN, "Wang", WANG) is None
    assert people.same_name(PLAIN, " ") is None
    gone = dataclasses.replace(PLAIN, contacts=(dataclasses.replace(WANG, left=TODAY), made))
    assert people.same_name(gone, "wang") == made
    post = people.add_person(PLAIN, "Head of finance", WANG, placeholder=True)
    assert done(PLAIN, post).contacts[-1].placeholder


def test_who_leaves_stays_on_record_and_may_come_back() -> None:
    step = people.leave(PLAIN, WANG, TODAY)
    after = done(PLAIN, step)
    assert after.contacts[0].gone(TODAY)
    assert same(done(after, people.come_back(after, after.contacts[0])), PLAIN)


def test_del_removes_nobody_who_has_a_history() -> None:
    held = dataclasses.replace(PLAIN, weighins=(WeighIn(key="w", owner="c", contact="wang", day=TODAY),))
    assert people.has_history(held, WANG)
    assert not people.has_history(held, CHEN)
    step = people.take_away(held, [WANG, LI], TODAY)
    after = done(held, step)
    assert [(item.key, item.left) for item in after.contacts] == [("wang", TODAY), ("chen", None)]
    assert len(after.weighins) == 1
    assert same(undone(after, step), held)


def test_del_of_a_boss_and_the_subordinate_lets_no_link_lead_to_nothing() -> None:
    after = done(PLAIN, people.take_away(PLAIN, [WANG, CHEN], TODAY))
    assert [item.key for item in after.contacts] == ["li"]
    kept = dataclasses.replace(PLAIN, evidence=(Evidence(key="e", owner="c", contact="chen", day=TODAY, text="x"),))
    after = done(kept, people.take_away(kept, [WANG, CHEN], TODAY))
    assert [(item.key, item.reports_to, item.left) for item in after.contacts] == [
        ("chen", None, TODAY),
        ("li", None, None),
    ]


@pytest.mark.parametrize("section", ["weighins", "evidence", "attendees", "actions", "ties", "bonds", "targets"])
def test_every_record_that_hangs_on_a_person_is_a_history(section: str) -> None:
    full = client_of()
    assert people.has_history(full, full.contacts[0])
    only = dataclasses.replace(PLAIN, contacts=full.contacts, **{section: getattr(full, section)})
    assert people.has_history(only, full.contacts[0])


def test_erasing_leaves_nothing_of_the_person_and_can_be_taken_back() -> None:
    full = client_of()
    gone = full.contacts[0]
    step = people.erase(full, gone)
    after = done(full, step)
    assert not any(gone.key in repr(item) for item in after.records)
    assert not after.weighins
    assert not after.attendees
    assert not after.actions
    assert after.visits  # the visits themselves stay
    assert same(undone(after, step), full)


def test_erasing_keeps_what_belongs_to_others() -> None:
    visit = Visit(key="v", owner="c", objective="Talk")
    seats = (
        Attendee(key="a1", owner="c", visit="v", contact="wang"),
        Attendee(key="a2", owner="c", visit="v", contact="chen"),
    )
    action = Action(key="x", owner="c", text="Call", contact="chen")
    held = dataclasses.replace(PLAIN, visits=(visit,), attendees=seats, actions=(action,))
    after = done(held, people.erase(held, WANG))
    assert [item.key for item in after.attendees] == ["a2"]
    assert after.actions == (action,)
    assert after.contacts[0].reports_to is None


def test_moving_somebody_on_the_heat_map_leaves_a_remark_in_the_weighin_of_the_day() -> None:
    old = WeighIn(
        key="w", owner="c", contact="chen", day=date(2026, 10, 1), project=4, project_weight=10, project_counted=4
    )
    held = dataclasses.replace(PLAIN, weighins=(old,))
    step = people.rate(held, WORK, CHEN, Attitude.SUPPORTER, 4, TODAY, WORDS)
    after = done(held, step)
    chen = after.contacts[1]
    assert (chen.attitude, chen.influence) == (Attitude.SUPPORTER, 4)
    now = latest(after.weighins, "chen")
    assert now is not None
    assert (now.day, now.project) == (TODAY, 4)
    assert now.remark == "Attitude: Neutral → Supporter; Influence: 3 → 4"
    assert old in after.weighins
    assert same(undone(after, step), held)
    again = done(after, people.rate(after, WORK, chen, None, 4, TODAY, WORDS))
    amended = latest(again.weighins, "chen")
    assert amended is not None
    assert len(again.weighins) == 2
    assert amended.remark.endswith("; Attitude: Supporter → unknown")


def test_moving_nobody_anywhere_is_no_step_and_a_post_is_never_weighed() -> None:
    assert not people.rate(PLAIN, WORK, CHEN, Attitude.NEUTRAL, 3, TODAY, WORDS).edits
    post = dataclasses.replace(LI, placeholder=True)
    held = dataclasses.replace(PLAIN, contacts=(post,))
    assert not done(held, people.rate(held, WORK, post, None, 5, TODAY, WORDS)).weighins
    assert done(PLAIN, people.rate(PLAIN, WORK, LI, None, 5, TODAY, WORDS)).weighins[0].remark == (
        "Influence: unknown → 5"
    )


def test_who_of_us_knows_whom_is_written_once_for_each_pair() -> None:
    us = Colleague(key="sun", owner="workspace", name="Sun")
    first = done(PLAIN, people.know(PLAIN, WANG, us, RelationLevel.CREDIBLE, None, TODAY))
    second = done(first, people.know(first, WANG, us, RelationLevel.SOLVER, RelationLevel.ADVISOR, TODAY))
    assert [(bond.now, bond.wanted) for bond in second.bonds] == [(RelationLevel.SOLVER, RelationLevel.ADVISOR)]


def test_the_line_itself_is_a_record_of_its_own() -> None:
    step = people.draw_tie(PLAIN, CHEN, WANG, TieKind.TRUST, TODAY, 3)
    assert isinstance(step.edits[0].after, Tie)
