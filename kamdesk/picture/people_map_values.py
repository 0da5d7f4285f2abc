"""What the people map is made of: a box for each person, the lines between them, and where all of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kamdesk.picture.shapes import Point

Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """One person as the map shows it; every word is in the reader's language already.

    `attitude` names what the border tells: "coach", "supporter", "neutral", "non_supporter", "enemy", "unweighed",
    "placeholder"; with another overlay "ahead", "level", "behind", or "several", "one", "nobody" (of ours).
    """

    key: str
    name: str
    line: str = ""  # title · role, below the name
    title: str = ""
    role: str = ""  # the weightiest of the roles
    department: str = ""
    boss: str | None = None
    influence: int = 0  # 1-5, 0 unknown
    attitude: str = "unweighed"
    stands: str = ""  # the word for the border
    score: str = ""  # the figure at the upper right
    lead: str = ""  # the figure at the lower right
    sign: str = "unknown"  # before the lead: "up", "down", "level", "unknown", "" for none
    coverage: str = ""  # "none", "thin", "several", "deep", "" unknown
    holder: str = ""  # who of ours holds the tie, as paper tells it
    told_lead: str = ""  # the lead with its word: "−0.75 must be won"
    note: str = ""  # of a placeholder: what is unknown
    ask: str = ""  # of a placeholder: who could tell
    target: bool = False  # the person it is about: a second frame
    terms: tuple[str, str, str] = ("", "", "")  # paper's words for influence, the rival and us
    label: str = ""  # all of it, read aloud


@dataclass(frozen=True, slots=True)
class MapTie:
    """A line beside the reporting lines; `kind` is "influence", "trust", "conflict" or "route"."""

    key: str
    kind: str
    source: str
    target: str
    note: str = ""


class MapDepartment(NamedTuple):
    """A department's outline, its name and, when nobody in it is known, what is said about that."""

    name: str
    box: Box
    note: tuple[str, ...] = ()
    note_at: Point = (0.0, 0.0)  # the baseline of the first line


class MapReport(NamedTuple):
    """A reporting line, from the boss to the child."""

    child: str
    points: tuple[Point, ...]


class MapPath(NamedTuple):
    """A tie with its way and its label; `label_at` is the left end of the label's baseline, None where none fits.

    Where a list beside the map tells the notes, `label` is the number of this one and `number_at` its middle.
    """

    tie: MapTie
    points: tuple[Point, ...]
    label_at: Point | None = None
    label: str = ""  # the note, shortened to its place
    number_at: Point | None = None


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Where everything stands, in points; `hidden` counts the people below each collapsed one."""

    width: float
    height: float
    boxes: dict[str, Box]
    departments: tuple[MapDepartment, ...] = ()
    reports: tuple[MapReport, ...] = ()
    ties: tuple[MapPath, ...] = ()
    hidden: dict[str, int] = field(default_factory=dict)
