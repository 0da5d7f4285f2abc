"""Visits for calendar and mail, visits that overlap, the library of past answers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default

import icalendar
import pytest

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company, Grade
from kamdesk.client.edit import add, change
from kamdesk.client.library import Colleague
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.visit_records import Attendee, Concession, PointKind, Step, TalkPoint, Visit
from kamdesk.client.visiting import visit_code
from kamdesk.desk.calendar_out import calendar_name, calendar_of, coming_calendar, event_of, visit_mail
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
    """Always the same noon."""

    def now(self):
        return NOON


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


def test_an_event_tells_what_everybody_may_see(desk):
    client = desk.client("hx")
    found = event_of(client, desk.workspace(), VISIT, EN)
    assert (found.title, found.place, found.minutes) == ("Huaxing: Agree the scope", "3rd floor", 90)
    assert "Of theirs: Wang Lu" in found.notes
    assert "Of ours: Lin Jia, Zheng Ning" in found.notes
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
    data, number = coming_calendar(desk, EN)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert number == len(events) == 2
    assert [str(event["SUMMARY"]) for event in events] == ["Huaxing: Agree the scope", "Huaxing"]
    assert b"SECRET" not in data
    assert coming_calendar(desk, EN, timedelta(days=7))[1] == 3


def test_a_moved_visit_updates_its_event(desk):
    before = icalendar.Calendar.from_ical(calendar_of(desk, [visit(desk)], EN)[0]).walk("VEVENT")[0]
    desk.do(said("Move"), change(visit(desk), at=NOON + timedelta(days=1)))
    after = icalendar.Calendar.from_ical(calendar_of(desk, [visit(desk)], EN)[0]).walk("VEVENT")[0]
    assert before["UID"] == after["UID"]
    assert after.decoded("DTSTART") == NOON + timedelta(days=1)


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
