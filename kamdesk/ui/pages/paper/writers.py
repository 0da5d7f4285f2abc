"""The documents beside the plan, each written by its own module; imported when the first one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.desk.send import DOCUMENTS, Wish
from kamdesk.document.binding import Written
from kamdesk.document.person import write_people
from kamdesk.document.rival import write_rivals
from kamdesk.words import words_for

if TYPE_CHECKING:
    from kamdesk.ui.pages.paper.order import Order


def write_document(order: Order, client: Client, workspace: Workspace, out: BinaryIO) -> Written:
    """Write what is ordered of a client as its audience may know it.

    Brief and mutual plan get the whole client: they empty it themselves, and must know whose names to take out.
    """
    words, on = words_for(order.language), order.on
    whole = (order.client, order.workspace, out, words, on)
    if order.document == "person":
        return write_people(client, workspace, out, words, on, order.parts)
    if order.document == "rival":
        return write_rivals(client, workspace, out, words, on, order.parts)
    if order.document == "brief":
        from kamdesk.document.brief import write_brief

        return write_brief(*whole, paper=order.paper, about=order.issued())
    if order.document == "mutual":
        from kamdesk.document.mutual import write_mutual

        return write_mutual(*whole, paper=order.paper, about=order.issued())
    return DOCUMENTS[order.document].write(client, workspace, out, words, on, Wish(paper=order.paper))
