"""Send documents out of the desk as files: for one client found by a name, or for all; needs no window."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.visiting import local_day, next_visit
from kamdesk.desk.desk import Desk
from kamdesk.desk.documents import BLANKS, DOCUMENTS, KINDS, PAPERS, SHEETS, Wish
from kamdesk.desk.many import Paper, Work, Workshop, locked, make, workers_for
from kamdesk.errors import Trouble
from kamdesk.exchange.filename import safe_stem, unique_stems
from kamdesk.exchange.outfile import make_folder, put_file
from kamdesk.store.fold import fold, parts
from kamdesk.store.pinyin import spellings
from kamdesk.words import Words, said

__all__ = [
    "DOCUMENTS",
    "KINDS",
    "PAPERS",
    "SHEETS",
    "Sent",
    "Skipped",
    "Wish",
    "find_client",
    "find_people",
    "find_rival",
    "proposed_name",
    "send_all",
    "send_blank",
    "send_one",
    "send_tomorrow",
    "visits_of",
]

_NAMED = 8  # so many names a sentence lists
_ANY = Wish()


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


def _work(desk: Desk, client: Client, document: str, words: Words, wish: Wish) -> Work:
    """What makes a document of a client, wherever that is done."""
    if document in SHEETS and wish.visit is None and (coming := next_visit(client, desk.clock.now())):
        wish = replace(wish, visit=coming.key)  # one of this morning is over
    return partial(make, document, client, desk.workspace(), words.language, desk.today, wish)


def send_one(desk: Desk, key: str, document: str, path: Path, words: Words, wish: Wish = _ANY) -> Sent:
    """Write one document of one client; Trouble when the file can't be written, the old one is then as it was."""
    _check_audience(document, wish, words)
    return _put(path, _work(desk, desk.client(key), document, words, wish)())


def send_blank(desk: Desk, document: str, path: Path, words: Words, wish: Wish = _ANY) -> Sent:
    """Write an empty form that names no client; Trouble as for any other document."""
    held = io.BytesIO()
    written = BLANKS[document](None, desk.workspace(), held, words, desk.today, wish)
    return _put(path, locked(held.getvalue(), written, wish.password))


def _check_audience(document: str, wish: Wish, words: Words) -> None:
    """Refuse a document for those it is never made for."""
    allowed = KINDS[document].audiences
    if wish.audience is not None and wish.audience not in allowed:
        name, whom = words.tr(KINDS[document].label), words.trc("edition", wish.audience.label)
        told = said("“{document}” is not made as “{audience}”.", document=name, audience=whom)
        raise Trouble(told, said("Only the account plan comes in every edition."))


def _put(path: Path, paper: Paper) -> Sent:
    """Put the file in its place."""
    put_file(path, paper.data)
    return Sent(path, paper.written.pages, paper.written.missing_characters)


def send_all(
    desk: Desk, document: str, folder: Path, words: Words, wish: Wish = _ANY, workers: int | None = None
) -> Iterator[Sent | Skipped]:
    """Write one document of every client into a folder, each as it is done; names are safe and never meet.

    They are made by so many workers, by as many as pay when none are named; the files come in the order of clients.
    """
    _check_audience(document, wish, words)
    make_folder(folder)
    companies = desk.store.companies()
    stems = unique_stems((company.key, _titled(company, document, words)) for company in companies)
    with Workshop(workers_for(len(companies)) if workers is None else workers) as workshop:
        for company, work in workshop.ahead(_works(desk, companies, document, words, wish)):
            path = folder / f"{stems[company.key]}.pdf"
            yield Skipped(company.called) if work is None else _put(path, work())


def _works(
    desk: Desk, companies: Iterable[Company], document: str, words: Words, wish: Wish
) -> Iterator[tuple[Company, Work | None]]:
    """Each client with what makes its document, none where it would be empty; read when its turn comes."""
    has = KINDS[document].has
    for company in companies:
        client = desk.client(company.key)
        there = has is None or has(client, desk.today)
        yield company, _work(desk, client, document, words, wish) if there else None


def visits_of(desk: Desk, day: date) -> list[tuple[Client, str]]:
    """The visits planned for a day over all clients, the earliest first, each with its key."""
    found = [(visit.at, visit.key, glance.key) for glance in desk.clients() for visit in glance.upcoming]
    return [(desk.client(owner), key) for at, key, owner in sorted(found) if local_day(at) == day]


def send_tomorrow(desk: Desk, path: Path, words: Words, wish: Wish = _ANY) -> Sent:
    """Write the sheets of all visits of tomorrow as one file behind a cover; Trouble when there are none."""
    from kamdesk.document.visit_sheet import write_tomorrow

    day, held = desk.today + timedelta(1), io.BytesIO()
    visits = visits_of(desk, day)
    issued = wish.issued(SHEETS["visit"])
    written = write_tomorrow(visits, desk.workspace(), held, words, desk.today, day, wish.fillable, issued=issued)
    return _put(path, locked(held.getvalue(), written, wish.password))


def _titled(company: Company, document: str, words: Words) -> str:
    return f"{company.called} {words.tr(KINDS[document].label)}"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
