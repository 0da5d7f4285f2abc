"""The expansion card: read as a brief, written where it stands, complete only when everything is known."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add, change
from kamdesk.client.library import Colleague
from kamdesk.client.people import Attitude, Coverage, RelationLevel, Role
from kamdesk.client.plan_records import Action, Opportunity, Side
from kamdesk.client.weigh_records import Target
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.people.place import PeoplePage
from kamdesk.ui.parts.sum_card import SumCard
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def held(hold: Hold) -> Held:
    """The card of 王璐."""
    made = hold(PeoplePage)
    made.desk.do(said("Begin"), add(Colleague(key="sun", owner=WORKSPACE, name="Sun")))
    made.page.open_item("wang", "card")
    return made


def card(held: Held) -> Any:
    return held.page.faces.card


def value(held: Held, name: str) -> Any:
    every = {**card(held).notes, **card(held).identity.values, **card(held).position.values, **card(held).ours.values}
    return every[name]


def test_the_card_shows_the_chosen_person_and_the_panel_gives_way(held: Held) -> None:
    assert card(held).head.name.shown.text() == "王璐"
    assert held.page.panel_width == 0
    assert value(held, "influence").shown.text() == "4  Political structure"
    assert value(held, "roles").shown.text() == "Decision maker"


def test_a_text_is_written_where_it_stands(held: Held) -> None:
    value(held, "business_agenda").shown.setFocus()
    held.press(Qt.Key.Key_F2)
    held.type_text("yield above 99 %")
    held.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert held.client.get("wang").business_agenda == "yield above 99 %"
    assert value(held, "business_agenda").shown.text() == "yield above 99 %"
    assert held.focus is value(held, "business_agenda").shown


def test_esc_leaves_a_field_as_it_was(held: Held) -> None:
    card(held).start("criteria")
    held.type_text("price")
    held.press(Qt.Key.Key_Escape)
    assert held.client.get("wang").criteria == ""
    assert not value(held, "criteria").is_open()


def test_what_is_half_typed_survives_a_change_of_the_client(held: Held) -> None:
    card(held).start("title_at_work")
    held.type_text("!")
    held.desk.do(said("x"), change(held.client.get("he"), department="Board"))
    assert value(held, "title_at_work").is_open()
    assert held.focus.text().endswith("!")
    held.press(Qt.Key.Key_Escape)


def test_choices_levels_and_chips_are_chosen_in_place(held: Held, qtbot) -> None:
    card(held).start("coverage")
    combo = value(held, "coverage").editor.combo
    combo.setCurrentIndex(4)
    combo.activated.emit(4)
    card(held).start("influence")
    held.press("5")
    card(held).start("roles")
    chips = value(held, "roles").editor.chips
    qtbot.mouseClick(chips[Role.COACH], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips[Role.USER], Qt.MouseButton.LeftButton)  # chips stay open for the next one
    wang = held.client.get("wang")
    assert (wang.coverage, wang.influence) == (Coverage.DEEP, 5)
    assert wang.roles == (Role.DECIDER, Role.USER, Role.COACH)
    card(held).head.name.setFocus()
    assert not value(held, "roles").is_open()


def test_a_boss_who_would_make_a_ring_is_said_and_not_kept(held: Held) -> None:
    held.desk.do(said("x"), change(held.client.get("he"), reports_to="wang"))
    card(held).start("reports_to")
    held.type_text("何建国")
    held.press(Qt.Key.Key_Return)
    assert held.client.get("wang").reports_to is None
    field = value(held, "reports_to")
    assert field.is_open()
    assert field.editor.problem() == "王璐 reports to 何建国, who reports to 王璐. Nothing was changed."
    held.press(Qt.Key.Key_Escape)
    assert not field.is_open()


def test_a_boss_is_found_by_name_and_oneself_is_not_offered(held: Held) -> None:
    card(held).start("reports_to")
    held.type_text("何建国")
    held.press(Qt.Key.Key_Return)
    assert held.client.get("wang").reports_to == "he"
    assert "reports to 何建国" in card(held).head.line()
    assert value(held, "reports_to").editor.line.shown("wang") == ""


def test_an_owner_of_ours_who_is_new_is_made_at_once(held: Held) -> None:
    card(held).start("our_owner")
    held.type_text("林嘉")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    made = next(item for item in held.desk.workspace().colleagues if item.name == "林嘉")
    assert held.client.get("wang").our_owner == made.key


def test_ticks_are_written_and_told_at_the_head(held: Held, qtbot) -> None:
    qtbot.mouseClick(card(held).ticks.boxes["is_owner"], Qt.MouseButton.LeftButton)
    assert held.client.get("wang").is_owner
    assert "Owns the company" in card(held).head.chips()
    assert not held.client.get("wang").print_personal
    qtbot.mouseClick(card(held).personal.tick.boxes["print_personal"], Qt.MouseButton.LeftButton)
    assert held.client.get("wang").print_personal


def test_who_of_us_knows_them_is_written_with_now_and_wanted(held: Held) -> None:
    bonds = card(held).bonds
    bonds.opener.setFocus()
    held.press(Qt.Key.Key_Return)
    held.type_text("Sun")
    held.press(Qt.Key.Key_Return)
    (line,) = bonds.lines.values()
    line.now.open()
    line.now.editor.combo.activated.emit(2)
    line.wanted.open()
    line.wanted.editor.combo.activated.emit(4)
    line.note.open()
    held.type_text("same school")
    held.press(Qt.Key.Key_Return)
    (bond,) = held.client.bonds
    assert (bond.colleague, bond.now, bond.wanted) == ("sun", RelationLevel.CREDIBLE, RelationLevel.ADVISOR)
    assert bond.note == "same school"
    bonds.open()
    held.type_text("林嘉")
    held.press(Qt.Key.Key_Return)
    assert len(held.client.bonds) == 2
    assert "林嘉" in [item.name for item in held.desk.workspace().colleagues]
    line.remove.click()
    assert [bond.colleague for bond in held.client.bonds] != ["sun"]
    assert len(bonds.lines) == 1


def test_what_is_missing_leads_to_the_field(held: Held) -> None:
    missing = card(held).missing
    assert missing.ring.accessibleName() == "6 of 20 filled"
    missing.lines["department"].click()
    assert value(held, "department").is_open()
    held.type_text("Purchasing")
    held.press(Qt.Key.Key_Return)
    assert "department" not in missing.lines
    assert missing.ring.accessibleName() == "7 of 20 filled"


def test_what_is_missing_elsewhere_leads_there(held: Held) -> None:
    he = held.client.get("he")
    names = ("title_at_work", "department", "phone", "business_agenda", "personal_agenda", "criteria", "background")
    full = dict.fromkeys(names, "x") | {"our_owner": "sun", "our_sponsor": "sun", "roles": (Role.DECIDER,)}
    held.desk.do(said("x"), change(he, attitude=Attitude.NEUTRAL, coverage=Coverage.DEEP, **full))
    held.page.open_item("he", "card")
    lines = card(held).missing.lines
    assert list(lines) == ["bonds", "weighin", "target", "rival", "evidence", "actions"]
    lines["weighin"].click()
    assert held.went == [Goto("weighin", held.key, "he", "weigh")]
    lines["actions"].click()
    assert card(held).todo.adder.is_open()


def test_figures_show_now_target_and_rival_and_open_their_sums(held: Held) -> None:
    figures = card(held).standing.figures
    before = {name: button.text() for name, button in figures.items()}
    assert before["target"] == "?"
    assert before["now"] not in ("?", before["rival"])
    target = Target(
        owner=held.key, contact="wang", set_on=TODAY, by=TODAY + timedelta(182), project=4, acceptance=4, rivalry=4
    )
    held.desk.do(said("x"), add(target))
    assert figures["target"].text() != "?"
    figures["now"].setFocus()
    held.press(Qt.Key.Key_Return)
    assert held.page.findChildren(SumCard)
    held.press(Qt.Key.Key_Escape)
    assert held.focus is figures["now"]


def test_the_tactic_is_told_in_words(held: Held) -> None:
    assert "Win over" in card(held).tactic.accessibleName() or "Neutralise" in card(held).tactic.accessibleName()
    held.page.open_item("li", "card")
    assert card(held).tactic.accessibleName().startswith("No tactic yet")


def test_touches_orders_and_actions_lead_to_their_places(held: Held) -> None:
    order = Opportunity(key="o", owner=held.key, name="Line 3")
    step = Action(key="x", owner=held.key, text="Show it", contact="wang", opportunity="o", side=Side.OURS)
    held.desk.do(said("x"), add(order), add(step))
    told = [line.accessibleName() for line in card(held).touches.lines]
    assert told[1] == "Last Samples 11 Nov"
    assert told[2] == "Order Line 3"
    card(held).touches.lines[1].click()
    assert held.went == [Goto("visits", held.key, "v1")]
    card(held).todo.list.setFocus()
    card(held).todo.list.choose("x")
    held.press(Qt.Key.Key_Space)
    assert held.client.get("x").done == TODAY
    card(held).todo.adder.open()
    held.type_text("Call @Sun 12-04")
    held.press(Qt.Key.Key_Return)
    made = next(item for item in held.client.actions if item.text == "Call")
    assert (made.contact, made.person) == ("wang", "Sun")


def test_the_next_person_is_a_step_away_and_the_place_follows(held: Held) -> None:
    card(held).head.after.click()
    assert card(held).current() == held.page.item() == "li"
    card(held).head.before.click()
    assert held.page.item() == "wang"


def test_weigh_and_print_go_to_their_places(held: Held) -> None:
    card(held).head.print.click()
    card(held).head.name.setFocus()
    held.press("w")
    assert held.went == [
        Goto("paper", held.key, "wang", "person"),
        Goto("weighin", held.key, "wang", "weigh"),
    ]


def test_who_has_left_has_a_card_that_says_so(held: Held) -> None:
    held.desk.do(said("x"), change(held.client.get("wang"), left=TODAY))
    assert card(held).current() == "wang"
    assert "left 23 Nov" in card(held).head.chips()
    card(held).end.returning.click()
    assert held.client.get("wang").left is None
    card(held).end.leaving.click()
    assert held.client.get("wang").left == TODAY


def test_erasing_for_good_leaves_nothing_and_can_be_taken_back(held: Held) -> None:
    before = held.client
    card(held).end.erasing.click()
    assert not any("wang" in repr(item) for item in held.client.records if item.key != "wang")
    assert card(held).current() == "he"
    held.desk.undo()
    assert held.client == before


def test_a_narrow_window_has_the_tiles_above_the_brief_and_nothing_runs_out_sideways(held: Held) -> None:
    for wide in (1264, 924, 760, 640):
        held.page.resize(wide, 804)
        QApplication.processEvents()
        body = card(held).findChild(type(card(held)._scroll)).widget()
        assert body.width() <= card(held).width()
        for name in ("email", "coverage", "our_sponsor"):
            field = value(held, name)
            assert field.mapTo(body, field.rect().topRight()).x() <= body.width(), (wide, name)
    assert not card(held).columns.beside


def test_every_field_is_reached_by_tab(held: Held) -> None:
    card(held).head.name.setFocus()
    seen = set()
    for _ in range(120):
        seen.add(held.focus)
        held.press(Qt.Key.Key_Tab)
    wanted = [*card(held).identity.values, *card(held).position.values, *card(held).ours.values, *card(held).notes]
    assert [name for name in wanted if value(held, name).shown not in seen] == []


def test_a_locked_desk_shows_and_keeps(held: Held, monkeypatch) -> None:
    monkeypatch.setattr(type(held.desk), "read_only", property(lambda _desk: True))
    held.show()
    QTest.mouseClick(value(held, "department").shown, Qt.MouseButton.LeftButton)
    assert not value(held, "department").is_open()
