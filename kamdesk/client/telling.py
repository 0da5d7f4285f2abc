"""Any field's value as text: for lists, paper, sheets and the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from kamdesk.client.client import Root
from kamdesk.client.record import Field, Kind, Record
from kamdesk.client.units import tell_day, tell_moment, tell_money
from kamdesk.words import Said, Words

Names = Callable[[str], str]


def nameless(_key: str) -> str:
    """The names of nobody: a link shows as nothing."""
    return ""


def tell(field: Field, value: Any, words: Words, names: Names = nameless, today: date | None = None) -> str:
    """The value as a person reads it, "" when there is none; with `today` the current year is left out of days."""
    if value is None or value == "" or value == ():
        return ""
    match field.kind:
        case Kind.DAY:
            return tell_day(value, words, today)
        case Kind.MOMENT:
            return tell_moment(value, words, today)
        case Kind.MONEY:
            return tell_money(value, words)
        case Kind.PERCENT:
            return f"{value.normalize():f}%"
        case Kind.CHOICE:
            return words.tr(value.label)
        case Kind.FLAGS:
            return tell_list([words.tr(item.label) for item in value], words)
        case Kind.TICK:
            return words.tr("Yes") if value else words.tr("No")
        case Kind.LINK:
            return names(value)
        case Kind.PICTURE:
            return words.tr("Picture")
        case Kind.PACKED:
            return ""
        case Kind.NUMBER:
            return f"{value} {words.tr(field.unit)}" if field.unit else str(value)
        case _:
            return str(value)


def as_is(text: str) -> Said:
    """The user's own words where a sentence of the program could stand; they are never translated."""
    return Said("{text}", {"text": text})


def tell_list(items: list[str], words: Words) -> str:
    """Several words in a row, with the comma the language uses for that."""
    return ("、" if words.chinese else ", ").join(items)


def name_of(record: Record) -> str:
    """What a record is called where there is little room: its short name, else its title."""
    called: str = getattr(record, "called", "") or record.title
    return called


def names_of(*roots: Root) -> Names:
    """What the records of these roots are called, by their keys; "" for any other key."""
    known = {record.key: name_of(record) for root in roots for record in root.records}
    return lambda key: known.get(key, "")
