"""The one-page brief as a PDF file: write_brief needs no window and no store."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.paper_records import Audience
from kamdesk.document.binding import Written, bind
from kamdesk.document.chapters import brief
from kamdesk.document.flow import Flow
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.paper import STOCKS
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.shortening import shortened
from kamdesk.document.subject import subject_for
from kamdesk.words import Words


def write_brief(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    invariant: bool = False,
    paper: str = "A4",
    about: Issued | None = None,
) -> Written:
    """Write a client on one page, always without its secrets, whatever edition is asked for.

    A file that cannot be written raises Trouble and leaves what was there before.
    """
    issued = dataclasses.replace(about or UNISSUED, audience=Audience.BRIEF)
    subject = subject_for(shortened(client), shortened(workspace), on, Audience.BRIEF)
    press = Press(words, Setter(words.language, subject.names()), on, STOCKS[paper], issued)
    flow = Flow(press.stock)
    flow.add(brief.build(press, subject), "brief")
    return bind(flow, press, subject, press.tr("Brief"), out, invariant)
