"""The worked matrix of the method as a client: five needs against one rival, with proof and a decision day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Opportunity
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.weigh_records import WeighIn

DAY = date(2026, 3, 16)
KERUI = Rival(key="kerui", owner=WORKSPACE, name="科瑞自动化", short="Kerui")
BRANDT = Rival(key="brandt", owner=WORKSPACE, name="Brandt GmbH", short="Brandt")
SHARED = Workspace(profile=Profile(key=WORKSPACE, owner=WORKSPACE, name="林嘉"), rivals=(BRANDT, KERUI))
MATRIX: Mapping[str, tuple[int | None, int | None, int | None]] = {
    "Quality": (30, 4, 3),
    "Price": (25, 2, 4),
    "Delivery": (20, 4, 4),
    "Service": (15, 5, 3),
    "Brand": (10, 3, 4),
}
STRONG = {**MATRIX, "Quality": (30, 5, 2), "Price": (25, 4, 4), "Brand": (10, 4, 3)}


def worked(
    matrix: Mapping[str, tuple[int | None, int | None, int | None]] = MATRIX,
    *,
    ours: int | None = 3,
    theirs: int | None = 3,
    matches: date | None = DAY + timedelta(400),
    source: str = "test",
    company: Mapping[str, Any] | None = None,
    **more: Any,
) -> Client:
    """Needs are name → (importance, our score, Kerui's score); one person, weighed for both sides."""
    factors, standings = [], []
    for rank, (name, (importance, us, them)) in enumerate(matrix.items()):
        weight = None if importance is None else Decimal(importance)
        factors.append(
            Factor(key=name, owner="hx", name=name, importance=weight, score=us, source=source, day=DAY, rank=rank)
        )
        if them is not None:
            key = f"kerui-{name}"
            held = {"score": them, "source": source, "day": DAY, "matches_on": matches}
            standings.append(Standing(key=key, owner="hx", factor=name, rival="kerui", **held))
    whole: dict[str, Any] = {
        "contacts": (Contact(key="wang", owner="hx", name="Wang", influence=5),),
        "weighins": (
            WeighIn(key="w1", owner="hx", contact="wang", day=DAY, project=ours, project_weight=1),
            WeighIn(key="w2", owner="hx", contact="wang", day=DAY, project=theirs, project_weight=1, rival="kerui"),
        ),
        "opportunities": (Opportunity(key="line", owner="hx", name="Line 3", close=DAY + timedelta(60)),),
        "factors": tuple(factors),
        "standings": tuple(standings),
        **more,
    }
    return Client(company=Company(key="hx", owner="hx", name="华星", rival="kerui", **(company or {})), **whole)
