"""The few shapes every chart is made of; colours are names that screen and paper each resolve in their own way.

Units are points, x to the right and y downwards. A group may carry a name (for hit-testing) and a label (read aloud).
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pen:
    """A line's colour name, width and dash pattern (on, off, … in points)."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """An open line through points."""

    points: tuple[Point, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline, filled and or drawn; `opacity` is the fill's, 0-1."""

    points: tuple[Point, ...]
    fill: str = ""
    pen: Pen | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by centre and radius."""

    x: float
    y: float
    r: float
    fill: str = ""
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of a circle's outline: from `start` over `sweep` degrees, 0 at twelve o'clock, clockwise."""

    x: float
    y: float
    r: float
    start: float
    sweep: float
    pen: Pen


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle with square or round corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    pen: Pen | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text whose baseline passes through y; `anchor` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: int = 400
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together."""

    shapes: tuple[Shape, ...]
    name: str = ""
    label: str = ""


Shape = Line | Polygon | Circle | Arc | Rectangle | Text | Group


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished chart: its size, its shapes and what it says in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    label: str = ""
