"""How each chapter of the account plan is made; their order and their words are in contents.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from kamdesk.client.client import sections
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

Build = Callable[[Press, Subject], Story]


@dataclass(frozen=True, slots=True)
class Chapter(Content):
    """One chapter and how it is made."""

    build: Build = field(kw_only=True)


_BUILDS: dict[str, Build] = {
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
    return Chapter(content.name, content.label, content.sections, content.audiences, content.code, build=build)


CHAPTERS: dict[str, Chapter] = {name: _chapter(content) for name, content in CONTENTS.items()}
