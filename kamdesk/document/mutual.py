"""The mutual action plan as a PDF file: write_mutual prints what a client may read and sign, and nothing else."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.paper_records import Audience
from kamdesk.document.binding import Written, bind
from kamdesk.document.chapters import mutual
from kamdesk.document.chapters.paper_trail import opening
from kamdesk.document.flow import Flow
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.paper import STOCKS
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.subject import subject_for
from kamdesk.document.unnamed import without_rivals
from kamdesk.errors import Trouble
from kamdesk.words import Words, said


def is_mutual(client: Client) -> bool:
    """Whether anything is on the plan with a client."""
    return any(it.mutual for it in client.goals) or any(it.mutual for it in client.actions)


def write_mutual(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    invariant: bool = False,
    paper: str = "A4",
    about: Issued | None = None,
) -> Written:
    """Write the plan with a client: always as told to the client, whatever edition is asked for.

    Only goals and actions with their tick are on it; a rival's name in them becomes another supplier. Trouble when
    nothing is, or when the file cannot be written; what was there before stays.
    """
    if not is_mutual(client):
        told = said("Nothing is on the plan with {client} yet.", client=client.company.called)
        raise Trouble(told, said("Tick “On the plan with the client” at a goal or an action."))
    issued = dataclasses.replace(about or UNISSUED, audience=Audience.CLIENT)
    ours, before = without_rivals(client, workspace.rivals, words), issued.before
    earlier = without_rivals(before, workspace.rivals, words) if before else None
    subject = subject_for(ours, workspace, on, Audience.CLIENT, earlier, issued.before_day)
    setter, only = Setter(words.language, subject.names()), frozenset({"mutual"})
    press = Press(words, setter, on, STOCKS[paper], issued, subject.changed, only)
    flow = Flow(press.stock)
    flow.add(mutual.build(dataclasses.replace(press, opening=opening(press, subject)), subject), "mutual")
    return bind(flow, press, subject, press.tr("Mutual action plan"), out, invariant)
