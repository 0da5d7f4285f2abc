"""The small client of the page tests with a relationship worth planning: targets, an order, who knows whom."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kamdesk.client.client import WORKSPACE
from kamdesk.client.library import Colleague
from kamdesk.client.people import Bond, RelationLevel
from kamdesk.client.plan_records import Action, Opportunity, Side
from kamdesk.client.record import Record
from kamdesk.client.units import Money
from kamdesk.client.weigh_records import Dimension, Organisation, Target, WeighIn
from tests.ui import story
from tests.ui.held import TODAY

FIVES = dict.fromkeys(story.LEVELS, 4)
BY = TODAY + timedelta(120)
ORDER = "order"


def weighed() -> list[Record]:
    """何建国 ahead of the rival, 王璐 behind it."""
    day = date(2026, 10, 12)
    facts: list[Record] = [
        WeighIn(key="he-oct", owner=story.CLIENT, contact="he", day=day, **story.LEVELS, **story.EQUAL),  # type: ignore[arg-type]
        WeighIn(
            key="he-rival",
            owner=story.CLIENT,
            contact="he",
            rival="kerui",
            day=day,
            acceptance=2,
            project=2,
            information=2,
            rivalry=2,
            activity=2,
            guidance=2,
        ),
        WeighIn(key="wang-rival", owner=story.CLIENT, contact="wang", rival="kerui", day=day, **FIVES),  # type: ignore[arg-type]
    ]
    return facts


def planned() -> list[Record]:
    """A target for 王璐 that serves an order, with one action for one of its two gaps."""
    return [
        Colleague(key="lin", owner=WORKSPACE, name="林嘉"),
        Colleague(key="zhou", owner=WORKSPACE, name="周总"),
        Bond(
            key="b1",
            owner=story.CLIENT,
            contact="he",
            colleague="lin",
            now=RelationLevel.CREDIBLE,
            wanted=RelationLevel.ADVISOR,
        ),
        Opportunity(key=ORDER, owner=story.CLIENT, name="3 号线", margin=Money(Decimal(100_000))),
        Target(
            key="t1",
            owner=story.CLIENT,
            contact="wang",
            set_on=TODAY - timedelta(7),
            by=BY,
            project=4,
            activity=3,
            opportunity=ORDER,
        ),
        Action(
            key="a1",
            owner=story.CLIENT,
            text="Give a usable business case",
            side=Side.OURS,
            person="林嘉",
            due=TODAY + timedelta(10),
            contact="wang",
            dimension=Dimension.PROJECT,
            opportunity=ORDER,
            hours=4,
            cost=Money(Decimal(5_000)),
            proof="王璐 uses it in the meeting",
        ),
        Organisation(key="o1", owner=story.CLIENT, day=TODAY - timedelta(60), executive=3, review=4),
    ]


def whole() -> list[Record]:
    """Everything together."""
    return [*story.whole(), *weighed(), *planned()]
