"""Short codes on tinted plates, side by side in as many rows as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Halves, Prose
from kamdesk.document.style import MM

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_RIM, _APART, _BELOW = 0.9 * MM, 0.9 * MM, 0.7 * MM
_ROW = 4  # of them side by side at most


@dataclass(frozen=True, slots=True)
class Chips:
    """Codes of equal width."""

    codes: Sequence[Prose]

    @property
    def _wide(self) -> float:
        return max(code.natural() for code in self.codes) + 2 * _RIM

    def _tall(self, width: float) -> float:
        return max(code.height(width) for code in self.codes)

    def _places(self, width: float) -> Iterator[tuple[Prose, float, float]]:
        """Each code with where its plate stands."""
        wide, tall = self._wide, self._tall(width)
        fit = max(1, min(_ROW, int((width + _APART + 0.01) / (wide + _APART))))
        for number, code in enumerate(self.codes):
            down, across = divmod(number, fit)
            yield code, across * (wide + _APART), down * (tall + _BELOW)

    def natural(self) -> float:
        """A full row, or all of them."""
        count = min(_ROW, len(self.codes))
        return count * self._wide + (count - 1) * _APART

    def least(self) -> float:
        """One plate."""
        return self._wide

    def height(self, width: float) -> float:
        """All rows."""
        return max(y for _, _, y in self._places(width)) + self._tall(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Row by row; the plate first."""
        wide, tall = self._wide, self._tall(width)
        for code, across, down in self._places(width):
            sheets.rectangle(x + across, y + down, wide, tall, "tint", radius=1.0)
            code.draw(sheets, x + across + (wide - code.natural()) / 2, y + down, code.natural() + 0.01)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never: a goal stands with all its actions."""
        return None
