"""The weekly review: which clients are to be looked at again, the most pressing first (field 23, method C9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.client.glance import Glance
from kamdesk.client.rules import RULES, Rules
from kamdesk.words import Said, said

_DAYS = {"S": "review_s", "A": "review_a", "B": "review_b", "C": "review_c"}


@dataclass(frozen=True, slots=True)
class Due:
    """A client to review, and why now."""

    glance: Glance
    last: date | None
    days: int  # since it was to be reviewed; 0 is today
    why: Said


def interval(glance: Glance, rules: Rules = RULES) -> int:
    """Days between two reviews of a client by its grade; part of them where something is at risk."""
    days: float = getattr(rules, _DAYS.get(glance.grade, "review_c"))
    share = rules.review_risk / 100 if at_risk(glance) else 1.0
    return max(round(rules.review_least), round(days * share))


def at_risk(glance: Glance) -> bool:
    """Whether a key person prefers the rival, we trail, or the light is red."""
    return glance.contested > 0 or glance.light == "red" or (glance.lead or 0) < 0


def due_reviews(glances: Iterable[Glance], today: date, rules: Rules = RULES, ahead: int = 0) -> tuple[Due, ...]:
    """The clients whose review is due within `ahead` days, the longest due first, among these the better grade."""
    found = [due for glance in glances if (due := _due(glance, today, rules)).days >= -ahead]
    order = {"S": 0, "A": 1, "B": 2, "C": 3}
    return tuple(sorted(found, key=lambda due: (-due.days, order.get(due.glance.grade, 4))))


def _due(glance: Glance, today: date, rules: Rules) -> Due:
    last = glance.reviewed
    if last is None:
        return Due(glance, None, 0, said("never reviewed"))
    days = (today - (last + timedelta(interval(glance, rules)))).days
    why = said("reviewed {n} d ago", n=(today - last).days)
    if at_risk(glance):
        why = said("reviewed {n} d ago, at risk", n=(today - last).days)
    return Due(glance, last, days, why)
