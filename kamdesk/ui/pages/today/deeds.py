"""What is done from Today's lines: kept, put off, not asked again; and the sheets that a day is printed on."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.client.client import Client
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Record
from kamdesk.client.today import Coming, Promised, Today, Undebriefed
from kamdesk.client.visit_records import Visit
from kamdesk.desk.desk import Desk
from kamdesk.desk.promised import asked_for_debrief, keep, snooze
from kamdesk.errors import Trouble
from kamdesk.store.step import Step
from kamdesk.ui.pages.today.out import Sheets


def kept(desk: Desk, item: object) -> Step | None:
    """A line of what is due is done; None when it is no such line any more."""
    action = _action(desk, item)
    return keep(action, desk.today) if action else None


def put_off(desk: Desk, item: object, until: date) -> Step | None:
    """A line of what is due sleeps until a day."""
    action = _action(desk, item)
    return snooze(action, until) if action else None


def not_now(desk: Desk, item: object) -> Step | None:
    """The debrief of a visit was asked for; it is not asked for again."""
    if not isinstance(item, Undebriefed) or desk.read_only:
        return None
    visit = _record(desk, item.glance.key, item.visit.key)
    return asked_for_debrief(visit, desk.today) if isinstance(visit, Visit) else None


def visit_of(desk: Desk, coming: Coming | None) -> tuple[Client, Visit] | None:
    """A visit with its client as they are stored."""
    if coming is None:
        return None
    client = desk.client(coming.glance.key)
    visit = client.get(coming.visit.key)
    return (client, visit) if isinstance(visit, Visit) else None


def sheets_of_tomorrow(desk: Desk, day: Today) -> Sheets | None:
    """All of tomorrow's sheets with a cover; None when nothing is planned."""
    if not day.tomorrow:
        return None
    visits = tuple((desk.client(item.glance.key), item.visit.key) for item in day.tomorrow)
    return Sheets(visits, desk.workspace(), desk.today, cover=day.day + timedelta(1))


def _action(desk: Desk, item: object) -> Action | None:
    if not isinstance(item, Promised) or desk.read_only:
        return None
    action = _record(desk, item.glance.key, item.owed.key)
    return action if isinstance(action, Action) else None


def _record(desk: Desk, client: str, key: str) -> Record | None:
    """A record as it is stored; None when its client is gone meanwhile."""
    try:
        return desk.client(client).get(key)
    except Trouble:
        return None
