"""Send documents out of the desk as files: for one client found by a name, or for all; needs no window."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble
from kamdesk.exchange.filename import safe_stem, unique_stems
from kamdesk.exchange.outfile import make_folder, put_file
from kamdesk.words import N_, Words, said

if TYPE_CHECKING:
    from kamdesk.document.plan import Written

_NAMED = 8  # so many names a sentence lists


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document that can be sent: its words and who writes it."""

    label: str
    write: Callable[[Client, Workspace, BinaryIO, Words, date], Written]


@dataclass(frozen=True, slots=True)
class Sent:
    """A document that lies where it was wanted; `missing_characters` are those that no bundled face has."""

    path: Path
    pages: int
    missing_characters: tuple[str, ...]


def _plan(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date) -> Written:
    from kamdesk.document.plan import write_plan  # late: what it needs is dear, and a wrong name should fail at once

    return write_plan(client, workspace, out, words, on)


DOCUMENTS: dict[str, Document] = {"plan": Document(N_("Account plan"), _plan)}


def find_client(desk: Desk, name: str) -> Company:
    """The one client meant by a name, a short name, a part of either or its pinyin; Trouble when none or several are.

    An exact name wins over names that merely contain it.
    """
    companies = desk.store.companies()
    wanted = _folded(name)
    found = [company for company in companies if wanted in (_folded(company.name), _folded(company.short))]
    if not found and wanted:
        keys = set(desk.store.owners(name, ("company",)))
        found = [company for company in companies if company.key in keys]
    if len(found) == 1 and wanted:
        return found[0]
    if not found or not wanted:
        raise Trouble(said("No client is called “{name}”.", name=name), said("“kamdesk clients” lists them."))
    names = " · ".join(sorted(company.name for company in found)[:_NAMED])
    told = said("{n} clients match “{name}”: {names}.", n=len(found), name=name, names=names)
    if len(found) > _NAMED:
        told = said("{n} clients match “{name}”: {names} and more.", n=len(found), name=name, names=names)
    raise Trouble(told, said("Name one of them in full."))


def proposed_name(company: Company, document: str, words: Words) -> str:
    """A good name for the file of a document, "华星精密 Account plan.pdf"."""
    return safe_stem(_titled(company, document, words)) + ".pdf"


def send_one(desk: Desk, key: str, document: str, path: Path, words: Words) -> Sent:
    """Write one document of one client; Trouble when the file can't be written, the old one is then as it was."""
    held = io.BytesIO()
    written = DOCUMENTS[document].write(desk.client(key), desk.workspace(), held, words, desk.today)
    put_file(path, held.getvalue())
    return Sent(path, written.pages, written.missing_characters)


def send_all(desk: Desk, document: str, folder: Path, words: Words) -> Iterator[Sent]:
    """Write one document of every client into a folder, each as it is done; names are safe and never meet."""
    make_folder(folder)
    companies = desk.store.companies()
    stems = unique_stems((company.key, _titled(company, document, words)) for company in companies)
    for company in companies:
        yield send_one(desk, company.key, document, folder / f"{stems[company.key]}.pdf", words)


def _titled(company: Company, document: str, words: Words) -> str:
    return f"{company.called} {words.tr(DOCUMENTS[document].label)}"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
