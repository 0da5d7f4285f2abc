"""A line of the palette as a value, and how a hit of the search becomes one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from kamdesk.client.client import WORKSPACE, sections
from kamdesk.client.company import Company
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.client.units import tell_day, tell_moment
from kamdesk.desk.desk import Desk
from kamdesk.store.search import Hit
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import place_of
from kamdesk.ui.spelling import spelled, told

_ICONS = {
    "visits": "calendar-check",
    "rivals": "swords",
    "actions": "square-check",
    "weighins": "scale",
    "evidence": "link",
    "templates": "square-check",
    "concessions": "layers",
}
_ELSEWHERE = 200  # from here on the words stand elsewhere than in the title
_BEFORE, _AFTER = 8, 14  # characters told around what matched
# Within a group: what a rep most likely looks for.
_ORDER = ("contacts", "company", "visits", "evidence", "facts", "points", "rivals", "concessions", "factors")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the palette: a head when `goto` and `deed` are both missing."""

    text: str
    more: str = ""
    why: str = ""  # in words
    marked: str = ""  # the part of `why` that matched, in accent
    icon: str = ""
    key: str = ""  # a keycap at the right
    client: str = ""  # draw the client's tile
    logo: bytes | None = None
    person: str = ""  # draw the person's avatar
    attitude: Attitude | None = None
    known: bool = False  # whether the attitude is
    goto: Goto | None = None
    deed: str = ""
    words: str = ""  # what the deed is about: the name of a new client
    called: bool = True  # False: something else in it matched, not its name
    waits: bool = False  # Enter alone does not choose it: somebody has to go there first

    @property
    def head(self) -> bool:
        """True for the name of a group."""
        return self.goto is None and not self.deed


def fitness(hit: Hit, asked: str) -> int:
    """How well a hit fits, the least first: its title has the words, its title is spelled so, something in it is."""
    order = _ORDER.index(hit.section) if hit.section in _ORDER else len(_ORDER)
    if asked.casefold() in hit.title.casefold():
        return order
    return (100 if spelled(hit.title, asked) else _ELSEWHERE) + order


def is_called(hit: Hit, asked: str) -> bool:
    """Whether its very name was typed, as it is written or by its letters."""
    return fitness(hit, asked) < _ELSEWHERE


class HitRows:
    """Makes rows of hits in one look."""

    def __init__(self, look: Look, desk: Desk) -> None:
        self._look, self._desk = look, desk

    def row(self, hit: Hit, asked: str, name: Callable[[str], str]) -> Row:
        """The row of a hit; `name` gives the name of a client by its key."""
        record = hit.record
        owner = "" if hit.owner in ("", WORKSPACE) else hit.owner
        of = name(owner) if owner and hit.section != "company" else ""
        why, marked = self._why(hit, asked)
        if isinstance(record, Company):
            grade = self._look.tr("Grade {grade}", grade=record.grade.value) if record.grade else ""
            goto = Goto("overview", record.key)
            called = is_called(hit, asked)
            return Row(record.name, grade, why, marked, client=record.key, logo=record.logo, goto=goto, called=called)
        goto = Goto(place_of(hit.section), owner, hit.key)
        if isinstance(record, Contact):
            more = ", ".join(filter(None, [record.title_at_work, of]))
            face = Row(record.name, person=record.name, attitude=record.attitude, known=True, goto=goto)
            return dataclasses.replace(face, more=more, why=why, marked=marked, called=is_called(hit, asked))
        text = self._dated(record) or self._look.tr(sections()[hit.section].label)
        return Row(text, of, why, marked, icon=_ICONS.get(hit.section, "file-text"), goto=goto)

    def _dated(self, record: Record) -> str:
        """The title, after its day or moment where it has one."""
        words, today = self._look.words, self._desk.today
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if value and field.kind is Kind.MOMENT:
                when = tell_moment(value, words, today)
            elif value and field.kind is Kind.DAY:
                when = tell_day(value, words, today)
            else:
                continue
            return self._look.tr("{when}: {what}", when=when, what=record.title) if record.title else when
        return record.title

    def _why(self, hit: Hit, asked: str) -> tuple[str, str]:
        """Why it was found where the title does not show it, and the part that matched."""
        if asked.casefold() in hit.title.casefold():
            return "", ""
        if found := spelled(hit.title, asked):
            sound, marked = told(hit.title, found)
            return self._look.tr("pinyin {sound}", sound=sound), marked
        if hit.why == "text":
            at = max(0, hit.excerpt.casefold().find(asked.casefold()) - _BEFORE)
            return hit.excerpt[at : at + _BEFORE + len(asked) + 2 * _AFTER], asked
        for field in fields_of(type(hit.record)):
            text = getattr(hit.record, field.name) if field.kind is Kind.TEXT else ""
            if text and (found := spelled(text, asked)):
                start, end = found[0].place, found[-1].place + 1
                return text[max(0, start - _BEFORE) : end + _AFTER], text[start:end]
        return "", ""
