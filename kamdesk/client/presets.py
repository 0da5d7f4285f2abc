"""What counts how much in a weigh-in: ready-made sets of weights, and the ones it starts with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kamdesk.client.company import Company
from kamdesk.client.library import Profile, WeightSet
from kamdesk.client.weigh_records import Dimension
from kamdesk.words import N_, NC_

Weights = dict[Dimension, int]


def _weights(*values: int) -> Weights:
    return dict(zip(Dimension, values, strict=True))


PRESETS: dict[str, Weights] = {
    "lite": _weights(0, 0, 10, 0, 10, 10),
    "four": _weights(10, 0, 10, 0, 10, 10),
    "balanced": _weights(10, 10, 10, 10, 10, 10),
    "project": _weights(10, 5, 20, 15, 30, 20),
    "long_term": _weights(25, 15, 15, 15, 15, 15),
}
PRESET_LABELS: dict[str, str] = {
    "lite": N_("Lite: three dimensions"),
    "four": N_("Four dimensions"),
    "balanced": NC_("weights", "Balanced"),
    "project": N_("Project push"),
    "long_term": N_("Long term"),
}


def shares(weights: Weights) -> dict[Dimension, float]:
    """w_d / Σ w_d × 100, percent; all 0 when nothing is chosen. Source: the weights of method F1."""
    total = sum(weights.values())
    return {dimension: 100 * weights.get(dimension, 0) / total if total else 0.0 for dimension in Dimension}


def preset_of(weights: Weights) -> str:
    """The name of the preset with the same shares, "" when they are the rep's own."""
    mine = shares(weights)
    return next((name for name, preset in PRESETS.items() if shares(preset) == mine), "")


def set_of(weights: Weights, sets: Iterable[WeightSet]) -> WeightSet | None:
    """The rep's own named set with the same shares; None when there is none."""
    mine = shares(weights)
    return next((item for item in sets if shares(weights_of(item)) == mine), None)


def weights_of(record: Company | Profile | WeightSet) -> Weights:
    """The weights written down on a client, on the rep's profile or under a name; 0 where there is none."""
    return {dimension: getattr(record, f"{dimension.value}_weight") or 0 for dimension in Dimension}


def as_fields(weights: Weights) -> dict[str, Any]:
    """Weights as the values of a record's fields; a dimension that is not named weighs 0."""
    return {f"{dimension.value}_weight": weights.get(dimension, 0) for dimension in Dimension}


def starting_weights(profile: Profile, company: Company | None = None) -> Weights:
    """The weights a first weigh-in starts with: the client's own, else the rep's, else the four-dimension preset."""
    for record in (company, profile):
        if record is not None and any((own := weights_of(record)).values()):
            return own
    return dict(PRESETS["four"])
