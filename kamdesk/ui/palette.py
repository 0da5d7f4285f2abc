"""What the palette finds for a few typed letters: people, clients, visits and notes, actions, commands."""

from __future__ import annotations

from collections.abc import Callable

from kamdesk.client.client import sections
from kamdesk.client.company import Grade
from kamdesk.client.glance import Glance
from kamdesk.client.people import Contact
from kamdesk.client.units import tell_moment
from kamdesk.client.visiting import local_day
from kamdesk.desk.by_code import visits_of_code
from kamdesk.desk.desk import Desk
from kamdesk.store.search import Hit
from kamdesk.ui.actions import DEEDS, Deed
from kamdesk.ui.dated_row import day_row
from kamdesk.ui.hit_rows import HitRows, Row, fitness
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import client_places, rail_places
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.spelling import begins, spelled
from kamdesk.words import N_

_MOST = {"people": 4, "clients": 3, "notes": 3, "actions": 2, "recent": 5, "commands": 4}  # rows of a group
_ALONE = 40  # rows of a group that is asked for alone
_READ = 40  # hits looked at, before the best of each group are taken
_FREQUENT = 8  # commands shown before anything is typed
PREFIXES = {">": "commands", "@": "people", "#": "clients"}
_HEADS = {
    "people": N_("People"),
    "clients": N_("Clients"),
    "notes": N_("Visits and notes"),
    "actions": N_("Actions"),
    "commands": N_("Commands"),
    "recent": N_("Opened lately"),
}
_GROUPS = {"contacts": "people", "colleagues": "people", "company": "clients", "actions": "actions"}
_GRADES = [*(grade.value for grade in Grade), ""]
_Place = tuple[int, tuple[int, int]]  # how well a hit fits, and what it weighs among those that fit as well
_NAMED = ("contacts", "colleagues", "company")


