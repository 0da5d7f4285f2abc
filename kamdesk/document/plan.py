"""The account plan as a PDF file: write_plan takes a client as a value and needs no window and no store.

Importing this module is cheap; reportlab comes in with the first plan that is written.
"""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.trust import trust
from kamdesk.client.units import tell_day
from kamdesk.document.chapters.registry import CHAPTERS, Chapter
from kamdesk.document.flow import Flow
from kamdesk.document.furniture import Furniture
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.subject import Subject
from kamdesk.document.text import clean
from kamdesk.errors import Trouble, reason
from kamdesk.words import Words, said

__all__ = ["CHAPTERS", "Chapter", "Written", "write_plan"]


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it: pages, characters no bundled face has (a box stands for each), chapters and their first page."""

    pages: int
    missing_characters: tuple[str, ...]
    outline: tuple[tuple[str, int], ...]


def write_plan(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    chapters: Collection[str] | None = None,
    invariant: bool = False,
) -> Written:
    """Write the account plan of a client as it stands on a day.

    `chapters` are names of CHAPTERS (None = all), always printed in the order of CHAPTERS. Equal data gives equal
    bytes when `invariant` is set. A file that cannot be written raises Trouble and leaves what was there before.
    """
    subject = Subject(client, workspace, on)
    setter = Setter(words.language, subject.names())
    press = Press(words, setter, on)
    flow = Flow()
    for name, chapter in CHAPTERS.items():
        if chapters is None or name in chapters:
            flow.add(chapter.build(press, subject))
    flow.finish()
    if isinstance(out, Path):
        held = io.BytesIO()
        _draw(flow, press, subject, held, invariant)
        _keep(out, held.getvalue())
    else:
        _draw(flow, press, subject, out, invariant)
    outline = tuple((title, number) for number, page in enumerate(flow.pages, 1) for title in page.titles)
    return Written(len(flow.pages), tuple(sorted(setter.missing)), outline)


def _draw(flow: Flow, press: Press, subject: Subject, out: BinaryIO, invariant: bool) -> None:
    from kamdesk.document.sheet import Sheets, Title  # reportlab takes 0.15 s to import

    client, rep = subject.client.company.name or press.tr("No name"), subject.workspace.profile.name
    document, day = press.tr("Account plan {year}", year=subject.today.year), tell_day(subject.today, press.words)
    made, share = f"{day} · {rep}" if rep else day, trust(subject.client, subject.today)
    furniture = Furniture(press.setter, press.words, client, document, made, share)
    language = press.words.language.replace("_", "-")
    sheets = Sheets(out, Title(clean(f"{client} · {document}"), clean(rep), document, language, invariant))
    for number, page in enumerate(flow.pages, 1):
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
