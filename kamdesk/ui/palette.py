"""What the palette finds for a few typed letters: people, clients, visits and notes, actions, commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kamdesk.client.client import WORKSPACE, sections
from kamdesk.client.people import Attitude
from kamdesk.desk.desk import Desk
from kamdesk.store.search import Hit
from kamdesk.ui.actions import DEEDS, Deed
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import place_of, rail_places
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.spelling import begins, why
from kamdesk.words import N_

_EACH = 5  # rows of a group
_ALONE = 40  # rows of a group that is asked for alone
_COMMANDS = 4
PREFIXES = {">": "commands", "@": "people", "#": "clients"}
_HEADS = {
    "people": N_("People"),
    "clients": N_("Clients"),
    "notes": N_("Visits and notes"),
    "actions": N_("Actions"),
    "commands": N_("Commands"),
    "recent": N_("Opened lately"),
}
_SECTIONS: dict[str, tuple[str, ...]] = {
    "people": ("contacts", "colleagues"),
    "clients": ("company",),
    "actions": ("actions",),
}
_ICONS = {
    "visits": "calendar-check",
    "rivals": "swords",
    "actions": "square-check",
    "weighins": "scale",
    "evidence": "link",
    "templates": "square-check",
    "concessions": "layers",
}


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

    @property
    def head(self) -> bool:
        """True for the name of a group."""
        return self.goto is None and not self.deed


class Finder:
    """Finds rows for a text."""

    def __init__(
        self, look: Look, desk: Desk, can: Callable[[Deed], str | None], recent: Callable[[], tuple[str, ...]]
    ) -> None:
        """`can` gives the words of a deed, None when it cannot be done now; `recent` the clients visited."""
        self._look, self._desk, self._can, self._recent = look, desk, can, recent
        self._names: dict[str, str] = {}

    def rows(self, text: str) -> list[Row]:
        """The rows for what is typed, heads among them, best first."""
        self._names = {}
        only = PREFIXES.get(text[:1], "")
        asked = (text[1:] if only else text).strip()
        if not asked and not only:
            return self._group("recent", self._visited()) + self._group("commands", self._commands("")[:8])
        found: dict[str, list[Row]] = {}
        if only != "commands" and asked:
            found = self._found(asked, only)
        elif only == "clients":
            found = {"clients": self._visited()}
        if only in ("", "commands"):
            about = self._about(found) if only == "" else []
            found["commands"] = (about + self._commands(asked))[: _ALONE if only else _COMMANDS]
        rows = [row for name in _HEADS for row in self._group(name, found.get(name, []))]
        return rows or self._nothing(asked, only)

    def _group(self, name: str, rows: list[Row]) -> list[Row]:
        return [Row(self._look.tr(_HEADS[name])), *rows] if rows else []

    def _found(self, asked: str, only: str) -> dict[str, list[Row]]:
        most = _ALONE if only else _EACH
        found: dict[str, list[Row]] = {}
        for name, parts in _SECTIONS.items():
            if only in ("", name):
                found[name] = self._hits(self._desk.find(asked, most, parts), asked)
        if not only:
            held = {part for parts in _SECTIONS.values() for part in parts}
            others = tuple(name for name in sections() if name not in held)
            found["notes"] = self._hits(self._desk.find(asked, most, others), asked)
        return found

    def _hits(self, hits: Iterable[Hit], asked: str) -> list[Row]:
        return [self._row(hit, asked) for hit in hits]

    def _row(self, hit: Hit, asked: str) -> Row:
        client = "" if hit.owner in ("", WORKSPACE) else hit.owner
        name = self._name(client) if client and hit.section != "company" else ""
        why, marked = self._why(hit, asked)
        goto = Goto(place_of(hit.section), client, hit.key)
        if hit.section == "company":
            goto = Goto("overview", hit.owner or hit.key)
        return Row(
            hit.title or self._look.tr(sections()[hit.section].label),
            more=name,
            why=why,
            marked=marked,
            icon=_ICONS.get(hit.section, "file-text"),
            client=hit.key if hit.section == "company" else "",
            person=hit.title if hit.section in ("contacts", "colleagues") else "",
            goto=goto,
        )

    def _why(self, hit: Hit, asked: str) -> tuple[str, str]:
        """Why it was found, where the title does not show it, and the part that matched."""
        if hit.why != "text":
            spelled, marked = why(hit.title, asked)
            return (self._look.tr("pinyin {spelled}", spelled=spelled), marked) if spelled else ("", "")
        if asked.casefold() in hit.title.casefold() or not hit.excerpt:
            return "", ""
        return hit.excerpt, asked

    def _name(self, key: str) -> str:
        if not self._names:
            self._names = {glance.key: glance.called for glance in self._desk.clients()}
        return self._names.get(key, "")

    def _visited(self) -> list[Row]:
        rows = []
        for key in self._recent()[:_EACH]:
            if name := self._name(key):
                rows.append(Row(name, client=key, goto=Goto("", key)))
        return rows

    def _about(self, found: dict[str, list[Row]]) -> list[Row]:
        """What can be done with the best person or client that was found."""
        tr = self._look.tr
        for row in found.get("people", [])[:1]:
            if row.goto and row.goto.client:
                goto = Goto("weighin", row.goto.client, row.goto.item, "weigh")
                return [Row(tr("Weigh in {name}", name=row.text), icon="scale", goto=goto)]
        for row in found.get("clients", [])[:1]:
            if row.goto:
                key = row.goto.client
                return [
                    Row(
                        tr("Prepare the visit to {name}", name=row.text),
                        icon="calendar-check",
                        goto=Goto("visits", key, "", "prepare"),
                    ),
                    Row(
                        tr("Plan of {name} as PDF", name=row.text),
                        icon="download",
                        goto=Goto("paper", key, "", "export"),
                    ),
                ]
        return []

    def _commands(self, asked: str) -> list[Row]:
        look, rows = self._look, []
        for index, place in enumerate(rail_places().values()):
            words = look.tr("Go to {place}", place=look.tr(place.label))
            rows.append(Row(words, icon=place.icon, key=f"Ctrl {index + 1}", goto=Goto(place.name)))
        for deed in DEEDS:
            told = self._can(deed) if deed.listed else None
            if told is not None:
                rows.append(Row(told, icon=deed.icon, key=key_words(deed.keys[0]) if deed.keys else "", deed=deed.name))
        wanted = asked.casefold()
        return [row for row in rows if not wanted or wanted in row.text.casefold() or begins(row.text, wanted)]

    def _nothing(self, asked: str, only: str) -> list[Row]:
        if only in ("commands", "people") or not asked or self._desk.read_only:
            return []
        words = self._look.tr("Create the client “{name}”", name=asked)
        return [Row(words, icon="plus", deed="create_client", words=asked)]
