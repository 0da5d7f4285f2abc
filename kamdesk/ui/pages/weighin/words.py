"""How the weigh-in says things: months, levels, what a place on the scale stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kamdesk.client.levels import DEFINITIONS, behaviour
from kamdesk.client.suggest import Suggested
from kamdesk.client.units import tell_gap
from kamdesk.client.weigh_records import Dimension, Target
from kamdesk.client.weighing import Weighed
from kamdesk.desk.weighin import Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.parts.score_buttons import PLACES, UNKNOWN

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class RowShown:
    """What all six rows show: the sitting, what it comes to, and the other side's levels to hold it against."""

    sitting: Sitting
    weighed: Weighed
    before: Weighed | None
    other: Weighed | None  # the rival's estimate, or ours while the rival's is weighed
    other_name: str
    today: date
    is_open: bool  # may be changed
    target: Target | None = None  # what is wanted of our own standing
    compared: bool = False  # `before` is not the weigh-in before but another one that was chosen to compare with
    aims: bool = False  # a target may be set
    suggested: dict[Dimension, Suggested] = field(default_factory=dict)  # what facts and invitations say

    def wanted(self, dimension: Dimension) -> int | None:
        """The level wanted, None where nothing is."""
        return self.target.level(dimension) if self.target else None


def month(day: date, look: Look, today: date) -> str:
    """8 月, Aug; with its year when that is not today's."""
    name = f"{day.month} 月" if look.words.chinese else _MONTHS[day.month - 1]
    if day.year == today.year:
        return name
    return f"{day:%Y-%m}" if look.words.chinese else f"{name} {day.year}"


def level_words(level: int | None) -> str:
    """A level as one sign, "?" when it is unknown."""
    return "?" if level is None else str(level)


def place_text(dimension: Dimension, place: int, look: Look) -> str:
    """What a place on the scale stands for; "?" tells what the dimension is about."""
    return look.tr(DEFINITIONS[dimension] if place == UNKNOWN else behaviour(dimension, place))


def place_label(place: int, look: Look) -> str:
    """Level 4; Unknown."""
    return look.tr("Unknown") if place == UNKNOWN else look.tr("Level {level}", level=place)


def all_texts(dimension: Dimension, look: Look) -> list[str]:
    """The text of every place, "?" first."""
    return [place_text(dimension, place, look) for place in PLACES]


def compared(shown: RowShown, dimension: Dimension, look: Look) -> str:
    """ "8 月 3，科瑞 4": the level of last time and the other side's; what is not counted says so."""
    tr = look.tr
    if not shown.weighed.weights[dimension]:
        return tr("on record, not counted")
    if shown.compared:
        return _moved(shown, dimension, look)
    parts = []
    if shown.before and (day := shown.before.weighin.day):
        last, told = shown.before.counted[dimension].counted, month(day, look, shown.today)
        if last is not None and last == shown.weighed.counted[dimension].counted:
            parts.append(tr("as in {month}", month=told))
        else:
            parts.append(tr("{month} {level}", month=told, level=level_words(last)))
    if shown.other:
        level = level_words(shown.other.counted[dimension].counted)
        parts.append(tr("{rival} {level}", rival=shown.other_name, level=level))
    if len(parts) == 2:
        return tr("{first}, {second}", first=parts[0], second=parts[1])
    return parts[0] if parts else tr("not weighed before")


def _moved(shown: RowShown, dimension: Dimension, look: Look) -> str:
    """ "3 → 4, +1" between the two weigh-ins that are compared; what is not known in both does not count there."""
    now = shown.weighed.counted[dimension].counted
    last = shown.before.counted[dimension].counted if shown.before else None
    told = {"last": level_words(last), "now": level_words(now)}
    if now is None or last is None:
        return look.tr("{last} → {now}, not known in both", **told)
    if now == last:
        return look.tr("{now} in both", **told)
    return look.tr("{last} → {now}, {gap}", gap=tell_gap(now - last, 0), **told)


def spoken_row(shown: RowShown, dimension: Dimension, look: Look) -> str:
    """A row for a screen reader: "Rivals: 3, target 4"."""
    told = {"dimension": look.tr(dimension.label), "level": level_words(shown.weighed.counted[dimension].entered)}
    if (wanted := shown.wanted(dimension)) is None:
        return look.tr("{dimension}: {level}", **told)
    return look.tr("{dimension}: {level}, target {wanted}", wanted=wanted, **told)
