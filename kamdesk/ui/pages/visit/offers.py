"""What is known and may be taken over into a visit: a few at a time, without what was declined."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from kamdesk.client.visit_records import Visit
from kamdesk.ui.pages.visit.told_rows import Offered

T = TypeVar("T")


class Offers(Generic[T]):
    """The rows that are offered now; declining one lasts as long as the page."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._declined: set[tuple[str, str]] = set()  # visit, text
        self._visit = ""
        self._found: dict[str, T] = {}
        self.rows: list[Offered] = []
        self.more = 0  # how many wait behind them

    def offer(self, visit: Visit, found: Iterable[tuple[str, str, T]]) -> None:
        """Offer these to a visit: words, a remark, and what is taken; a visit that is over is offered nothing."""
        self._visit = visit.key
        open_ones = found if visit.result is None else ()
        rows = [
            Offered(f"offer {text}", text, note, taken)
            for text, note, taken in open_ones
            if (visit.key, f"offer {text}") not in self._declined
        ]
        self.rows, self.more = rows[: self._most], max(0, len(rows) - self._most)
        self._found = {row.key: row.taken for row in self.rows}

    def get(self, key: str) -> T | None:
        """What a row stands for; None for a row of another kind."""
        return self._found.get(key)

    def decline(self, key: str) -> None:
        """Offer it no more."""
        self._declined.add((self._visit, key))
