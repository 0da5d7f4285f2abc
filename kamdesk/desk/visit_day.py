"""A visit on a day that was chosen in a calendar."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, add
from kamdesk.client.glance import Glance
from kamdesk.client.units import tell_moment
from kamdesk.client.visit_records import Visit
from kamdesk.desk.free_hour import free_hour
from kamdesk.desk.visit import new_visit
from kamdesk.store.step import Step
from kamdesk.words import Words, said


def new_visit_on(
    client: Client, workspace: Workspace, words: Words, today: date, day: date, clients: Iterable[Glance] = ()
) -> tuple[Visit, Step]:
    """A new visit as `new_visit` makes it, at the first free hour of this day."""
    visit, step = new_visit(client, workspace, words, today)
    at = free_hour(day, clients)
    moved = dataclasses.replace(visit, at=at)
    edits: tuple[Edit, ...] = tuple(add(moved) if edit.after == visit else edit for edit in step.edits)
    return moved, Step(said("New visit {moment}", moment=tell_moment(at, words)), edits)
