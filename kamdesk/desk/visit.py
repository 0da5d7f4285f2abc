"""Preparing and closing a visit: the steps from a new one with its checklist to the actions of its debrief."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from kamdesk.client.carrying import attendees, moment
from kamdesk.client.checklists import start_checklist
from kamdesk.client.choosing import fitting, likely_kind, likely_step, version_of
from kamdesk.client.client import Client, Workspace, section_of
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.glance import Glance
from kamdesk.client.library import Colleague, Template
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record, field_of, new_key
from kamdesk.client.shipped_checklists import default_template
from kamdesk.client.units import tell_moment
from kamdesk.client.visit_records import (
    Attendee,
    CheckItem,
    Concession,
    PointKind,
    Presence,
    Result,
    TalkPoint,
    Visit,
    VisitKind,
)
from kamdesk.client.visit_records import Step as Rung
from kamdesk.client.visiting import (
    Promise,
    debrief_actions,
    doubt,
    end_of,
    promise,
    suggested_result,
)
from kamdesk.desk.free_hour import USUAL_MINUTES, free_hour
from kamdesk.store.step import Step
from kamdesk.words import LANGUAGES, Said, Words, said, words_for

_STAR = ("★", "*")  # before a typed line they make it a must-have
_RANK = 10


def next_working_day(today: date) -> date:
    """The first day after today that is no Saturday or Sunday."""
    day = today + timedelta(1)
    return day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))


def new_visit(
    client: Client, workspace: Workspace, words: Words, today: date, clients: Iterable[Glance] = ()
) -> tuple[Visit, Step]:
    """A visit on the next working day with the people of the last one and a checklist, as one step.

    It is at ten, or at the next hour that no planned visit of these clients takes.

    What it is for and the buying step follow from the visits before, and the checklist from both and the grade; it is
    the last visit's where that one fits as well. A workspace without any gets the default one, in `words`.
    """
    at = free_hour(next_working_day(today), clients)
    # one planned for weeks later says nothing of who is met next
    before = [item for item in client.visits if item.result or item.at is None or item.at <= at + timedelta(1)]
    last = max(before, key=moment, default=None)
    step = likely_step(client)
    kind = likely_kind(client, at, step)
    template, items, made = _checklist_for(client, kind, step, workspace, words)
    visit = Visit(
        owner=client.key,
        at=at,
        minutes=USUAL_MINUTES,
        place=last.place if last else "",
        template=template.key,
        template_version=version_of(template),
        kind=kind,
        step=step,
    )
    edits = [*made, add(visit), *start_checklist(visit, items)]
    if last:
        edits += [add(_again(person, visit)) for person in attendees(client, last)]
    return visit, Step(said("New visit {moment}", moment=tell_moment(at, words)), tuple(edits))


def take_checklist(client: Client, workspace: Workspace, visit: Visit, template: Template) -> Step:
    """Let a visit have another template's lines: those not yet ticked or remarked on go, ticked ones stay."""
    taken = dataclasses.replace(visit, template=template.key, template_version=version_of(template))
    kept = {item.text for item in client.checks if item.visit == visit.key and _worked_on(item)}
    gone = [item for item in client.checks if item.visit == visit.key and not _worked_on(item)]
    lines = [item for item in workspace.template_items if item.text not in kept]
    edits = [
        *(edit for item in gone for edit in removal(client, item)),
        Edit(visit, taken),
        *start_checklist(taken, lines),
    ]
    return Step(said("Take the checklist “{name}”", name=template.name), tuple(edits))


def tick(item: CheckItem | TalkPoint) -> Step:
    """Tick a line, or take its tick away."""
    words = said("Untick {text}", text=_short(item.text)) if item.done else said("Tick {text}", text=_short(item.text))
    return Step(words, (change(item, done=not item.done),))


def new_check(client: Client, visit: Visit, text: str, group: str = "") -> Step:
    """Another line of the checklist; a leading ★ or * makes it a must-have."""
    must = text.startswith(_STAR)
    bare = text.lstrip("".join(_STAR)).strip()
    mine = [item for item in client.checks if item.visit == visit.key]
    made = CheckItem(
        owner=client.key,
        visit=visit.key,
        group=group or (mine[-1].group if mine else ""),
        text=bare,
        must=must,
        weight=max((item.weight or 1 for item in mine if item.must == must), default=1),
        rank=_next_rank(mine),
    )
    return Step(said("Add to the checklist: {text}", text=_short(bare)), (add(made),))


def new_point(client: Client, visit: Visit, kind: PointKind, text: str) -> tuple[TalkPoint, Step]:
    """A question, a dispute or something to learn."""
    made = TalkPoint(owner=client.key, visit=visit.key, kind=kind, text=text)
    return made, Step(said("Add {kind}: {text}", kind=Said(kind.label), text=_short(text)), (add(made),))


def new_rung(client: Client, visit: Visit, offer: str) -> tuple[Concession, Step]:
    """The next rung of the ladder, of the same item and unit as the one before; the first one opens."""
    mine = [item for item in client.concessions if item.visit == visit.key]
    before = max(mine, key=lambda item: item.rank or 0, default=None)
    made = Concession(
        owner=client.key,
        visit=visit.key,
        item=before.item if before else "",
        step=Rung.NEXT if before else Rung.OPEN,
        offer=offer,
        unit=before.unit if before else "",
        rank=_next_rank(mine),
    )
    return made, Step(said("Add to the ladder: {offer}", offer=_short(offer)), (add(made),))