class Finder:
    """Finds rows for a text."""

    def __init__(
        self,
        look: Look,
        desk: Desk,
        can: Callable[[Deed], str | None],
        recent: Callable[[], tuple[str, ...]],
        here: Callable[[], str] = str,
    ) -> None:
        """`can` gives the words of a deed, None when it cannot be done now; `recent` the clients visited.

        `here` is the key of the client that is shown.
        """
        self._look, self._desk, self._can, self._recent, self._here = look, desk, can, recent, here
        self._told = HitRows(look, desk)
        self._clients: dict[str, Glance] = {}

    def begin(self) -> None:
        """Forget what was read before; the palette opens."""
        self._clients = {}

    def rows(self, text: str, *, deep: bool = True) -> list[Row]:
        """The rows for what is typed, heads among them, best first.

        Not `deep` leaves out visits, notes and actions, which take as long again: for while somebody still types.
        """
        only = PREFIXES.get(text[:1], "")
        asked = (text[1:] if only else text).strip()
        if not asked and not only:
            return self._group("recent", self._visited()) + self._group("commands", self._commands("")[:_FREQUENT])
        found: dict[str, list[Row]] = {}
        if only != "commands" and asked:
            found = self._found(asked, only, deep=deep)
            day = day_row(self._look, self._desk.today, asked) if not only else None
            if first := [*self._coded(asked), *([day] if day else [])]:
                found["notes"] = [*first, *found.get("notes", [])][: _ALONE if only else _MOST["notes"]]
        elif only == "clients":
            found = {"clients": self._visited()}
        order = self._order(found)
        if only in ("", "commands"):
            about = self._about(found, order) if only == "" else []
            found["commands"] = (about + self._commands(asked))[: _ALONE if only else _MOST["commands"]]
        rows = [row for name in order for row in self._group(name, found.get(name, []))]
        return rows or (self._nothing(asked, only) if deep else [])

    def _group(self, name: str, rows: list[Row]) -> list[Row]:
        return [Row(self._look.tr(_HEADS[name])), *rows] if rows else []

    def _order(self, found: dict[str, list[Row]]) -> list[str]:
        """The groups from above: people before clients, unless only a client is called so."""
        names = list(_HEADS)
        people, clients = found.get("people"), found.get("clients")
        if clients and people and clients[0].called and not people[0].called:
            names[:2] = ["clients", "people"]
        return names

    def _found(self, asked: str, only: str, *, deep: bool) -> dict[str, list[Row]]:
        hits = self._desk.find(asked, _READ, _NAMED)
        if deep and not only and not (len(asked) == 1 and asked.isascii()):  # one letter is the beginning of everything
            hits += self._desk.find(asked, _READ, tuple(name for name in sections() if name not in _NAMED))
        found: dict[str, list[tuple[_Place, Hit]]] = {}
        for hit in hits:
            group = _GROUPS.get(hit.section, "notes")
            if only in ("", group):
                found.setdefault(group, []).append(((fitness(hit, asked), self._weight(hit)), hit))
        return {
            group: [
                self._told.row(hit, asked, self._name)
                for _, hit in sorted(pairs, key=_first)[: _ALONE if only else _MOST[group]]
            ]
            for group, pairs in found.items()
        }

    def _coded(self, asked: str) -> list[Row]:
        """The visits with the code of a sheet: what is over opens to be debriefed, also today, else to be prepared."""
        look, rows = self._look, []
        for visit in visits_of_code(self._desk, asked):
            assert visit.at is not None
            over = local_day(visit.at) <= self._desk.today
            told = " · ".join((self._name(visit.owner), tell_moment(visit.at, look.words)))
            goto = Goto("visits", visit.owner, visit.key, "debrief" if over else "prepare")
            words = visit.objective or look.tr("Visit")
            rows.append(Row(words, told, icon="clipboard-pen" if over else "calendar-check", goto=goto))
        return rows

    def _client(self, key: str) -> Glance | None:
        if not self._clients:
            self._clients = {glance.key: glance for glance in self._desk.clients()}
        return self._clients.get(key)

    def _name(self, key: str) -> str:
        client = self._client(key)
        return client.called if client else ""

    def _weight(self, hit: Hit) -> tuple[int, int]:
        """Of hits that fit as well: the client that is shown, then the best graded; of people the most influential."""
        client, record = self._client(hit.owner), hit.record
        influence = record.influence or 0 if isinstance(record, Contact) else 0
        if client is None:
            return len(_GRADES), -influence
        return -1 if client.key == self._here() else _GRADES.index(client.grade), -influence

    def _visited(self) -> list[Row]:
        rows = []
        for key in self._recent()[: _MOST["recent"]]:
            if name := self._name(key):
                rows.append(Row(name, client=key, goto=Goto("", key)))
        return rows

    def _about(self, found: dict[str, list[Row]], order: list[str]) -> list[Row]:
        """What can be done with the best person or client that was found, whichever group comes first."""
        tr = self._look.tr
        best = [(name, found[name][0]) for name in order if name in ("people", "clients") and found.get(name)]
        for name, row in best:
            if name == "people" and row.goto and row.goto.client:
                goto = Goto("weighin", row.goto.client, row.goto.item, "weigh")
                return [Row(tr("Weigh in {name}", name=row.text), icon="scale", goto=goto)]
            if name == "clients" and row.goto:
                key, sheet = row.goto.client, tr("Prepare the visit to {name}", name=row.text)
                plan = tr("Plan of {name} as PDF", name=row.text)
                return [
                    Row(sheet, icon="calendar-check", goto=Goto("visits", key, "", "prepare")),
                    Row(plan, icon="download", goto=Goto("paper", key, "", "export")),
                ]
        return []

    def _commands(self, asked: str) -> list[Row]:
        look = self._look
        rows: list[tuple[str, Row]] = []  # with what each is called by itself
        for index, place in enumerate(rail_places().values()):
            label = look.tr(place.label)
            words, key = look.tr("Go to {place}", place=label), key_words(f"Ctrl+{index + 1}")
            rows.append((label, Row(words, icon=place.icon, key=key, goto=Goto(place.name))))
        for deed in DEEDS:
            told = self._can(deed) if deed.listed else None
            if told is not None:
                key = key_words(deed.keys[0]) if deed.keys else ""
                rows.append((told, Row(told, icon=deed.icon, key=key, deed=deed.name)))
        if here := self._here():
            for name, place in client_places().items():
                label = look.tr(place.label)
                words = look.tr("This client: {place}", place=label)
                rows.append((label, Row(words, icon="arrow-right", goto=Goto(name, here))))
        wanted = asked.casefold()
        fitting = [pair for pair in rows if wanted in pair[1].text.casefold() or spelled(pair[1].text, wanted)]
        begin = [row for name, row in fitting if begins(name, wanted)]
        return begin + [row for name, row in fitting if not begins(name, wanted)]

    def _nothing(self, asked: str, only: str) -> list[Row]:
        if only in ("commands", "people") or not asked or self._desk.read_only:
            return []
        tr = self._look.tr
        words = tr("Create the client “{name}”", name=asked)
        # what is typed may be a slip: a client is made by going down to the line, not by Enter alone
        made = Row(words, icon="plus", key="↓", deed="create_client", words=asked, waits=True)
        return [Row(tr("Nothing found")), made]


def _first(pair: tuple[_Place, Hit]) -> _Place:
    return pair[0]
