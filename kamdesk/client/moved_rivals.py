"""What moved on the rivals' side: what they newly offer, hold or say, and whom they have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamdesk.client.client import Client, Workspace
from kamdesk.client.moved_parts import Moved, Sign, from_to, sign_of, text_said
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.telling import as_is
from kamdesk.words import Said, said


def rival_moves(before: Client, after: Client, workspace: Workspace) -> Iterator[Moved]:
    """Facts learned first, then how we and they stand on the needs, then who supports whom."""
    names = {rival.key: rival.called for rival in workspace.rivals}
    yield from _learned(before, after, names)
    yield from _ours(before, after)
    yield from _theirs(before, after, names)
    yield from _backers(before, after, names)


def _ours(before: Client, after: Client) -> Iterator[Moved]:
    old = {item.key: item for item in before.factors}
    for item in after.factors:
        was = old.get(item.key)
        if was and was.score != item.score:
            yield Moved(
                said("Us: {need}", need=item.name),
                sign_of(was.score, item.score),
                _scores(was, item),
                "factors",
                item.key,
            )


def _theirs(before: Client, after: Client, names: dict[str, str]) -> Iterator[Moved]:
    """A rival that got better is a move down for us."""
    old = {item.key: item for item in before.standings}
    needs = {item.key: item.name for item in after.factors}
    for item in after.standings:
        was, rival = old.get(item.key), names.get(item.rival or "", "")
        label = said("{rival}: {need}", rival=rival, need=needs.get(item.factor or "", ""))
        if was is None:
            value = text_said(item.value)
            yield Moved(label, Sign.NEW, value, "standings", item.key)
        elif was.score != item.score:
            yield Moved(label, sign_of(item.score, was.score), _scores(was, item), "standings", item.key)
        elif was.value.strip() != item.value.strip():
            value = from_to(as_is(was.value.strip() or "–"), as_is(item.value.strip() or "–"))
            yield Moved(label, Sign.SAME, value, "standings", item.key)


def _scores(was: Factor | Standing, now: Factor | Standing) -> Said:
    return from_to(*(as_is("?" if item.score is None else str(item.score)) for item in (was, now)))


def _learned(before: Client, after: Client, names: dict[str, str]) -> Iterator[Moved]:
    had = {item.key for item in before.intel}
    for item in sorted(after.intel, key=lambda item: item.day or date.min, reverse=True):
        if item.key not in had and (rival := names.get(item.rival or "")):
            yield Moved(as_is(rival), Sign.NEW, text_said(item.text), "intel", item.key)


def _backers(before: Client, after: Client, names: dict[str, str]) -> Iterator[Moved]:
    people = {item.key: item.name for item in (*before.contacts, *after.contacts)}
    had, have = {item.key: item for item in before.backers}, {item.key: item for item in after.backers}
    for key, item in {**had, **have}.items():
        if (key in had) is not (key in have):
            name, rival = people.get(item.contact or "", ""), names.get(item.rival or "", "")
            value = (
                said("supports {rival}", rival=rival)
                if key in have
                else said("no longer supports {rival}", rival=rival)
            )
            yield Moved(as_is(name), Sign.DOWN if key in have else Sign.UP, value, "backers", key)