def set_floor(client: Client, rung: Concession) -> Step:
    """Make a rung the floor of its item; a floor there was becomes a step like the others."""
    same = [item for item in client.concessions if (item.visit, item.item) == (rung.visit, rung.item)]
    was = [change(item, step=Rung.NEXT) for item in same if item.step is Rung.FLOOR and item.key != rung.key]
    return Step(said("Floor is {offer}", offer=_short(rung.offer)), (*was, change(rung, step=Rung.FLOOR)))


def attend(visit: Visit, person: Contact | Colleague, *, new: bool = False) -> Step:
    """Somebody of either side will be there; `new` is somebody nobody has written down before."""
    theirs = isinstance(person, Contact)
    contact, colleague = (person.key, None) if theirs else (None, person.key)
    made = Attendee(owner=visit.owner, visit=visit.key, contact=contact, colleague=colleague)
    return Step(said("{name} attends", name=person.name), (*((add(person),) if new else ()), add(made)))


def remove(client: Client, record: Record) -> Step:
    """Take a line of a visit away: of the checklist, the talk, the ladder, or somebody who attends."""
    what = _short(record.title) or Said(section_of(type(record)).one)
    return Step(said("Remove {what}", what=what), removal(client, record))


def remove_visit(client: Client, visit: Visit, words: Words) -> Step:
    """Take a visit away with everything that hangs on it; its actions stay."""
    when = tell_moment(visit.at, words) if visit.at else ""
    told = said("Remove the visit {moment} {objective}", moment=when, objective=_short(visit.objective))
    return Step(told, removal(client, visit))


def debrief(client: Client, visit: Visit, values: dict[str, Any], lines: Sequence[Promise], today: date) -> Step:
    """Close a visit: what was written down, and an action for each promise, all in one step (method C3).

    Without a result the one that the promises suggest is taken.
    """
    closed = closing(visit, values, today)
    actions = debrief_actions(visit, lines)
    if closed.result is None:
        closed = dataclasses.replace(closed, result=suggested_result(closed, _actions(client, visit, lines)))
    words = (
        said("Debrief {objective}", objective=_short(visit.objective)) if visit.objective else said("Debrief a visit")
    )
    return Step(words, (Edit(visit, closed), *actions))


def closing(visit: Visit, values: dict[str, Any], today: date) -> Visit:
    """The visit as its debrief would leave it."""
    return dataclasses.replace(visit, debriefed=visit.debriefed or today, **values)


def suggestion(client: Client, visit: Visit, lines: Sequence[Promise]) -> Result | None:
    """The result that what was written down suggests."""
    return suggested_result(visit, _actions(client, visit, lines))


def debrief_doubt(client: Client, visit: Visit, lines: Sequence[Promise]) -> Said | None:
    """What speaks against closing a visit like this; None when nothing does."""
    if suggested := doubt(visit, _actions(client, visit, lines)):
        return suggested
    if visit.result is None and suggestion(client, visit, lines) is None:
        return said("What came of it? Choose a result, or write down what was agreed.")
    return None


def set_outcome(visit: Visit, name: str, value: Any) -> Step:
    """Correct the result of a visit, or how much of its objective was met."""
    label = Said(field_of(Visit, name).label)
    told = Said(value.label) if value else said("unknown")
    return Step(said("{field}: {value}", field=label, value=told), (change(visit, **{name: value}),))


def set_presence(attendee: Attendee, name: str, presence: Presence | None) -> Step:
    """Write down whether somebody came."""
    told = Said(presence.label) if presence else said("unknown")
    return Step(said("{name}: {value}", name=name, value=told), (change(attendee, presence=presence),))


def next_step(client: Client, visit: Visit, text: str, today: date) -> Step | None:
    """An action out of one line, "send the report @Lin 12-04"; theirs when the person is one of theirs."""
    made = promise(text, Side.OURS, today)
    if made.person and any(made.person.casefold() in contact.name.casefold() for contact in client.contacts):
        made = dataclasses.replace(made, side=Side.THEIRS)
    edits = debrief_actions(visit, [made])
    return Step(said("Next step: {text}", text=_short(made.text)), edits) if edits else None


def to_debrief(visit: Visit, now: datetime) -> bool:
    """True for a visit that is over and of which nobody has said what came of it."""
    return visit.result is None and visit.at is not None and end_of(visit) < now


def _checklist_for(
    client: Client, kind: VisitKind, step: int | None, workspace: Workspace, words: Words
) -> tuple[Template, Iterable[Any], tuple[Edit, ...]]:
    last = max(client.visits, key=moment, default=None)
    fits = fitting(workspace.templates, kind, client.company.grade, step)
    if not fits:
        template, items = default_template(words, first=last is None)
        return template, items, (add(template), *(add(item) for item in items))
    best = [template for template in fits if template.kind is fits[0].kind]
    if last:
        return next((item for item in best if item.key == last.template), fits[0]), workspace.template_items, ()
    names = {words_for(language).tr("First visit to a client") for language in LANGUAGES}
    named = (item for item in best if item.name in names)  # those of an older program say no kind
    return next(named, fits[0]), workspace.template_items, ()


def _again(person: Attendee, visit: Visit) -> Attendee:
    return dataclasses.replace(person, key=new_key(), visit=visit.key, presence=None)


def _worked_on(item: CheckItem) -> bool:
    return item.done or bool(item.remark.strip())


def _next_rank(items: Iterable[CheckItem | Concession]) -> int:
    return max((item.rank or 0 for item in items), default=0) + _RANK


def _actions(client: Client, visit: Visit, lines: Sequence[Promise]) -> list[Action]:
    """What was promised at a visit already, and what its debrief is about to add."""
    made = [edit.record for edit in debrief_actions(visit, lines)]
    return [*client.actions, *(item for item in made if isinstance(item, Action))]


def _short(text: str) -> str:
    first = text.strip().partition("\n")[0]
    return first if len(first) <= 40 else f"{first[:39]}…"
