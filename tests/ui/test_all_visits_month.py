"""The month of all visits: days walked by the arrows, Enter opens, N plans on the day, overlapping visits marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.visit_records import Visit
from kamdesk.ui.job import Job
from kamdesk.ui.pages.all_visits.month import month_after, weeks_of
from kamdesk.ui.pages.all_visits.place import AllVisitsPage
from kamdesk.ui.pages.page import Goto
from tests.ui.held import TODAY, Held
from tests.ui.today_story import HeldRail, day, story


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[HeldRail]:
    """The visits of the story as a month."""
    held = HeldRail(tmp_path / "data", story(), AllVisitsPage)
    QTest.qWaitForWindowActive(held.page)
    page(held).turn_to("month")
    yield held
    held.close()


def page(held: Held) -> AllVisitsPage:
    """The page under test."""
    assert isinstance(held.page, AllVisitsPage)
    return held.page


def test_weeks_begin_with_monday_and_hold_the_whole_month() -> None:
    weeks = weeks_of(TODAY)
    assert weeks[0][0] == date(2026, 10, 26)
    assert weeks[-1][-1] == date(2026, 12, 6)
    assert all(week[0].weekday() == 0 for week in weeks)
    assert len(weeks_of(date(2027, 2, 10))) == 4


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2027, 1, 31), -2, date(2026, 11, 30)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
    ],
)
def test_a_month_further_is_the_same_day_or_the_last_one(before: date, step: int, after: date) -> None:
    assert month_after(before, step) == after


def test_the_month_stands_at_today_with_the_keyboard_in_it(held: HeldRail) -> None:
    month = page(held).month
    assert month.day == TODAY
    assert held.focus is month.grid
    assert [entry.key for entry in month.entries_of(TODAY)] == ["now"]
    assert page(held).panel_width > 0


def test_arrows_walk_days_and_weeks_page_keys_months_home_today(held: HeldRail) -> None:
    held.press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert page(held).month.day == day(8)
    held.press(Qt.Key.Key_PageDown)
    assert page(held).month.day == date(2027, 1, 1)
    held.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert page(held).month.day == date(2026, 10, 24)
    held.press(Qt.Key.Key_Home)
    assert page(held).month.day == TODAY


def test_enter_opens_the_visit_of_a_day_and_goes_to_the_list_where_there_are_two(held: HeldRail) -> None:
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "hx", "now")]
    held.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert held.focus is page(held).month.agenda.rows
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert held.went[-1] == Goto("visits", "lo", "clash")


def test_visits_that_overlap_are_marked_in_month_day_and_list(held: HeldRail) -> None:
    month = page(held).month
    assert [visit.overlaps for visit in month.grid.visits[day(1)]] == [True, True]
    assert month.agenda.delegate.meets["tomorrow"].key == "clash"
    assert page(held)._delegate.overlapping == {"tomorrow", "clash"}
    assert not month.grid.visits[TODAY][0].overlaps


def test_n_plans_a_visit_on_the_chosen_day(held: HeldRail) -> None:
    held.press(Qt.Key.Key_Down, Qt.Key.Key_N)
    held.type_text("北辰")
    held.press(Qt.Key.Key_Return)
    visit = next(item for item in held.desk.client("bc").visits if item.key != "old")
    assert visit.at is not None
    assert visit.at.astimezone().date() == day(7)
    assert held.went == [Goto("visits", "bc", visit.key, "prepare")]
    assert len(held.done) == 1
    held.desk.undo()
    assert held.desk.client("bc").get(visit.key) is None


def test_enter_on_an_empty_day_asks_for_the_client(held: HeldRail) -> None:
    held.press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert page(held).asking.isVisible()


def test_a_click_chooses_a_day_and_a_double_click_opens_a_visit(held: HeldRail) -> None:
    grid = page(held).month.grid
    cell = grid.cell(day(1))
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
    assert page(held).month.day == day(1)
    line = QPointF(cell.left() + 30, cell.top() + 36).toPoint()
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=line)
    assert held.went == [Goto("visits", "lo", "tomorrow")]


def test_the_filter_narrows_the_month_too(held: HeldRail) -> None:
    page(held).filter.setText("łódź")
    assert sorted(page(held).month.grid.visits) == [day(-3), day(1)]


def test_l_turns_to_the_list_and_back(held: HeldRail) -> None:
    held.press(Qt.Key.Key_L)
    assert not page(held).in_month
    assert page(held).panel_width == 0
    assert held.focus is page(held).rows
    held.press(Qt.Key.Key_L)
    assert page(held).in_month


def test_c_and_m_give_the_visit_to_calendar_and_mail(held: HeldRail) -> None:
    held.press(Qt.Key.Key_C)
    dialog = page(held).out.file.asking
    assert dialog is not None
    dialog.reject()
    jobs: list[Job] = []
    page(held).working.connect(jobs.append)
    held.press(Qt.Key.Key_M)
    assert [held.look.tell(job.said) for job in jobs] == ["Writing the mail draft"]


def test_all_coming_visits_go_into_one_calendar_file(held: HeldRail, tmp_path: Path) -> None:
    page(held).open_item("", "calendar")
    dialog = page(held).out.file.asking
    assert dialog is not None
    jobs: list[Job] = []
    page(held).working.connect(jobs.append)
    dialog.fileSelected.emit(str(tmp_path / "all.ics"))
    dialog.reject()
    jobs[0].run(jobs[0].progressed)
    text = (tmp_path / "all.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 3
    assert isinstance(held.desk.client("hx").get("now"), Visit)


def test_a_day_that_was_asked_for_is_chosen_in_the_month(held: HeldRail) -> None:
    page(held).turn_to("list")
    page(held).open_item("2027-03-05", "day")
    assert page(held).in_month
    assert page(held).month.day == date(2027, 3, 5)
    assert page(held).month.grid.hasFocus()
