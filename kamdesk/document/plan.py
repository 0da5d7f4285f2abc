"""The account plan as a PDF file: write_plan takes a client as a value and needs no window and no store.

Importing this module is cheap; reportlab comes in with the first plan that is written.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.document.binding import Written, bind
from kamdesk.document.chapters.registry import CHAPTERS, Chapter
from kamdesk.document.flow import Flow
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.subject import Subject
from kamdesk.words import Words

__all__ = ["CHAPTERS", "Chapter", "Written", "write_plan"]


def write_plan(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    chapters: Collection[str] | None = None,
    invariant: bool = False,
    paper: str = "A4",
) -> Written:
    """Write the account plan of a client as it stands on a day.

    `chapters` are names of CHAPTERS (None = all), always printed in the order of CHAPTERS. Equal data gives equal
    bytes when `invariant` is set. A file that cannot be written raises
    Trouble and leaves what was there before. With `paper` "A3" the people map is printed on that, all else on A4.
    """
    subject = Subject(client, workspace, on)
    press = Press(words, Setter(words.language, subject.names()), on, large=paper == "A3")
    flow = Flow()
    for name, chapter in CHAPTERS.items():
        if chapters is None or name in chapters:
            flow.add(chapter.build(press, subject))
    flow.finish()
    return bind(flow, press, subject, press.tr("Account plan {year}", year=on.year), out, invariant)
