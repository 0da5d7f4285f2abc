"""A small client of people, rivals, visits and needs for the tests of pages; all invented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.people import Contact, Role
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.client.weigh_records import WeighIn

CLIENT = "c1"
LEVELS = {"acceptance": 3, "activity": 2, "information": 3, "guidance": 3, "project": 3, "rivalry": 3}
EQUAL = {f"{name}_weight": 10 for name in LEVELS}
AUGUST = date(2026, 8, 21)


def company() -> Record:
    """The head of the client, with its main rival."""
    return Company(key=CLIENT, owner=CLIENT, name="华星精密电子", short="华星精密", rival="kerui")


def rivals() -> list[Record]:
    """Two rivals that all clients share."""
    return [
        Rival(key="kerui", owner=WORKSPACE, name="科瑞自动化", short="科瑞"),
        Rival(key="brandt", owner=WORKSPACE, name="Brandt"),
    ]


def people() -> list[Record]:
    """Three people; two of them are key players."""
    return [
        Contact(key="wang", owner=CLIENT, name="王璐", title_at_work="采购总监", influence=4, roles=(Role.DECIDER,)),
        Contact(key="he", owner=CLIENT, name="何建国", influence=5),
        Contact(key="li", owner=CLIENT, name="李蔚", influence=2),
    ]


def weighed() -> list[Record]:
    """王璐 in August, with the rival's estimate of the same day."""
    return [
        WeighIn(key="aug", owner=CLIENT, contact="wang", day=AUGUST, **LEVELS, **EQUAL),  # type: ignore[arg-type]
        WeighIn(key="aug-kerui", owner=CLIENT, contact="wang", rival="kerui", day=AUGUST, acceptance=4, rivalry=3),
    ]


def visited() -> list[Record]:
    """A visit with 王璐 that left two lines."""
    at = datetime(2026, 11, 11, 6, tzinfo=UTC)
    return [
        Visit(
            key="v1",
            owner=CLIENT,
            objective="Samples",
            at=at,
            agreed="- 协调技术部提供样件\n",
            learned="同等条件会先用我们",
        ),
        Attendee(key="v1-wang", owner=CLIENT, visit="v1", contact="wang"),
    ]


def needs() -> list[Record]:
    """Three needs; one score of a rival is unknown."""
    rows = [("detection", "Detection rate", "50", 4), ("price", "Price", "30", 2), ("service", "Service", "20", 5)]
    day = date(2026, 11, 11)
    factors = [
        Factor(
            key=key, owner=CLIENT, name=name, importance=Decimal(weight), score=score, rank=rank, day=day, source="Test"
        )
        for rank, (key, name, weight, score) in enumerate(rows)
    ]
    standings = [
        Standing(key=f"k-{key}", owner=CLIENT, factor=key, rival="kerui", score=score, value=value, day=day)
        for key, score, value in (("detection", 3, "98.9%"), ("price", 4, "0.94"), ("service", None, ""))
    ]
    return [*factors, *standings]


def whole() -> list[Record]:
    """Everything together."""
    return [*rivals(), company(), *people(), *weighed(), *visited(), *needs()]
