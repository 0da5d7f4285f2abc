"""Days and moments as people type them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.days import parse_day, parse_moment

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((text, date(2026, 11, 23)) for text in ("2026-11-23", "2026/11/23", "23.11.2026", "2026年11月23日", "今天")),
        *((text, date(2026, 11, 24)) for text in ("明天", "tomorrow", "+1", " 11-24 ", "11/24", "24.11.", "24.11.26")),
        *((text, date(2026, 11, 27)) for text in ("Fri", "friday", "周五", "星期五", "週五", "27 Nov", "Nov 27, 2026")),
        *((text, date(2026, 12, 4)) for text in ("下周五", "12月4日", "12-04", "4 December")),
        *((text, date(2026, 11, 23)) for text in ("Mon", "周一", "１１－２３", "today")),
        *(("+2w", date(2026, 12, 7)), ("-3", date(2026, 11, 20)), ("+3周", date(2026, 12, 14))),
        *(("后天", date(2026, 11, 25)), ("前天", date(2026, 11, 21)), ("yesterday", date(2026, 11, 22))),
        ("星期天", date(2026, 11, 29)),
    ],
)
def test_a_day_is_read_in_every_way_people_write_it(typed, meant):
    assert parse_day(typed, MONDAY) == meant


def test_a_day_without_a_year_is_the_nearest_one():
    assert parse_day("01-18", MONDAY) == date(2027, 1, 18)
    assert parse_day("08-01", MONDAY) == date(2026, 8, 1)
    assert parse_day("12-30", date(2027, 1, 5)) == date(2026, 12, 30)


@pytest.mark.parametrize("typed", ["", "soon", "13-45", "2026-02-30", "30.02.2026", "12 Foo", "99999999", "+", "02-30"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(ValueError):  # noqa: PT011 (the text says nothing more)
        parse_day(typed, MONDAY)


@pytest.mark.parametrize("number", ["+9999w", "-9999w"])
def test_a_day_far_outside_the_calendar_is_refused(number):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_day(number, date(9999, 1, 1) if number[0] == "+" else date(2, 1, 1))


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        *(("2026-11-24 14:00", 24, "14:00"), ("明天 14：00", 24, "14:00"), ("14:00", 23, "14:00")),
        *(("Fri 9:30", 27, "09:30"), ("11-23 2pm", 23, "14:00"), ("明天下午2点半", 24, "14:30")),
        *(("今天 14点", 23, "14:00"), ("2026-11-24T14:05", 24, "14:05"), ("12 am", 23, "00:00"), ("12pm", 23, "12:00")),
    ],
)
def test_a_moment_is_a_day_and_a_time(typed, day, clock):
    local = parse_moment(typed, MONDAY).astimezone()
    assert (local.day, f"{local:%H:%M}") == (day, clock)


@pytest.mark.parametrize("typed", ["", "2026-11-23", "11-23 14", "25:00", "14:75", "later 14:00"])
def test_what_is_no_moment_is_refused(typed):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_moment(typed, MONDAY)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_back_from_how_it_is_shown(day):
    assert parse_day(f"{day:%Y-%m-%d}", MONDAY) == day
    assert parse_day(f"{day.day}.{day.month}.{day.year}", MONDAY) == day


@given(st.integers(-170, 170))
def test_a_near_day_needs_no_year(away):
    day = MONDAY + timedelta(away)
    assert parse_day(f"{day:%m-%d}", MONDAY) == day


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_every_minute_is_read_back(moment):
    whole = moment.replace(second=0, microsecond=0, tzinfo=None).astimezone()
    assert parse_moment(f"{whole:%Y-%m-%d %H:%M}", MONDAY) == whole
