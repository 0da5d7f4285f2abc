"""The story that the tests of the visits tell: a client with a past and a coming visit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Template, TemplateItem
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from kamdesk.client.visit_records import (
    Attendee,
    CheckItem,
    Concession,
    PointKind,
    Result,
    Step,
    TalkPoint,
    Visit,
)
from kamdesk.ui.pages.visit.place import VisitsPage
from tests.ui.held import TODAY, Held


def at(days: int, hour: int) -> datetime:
    """A moment so many days from the story's day, in UTC."""
    local = datetime(TODAY.year, TODAY.month, TODAY.day, hour) + timedelta(days)
    return local.astimezone(UTC)


def story() -> list[Record]:
    """A client with a past visit and one that comes tomorrow, two checklists, two people of each side."""
    return [
        Template(key="usual", owner=WORKSPACE, name="Visit to a client"),
        TemplateItem(
            key="u1", owner=WORKSPACE, template="usual", group="Purpose", text="Objective", must=True, weight=3
        ),
        TemplateItem(key="u2", owner=WORKSPACE, template="usual", group="People", text="Who attends", weight=1),
        Template(key="first", owner=WORKSPACE, name="First visit to a client"),
        TemplateItem(key="f1", owner=WORKSPACE, template="first", text="Phone probe", must=True, weight=3),
        Colleague(key="lin", owner=WORKSPACE, name="林嘉"),
        Colleague(key="zheng", owner=WORKSPACE, name="郑宁"),
        Company(key="hx", owner="hx", name="华星精密", short="华星"),
        Contact(key="wang", owner="hx", name="王璐", title_at_work="采购总监", attitude=Attitude.SUPPORTER),
        Contact(key="chen", owner="hx", name="陈启明", business_agenda="规格不返工"),
        Visit(key="past", owner="hx", objective="看样件", at=at(-12, 14), template="usual", result=Result.CONTINUATION),
        Attendee(key="pa", owner="hx", visit="past", contact="chen"),
        Visit(key="next", owner="hx", objective="谈定试点", at=at(1, 14), minutes=90, place="总部", template="usual"),
        Attendee(key="na", owner="hx", visit="next", contact="wang"),
        Attendee(key="nb", owner="hx", visit="next", colleague="lin", task="主谈"),
        CheckItem(key="c1", owner="hx", visit="next", text="底线获授权", must=True, weight=4, rank=10),
        CheckItem(key="c2", owner="hx", visit="next", text="报价更新", weight=1, rank=20),
        TalkPoint(key="p1", owner="hx", visit="next", kind=PointKind.QUESTION, text="四周能交吗？"),
        Concession(key="l1", owner="hx", visit="next", item="单价", step=Step.OPEN, offer="98", unit="万", rank=10),
        Action(key="a1", owner="hx", text="发报告", side=Side.OURS, due=TODAY - timedelta(2), visit="past"),
    ]


def page(held: Held) -> VisitsPage:
    """The page under test."""
    assert isinstance(held.page, VisitsPage)
    return held.page


def checks(held: Held, visit: str) -> list[CheckItem]:
    """The checklist of a visit as it is stored."""
    return [item for item in held.client.checks if item.visit == visit]


def press(held: Held, key: Qt.Key) -> None:
    """Press a key on the page itself, as when no field has the keyboard."""
    QTest.keyClick(page(held), key)


def visit(held: Held) -> Visit:
    """The visit that is shown."""
    shown = page(held).visit
    assert shown is not None
    return shown
