"""A mail draft with the document that was just saved, to whom it is for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kamdesk.client.client import Client, Workspace
from kamdesk.client.record import Record
from kamdesk.exchange.maildraft import Attached, mail_draft
from kamdesk.exchange.outfile import free_path, put_file
from kamdesk.words import Words


def address_of(reader: str, client: Client, workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Name and mail address of a reader who is known; nobody otherwise."""
    asked = reader.strip().casefold()
    people: list[Record] = [*client.contacts, *workspace.colleagues]
    for person in people:
        name, mail = getattr(person, "name", ""), getattr(person, "email", "")
        if asked and name.strip().casefold() == asked and mail:
            return ((name, mail),)
    return ()


def write_draft(
    document: Path, reader: str, client: Client, workspace: Workspace, words: Words, stamp: datetime
) -> Path:
    """Write a draft beside the document, which goes along as it lies there; gives where the draft is."""
    body = words.tr("Please find {file} attached.", file=document.name)
    if reader:
        body = words.tr("{reader}, please find {file} attached.", reader=reader, file=document.name)
    signed = "\n".join((body, "", workspace.profile.name, workspace.profile.company)).strip()
    to = address_of(reader, client, workspace)
    data = mail_draft(document.stem, signed, to, [Attached(document.name, document.read_bytes())], stamp)
    target = free_path(document.with_suffix(".eml"))  # one that somebody wrote on already stays
    put_file(target, data)
    return target
