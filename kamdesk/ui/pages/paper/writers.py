"""The documents of the paper place, each written by its own module; imported when the first one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.editions import told_to
from kamdesk.desk.documents import DOCUMENTS, Wish
from kamdesk.document.binding import Written
from kamdesk.words import words_for

if TYPE_CHECKING:
    from kamdesk.ui.pages.paper.order import Order


def write_document(order: Order, out: BinaryIO) -> Written:
    """Write what is ordered. Plan, brief and mutual plan empty the client themselves, cards get it emptied."""
    words, on, issued = words_for(order.language), order.on, order.issued()
    whole = (order.client, order.workspace, out, words, on)
    told = (*told_to(order.client, order.workspace, order.issue.audience), out, words, on)
    match order.document:
        case "plan":
            from kamdesk.document.plan import write_plan

            return write_plan(*whole, order.parts, paper=order.paper, about=issued)
        case "person":
            from kamdesk.document.person import write_people

            return write_people(*told, order.parts, issued=issued)
        case "rival":
            from kamdesk.document.rival import write_rivals

            ladders = told_to(order.client, order.workspace, order.issue.audience, floors=True)  # it tells no floor
            return write_rivals(*ladders, out, words, on, order.parts, issued=issued)
        case "brief":
            from kamdesk.document.brief import write_brief

            return write_brief(*whole, paper=order.paper, about=issued)
        case "mutual":
            from kamdesk.document.mutual import write_mutual

            return write_mutual(*whole, paper=order.paper, about=issued)
    wish = Wish(contacts=order.parts or None, paper=order.paper)
    return DOCUMENTS[order.document].write(*told, wish)
