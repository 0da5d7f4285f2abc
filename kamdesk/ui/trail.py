"""The places visited, for back and forward."""

from __future__ import annotations

from kamdesk.ui.pages.page import Goto

_LONGEST = 100


class Trail:
    """A list of places with a finger on the present one."""

    def __init__(self) -> None:
        self._places: list[Goto] = []
        self._at = -1

    def visit(self, goto: Goto) -> None:
        """Go on to a place; what lay ahead is forgotten. The same place again is no new step."""
        here = Goto(goto.place, goto.client)
        if self.here == here:
            return
        self._places = [*self._places[: self._at + 1], here][-_LONGEST:]
        self._at = len(self._places) - 1

    def back(self) -> Goto | None:
        """Step back and give that place; None at the beginning."""
        return self._step(-1)

    def forward(self) -> Goto | None:
        """Step forward and give that place; None at the end."""
        return self._step(1)

    def forget(self, client: str) -> None:
        """Leave out the places of a client that is gone."""
        kept = [place for place in self._places[: self._at + 1] if place.client != client]
        later = [place for place in self._places[self._at + 1 :] if place.client != client]
        self._places, self._at = kept + later, len(kept) - 1

    @property
    def here(self) -> Goto | None:
        """The present place."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_back(self) -> bool:
        """True when there is a place behind."""
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        """True when there is a place ahead."""
        return self._at + 1 < len(self._places)

    @property
    def clients(self) -> tuple[str, ...]:
        """The keys of the clients visited, the latest first, each once."""
        return tuple(dict.fromkeys(place.client for place in reversed(self._places) if place.client))

    def _step(self, by: int) -> Goto | None:
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        return self._places[self._at]
