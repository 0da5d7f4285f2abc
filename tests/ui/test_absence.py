"""Since when what happened is told, and where the program opens."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kamdesk.desk.desk import Clock, Desk
from kamdesk.settings import Settings
from kamdesk.ui.absence import away_since, first_place
from kamdesk.ui.pages.page import Goto

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FRIDAY, MORNING = "2026-11-20T18:10:00+00:00", "2026-11-23T07:30:00+00:00"


class Nine(Clock):
    """Monday at nine."""

    def now(self) -> datetime:
        """The moment."""
        return NOW


@pytest.mark.parametrize(
    ("seen", "away", "told"),
    [
        ("", "", None),  # the first start
        (FRIDAY, "", FRIDAY),
        (MORNING, FRIDAY, FRIDAY),  # a short break: what the weekend brought is still worth reading
        (FRIDAY, MORNING, FRIDAY),
        ("no moment", "nonsense", None),
        ("2026-11-20T18:10:00", "", None),  # without a time zone it is nobody's moment
    ],
)
def test_what_happened_is_told_since_the_last_long_absence(seen: str, away: str, told: str | None) -> None:
    found = away_since(Settings(seen=seen, away=away), Nine())
    assert found == (datetime.fromisoformat(told) if told else None)


@pytest.mark.parametrize(
    ("seen", "goto"), [(FRIDAY, Goto("today")), (MORNING, Goto("people", "hx")), ("", Goto("today"))]
)
def test_a_new_day_begins_with_today_and_a_break_where_one_was(desk: Desk, seen: str, goto: Goto) -> None:
    desk.clock = Nine()
    assert first_place(Settings(seen=seen, place="people", client="hx"), desk) == goto


def test_without_clients_the_list_of_clients_teaches_what_to_do(desk: Desk) -> None:
    desk.undo()
    assert first_place(Settings(), desk) == Goto("clients")
