"""Comparing three ways: the steps that write down needs, where we stand on them and where each rival stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.library import Profile
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Kind, Record, field_of, fields_of
from kamdesk.client.rival_records import Factor, Rival, RivalKind, Standing
from kamdesk.store.step import Step
from kamdesk.words import N_, Said, said

ACTION_DAYS = 14  # an action made of a tactic is due in two weeks unless somebody says otherwise
USUAL_NEEDS = (N_("Price"), N_("Quality"), N_("Delivery"), N_("Service"), N_("Relationship"))

Values = Mapping[str, Any]


def in_order(client: Client) -> list[Factor]:
    """The needs as the client ranks them."""
    return sorted(client.factors, key=lambda factor: factor.rank or 0)


def standing_of(client: Client, factor: str, rival: str) -> Standing | None:
    """Where a rival stands on a need, None while nothing is written down."""
    return next((item for item in client.standings if (item.factor, item.rival) == (factor, rival)), None)


def add_need(client: Client, name: str) -> Step:
    """Put a need at the end."""
    return Step(said("Add the need “{need}”", need=name), (add(_need(client, name, len(client.factors))),))


def add_usual_needs(client: Client, names: Sequence[str]) -> Step:
    """Begin with the needs most clients have, each with the same weight; `names` in the rep's language."""
    weight = (Decimal(100) / len(names)).quantize(Decimal(1))
    needs = [dataclasses.replace(_need(client, name, rank), importance=weight) for rank, name in enumerate(names)]
    return Step(said("Begin with the usual needs"), tuple(add(need) for need in needs))


def change_need(factor: Factor, values: Values) -> Step:
    """Change name, weight or wish of a need."""
    label = Said(field_of(Factor, next(iter(values))).label)
    return Step(said("Change {field} of {title}", field=label, title=factor.name), (change(factor, **values),))


def place_us(factor: Factor, values: Values) -> Step:
    """Write down where we stand on a need: value, score, source, day."""
    return Step(said("Us on {need}", need=factor.name), (change(factor, **values),))


def place_rival(client: Client, factor: Factor, rival: Rival, values: Values) -> Step:
    """Write down where a rival stands on a need."""
    known = standing_of(client, factor.key, rival.key)
    if known is None:
        edit = add(Standing(owner=client.key, factor=factor.key, rival=rival.key, **values))
    else:
        edit = change(known, **values)
    return Step(said("{rival} on {need}", rival=rival.called, need=factor.name), (edit,))


def nothing_known() -> dict[str, Any]:
    """The values of a cell that says nothing."""
    return {"value": "", "score": None, "source": "", "day": None}


def remove_need(client: Client, factor: Factor) -> Step:
    """Take a need away with everything compared on it."""
    return Step(said("Remove the need “{need}”", need=factor.name), removal(client, factor))


def move_need(client: Client, factor: Factor, by: int) -> Step:
    """Rank a need higher (-1) or lower (1); no edits at the ends."""
    order = in_order(client)
    at = next(place for place, item in enumerate(order) if item.key == factor.key)
    to = max(0, min(len(order) - 1, at + by))
    order.insert(to, order.pop(at))
    edits = [change(item, rank=rank) for rank, item in enumerate(order) if to != at and item.rank != rank]
    return Step(said("Rank the need “{need}”", need=factor.name), tuple(edits))


def fill_down(client: Client, keys: Sequence[str], column: str, today: date) -> Step:
    """Give the needs after the first one what the first has in a column, with the source it rests on.

    `column` is "importance", "wants", "us" or a rival's key; what has no day yet is as of today.
    """
    by_key = {factor.key: factor for factor in client.factors}
    chosen = [by_key[key] for key in keys if key in by_key]
    words = said("Fill down")
    if len(chosen) < 2:
        return Step(words, ())
    first, rest = chosen[0], chosen[1:]
    if column in ("importance", "wants"):
        value = getattr(first, column)
        changed = [(factor, {column: value}) for factor in rest]
        return Step(words, tuple(change(item, **new) for item, new in changed if getattr(item, column) != value))
    if column == "us":
        values = _cell(first, today)
        return Step(words, tuple(change(item, **values) for item in rest if _cell(item, today) != values))
    values = _cell(standing_of(client, first.key, column), today)
    edits = []
    for factor in rest:
        known = standing_of(client, factor.key, column)
        if known is None and values != nothing_known() | {"confidence": None, "tellable": False}:
            edits.append(add(Standing(owner=client.key, factor=factor.key, rival=column, **values)))
        elif known is not None and _cell(known, today) != values:
            edits.append(change(known, **values))
    return Step(words, tuple(edits))


