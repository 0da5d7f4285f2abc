"""What is written down when a relationship is weighed: levels on six dimensions and the facts behind them."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class Dimension(Choice):
    """The six dimensions in their order (SEED 003, method §2)."""

    ACCEPTANCE = "acceptance", N_("Acceptance")
    ACTIVITY = "activity", NC_("dimension", "Activity")
    INFORMATION = "information", N_("Information")
    GUIDANCE = "guidance", N_("Guidance")
    PROJECT = "project", NC_("dimension", "Project")
    RIVALRY = "rivalry", NC_("dimension", "Rivals")


@record
class WeighIn(Record):
    """The levels of one person on one day, for us or, when `rival` is set, for a rival.

    A level is 1-5, or None for unknown. A weight of 0 keeps the level on record without counting it; the chosen
    dimensions are those of positive weight. Weights are kept with each weigh-in so that a later change of the
    preset never rewrites history (method F1).
    """

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    rival: str | None = kinds.link(N_("Rival"), "rivals")
    day: date | None = kinds.day(N_("Day"), required=True)
    acceptance: int | None = kinds.number(N_("Acceptance"), 1, 5)
    activity: int | None = kinds.number(NC_("dimension", "Activity"), 1, 5)
    information: int | None = kinds.number(N_("Information"), 1, 5)
    guidance: int | None = kinds.number(N_("Guidance"), 1, 5)
    project: int | None = kinds.number(NC_("dimension", "Project"), 1, 5)
    rivalry: int | None = kinds.number(NC_("dimension", "Rivals"), 1, 5)
    acceptance_weight: int | None = kinds.number(N_("Weight of acceptance"), 0, 100)
    activity_weight: int | None = kinds.number(N_("Weight of activity"), 0, 100)
    information_weight: int | None = kinds.number(N_("Weight of information"), 0, 100)
    guidance_weight: int | None = kinds.number(N_("Weight of guidance"), 0, 100)
    project_weight: int | None = kinds.number(N_("Weight of project"), 0, 100)
    rivalry_weight: int | None = kinds.number(N_("Weight of rivals"), 0, 100)
    remark: str = kinds.text(N_("Remark"))

    def level(self, dimension: Dimension) -> int | None:
        """The level entered for a dimension, 1-5, None when unknown."""
        value: int | None = getattr(self, dimension.value)
        return value

    def weight(self, dimension: Dimension) -> int:
        """The weight of a dimension, 0 when it is not chosen."""
        return getattr(self, f"{dimension.value}_weight") or 0


@record
class Evidence(Record):
    """A dated fact that shows a person's behaviour on one dimension."""

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    dimension: Dimension | None = kinds.choice(N_("Dimension"), Dimension)
    day: date | None = kinds.day(N_("Day"), required=True)
    text: str = kinds.text(N_("What happened"), required=True)
    source: str = kinds.text(N_("Source"))
    second_source: str = kinds.text(N_("Confirmed by"), hint=N_("Another person, a document, a meeting we saw"))
