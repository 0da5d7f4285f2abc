"""A measured figure beside its floor and its budget, and the table of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `limit` is in the figure's unit, `times` in multiples of the floor; one of them is set."""

    name: str
    ours: float
    floor: float
    unit: str
    what_floor: str
    limit: float | None = None
    times: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def passed(self) -> bool:
        """True within the budget."""
        return self.ratio <= self.times if self.times is not None else self.ours <= (self.limit or 0)

    @property
    def budget(self) -> str:
        """The budget in words."""
        return f"≤ {self.times:g} × floor" if self.times is not None else f"≤ {self.limit:g} {self.unit}"


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
                "pass" if figure.passed else "SHORT",
                figure.what_floor + (f"; {figure.note}" if figure.note else ""),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
