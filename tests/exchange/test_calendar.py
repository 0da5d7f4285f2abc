"""Visits as calendar files, read back by another program's parser."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.calendar import Event, calendar_file, fold, sequence_of, uid_of

NOW = datetime(2026, 11, 23, 5, 2, tzinfo=UTC)
VISIT = Event("v1", "华星精密：谈定 3 号线试点范围", datetime(2026, 11, 23, 6, tzinfo=UTC), 90, "华星总部 3 楼")
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=200)


def parsed(*events, stamp=NOW, **named):
    data = calendar_file(events, stamp, **named)
    return data, list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_a_visit_is_an_event():
    _, (event,) = parsed(VISIT)
    assert event["UID"] == uid_of("v1")
    assert event["SUMMARY"] == VISIT.title
    assert event["LOCATION"] == "华星总部 3 楼"
    assert event.decoded("DTSTART") == VISIT.start
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=90)
    assert event["STATUS"] == "CONFIRMED"


@given(title=TEXT, notes=st.lists(TEXT, max_size=5), place=TEXT)
def test_any_words_come_back_as_they_were(title, notes, place):
    written = dataclasses.replace(VISIT, title=title, notes="\n".join(notes), place=place)
    data, (event,) = parsed(written)
    assert str(event.get("SUMMARY", "")) == title
    assert str(event.get("DESCRIPTION", "")) == (written.notes if written.notes.strip() else "")
    assert str(event.get("LOCATION", "")) == (place if place.strip() else "")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=400).filter(lambda text: not set(text) & set("\r\n"))
)
def test_a_folded_line_is_short_and_whole(line):
    folded = fold(line)
    assert folded.endswith("\r\n")
    parts = folded[:-2].split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@pytest.mark.parametrize(
    "sign", ["\r\nATTENDEE:mailto:x@example.com", "\nEND:VEVENT", "\x00", "\x0b", "\u2028", "\ud800"]
)
def test_no_text_becomes_a_line_of_its_own(sign):
    data, events = parsed(dataclasses.replace(VISIT, title=f"a{sign}b", place=f"c{sign}d"))
    assert len(events) == 1
    assert b"\r\nATTENDEE" not in data
    assert data.count(b"END:VEVENT\r\n") == 1


@pytest.mark.parametrize("hours", [-11, -5.5, 0, 8, 14])
def test_a_moment_is_the_same_in_every_zone(hours):
    there = VISIT.start.astimezone(timezone(timedelta(hours=hours)))
    data, (event,) = parsed(dataclasses.replace(VISIT, start=there))
    assert event.decoded("DTSTART") == VISIT.start
    assert b"DTSTART:20261123T060000Z" in data


@pytest.mark.parametrize(("minutes", "days"), [(None, 1), (0, 1), (1440, 1), (2880, 2), (1500, 2)])
def test_a_whole_day_is_a_day_and_ends_before_the_next(minutes, days):
    data, (event,) = parsed(dataclasses.replace(VISIT, start=date(2026, 11, 23), minutes=minutes))
    assert b"DTSTART;VALUE=DATE:20261123" in data
    assert event.decoded("DTEND") == date(2026, 11, 23) + timedelta(days)


def test_a_visit_without_a_length_takes_an_hour_and_one_of_no_minutes_has_no_end():
    _, (event,) = parsed(dataclasses.replace(VISIT, minutes=None))
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(hours=1)
    _, (event,) = parsed(dataclasses.replace(VISIT, minutes=0))
    assert "DTEND" not in event


def test_a_later_file_updates_the_earlier_one():
    _, (first,) = parsed(VISIT)
    moved = dataclasses.replace(VISIT, start=VISIT.start + timedelta(days=1))
    _, (second,) = parsed(moved, stamp=NOW + timedelta(seconds=1))
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second.decoded("DTSTAMP") > first.decoded("DTSTAMP")
    assert 0 <= sequence_of(datetime(2080, 1, 1, tzinfo=UTC)) < 2**31


def test_a_visit_that_is_off_says_so():
    _, (event,) = parsed(dataclasses.replace(VISIT, cancelled=True))
    assert str(event["STATUS"]) == "CANCELLED"


def test_a_reminder_comes_before_the_visit():
    data, _ = parsed(dataclasses.replace(VISIT, reminder=60))
    (alarm,) = icalendar.Calendar.from_ical(data).walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-1)


def test_many_visits_are_one_calendar():
    data, events = parsed(*(dataclasses.replace(VISIT, key=f"v{n}") for n in range(200)), name="Visits")
    assert len({event["UID"] for event in events}) == 200
    assert icalendar.Calendar.from_ical(data)["X-WR-CALNAME"] == "Visits"
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
