"""Today: what stands there, what the keys do with it, and that every line leads to its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company
from kamdesk.client.edit import change
from kamdesk.client.plan_records import Action
from kamdesk.client.visit_records import Visit
from kamdesk.ui.job import Job
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.today.place import TodayPage
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.today_story import HeldRail, at, day, story


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[HeldRail]:
    """The day of the story."""
    held = HeldRail(tmp_path / "data", story(), TodayPage)
    QTest.qWaitForWindowActive(held.page)
    page(held).keyboard_place().setFocus()
    yield held
    held.close()


def page(held: Held) -> TodayPage:
    """The page under test."""
    assert isinstance(held.page, TodayPage)
    return held.page


def action(held: Held, key: str) -> Action:
    """An action of the story as it is stored."""
    found = held.desk.client("hx").get(key)
    assert isinstance(found, Action)
    return found


def due(held: Held) -> list[str]:
    """The keys of what is due, as the list shows it."""
    return [item.owed.key for item in page(held).middle.due.model_of_rows.rows]


def test_the_next_visit_stands_first_with_what_it_lacks(held: HeldRail) -> None:
    hero = page(held).middle.hero
    assert hero.time.text() == "23:00"
    assert hero.aim.text() == "谈定试点"
    assert hero.share.text() == "75% prepared"
    assert [line.text() for line in hero._missing if line.text()] == ["底线获授权"]
    assert hero._asks[0].accessibleName() == "谁签批？"
    assert "同意看样件" in hero._last.text()


def test_what_is_due_comes_late_first_and_in_both_directions(held: HeldRail) -> None:
    assert due(held) == ["late", "theirs"]
    shown = page(held).day
    assert shown is not None
    assert (shown.ours_due, shown.theirs_due) == (1, 1)
    assert page(held).middle.told.text().startswith("1 visit, 2 things due")


def test_enter_prepares_the_next_visit(held: HeldRail) -> None:
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "hx", "now", "prepare")]


def test_the_arrows_walk_over_all_lines_and_back(held: HeldRail) -> None:
    middle, side = page(held).middle, page(held).side
    seen = []
    for _ in range(40):
        held.press(Qt.Key.Key_Down)
        seen.append(held.focus)
    for rows in (middle.waiting, middle.due, middle.asks, side.later, side.cooling):
        assert rows in seen
    for _ in range(40):
        held.press(Qt.Key.Key_Up)
    assert held.focus is middle.hero.prepare


def test_only_the_list_with_the_keyboard_has_a_chosen_line(held: HeldRail) -> None:
    middle = page(held).middle
    middle.due.enter(1)
    middle.asks.enter(1)
    assert not middle.due.currentIndex().isValid()
    assert middle.asks.currentIndex().isValid()


def test_space_says_that_it_is_done_and_undo_brings_it_back(held: HeldRail) -> None:
    page(held).middle.due.enter(1)
    held.press(Qt.Key.Key_Space)
    assert action(held, "late").done == TODAY
    assert held.done == ["Done: 补报方案"]
    assert due(held) == ["theirs"]
    held.desk.undo()
    assert due(held) == ["late", "theirs"]


def test_s_puts_off_to_the_next_working_day_and_shift_s_for_a_week(held: HeldRail) -> None:
    rows = page(held).middle.due
    rows.enter(1)
    held.press(Qt.Key.Key_S)
    assert action(held, "late").snoozed == day(1)
    assert action(held, "late").due == day(-2)
    rows.enter(1)
    held.press(Qt.Key.Key_S, held=Qt.KeyboardModifier.ShiftModifier)
    assert action(held, "theirs").snoozed == day(7)
    assert due(held) == []
    assert page(held).middle.free.isVisible()


def test_s_does_nothing_where_no_line_is_chosen(held: HeldRail) -> None:
    held.press(Qt.Key.Key_S)
    assert held.done == []


def test_a_visit_without_a_debrief_is_asked_for_once(held: HeldRail) -> None:
    rows = page(held).middle.waiting
    rows.enter(1)
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "lo", "waiting", "debrief")]
    held.press(Qt.Key.Key_S)
    visit = held.desk.client("lo").get("waiting")
    assert isinstance(visit, Visit)
    assert visit.debrief_asked == TODAY
    assert not rows.isVisible()


@pytest.mark.parametrize(("name", "goto"), [("due", Goto("plan", "hx", "late")), ("cooling", Goto("visits", "bc", ""))])
def test_every_line_leads_to_its_place(held: HeldRail, name: str, goto: Goto) -> None:
    rows = getattr(page(held).middle, name, None) or getattr(page(held).side, name)
    rows.enter(1)
    held.press(Qt.Key.Key_Return)
    assert held.went == [goto]


def test_a_question_leads_to_where_it_is_answered(held: HeldRail) -> None:
    rows = page(held).middle.asks
    rows.enter(1)
    question = rows.current()
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto(question.asked.place, question.glance.key, question.asked.key)]


def test_visits_that_overlap_are_marked_and_lead_to_their_preparation(held: HeldRail) -> None:
    side = page(held).side
    assert [item.visit.key for item in side.later.model_of_rows.rows] == ["tomorrow", "clash"]
    assert side._delegates[0].overlapping == {"tomorrow", "clash"}  # type: ignore[attr-defined]
    side.later.enter(1)
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "lo", "tomorrow", "prepare")]


def test_what_happened_meanwhile_is_told_since_the_program_was_open(held: HeldRail) -> None:
    assert not page(held).side.missed.isVisible()
    held.desk.away_since = at(-5)
    held.desk.do(said("Touch"), change(held.desk.client("bc").company, notes="x"))
    told = [held.look.tell(item.said) for item in page(held).side.missed.model_of_rows.rows]
    assert "华星精密: 补报方案 fell due" in told
    assert page(held).side.missed.isVisible()


def test_n_asks_for_the_client_of_a_new_visit_and_r_begins_the_review(held: HeldRail) -> None:
    held.press(Qt.Key.Key_N)
    assert held.went == [Goto("visits", "", "", "new")]
    held.press(Qt.Key.Key_R)
    assert page(held).reviewing
    held.press(Qt.Key.Key_Escape)
    assert not page(held).reviewing
    assert held.focus is page(held).middle.hero.prepare


def test_tomorrows_sheets_are_made_in_one_job(held: HeldRail) -> None:
    jobs: list[Job] = []
    page(held).working.connect(jobs.append)
    page(held).open_item("", "print_tomorrow")
    assert [held.look.tell(job.said) for job in jobs] == ["Making the visit sheets"]
    held.press(Qt.Key.Key_P)
    assert [held.look.tell(job.said) for job in jobs[1:]] == ["Making the visit sheet"]


def test_c_asks_where_the_calendar_file_shall_lie(held: HeldRail) -> None:
    held.press(Qt.Key.Key_C)
    dialog = page(held).out.dates.file.asking
    assert dialog is not None
    assert [Path(name).name for name in dialog.selectedFiles()] == ["华星精密 2026-11-23.ics"]
    dialog.reject()


def test_time_goes_on_by_itself(held: HeldRail) -> None:
    assert page(held)._minutes.isActive()
    page(held).hide()
    page(held)._minutes.timeout.emit()
    assert not page(held)._minutes.isActive()


def test_the_next_day_shows_the_next_visit(held: HeldRail) -> None:
    held.clock.day = TODAY + timedelta(1)
    page(held).refresh()
    assert page(held).middle.hero.aim.text() == "Sample review"


def test_nothing_planned_says_so_and_offers_a_visit(tmp_path: Path, qtbot: QtBot) -> None:
    held = HeldRail(tmp_path / "data", [Company(key="hx", owner="hx", name="Neu")], TodayPage)
    assert page(held).middle.none.isVisible()
    assert not page(held).middle.hero.isVisible()
    page(held).middle.none.buttons["new"].click()
    assert held.went == [Goto("visits", "", "", "new")]
    held.close()


def test_without_clients_the_page_teaches_what_it_will_show(tmp_path: Path, qtbot: QtBot) -> None:
    held = HeldRail(tmp_path / "data", [Company(key="hx", owner="hx", name="Neu")], TodayPage)
    held.desk.undo()
    assert page(held)._empty.isVisible()
    page(held)._empty.buttons["sample"].click()
    assert held.went == [Goto("", action="sample")]
    held.close()


def test_a_line_without_the_keyboard_takes_no_key(held: HeldRail) -> None:
    page(held).middle.hero.prepare.setFocus()
    held.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page(held).middle.waiting


def test_whoever_comes_back_finds_the_line_that_led_away_until_the_visit_is_prepared(held: HeldRail) -> None:
    rows = page(held).middle.due
    rows.enter(1)
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    key = rows.current_key()
    rows.clearFocus()
    assert page(held).keyboard_place() is rows
    assert rows.current_key() == key
    page(held).prepare()
    assert page(held).keyboard_place() is page(held).middle.hero.prepare
