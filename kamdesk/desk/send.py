"""Send documents out of the desk as files: for one client found by a name, or for all; needs no window."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.visiting import coming_visits, local_day, next_visit
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble
from kamdesk.exchange.filename import safe_stem, unique_stems
from kamdesk.exchange.outfile import make_folder, put_file
from kamdesk.store.fold import fold, parts
from kamdesk.store.pinyin import spellings
from kamdesk.words import N_, Words, said

if TYPE_CHECKING:
    from kamdesk.document.plan import Written

_NAMED = 8  # so many names a sentence lists
PAPERS = ("A4", "A3")  # what the people map may be printed on; all else is A4


@dataclass(frozen=True, slots=True)
class Wish:
    """What a document shall be like, as far as it has a choice."""

    contacts: Collection[str] | None = None  # keys; None: as the document takes them
    paper: str = PAPERS[0]
    visit: str | None = None  # its key; None: the next one
    fillable: bool = False  # boxes and lines can be filled in on a screen
    rivals: Collection[str] | None = None  # keys; None: the main rival


_ANY = Wish()


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document that can be sent: its words, who writes it, and for which clients there is anything in it."""

    label: str
    write: Callable[[Client, Workspace, BinaryIO, Words, date, Wish], Written]
    has: Callable[[Client, date], bool] | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A document that lies where it was wanted; `missing_characters` are those that no bundled face has."""

    path: Path
    pages: int
    missing_characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A client for whom the document would be empty."""

    name: str


# What the documents need is dear, and a wrong name should fail at once: so they are imported late.


