"""A change of one record as a pair of values; undo is the pair swapped."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Self

from kamdesk.client.client import Root, sections
from kamdesk.client.record import Kind, Record, fields_of


@dataclass(frozen=True, slots=True)
class Edit:
    """`before` becomes `after`; None before is a new record, None after a removed one."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a record before or after")
        if (
            self.before
            and self.after
            and (type(self.before), self.before.key, self.before.owner)
            != (
                type(self.after),
                self.after.key,
                self.after.owner,
            )
        ):
            raise ValueError("an edit may not change type, key or owner")

    @property
    def record(self) -> Record:
        """The record it is about, as it shall be (as it was, when it is removed)."""
        held = self.after or self.before
        assert held is not None
        return held

    @property
    def swapped(self) -> Self:
        """The edit that takes this one back."""
        return type(self)(self.after, self.before)


def add(record: Record) -> Edit:
    """The edit that adds a record."""
    return Edit(None, record)


def change(record: Record, **values: Any) -> Edit:
    """The edit that gives some fields of a record new values."""
    return Edit(record, dataclasses.replace(record, **values))


def removal(root: Root, record: Record) -> tuple[Edit, ...]:
    """The edits that remove a record: whatever must link to it goes too, whatever may link to it lets go.

    Dependents come first, so that no link ever points to nothing.
    """
    edits: list[Edit] = []
    names = {part.name for part in sections().values() if part.record is type(record)}
    for item in root.records:
        if item.key == record.key:  # a line to itself goes with it
            continue
        links = [
            field
            for field in fields_of(type(item))
            if field.kind is Kind.LINK and field.target in names and getattr(item, field.name) == record.key
        ]
        if any(field.required for field in links):
            edits.extend(edit for edit in removal(root, item) if edit not in edits)
        elif links:
            edits.append(change(item, **{field.name: None for field in links}))
    return (*edits, Edit(record, None))


def removal_of_all(root: Root) -> tuple[Edit, ...]:
    """The edits that remove a whole client, its head last."""
    records = list(root.records)
    return tuple(Edit(item, None) for item in reversed(records))
