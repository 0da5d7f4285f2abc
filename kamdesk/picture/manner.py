"""The two manners a chart is drawn in: on the screen with colours, on paper with one accent, marks and dashes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kamdesk.picture.shapes import Pen

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Series:
    """How one line of a chart looks; `half` is half the size of its mark in points."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    mark: str = ""  # "circle", "square", "triangle", "diamond", "ring", "" for none
    half: float = 2.4
    filled: bool = True

    @property
    def pen(self) -> Pen:
        """The line itself."""
        return Pen(self.colour, self.width, self.dash)


@dataclass(frozen=True, slots=True)
class Manner:
    """Everything that differs between screen and paper."""

    us: Series
    before: Series
    rivals: tuple[Series, Series, Series]
    target: Series
    label: float  # size of labels, points
    note: float  # size of axis numbers and second lines
    grid: Pen
    rim: Pen
    cut: Pen
    axis: Pen
    fill: float  # opacity of the area within our line, 0 for none
    strong: int  # weight of what is ours

    @property
    def rival(self) -> Series:
        """The main rival."""
        return self.rivals[0]

    def series(self, name: str) -> Series:
        """The look of "now", "last", "rival" or "target"."""
        return {"now": self.us, "last": self.before, "rival": self.rival, "target": self.target}[name]


SCREEN = Manner(
    us=Series("us", 1.5, mark="circle", half=2.4),
    before=Series("before", 1.1, (3.8, 2.6)),
    rivals=(
        Series("rival", 1.1, (1.5, 1.9), "triangle", 2.6),
        Series("rival_b", 1.1, (4.5, 2.2), "square", 2.2),
        Series("rival_c", 1.1, (6.0, 2.2, 1.5, 2.2), "diamond", 2.6, filled=False),
    ),
    target=Series("target", 1.1, mark="ring", half=3.6, filled=False),
    label=9.0,
    note=9.0,
    grid=Pen("line", 0.75),
    rim=Pen("edge", 0.75),
    cut=Pen("edge", 0.75, (2.0, 2.0)),
    axis=Pen("edge", 0.75),
    fill=0.14,
    strong=600,
)
PAPER = Manner(
    us=Series("us", 2.0, mark="circle", half=1.0 * MM),
    before=Series("before", 1.1, (2.4, 1.8)),
    rivals=(
        Series("ink", 1.2, (7.4, 3.7), "square", 0.85 * MM, filled=False),
        Series("muted", 1.0, (4.2, 2.6), "diamond", 1.05 * MM, filled=False),
        Series("edge", 1.0, (1.4, 3.1), "triangle", 1.0 * MM, filled=False),
    ),
    target=Series("ink", 1.0, (1.4, 3.1), "diamond", 1.05 * MM, filled=False),
    label=8.5,
    note=8.0,
    grid=Pen("rule", 0.35),
    rim=Pen("edge", 0.6),
    cut=Pen("edge", 0.7, (4.0, 2.6)),
    axis=Pen("edge", 0.6),
    fill=0.0,
    strong=700,
)


def smaller(manner: Manner) -> Manner:
    """The manner for small multiples: thinner lines, the rival's dash closer (PAPER.md, Lines and charts)."""
    if manner is not PAPER:
        return manner
    rival = Series("ink", 0.9, (4.2, 2.6), "square", 0.7 * MM, filled=False)
    ours = Series("us", 1.7, mark="circle", half=0.85 * MM)
    return replace(manner, us=ours, rivals=(rival, *manner.rivals[1:]))
