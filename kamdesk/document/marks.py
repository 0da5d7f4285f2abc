"""Small signs, drawn rather than typed, so that they look alike in every face and print in grey without doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Halves, Prose
from kamdesk.document.fonts import ASCENT, DESCENT
from kamdesk.document.setting import Setter
from kamdesk.document.style import BOLD, MM, Type, style
from kamdesk.document.text import plain
from kamdesk.picture.shapes import Pen

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_LETTER = 0.36  # em above the baseline, the middle of a digit
GAP = 1.2 * MM


@dataclass(slots=True)
class Mark:
    """One sign in a line of type: "up", "down", "level", "unknown", "flag", "box", "ticked", "us", "rival", "check",
    "cross", "star", "hand", "new", "gone", "same"."""

    name: str
    setter: Setter
    kind: Type

    def natural(self) -> float:
        """Its width with the gap behind it."""
        return style().mm("tick" if self.name in ("box", "ticked") else "mark") + GAP

    def least(self) -> float:
        """Its width."""
        return self.natural()

    def height(self, width: float) -> float:
        """One line."""
        return self.kind.leading

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Centred on the middle of the digits."""
        size = self.kind.size
        baseline = y + (self.kind.leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
        half = (self.natural() - GAP) / 2
        if self.name == "unknown":
            _unknown(sheets, x + half, baseline - _LETTER * size, half, self.setter)
        else:
            _DRAWN[self.name](sheets, x + half, baseline - _LETTER * size, half)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


def _up(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.polygon([(x - half, y + 0.86 * half), (x, y - 0.86 * half), (x + half, y + 0.86 * half)], "accent")


def _down(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.polygon([(x - half, y - 0.86 * half), (x, y + 0.86 * half), (x + half, y - 0.86 * half)], "alarm")


def _level(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.circle(x, y, 0.75 * half, "ink")


def _unknown(sheets: Sheets, x: float, y: float, half: float, setter: Setter) -> None:
    sheets.circle(x, y, half, "white", Pen("muted", 0.8))
    kind = Type(1.55 * half, 1.55 * half, BOLD, "muted")
    line = Prose(setter, plain("?"), kind).at(100).lines[0]
    sheets.text(x - line.width / 2, y + _LETTER * kind.size, line)


def _flag(sheets: Sheets, x: float, y: float, half: float) -> None:
    left, top = x - 0.8 * half, y - half
    sheets.polygon([(left, top), (left + 1.7 * half, top + 0.65 * half), (left, top + 1.3 * half)], "alarm")
    sheets.line([(left, top), (left, y + 1.1 * half)], Pen("alarm", 0.9))


def _box(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.rectangle(x - half, y - half, 2 * half, 2 * half, "white", style().lines["tick"])
    sheets.box(x, y, half, ticked=False)


def _ticked(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.rectangle(x - half, y - half, 2 * half, 2 * half, "white", style().lines["tick"])
    if not sheets.box(x, y, half, ticked=True):
        _check(sheets, x, y, 0.8 * half)


def _check(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.line(
        [(x - 0.75 * half, y), (x - 0.15 * half, y + 0.6 * half), (x + 0.85 * half, y - 0.7 * half)], Pen("ink", 1.2)
    )


def _cross(sheets: Sheets, x: float, y: float, half: float) -> None:
    pen = Pen("muted", 1.2)
    sheets.line([(x - 0.7 * half, y - 0.7 * half), (x + 0.7 * half, y + 0.7 * half)], pen)
    sheets.line([(x - 0.7 * half, y + 0.7 * half), (x + 0.7 * half, y - 0.7 * half)], pen)


def _us(sheets: Sheets, x: float, y: float, _half: float) -> None:
    sheets.circle(x, y, MM, "accent")


def _rival(sheets: Sheets, x: float, y: float, _half: float) -> None:
    side = 1.7 * MM
    sheets.rectangle(x - side / 2, y - side / 2, side, side, "white", Pen("ink", 0.8))


def _star(sheets: Sheets, x: float, y: float, half: float) -> None:
    points = [(0, -1), (0.24, -0.31), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81), (0, 0.4)]
    shape = [*points, *((-across, down) for across, down in points[-2:0:-1])]
    sheets.polygon([(x + half * across, y + half * down) for across, down in shape], "ink")


def _hand(sheets: Sheets, x: float, y: float, half: float) -> None:
    """A pencil, its tip at the lower left."""
    side, back = 0.32 * half, 0.86 * half
    body = [(-0.5, 0.06), (0.5, -0.94), (0.94, -0.5), (-0.06, 0.5)]
    sheets.polygon([(x + half * across, y + half * down) for across, down in body], "accent")
    sheets.polygon([(x - back, y + back), (x - 0.68 * half, y + 0.22 * half), (x - side, y + 0.6 * half)], "accent")


def _new(sheets: Sheets, x: float, y: float, half: float) -> None:
    pen = Pen("accent", 1.4)
    sheets.line([(x - 0.85 * half, y), (x + 0.85 * half, y)], pen)
    sheets.line([(x, y - 0.85 * half), (x, y + 0.85 * half)], pen)


def _gone(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.line([(x - 0.85 * half, y), (x + 0.85 * half, y)], Pen("ink", 1.4))


def _same(sheets: Sheets, x: float, y: float, half: float) -> None:
    sheets.circle(x, y, 0.55 * half, "white", Pen("ink", 0.9))


_DRAWN: dict[str, Callable[[Sheets, float, float, float], None]] = {
    "up": _up,
    "down": _down,
    "level": _level,
    "flag": _flag,
    "box": _box,
    "ticked": _ticked,
    "check": _check,
    "cross": _cross,
    "us": _us,
    "rival": _rival,
    "star": _star,
    "hand": _hand,
    "new": _new,
    "gone": _gone,
    "same": _same,
}
