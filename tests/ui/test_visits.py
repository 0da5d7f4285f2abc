"""Preparing a visit, by keys and mouse over a real store: checklist, talk, ladder, people, what to carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company
from kamdesk.client.edit import change
from kamdesk.client.visit_records import (
    PointKind,
    Step,
)
from kamdesk.client.visiting import readiness
from kamdesk.ui.pages.visit.place import VisitsPage
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.visit_story import at, checks, page, press, story, visit


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The visits place of the story."""
    held = Held(tmp_path / "data", story(), VisitsPage)
    yield held
    held.close()


@pytest.fixture
def bare(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The visits place of a client without anything, in a workspace without checklists."""
    held = Held(tmp_path / "data", [Company(key="hx", owner="hx", name="Neu")], VisitsPage)
    yield held
    held.close()


def test_the_next_visit_is_shown_first(held: Held) -> None:
    assert visit(held).key == "next"
    assert page(held).view.body.head.fields["objective"].shown.text() == "谈定试点"
    assert page(held).view.body.head.fields["at"].shown.text() == "Tomorrow 14:00"
    assert page(held).remark().startswith("V-")


def test_a_new_visit_gets_day_checklist_and_people_in_one_step(held: Held) -> None:
    page(held).setFocus()
    press(held, Qt.Key.Key_N)
    held.press(Qt.Key.Key_Escape)
    made = visit(held)
    assert made.at == at(1, 10)
    assert [item.text for item in checks(held, made.key)] == ["Objective", "Who attends"]
    assert {item.colleague or item.contact for item in held.client.attendees if item.visit == made.key} == {
        "wang",
        "lin",
    }
    assert held.done[-1] == "New visit 24 Nov 2026 10:00"
    held.desk.undo()
    assert {item.key for item in held.client.visits} == {"past", "next"}
    assert {item.visit for item in held.client.checks} == {"next"}


def test_a_new_visit_asks_at_once_what_it_is_for(held: Held) -> None:
    page(held).add_visit()
    held.type_text("签协议")
    held.press(Qt.Key.Key_Return)
    assert visit(held).objective == "签协议"


def test_without_any_checklist_the_first_visit_brings_the_default_one(bare: Held) -> None:
    assert page(bare)._empty.isVisible()
    page(bare)._empty.buttons["new"].click()
    made = visit(bare)
    found = checks(bare, made.key)
    assert len(found) == 35
    assert found[0].text.startswith("Phone probe")
    assert len(bare.desk.workspace().templates) == 1


def test_a_friday_is_followed_by_a_monday(held: Held) -> None:
    held.clock.day = TODAY + timedelta(4)
    held.show()
    page(held).add_visit()
    assert visit(held).at == at(7, 10)


def test_space_ticks_a_line_and_says_so(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    assert held.focus is page(held).view.body.checks.checks.rows
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert held.done == ["Tick 报价更新"]
    assert [item.done for item in checks(held, "next")] == [False, True]
    assert page(held).view.body.checks.checks.rows.current_key() == "c2"


def test_it_is_ready_only_with_every_must_have(held: Held) -> None:
    head = page(held).view.body.head
    assert head._chip_said[0] == "1 must-have open"
    press(held, Qt.Key.Key_1)
    held.press(Qt.Key.Key_Space)
    assert readiness(visit(held), held.client.checks).ready
    assert head._chip_said[0] == "Ready to go"
    held.press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert head._chip_said[0] == "1 must-have open"


def test_a_line_is_added_by_typing_and_a_star_makes_it_a_must(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    held.press(Qt.Key.Key_A)
    held.type_text("★样件到位")
    held.press(Qt.Key.Key_Return)
    held.type_text("名片")
    held.press(Qt.Key.Key_Return)
    assert [(item.text, item.must) for item in checks(held, "next")][2:] == [("样件到位", True), ("名片", False)]


def test_enter_opens_a_line_where_it_stands_and_esc_gives_the_keyboard_back(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    held.press(Qt.Key.Key_Return)
    held.type_text("待周总监")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert checks(held, "next")[0].remark == "待周总监"
    assert held.focus is page(held).view.body.checks.checks.rows
    assert not page(held).view.body.card.isVisible()


def test_delete_takes_a_line_away_and_undo_brings_it_back(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    held.press(Qt.Key.Key_Delete)
    assert [item.key for item in checks(held, "next")] == ["c2"]
    held.desk.undo()
    assert [item.key for item in checks(held, "next")] == ["c1", "c2"]


def test_arrows_walk_through_the_columns(held: Held) -> None:
    body = page(held).view.body
    press(held, Qt.Key.Key_1)
    held.press(Qt.Key.Key_Right)
    assert held.focus is body.talk.block(PointKind.QUESTION).rows
    held.press(Qt.Key.Key_Right)
    assert held.focus is body.ladder.ladder.rows
    held.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert held.focus is body.checks.checks.rows
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert held.focus is body.checks.checks.adding.opener


def test_a_question_gets_its_answer_through_an_input_method(held: Held) -> None:
    press(held, Qt.Key.Key_2)
    held.press(Qt.Key.Key_Return)
    held.type_text("三周，排产表为证")
    held.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    held.press(Qt.Key.Key_Escape)
    assert held.client.points[0].answer == "三周，排产表为证"


def test_the_ladder_goes_down_and_has_one_floor(held: Held) -> None:
    press(held, Qt.Key.Key_3)
    held.press(Qt.Key.Key_A)
    held.type_text("95")
    held.press(Qt.Key.Key_Return)
    held.type_text("92")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    rows = page(held).view.body.ladder.ladder.rows
    rows.setFocus()
    assert [row.depth for row in rows.model_of_rows.rows] == [0, 1, 2]
    rows.choose(rows.model_of_rows.rows[1].key)
    held.press(Qt.Key.Key_F)
    rows.choose(rows.model_of_rows.rows[1].key)
    held.press(Qt.Key.Key_F)
    steps = [(item.offer, item.step) for item in held.client.concessions]
    assert steps == [("98", Step.OPEN), ("95", Step.NEXT), ("92", Step.FLOOR)]
    assert rows.model_of_rows.rows[2].rung.unit == "万"


def test_goals_are_edited_in_place(held: Held) -> None:
    tile = page(held).view.body.head.tiles["best"].value
    tile.shown.setFocus()
    held.press(Qt.Key.Key_F2)
    held.type_text("当场签字")
    held.press(Qt.Key.Key_Return)
    assert visit(held).best == "当场签字"
    assert held.focus is tile.shown


def test_a_wrong_day_stays_with_its_sentence_and_esc_brings_the_right_one(held: Held) -> None:
    field = page(held).view.body.head.fields["at"]
    field.shown.setFocus()
    held.press(Qt.Key.Key_Return)
    held.focus.selectAll()
    held.type_text("31 Feb 9:00")
    held.press(Qt.Key.Key_Return)
    assert "is no day with a time" in field.editor.problem()
    assert held.focus.text() == "31 Feb 9:00"
    assert held.done == []
    held.press(Qt.Key.Key_Escape)
    assert not field.is_open()
    assert visit(held).at == at(1, 14)


def test_half_typed_text_survives_a_change_from_elsewhere(held: Held) -> None:
    tile = page(held).view.body.head.tiles["best"].value
    tile.open()
    held.type_text("他们会")
    held.desk.do(said("Elsewhere"), change(held.client.company, short="华"))
    assert held.focus.text() == "他们会"
    held.press(Qt.Key.Key_Escape)
    assert visit(held).best == ""


def test_people_are_added_by_name_and_a_stranger_is_made(held: Held) -> None:
    side = page(held).view.body.people.theirs
    side.adder.click()
    held.type_text("陈")
    held.press(Qt.Key.Key_Return)
    assert [item.contact for item in held.client.attendees if item.visit == "next"] == ["wang", None, "chen"]
    side.adder.click()
    held.type_text("财务总监")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert held.client.contacts[-1].name == "财务总监"
    assert held.client.attendees[-1].contact == held.client.contacts[-1].key
    held.desk.undo()
    assert [item.name for item in held.client.contacts] == ["王璐", "陈启明"]


def test_leaving_the_picker_adds_nobody(held: Held) -> None:
    page(held).view.body.people.theirs.adder.click()
    held.type_text("陈")
    press(held, Qt.Key.Key_1)
    assert held.done == []


def test_a_person_gets_a_task(held: Held) -> None:
    chip = page(held).view.body.people.theirs._chips[0]
    chip.setFocus()
    held.press(Qt.Key.Key_Return)
    held.type_text("拍板")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert next(item for item in held.client.attendees if item.key == "na").task == "拍板"
    assert held.focus is chip


def test_another_checklist_keeps_what_is_ticked(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    held.press(Qt.Key.Key_Space)
    template = next(item for item in held.desk.workspace().templates if item.key == "first")
    page(held).view.body.checks.take_template(template)
    assert sorted(item.text for item in checks(held, "next")) == ["Phone probe", "底线获授权"]
    held.desk.undo()
    assert [item.text for item in checks(held, "next")] == ["底线获授权", "报价更新"]


def test_letters_belong_to_a_field_that_has_the_keyboard(held: Held) -> None:
    field = page(held).view.body.head.fields["objective"]
    field.open()
    held.focus.selectAll()
    QTest.keyClicks(held.focus, "d123n")
    assert held.focus.text() == "d123n"
    assert not page(held).view.debriefing
    assert len(held.client.visits) == 2
    held.press(Qt.Key.Key_Escape)
