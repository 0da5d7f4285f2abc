"""A reason as a chip: a few words, and the cell, person or record they come from, so that a click leads there."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.client import Client
from kamdesk.client.comparing import Comparison, Row
from kamdesk.client.rival_records import Factor
from kamdesk.client.saying import day_said, row_said
from kamdesk.client.sheet_reason import cell_told, gap_told, weight_told
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Chip:
    """`section` and `key` name the record, `field` its field.

    A rival of whom nothing is written down for a need has no record yet: then section and key are the need's, and the
    field is the rival's key.
    """

    said: Said
    section: str
    key: str
    field: str = ""


def row_chips(row: Row, sheet: Comparison, client: Client) -> tuple[Chip, ...]:
    """The cells a tactic rests on: weight, us, every rival, the gap to the best, and the proof where we lead."""
    factor, found = row.factor, []
    if row.importance is not None and row.share is not None:
        found.append(Chip(weight_told(row.importance, row.share), "factors", factor.key, "importance"))
    found.append(Chip(cell_told(said("Us"), factor.score, factor.value), "factors", factor.key, "score"))
    held = {item.rival: item for item in client.standings if item.factor == factor.key}
    for rival in sheet.rivals:
        standing = held.get(rival.key)
        if standing is None:
            found.append(Chip(cell_told(rival.called, None, ""), "factors", factor.key, rival.key))
        else:
            told = cell_told(rival.called, standing.score, standing.value)
            found.append(Chip(told, "standings", standing.key, "score"))
    if row.gap is not None:
        found.append(Chip(gap_told(row.gap), "factors", factor.key, ""))
        if row.gap >= row.rules.gap and factor.source.strip():
            found.append(Chip(said("Proof: {source}", source=_proof(factor)), "factors", factor.key, "source"))
    return tuple(found)


def _proof(factor: Factor) -> Said:
    return row_said((factor.source.strip(), day_said(factor.day)) if factor.day else (factor.source.strip(),))
