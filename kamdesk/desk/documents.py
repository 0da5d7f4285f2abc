"""The documents that can be sent: their words, who writes them, for whom they are made and on what paper."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.editions import told_to
from kamdesk.client.paper_records import Audience
from kamdesk.client.visiting import coming_visits
from kamdesk.words import N_, Words

if TYPE_CHECKING:
    from kamdesk.document.binding import Written
    from kamdesk.document.issued import Issued

PAPERS = ("A4", "A3", "Letter")  # A3 is for the people map of a plan, all else is A4 then
_SMALL = ("A4", "Letter")
_OURS = (Audience.INTERNAL,)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a document shall be like, as far as it has a choice."""

    contacts: Collection[str] | None = None  # keys; None: as the document takes them
    paper: str = PAPERS[0]
    visit: str | None = None  # its key; None: the next one
    fillable: bool = False  # boxes and lines can be filled in on a screen
    rivals: Collection[str] | None = None  # keys; None: the main rival
    audience: Audience | None = None  # None: whom the document is made for first
    watermark: str = ""
    password: str = ""  # "": anybody can open the file

    def issued(self, document: Document) -> Issued:
        """As what the pages are issued: no edition, since it is not kept as one."""
        from kamdesk.document.issued import Issued

        return Issued(number=0, audience=self.audience or document.audiences[0], watermark=self.watermark)


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document that can be sent: its words, who writes it, and for which clients there is anything in it."""

    label: str
    write: Callable[[Client, Workspace, BinaryIO, Words, date, Wish], Written]
    has: Callable[[Client, date], bool] | None = None
    audiences: tuple[Audience, ...] = _OURS
    papers: tuple[str, ...] = _SMALL[:1]


# What the documents need is dear, and a wrong name should fail at once: so they are imported late.


def _plan(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.plan import write_plan

    issued = wish.issued(DOCUMENTS["plan"])
    return write_plan(client, workspace, out, words, on, paper=wish.paper, about=issued)


def _brief(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.brief import write_brief

    issued = wish.issued(DOCUMENTS["brief"])
    return write_brief(client, workspace, out, words, on, paper=wish.paper, about=issued)


def _mutual(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.mutual import write_mutual

    issued = wish.issued(DOCUMENTS["mutual"])
    return write_mutual(client, workspace, out, words, on, paper=wish.paper, about=issued)


def _has_mutual(client: Client, _on: date) -> bool:
    return any(goal.mutual for goal in client.goals) or any(action.mutual for action in client.actions)


def _people(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.person import write_people

    told = told_to(client, workspace, Audience.INTERNAL)
    return write_people(*told, out, words, on, wish.contacts, issued=wish.issued(DOCUMENTS["person"]))


def _has_key_people(client: Client, on: date) -> bool:
    return any(contact.key_player and not contact.gone(on) for contact in client.contacts)


def _visit(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.visit_sheet import write_visit

    told = told_to(client, workspace, Audience.INTERNAL, floors=True)
    return write_visit(*told, out, words, on, wish.visit, wish.fillable, issued=wish.issued(SHEETS["visit"]))


def _has_visit(client: Client, on: date) -> bool:
    return bool(coming_visits(client, on))


def _rivals(client: Client, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish) -> Written:
    from kamdesk.document.rival import write_rivals

    told = told_to(client, workspace, Audience.INTERNAL, floors=True)  # it says whether there is a ladder, no floor
    return write_rivals(*told, out, words, on, wish.rivals, issued=wish.issued(DOCUMENTS["rival"]))


def _has_rival(client: Client, _on: date) -> bool:
    return main_rival(client) is not None


def _blank_weighin(
    client: Client | None, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish
) -> Written:
    from kamdesk.document.blank import write_blank_weighin

    issued, paper = wish.issued(DOCUMENTS["blank-weighin"]), wish.paper
    people, fillable = wish.contacts, wish.fillable
    return write_blank_weighin(client, workspace, out, words, on, people, fillable, paper=paper, about=issued)


def _blank_visit(
    client: Client | None, workspace: Workspace, out: BinaryIO, words: Words, on: date, wish: Wish
) -> Written:
    from kamdesk.document.blank import write_blank_visit

    issued = wish.issued(DOCUMENTS["blank-visit"])
    return write_blank_visit(client, workspace, out, words, on, wish.fillable, about=issued)


# What is printed of a client as a whole, and what of one visit.
DOCUMENTS: dict[str, Document] = {
    "plan": Document(N_("Account plan"), _plan, audiences=tuple(Audience), papers=PAPERS),
    "brief": Document(N_("Brief on one page"), _brief, audiences=(Audience.BRIEF,), papers=_SMALL),
    "person": Document(N_("Expansion cards"), _people, _has_key_people),
    "rival": Document(N_("Battle card"), _rivals, _has_rival),
    "mutual": Document(N_("Mutual action plan"), _mutual, _has_mutual, audiences=(Audience.CLIENT,), papers=_SMALL),
    "blank-weighin": Document(N_("Weigh-in by hand"), _blank_weighin, papers=_SMALL),
    "blank-visit": Document(N_("Visit by hand"), _blank_visit),
}
SHEETS: dict[str, Document] = {"visit": Document(N_("Visit sheet"), _visit, _has_visit)}
KINDS = {**DOCUMENTS, **SHEETS}
BLANKS = {"blank-weighin": _blank_weighin, "blank-visit": _blank_visit}  # which need no client
