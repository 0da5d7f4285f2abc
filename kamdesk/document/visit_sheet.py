"""Visit sheets as a PDF file: write_visit prints one visit, write_tomorrow a day's; neither needs window nor store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.units import tell_day
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import coming_visits, end_of
from kamdesk.document.binding import Written, about, bind_pages
from kamdesk.document.blocks import Stack
from kamdesk.document.chapters import visit_cover, visit_papers, visit_sheet
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.collecting import nothing_collected
from kamdesk.document.fitting import PITCH, WritingLines
from kamdesk.document.flow import About, Flow, Page, Part, Story
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.paper import A4
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.shortening import shortened
from kamdesk.document.subject import Subject
from kamdesk.errors import Trouble
from kamdesk.words import Words, said

_NOTE_LINES = int((A4.bottom - A4.top) * 0.9 / PITCH)


@nothing_collected()
def write_visit(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    visit: str | None = None,
    fillable: bool = False,
    invariant: bool = False,
    issued: Issued | None = None,
) -> Written:
    """Write the sheet of a visit, the one of that key or else the client's next: two sides, then what it takes along.

    With `fillable` its boxes and lines can be filled in on a screen too. Trouble when there is no such visit, or when
    the file cannot be written; what was there before stays.
    """
    subject = Subject(shortened(client), shortened(workspace), on)
    chosen = _chosen(subject.client, on, visit)
    press = Press(words, Setter(words.language, subject.names()), on, issued=issued or UNISSUED)
    told = Told(press, subject, chosen)
    whole = about(press, subject, _titled(told))
    pages = [*visit_sheet.pages(told), *_extra(told)]
    return bind_pages(pages, press, whole, workspace.profile.name, out, invariant, fillable)


@nothing_collected()
def write_tomorrow(
    visits: Sequence[tuple[Client, str]],
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    day: date,
    fillable: bool = False,
    invariant: bool = False,
    issued: Issued | None = None,
) -> Written:
    """Write the sheets of all visits of a day, given as clients and keys of visits, behind a cover.

    Every sheet begins on a front, so that the whole can be printed on both sides and taken apart. Trouble when there
    is nothing to write.
    """
    if not visits:
        raise Trouble(said("No visit is planned on {day}.", day=tell_day(day, words)), said("Nothing was written."))
    shared = shortened(workspace)
    subjects = [(Subject(shortened(client), shared, on), key) for client, key in visits]
    names = [name for subject, _ in subjects for name in subject.names()]
    press = Press(words, Setter(words.language, names), on, issued=issued or UNISSUED)
    sheets = [Told(press, subject, _chosen(subject.client, on, key)) for subject, key in subjects]
    sheets.sort(key=lambda told: (told.visit.at or end_of(told.visit), told.subject.client.company.called))
    cover = About(workspace.profile.name or press.tr("Visits"), press.tr("Visit sheets"))
    flow = Flow()
    flow.add(visit_cover.build(press, day, sheets))
    pages = _whole_sheets(press, flow.pages)
    for told in sheets:
        own = about(press, told.subject, _titled(told))
        mine = _whole_sheets(press, [*visit_sheet.pages(told), *_extra(told)])
        for page in mine:
            page.about = own
        pages += mine
    return bind_pages(pages, press, cover, workspace.profile.name, out, invariant, fillable)


def _chosen(client: Client, on: date, visit: str | None) -> Visit:
    """The visit meant; Trouble when there is none."""
    if visit is None:
        found = next(iter(coming_visits(client, on)), None)
        told = said("{client} has no visit planned.", client=client.company.called)
    else:
        found = next((it for it in client.visits if it.key == visit), None)
        told = said("{client} no longer has this visit.", client=client.company.called)
    if found is None:
        raise Trouble(told, said("Plan one in the client's place Visits."))
    return found


def _titled(told: Told) -> str:
    """What the sheet calls itself at the head of its pages."""
    return told.press.tr("Visit sheet · {code}", code=told.code)


def _extra(told: Told) -> list[Page]:
    """The pages behind the two sides: the negotiation, the phone probes."""
    press = told.press
    parts = visit_papers.extra_parts(press, told.subject, told.visit, told.probes)
    if not parts:
        return []
    title = press.tr("{code} · internal, stays in the bag", code=told.code)
    flow = Flow()
    flow.add(press.story("V1", title, visit_papers.aim(press, told.negotiation), parts))
    for page in flow.pages:
        page.titles.clear()
    return flow.pages


def _whole_sheets(press: Press, pages: Sequence[Page]) -> list[Page]:
    """The pages and, when the last sheet of paper has a free back, lines on it."""
    if len(pages) % 2 == 0:
        return [*pages]
    flow = Flow()
    notes = press.titled(press.tr("Notes"), WritingLines(_NOTE_LINES))
    flow.add(Story("", Stack(()), Stack(()), (Part(notes),)))
    flow.pages[0].titles.clear()
    return [*pages, *flow.pages]
