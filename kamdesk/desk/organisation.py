"""How company stands to company: the step that enters a score, kept under the day it is entered."""

from __future__ import annotations

import dataclasses
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.edit import add, change
from kamdesk.client.record import field_of, new_key
from kamdesk.client.rollup import newest_scores
from kamdesk.client.weigh_records import Organisation
from kamdesk.store.step import Step
from kamdesk.words import Said, said


def score_item(client: Client, item: str, level: int | None, today: date) -> Step:
    """Enter one of the five items, 1-5 or None for unknown.

    The scores of the day are amended; older ones stay as they were, and their copy under today takes the change.
    Source: method F3, third layer.
    """
    label = Said(field_of(Organisation, item).label)
    told = said("Company to company: {item} {level}", item=label, level=said("unknown") if level is None else level)
    held = newest_scores(client, today)
    if held is not None and held.day == today:
        return Step(told, (change(held, **{item: level}),))
    last = held or Organisation(owner=client.key)
    fresh = dataclasses.replace(last, key=new_key(), day=today, remark="")
    return Step(told, (add(dataclasses.replace(fresh, **{item: level})),))  # type: ignore[arg-type]
