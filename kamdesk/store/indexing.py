"""What the search index holds of a record, brought up to date in the same transaction as the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from kamdesk.client.client import section_of
from kamdesk.client.edit import Edit
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.store.fold import fold, index_words
from kamdesk.store.pinyin import spellings

_INSERT = (
    "INSERT INTO search (rowid, title, text, pinyin, initials, section, key, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_SPELLED = 40  # characters up to which a line is a name that somebody may type in pinyin


def index_edits(connection: sa.Connection, edits: Sequence[Edit], seqs: Sequence[int]) -> None:
    """Index what the edits changed; a record whose text stays the same costs nothing."""
    old: list[tuple[Any, ...]] = []
    new: dict[int, tuple[Any, ...]] = {}
    for edit, seq in zip(edits, seqs, strict=True):
        before, after = _texts(edit.before), _texts(edit.after)
        if before == after:
            continue
        if before:
            old.append((seq,))
        new.pop(seq, None)
        if after and edit.after is not None:
            new[seq] = (seq, *_indexed(edit.after), section_of(type(edit.after)).name, edit.after.key, edit.after.owner)
    if old:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", old)
    if new:
        connection.exec_driver_sql(_INSERT, list(new.values()))


def _indexed(record: Record) -> tuple[str, str, str, str]:
    """The words of title, all text, pinyin and initials."""
    title, texts = fold(record.title), [fold(text) for text in _texts(record)]
    whole: list[str] = []
    short: list[str] = []
    lines = [fold(getattr(record, field.name)) for field in fields_of(type(record)) if field.kind is Kind.TEXT]
    for line in dict.fromkeys([title[:_SPELLED], *(line for line in lines if len(line) <= _SPELLED)]):
        for words, spelled in zip((whole, short), spellings(line), strict=True):
            words.append(spelled)
    return index_words(title), "\n".join(map(index_words, texts)), " ".join(whole), " ".join(short)


def _texts(record: Record | None) -> tuple[str, ...]:
    """Every text of a record that is not empty, in the order of declaration."""
    if record is None:
        return ()
    values = (getattr(record, field.name) for field in fields_of(type(record)) if field.kind in (Kind.TEXT, Kind.NOTE))
    return tuple(value for value in values if value)
