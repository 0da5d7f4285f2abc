"""The visit sheet as a PDF file: write_visit prints one visit on two sides and needs no window and no store."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import coming_visits
from kamdesk.document.binding import Written, about, bind_pages
from kamdesk.document.chapters import visit_sheet
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.shortening import shortened
from kamdesk.document.subject import Subject
from kamdesk.errors import Trouble
from kamdesk.words import Words, said


def write_visit(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    visit: str | None = None,
    fillable: bool = False,
    invariant: bool = False,
) -> Written:
    """Write the sheet of a visit, the one of that key or else the client's next: two sides, then what it adds to them.

    With `fillable` its boxes and lines can be filled in on a screen too. Trouble when there is no such visit, or when
    the file cannot be written; what was there before stays.
    """
    subject = Subject(shortened(client), shortened(workspace), on)
    chosen = _chosen(subject.client, on, visit)
    press = Press(words, Setter(words.language, subject.names()), on)
    told = Told(press, subject, chosen)
    whole = about(press, subject, titled(told))
    return bind_pages(visit_sheet.pages(told), press, whole, workspace.profile.name, out, invariant, fillable)


def titled(told: Told) -> str:
    """What the sheet calls itself at the head of its pages."""
    return told.press.tr("Visit sheet · {code}", code=told.code)


def _chosen(client: Client, on: date, visit: str | None) -> Visit:
    """The visit meant; Trouble when there is none."""
    if visit is None:
        found = next(iter(coming_visits(client, on)), None)
        told = said("{client} has no visit planned.", client=client.company.called)
    else:
        found = next((it for it in client.visits if it.key == visit), None)
        told = said("{client} no longer has this visit.", client=client.company.called)
    if found is None:
        raise Trouble(told, said("Plan one in its place Visits."))
    return found
