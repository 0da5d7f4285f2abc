"""The visits of all clients: grouped by when they are, filtered, opened; a new one asks for its client."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company
from kamdesk.client.edit import change
from kamdesk.client.people import Contact
from kamdesk.client.record import Record
from kamdesk.client.visit_records import Attendee, CheckItem, Result, Visit
from kamdesk.desk.agenda import Span
from kamdesk.ui.pages.all_visits.place import AllVisitsPage
from kamdesk.ui.pages.all_visits.rows import Head
from kamdesk.ui.pages.page import Goto
from kamdesk.words import said
from tests.ui.held import TODAY, Held


def at(days: int, hour: int = 14) -> datetime:
    """A moment so many days from the story's Monday, in UTC."""
    return (datetime(TODAY.year, TODAY.month, TODAY.day, hour) + timedelta(days)).astimezone(UTC)


def story() -> list[Record]:
    """Two clients with visits in every span."""
    return [
        Company(key="hx", owner="hx", name="华星精密电子", short="华星精密"),
        Company(key="lo", owner="lo", name="Łódź Motors"),
        Contact(key="wang", owner="hx", name="王璐"),
        Visit(key="today", owner="hx", objective="谈定试点", at=at(0, 23), place="总部"),
        Attendee(key="a", owner="hx", visit="today", contact="wang"),
        CheckItem(key="c", owner="hx", visit="today", text="底线", must=True, done=True),
        Visit(key="tomorrow", owner="lo", objective="Sample review", at=at(1)),
        Visit(key="friday", owner="hx", objective="验收", at=at(4)),
        Visit(key="later", owner="lo", objective="Framework", at=at(30)),
        Visit(key="waiting", owner="lo", objective="Kick-off", at=at(-3)),
        Visit(key="old", owner="hx", objective="复盘", at=at(-90), result=Result.ADVANCE),
        Visit(key="older", owner="hx", objective="没有复盘", at=at(-100)),
    ]


class HeldRail(Held):
    """A page of the rail is refreshed, where a client's page is shown a client."""

    def show(self) -> None:
        """Let the page read again."""
        self.page.refresh()


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[HeldRail]:
    """The visits of the story."""
    held = HeldRail(tmp_path / "data", story(), AllVisitsPage)
    yield held
    held.close()


def page(held: Held) -> AllVisitsPage:
    """The page under test."""
    assert isinstance(held.page, AllVisitsPage)
    return held.page


def told(held: Held) -> list[str]:
    """The rows: heads by their span, visits by their key."""
    rows = page(held).rows.model_of_rows.rows
    return [f"-{row.span.value}" if isinstance(row, Head) else row.key for row in rows]


def test_every_visit_stands_in_its_span(held: HeldRail) -> None:
    assert told(held) == [
        *("-waiting", "waiting"),
        *("-today", "today"),
        *("-tomorrow", "tomorrow"),
        *("-week", "friday"),
        *("-later", "later"),
        *("-past", "old", "older"),
    ]
    assert page(held).remark() == "7 of 7"


def test_a_coming_visit_tells_its_people_and_how_far_it_is(held: HeldRail) -> None:
    entry = page(held)._entry("today")
    assert entry is not None
    assert (entry.done, entry.total, entry.span) == (1, 1, Span.TODAY)
    assert page(held)._guests.names(entry) == ("王璐",)


def test_views_and_filter_narrow_the_list(held: HeldRail) -> None:
    page(held).views.choose("coming")
    page(held).views.chosen.emit("coming")
    assert told(held)[0] == "-today"
    page(held).filter.setFocus()
    held.type_text("华星")
    assert told(held) == ["-today", "today", "-week", "friday"]
    held.type_text(" 验收")
    assert told(held) == ["-week", "friday"]


def test_nothing_found_says_what_was_looked_for(held: HeldRail) -> None:
    page(held).filter.setFocus()
    held.type_text("xyz")
    assert page(held)._none.isVisible()
    assert page(held)._none._title.text() == "No visit matches “xyz”"
    page(held)._none.buttons["clear"].click()
    assert len(told(held)) == 13


def test_arrows_pass_over_heads_and_enter_opens(held: HeldRail) -> None:
    rows = page(held).rows
    rows.setFocus()
    rows.choose("waiting")
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert rows.current_key() == "tomorrow"
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "lo", "tomorrow")]


def test_enter_in_the_filter_opens_what_was_found(held: HeldRail) -> None:
    page(held).filter.setFocus()
    held.type_text("framework")
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "lo", "later")]


def test_a_new_visit_asks_for_its_client_in_the_page(held: HeldRail) -> None:
    page(held).new.click()
    held.type_text("łódź")
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "lo", "", "new")]
    assert not page(held).asking.isVisible()


def test_leaving_the_question_makes_nothing(held: HeldRail) -> None:
    page(held).new.click()
    held.type_text("łódź")
    page(held).rows.setFocus()
    assert held.went == []
    page(held).asking.line.setFocus()
    held.press(Qt.Key.Key_Escape)
    assert not page(held).asking.isVisible()
    assert held.focus is page(held).rows


def test_an_unknown_client_can_be_begun(held: HeldRail) -> None:
    page(held).new.click()
    held.type_text("Neu GmbH")
    held.press(Qt.Key.Key_Return)
    assert "Nothing here is called “Neu GmbH”" in page(held).asking._notice._words.text()
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("", action="new_client")]


def test_a_change_keeps_the_row_that_is_current(held: HeldRail) -> None:
    page(held).rows.choose("friday")
    visit = next(item for item in held.desk.client("hx").visits if item.key == "today")
    held.desk.do(said("Close"), change(visit, result=Result.ORDER))
    assert page(held).rows.current_key() == "friday"
    assert told(held)[-3:] == ["today", "old", "older"]


def test_an_empty_workspace_is_taught_what_visits_are(tmp_path: Path, qtbot: QtBot) -> None:
    held = HeldRail(tmp_path / "data", [Company(key="hx", owner="hx", name="Neu")], AllVisitsPage)
    qtbot.waitUntil(page(held).isActiveWindow)
    assert page(held)._empty.isVisible()
    page(held)._empty.buttons["new"].click()
    QTest.keyClicks(held.focus, "neu")
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("visits", "hx", "", "new")]
    held.close()
