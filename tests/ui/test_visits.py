"""The visits of a client, used by keys and mouse over a real store: prepare, carry, debrief, take back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.edit import change
from kamdesk.client.library import Colleague, Template, TemplateItem
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from kamdesk.client.visit_records import (
    Attendee,
    CheckItem,
    Concession,
    PointKind,
    Presence,
    Result,
    Step,
    TalkPoint,
    Visit,
)
from kamdesk.client.visiting import readiness
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.visits import VisitsPage
from kamdesk.words import said
from tests.ui.held import TODAY, Held


def at(days: int, hour: int) -> datetime:
    """A moment so many days from the story's day, in UTC."""
    local = datetime(TODAY.year, TODAY.month, TODAY.day, hour) + timedelta(days)
    return local.astimezone(UTC)


def story() -> list[Record]:
    """A client with a past visit and one that comes tomorrow, two checklists, two people of each side."""
    return [
        Template(key="usual", owner=WORKSPACE, name="Visit to a client"),
        TemplateItem(
            key="u1", owner=WORKSPACE, template="usual", group="Purpose", text="Objective", must=True, weight=3
        ),
        TemplateItem(key="u2", owner=WORKSPACE, template="usual", group="People", text="Who attends", weight=1),
        Template(key="first", owner=WORKSPACE, name="First visit to a client"),
        TemplateItem(key="f1", owner=WORKSPACE, template="first", text="Phone probe", must=True, weight=3),
        Colleague(key="lin", owner=WORKSPACE, name="林嘉"),
        Colleague(key="zheng", owner=WORKSPACE, name="郑宁"),
        Company(key="hx", owner="hx", name="华星精密", short="华星"),
        Contact(key="wang", owner="hx", name="王璐", title_at_work="采购总监", attitude=Attitude.SUPPORTER),
        Contact(key="chen", owner="hx", name="陈启明", business_agenda="规格不返工"),
        Visit(key="past", owner="hx", objective="看样件", at=at(-12, 14), template="usual", result=Result.CONTINUATION),
        Attendee(key="pa", owner="hx", visit="past", contact="chen"),
        Visit(key="next", owner="hx", objective="谈定试点", at=at(1, 14), minutes=90, place="总部", template="usual"),
        Attendee(key="na", owner="hx", visit="next", contact="wang"),
        Attendee(key="nb", owner="hx", visit="next", colleague="lin", task="主谈"),
        CheckItem(key="c1", owner="hx", visit="next", text="底线获授权", must=True, weight=4, rank=10),
        CheckItem(key="c2", owner="hx", visit="next", text="报价更新", weight=1, rank=20),
        TalkPoint(key="p1", owner="hx", visit="next", kind=PointKind.QUESTION, text="四周能交吗？"),
        Concession(key="l1", owner="hx", visit="next", item="单价", step=Step.OPEN, offer="98", unit="万", rank=10),
        Action(key="a1", owner="hx", text="发报告", side=Side.OURS, due=TODAY - timedelta(2), visit="past"),
    ]


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


def page(held: Held) -> VisitsPage:
    """The page under test."""
    assert isinstance(held.page, VisitsPage)
    return held.page


def checks(held: Held, visit: str) -> list[CheckItem]:
    """The checklist of a visit as it is stored."""
    return [item for item in held.client.checks if item.visit == visit]


def press(held: Held, key: Qt.Key) -> None:
    """Press a key on the page itself, as when no field has the keyboard."""
    QTest.keyClick(page(held), key)


def test_the_next_visit_is_shown_first(held: Held) -> None:
    assert page(held).visit == next(item for item in held.client.visits if item.key == "next")
    assert page(held).view.body.head.fields["objective"].shown.text() == "谈定试点"
    assert page(held).view.body.head.fields["at"].shown.text() == "Tomorrow 14:00"
    assert page(held).remark().startswith("V-")


def test_a_new_visit_gets_day_checklist_and_people_in_one_step(held: Held) -> None:
    page(held).setFocus()
    press(held, Qt.Key.Key_N)
    held.press(Qt.Key.Key_Escape)
    made = page(held).visit
    assert made is not None
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
    assert page(held).visit is not None
    assert page(held).visit.objective == "签协议"  # type: ignore[union-attr]


