"""The names that a list of clients is filtered by, kept folded and spelled, and searched in memory at every key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from kamdesk.client.client import section_of
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.store.fold import fold, parts
from kamdesk.store.late import sa
from kamdesk.store.pinyin import spellings
from kamdesk.store.reading import Rows
from kamdesk.store.tables import table_of

LISTED = ("company", "contacts")  # a client is found by what it is called and by its people
_MANY = 500
_READ = "SELECT section, owner, names FROM names"
_LINES = 5  # of a record's first lines; names, titles, industry, region stand there


class Names:
    """Every client's names, read once and then kept up to date."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, str]] | None = None  # by section and client
        self._changed: set[str] = set()
        self._joined: dict[tuple[str, ...], dict[str, str]] = {}  # by sections and client, made of `_held`

    def change(self, connection: sa.Connection, changes: Mapping[int, tuple[Record | None, Record | None]]) -> None:
        """Follow records, by their place, from what they were to what they are; most edits leave names alone."""
        gone: list[int] = []
        rows: list[dict[str, Any]] = []
        for seq, (before, after) in changes.items():
            old, new = (_names(record) if record else "" for record in (before, after))
            if old == new:
                continue
            if before is not None:
                gone.append(seq)
                self._changed.add(before.owner)
            if after is not None:
                section = section_of(type(after)).name
                rows.append({"seq": seq, "section": section, "owner": after.owner, "names": new})
                self._changed.add(after.owner)
        names = table_of("names")
        for start in range(0, len(gone), _MANY):
            connection.execute(sa.delete(names).where(names.c.seq.in_(gone[start : start + _MANY])))
        if rows:
            connection.execute(sa.insert(names), rows)

    def owners(self, rows: Rows, text: str, sections: Iterable[str]) -> list[str]:
        """The clients in whose names all parts of a text are: Chinese anywhere, letters where a word begins."""
        held = self._read(rows)
        wanted = [f" {part}" if kind == "word" else part for kind, part in parts(fold(text))]
        if not wanted:
            return []
        asked = tuple(sections)
        if asked not in self._joined:
            joined: dict[str, str] = {}
            for section in asked:
                for owner, names in held[section].items():
                    joined[owner] = joined.get(owner, "") + names
            self._joined[asked] = joined
        found = self._joined[asked]
        for part in wanted:
            found = {owner: names for owner, names in found.items() if part in names}
        return list(found)

    def _read(self, rows: Rows) -> dict[str, dict[str, str]]:
        """All names, or again those of changed clients."""
        if self._held is None:
            self._held = {section: {} for section in LISTED}
            self._take(rows(f"{_READ} ORDER BY seq", ()))
        elif self._changed:
            for held in self._held.values():
                for owner in self._changed:
                    held.pop(owner, None)
            for owner in sorted(self._changed):
                self._take(rows(f"{_READ} WHERE owner = ? ORDER BY seq", (owner,)))
        else:
            return self._held
        self._joined.clear()
        self._changed.clear()
        return self._held

    def _take(self, rows: Iterable[Sequence[str]]) -> None:
        assert self._held is not None
        for section, owner, told in rows:
            held = self._held[section]
            held[owner] = held.get(owner, "") + told


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
