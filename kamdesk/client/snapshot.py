"""A client as it stood when a paper was made of it, in few bytes; nothing but this program reads them."""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from kamdesk.client.client import Client, Root, Section, Workspace, sections_of
from kamdesk.client.difference import ABOUT_PAPER
from kamdesk.client.plain import from_plain, to_plain
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.client.rules import Rules
from kamdesk.errors import Trouble
from kamdesk.words import said

MAX_BYTES = 64_000_000  # once unpacked: a snapshot that came with somebody's file must not fill the memory
_VERSION = 1


def pack(client: Client, workspace: Workspace) -> bytes:
    """The client without its papers and what it needs of the workspace; equal data gives equal bytes."""
    wanted = _linked(client, workspace)
    parts = {
        **_plain(client, [record for record in client.records if _name(client, record) not in ABOUT_PAPER]),
        **_plain(workspace, [record for record in workspace.records if record.key in wanted]),
    }
    text = json.dumps({"kamdesk": _VERSION, **parts}, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return zlib.compress(text.encode("ascii"), 9)


def unpack(data: bytes) -> tuple[Client, Workspace]:
    """The client and the workspace back; Trouble when they cannot be read.

    A field or section that later versions of the program no longer know is left out.
    """
    try:
        held = _read(data)
        client = Client.of(_records(Client, held))
        workspace = Workspace.of(_records(Workspace, held))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, zlib.error) as wrong:
        what = said("What was printed then can't be read any more.")
        raise Trouble(what, said("The edition stays in the list; the client as it is now can be printed.")) from wrong
    return dataclasses.replace(client, rules=Rules.of(workspace.thresholds)), workspace


def _linked(client: Client, workspace: Workspace) -> set[str]:
    """The keys of the shared records that the client's links name, those that hang on them, profile and rules."""
    wanted = {key for record in client.records for key in _links(record)}
    wanted |= {record.key for record in workspace.records if wanted & set(_links(record))}
    kept = {record.key for record in (workspace.profile, *workspace.thresholds)}
    return wanted | kept


def _links(record: Record) -> Iterable[str]:
    for field in fields_of(type(record)):
        if field.kind is Kind.LINK and (key := getattr(record, field.name)):
            yield key


def _name(root: Root, record: Record) -> str:
    return next(part.name for part in sections_of(type(root)) if part.record is type(record))


def _plain(root: Root, records: list[Record]) -> dict[str, list[dict[str, Any]]]:
    parts = {part.record: part for part in sections_of(type(root))}
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault(parts[type(record)].name, []).append(dict(to_plain(record)))
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
    return from_plain(part.record, {name: value for name, value in plain.items() if name in known})