def test_without_any_checklist_the_first_visit_brings_the_default_one(bare: Held) -> None:
    assert page(bare)._empty.isVisible()
    page(bare)._empty.buttons["new"].click()
    made = page(bare).visit
    assert made is not None
    found = checks(bare, made.key)
    assert len(found) == 35
    assert found[0].text.startswith("Phone probe")
    assert len(bare.desk.workspace().templates) == 1


def test_a_friday_is_followed_by_a_monday(held: Held) -> None:
    held.clock.day = TODAY + timedelta(4)
    held.show()
    page(held).add_visit()
    assert page(held).visit is not None
    assert page(held).visit.at == at(7, 10)  # type: ignore[union-attr]


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
    visit = page(held).visit
    assert visit is not None
    assert readiness(visit, held.client.checks).ready
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
    assert held.focus is body.checks.checks.adding.opener  # type: ignore[union-attr]


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
    assert page(held).visit is not None
    assert page(held).visit.best == "当场签字"  # type: ignore[union-attr]
    assert held.focus is tile.shown


def test_a_wrong_day_stays_with_its_sentence_and_esc_brings_the_right_one(held: Held) -> None:
    field = page(held).view.body.head.fields["at"]
    field.shown.setFocus()
    held.press(Qt.Key.Key_Return)
    held.focus.selectAll()  # type: ignore[attr-defined]
    held.type_text("31 Feb 9:00")
    held.press(Qt.Key.Key_Return)
    assert "is no day with a time" in field.editor.problem()
    assert held.focus.text() == "31 Feb 9:00"  # type: ignore[attr-defined]
    assert held.done == []
    held.press(Qt.Key.Key_Escape)
    assert not field.is_open()
    assert page(held).visit.at == at(1, 14)  # type: ignore[union-attr]


def test_half_typed_text_survives_a_change_from_elsewhere(held: Held) -> None:
    tile = page(held).view.body.head.tiles["best"].value
    tile.open()
    held.type_text("他们会")
    held.desk.do(said("Elsewhere"), change(held.client.company, short="华"))
    assert held.focus.text() == "他们会"  # type: ignore[attr-defined]
    held.press(Qt.Key.Key_Escape)
    assert page(held).visit.best == ""  # type: ignore[union-attr]


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
    held.focus.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(held.focus, "d123n")
    assert held.focus.text() == "d123n"  # type: ignore[attr-defined]
    assert not page(held).view.debriefing
    assert len(held.client.visits) == 2
    held.press(Qt.Key.Key_Escape)


def debrief(held: Held) -> QWidget:
    """Open the debrief by its key."""
    press(held, Qt.Key.Key_D)
    return page(held).view.body.debrief


