"""A bullet bar: where a figure stands on its scale, with its target as a tick (PAPER.md, page P1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.picture.lettering import text_width
from kamdesk.picture.manner import MM, PAPER, Manner
from kamdesk.picture.shapes import Line, Pen, Picture, Rectangle, Shape, Text

_PANEL, _BAR, _TICK = 4.2 * MM, 2.0 * MM, 1.0 * MM


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of a bar: its ends, and the numbers written below with their places."""

    low: float
    high: float
    numbers: Sequence[tuple[float, str]] = ()
    start: float | None = None  # where the bar begins: 0 for a lead; None is the low end
    band: tuple[float, float] | None = None  # drawn darker: neither ahead nor behind


LEVELS = Scale(1, 5, tuple((level, str(level)) for level in range(1, 6)))
LEADS = Scale(-2, 2, ((-2, "−2"), (-1, "−1"), (0, "0"), (1, "+1"), (2, "+2")), 0.0, (-0.5, 0.5))


def bullet(
    value: float | None,
    scale: Scale = LEVELS,
    *,
    target: float | None = None,
    target_text: str = "",
    width: float = 52 * MM,
    manner: Manner = PAPER,
    label: str = "",
) -> Picture:
    """The bar; an unknown value leaves the panel empty but for a question mark."""
    over = manner.note * 1.1 + _TICK + 3 if target_text else _TICK + 1
    inset = max((text_width(text, manner.note) / 2 for _, text in scale.numbers), default=0.0)
    left, span = inset, width - 2 * inset

    def x(level: float) -> float:
        kept = min(max(level, scale.low), scale.high)
        return left + span * (kept - scale.low) / (scale.high - scale.low)

    shapes: list[Shape] = [Rectangle(left, over, span, _PANEL, "panel")]
    if scale.band:
        shapes.append(Rectangle(x(scale.band[0]), over, x(scale.band[1]) - x(scale.band[0]), _PANEL, "line"))
    if value is None:
        shapes.append(
            Text(left + span / 2, over + _PANEL / 2 + manner.note * 0.36, "?", manner.note, "muted", 600, "middle")
        )
    else:
        shapes.append(_bar(x(scale.low if scale.start is None else scale.start), x(value), over, value, scale))
    if target is not None:
        tick = x(target)
        shapes.append(Line(((tick, over - _TICK), (tick, over + _PANEL + _TICK)), Pen("ink", 1.6)))
        half = text_width(target_text, manner.note, 500) / 2
        place = min(max(tick, half), width - half)
        shapes.append(Text(place, over - _TICK - 3, target_text, manner.note, "ink", 500, "middle"))
    below = over + _PANEL + _TICK + manner.note * 0.95
    shapes.extend(Text(x(at), below, text, manner.note, "muted", 400, "middle") for at, text in scale.numbers)
    height = below + manner.note * 0.3 if scale.numbers else over + _PANEL + _TICK
    return Picture(width, height, tuple(shapes), label)


def _bar(start: float, end: float, over: float, value: float, scale: Scale) -> Shape:
    """The bar from where the scale begins; red below the band."""
    behind = scale.band is not None and value <= scale.band[0]
    least = 0.6 if start == end else 0.0
    top = over + (_PANEL - _BAR) / 2
    return Rectangle(min(start, end) - least, top, abs(end - start) + 2 * least, _BAR, "bad" if behind else "us")
