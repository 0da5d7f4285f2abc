"""The search index: what it holds of each record, brought up to date in the same transaction as the record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kamdesk.client.client import section_of, sections
from kamdesk.client.edit import Edit
from kamdesk.client.library import Threshold
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.store.datafile import meta, set_meta
from kamdesk.store.engine import Door, writing
from kamdesk.store.fold import fold, index_words
from kamdesk.store.late import sa
from kamdesk.store.names import LISTED, Names
from kamdesk.store.pinyin import spellings

_INSERT = "INSERT INTO search (rowid, title, text, pinyin, initials) VALUES (?, ?, ?, ?, ?)"
_SPELLED = 40  # characters up to which a line is a name that somebody may type in pinyin
_SHIFT = 54  # a row's number is its section's number, then the record's `seq`: so whole sections can be asked for
_FIRST = ("company", "contacts", "colleagues", "rivals")  # what people look for most is found first


class Index:
    """The search index of one open data file."""

    def __init__(self, door: Door) -> None:
        known = meta(door, "sections").split()
        wanted = [*_FIRST, *(name for name in sections() if name not in _FIRST)]
        self._sections = [*known, *(name for name in wanted if name not in known)]
        if self._sections != known:  # a section that is new since the file was made gets the next number
            with writing(door.engine) as connection:
                set_meta(connection, "sections", " ".join(self._sections))
        self._numbers = {name: number for number, name in enumerate(self._sections)}
        self.names = Names()

    def update(self, connection: sa.Connection, edits: Sequence[Edit], seqs: Sequence[int]) -> None:
        """Index what the edits changed; a record whose text stays the same costs nothing."""
        old: set[int] = set()
        new: dict[int, Record] = {}
        listed: dict[int, tuple[Record | None, Record | None]] = {}
        for edit, seq in zip(edits, seqs, strict=True):
            before, after = texts_of(edit.before), texts_of(edit.after)
            if before == after:
                continue
            section = section_of(type(edit.record)).name
            row = self._numbers[section] << _SHIFT | seq
            if before:
                old.add(row)
            new.pop(row, None)
            if after and edit.after is not None:
                new[row] = edit.after
            if section in LISTED:
                first = listed[seq][0] if seq in listed else edit.before
                listed[seq] = (first, edit.after)
        if old:
            connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", [(row,) for row in old])
        if new:
            # In order of their numbers: with each step back the index would begin another piece of itself.
            connection.exec_driver_sql(_INSERT, [(row, *_indexed(new[row])) for row in sorted(new)])
        self.names.change(connection, listed)

    def place(self, row: int) -> tuple[str, int]:
        """The section and the `seq` of the record that a row of the index is about."""
        return self._sections[row >> _SHIFT], row & ((1 << _SHIFT) - 1)

    def ranges(self, names: Collection[str]) -> Iterator[tuple[int, int]]:
        """The rows of some sections, as few runs of them as there are, in their order."""
        numbers = sorted(self._numbers[name] for name in names)
        while numbers:
            first = last = numbers.pop(0)
            while numbers and numbers[0] == last + 1:
                last = numbers.pop(0)
            yield first << _SHIFT, (last + 1) << _SHIFT


def _indexed(record: Record) -> tuple[str, str, str, str]:
    """The words of title, all text, pinyin and initials."""
    title = fold(record.title)
    whole: list[str] = []
    short: list[str] = []
    lines = [fold(getattr(record, field.name)) for field in fields_of(type(record)) if field.kind is Kind.TEXT]
    for line in dict.fromkeys([title[:_SPELLED], *(line for line in lines if len(line) <= _SPELLED)]):
        for words, spelled in zip((whole, short), spellings(line), strict=True):
            words.append(spelled)
    text = "\n".join(index_words(fold(part)) for part in texts_of(record))
    return index_words(title), text, " ".join(whole), " ".join(short)


def texts_of(record: Record | None) -> tuple[str, ...]:
    """Every text of a record that is not empty, in the order of declaration; a rule has none that a person wrote."""
    if record is None or isinstance(record, Threshold):
        return ()
    values = (getattr(record, field.name) for field in fields_of(type(record)) if field.kind in (Kind.TEXT, Kind.NOTE))
    return tuple(value for value in values if value)
