"""The concession ladder item by item: opening, next steps, floor, what is asked in return, and who must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kamdesk.client.visit_records import Concession, Step, Visit
from kamdesk.words import Said, said

_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
_PERCENT = re.compile(r"\d\s*[%％]")


@dataclass(frozen=True, slots=True)
class Ladder:
    """All rungs of one item in their order, from what we open with to the floor."""

    item: str
    rungs: tuple[Concession, ...]

    @property
    def opening(self) -> Concession | None:
        """What we begin with: the ideal."""
        return next((rung for rung in self.rungs if rung.step is Step.OPEN), None)

    @property
    def floor(self) -> Concession | None:
        """What we never go below."""
        return next((rung for rung in self.rungs if rung.step is Step.FLOOR), None)

    @property
    def unit(self) -> str:
        """What the figures count."""
        return next((rung.unit.strip() for rung in self.rungs if rung.unit.strip()), "")

    @property
    def authority(self) -> str:
        """What the rep may grant alone, "" while nothing is written down."""
        return next((rung.authority.strip() for rung in self.rungs if rung.authority.strip()), "")

    @property
    def call(self) -> str:
        """Whom to call beyond it."""
        return next((rung.call.strip() for rung in self.rungs if rung.call.strip()), "")


def ladders(visit: Visit, concessions: Iterable[Concession]) -> tuple[Ladder, ...]:
    """The ladders of a visit, by item in the order they were first written down."""
    mine = sorted((item for item in concessions if item.visit == visit.key), key=lambda item: item.rank or 0)
    held: dict[str, list[Concession]] = {}
    for rung in mine:
        held.setdefault(rung.item.strip(), []).append(rung)
    return tuple(Ladder(item, tuple(rungs)) for item, rungs in held.items())


def beyond(ladder: Ladder, rung: Concession) -> bool:
    """Whether a rung goes further than the rep may alone; False while that cannot be told. Source: method S2-18.

    The way from the opening tells which way is further: down with a price, up with days to pay. A limit in percent is
    that of the way from the opening.
    """
    first, limit = _number(ladder.opening.offer) if ladder.opening else None, _number(ladder.authority)
    offered = _number(rung.offer)
    if limit is None or offered is None:
        return False
    if _PERCENT.search(ladder.authority) and not _PERCENT.search(rung.offer):
        return first is not None and abs(offered - first) * 100 > abs(limit * first)
    last = _number(ladder.rungs[-1].offer)
    if first is None or last is None or first == last:
        return False
    return offered < limit if last < first else offered > limit


def warning(ladder: Ladder) -> Said | None:
    """What to see to before going: a step beyond the rep's authority."""
    far = next((rung for rung in ladder.rungs if beyond(ladder, rung)), None)
    if far is None:
        return None
    values = {"item": ladder.item or ladder.unit, "offer": far.offer, "limit": ladder.authority, "name": ladder.call}
    if far.step is Step.FLOOR:
        if ladder.call:
            return said("{item}: the floor {offer} is beyond my authority {limit}; ask {name} first", **values)
        return said("{item}: the floor {offer} is beyond my authority {limit}", **values)
    if ladder.call:
        return said("{item}: {offer} is beyond my authority {limit}; ask {name} first", **values)
    return said("{item}: {offer} is beyond my authority {limit}", **values)


def _number(text: str) -> Decimal | None:
    found = _NUMBER.search(text)
    return Decimal(found[0].replace(",", "").replace("−", "-")) if found else None
