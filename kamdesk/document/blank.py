"""Forms to fill in by hand as a PDF file: the weigh-in of a person, the sheet of a visit; neither needs any data."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.document import binding
from kamdesk.document.binding import Written, bind_pages
from kamdesk.document.chapters import blank_visit, blank_weighin
from kamdesk.document.flow import About, Flow
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.paper import STOCKS
from kamdesk.document.person import in_order
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.shortening import shortened
from kamdesk.document.subject import Subject
from kamdesk.words import Words


def write_blank_weighin(
    client: Client | None,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    contacts: Collection[str] | None = None,
    fillable: bool = False,
    invariant: bool = False,
    paper: str = "A4",
    about: Issued | None = None,
) -> Written:
    """Write a form for each of some people by their keys, a page each; without any, one for whoever is met.

    With `fillable` its boxes and lines can be filled in on a screen too. A file that cannot be written raises Trouble
    and leaves what was there before.
    """
    press, subject = _begun(client, workspace, words, on, paper, about)
    chosen = in_order(it for it in subject.client.contacts if contacts is not None and it.key in contacts)
    rival = next((it.called for it in subject.workspace.rivals if it.key == main_rival(subject.client)), "")
    flow = Flow(press.stock)
    for contact in chosen or (None,):
        flow.add(blank_weighin.build(press, contact, rival))
    whole = _about(press, subject, press.tr("Weigh-in by hand"))
    return bind_pages(flow.pages, press, whole, subject.workspace.profile.name, out, invariant, fillable)


def write_blank_visit(
    client: Client | None,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    fillable: bool = False,
    invariant: bool = False,
    about: Issued | None = None,
) -> Written:
    """Write an empty visit sheet, two sides of A4 as the filled one has; `client` is named on it when it is given.

    With `fillable` its boxes and lines can be filled in on a screen too. Trouble as for the weigh-in.
    """
    press, subject = _begun(client, workspace, words, on, "A4", about)
    pages = blank_visit.pages(press, subject.client.company.called)
    whole = _about(press, subject, press.tr("Visit by hand"))
    return bind_pages(pages, press, whole, subject.workspace.profile.name, out, invariant, fillable)


def _begun(
    client: Client | None, workspace: Workspace, words: Words, on: date, paper: str, issue: Issued | None
) -> tuple[Press, Subject]:
    """What a form is set with; without a client it is about nobody."""
    subject = Subject(shortened(client or Client(company=Company())), shortened(workspace), on)
    return Press(words, Setter(words.language, subject.names()), on, STOCKS[paper], issue or UNISSUED), subject


def _about(press: Press, subject: Subject, document: str) -> About:
    """What the pages say around an empty form: nothing there is to be trusted yet."""
    told = binding.about(press, subject, document)
    name = subject.client.company.name or subject.workspace.profile.company
    return replace(told, client=name, trust=None, age="")
