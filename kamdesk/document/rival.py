"""Battle cards as a PDF file: write_rivals prints one page per rival and needs no window and no store."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import against
from kamdesk.client.rival_file import is_at
from kamdesk.client.rival_records import Rival
from kamdesk.document.binding import Written, about, bind_pages
from kamdesk.document.chapters import battle_card
from kamdesk.document.chapters.battle_card_told import Faced
from kamdesk.document.collecting import nothing_collected
from kamdesk.document.flow import Flow
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.shortening import shortened
from kamdesk.document.subject import Subject
from kamdesk.errors import Trouble
from kamdesk.words import Words, said


def rivals_here(client: Client, workspace: Workspace) -> tuple[Rival, ...]:
    """Whom a card can be made of: the main rival, then the others this client has to do with, by name."""
    main = main_rival(client)
    here = [rival for rival in workspace.rivals if rival.key == main or is_at(client, rival.key)]
    return tuple(sorted(here, key=lambda rival: (rival.key != main, rival.called.casefold())))


@nothing_collected()
def write_rivals(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    rivals: Collection[str] | None = None,
    invariant: bool = False,
    issued: Issued | None = None,
) -> Written:
    """Write the battle cards of rivals at a client, one page each; `rivals` are their keys, None = the main rival.

    Trouble when there is none to print, or when the file cannot be written; what was there before stays.
    """
    client, workspace = shortened(client), shortened(workspace)
    main = main_rival(client)
    chosen = [it for it in workspace.rivals if (it.key == main if rivals is None else it.key in rivals)]
    if not chosen:
        name = client.company.called
        told = said("{client} has no rival yet.", client=name) if rivals is None else said("No rival is chosen.")
        raise Trouble(told, said("Name one in the client's place Rivals."))
    here = {rival.key: at for at, rival in enumerate(rivals_here(client, workspace))}
    chosen.sort(key=lambda rival: here.get(rival.key, len(here)))
    setter = Setter(words.language, Subject(client, workspace, on).names())
    press, flow = Press(words, setter, on, issued=issued or UNISSUED), Flow()
    for rival in chosen:
        faced = Faced(press, Subject(against(client, rival.key), workspace, on), rival)
        flow.add(battle_card.build(faced))
        title = battle_card.title(faced)
        warning = press.tr("out of date") if faced.expired else ""
        flow.pages[-1].about = about(press, faced.subject, title, warning)
    whole = about(press, Subject(client, workspace, on), press.trn("Battle card", "Battle cards", len(chosen)))
    return bind_pages(flow.pages, press, whole, workspace.profile.name, out, invariant)
