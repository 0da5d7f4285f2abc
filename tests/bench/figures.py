"""A measured figure beside its floor and its budget, and the table of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `limit` is in the figure's unit, `times` in multiples of the floor; without both it informs.

    `least`: the limit is the least that will do, not the most.
    """

    name: str
    ours: float
    floor: float
    unit: str
    what_floor: str
    limit: float | None = None
    times: float | None = None
    note: str = ""
    least: bool = False

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def passed(self) -> bool:
        """True within the budget."""
        if self.times is not None and self.ratio > self.times:
            return False
        if self.limit is None:
            return True
        return self.ours >= self.limit if self.least else self.ours <= self.limit

    @property
    def verdict(self) -> str:
        """Whether it is within the budget, where there is one."""
        if self.times is None and self.limit is None:
            return "told"
        return "pass" if self.passed else "SHORT"

    @property
    def budget(self) -> str:
        """The budget in words."""
        parts = [f"{'≥' if self.least else '≤'} {self.limit:g} {self.unit}"] if self.limit is not None else []
        parts += [f"≤ {self.times:g} × floor"] if self.times is not None else []
        return ", ".join(parts) or "—"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all stay at or below."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, max(0, round(share * len(ranked)) - 1))]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return percentile(values, 0.5)


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table that reads well in a terminal and in Markdown."""
    rows = [("measure", "ours", "floor", "ratio", "budget", "verdict", "floor is")]
    for figure in figures:
        rows.append(
            (
                figure.name,
                f"{figure.ours:.4g} {figure.unit}",
                f"{figure.floor:.4g} {figure.unit}",
                f"{figure.ratio:.2f}",
                figure.budget,
                figure.verdict,
                figure.what_floor + (f"; {figure.note}" if figure.note else ""),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
