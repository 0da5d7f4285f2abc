"""Binds laid-out pages into a file: furniture round each page, an outline, and the file put in place at once."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.trust import trust
from kamdesk.client.units import tell_day
from kamdesk.document.flow import Flow
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
    if isinstance(out, Path):
        held = io.BytesIO()
        _draw(flow, press, subject, document, held, invariant)
        _keep(out, held.getvalue())
    else:
        _draw(flow, press, subject, document, out, invariant)
    outline = tuple((title, number) for number, page in enumerate(flow.pages, 1) for title in page.titles)
    return Written(len(flow.pages), tuple(sorted(press.setter.missing)), outline)


def _draw(flow: Flow, press: Press, subject: Subject, document: str, out: BinaryIO, invariant: bool) -> None:
    from kamdesk.document.sheet import Sheets, Title  # reportlab takes 0.15 s to import

    client, rep = subject.client.company.name or press.tr("No name"), subject.workspace.profile.name
    day = tell_day(subject.today, press.words)
    made, share = f"{day} · {rep}" if rep else day, trust(subject.client, subject.today)
    around: dict[Paper, Furniture] = {}
    language = press.words.language.replace("_", "-")
    sheets = Sheets(out, Title(clean(f"{client} · {document}"), clean(rep), document, language, invariant))
    for number, page in enumerate(flow.pages, 1):
        if page.paper not in around:
            around[page.paper] = Furniture(press.setter, press.words, client, document, made, share, page.paper)
        furniture = around[page.paper]
        sheets.begin_page(page.paper)
        furniture.head(sheets)
        for title in page.titles:
            sheets.mark(clean(title))
        for placed in page.placed:
            placed.block.draw(sheets, placed.x, placed.y, placed.width)
        furniture.foot(sheets, number, len(flow.pages))
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
