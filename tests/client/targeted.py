"""A client of one person, weighed in some dimensions by us and by the rival, with a target."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.people import Contact
from kamdesk.client.targets import HALF_YEAR
from kamdesk.client.weigh_records import Dimension, Evidence

DAY = date(2026, 3, 16)
BY = DAY + timedelta(HALF_YEAR)
NAMES = ("acceptance", "information", "project", "rivalry")


def levels(*values, names=NAMES):
    return dict(zip(names, values, strict=True))


def client(weighins, targets=(), influence=5, **more):
    facts = tuple(
        Evidence(contact="wang", dimension=d, day=DAY, text="seen", second_source="seen too")
        for d in Dimension
        for _ in range(2)
    )
    return Client(
        company=Company(key="huaxing", name="华星", rival="kerui"),
        contacts=(Contact(key="wang", name="王总", influence=influence),),
        weighins=tuple(weighins),
        evidence=facts,
        targets=tuple(targets),
        **more,
    )


def wang(held):
    return account(held, DAY).people[0]
