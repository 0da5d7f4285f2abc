"""Bring clients in from files, as one step that can be taken back: a package, or the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kamdesk.client.client import Client, Workspace, sections_of
from kamdesk.client.edit import Edit, add, change
from kamdesk.client.library import Profile, Threshold
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.client.rules import Rules
from kamdesk.client.shipped_checklists import shipped_templates
from kamdesk.client.weighing import freeze
from kamdesk.desk.change import Change
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble, reason
from kamdesk.exchange.package import Package, read_package
from kamdesk.exchange.strict_json import MAX_BYTES
from kamdesk.paths import resource
from kamdesk.store.troubles import Stale
from kamdesk.words import Said, Words, said, words_for


def bring(desk: Desk, path: Path) -> Change:
    """Bring in the client, or what clients share, that a file holds; Trouble when it is refused, then nothing changed.

    Records keep the keys of the file, so that links hold and the same client is never brought in twice. Of what
    clients share, only what is not yet here is added: our own words about a rival stand.
    """
    package = _read(path, desk.clock.now())
    return _add(desk, said("Bring in {name}", name=_name(package, path)), [package], path.name)


def load_sample(desk: Desk, language: str) -> Change:
    """Bring in the invented clients that ship with KAMDesk with their past editions, and checklists in a language."""
    from kamdesk.desk.past_editions import past_editions  # only the sample has them

    folder, now = resource("sample"), desk.clock.now()
    packages = [_read(path, now) for path in sorted(folder.glob("*.json"))]

    def editions(clients: list[Client], workspace: Workspace) -> Iterable[Record]:
        return past_editions(folder / "editions", clients, workspace, now)

    return _add(desk, said("Load the sample"), packages, folder.name, _templates(desk, words_for(language)), editions)


def start_empty(desk: Desk, language: str) -> Change:
    """What an empty start brings along: checklists in a language; nothing when there are some."""
    return desk.do(said("Set up checklists"), *_templates(desk, words_for(language)))


def _read(path: Path, now: datetime) -> Package:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # never more than the reader accepts, whatever the file's size
    except OSError as wrong:
        what = said("{file} can't be read: {reason}.", file=str(path), reason=reason(wrong))
        raise Trouble(what, said("Nothing was changed.")) from wrong
    return read_package(data, path.name, now)


def _name(package: Package, path: Path) -> str:
    return package.client.company.called if package.client else path.name


def _templates(desk: Desk, words: Words) -> tuple[Edit, ...]:
    if desk.workspace().templates:
        return ()
    return tuple(add(record) for template, items in shipped_templates(words) for record in (template, *items))


def _add(
    desk: Desk,
    words: Said,
    packages: list[Package],
    file: str,
    others: Iterable[Edit] = (),
    more: Callable[[list[Client], Workspace], Iterable[Record]] = lambda _clients, _workspace: (),
) -> Change:
    """Do it as one step: what is shared first, because clients link to it; `more` is what is made of both."""
    workspace = desk.workspace()
    here = {(type(record), record.key) for record in workspace.records}
    shared = [record for package in packages for record in package.shared]
    ours = {threshold.name for threshold in workspace.thresholds}
    new = [
        record
        for record in shared
        if (type(record), record.key) not in here and not (isinstance(record, Threshold) and record.name in ours)
    ]
    rules = Rules.of((*workspace.thresholds, *(record for record in new if isinstance(record, Threshold))))
    clients = [freeze(replace(package.client, rules=rules)) for package in packages if package.client]
    _refuse_present(desk, [client.company.called for client in clients], [client.key for client in clients])
    records = [record for client in clients for record in client.records]
    _refuse_lost_links(records, [*workspace.records, *new], file)
    profiles = [record for record in shared if isinstance(record, Profile)]
    filled = _filled(workspace, profiles)
    edits = [*filled, *map(add, new), *others, *map(add, records)]
    edits += map(add, more(clients, _together(workspace, [*filled, *map(add, new), *others])))
    try:
        return desk.do(words, *edits)
    except Stale as stale:  # a key of the file is already taken by a record of another client
        told = said("{file} can't be brought in: parts of it are already here.", file=file)
        raise Trouble(told, said("Nothing was changed.")) from stale


def _together(workspace: Workspace, edits: Iterable[Edit]) -> Workspace:
    """The workspace as it will be."""
    after = {edit.record.key: edit.record for edit in edits}
    return Workspace.of({**{record.key: record for record in workspace.records}, **after}.values())


def _refuse_present(desk: Desk, names: list[str], keys: list[str]) -> None:
    here = {company.key for company in desk.store.companies()}
    present = [name for name, key in zip(names, keys, strict=True) if key in here]
    if len(present) == 1:
        told = said("“{name}” is already here, so nothing was brought in.", name=present[0])
        raise Trouble(told, said("To bring it in anew, remove the client first."))
    if present:
        told = said("{n} of these clients are already here, so nothing was brought in.", n=len(present))
        raise Trouble(told, said("To bring them in anew, remove them first."))


def _refuse_lost_links(records: list[Record], shared: list[Record], file: str) -> None:
    """A link to a rival, colleague or checklist must find it here or in the file."""
    parts = {part.record: part.name for part in sections_of(Workspace)}
    held = {(parts[type(record)], record.key) for record in shared}
    for record in (*records, *shared):
        for field in fields_of(type(record)):
            key = getattr(record, field.name)
            if field.kind is Kind.LINK and key and field.target in parts.values() and (field.target, key) not in held:
                told = said(
                    "{file} can't be brought in: {field} {key} is not here.",
                    file=file,
                    field=Said(field.label),
                    key=key,
                )
                raise Trouble(told, said("Nothing was changed."))


def _filled(workspace: Workspace, profiles: list[Profile]) -> list[Edit]:
    """The rep's own settings, filled from the file where they are still empty."""
    edits = []
    for profile in profiles:
        own = workspace.profile
        values: dict[str, Any] = {field.name: getattr(profile, field.name) for field in fields_of(Profile)}
        gained = {name: value for name, value in values.items() if getattr(own, name) in (None, "")}
        edits.append(change(own, **gained))
    return edits
