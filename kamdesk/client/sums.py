"""Every number's arithmetic with its inputs and their days: one door to all of them."""

from __future__ import annotations

from kamdesk.client.sum_shape import Sum, SumLine
from kamdesk.client.sums_account import (
    sum_of_dependence,
    sum_of_layer,
    sum_of_light,
    sum_of_meals,
    sum_of_roles,
    sum_of_worth,
)
from kamdesk.client.sums_people import (
    sum_of_ari,
    sum_of_conservative,
    sum_of_cover,
    sum_of_estimate,
    sum_of_gap,
    sum_of_lead,
    sum_of_priority,
    sum_of_score,
    sum_of_wanted,
)

__all__ = [
    "Sum",
    "SumLine",
    "sum_of_ari",
    "sum_of_conservative",
    "sum_of_cover",
    "sum_of_dependence",
    "sum_of_estimate",
    "sum_of_gap",
    "sum_of_layer",
    "sum_of_lead",
    "sum_of_light",
    "sum_of_meals",
    "sum_of_priority",
    "sum_of_roles",
    "sum_of_score",
    "sum_of_wanted",
    "sum_of_worth",
]
