"""What changed, as a value: views decide from it what to read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from kamdesk.client.client import section_of
from kamdesk.client.edit import Edit
from kamdesk.words import Said


@dataclass(frozen=True, slots=True)
class Change:
    """The owners and sections that some edits touched, and the words of the step."""

    owners: frozenset[str]
    sections: frozenset[str]
    said: Said

    @classmethod
    def of(cls, said: Said, edits: Iterable[Edit]) -> Self:
        """The change that these edits make."""
        records = [edit.record for edit in edits]
        return cls(
            frozenset(record.owner for record in records),
            frozenset(section_of(type(record)).name for record in records),
            said,
        )
