"""Cuts long texts: a page that never grows shows little of them, and setting them takes long."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from kamdesk.client.client import Root, sections_of
from kamdesk.client.record import Kind, Record, fields_of

R = TypeVar("R", bound=Root)
_MOST = 1_500  # characters of a text of a client
_LINE = 600  # of one that takes a line or two


def shortened(root: R) -> R:
    """The same with texts cut to far more than a page of fixed size can show."""
    changed: dict[str, Any] = {}
    for part in sections_of(type(root)):
        held = (getattr(root, part.name),) if part.single else getattr(root, part.name)
        cut = tuple(_cut(record) for record in held)
        if any(now is not before for now, before in zip(cut, held, strict=True)):
            changed[part.name] = cut[0] if part.single else cut
    return dataclasses.replace(root, **changed) if changed else root  # the same value keeps its measures


def cut(text: str) -> str:
    """As much of a text as a sheet or a card can show, in one paragraph."""
    return " ".join(text[:_LINE].split())


def _cut(record: Record) -> Record:
    texts = {it.name: getattr(record, it.name) for it in fields_of(type(record)) if it.kind in (Kind.TEXT, Kind.NOTE)}
    long = {name: text[:_MOST] for name, text in texts.items() if len(text) > _MOST}
    return dataclasses.replace(record, **long) if long else record
