"""How each chapter of the account plan is made; their order and their words are in contents.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kamdesk.client.client import sections
from kamdesk.client.paper_records import Audience
from kamdesk.document.chapters import (
    actions,
    appendix,
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
from kamdesk.document.contents import APPENDIX, CONTENTS, Content
from kamdesk.document.flow import Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its name, what a person calls it, how it is made, the sections it tells of and who may have it."""

    name: str
    label: str
    build: Callable[[Press, Subject], Story]
    sections: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = (Audience.INTERNAL, Audience.BRIEF)


_BUILDS: dict[str, Callable[[Press, Subject], Story]] = {
    "summary": summary.build,
    "profile": profile.build,
    "people": people.build,
    "weighin": weighin.build,
    "relation": relation.build,
    "rivals": rivals.build,
    "opportunities": opportunities.build,
    "visit": visit.build,
    "actions": actions.build,
    "mutual": mutual.build,
    "risks": risks.build,
    "evidence": evidence.build,
    APPENDIX: appendix.build,
}


def _chapter(content: Content) -> Chapter:
    """A chapter with how it is made; a plain one where nobody made it by hand."""
    build = _BUILDS.get(content.name) or partial(plain.build, section=sections()[content.name])
    return Chapter(content.name, content.label, build, content.sections, content.audiences)


CHAPTERS: dict[str, Chapter] = {name: _chapter(content) for name, content in CONTENTS.items()}
