"""What moved between two states of a client, told so that it says something: the telling moves first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.client.account import account
from kamdesk.client.client import Client, Workspace, sections
from kamdesk.client.difference import Changed, ChangeKind, difference
from kamdesk.client.people import Attitude
from kamdesk.client.telling import as_is
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.words import Said, said


class Sign(StrEnum):
    """Which way something moved."""

    UP = "up"
    DOWN = "down"
    NEW = "new"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Moved:
    """One move: what, which way, from where to where, and the record it leads to ("" for the client as a whole)."""

    said: Said
    sign: Sign
    value: Said
    section: str
    key: str = ""


def what_changed(
    before: Client, after: Client, workspace: Workspace, today: date, before_day: date | None = None
) -> tuple[Moved, ...]:
    """What moved since a state of `before_day`, the telling moves first, then the rest section by section."""
    rivals = {rival.key: rival.called for rival in workspace.rivals}
    first = [
        *_figures(before, after, before_day or today, today, rivals),
        *_attitudes(before, after, before_day or today, today),
    ]
    told = {move.key for move in first if move.key}
    return (*first, *(_plain(item) for item in difference(before, after) if item.key not in told))


def _figures(before: Client, after: Client, then: date, today: date, rivals: dict[str, str]) -> Iterator[Moved]:
    was, now = account(before, then), account(after, today)
    rival = rivals.get(now.rival or "", "")
    lead = said("Lead over {rival}", rival=rival) if rival else said("Lead")
    for label, old, new, tell in (
        (said("Weigh-in"), was.ari, now.ari, lambda value: tell_decimal(value, 1)),
        (lead, was.lead, now.lead, tell_gap),
    ):
        texts = ["?" if value is None else tell(value) for value in (old, new)]
        if texts[0] != texts[1]:
            sign = Sign.NEW if old is None else Sign.GONE if new is None else Sign.UP if new > old else Sign.DOWN
            yield Moved(label, sign, _step(as_is(texts[0]), as_is(texts[1])), "weighins")


def _attitudes(before: Client, after: Client, then: date, today: date) -> Iterator[Moved]:
    was, order = account(before, then), list(Attitude)
    for person in account(after, today).people:
        held = was.person(person.contact.key)
        if held is None or held.attitude is person.attitude:
            continue
        labels = [Said(item.label) if item else said("unknown") for item in (held.attitude, person.attitude)]
        sign = Sign.NEW
        if held.attitude and person.attitude:
            sign = Sign.UP if order.index(person.attitude) < order.index(held.attitude) else Sign.DOWN
        elif held.attitude:
            sign = Sign.GONE
        yield Moved(as_is(person.contact.name), sign, _step(*labels), "contacts", person.contact.key)


def _plain(item: Changed) -> Moved:
    label = Said(sections()[item.section].one)
    signs = {ChangeKind.ADDED: Sign.NEW, ChangeKind.GONE: Sign.GONE, ChangeKind.CHANGED: Sign.SAME}
    return Moved(as_is(item.title), signs[item.kind], label, item.section, item.key)


def _step(before: Said, after: Said) -> Said:
    return said("{before} → {after}", before=before, after=after)
