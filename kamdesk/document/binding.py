"""Binds laid-out pages into a file: furniture round each page, an outline, and the file put in place at once."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.paper_records import Audience
from kamdesk.client.trust import must_haves, trust
from kamdesk.client.units import tell_day
from kamdesk.document.flow import About, Flow, Page
from kamdesk.document.furniture import Furniture
from kamdesk.document.logo import read_logo
from kamdesk.document.paper import Paper
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.text import clean
from kamdesk.errors import Trouble, reason
from kamdesk.words import said


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it: pages, characters no bundled face has (a box stands for each), chapters and their first page.

    `places` are the chapters again by their names, for whoever wants to show one; `logo_lost` means that a client's
    logo is no picture that can be printed.
    """

    pages: int
    missing_characters: tuple[str, ...]
    outline: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...] = ()
    logo_lost: bool = False


def bind(
    flow: Flow, press: Press, subject: Subject, document: str, out: BinaryIO | Path, invariant: bool = False
) -> Written:
    """Write the pages of a flow as one file; `document` is what the file calls itself.

    A file that cannot be written raises Trouble and leaves what was there before.
    """
    whole = about(press, subject, document)
    return bind_pages(flow.pages, press, whole, subject.workspace.profile.name, out, invariant)


def about(press: Press, subject: Subject, document: str, warning: str = "") -> About:
    """What the header and the footer of one client's pages say; a client's copy does not say what we think of it."""
    issued, name = press.issued, subject.client.company.name or press.tr("No name")
    internal = issued.audience is not Audience.CLIENT
    return About(
        name,
        titled(press, document),
        trust(subject.client, subject.today) if internal else None,
        warning,
        issued.audience,
        _age(press, subject) if internal else "",
        notice(press),
        issued.watermark,
        subject.client.company.logo,
        subject.client.company.called,
    )


def titled(press: Press, document: str) -> str:
    """A document with the edition it is, or that it is a draft; a paper nobody issues says neither."""
    number = press.issued.number
    if number is None:
        return press.tr("{document} · draft", document=document)
    return press.tr("{document} · edition {n}", document=document, n=number) if number else document


def notice(press: Press) -> str:
    """The word of confidentiality with whom the paper is for."""
    word, reader = press.issued.notice.strip(), press.issued.reader.strip()
    if not reader:
        return word or (press.tr("Confidential") if press.issued.audience is Audience.CLIENT else "")
    return press.tr("{word} · for {reader}", word=word or press.tr("Confidential"), reader=reader)


def _age(press: Press, subject: Subject) -> str:
    """How many days old the newest and the oldest of the facts are that a plan rests on."""
    days = [it.day for it in must_haves(subject.client, subject.today) if it.filled and it.day]
    if not days:
        return ""
    newest, oldest = ((subject.today - day).days for day in (max(days), min(days)))
    if newest == oldest:
        return press.tr("facts {n} d old", n=newest)
    return press.tr("facts {newest}–{oldest} d old", newest=newest, oldest=oldest)


def bind_pages(
    pages: Sequence[Page],
    press: Press,
    whole: About,
    rep: str,
    out: BinaryIO | Path,
    invariant: bool = False,
    fillable: bool = False,
) -> Written:
    """Write pages as one file; `whole` is what it is about where a page is about nothing of its own.

    `fillable` boxes and lines can be filled in on a screen too. Trouble as in `bind`.
    """
    if isinstance(out, Path):
        held = io.BytesIO()
        _draw(pages, press, whole, rep, held, invariant, fillable)
        _keep(out, held.getvalue())
    else:
        _draw(pages, press, whole, rep, out, invariant, fillable)
    headings = [(heading, number) for number, page in enumerate(pages, 1) for heading in page.titles]
    outline = tuple((heading.title, number) for heading, number in headings)
    places = tuple((heading.name, number) for heading, number in headings if heading.name)
    lost = any(it.logo and read_logo(it.logo) is None for it in {whole, *(page.about or whole for page in pages)})
    return Written(len(pages), tuple(sorted(press.setter.missing)), outline, places, lost)


def _draw(
    pages: Sequence[Page], press: Press, whole: About, rep: str, out: BinaryIO, invariant: bool, fillable: bool
) -> None:
    from kamdesk.document.sheet import Sheets, Title  # reportlab takes 0.15 s to import

    day = tell_day(press.today, press.words)
    made = f"{day} · {rep}" if rep else day
    around: dict[tuple[Paper, About], Furniture] = {}
    title = clean(f"{whole.client} · {whole.document}")
    language = press.words.language.replace("_", "-")
    names = frozenset(heading.name for page in pages for heading in page.titles if heading.name)
    sheets = Sheets(out, Title(title, clean(rep), clean(whole.document), language, invariant), fillable, names)
    for number, page in enumerate(pages, 1):
        key = page.paper, page.about or whole
        if key not in around:
            around[key] = Furniture(press.setter, press.words, key[1], made, page.paper)
        furniture = around[key]
        sheets.begin_page(page.paper)
        furniture.behind(sheets)
        furniture.head(sheets)
        for heading in page.titles:
            sheets.mark(clean(heading.title), heading.name, heading.top)
        for placed in page.placed:
            placed.block.draw(sheets, placed.x, placed.y, placed.width)
        furniture.foot(sheets, number, len(pages))
        sheets.end_page()
    sheets.save()


def _keep(path: Path, data: bytes) -> None:
    """Put the file in place at once, so that a full disk never leaves half a file or destroys the one before."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except OSError as wrong:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise Trouble(
            said("{file} could not be written: {reason}.", file=path.name, reason=reason(wrong)),
            said("Choose another folder, or close the program that shows the file."),
        ) from wrong
