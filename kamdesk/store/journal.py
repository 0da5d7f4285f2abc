"""The journal in the data file: every step and its edits, saved in the same transaction as what they change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from kamdesk.client.client import section_of, sections
from kamdesk.client.edit import Edit
from kamdesk.client.plain import from_plain, to_plain
from kamdesk.store.engine import Door
from kamdesk.store.late import sa
from kamdesk.store.step import Logged, Step
from kamdesk.store.tables import table_of
from kamdesk.words import Said

FILLED = "fill"  # the kind of a step whose records are not in the journal, so that it cannot be taken back


def edit_to_plain(edit: Edit) -> dict[str, Any]:
    """An edit as JSON: of a changed record `before` is whole and `after` only what differs, null for emptied."""
    before = to_plain(edit.before) if edit.before else None
    after = to_plain(edit.after) if edit.after else None
    if before is not None and after is not None:
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        after = {name: after.get(name) for name in names}
    return {"section": section_of(type(edit.record)).name, "before": before, "after": after}


def edit_from_plain(plain: dict[str, Any]) -> Edit:
    """The edit back; ValueError or KeyError when it does not fit today's records."""
    kind = sections()[plain["section"]].record
    before, after = plain["before"], plain["after"]
    if before is not None and after is not None:
        after = {name: value for name, value in {**before, **after}.items() if value is not None}
    return Edit(
        from_plain(kind, before) if before is not None else None,
        from_plain(kind, after) if after is not None else None,
    )


def said_to_plain(said: Said) -> dict[str, Any]:
    """A sentence as JSON; what is neither a number nor a sentence is kept as text."""
    values = {
        name: said_to_plain(value)
        if isinstance(value, Said)
        else value
        if isinstance(value, (int, float, str))
        else str(value)
        for name, value in said.values.items()
    }
    return {"text": said.text, "values": values}


def said_from_plain(plain: dict[str, Any]) -> Said:
    """The sentence back."""
    values = {
        name: said_from_plain(value) if isinstance(value, dict) else value for name, value in plain["values"].items()
    }
    return Said(plain["text"], values)


def entry_of(number: int, step: Step, moment: datetime, kind: str | None = None) -> dict[str, Any]:
    """A step as the JSON that both journals keep."""
    return {
        "number": number,
        "kind": kind or step.kind,
        "said": said_to_plain(step.said),
        "moment": moment.astimezone(UTC).isoformat(),
        "edits": [edit_to_plain(edit) for edit in step.edits],
    }


def log(connection: sa.Connection, entry: dict[str, Any]) -> None:
    """Save one entry beside the edits it tells of."""
    step = {"number": entry["number"], "kind": entry["kind"], "said": _dumps(entry["said"])}
    connection.execute(sa.insert(table_of("steps")), {**step, "moment": datetime.fromisoformat(entry["moment"])})
    rows = [
        {
            "step": entry["number"],
            "place": place,
            "section": edit["section"],
            "before": _dumps(edit["before"]),
            "after": _dumps(edit["after"]),
        }
        for place, edit in enumerate(entry["edits"])
    ]
    if rows:
        connection.execute(sa.insert(table_of("edits")), rows)


def last_number(door: Door) -> int:
    """The number of the newest step, 0 when there is none."""
    return door.value("SELECT max(number) FROM steps") or 0


def logged(door: Door, limit: int) -> list[Logged]:
    """The newest steps, newest last."""
    asked = "SELECT number, kind, said, moment FROM steps ORDER BY number DESC LIMIT ?"
    return [
        Logged(number, kind, said_from_plain(json.loads(told)), datetime.fromisoformat(moment))
        for number, kind, told, moment in reversed(door.rows(asked, (limit,)))
    ]


def edits_of(connection: sa.Connection, number: int) -> tuple[Edit, ...]:
    """The edits of one step, in their order."""
    return tuple(edit_from_plain(plain) for plain in _plain_edits(connection, number))


def entries(connection: sa.Connection, after: int) -> Iterator[dict[str, Any]]:
    """The entries of the steps beyond a number, for a side file that is behind."""
    steps = table_of("steps")
    for row in connection.execute(sa.select(steps).where(steps.c.number > after).order_by(steps.c.number)).all():
        yield {
            "number": row.number,
            "kind": row.kind,
            "said": json.loads(row.said),
            "moment": row.moment.isoformat(),
            "edits": _plain_edits(connection, row.number),
        }


def _plain_edits(connection: sa.Connection, number: int) -> list[dict[str, Any]]:
    edits = table_of("edits")
    rows = connection.execute(sa.select(edits).where(edits.c.step == number).order_by(edits.c.place)).all()
    return [{"section": row.section, "before": _loads(row.before), "after": _loads(row.after)} for row in rows]


def _dumps(plain: Any) -> str | None:
    return None if plain is None else json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _loads(text: str | None) -> Any:
    return None if text is None else json.loads(text)
