"""The documents beside the plan, each made in memory from any client, for tests that try the same with all of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kamdesk.client.client import Client, Workspace, section_of
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Goal
from kamdesk.client.telling import names_of
from kamdesk.document.binding import Written
from kamdesk.document.blank import write_blank_visit, write_blank_weighin
from kamdesk.document.brief import write_brief
from kamdesk.document.mutual import write_mutual
from kamdesk.document.person import write_people
from kamdesk.document.record_list import listed, write_list
from kamdesk.document.rival import write_rivals
from kamdesk.document.visit_sheet import write_visit
from kamdesk.words import words_for
from tests.document.clients import TODAY
from tests.document.pdf import Pdf

Made = tuple[Pdf, Written]
Make = Callable[[Client, Workspace, str], Made]


def made(write: Callable[..., Written], client: Client, workspace: Workspace, language: str, **more: object) -> Made:
    """A document in memory."""
    out = io.BytesIO()
    written = write(client, workspace, out, words_for(language), TODAY, invariant=True, **more)
    return Pdf(out.getvalue()), written


def brief(client: Client, workspace: Workspace, language: str = "en", **more: object) -> Made:
    """The brief."""
    return made(write_brief, client, workspace, language, **more)


def mutual(client: Client, workspace: Workspace, language: str = "en", **more: object) -> Made:
    """The plan with the client, all goals and actions on it."""
    return made(write_mutual, shared(client), workspace, language, **more)


def weighin_form(client: Client | None, workspace: Workspace, language: str = "en", **more: object) -> Made:
    """The weigh-in by hand, a page for each of the first three people."""
    keys = [contact.key for contact in client.contacts[:3]] if client else None
    return made(partial(write_blank_weighin, contacts=keys), client, workspace, language, **more)  # type: ignore[arg-type]


def visit_form(client: Client | None, workspace: Workspace, language: str = "en", **more: object) -> Made:
    """The visit by hand."""
    return made(write_blank_visit, client, workspace, language, **more)  # type: ignore[arg-type]


def people_list(client: Client, workspace: Workspace, language: str = "en", **more: object) -> Made:
    """The people with all that is filled."""
    return record_list(client, workspace, Contact, language, **more)


def action_list(client: Client, workspace: Workspace, language: str = "en", **more: object) -> Made:
    """The actions with all that is filled."""
    return record_list(client, workspace, Action, language, **more)


def record_list(
    client: Client, workspace: Workspace, kind: type[Contact | Action], language: str, **more: object
) -> Made:
    """A section of a client as a list."""
    words, part, out = words_for(language), section_of(kind), io.BytesIO()
    records = getattr(client, part.name)
    rows = listed(words.tr(part.label), kind, records, words, names_of(client, workspace), TODAY)
    told = replace(rows, about=client.company.called)
    written = write_list(told, out, words, TODAY, workspace.profile.name, invariant=True, **more)  # type: ignore[arg-type]
    return Pdf(out.getvalue()), written


def shared(client: Client) -> Client:
    """The client with everything ticked for the common plan; what has nothing gets a goal."""
    goals = tuple(replace(goal, mutual=True) for goal in client.goals) or (Goal(text="Goal", mutual=True),)
    return replace(client, goals=goals, actions=tuple(replace(action, mutual=True) for action in client.actions))


OTHERS: dict[str, Make] = {
    "brief": brief,
    "mutual": mutual,
    "weighin-form": weighin_form,
    "visit-form": visit_form,
    "people": people_list,
    "actions": action_list,
}
CARDS: dict[str, Make] = {
    "person": lambda client, workspace, language: made(
        partial(write_people, contacts=[it.key for it in client.contacts[:2]]), client, workspace, language
    ),
    "rival": lambda client, workspace, language: made(
        partial(write_rivals, rivals=[it.key for it in workspace.rivals]), client, workspace, language
    ),
    "visit": lambda client, workspace, language: made(
        partial(write_visit, visit=client.visits[0].key), client, workspace, language
    ),
}
