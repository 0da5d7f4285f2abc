"""What an action takes, in hours and money, as the tables of chapters tell it."""

from __future__ import annotations

from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_money
from kamdesk.document.press import Press


def effort(press: Press, action: Action) -> str:
    """Hours and money of an action: 12 h · ¥6,000; a dash for neither."""
    told = [press.tr("{n} h", n=action.hours)] if action.hours is not None else []
    told += [tell_money(action.cost, press.words)] if action.cost is not None else []
    return " · ".join(told) or "—"
