"""Values inside a sentence that each language tells in its own way: days, amounts, names in a row.

They are for sentences that are shown at once; the journal keeps only plain values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.telling import tell_list
from kamdesk.client.units import Money, tell_day, tell_money
from kamdesk.words import Said, Words


@dataclass(frozen=True, slots=True)
class _Day(Said):
    def tell(self, words: Words) -> str:
        """The day as the language writes it."""
        day = self.values["day"]
        assert isinstance(day, date)
        return tell_day(day, words)


@dataclass(frozen=True, slots=True)
class _Amount(Said):
    def tell(self, words: Words) -> str:
        """The amount as the language writes it."""
        amount = self.values["amount"]
        assert isinstance(amount, Money)
        return tell_money(amount, words)


@dataclass(frozen=True, slots=True)
class _Row(Said):
    def tell(self, words: Words) -> str:
        """The items with the comma of the language between them."""
        items = self.values["items"]
        assert isinstance(items, tuple)
        return tell_list([item.tell(words) if isinstance(item, Said) else str(item) for item in items], words)


def day_said(day: date) -> Said:
    """A day, told when the sentence is."""
    return _Day("{day}", {"day": day})


def money_said(amount: Money) -> Said:
    """An amount, told when the sentence is."""
    return _Amount("{amount}", {"amount": amount})


def row_said(items: Iterable[Said | str]) -> Said:
    """Several names or words in a row."""
    return _Row("{items}", {"items": tuple(items)})
