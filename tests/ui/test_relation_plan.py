"""The relationship plan on a real desk, by its keys: actions taken on, changed, ticked, removed, brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kamdesk.client.edit import add
from kamdesk.client.plan_records import Action
from kamdesk.client.weigh_records import Dimension, WeighIn
from kamdesk.ui.pages.relation.plan import PlanFace
from kamdesk.ui.pages.relation.plan_rows import RowKind
from kamdesk.ui.pages.weighin.place import WeighInPage
from kamdesk.ui.parts.sum_card import SumCard
from kamdesk.words import said
from tests.ui import relation_story, story
from tests.ui.held import TODAY, Held

DOWN, ENTER, SPACE, DELETE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete
PROJECT, ACTIVITY, DONE = "gap:wang:project", "gap:wang:activity", "action:a1"


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The place, turned to the plan, the keyboard in the list."""
    made = Held(tmp_path / "data", relation_story.whole(), WeighInPage)
    turn(made)
    QTest.qWaitForWindowActive(made.page)
    plan(made).list.setFocus()
    yield made
    made.close()


def turn(held: Held) -> None:
    """Turn the place to the plan."""
    assert isinstance(held.page, WeighInPage)
    held.page.turn_to("plan")


def plan(held: Held) -> PlanFace:
    """The face."""
    page = held.page
    assert isinstance(page, WeighInPage)
    assert page.faces is not None
    return page.faces.plan


def kinds(held: Held) -> list[RowKind]:
    """What the rows are."""
    return [row.kind for row in plan(held).list.model_of_rows.rows]


def actions(held: Held) -> dict[str, Action]:
    """The actions of the client by their words."""
    return {action.text: action for action in held.client.actions}


def test_a_gap_shows_its_action_or_what_could_be_done(held: Held) -> None:
    assert kinds(held) == [
        RowKind.GAP,
        RowKind.PROPOSAL,
        RowKind.PROPOSAL,
        RowKind.GAP,
        RowKind.ACTION,
        RowKind.PERSON,
    ]
    assert plan(held).list.current_key() == ACTIVITY
    assert plan(held).list.selectedIndexes()
    assert plan(held).title._count.text() == "2 gaps"


def test_enter_takes_a_proposal_on_with_order_dimension_and_proof(held: Held) -> None:
    plan(held).list.choose(ACTIVITY)
    held.press(DOWN, ENTER)
    made = actions(held)["Invite to an event that fits the personal agenda"]
    assert (made.contact, made.dimension, made.opportunity) == ("wang", Dimension.ACTIVITY, relation_story.ORDER)
    assert made.proof == "Comes in person when convenient"
    assert plan(held).list.current_key() == f"action:{made.key}"
    assert RowKind.PROPOSAL not in kinds(held)


def test_a_types_an_action_for_the_chosen_gap(held: Held) -> None:
    plan(held).list.choose(ACTIVITY)
    held.press("a")
    assert isinstance(held.focus, QLineEdit)
    held.type_text("请他参观工厂")
    held.press(ENTER)
    made = actions(held)["请他参观工厂"]
    assert (made.contact, made.dimension) == ("wang", Dimension.ACTIVITY)
    assert held.focus is plan(held).list


def test_space_ticks_an_action_and_takes_the_tick_back(held: Held) -> None:
    plan(held).list.choose(DONE)
    held.press(SPACE)
    assert actions(held)["Give a usable business case"].done == TODAY
    assert plan(held).list.current_key() == DONE
    held.press(SPACE)
    assert actions(held)["Give a usable business case"].done is None


def test_delete_removes_an_action_and_undo_brings_it_back(held: Held) -> None:
    plan(held).list.choose(DONE)
    held.press(DELETE)
    assert not held.client.actions
    held.desk.undo()
    held.show()
    assert DONE in {row.key for row in plan(held).list.model_of_rows.rows}


def test_delete_on_a_gap_wants_nothing_there_any_more(held: Held) -> None:
    plan(held).list.choose(ACTIVITY)
    held.press(DELETE)
    (target,) = held.client.targets
    assert (target.activity, target.project) == (None, 4)


def test_enter_on_an_action_edits_it_in_place(held: Held) -> None:
    plan(held).list.choose(DONE)
    held.press(ENTER)
    field = held.focus
    assert isinstance(field, QLineEdit)
    field.selectAll()
    held.type_text("带可用的商业论证")
    held.press(ENTER)
    assert "带可用的商业论证" in actions(held)
    held.press(Qt.Key.Key_Escape)
    assert plan(held).card.isHidden()
    assert held.focus is plan(held).list


def test_enter_on_a_gap_changes_the_target(held: Held) -> None:
    plan(held).list.choose(ACTIVITY)
    held.press(ENTER)
    held.press("4")
    (target,) = held.client.targets
    assert target.activity == 4
    assert target.opportunity == relation_story.ORDER


def test_f2_shows_the_sum_of_the_priority(held: Held) -> None:
    plan(held).list.choose(PROJECT)
    held.press(Qt.Key.Key_F2)
    card = next(card for card in held.page.window().findChildren(SumCard) if card.isVisible())
    assert card.table.answer == "0.1667 × 1 × 4 = 0.67"
    held.press(Qt.Key.Key_Escape)
    assert held.focus is plan(held).list


def test_a_target_is_suggested_for_a_key_person_without_one(held: Held) -> None:
    better = WeighIn(owner=story.CLIENT, contact="he", rival="kerui", day=TODAY, **relation_story.FIVES)
    held.desk.do(said("The rival gains"), add(better))
    plan(held).list.choose("person:he")
    held.press(ENTER)
    assert {target.contact for target in held.client.targets} == {"wang", "he"}
    assert RowKind.PERSON not in kinds(held)


def test_nothing_is_wanted_of_a_key_person_with_whom_we_lead_enough(held: Held) -> None:
    plan(held).list.choose("person:he")
    assert plan(held).suggest.isHidden()
    held.press(ENTER)
    assert {target.contact for target in held.client.targets} == {"wang"}
    assert (held.went[-1].place, held.went[-1].item) == ("weighin", "he")


def test_w_goes_to_the_weigh_in_of_the_person(held: Held) -> None:
    plan(held).list.choose(PROJECT)
    held.press("w")
    assert (held.went[-1].place, held.went[-1].item) == ("weighin", "wang")


def test_the_checklist_leads_to_what_is_to_be_mended(held: Held) -> None:
    checks = [line for line in plan(held).side._goto if "Each gap has an action" in line.text()]
    checks[0].setFocus()
    held.press(ENTER)
    assert (held.went[-1].place, held.went[-1].item) == ("weighin", "wang")


def test_without_targets_and_key_people_it_says_what_a_target_is(qapp: QApplication, tmp_path: Path) -> None:
    made = Held(tmp_path / "data", [*story.rivals(), story.company()], WeighInPage)
    turn(made)
    assert plan(made).empty.isVisible()
    plan(made).empty.buttons["weigh"].click()
    assert made.went[-1].place == "weighin"
    made.close()


def test_in_a_very_narrow_face_the_side_stands_below_the_list(held: Held) -> None:
    face = plan(held)
    for width, below in ((1100, False), (600, True), (1100, False)):
        face.resize(width, 700)
        QApplication.processEvents()
        face.layout().activate()
        assert (face._frame.geometry().top() > face.list.geometry().bottom()) is below
        assert face.list.width() >= (560 if below else 700)