def _plan(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.plan import write_plan

    return write_plan(client, workspace, out, words, on, paper=wish.paper)


def _people(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.person import write_people

    return write_people(client, workspace, out, words, on, wish.contacts)


def _has_key_people(client: Client, on: date) -> bool:
    return any(contact.key_player and not contact.gone(on) for contact in client.contacts)


def _visit(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.visit_sheet import write_visit

    return write_visit(client, workspace, out, words, on, wish.visit, wish.fillable)


def _has_visit(client: Client, on: date) -> bool:
    return bool(coming_visits(client, on))


def _rivals(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.rival import write_rivals

    return write_rivals(client, workspace, out, words, on, wish.rivals)


def _has_rival(client: Client, _on: date) -> bool:
    return main_rival(client) is not None


# What is printed of a client as a whole, and what of one visit.
DOCUMENTS: dict[str, Document] = {
    "plan": Document(N_("Account plan"), _plan),
    "person": Document(N_("Expansion cards"), _people, _has_key_people),
    "rival": Document(N_("Battle card"), _rivals, _has_rival),
}
SHEETS: dict[str, Document] = {"visit": Document(N_("Visit sheet"), _visit, _has_visit)}
_KINDS = {**DOCUMENTS, **SHEETS}


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


def find_people(client: Client, name: str) -> tuple[Contact, ...]:
    """Whoever at a client is meant by a name, a part of it or its pinyin: one, or all who share that very name.

    Trouble when nobody is, or when several of different names are. Who has left can be named too.
    """
    asked = fold(name).strip()
    found = [contact for contact in client.contacts if asked and fold(contact.name).strip() == asked]
    wanted = [f" {part}" if kind == "word" else part for kind, part in parts(asked)]
    if not found and wanted:
        found = [it for it in client.contacts if all(part in _spelled(it.name) for part in wanted)]
    if not found:
        told = said("Nobody at {client} is called “{name}”.", client=client.company.called, name=name)
        raise Trouble(told, said("A part of the name or its pinyin is enough."))
    if len({fold(contact.name).strip() for contact in found}) > 1:
        names = " · ".join(sorted(contact.name for contact in found)[:_NAMED])
        told = said("{n} people match “{name}”: {names}.", n=len(found), name=name, names=names)
        if len(found) > _NAMED:
            told = said("{n} people match “{name}”: {names} and more.", n=len(found), name=name, names=names)
        raise Trouble(told, said("Name one of them in full."))
    return tuple(found)


def find_rival(workspace: Workspace, name: str) -> Rival:
    """The one rival meant by a name, a short name, a part of either or its pinyin; Trouble when none or several are.

    An exact name wins over names that merely contain it.
    """
    asked = fold(name).strip()
    found = [rival for rival in workspace.rivals if asked and asked in _names(rival)]
    wanted = [f" {part}" if kind == "word" else part for kind, part in parts(asked)]
    if not found and wanted:
        spelled = [(rival, [_spelled(text) for text in (rival.name, rival.short)]) for rival in workspace.rivals]
        found = [it for it, texts in spelled if any(all(part in text for part in wanted) for text in texts)]
    if not found:
        told = said("No rival is called “{name}”.", name=name)
        raise Trouble(told, said("A part of the name or its pinyin is enough."))
    if len(found) > 1:
        names = " · ".join(sorted(rival.name for rival in found)[:_NAMED])
        told = said("{n} rivals match “{name}”: {names}.", n=len(found), name=name, names=names)
        if len(found) > _NAMED:
            told = said("{n} rivals match “{name}”: {names} and more.", n=len(found), name=name, names=names)
        raise Trouble(told, said("Name one of them in full."))
    return found[0]


def _names(rival: Rival) -> tuple[str, ...]:
    return tuple(fold(text).strip() for text in (rival.name, rival.short))


def _spelled(name: str) -> str:
    """A name folded, with its pinyin and initials; a blank stands before each word."""
    folded = fold(name)
    told = [*(part for _, part in parts(folded)), *spellings(folded)]
    return "".join(f" {part}" for part in told if part)


def proposed_name(company: Company, document: str, words: Words, about: str = "") -> str:
    """A good name for the file of a document, "华星精密 Account plan.pdf"; with the person or rival behind it."""
    return safe_stem(f"{_titled(company, document, words)} {about}".strip()) + ".pdf"


def send_one(desk: Desk, key: str, document: str, path: Path, words: Words, wish: Wish = _ANY) -> Sent:
    """Write one document of one client; Trouble when the file can't be written, the old one is then as it was."""
    held, client = io.BytesIO(), desk.client(key)
    if document in SHEETS and wish.visit is None and (coming := next_visit(client, desk.clock.now())):
        wish = replace(wish, visit=coming.key)  # one of this morning is over
    written = _KINDS[document].write(client, desk.workspace(), held, words, desk.today, wish)
    put_file(path, held.getvalue())
    return Sent(path, written.pages, written.missing_characters)


def send_all(desk: Desk, document: str, folder: Path, words: Words, wish: Wish = _ANY) -> Iterator[Sent | Skipped]:
    """Write one document of every client into a folder, each as it is done; names are safe and never meet."""
    make_folder(folder)
    companies = desk.store.companies()
    stems = unique_stems((company.key, _titled(company, document, words)) for company in companies)
    for company in companies:
        if (has := _KINDS[document].has) and not has(desk.client(company.key), desk.today):
            yield Skipped(company.called)
            continue
        yield send_one(desk, company.key, document, folder / f"{stems[company.key]}.pdf", words, wish)


def visits_of(desk: Desk, day: date) -> list[tuple[Client, str]]:
    """The visits planned for a day over all clients, the earliest first, each with its key."""
    found = [(visit.at, visit.key, glance.key) for glance in desk.clients() for visit in glance.upcoming]
    return [(desk.client(owner), key) for at, key, owner in sorted(found) if local_day(at) == day]


def send_tomorrow(desk: Desk, path: Path, words: Words, wish: Wish = _ANY) -> Sent:
    """Write the sheets of all visits of tomorrow as one file behind a cover; Trouble when there are none."""
    from kamdesk.document.visit_sheet import write_tomorrow

    day, held = desk.today + timedelta(1), io.BytesIO()
    visits = visits_of(desk, day)
    written = write_tomorrow(visits, desk.workspace(), held, words, desk.today, day, wish.fillable)
    put_file(path, held.getvalue())
    return Sent(path, written.pages, written.missing_characters)


def _titled(company: Company, document: str, words: Words) -> str:
    return f"{company.called} {words.tr(_KINDS[document].label)}"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
