"""A new visit begins with the people and the place of the last one, not of one that is planned for later."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.glance import glance
from kamdesk.client.library import Profile
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.desk.free_hour import free_hour
from kamdesk.desk.visit import new_visit
from kamdesk.words import words_for

TODAY = date(2026, 11, 21)
OURS = Workspace(profile=Profile(key=WORKSPACE, owner=WORKSPACE, name="林嘉"))


def test_who_is_met_next_follows_from_the_last_visit_not_from_a_later_plan() -> None:
    past = Visit(key="past", owner="c", at=datetime(2026, 11, 9, 6, tzinfo=UTC), place="Tower 3")
    later = Visit(key="later", owner="c", at=datetime(2027, 1, 16, 6, tzinfo=UTC), place="Line 3")
    there = (Attendee(owner="c", visit="past", contact="wang"), Attendee(owner="c", visit="later", contact="ma"))
    client = Client(company=Company(key="c", owner="c", name="华星"), visits=(past, later), attendees=there)
    visit, step = new_visit(client, OURS, words_for("en"), TODAY)
    assert visit.place == "Tower 3"
    assert [item.after.contact for item in step.edits if isinstance(item.after, Attendee)] == ["wang"]


def test_an_hour_that_another_client_has_is_not_proposed() -> None:
    ten = datetime(2026, 11, 23, 10).astimezone(UTC)
    held = Client(company=Company(key="d", owner="d", name="江澜"), visits=(Visit(owner="d", at=ten, minutes=90),))
    client = Client(company=Company(key="c", owner="c", name="华星"))
    visit, _ = new_visit(client, OURS, words_for("en"), TODAY, [glance(held, OURS, TODAY)])
    assert visit.at is not None
    assert f"{visit.at.astimezone():%m-%d %H:%M}" == "11-23 13:00"


def test_a_day_that_is_full_proposes_ten_again() -> None:
    nine = datetime(2026, 11, 23, 9).astimezone(UTC)
    held = Client(company=Company(key="d", owner="d", name="江澜"), visits=(Visit(owner="d", at=nine, minutes=600),))
    assert free_hour(date(2026, 11, 23), [glance(held, OURS, TODAY)]).astimezone().hour == 10