def bring_rival(client: Client, rival: Rival) -> Step | None:
    """Compare with a rival; None while there is neither a need nor a place as the main rival to stand on."""
    edits = _placed(client, rival)
    return Step(said("Compare with {rival}", rival=rival.called), tuple(edits)) if edits else None


def new_rival(client: Client, name: str, kind: RivalKind | None = None) -> Step:
    """Make a rival that all clients share, and compare with it."""
    rival = Rival(owner=WORKSPACE, name=name, kind=kind)
    return Step(said("New rival {rival}", rival=name), (add(rival), *_placed(client, rival)))


def drop_rival(client: Client, rival: Rival) -> Step:
    """Compare with a rival no longer; what others know of it stays."""
    gone: list[Record] = [item for item in client.standings if item.rival == rival.key]
    edits = [Edit(item, None) for item in gone]
    if client.company.rival == rival.key:
        edits.append(change(client.company, rival=None))
    return Step(said("Compare with {rival} no longer", rival=rival.called), tuple(edits))


def set_main(client: Client, rival: Rival) -> Step:
    """Make a rival the one we are compared with everywhere."""
    return Step(said("Main rival: {rival}", rival=rival.called), (change(client.company, rival=rival.key),))


def remove_rival(workspace: Workspace, clients: Iterable[Client], rival: Rival, today: date) -> Step:
    """Remove a rival that nobody uses; one that stands at a client is kept as a former one."""
    if any(_names(client, rival.key) for client in clients):
        return Step(said("{rival} is a former rival", rival=rival.called), (change(rival, former=today),))
    return Step(said("Remove the rival {rival}", rival=rival.called), removal(workspace, rival))


def bring_back(rival: Rival) -> Step:
    """Make a former rival one of today again."""
    return Step(said("{rival} is a rival again", rival=rival.called), (change(rival, former=None),))


def take_on(client: Client, profile: Profile, factor: Factor, text: str, today: date) -> Step:
    """Make a tactic an action of ours for its need."""
    action = Action(
        owner=client.key,
        text=text,
        side=Side.OURS,
        person=profile.name,
        due=today + timedelta(ACTION_DAYS),
        factor=factor.key,
    )
    return Step(said("Action for the need “{need}”", need=factor.name), (add(action),))


def actions_for(client: Client, factor: str) -> list[Action]:
    """What is or was to be done for a need: the open ones first, then by their due day."""
    mine = [item for item in client.actions if item.factor == factor]
    return sorted(mine, key=lambda item: (item.done is not None, item.due or date.max))


def _cell(held: Factor | Standing | None, today: date) -> dict[str, Any]:
    """Everything a cell says, with what it rests on."""
    names = ("value", "score", "source", "day", "confidence", "tellable")
    if held is None:
        return nothing_known() | {"confidence": None, "tellable": False}
    values = {name: getattr(held, name) for name in names}
    if values["day"] is None and (held.value or held.score):
        values["day"] = today
    return values


def _names(client: Client, rival: str) -> bool:
    """Whether anything of a client is about a rival."""
    return any(
        getattr(item, field.name) == rival
        for item in client.records
        for field in fields_of(type(item))
        if field.kind is Kind.LINK and field.target == "rivals"
    )


def _need(client: Client, name: str, rank: int) -> Factor:
    last = max((factor.rank or 0 for factor in client.factors), default=-1)
    return Factor(owner=client.key, name=name, rank=max(rank, last + 1))


def _placed(client: Client, rival: Rival) -> list[Edit]:
    """A column of its own: as the main rival where there is none, and an empty cell for every need."""
    edits: list[Edit] = []
    if client.company.rival is None:
        edits.append(change(client.company, rival=rival.key))
    known = {item.factor for item in client.standings if item.rival == rival.key}
    missing = [factor for factor in client.factors if factor.key not in known]
    edits += [add(Standing(owner=client.key, factor=factor.key, rival=rival.key)) for factor in missing]
    return edits
