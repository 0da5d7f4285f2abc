"""A visit on a day that was chosen in a calendar."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, add
from kamdesk.client.units import tell_moment
from kamdesk.client.visit_records import Visit
from kamdesk.desk.visit import TEN, new_visit
from kamdesk.store.step import Step
from kamdesk.words import Words, said


def new_visit_on(client: Client, workspace: Workspace, words: Words, today: date, day: date) -> tuple[Visit, Step]:
    """A new visit as `new_visit` makes it, at ten on this day."""
    visit, step = new_visit(client, workspace, words, today)
    at = datetime.combine(day, TEN).astimezone(UTC)
    moved = dataclasses.replace(visit, at=at)
    edits: tuple[Edit, ...] = tuple(add(moved) if edit.after == visit else edit for edit in step.edits)
    return moved, Step(said("New visit {moment}", moment=tell_moment(at, words)), edits)
