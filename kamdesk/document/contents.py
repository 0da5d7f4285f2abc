"""What the account plan can hold, chapter by chapter in the order of print: their words and whom they are for.

How they are made is in chapters/registry.py, which is dear to import; who only lists them needs this alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kamdesk.client.client import Client, sections_of
from kamdesk.client.paper_records import Audience
from kamdesk.words import N_, NC_


@dataclass(frozen=True, slots=True)
class Content:
    """One chapter: its name, what a person calls it, the sections it tells of, who may have it, its code on paper."""

    name: str
    label: str
    sections: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = (Audience.INTERNAL, Audience.BRIEF)
    code: str = ""  # "": it is called by its label


APPENDIX = "appendix"  # takes in what the other chapters have to be looked up
_ABOUT_PAPER = {"presets", "conclusions"}  # of the papers themselves, not of the client
_VISIT = (
    *("visits", "attendees", "checks", "points", "concessions"),
    *("agenda", "materials", "probes", "negotiations"),
)
_RIVALS = ("factors", "standings", "stakes", "contests", "backers", "calls")


def _contents() -> dict[str, Content]:
    """The hand-made chapters, and a plain one for every section that none of them tells of."""
    made = (
        Content("summary", NC_("chapter", "Summary"), code="P1"),
        Content("profile", NC_("chapter", "Profile"), ("company", "facts"), tuple(Audience), code="P2"),
        Content("people", N_("People"), ("contacts", "ties", "bonds"), code="P5"),
        Content("weighin", NC_("chapter", "Weigh-in"), ("weighins",), code="P6"),
        Content("relation", NC_("chapter", "Relationship plan"), ("targets", "invitations", "organisation"), code="P7"),
        Content("rivals", N_("Competition"), _RIVALS, code="P8"),
        Content("opportunities", N_("Opportunities"), ("opportunities",), code="P9"),
        Content("visit", N_("Visits"), _VISIT, code="V1"),
        Content("actions", N_("Actions"), ("actions", "goals", "reviews"), code="P11"),
        Content("mutual", N_("Plan with the client"), (), (Audience.CLIENT,)),
        Content("risks", N_("Risks"), ("risks",), code="P12"),
    )
    last = (
        Content("evidence", NC_("chapter", "Evidence"), ("evidence", "intel", "editions"), code="P13"),
        Content(APPENDIX, NC_("chapter", "Appendix"), (), tuple(Audience)),
    )
    told = {section for chapter in (*made, *last) for section in chapter.sections} | _ABOUT_PAPER
    others = (part for part in sections_of(Client) if part.name not in told)
    plains = (Content(part.name, part.label, (part.name,)) for part in others)
    return {chapter.name: chapter for chapter in (*made, *plains, *last)}


CONTENTS: dict[str, Content] = _contents()


def appendix_last(names: Iterable[str]) -> list[str]:
    """Chapters in their order, the appendix behind those it takes in."""
    return sorted(names, key=lambda name: name == APPENDIX)
