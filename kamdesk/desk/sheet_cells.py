"""Cells of the comparison by need and column: typed into, cleared many at once, and copied as a spreadsheet copies."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from kamdesk.client.cell_text import tell_cell
from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, change
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.desk.pasting import IMPORTANCE, NAME, US, WANTS
from kamdesk.desk.rivals import change_need, fill_down, place_rival, place_us, standing_of
from kamdesk.desk.table_text import write_table
from kamdesk.store.step import Step
from kamdesk.words import said

Place = tuple[str, str]  # key of the need; NAME, IMPORTANCE, WANTS, US or the key of a rival
_NOTHING = {"value": "", "score": None, "source": "", "day": None, "confidence": None, "tellable": False}


def type_cell(client: Client, workspace: Workspace, place: Place, values: Mapping[str, Any], today: date) -> Step:
    """Write into a cell; one that said nothing before is as of today unless a day comes with it."""
    need, column = place
    factor = _factor(client, need)
    if column in (NAME, IMPORTANCE, WANTS):
        return change_need(factor, values)
    held = factor if column == US else standing_of(client, need, column)
    was_empty = held is None or (not held.value and held.score is None)
    says = bool(values.get("value")) or values.get("score") is not None
    if was_empty and says and values.get("day") is None:
        values = {**values, "day": today}
    if column == US:
        return place_us(factor, values)
    rival = next(rival for rival in workspace.rivals if rival.key == column)
    return place_rival(client, factor, rival, values)


def clear_cells(client: Client, places: Iterable[Place]) -> Step:
    """Make cells unknown, with what they rested on; the name of a need stays."""
    own: dict[str, dict[str, Any]] = {}
    edits: list[Edit] = []
    for need, column in places:
        if column in (IMPORTANCE, WANTS):
            own.setdefault(need, {})[column] = None if column == IMPORTANCE else ""
        elif column == US:
            own.setdefault(need, {}).update(_NOTHING)
        elif held := standing_of(client, need, column):
            edits.append(change(held, **_NOTHING))
    edits += [change(factor, **own[factor.key]) for factor in client.factors if factor.key in own]
    kept = tuple(edit for edit in edits if edit.before != edit.after)
    return Step(said("Clear cells: {n}", n=len(kept)), kept)


def fill_columns(client: Client, table: Sequence[Sequence[Place]], today: date) -> Step:
    """Fill the cells of a range with what the uppermost of each column says; names of needs stay."""
    tried = client
    for cells in zip(*table, strict=True):
        if (column := cells[0][1]) != NAME:
            tried = with_cells(tried, fill_down(tried, [need for need, _ in cells], column, today).edits)
    before = {item.key: item for item in (*client.factors, *client.standings)}
    held = (*tried.factors, *tried.standings)
    edits = [Edit(before.get(item.key), item) for item in held if before.get(item.key) != item]
    return Step(said("Fill down"), tuple(edits))


def with_cells(client: Client, edits: Iterable[Edit]) -> Client:
    """The client with needs and standings changed or added, before that is stored."""
    new = [edit.record for edit in edits]
    needs = {item.key: item for item in new if isinstance(item, Factor)}
    places = {item.key: item for item in new if isinstance(item, Standing)}
    factors = tuple(needs.get(item.key, item) for item in client.factors)
    standings = tuple(places.pop(item.key, item) for item in client.standings)
    return dataclasses.replace(client, factors=factors, standings=(*standings, *places.values()))


def copy_cells(client: Client, table: Sequence[Sequence[Place]]) -> str:
    """Cells as text; pasted again they mean the same."""
    return write_table([[_text(client, place) for place in row] for row in table])


def filled_with(text: str, table: Sequence[Sequence[Place]]) -> str:
    """One copied cell for every cell of a range."""
    return write_table([[text] * len(row) for row in table])


def _text(client: Client, place: Place) -> str:
    need, column = place
    factor = _factor(client, need)
    if column == NAME:
        return factor.name
    if column == IMPORTANCE:
        return "?" if factor.importance is None else f"{factor.importance.normalize():f}"
    if column == WANTS:
        return factor.wants
    held: Factor | Standing | None = factor if column == US else standing_of(client, need, column)
    return tell_cell(held.value, held.score) if held else "?"


def _factor(client: Client, key: str) -> Factor:
    return next(factor for factor in client.factors if factor.key == key)
