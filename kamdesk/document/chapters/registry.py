"""The chapters of the account plan in the order they are printed; one line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kamdesk.client.client import Client, sections_of
from kamdesk.client.paper_records import Audience
from kamdesk.document.chapters import (
    actions,
    evidence,
    mutual,
    opportunities,
    people,
    plain,
    profile,
    relation,
    risks,
    rivals,
    summary,
    visit,
    weighin,
)
from kamdesk.document.flow import Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.words import N_, NC_


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its name, what a person calls it, how it is made, the sections it tells of and who may have it."""

    name: str
    label: str
    build: Callable[[Press, Subject], Story]
    sections: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = (Audience.INTERNAL, Audience.BRIEF)


_ABOUT_PAPER = {"presets", "conclusions"}  # of the papers themselves, not of the client


def _chapters() -> dict[str, Chapter]:
    """The hand-made chapters, and a plain one for every section that none of them tells of."""
    made = (
        Chapter("summary", N_("Summary on one page"), summary.build),
        Chapter("profile", NC_("chapter", "Profile"), profile.build, ("company", "facts"), tuple(Audience)),
        Chapter("people", N_("People"), people.build, ("contacts", "ties", "bonds")),
        Chapter("weighin", NC_("chapter", "Weigh-in"), weighin.build, ("weighins",)),
        Chapter("relation", relation.TITLE, relation.build, ("targets", "invitations", "organisation")),
        Chapter(
            "rivals",
            N_("Competition"),
            rivals.build,
            ("factors", "standings", "stakes", "contests", "backers", "calls"),
        ),
        Chapter("opportunities", opportunities.TITLE, opportunities.build, ("opportunities",)),
        Chapter("visit", N_("Visits"), visit.build, visit.SECTIONS),
        Chapter("actions", N_("Actions"), actions.build, ("actions", "goals", "reviews")),
        Chapter("mutual", N_("Plan with the client"), mutual.build, (), (Audience.CLIENT,)),
        Chapter("risks", risks.TITLE, risks.build, ("risks",)),
    )
    last = Chapter(
        "evidence", NC_("chapter", "Evidence"), evidence.build, ("evidence", "intel", "editions")
    )  # holds the appendix
    told = {section for chapter in (*made, last) for section in chapter.sections} | _ABOUT_PAPER
    others = (part for part in sections_of(Client) if part.name not in told)
    plains = (Chapter(part.name, part.label, partial(plain.build, section=part), (part.name,)) for part in others)
    return {chapter.name: chapter for chapter in (*made, *plains, last)}


CHAPTERS: dict[str, Chapter] = _chapters()
