"""The people of the map's tests: a boss, three departments, a post nobody has been met in, somebody who left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague
from kamdesk.client.people import Attitude, Contact, Coverage, Role, Tie, TieKind
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Rival
from kamdesk.client.weigh_records import WeighIn
from kamdesk.ui.pages.people.place import PeoplePage
from tests.ui.held import Held

CLIENT = "hx"
DIMENSIONS = ("acceptance", "activity", "information", "guidance", "project", "rivalry")
WEIGHTS = {f"{name}_weight": 20 for name in DIMENSIONS[:5]}
DAY = date(2026, 11, 11)


def contact(key: str, name: str, department: str = "", boss: str | None = None, **values: object) -> Contact:
    """One person."""
    return Contact(key=key, owner=CLIENT, name=name, department=department, reports_to=boss, **values)  # type: ignore[arg-type]


def weighed(key: str, level: int, rival: str | None = None) -> WeighIn:
    """A weigh-in with one level everywhere."""
    levels = dict.fromkeys(DIMENSIONS[:5], level)
    counted = {f"{name}_counted": level for name in DIMENSIONS[:5]}
    return WeighIn(owner=CLIENT, contact=key, rival=rival, day=DAY, **levels, **WEIGHTS, **counted)  # type: ignore[arg-type]


def records() -> list[Record]:
    """The whole client."""
    decider, approver = (Role.DECIDER,), (Role.APPROVER,)
    return [
        Rival(key="kr", owner=WORKSPACE, name="科瑞自动化", short="科瑞"),
        Colleague(key="lj", owner=WORKSPACE, name="林嘉"),
        Company(key=CLIENT, owner=CLIENT, name="华星精密", rival="kr"),
        contact("he", "何建国", influence=5, attitude=Attitude.NEUTRAL, roles=approver, title_at_work="总经理"),
        contact("wl", "王璐", "采购部", "he", influence=5, roles=decider, coverage=Coverage.SEVERAL, our_owner="lj"),
        contact("lw", "李蔚", "采购部", "wl", influence=3),
        contact("zb", "郑博", "采购部", "wl", influence=4, attitude=Attitude.ENEMY),
        contact("cq", "陈启明", "技术部", "he", influence=4, attitude=Attitude.NON_SUPPORTER, title_at_work="技术总监"),
        contact("wq", "王强", "技术部", "cq", influence=3),
        contact("lh", "刘海涛", "生产部", "he", influence=5, attitude=Attitude.COACH),
        contact("sq", "孙倩", "生产部", "lh", influence=3),
        contact("cf", "财务总监", "财务部", "he", placeholder=True),
        contact("zm", "赵敏", "采购部", "wl", left=date(2026, 11, 2)),
        Tie(key="zb-cq", owner=CLIENT, kind=TieKind.INFLUENCE, source="zb", target="cq", note="同学", day=DAY),
        weighed("wl", 3),
        weighed("wl", 4, "kr"),
        weighed("lh", 5),
    ]


@contextmanager
def shown(folder: Path) -> Iterator[Held]:
    """The page of the people in a window that has the keyboard."""
    made = Held(folder, records(), PeoplePage)
    QTest.qWaitForWindowActive(made.page)
    yield made
    made.close()
