"""A client as it stood when a paper was made of it, in few bytes; nothing but this program reads them."""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kamdesk.client.client import Client, Root, Section, Workspace, section_of, sections_of
from kamdesk.client.difference import ABOUT_PAPER
from kamdesk.client.plain import from_plain, to_plain
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.rules import Rules
from kamdesk.errors import Trouble
from kamdesk.words import said

MAX_BYTES = 16_000_000  # once unpacked: a snapshot that came with somebody's file must not fill the memory
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError, zlib.error)
_DIGITS = 30  # of an amount, before or behind the point
_VERSION = 1
_BY_LINK = ("rivals", "rival_facts", "templates", "template_items")


def pack(client: Client, workspace: Workspace) -> bytes:
    """The client without its papers and what it needs of the workspace; equal data gives equal bytes."""
    needed = _needed(client, workspace)
    kept = [record for record in client.records if section_of(type(record)).name not in ABOUT_PAPER]
    parts = _plain([*kept, *(record for record in workspace.records if _place(record) in needed)])
    text = json.dumps({"kamdesk": _VERSION, **parts}, separators=(",", ":"), allow_nan=False)
    return zlib.compress(text.encode("ascii"))


def unpack(data: bytes) -> tuple[Client, Workspace]:
    """The client and the workspace back; Trouble when they cannot be read.

    A field or section that later versions of the program no longer know is left out.
    """
    try:
        held = _read(data)
        client = Client.of(_records(Client, held))
        workspace = Workspace.of(_records(Workspace, held))
    except _UNREADABLE as wrong:
        what = said("What was printed then can't be read any more.")
        raise Trouble(what, said("The edition stays in the list; the client as it is now can be printed.")) from wrong
    return dataclasses.replace(client, rules=Rules.of(workspace.thresholds)), workspace


def _needed(client: Client, workspace: Workspace) -> set[tuple[str, str]]:
    """Section and key of the shared records that a paper of the client may tell of.

    Our own people, settings and rules as they are; of rivals and checklists those that the client links to, and what
    hangs on these.
    """
    needed = {place for record in client.records for place, _ in _links(record)}
    needed |= {_place(record) for record in workspace.records if _place(record)[0] not in _BY_LINK}
    grown = True
    while grown:
        before = len(needed)
        for record in workspace.records:
            hangs = any(required and place in needed for place, required in _links(record))
            if hangs or _place(record) in needed:
                needed |= {_place(record), *(place for place, _ in _links(record))}
        grown = len(needed) > before
    return needed


def _place(record: Record) -> tuple[str, str]:
    return section_of(type(record)).name, record.key


def _links(record: Record) -> Iterator[tuple[tuple[str, str], bool]]:
    """The places a record links to, each with whether it must."""
    for field in fields_of(type(record)):
        if field.kind is Kind.LINK and (key := getattr(record, field.name)):
            yield (field.target, key), field.required


def _plain(records: Iterable[Record]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault(section_of(type(record)).name, []).append(dict(to_plain(record)))
    return found


def _read(data: bytes) -> Mapping[str, Any]:
    reader = zlib.decompressobj()
    text = reader.decompress(data, MAX_BYTES)
    if not reader.eof or reader.unused_data:
        raise ValueError("cut off, too large or followed by something else")
    held = json.loads(text)
    if not isinstance(held, dict) or held.get("kamdesk") != _VERSION:
        raise ValueError("not a snapshot of this version")
    return held


def _records(root: type[Root], held: Mapping[str, Any]) -> list[Record]:
    return [_record(part, plain) for part in sections_of(root) for plain in held.get(part.name, ())]


def _record(part: Section, plain: Mapping[str, Any]) -> Record:
    known = {"key", "owner", *(field.name for field in fields_of(part.record))}
    record = from_plain(part.record, {name: value for name, value in plain.items() if name in known})
    for field in fields_of(part.record):
        _check_size(field, getattr(record, field.name))
    return record


def _check_size(field: Field, value: Any) -> None:
    """Refuse a number that would take more room when it is told than any number that was ever typed."""
    if field.kind is Kind.PERCENT and value is not None and not 0 <= value <= 100:
        raise ValueError(field.name)
    if field.kind is Kind.MONEY and value is not None:
        _, digits, exponent = value.amount.as_tuple()
        if not isinstance(exponent, int) or len(digits) > _DIGITS or abs(exponent) > _DIGITS:
            raise ValueError(field.name)
