"""Pasting a table into the comparison: what each cell would become, what is refused and why, as one step."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamdesk.client.cell_text import read_cell
from kamdesk.client.checks import read
from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, add
from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.desk.rivals import in_order, standing_of
from kamdesk.desk.table_text import one_line, read_table
from kamdesk.store.step import Step
from kamdesk.words import Said, said

NAME, IMPORTANCE, WANTS, US = "name", "importance", "wants", "us"
_UNKNOWN = ("?", "？")
_LONGEST = 1000
_MOST_ROWS = 500  # a sheet is a dozen needs; more was copied by mistake


@dataclass(frozen=True, slots=True)
class PastedCell:
    """One cell of what is pasted: the row of the sheet, the column, the need, what it says and means."""

    row: int
    column: str  # "" beyond the last one
    need: str
    text: str
    value: dict[str, Any] | None
    problem: Said | None = None


@dataclass(frozen=True, slots=True)
class Pasting:
    """What pasting would do; the step holds only the cells without a problem."""

    cells: tuple[PastedCell, ...]
    new_needs: tuple[str, ...]
    step: Step
    refused: int


def plan_paste(
    client: Client, workspace: Workspace, columns: list[str], at_row: int, at_column: int, text: str, today: date
) -> Pasting:
    """Lay a table over the sheet from a cell on; rows may be of any length.

    A row below the last need makes a new one only where its name is pasted with it.
    """
    needs, rows = in_order(client), read_table(text)
    cells: list[PastedCell] = []
    new: dict[int, str] = {}
    rivals = {rival.key for rival in workspace.rivals}
    for number, row in enumerate(rows[:_MOST_ROWS]):
        at = at_row + number
        held = needs[at].name if at < len(needs) else ""
        if at >= len(needs):
            held = new[at] = _named(row, columns, at_column, today)
        for offset, cell in enumerate(row):
            place = at_column + offset
            column = columns[place] if place < len(columns) else ""
            cells.append(_pasted(at, column, held, cell, rivals, today))
    if len(rows) > _MOST_ROWS:
        told = said("{n} more rows are too many", n=len(rows) - _MOST_ROWS)
        cells.append(PastedCell(at_row + _MOST_ROWS, "", "", "", None, told))
    new = {at: name for at, name in new.items() if name}
    kept = [cell for cell in cells if cell.problem is None and cell.value is not None]
    edits = _edits(client, needs, new, kept, today)
    refused = sum(cell.problem is not None for cell in cells)
    return Pasting(tuple(cells), tuple(new.values()), Step(said("Paste {n} cells", n=len(kept)), edits), refused)


def _named(row: list[str], columns: list[str], at_column: int, today: date) -> str:
    """The name of a new need; "" where none is pasted, or one that no need can have."""
    place = columns.index(NAME) - at_column if NAME in columns else -1
    name = one_line(row[place]) if 0 <= place < len(row) else ""
    return name if _meaning(NAME, name, name, set(), today)[1] is None else ""


def _pasted(at: int, column: str, need: str, text: str, rivals: set[str], today: date) -> PastedCell:
    value, problem = _meaning(column, need, text, rivals, today)
    return PastedCell(at, column, need, text, value, problem)


def _meaning(
    column: str, need: str, text: str, rivals: set[str], today: date
) -> tuple[dict[str, Any] | None, Said | None]:
    """What a cell changes, or why it is refused."""
    plain = one_line(text)
    if not column:
        return None, said("There is no column here")
    if len(plain) > _LONGEST:
        return None, said("Longer than {n} characters", n=_LONGEST)
    if not need:
        return None, said("There is no need in this row, and none is named")
    if column == IMPORTANCE and plain in _UNKNOWN:
        return {IMPORTANCE: None}, None
    if column in (NAME, IMPORTANCE, WANTS):
        value, problem = read(field_of(Factor, column), plain, today)
        return (None, problem) if problem else ({column: value}, None)
    if column == US or column in rivals:
        return read_cell(plain), None
    return None, said("This column is worked out")


def _edits(
    client: Client, needs: list[Factor], new: dict[int, str], cells: list[PastedCell], today: date
) -> tuple[Edit, ...]:
    """One edit for each record that becomes another; needs come before where rivals stand on them."""
    last = max((factor.rank or 0 for factor in client.factors), default=-1)
    made = {
        at: Factor(owner=client.key, name=name, rank=last + 1 + number) for number, (at, name) in enumerate(new.items())
    }
    factors = dict(enumerate(needs)) | made
    standings: dict[tuple[int, str], Standing] = {}
    for cell in cells:
        assert cell.value is not None
        factor = factors[cell.row]
        if cell.column in (NAME, IMPORTANCE, WANTS):
            factors[cell.row] = dataclasses.replace(factor, **cell.value)
        elif cell.column == US:
            factors[cell.row] = _filled(factor, cell.value, today)
        else:
            held = standing_of(client, factor.key, cell.column)
            blank = Standing(owner=client.key, factor=factor.key, rival=cell.column)
            standings[cell.row, cell.column] = _filled(held or blank, cell.value, today)
    known = {item.key: item for item in (*client.factors, *client.standings)}
    edits = [Edit(known.get(item.key), item) for item in factors.values() if known.get(item.key) != item]
    for standing in standings.values():
        before = known.get(standing.key)
        if before is None and (standing.value or standing.score is not None):
            edits.append(add(standing))
        elif before is not None and before != standing:
            edits.append(Edit(before, standing))
    return tuple(edits)


def _filled(held: Any, values: dict[str, Any], today: date) -> Any:
    """The cell with what is pasted; one that said nothing before is as of today."""
    after = dataclasses.replace(held, **values)
    empty = not held.value and held.score is None
    return dataclasses.replace(after, day=today) if empty and held.day is None and after != held else after
