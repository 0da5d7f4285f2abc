"""What moved between two states of a client, told so that it says something: the telling moves first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from kamdesk.client.account import account
from kamdesk.client.client import Client, Workspace, sections
from kamdesk.client.difference import Changed, ChangeKind, difference
from kamdesk.client.kept import kept
from kamdesk.client.moved_parts import EACH, Moved, Sign, choice_said, few, from_to, order_sign, value_said
from kamdesk.client.moved_people import figure_moves, people_moves, score_moves, still_unknown
from kamdesk.client.moved_plan import order_moves, plan_moves
from kamdesk.client.moved_rivals import rival_moves
from kamdesk.client.saying import row_said
from kamdesk.client.telling import Names, as_is, names_of
from kamdesk.words import Said, said

__all__ = ["Moved", "Sign", "what_changed"]

_FIELDS = 3  # so many fields of one record are named
_SIGNS = {ChangeKind.ADDED: Sign.NEW, ChangeKind.GONE: Sign.GONE, ChangeKind.CHANGED: Sign.SAME}


@kept
def what_changed(
    before: Client, after: Client, workspace: Workspace, today: date, before_day: date | None = None
) -> tuple[Moved, ...]:
    """What moved since a state of `before_day`, the telling moves first, then the rest section by section.

    Each state is judged by its own rules and on its own day, so that the figures are those that were printed. A record
    that a telling move is about is not told again; nor are the weigh-ins of a person whose move is told.
    """
    then = before_day or today
    telling = list(few(_telling(before, after, workspace, then, today)))
    told = {(move.section, move.key) for move in telling if move.key}
    people = {move.key for move in telling if move.section == "contacts"}
    told |= {("weighins", item.key) for item in (*before.weighins, *after.weighins) if item.contact in people}
    told |= {("conclusions", item.key) for item in (*before.conclusions, *after.conclusions)}  # our words, no move
    rest = [item for item in difference(before, after) if (item.section, item.key) not in told]
    names = names_of(before, after, workspace)
    return (*telling, *(move for _, held in groupby(rest, lambda item: item.section) for move in _rest(held, names)))


def _telling(before: Client, after: Client, workspace: Workspace, then: date, today: date) -> Iterator[Moved]:
    """What is told first: the figures, then one move of every kind, so that the first lines show the whole; then more.

    Kinds are people, orders, rivals, who is still unknown, and what was promised, held and threatened.
    """
    yield from figure_moves(account(before, then), account(after, today), workspace)
    yield from _company(before, after)
    groups = (
        [*people_moves(before, after, then, today), *score_moves(before, after, then, today)],
        list(order_moves(before, after)),
        list(rival_moves(before, after, workspace)),
        list(still_unknown(before, after)),
        list(plan_moves(before, after, then, today)),
    )
    for group in groups:
        yield from group[:1]
    for group in groups:
        yield from group[1:]


def _company(before: Client, after: Client) -> Iterator[Moved]:
    """Grade and stage, which have a direction; the company's other fields are told with the rest."""
    was, now = before.company, after.company
    if was.grade is not now.grade:
        value = from_to(choice_said(was.grade), choice_said(now.grade))
        yield Moved(said("Grade"), order_sign(was.grade, now.grade), value, "company")
    if was.stage is not now.stage:
        value = from_to(choice_said(was.stage), choice_said(now.stage))
        yield Moved(said("Stage"), order_sign(was.stage, now.stage, best_first=False), value, "company")


def _rest(held: Iterable[Changed], names: Names) -> Iterator[Moved]:
    """The changed records of one section: one by one while they are few."""
    items = [item for item in map(_else, held) if item.fields or item.kind is not ChangeKind.CHANGED]
    if len(items) <= EACH:
        for item in items:
            title = as_is(item.title) if item.title else Said(sections()[item.section].label)
            yield Moved(title, _SIGNS[item.kind], _became(item, names), item.section, item.key)
        return
    counts = Counter(item.kind for item in items)
    sign = _SIGNS[items[0].kind] if len(counts) == 1 else Sign.SAME
    texts = {
        ChangeKind.ADDED: said("{n} new", n=counts[ChangeKind.ADDED]),
        ChangeKind.CHANGED: said("{n} changed", n=counts[ChangeKind.CHANGED]),
        ChangeKind.GONE: said("{n} removed", n=counts[ChangeKind.GONE]),
    }
    section = items[0].section
    value = row_said(text for kind, text in texts.items() if counts[kind])
    yield Moved(Said(sections()[section].label), sign, value, section)


def _else(item: Changed) -> Changed:
    """The change without what is told of the company by itself."""
    if item.section != "company":
        return item
    return replace(item, fields=tuple(it for it in item.fields if it[0].name not in ("grade", "stage")))


def _became(item: Changed, names: Names) -> Said:
    """What became of a record: the values of its one changed field, or which fields changed."""
    if item.kind is not ChangeKind.CHANGED:
        return Said(sections()[item.section].one)
    if len(item.fields) == 1:
        field, was, now = item.fields[0]
        values = [value_said(field, value, names) for value in (was, now)]
        if values[0] and values[1]:
            return said("{field}: {value}", field=Said(field.label), value=from_to(values[0], values[1]))
    labels: list[Said | str] = [Said(field.label) for field, _, _ in item.fields[:_FIELDS]]
    return row_said([*labels, "…"] if len(item.fields) > _FIELDS else labels)
