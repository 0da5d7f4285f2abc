"""The account plan as a PDF file: write_plan takes a client as a value and needs no window and no store.

Importing this module is cheap; reportlab comes in with the first plan that is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.paper_records import Audience
from kamdesk.document.binding import Written, bind
from kamdesk.document.chapters.paper_trail import opening
from kamdesk.document.chapters.registry import CHAPTERS, Chapter
from kamdesk.document.collecting import nothing_collected
from kamdesk.document.contents import appendix_last
from kamdesk.document.flow import Flow
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.paper import STOCKS
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.subject import Subject, subject_for
from kamdesk.document.unnamed import without_rivals
from kamdesk.words import N_, Words

__all__ = ["CHAPTERS", "Chapter", "Issued", "Written", "allowed", "write_plan"]


def allowed(audience: Audience) -> tuple[str, ...]:
    """The names of the chapters an edition for this audience may have: those made for it alone, then the others."""
    names = (name for name, chapter in CHAPTERS.items() if audience in chapter.audiences)
    return tuple(sorted(names, key=lambda name: CHAPTERS[name].audiences != (audience,)))


@nothing_collected()
def write_plan(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    chapters: Sequence[str] | None = None,
    invariant: bool = False,
    paper: str = "A4",
    about: Issued | None = None,
) -> Written:
    """Write the account plan of a client as it stands on a day.

    `chapters` are names of CHAPTERS in the order wanted (None = all that are allowed), the appendix always the last;
    what the edition's audience may not have is left out, and the client is emptied of it before any chapter sees it.
    `paper` is a name of STOCKS.
    Equal data gives equal bytes when `invariant` is set. A file that cannot be written raises Trouble and leaves what
    was there before.
    """
    issued = about or UNISSUED
    before = issued.before
    if issued.audience is Audience.CLIENT:
        client = without_rivals(client, workspace.rivals, words)
        before = without_rivals(before, workspace.rivals, words) if before else None
    subject = subject_for(client, workspace, on, issued.audience, before, issued.before_day)
    may = allowed(issued.audience)
    names = appendix_last(name for name in dict.fromkeys(may if chapters is None else chapters) if name in may)
    setter = Setter(words.language, subject.names())
    press = Press(words, setter, on, STOCKS[paper], issued, subject.changed, frozenset(names))
    title = N_("Joint plan {year}") if issued.audience is Audience.CLIENT else N_("Account plan {year}")
    return bind(_laid_out(press, subject, names), press, subject, press.tr(title, year=on.year), out, invariant)


def _laid_out(press: Press, subject: Subject, names: Sequence[str]) -> Flow:
    """The chapters one after the other; the first opens with what has changed."""
    by_hand = {it.chapter: it.text.strip() for it in subject.client.conclusions}
    flow, first = Flow(press.stock), opening(press, subject)
    for name in names:
        chapter = replace(press, by_hand=by_hand.get(name, ""), opening=first)
        flow.add(CHAPTERS[name].build(chapter, subject), name)
        first = None
    return flow
