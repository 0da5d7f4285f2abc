"""The arithmetic behind one number in one shape, for the screen and for paper."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.account import Person
from kamdesk.client.saying import day_said
from kamdesk.client.units import tell_decimal
from kamdesk.client.weighing import Weighed
from kamdesk.words import Said, said

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line: what it is, its figures in the order of the heads, a remark, and the record it leads to."""

    what: Said
    terms: tuple[str, ...]
    note: Said | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A number explained: `heads[0]` is over `what`, the others over the terms; `result` is the row under them."""

    title: Said
    formula: Said
    heads: tuple[Said, ...]
    lines: tuple[SumLine, ...]
    result: tuple[str, ...]  # totals, as many as terms; "" where there is none
    answer: str  # "50.30 ÷ 16 = 3.14", the last step; "—" while nothing is known
    notes: tuple[Said, ...] = ()


def two(value: float | None) -> str:
    """A figure with two decimals; a dash while it is unknown."""
    return NOTHING if value is None else tell_decimal(value, 2)


def percent(value: float | None) -> str:
    """A share of 0.0-1.0 in percent."""
    return NOTHING if value is None else f"{tell_decimal(100 * value, 0)}%"


def divided(above: float, below: float, shown: str = "") -> str:
    """The last step of a mean: "50.30 ÷ 16 = 3.14"."""
    if not below:
        return NOTHING
    under = tell_decimal(below, 0) if below == int(below) else two(below)
    return f"{two(above)} ÷ {under} = {shown or two(above / below)}"


def weighed_on(weighed: Weighed | None) -> Said | None:
    """The day an input is from."""
    return said("weighed {day}", day=day_said(weighed.weighin.day)) if weighed and weighed.weighin.day else None


def why_missing(person: Person) -> Said:
    """Why a person has no score."""
    if person.weighed is None or person.weighed.score is None:
        return said("not weighed")
    return said("{share} known, too little", share=percent(person.weighed.completeness))
