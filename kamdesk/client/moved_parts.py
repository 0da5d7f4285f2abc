"""One move between two states of a client, and how its direction and its two values are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kamdesk.client.record import Choice, Field, Kind
from kamdesk.client.saying import day_said, money_said
from kamdesk.client.telling import Names, as_is
from kamdesk.client.units import Money
from kamdesk.client.visiting import local_day
from kamdesk.words import NC_, Said, said

NEW = Said(NC_("moved", "new"))
EACH = 3  # so many records of one section are told one by one, more in one line
_LONGEST = 40  # a text longer than this is not a value one takes in at a glance


class Sign(StrEnum):
    """Which way something moved; SAME has changed in no direction, STILL has not moved although it should have."""

    UP = "up"
    DOWN = "down"
    NEW = "new"
    GONE = "gone"
    SAME = "same"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Moved:
    """One move: what, which way, from where to where, and the record it leads to ("" for several or the client)."""

    said: Said
    sign: Sign
    value: Said
    section: str
    key: str = ""


def sign_of(before: float | None, after: float | None) -> Sign:
    """The direction of a number; what was or is not known is new or gone."""
    if before is None or after is None:
        return Sign.SAME if before is after else Sign.NEW if before is None else Sign.GONE
    return Sign.SAME if before == after else Sign.UP if after > before else Sign.DOWN


def order_sign(before: Choice | None, after: Choice | None, best_first: bool = True) -> Sign:
    """The direction of a choice whose members stand in an order."""
    known = before if before is not None else after
    order = [] if known is None else list(type(known))
    if best_first:
        order.reverse()
    return sign_of(*(None if item is None else order.index(item) for item in (before, after)))


def text_said(text: str) -> Said:
    """The user's own words as a value; that it is new where there are none."""
    return as_is(text.strip()) if text.strip() else NEW


def few(moves: Iterable[Moved]) -> Iterator[Moved]:
    """The moves with no more of what is new than the first of each section: the others are told with the rest."""
    new = Counter[str]()
    for move in moves:
        new[move.section] += move.sign is Sign.NEW
        if move.sign is not Sign.NEW or new[move.section] <= EACH:
            yield move


def from_to(before: Said, after: Said) -> Said:
    """Both values with an arrow between them."""
    return said("{before} → {after}", before=before, after=after)


def choice_said(value: Choice | None) -> Said:
    """A choice in words."""
    return said("unknown") if value is None else Said(value.label)


def value_said(field: Field, value: Any, names: Names) -> Said | None:
    """A value short enough to be told in a line, "–" for none; None when it is too long or no text."""
    if value is None or value in ("", ()):
        return as_is("–")
    if field.kind in (Kind.TEXT, Kind.NOTE):
        text = str(value).strip()
        return as_is(text) if len(text) <= _LONGEST and "\n" not in text else None
    return _typed(field, value, names)


def _typed(field: Field, value: Any, names: Names) -> Said | None:
    if isinstance(value, Choice):
        return Said(value.label)
    if isinstance(value, Money):
        return money_said(value)
    if isinstance(value, datetime):
        return day_said(local_day(value))
    if isinstance(value, date):
        return day_said(value)
    if field.kind is Kind.TICK:
        return said("Yes") if value else said("No")
    if field.kind is Kind.LINK:
        return as_is(name) if (name := names(value)) else None
    if field.kind is Kind.PERCENT:
        return as_is(f"{value.normalize():f}%")
    return as_is(str(value)) if field.kind is Kind.NUMBER else None
