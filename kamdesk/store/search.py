"""Finds records by any text in them, by the pinyin of their names or its initials."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kamdesk.client.client import sections
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.store.fold import fold, parts, query_of, unfolded_place
from kamdesk.store.indexing import Index
from kamdesk.store.late import sa
from kamdesk.store.reading import read_by_seq

Why = Literal["text", "pinyin", "initials"]
_AROUND = 30  # characters shown before the match, and twice as many from it on
# Where a query looks, in the order of what a person most likely means.
_PASSES: tuple[tuple[str, Why], ...] = (
    ("title", "text"),
    ("pinyin", "pinyin"),
    ("initials", "initials"),
    ("title text", "text"),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found: where it is, what it is called, the place of the match and why it matched."""

    section: str
    key: str
    owner: str
    title: str
    excerpt: str
    why: Why
    record: Record


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody typed, folded and cut into its parts."""

    folded: str
    terms: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str) -> _Asked:
        folded = fold(text).strip()
        return cls(folded, tuple(parts(folded)))

    def query(self, columns: str) -> str:
        """The FTS5 query for all terms, "" when it has no sense; Latin words alone are looked for as pinyin."""
        spelled = columns in ("pinyin", "initials")
        if spelled and not self._may_be_spelled:
            return ""
        asked = []
        for kind, part in self.terms:
            where = "title text" if spelled and kind != "word" else columns
            asked.append(f"{{{where}}} : {query_of(kind, part)}")
        return " AND ".join(asked)

    @property
    def _may_be_spelled(self) -> bool:
        """Letters, and between them nothing but what people put between syllables."""
        typed = sum(len(part) for _, part in self.terms)
        between = sum(sign in " '" for sign in self.folded)
        letters = any(kind == "word" and part.isascii() and part.isalpha() for kind, part in self.terms)
        return letters and typed + between == len(self.folded)


def find(connection: sa.Connection, index: Index, text: str, limit: int, wanted: Collection[str]) -> list[Hit]:
    """The best hits first: in the title, then by pinyin or initials of a name, then anywhere in the text."""
    asked = _Asked.of(text)
    found: dict[tuple[str, int], Why] = {}
    for columns, why in _PASSES:
        query = asked.query(columns)
        if query and len(found) < limit:
            for row in _rows(connection, query, limit, list(index.ranges(wanted))):
                found.setdefault(index.place(row), why)
    chosen = list(found)[:limit]
    records = _records(connection, chosen)
    hits = [_hit(records[place], place[0], found[place], asked) for place in chosen if place in records]
    return sorted(hits, key=lambda hit: _rank(hit, asked.folded))


def _rows(connection: sa.Connection, query: str, limit: int, ranges: Iterable[tuple[int, int]]) -> list[int]:
    """The first rows that match, by section; the index's own ranking would first have to look at all of them."""
    sql = "SELECT rowid FROM search WHERE search MATCH ?"
    rows: list[int] = []
    if not ranges:
        return list(connection.exec_driver_sql(f"{sql} LIMIT ?", (query, limit)).scalars())
    for first, end in ranges:
        some = connection.exec_driver_sql(
            f"{sql} AND rowid BETWEEN ? AND ? LIMIT ?", (query, first, end - 1, limit - len(rows))
        )
        rows += some.scalars()
    return rows


def _records(connection: sa.Connection, chosen: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Record]:
    by_section: dict[str, list[int]] = {}
    for section, seq in chosen:
        by_section.setdefault(section, []).append(seq)
    return {
        (name, seq): record
        for name, seqs in by_section.items()
        for seq, record in read_by_seq(connection, sections()[name], seqs).items()
    }


@cache
def _order() -> dict[str, int]:
    return {name: place for place, name in enumerate(sections())}


def _rank(hit: Hit, folded: str) -> tuple[int, int, int, str]:
    """Title equal, title begins so, title has it, pinyin, initials, text; then heads before what belongs to them."""
    title = fold(hit.title)
    if title == folded:
        match = 0
    elif title.startswith(folded):
        match = 1
    elif folded in title:
        match = 2
    else:
        match = 3 + ("pinyin", "initials", "text").index(hit.why)
    return match, _order()[hit.section], len(title), title


def _hit(record: Record, section: str, why: Why, asked: _Asked) -> Hit:
    excerpt = _excerpt(record, asked) if why == "text" else ""
    return Hit(section, record.key, record.owner, record.title, excerpt, why, record)


def _excerpt(record: Record, asked: _Asked) -> str:
    """The words around what was typed, or around a part of it, in a text that is not the title; "" if none has it."""
    texts = [
        value
        for field in fields_of(type(record))
        if field.kind in (Kind.TEXT, Kind.NOTE) and (value := getattr(record, field.name)) not in ("", record.title)
    ]
    for wanted in (asked.folded, *(part for _, part in asked.terms)):
        for text in texts:
            folded = fold(text)
            place = folded.find(wanted)
            if place >= 0:
                return _cut(text, place if len(folded) == len(text) else unfolded_place(text, place))
    return ""


def _cut(text: str, place: int) -> str:
    start, end = max(0, place - _AROUND), min(len(text), place + 2 * _AROUND)
    told = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{told}{'…' if end < len(text) else ''}"
