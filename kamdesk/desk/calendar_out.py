"""Visits for the calendar and for mail, in a language: what leaves the house is chosen here, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kamdesk.client.carrying import attendees
from kamdesk.client.client import Client, Workspace
from kamdesk.client.units import tell_long_day
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import end_of, local_day, visit_code
from kamdesk.desk.calendar_marks import given, remember
from kamdesk.desk.desk import Desk
from kamdesk.exchange.calendar import Event, calendar_file
from kamdesk.exchange.filename import safe_stem
from kamdesk.exchange.maildraft import Attached, mail_draft
from kamdesk.words import Words

DAY_MINUTES = 1440
REMINDER = 60


def event_of(client: Client, workspace: Workspace, visit: Visit, words: Words) -> Event | None:
    """A visit as an event; None without a day. Only what the client may see goes in: no aim of ours but the objective.

    A visit that begins at midnight and takes whole days is an all-day event.
    """
    if visit.at is None:
        return None
    local = visit.at.astimezone()
    whole = local.time() == time() and visit.minutes is not None and visit.minutes and visit.minutes % DAY_MINUTES == 0
    title = client.company.called
    if visit.objective.strip():
        title = words.tr("{client}: {objective}", client=title, objective=visit.objective.strip())
    return Event(
        key=visit.key,
        title=title,
        start=local.date() if whole else visit.at,
        minutes=visit.minutes,
        place=visit.place.strip() or client.company.address.strip(),
        notes=_notes(client, workspace, visit, words),
        reminder=REMINDER,
        categories=("KAMDesk",),
    )


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file and what is in it; nothing is a file that nobody needs."""

    data: bytes
    events: tuple[Event, ...]


def calendar_of(desk: Desk, visits: Iterable[Visit], words: Words) -> Calendar:
    """A calendar file of some visits, of any clients; those without a day are left out."""
    return _calendar(desk, _events(desk, visits, words), words)


def coming_calendar(desk: Desk, words: Words, back: timedelta = timedelta(0)) -> Calendar:
    """A calendar file of every visit that is not over, and of those over for less than `back`.

    What a calendar got and what is gone since then is called off; what was put earlier is moved there too.
    """
    now = desk.clock.now()
    held = {visit.key: visit for visit in desk.store.all(Visit) if visit.at}
    found = {key: visit for key, visit in held.items() if end_of(visit) >= now - back}
    marks = [mark for mark in given(desk.store.folder) if mark.end >= now]
    found |= {mark.key: held[mark.key] for mark in marks if mark.key in held}
    title = words.tr("Visit called off")
    off = [Event(mark.key, title, mark.start, mark.minutes, cancelled=True) for mark in marks if mark.key not in held]
    return _calendar(desk, [*_events(desk, sorted(found.values(), key=_begin), words), *off], words)


def keep_given(desk: Desk, calendar: Calendar) -> None:
    """The file was saved: from now on its visits are known to be in a calendar."""
    if calendar.events and not desk.read_only:
        remember(desk.store.folder, calendar.events, desk.clock.now())


def _events(desk: Desk, visits: Iterable[Visit], words: Words) -> list[Event]:
    workspace, clients = desk.workspace(), {}
    events = []
    for visit in visits:
        if visit.owner not in clients:
            clients[visit.owner] = desk.client(visit.owner)
        if (event := event_of(clients[visit.owner], workspace, visit, words)) is not None:
            events.append(event)
    return events


def _calendar(desk: Desk, events: list[Event], words: Words) -> Calendar:
    return Calendar(calendar_file(events, desk.clock.now(), words.tr("Visits")), tuple(events))


def calendar_name(client: Client, visit: Visit) -> str:
    """A good name for the file: client and day."""
    day = f" {local_day(visit.at):%Y-%m-%d}" if visit.at else ""
    return f"{safe_stem(f'{client.company.called}{day}')}.ics"


def visit_mail(
    client: Client, workspace: Workspace, visit: Visit, words: Words, stamp: datetime, attached: Iterable[Attached]
) -> bytes:
    """A draft to our own people at a visit with its sheet attached: the sheet has an internal half, so only to us."""
    ours = {colleague.key: colleague for colleague in workspace.colleagues}
    there = [ours[item.colleague] for item in attendees(client, visit) if item.colleague in ours]
    subject = words.tr("Visit to {client}", client=client.company.called)
    if visit.at:
        when = tell_long_day(local_day(visit.at), words)
        subject = words.tr("Visit to {client}, {day}", client=client.company.called, day=when)
    lines = [subject, visit.objective.strip(), _notes(client, workspace, visit, words)]
    body = "\n\n".join(line for line in lines if line) + "\n"
    people = [(colleague.name, colleague.email) for colleague in there]
    return mail_draft(subject, body, people, attached, stamp)


def _notes(client: Client, workspace: Workspace, visit: Visit, words: Words) -> str:
    """Who is there, the way, the phone and the code: nothing about attitude, rival or floor."""
    people = {contact.key: contact.name for contact in client.contacts}
    ours = {colleague.key: colleague.name for colleague in workspace.colleagues}
    coming = attendees(client, visit)
    comma = "、" if words.chinese else ", "
    told = (
        (words.tr("Their side"), comma.join(people[item.contact] for item in coming if item.contact in people)),
        (words.tr("Our side"), comma.join(ours[item.colleague] for item in coming if item.colleague in ours)),
        (words.tr("Way there"), visit.route.strip()),
        (words.tr("Registration of visitors"), visit.registration.strip()),
        (words.tr("Phone on the spot"), visit.phone.strip()),
        (words.tr("Code"), visit_code(visit)),
    )
    colon = "：" if words.chinese else ": "
    return "\n".join(f"{label}{colon}{text}" for label, text in told if text)


def _begin(visit: Visit) -> float:
    return visit.at.timestamp() if visit.at else 0.0
