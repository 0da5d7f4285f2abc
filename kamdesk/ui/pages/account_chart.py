"""The account's radar and its figures in words, the same on the overview and in the quick look."""

from __future__ import annotations

from datetime import date

from kamdesk.client.account import Account
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.client.weigh_records import Dimension
from kamdesk.picture.radar import Axis, radar
from kamdesk.picture.shapes import Picture
from kamdesk.ui.look import Look


def account_radar(figures: Account, rival: str, look: Look, today: date, *, width: float, radius: float) -> Picture:
    """Our levels now, at the weigh-ins before, and the main rival's; `width` and `radius` in points."""
    axes = []
    for dimension in Dimension:
        now, name = figures.now.get(dimension), look.tr(dimension.label)
        told = tell_decimal(now, 1) if now is not None else look.tr("Unknown")
        last, theirs = figures.last.get(dimension), figures.rival_levels.get(dimension)
        axes.append(Axis(name, now, last, theirs, name=dimension.value, spoken=f"{name}: {told}"))
    key = [("now", look.tr("Now"))]
    if figures.last_day:
        key.append(("last", month_of(figures.last_day, look, today)))
    if rival and figures.rival_ari is not None:
        key.append(("rival", rival))
    spoken = "; ".join(axis.spoken for axis in axes)
    return radar(axes, width=width, radius=radius, key=key, label=spoken)


def month_of(day: date, look: Look, today: date) -> str:
    """The month a day lies in: "Aug", "8 月"; with the year when it is another one."""
    if day.year != today.year:
        return f"{day:%Y-%m}"
    if look.words.chinese:
        return f"{day.month} 月"
    return tell_day(day, look.words, today).split(" ")[1]
