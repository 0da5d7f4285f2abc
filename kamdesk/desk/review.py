"""The answers of the weekly review become one step: the look itself, promises that were kept, the next thing to do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.plan_records import Action
from kamdesk.client.promises import asleep
from kamdesk.desk import promised
from kamdesk.store.step import Step


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said of a client: whether its picture still holds, what was kept, what comes next."""

    holds: bool = False
    kept: Collection[str] = ()  # keys of actions that are done
    next_step: str = ""  # as it was typed: "send the samples @Lin 12-04"


def promises_due(client: Client, today: date) -> tuple[Action, ...]:
    """The open promises of both sides whose day has come, the oldest first; what sleeps is left asleep."""
    due = [
        (action.due, action)
        for action in client.actions
        if action.done is None and action.due and action.due <= today and not asleep(action, today)
    ]
    return tuple(action for _, action in sorted(due, key=lambda pair: pair[0]))


def review(client: Client, answers: Answers, today: date) -> Step:
    """Write down that a client was looked at today, with what was kept and what comes next, as one step."""
    due = promises_due(client, today)
    kept = [action for action in due if action.key in answers.kept]
    looked = promised.review(client, today, answers.holds, len(kept) == len(due), answers.next_step)
    done = [edit for action in kept for edit in promised.keep(action, today).edits]
    return Step(looked.said, (*looked.edits, *done))
