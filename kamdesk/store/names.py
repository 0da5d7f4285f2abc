"""The names that a list of clients is filtered by, kept folded and spelled, and searched in memory at every key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import takewhile
from typing import Any

import sqlalchemy as sa

from kamdesk.client.client import section_of
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.store.fold import fold, parts
from kamdesk.store.pinyin import spellings
from kamdesk.store.tables import table_of

LISTED = ("company", "contacts")  # a client is found by what it is called and by its people
_MANY = 500
_LINES = 5  # of a record's first lines; names, titles, industry, region stand there


class Names:
    """Every client's names, read once and then kept up to date."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, str]] | None = None  # by section and client
        self._changed: set[str] = set()

    def change(self, connection: sa.Connection, old: Collection[int], new: Mapping[int, Record]) -> None:
        """Drop the names of some records and keep those of others, both by their place."""
        names = table_of("names")
        for start in range(0, len(old), _MANY):
            gone = names.c.seq.in_(list(old)[start : start + _MANY])
            self._changed.update(connection.execute(sa.select(names.c.owner).where(gone)).scalars())
            connection.execute(sa.delete(names).where(gone))
        rows = [
            {"seq": seq, "section": section_of(type(record)).name, "owner": record.owner, "names": _names(record)}
            for seq, record in new.items()
        ]
        if rows:
            connection.execute(sa.insert(names), rows)
        self._changed.update(record.owner for record in new.values())

    def owners(self, connection: sa.Connection, text: str, sections: Iterable[str]) -> list[str]:
        """The clients in whose names all parts of a text are: Chinese anywhere, letters where a word begins."""
        held = self._read(connection)
        wanted = [f" {part}" if kind == "word" else part for kind, part in parts(fold(text))]
        if not wanted:
            return []
        found: dict[str, str] = {}
        for section in sections:
            for owner, names in held[section].items():
                found[owner] = found.get(owner, "") + names
        return [owner for owner, names in found.items() if all(part in names for part in wanted)]

    def _read(self, connection: sa.Connection) -> dict[str, dict[str, str]]:
        """All names, or again those of changed clients."""
        names = table_of("names")
        chosen = sa.select(names.c.section, names.c.owner, names.c.names).order_by(names.c.seq)
        if self._held is None:
            self._held = {section: {} for section in LISTED}
        elif self._changed:
            chosen = chosen.where(names.c.owner.in_(self._changed))
            for held in self._held.values():
                for owner in self._changed:
                    held.pop(owner, None)
        else:
            return self._held
        for section, owner, told in connection.execute(chosen):
            held = self._held[section]
            held[owner] = held.get(owner, "") + told
        self._changed.clear()
        return self._held


def _names(record: Record) -> str:
    """The first lines, folded, with pinyin and initials; a blank stands before each word."""
    lines = takewhile(_is_line, fields_of(type(record)))
    told: list[str] = []
    for _, field in zip(range(_LINES), lines, strict=False):
        line: Any = fold(getattr(record, field.name))
        told += (part for _, part in parts(line))
        told += spellings(line)
    return "".join(f" {part}" for part in told if part)


def _is_line(field: Field) -> bool:
    return field.kind is Kind.TEXT
