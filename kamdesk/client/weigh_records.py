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


# the fields of each dimension by name: levels are asked for ten thousand times when two hundred people are shown
_LEVEL = {dimension: dimension.value for dimension in Dimension}
_WEIGHT = {dimension: f"{dimension.value}_weight" for dimension in Dimension}
_COUNTED = {dimension: f"{dimension.value}_counted" for dimension in Dimension}


@record
class WeighIn(Record):
    """The levels of one person on one day, for us or, when `rival` is set, for a rival.

    A level is 1-5, or None for unknown. A weight of 0 keeps the level on record without counting it; the chosen
    dimensions are those of positive weight. Weights are kept with each weigh-in so that a later change of the
    preset never rewrites history (method F1), and so is what each level counted as when it was weighed: a fact written
    down, changed or removed later is part of the next weigh-in, never of this one.
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
    acceptance_counted: int | None = kinds.number(N_("Acceptance as counted"), 1, 5)
    activity_counted: int | None = kinds.number(N_("Activity as counted"), 1, 5)
    information_counted: int | None = kinds.number(N_("Information as counted"), 1, 5)
    guidance_counted: int | None = kinds.number(N_("Guidance as counted"), 1, 5)
    project_counted: int | None = kinds.number(N_("Project as counted"), 1, 5)
    rivalry_counted: int | None = kinds.number(N_("Rivals as counted"), 1, 5)
    remark: str = kinds.text(N_("Remark"))

    def level(self, dimension: Dimension) -> int | None:
        """The level entered for a dimension, 1-5, None when unknown."""
        value: int | None = getattr(self, _LEVEL[dimension])
        return value

    def weight(self, dimension: Dimension) -> int:
        """The weight of a dimension, 0 when it is not chosen."""
        return getattr(self, _WEIGHT[dimension]) or 0

    def kept(self, dimension: Dimension) -> int | None:
        """What the level counted as when it was weighed, 1-5; None when it was unknown or nothing is kept."""
        value: int | None = getattr(self, _COUNTED[dimension])
        return value


class EvidenceKind(Choice):
    """What a fact rests on."""

    DEED = "deed", N_("Did it")
    WORDS = "words", N_("Said it")
    DOCUMENT = "document", N_("In writing")
    HEARSAY = "hearsay", N_("Heard from others")


class Confidence(Choice):
    """How sure we are."""

    HIGH = "high", NC_("confidence", "High")
    MEDIUM = "medium", NC_("confidence", "Medium")
    LOW = "low", NC_("confidence", "Low")


@record
class Evidence(Record):
    """A dated fact that shows a person's behaviour on one dimension."""

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    dimension: Dimension | None = kinds.choice(N_("Dimension"), Dimension)
    day: date | None = kinds.day(N_("Day"), required=True)
    text: str = kinds.text(N_("What happened"), required=True)
    source: str = kinds.text(N_("Source"))
    second_source: str = kinds.text(N_("Confirmed by"), hint=N_("Another person, a document, a meeting we saw"))
    kind: EvidenceKind | None = kinds.choice(NC_("evidence", "Kind"), EvidenceKind)
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)
    volunteered: bool = kinds.tick(N_("Told us unasked"))
    visit: str | None = kinds.link(N_("From visit"), "visits")


@record
class Target(Record):
    """Where a relationship shall be on a day, and what it is good for; a level of None is left as it is (method F2)."""

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    set_on: date | None = kinds.day(N_("Set on"), required=True)
    by: date | None = kinds.day(N_("By"), required=True)
    acceptance: int | None = kinds.number(N_("Acceptance"), 1, 5)
    activity: int | None = kinds.number(NC_("dimension", "Activity"), 1, 5)
    information: int | None = kinds.number(N_("Information"), 1, 5)
    guidance: int | None = kinds.number(N_("Guidance"), 1, 5)
    project: int | None = kinds.number(NC_("dimension", "Project"), 1, 5)
    rivalry: int | None = kinds.number(NC_("dimension", "Rivals"), 1, 5)
    opportunity: str | None = kinds.link(N_("For the order"), "opportunities")
    goal: str | None = kinds.link(N_("For the goal"), "goals")
    remark: str = kinds.text(N_("Remark"))

    def level(self, dimension: Dimension) -> int | None:
        """The level wanted, 1-5; None where nothing is set."""
        value: int | None = getattr(self, _LEVEL[dimension])
        return value


@record
class Organisation(Record):
    """How company stands to company on a day, five items of 1-5; the sixth is measured (method F3, third layer)."""

    day: date | None = kinds.day(N_("Day"), required=True)
    executive: int | None = kinds.number(N_("Executives visit each other"), 1, 5)
    framework: int | None = kinds.number(N_("Framework or strategic agreement"), 1, 5)
    planning: int | None = kinds.number(N_("Joint planning or innovation"), 1, 5)
    review: int | None = kinds.number(N_("Regular business review"), 1, 5)
    ranking: int | None = kinds.number(N_("Our place among their suppliers"), 1, 5)
    remark: str = kinds.text(N_("Remark"))
