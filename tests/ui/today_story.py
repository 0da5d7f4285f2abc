"""The story that the tests of Today tell: a visit today, one tomorrow, promises both ways, somebody who waits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company, Grade
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from kamdesk.client.visit_records import Attendee, CheckItem, PointKind, Result, TalkPoint, Visit
from tests.ui.held import TODAY, Held


def at(days: int, hour: int = 14, minute: int = 0) -> datetime:
    """A moment so many days from the story's Monday, in UTC."""
    return (datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute) + timedelta(days)).astimezone(UTC)


def day(days: int) -> date:
    """A day so many from the story's Monday."""
    return TODAY + timedelta(days)


def story() -> list[Record]:
    """Three clients: one is met today, one tomorrow, the third has not been met for long."""
    return [
        Template(key="usual", owner=WORKSPACE, name="Visit to a client"),
        TemplateItem(key="u1", owner=WORKSPACE, template="usual", text="Objective", must=True),
        Company(key="hx", owner="hx", name="华星精密电子", short="华星精密", grade=Grade.S),
        Contact(
            key="wang", owner="hx", name="王璐", title_at_work="采购总监", attitude=Attitude.SUPPORTER, influence=4
        ),
        Visit(key="now", owner="hx", objective="谈定试点", at=at(0, 23), minutes=30, place="总部", template="usual"),
        Attendee(key="a", owner="hx", visit="now", contact="wang"),
        CheckItem(key="c1", owner="hx", visit="now", text="底线获授权", must=True, weight=1, rank=10),
        CheckItem(key="c2", owner="hx", visit="now", text="报价更新", done=True, weight=3, rank=20),
        TalkPoint(key="p1", owner="hx", visit="now", kind=PointKind.LEARN, text="谁签批？", ask="wang"),
        Visit(key="past", owner="hx", objective="看样件", at=at(-12), result=Result.ADVANCE, agreed="同意看样件"),
        Action(key="late", owner="hx", text="补报方案", side=Side.OURS, due=day(-2)),
        Action(key="theirs", owner="hx", text="提供样件", side=Side.THEIRS, due=day(0)),
        Action(key="far", owner="hx", text="年度协议", side=Side.OURS, due=day(60)),
        Company(key="lo", owner="lo", name="Łódź Motors", grade=Grade.B),
        Visit(key="tomorrow", owner="lo", objective="Sample review", at=at(1, 10)),
        Visit(key="clash", owner="lo", objective="Factory tour", at=at(1, 10, 30)),
        Visit(key="waiting", owner="lo", objective="Kick-off", at=at(-3)),
        Company(key="bc", owner="bc", name="北辰轨道", grade=Grade.A),
        Visit(key="old", owner="bc", objective="复盘", at=at(-90), result=Result.CONTINUATION),
    ]


class HeldRail(Held):
    """A page of the rail is refreshed, where a client's page is shown a client."""

    def show(self) -> None:
        """Let the page read again."""
        self.page.refresh()
