"""The promise ledger at work: kept, put off, opened again, and what kept promises prove."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import add, change
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import kept_fact
from kamdesk.client.visit_papers import Review
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import local_day, promise
from kamdesk.client.weigh_records import Confidence, Dimension, Evidence, EvidenceKind
from kamdesk.desk.proof import prove
from kamdesk.desk.weighin import sit
from kamdesk.store.step import Step
from kamdesk.words import Words, said

WEEK = timedelta(7)
_LONGEST = 40


def keep(action: Action, today: date, proof: str = "") -> Step:
    """It is done, today; `proof` says how one sees it."""
    values = {"done": today, "snoozed": None, **({"proof": proof} if proof.strip() else {})}
    return Step(said("Done: {text}", text=_short(action.text)), (change(action, **values),))


def snooze(action: Action, until: date) -> Step:
    """Leave it alone until a day; its due day stays what was promised."""
    return Step(said("Put off: {text}", text=_short(action.text)), (change(action, snoozed=until),))


def wake(action: Action) -> Step:
    """Do not leave it alone any longer."""
    return Step(said("Wake: {text}", text=_short(action.text)), (change(action, snoozed=None),))


def note_word(client: Client, workspace: Workspace, action: Action) -> Step | None:
    """Note who promised it and when as far as it is on record: its owner or person, the day of its visit.

    None where neither is known.
    """
    person = next((item.name for item in client.contacts if item.key == action.contact), "")
    whose = workspace.profile.name if action.side is Side.OURS else person
    who = action.said_by.strip() or action.person.strip() or whose
    visit = next((item for item in client.visits if item.key == action.visit), None)
    day = action.said_on or (local_day(visit.at) if visit is not None and visit.at else None)
    if not who and day is None:
        return None
    return Step(said("Promised: {text}", text=_short(action.text)), (change(action, said_by=who, said_on=day),))


def prove_kept(client: Client, workspace: Workspace, contact: Contact, today: date, words: Words) -> Step | None:
    """Write down what a person's kept promises prove, as a fact on their support; None while too few came due."""
    told = kept_fact(client, contact, today)
    if told is None:
        return None
    fact = Evidence(
        owner=client.key,
        contact=contact.key,
        dimension=Dimension.PROJECT,
        day=today,
        text=told.tell(words),
        source=words.tr("Promise ledger"),
        kind=EvidenceKind.DEED,
        confidence=Confidence.HIGH,
    )
    return prove(sit(client, workspace, contact, today), fact)


def asked_for_debrief(visit: Visit, today: date) -> Step:
    """Remember that the debrief of a visit was asked for, so that it is asked for once."""
    return Step(said("The debrief was asked for"), (change(visit, debrief_asked=today),))


def review(client: Client, today: date, holds: bool, kept: bool, next_step: str = "") -> Step:
    """A look at a client in the weekly review; a second one on the same day takes the place of the first.

    A next step, "call Wang @Lin 12-04", becomes an action.
    """
    made = Review(owner=client.key, day=today, holds=holds, kept=kept, next_step=next_step.strip())
    before = next((item for item in client.reviews if item.day == today), None)
    words = said("Reviewed {name}", name=client.company.called)
    edits = [add(made) if before is None else change(before, holds=holds, kept=kept, next_step=made.next_step)]
    if made.next_step and (before is None or before.next_step != made.next_step):
        line = promise(made.next_step, Side.OURS, today)
        edits.append(add(Action(owner=client.key, text=line.text, side=line.side, person=line.person, due=line.due)))
    return Step(words, tuple(edits))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
