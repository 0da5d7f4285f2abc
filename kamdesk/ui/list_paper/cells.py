"""What the rows of a list say in columns: records field by field, everything else by what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kamdesk.client.concerns import Concern
from kamdesk.client.paper_records import Edition
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import Entry as Promise
from kamdesk.client.record import Field, Kind, Level, Record, fields_of
from kamdesk.client.telling import tell
from kamdesk.client.today import Coming, Promised, Question, Undebriefed
from kamdesk.client.units import tell_day, tell_moment
from kamdesk.client.unknowns import Unknown
from kamdesk.client.visit_records import TalkPoint, Visit
from kamdesk.client.visiting import local_day
from kamdesk.desk.agenda import Entry
from kamdesk.desk.documents import KINDS
from kamdesk.desk.rival_list import Tally
from kamdesk.ui.list_paper import page_cells
from kamdesk.ui.list_paper.told import Columns, Teller, Told
from kamdesk.ui.parts.record_table import listed

_FIGURES = (Kind.MONEY, Kind.NUMBER, Kind.PERCENT)
_NEVER = ("visit", "rank")  # the list stands at its visit, in its order
_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Action: ("text", "side", "person", "due", "done"),
    Visit: ("objective", "at", "place", "result", "agreed"),
    TalkPoint: ("text", "answer", "proof", "ask", "done"),
}


@dataclass(frozen=True, slots=True)
class Cells:
    """The columns of a kind of row: heads, which of them are figures, and the texts of a row."""

    heads: tuple[str, ...]
    figures: tuple[bool, ...]
    texts: Callable[[Any], tuple[str, ...]]


def cells_of(item: Any, told: Told) -> Cells | None:
    """The columns of a row of this kind; None where nobody said what it tells."""
    if make := next((_KINDS[kind] for kind in type(item).__mro__ if kind in _KINDS), None):
        heads, texts = make(told)
        return Cells(heads, (False,) * len(heads), texts)
    if isinstance(item, Record):
        return _record(type(item), told)
    name = page_cells.HOLDERS.get(type(item), "record")
    held = getattr(item, name, None)
    if isinstance(held, Record):
        inner = cells_of(held, told)
        return Cells(inner.heads, inner.figures, _Held(inner.texts, name)) if inner else None
    return None


@dataclass(frozen=True, slots=True)
class _Held:
    """The texts of the record that a row holds under a name."""

    texts: Callable[[Any], tuple[str, ...]]
    name: str

    def __call__(self, item: Any) -> tuple[str, ...]:
        return self.texts(getattr(item, self.name))


def _record(kind: type[Record], told: Told) -> Cells:
    """Field by field; what is secret is never on a list."""
    known: dict[str, Field] = {field.name: field for field in fields_of(kind)}
    names = _FIELDS.get(kind) or listed(kind)
    held = (known[name] for name in names if name in known and name not in _NEVER)
    fields = [field for field in held if field.level is not Level.SECRET]

    def texts(item: Any) -> tuple[str, ...]:
        values = ((field, getattr(item, field.name)) for field in fields)
        return tuple(
            "" if value is False else tell(field, value, told.look.words, told.names, told.today)
            for field, value in values
        )

    heads = tuple(told.look.tr(field.label) for field in fields)
    return Cells(heads, tuple(field.kind in _FIGURES for field in fields), texts)


def _edition(told: Told) -> Columns:
    look = told.look

    def texts(item: Edition) -> tuple[str, ...]:
        document = look.tr(KINDS[item.document].label) if item.document in KINDS else item.document
        made_for = look.tr(item.audience.label) if item.audience else ""
        day = tell_day(local_day(item.at), look.words, told.today) if item.at else ""
        return (str(item.number or ""), document, made_for, item.reader, day, str(item.pages or ""))

    tr = look.tr
    return (tr("Edition"), tr("Document"), tr("Made for"), tr("Given to"), tr("Made"), tr("Pages")), texts


def _entry(told: Told) -> Columns:
    look = told.look

    def texts(item: Entry) -> tuple[str, ...]:
        visit = item.visit
        at = tell_moment(visit.at, look.words, told.today) if visit.at else look.tr("None set")
        state = look.tr(visit.result.label) if visit.result else ""
        ready = look.tr("{n} of {m}", n=item.done, m=item.total) if item.total and not state else state
        return (at, item.company.called, visit.objective, visit.place, ready)

    tr = look.tr
    return (tr("When"), tr("Client"), tr("Objective"), tr("Place"), tr("Prepared, or how it went")), texts


def _tally(told: Told) -> Columns:
    look = told.look

    def texts(item: Tally) -> tuple[str, ...]:
        rival = item.rival
        kind = look.tr(rival.kind.label) if rival.kind else ""
        figures = (len(item.at), item.main, item.won, item.lost, item.facts, item.stale)
        return (rival.name, kind, *map(str, figures))

    tr = look.tr
    heads = (
        *(tr("Rival"), tr("Kind"), tr("Clients"), tr("Main rival at")),
        *(look.trc("deals", "Won"), look.trc("deals", "Lost"), tr("Facts"), tr("Out of date")),
    )
    return heads, texts


def _promised(told: Told) -> Columns:
    look = told.look

    def texts(item: Promised) -> tuple[str, ...]:
        owed = item.owed
        side = "" if owed.ours is None else look.tr((Side.OURS if owed.ours else Side.THEIRS).label)
        day = tell_day(owed.due, look.words, told.today) if owed.due else ""
        return (item.glance.called, owed.text, " ".join(filter(None, (side, owed.who))), day)

    tr = look.tr
    return (tr("Client"), tr("Action"), tr("Who owes it"), tr("Due")), texts


def _promise(told: Told) -> Columns:
    look = told.look

    def texts(item: Promise) -> tuple[str, ...]:
        action = item.action
        days = (tell_day(day, look.words, told.today) if day else "" for day in (item.said_on, action.due, action.done))
        return (action.text, item.who, *days)

    tr = look.tr
    heads = (tr("Promise"), tr("Who promised it"), tr("Given on"), tr("Due"), look.trc("action", "Done"))
    return heads, texts


def _question(told: Told) -> Columns:
    look = told.look

    def texts(item: Question) -> tuple[str, ...]:
        at = tell_moment(item.at, look.words, told.today) if item.at else ""
        return (item.glance.called, look.tell(item.asked.question), item.asked.who, at)

    tr = look.tr
    return (tr("Client"), tr("Question"), tr("Ask"), tr("Next visit")), texts


def _coming(told: Told) -> Columns:
    look = told.look

    def texts(item: Coming | Undebriefed) -> tuple[str, ...]:
        return (item.glance.called, item.visit.objective, tell_moment(item.visit.at, look.words, told.today))

    tr = look.tr
    return (tr("Client"), tr("Objective"), tr("When")), texts


def _concern(told: Told) -> Columns:
    look = told.look

    def texts(item: Concern) -> tuple[str, ...]:
        return (look.tell(item.said), look.tell(item.why))

    return (look.tr("What matters now"), look.tr("Why")), texts


def _unknown(told: Told) -> Columns:
    look = told.look

    def texts(item: Unknown) -> tuple[str, ...]:
        return (look.tell(item.said), item.ask.name if item.ask else "")

    return (look.tr("Worth asking"), look.tr("Ask")), texts


_KINDS: dict[type, Teller] = {
    **page_cells.KINDS,
    Edition: _edition,
    Entry: _entry,
    Tally: _tally,
    Promise: _promise,
    Promised: _promised,
    Question: _question,
    Coming: _coming,
    Undebriefed: _coming,
    Concern: _concern,
    Unknown: _unknown,
}
