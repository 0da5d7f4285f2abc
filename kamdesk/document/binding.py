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

from kamdesk.client.trust import trust
from kamdesk.client.units import tell_day
from kamdesk.document.flow import About, Flow, Page
from kamdesk.document.furniture import Furniture
from kamdesk.document.paper import Paper
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.text import clean
from kamdesk.errors import Trouble, reason
from kamdesk.words import said


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it: pages, characters no bundled face has (a box stands for each), chapters and their first page."""

    pages: int
    missing_characters: tuple[str, ...]
    outline: tuple[tuple[str, int], ...]


def bind(
    flow: Flow, press: Press, subject: Subject, document: str, out: BinaryIO | Path, invariant: bool = False
) -> Written:
    """Write the pages of a flow as one file; `document` is what the file calls itself.

    A file that cannot be written raises Trouble and leaves what was there before.
    """
    return bind_pages(
        flow.pages, press, about(press, subject, document), subject.workspace.profile.name, out, invariant
    )


def about(press: Press, subject: Subject, document: str, warning: str = "") -> About:
    """What the header and the footer of one client's pages say."""
    name = subject.client.company.name or press.tr("No name")
    return About(name, document, trust(subject.client, subject.today), warning)


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
    outline = tuple((title, number) for number, page in enumerate(pages, 1) for title in page.titles)
    return Written(len(pages), tuple(sorted(press.setter.missing)), outline)


def _draw(
    pages: Sequence[Page], press: Press, whole: About, rep: str, out: BinaryIO, invariant: bool, fillable: bool
) -> None:
    from kamdesk.document.sheet import Sheets, Title  # reportlab takes 0.15 s to import

    day = tell_day(press.today, press.words)
    made = f"{day} · {rep}" if rep else day
    around: dict[tuple[Paper, About], Furniture] = {}
    title = clean(f"{whole.client} · {whole.document}")
    language = press.words.language.replace("_", "-")
    sheets = Sheets(out, Title(title, clean(rep), whole.document, language, invariant), fillable)
    for number, page in enumerate(pages, 1):
        key = page.paper, page.about or whole
        if key not in around:
            around[key] = Furniture(press.setter, press.words, key[1], made, page.paper)
        furniture = around[key]
        sheets.begin_page(page.paper)
        furniture.head(sheets)
        for title in page.titles:
            sheets.mark(clean(title))
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
