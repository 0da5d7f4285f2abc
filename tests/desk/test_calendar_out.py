"""Visits for calendar and mail, visits that overlap, the library of past answers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default

import icalendar
import pytest

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company, Grade
from kamdesk.client.edit import add, change, removal
from kamdesk.client.library import Colleague
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.visit_records import Attendee, Concession, PointKind, Step, TalkPoint, Visit
from kamdesk.client.visiting import visit_code
from kamdesk.desk.calendar_out import calendar_name, calendar_of, coming_calendar, event_of, keep_given, visit_mail
from kamdesk.desk.clashes import clash_said, clashing
from kamdesk.desk.desk import Clock, Desk
from kamdesk.desk.past_points import past_points
from kamdesk.exchange.maildraft import Attached
from kamdesk.store.store import Store
from kamdesk.words import said, words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
EN = words_for("en")
VISIT = Visit(
    key="v",
    owner="hx",
    at=NOON + timedelta(hours=2),
    minutes=90,
    place="3rd floor",
    objective="Agree the scope",
    best="SECRET best",
    minimum="SECRET minimum",
    need="SECRET need",
    phone="+86 1",
)


class Noon(Clock):
    """Always the same noon, or so much later."""

    later = timedelta(0)

    def now(self):
        return NOON + self.later


@pytest.fixture
def desk(tmp_path):
    store = Store.open(tmp_path / "data")
    desk = Desk(store, Noon())
    desk.do(
        said("Begin"),
        add(Colleague(key="lin", owner=WORKSPACE, name="Lin Jia", email="lin@example.com")),
        add(Colleague(key="zheng", owner=WORKSPACE, name="Zheng Ning")),
        add(Company(key="hx", owner="hx", name="Huaxing", address="1 Road", grade=Grade.S)),
        add(Contact(key="wang", owner="hx", name="Wang Lu", attitude=Attitude.ENEMY, personal="SECRET")),
        add(VISIT),
        add(Visit(key="past", owner="hx", at=NOON - timedelta(days=3), objective="Before")),
        add(Visit(key="nameless", owner="hx", at=NOON + timedelta(days=5))),
        add(Attendee(key="1", owner="hx", visit="v", contact="wang", task="SECRET task")),
        add(Attendee(key="2", owner="hx", visit="v", colleague="lin")),
        add(Attendee(key="3", owner="hx", visit="v", colleague="zheng")),
        add(Concession(key="c", owner="hx", visit="v", offer="SECRET 92", step=Step.FLOOR)),
        add(TalkPoint(key="p", owner="hx", visit="past", kind=PointKind.QUESTION, text="Why?", answer="So")),
        add(TalkPoint(key="q", owner="hx", visit="past", kind=PointKind.QUESTION, text="Open?")),
        add(TalkPoint(key="r", owner="hx", visit="v", kind=PointKind.QUESTION, text="Now?", answer="Yes")),
    )
    yield desk
    store.close()


def visit(desk, key="v"):
    return next(item for item in desk.store.all(Visit) if item.key == key)


def events_of(calendar):
    return icalendar.Calendar.from_ical(calendar.data).walk("VEVENT")


def gone(desk):
    desk.do(said("Remove"), *removal(desk.client("hx"), visit(desk)))


def test_an_event_tells_what_everybody_may_see(desk):
    client = desk.client("hx")
    found = event_of(client, desk.workspace(), VISIT, EN)
    assert (found.title, found.place, found.minutes) == ("Huaxing: Agree the scope", "3rd floor", 90)
    assert "Their side: Wang Lu" in found.notes
    assert "Our side: Lin Jia, Zheng Ning" in found.notes
    assert f"Code: {visit_code(VISIT)}" in found.notes
    assert "SECRET" not in f"{found.notes}{found.title}{found.place}"
    assert event_of(client, desk.workspace(), Visit(owner="hx"), EN) is None


def test_whole_days_are_told_as_days(desk):
    midnight = datetime.combine(NOON.astimezone().date(), time()).astimezone()
    whole = Visit(key="w", owner="hx", at=midnight.astimezone(UTC), minutes=1440)
    assert event_of(desk.client("hx"), desk.workspace(), whole, EN).start == midnight.date()
    short = Visit(key="w", owner="hx", at=midnight.astimezone(UTC), minutes=30)
    assert event_of(desk.client("hx"), desk.workspace(), short, EN).start == midnight


def test_all_visits_to_come_are_one_file(desk):
    calendar = coming_calendar(desk, EN)
    events = events_of(calendar)
    assert len(calendar.events) == len(events) == 2
    assert [str(event["SUMMARY"]) for event in events] == ["Huaxing: Agree the scope", "Huaxing"]
    assert b"SECRET" not in calendar.data
    assert len(coming_calendar(desk, EN, timedelta(days=7)).events) == 3


def test_a_moved_visit_updates_its_event(desk):
    (before,) = events_of(calendar_of(desk, [visit(desk)], EN))
    desk.do(said("Move"), change(visit(desk), at=NOON + timedelta(days=1)))
    (after,) = events_of(calendar_of(desk, [visit(desk)], EN))
    assert before["UID"] == after["UID"]
    assert after.decoded("DTSTART") == NOON + timedelta(days=1)


def test_a_removed_visit_that_a_calendar_got_is_called_off_there(desk):
    first = coming_calendar(desk, EN)
    keep_given(desk, first)
    before = next(event for event in events_of(first) if event["UID"].startswith("visit-v@"))
    gone(desk)
    desk.clock.later = timedelta(minutes=5)
    after = next(event for event in events_of(coming_calendar(desk, EN)) if event["UID"] == before["UID"])
    assert (str(after["STATUS"]), str(before["STATUS"])) == ("CANCELLED", "CONFIRMED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (after.decoded("DTSTART"), after.decoded("DTEND")) == (before.decoded("DTSTART"), before.decoded("DTEND"))
    desk.undo()
    again = next(event for event in events_of(coming_calendar(desk, EN)) if event["UID"] == before["UID"])
    assert str(again["STATUS"]) == "CONFIRMED"


def test_a_visit_that_no_calendar_got_is_gone_without_a_word(desk):
    gone(desk)
    assert [str(event["STATUS"]) for event in events_of(coming_calendar(desk, EN))] == ["CONFIRMED"]


def test_a_visit_without_a_day_any_more_is_called_off_and_one_put_into_the_past_is_moved(desk):
    keep_given(desk, coming_calendar(desk, EN))
    desk.do(said("No day"), change(visit(desk), at=None))
    desk.do(said("Earlier"), change(visit(desk, "nameless"), at=NOON - timedelta(days=2)))
    found = {str(event["UID"]).partition("@")[0]: event for event in events_of(coming_calendar(desk, EN))}
    assert str(found["visit-v"]["STATUS"]) == "CANCELLED"
    assert found["visit-nameless"].decoded("DTSTART") == NOON - timedelta(days=2)


def test_what_is_over_is_called_off_no_more_and_no_word_lies_beside_the_data(desk):
    keep_given(desk, coming_calendar(desk, EN))
    gone(desk)
    kept = (desk.store.folder / "calendar.json").read_text("utf-8")
    assert "Agree" not in kept
    assert "Huaxing" not in kept
    desk.clock.later = timedelta(days=2)
    assert all(str(event["STATUS"]) == "CONFIRMED" for event in events_of(coming_calendar(desk, EN)))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"v": 3}', '{"v": ["never", 5]}', '{"v": ["2026-11-24", null]}'])
def test_a_spoilt_note_of_what_was_given_stops_no_export(desk, text):
    (desk.store.folder / "calendar.json").write_text(text, "utf-8")
    assert len(coming_calendar(desk, EN).events) == 2


def test_a_whole_day_that_was_given_is_called_off_as_a_day(desk):
    midnight = datetime.combine(NOON.astimezone().date() + timedelta(1), time()).astimezone()
    desk.do(said("Whole day"), change(visit(desk), at=midnight.astimezone(UTC), minutes=1440))
    keep_given(desk, calendar_of(desk, [visit(desk)], EN))
    gone(desk)
    (off,) = [event for event in events_of(coming_calendar(desk, EN)) if str(event["STATUS"]) == "CANCELLED"]
    assert off.decoded("DTSTART") == midnight.date()


def test_a_file_is_called_by_client_and_day(desk):
    assert calendar_name(desk.client("hx"), VISIT) == f"Huaxing {VISIT.at.astimezone():%Y-%m-%d}.ics"
    assert calendar_name(desk.client("hx"), Visit(owner="hx")) == "Huaxing.ics"


def test_the_sheet_goes_to_our_own_people_who_can_be_reached(desk):
    data = visit_mail(desk.client("hx"), desk.workspace(), VISIT, EN, NOON, [Attached("sheet.pdf", b"%PDF")])
    mail = message_from_bytes(data, policy=default)
    assert [address.addr_spec for address in mail["To"].addresses] == ["lin@example.com"]
    assert mail["Subject"].startswith("Visit to Huaxing, ")
    assert "Agree the scope" in mail.get_body().get_content()
    assert "SECRET" not in mail.get_body().get_content()
    assert [part.get_filename() for part in mail.iter_attachments()] == ["sheet.pdf"]


@pytest.mark.parametrize(("hours", "meets"), [(0.5, False), (1.5, True), (2, True), (3.4, True), (3.5, False)])
def test_a_visit_that_overlaps_is_noticed(desk, hours, meets):
    planned = Visit(key="new", owner="hx", at=NOON + timedelta(hours=hours), minutes=60)
    found = clashing(desk.clients(), planned)
    assert bool(found) is meets
    if meets:
        assert clash_said(found, EN).tell(EN).startswith("Overlaps with Huaxing")


def test_a_visit_does_not_overlap_with_itself_nor_without_a_day(desk):
    assert clashing(desk.clients(), VISIT) == ()
    assert clashing(desk.clients(), Visit(key="new", owner="hx")) == ()
    assert clash_said((), EN) is None


def test_the_library_holds_what_was_answered_at_past_visits(desk):
    (past,) = past_points(desk)
    assert (past.point.text, past.point.answer, past.client) == ("Why?", "So", "Huaxing")
