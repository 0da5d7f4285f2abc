"""Writing down what a visit brought: a promise with who gave it and its proof, a fact with the level it shows."""

from __future__ import annotations

import dataclasses
from datetime import date

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import add
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import asleep, is_promise
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.client.visiting import Promise, promise
from kamdesk.client.weigh_records import Evidence
from kamdesk.desk.called import called
from kamdesk.desk.filing import day_of, file_evidence
from kamdesk.desk.promised import WEEK, snooze, wake
from kamdesk.desk.weighin import set_level, sit
from kamdesk.store.step import Step
from kamdesk.words import said

_LONGEST = 40
_ASKED = (PointKind.LEARN, PointKind.ASK)


def give(
    client: Client, workspace: Workspace, visit: Visit, line: Promise, proof: str, today: date
) -> tuple[Action, Step]:
    """A promise given at a visit: by whom, what, until when, and how one will see it or who heard it."""
    return _written(client, workspace, line, day_of(visit, today), visit.key, proof.strip())


def promised(client: Client, workspace: Workspace, text: str, today: date) -> Step:
    """A promise outside a visit, "samples @Chen 12-04": theirs where the person is one of theirs."""
    line = promise(text, Side.OURS, today)
    who = called(client, workspace, line.person).casefold()
    named = any(who and who in item.name.casefold() for item in client.contacts)
    spoken = Promise(Side.THEIRS if named else Side.OURS, line.text or text.strip(), line.person, line.due)
    return _written(client, workspace, spoken, today)[1]


def given(client: Client, visit: Visit, side: Side) -> list[Action]:
    """What one side promised at a visit, in the order it was written down."""
    return [item for item in client.actions if item.visit == visit.key and item.side is side and is_promise(item)]


def put_off(action: Action, today: date) -> Step:
    """Leave a promise alone for a week; one that is asleep wakes. Its due day stays what was promised."""
    return wake(action) if asleep(action, today) else snooze(action, today + WEEK)


def level_with(client: Client, workspace: Workspace, fact: Evidence, level: int | None, today: date) -> Step:
    """Write a fact down and with it the level it shows, as one step; without a level the fact alone."""
    if level is None or fact.dimension is None:
        return file_evidence(client, workspace, fact, today)
    with_it = dataclasses.replace(client, evidence=(*client.evidence, fact))
    contact = next(item for item in client.contacts if item.key == fact.contact)
    judged = set_level(sit(with_it, workspace, contact, today), fact.dimension, level)
    told = said("{name}: level {level}, “{text}”", name=contact.name, level=level, text=_short(fact.text))
    return Step(told, (add(fact), *judged.edits))


def asked_at(client: Client, visit: Visit) -> list[TalkPoint]:
    """What was to be asked at a visit: what must be learned first, as on the sheet."""
    mine = [item for item in client.points if item.visit == visit.key and item.kind in _ASKED]
    return sorted(mine, key=lambda item: item.kind is not PointKind.LEARN)


def raised_at(client: Client, visit: Visit) -> list[TalkPoint]:
    """What they might bring up at a visit, ticked once it was answered."""
    return [item for item in client.points if item.visit == visit.key and item.kind not in _ASKED]


def _written(
    client: Client, workspace: Workspace, line: Promise, day: date, visit: str | None = None, proof: str = ""
) -> tuple[Action, Step]:
    who = called(client, workspace, line.person)
    if not who and line.side is Side.OURS:
        who = workspace.profile.name
    contact = next((item for item in client.contacts if who and who.casefold() in item.name.casefold()), None)
    action = Action(
        owner=client.key,
        text=line.text,
        side=line.side,
        person=who,
        said_by=who,
        said_on=day,
        due=line.due,
        contact=contact.key if contact else None,
        visit=visit,
        proof=proof,
    )
    told = said("They promised: {text}", text=_short(line.text))
    if line.side is Side.OURS:
        told = said("We promised: {text}", text=_short(line.text))
    return action, Step(told, (add(action),))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
