"""The cells of influence × attitude: where a person stands, where a step leads, what the cell is called and looks."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.account import Person
from kamdesk.client.people import INFLUENCE, Attitude
from kamdesk.client.person_tactic import Move, move_at
from kamdesk.ui.look import Look

COLUMNS: tuple[Attitude | None, ...] = (*reversed(Attitude), None)  # the worst first, unknown in a tray of its own
ROWS: tuple[int | None, ...] = (5, 4, 3, 2, 1, None)
_HEAT = {
    Move.NEUTRALISE: "heat_hot",
    Move.CONVERT: "heat_warm",
    Move.PROTECT: "heat_keep",
    Move.GUIDE: "heat_help",
    Move.WATCH: "heat_rest",
}
_MIDDLE_INFLUENCE, _MIDDLE_ATTITUDE = 3, Attitude.NEUTRAL


@dataclass(frozen=True, slots=True)
class Cell:
    """Influence and attitude; None is unknown."""

    influence: int | None
    attitude: Attitude | None

    @property
    def row(self) -> int:
        """Its row, from the top."""
        return ROWS.index(self.influence)

    @property
    def column(self) -> int:
        """Its column, from the left."""
        return COLUMNS.index(self.attitude)

    @property
    def move(self) -> Move | None:
        """What to do about whoever stands here; None in a tray."""
        return move_at(self.influence, self.attitude) if self.influence and self.attitude else None

    @property
    def ground(self) -> str:
        """The colour of the cell; a tray has none."""
        return _HEAT[self.move] if self.move else ""

    def step(self, right: int, up: int) -> Cell:
        """The cell one step away; a tray is left for the middle, and no step leads into one."""
        influence, attitude = self.influence, self.attitude
        if up:
            influence = _MIDDLE_INFLUENCE if influence is None else min(5, max(1, influence + up))
        if right:
            known = COLUMNS[:-1]
            at = min(len(known) - 1, max(0, self.column + right))
            attitude = _MIDDLE_ATTITUDE if attitude is None else known[at]
        return Cell(influence, attitude)


def cell_of(person: Person) -> Cell:
    """Where a person stands: the attitude set by hand, else the band of the weigh-in."""
    return Cell(person.contact.influence, person.attitude)


def influence_words(influence: int | None, look: Look) -> str:
    """The words of a row."""
    return look.tr("Influence unknown") if influence is None else look.tr(INFLUENCE[influence])


def attitude_words(attitude: Attitude | None, look: Look) -> str:
    """The words of a column."""
    return look.tr("Attitude unknown") if attitude is None else look.tr(attitude.label)


def cell_words(cell: Cell, look: Look) -> str:
    """The words in the corner of a cell: what to do here; nothing in a tray."""
    return look.tr(cell.move.label) if cell.move else ""


def cell_told(cell: Cell, look: Look) -> str:
    """Everything about a cell in words, for its tooltip."""
    where = f"{influence_words(cell.influence, look)}, {attitude_words(cell.attitude, look)}"
    return "\n".join(filter(None, (where, cell_words(cell, look))))
