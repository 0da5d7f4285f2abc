"""A client, or the workspace, as a file of JSON that a person can read: one section a list, one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, Section, Workspace, section_of, sections, sections_of
from kamdesk.client.library import Profile
from kamdesk.client.plain import to_plain
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.errors import Trouble
from kamdesk.exchange.cells import KEY, Unfit, from_cell
from kamdesk.exchange.strict_json import Refused, read_json
from kamdesk.words import Said, said

VERSION = 1
_MARK = "kamdesk"


@dataclass(frozen=True, slots=True)
class Package:
    """What a file holds: a client or none, and records that all clients share (the profile among them)."""

    client: Client | None
    shared: tuple[Record, ...] = ()


def read_package(data: bytes, name: str, now: datetime) -> Package:
    """The records of one file; `name` is told when it is refused.

    Trouble, with the place in the file, for anything that is not exactly as `write_package` writes it. Days may also
    be relative to `now`. Links into the file are checked; links to what all clients share are checked on arrival.
    """
    try:
        records = _records(read_json(data), now)
        _check_links(records)
    except (Refused, Unfit) as refused:
        told = said("{file} can't be brought in: {why}.", file=name, why=refused.why)
        raise Trouble(told, said("Nothing was changed.")) from refused
    own = {part.record for part in sections_of(Client)}
    mine = [record for record in records if type(record) in own]
    shared = tuple(record for record in records if type(record) not in own)
    return Package(Client.of(mine) if mine else None, shared)


def write_package(client: Client | None, workspace: Workspace | None = None) -> str:
    """The file's text. With both, the workspace gives only what the client links to; alone, it is written whole."""
    records: list[Record] = list(client.records) if client else []
    if workspace:
        records += _linked(client, workspace) if client else workspace.records
    parts: dict[str, list[str]] = {}
    for record in records:
        parts.setdefault(section_of(type(record)).name, []).append(_line(record))
    blocks = [f'"{_MARK}": {VERSION}']
    for name, lines in parts.items():
        body = lines[0] if sections()[name].single else "[\n  " + ",\n  ".join(lines) + "\n ]"
        blocks.append(f'"{name}": {body}')
    return "{\n " + ",\n ".join(blocks) + "\n}\n"


def _line(record: Record) -> str:
    plain = to_plain(record)
    del plain["owner"]  # the file says it once: everything belongs to its head
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)


def _linked(client: Client, workspace: Workspace) -> list[Record]:
    """The shared records that a client's links name, and those that hang on them."""
    wanted = {key for record in client.records for _, key in _links(record)}
    parts = [part for part in sections_of(Workspace) if not part.single]
    held = [record for part in parts for record in getattr(workspace, part.name)]
    return [record for record in held if record.key in wanted or any(key in wanted for _, key in _links(record))]


def _links(record: Record) -> Iterable[tuple[str, str]]:
    """The sections a record links into, each with the key it names."""
    for field in fields_of(type(record)):
        if field.kind is Kind.LINK and (key := getattr(record, field.name)):
            yield field.target, key


def _records(value: Any, now: datetime) -> list[Record]:
    """The records of a parsed file, in the order of the registry's sections."""
    if not isinstance(value, dict) or type(value.get(_MARK)) is not int:
        raise Refused(said("it is not a file of KAMDesk"))
    if value[_MARK] > VERSION:
        raise Refused(said("a newer KAMDesk wrote it"))
    known = sections()
    if strange := [name for name in value if name != _MARK and name not in known]:
        raise Refused(said("{name} is not known", name=f"{strange[0]!r:.40}"))
    if "company" not in value and any(part.name in value for part in sections_of(Client)):
        raise Refused(said("the client itself is missing"))
    owner = _owner(value.get("company"))
    records: list[Record] = []
    for part in known.values():
        for number, plain in enumerate(_plains(part, value), 1):
            records.append(_record(part, number, plain, owner, now))
    _check_keys(records)
    return records


def _owner(company: Any) -> str:
    return str(company.get("key", "")) if isinstance(company, dict) else ""


def _plains(part: Section, value: Mapping[str, Any]) -> list[Any]:
    if part.name not in value:
        return []
    held = value[part.name]
    if part.single:
        return [held]
    if not isinstance(held, list):
        raise Refused(said("{section} is not a list", section=Said(part.label)))
    return held


def _record(part: Section, number: int, plain: Any, owner: str, now: datetime) -> Record:
    def refuse(field: object, why: Said) -> Refused:
        place = said("{section} {number}, {field}", section=Said(part.label), number=number, field=field)
        return Refused(said("{place}: {why}", place=place, why=why))

    if not isinstance(plain, dict):
        raise Refused(said("{section} {number} is not a record", section=Said(part.label), number=number))
    key = plain.get("key")
    if not isinstance(key, str) or not KEY.fullmatch(key) or (part.record is Profile) != (key == WORKSPACE):
        raise refuse("key", said("{value} is not {kind}", value=f"{key!r:.40}", kind=said("a key")))
    fields = {field.name: field for field in fields_of(part.record)}
    values: dict[str, Any] = {}
    for name in plain.keys() - {"key"}:
        if name not in fields:
            raise refuse(f"{name!r:.40}", said("this field is not known"))
        try:
            values[name] = from_cell(fields[name], plain[name], now)
        except Unfit as unfit:
            raise refuse(Said(fields[name].label), unfit.why) from unfit
    belongs = owner if part in sections_of(Client) else _shared_owner(part)
    return part.record(key=key, owner=belongs, **values)


def _shared_owner(part: Section) -> str:
    return WORKSPACE if part in sections_of(Workspace) else ""


def _check_keys(records: Iterable[Record]) -> None:
    seen: set[str] = set()
    for record in records:
        if record.key in seen:
            raise Refused(said("the key {key} is given twice", key=record.key))
        seen.add(record.key)


def _check_links(records: list[Record]) -> None:
    """Refuse a link into the client that leads nowhere, and a record that lacks what it hangs on."""
    own = {part.name for part in sections_of(Client)}
    held = {(section_of(type(record)).name, record.key) for record in records}
    for record in records:
        part = section_of(type(record))
        for field in fields_of(type(record)):
            if field.kind is not Kind.LINK:
                continue
            key = getattr(record, field.name)
            if key and field.target in own and (field.target, key) not in held:
                raise Refused(_lost(part, field.label, key))
            if field.required and not key:
                raise Refused(said("{section}: {field} is missing", section=Said(part.label), field=Said(field.label)))


def _lost(part: Section, label: str, key: str) -> Said:
    return said("{section}: {field} {key} is not in it", section=Said(part.label), field=Said(label), key=key)