def test_a_debrief_makes_its_promises_actions_in_one_step(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.theirs.take_keyboard()
    held.type_text("提供样件 @陈启明 12-04")
    held.press(Qt.Key.Key_Return)
    assert form.theirs.rows[0].draft() == ("提供样件", "陈启明", "4 Dec")
    form.ours.take_keyboard()
    held.type_text("发测算表")
    held.press(Qt.Key.Key_Return)
    held.type_text("郑宁")
    held.press(Qt.Key.Key_Return)
    held.type_text("+3")
    held.press(Qt.Key.Key_Return)
    before = len(held.client.actions)
    form.finish.click()
    made = held.client.actions[before:]
    assert [(item.text, item.side, item.person) for item in made] == [
        ("提供样件", Side.THEIRS, "陈启明"),
        ("发测算表", Side.OURS, "郑宁"),
    ]
    assert [item.due for item in made] == [TODAY + timedelta(11), TODAY + timedelta(3)]
    assert page(held).visit.result is Result.ADVANCE  # type: ignore[union-attr]
    assert page(held).visit.debriefed == TODAY  # type: ignore[union-attr]
    assert form.theirs.drafts() == []
    held.desk.undo()
    assert len(held.client.actions) == before
    assert page(held).visit.result is None  # type: ignore[union-attr]


def test_an_advance_needs_a_dated_act_of_theirs(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.choose_result(Result.ADVANCE)
    form.finish.click()
    assert page(held).visit.result is None  # type: ignore[union-attr]
    assert "needs a dated act" in form._notice._words.text()
    form.theirs.rows[0].what.setText("签协议")
    form.finish.click()
    assert page(held).visit.result is None  # type: ignore[union-attr]
    form.theirs.rows[0].when.setText("2026-12-04")
    form.finish.click()
    assert page(held).visit.result is Result.ADVANCE  # type: ignore[union-attr]


def test_a_promise_with_a_wrong_day_is_kept_and_nothing_is_stored(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.theirs.rows[0].what.setText("签协议")
    form.theirs.rows[0].when.setText("someday")
    form.finish.click()
    assert held.done == []
    assert form.theirs.rows[0].when.text() == "someday"
    assert "is no day" in form.theirs.rows[0]._notice._words.text()


def test_what_is_typed_and_not_finished_stays_with_its_visit(held: Held) -> None:
    debrief(held)
    page(held).view.body.debrief.ours.rows[0].what.setText("发纪要")
    page(held).show_visit("past")
    assert page(held).view.body.debrief.ours.drafts() == []
    page(held).show_visit("next")
    assert page(held).view.body.debrief.ours.drafts() == [("发纪要", "", "")]


def test_a_past_visit_opens_with_its_debrief(held: Held) -> None:
    press(held, Qt.Key.Key_BracketRight)
    assert page(held).visit.key == "past"  # type: ignore[union-attr]
    assert page(held).view.debriefing
    assert [line.text() for line in page(held).view.body.debrief.made._lines] == ["发报告"]


def test_presence_and_a_corrected_result_are_kept_at_once(held: Held) -> None:
    page(held).show_visit("past")
    row = page(held).view.body.debrief.presence.rows[0]
    row.presence.chosen.emit(Presence.LATE)
    assert next(item for item in held.client.attendees if item.key == "pa").presence is Presence.LATE
    held.desk.do(said("Debriefed"), change(page(held).visit, debriefed=TODAY))  # type: ignore[arg-type]
    page(held).view.body.debrief.result.chosen.emit(Result.ORDER)
    assert page(held).visit.result is Result.ORDER  # type: ignore[union-attr]
    assert held.done[-1] == "Result: Order"


def test_the_strip_keeps_its_lines_and_makes_the_next_step(held: Held) -> None:
    strip = page(held).view.after
    strip.agreed.setFocus()
    held.type_text("同意看样件")
    held.press(Qt.Key.Key_Return)
    strip.next.setFocus()
    held.type_text("回签保密协议 @王璐 12-01")
    held.press(Qt.Key.Key_Return)
    assert page(held).visit.agreed == "同意看样件"  # type: ignore[union-attr]
    made = held.client.actions[-1]
    assert (made.text, made.side, made.person) == ("回签保密协议", Side.THEIRS, "王璐")
    assert strip.next.text() == ""


def test_the_strip_hands_a_result_that_does_not_hold_to_the_whole_form(held: Held) -> None:
    strip = page(held).view.after
    strip.result.activated.emit(2)
    assert page(held).view.debriefing
    assert page(held).view.body.debrief.result.value() is Result.ADVANCE
    assert page(held).visit.result is None  # type: ignore[union-attr]


def test_the_panel_says_what_to_carry(held: Held) -> None:
    panel = page(held).panel
    assert [card.person.contact.name for card in panel._people if card.person] == ["王璐"]
    assert panel._lines[0].text() == "发报告"
    assert "2 days late" in panel._lines[0].accessibleName()
    panel._people[0].click()
    panel._lines[0].click()
    assert held.went == [Goto("people", "hx", "wang"), Goto("plan", "hx", "a1")]


def test_p_leads_to_the_paper(held: Held) -> None:
    page(held).setFocus()
    press(held, Qt.Key.Key_P)
    assert held.went == [Goto("paper", "hx")]


def test_a_visit_goes_with_everything_and_comes_back_by_undo(held: Held) -> None:
    page(held).remove.click()
    assert [item.key for item in held.client.visits] == ["past"]
    assert not held.client.checks
    assert page(held).visit.key == "past"  # type: ignore[union-attr]
    held.desk.undo()
    assert len(held.client.checks) == 2


def test_the_frame_asks_for_actions(held: Held) -> None:
    page(held).open_item("past", "prepare")
    assert page(held).visit.key == "past"  # type: ignore[union-attr]
    assert not page(held).view.debriefing
    page(held).open_item("next", "debrief")
    assert page(held).view.debriefing
    page(held).open_item("", "new")
    assert len(held.client.visits) == 3


def test_a_narrow_page_gives_the_panel_up_and_i_brings_it(held: Held) -> None:
    page(held).resize(924, 600)
    assert page(held).panel_width == 0
    press(held, Qt.Key.Key_I)
    assert page(held).panel_width > 0


def test_everything_has_a_name_for_screen_readers(held: Held) -> None:
    for widget in page(held).findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
