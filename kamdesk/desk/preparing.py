"""Preparing a visit further: its kind and checklist, agenda, materials, the phone probe, the negotiation sheet."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import Any

from kamdesk.client.choosing import choose, version_of
from kamdesk.client.client import Client, Workspace, section_of
from kamdesk.client.edit import Edit, add, change
from kamdesk.client.library import Template
from kamdesk.client.record import Record, field_of
from kamdesk.client.visit_papers import AgendaItem, Material
from kamdesk.client.visit_records import CheckItem, PointKind, TalkPoint, Visit, VisitKind
from kamdesk.desk.visit import take_checklist
from kamdesk.store.step import Step
from kamdesk.words import Said, said

_RANK = 10
_MOST = 40
_MINUTES = re.compile(r"(\d{1,3})\s*(?:min|minutes|m|'|′|分钟|分鐘|分)?$", re.IGNORECASE)


def set_kind(client: Client, workspace: Workspace, visit: Visit, kind: VisitKind | None) -> Step:
    """Say what a visit is for; its checklist follows as long as nobody has worked on it."""
    told = Said(kind.label) if kind else said("unknown")
    words = said("{field}: {value}", field=Said(field_of(Visit, "kind").label), value=told)
    return _with_checklist(client, workspace, visit, dataclasses.replace(visit, kind=kind), words)


def set_step(client: Client, workspace: Workspace, visit: Visit, step: int | None) -> Step:
    """Say how far the purchase is; the checklist follows as long as nobody has worked on it."""
    told = said("{n}", n=step) if step else said("unknown")
    words = said("{field}: {value}", field=Said(field_of(Visit, "step").label), value=told)
    return _with_checklist(client, workspace, visit, dataclasses.replace(visit, step=step), words)


def fitting_template(client: Client, workspace: Workspace, visit: Visit) -> Template | None:
    """The checklist that is made for a visit like this; None where its own one is, or none fits."""
    found = choose(workspace, visit.kind, client.company.grade, visit.step)
    return None if found is None or found.key == visit.template else found


def checks_of(client: Client, visit: Visit) -> list[CheckItem]:
    """The checklist of a visit."""
    return [item for item in client.checks if item.visit == visit.key]


def new_agenda(client: Client, visit: Visit, text: str) -> Step:
    """A point of the agenda out of one line, "Samples @Lin 20": what, who leads, how many minutes."""
    words, person = _without_name(text)
    found = _MINUTES.search(words)
    minutes = int(found.group(1)) if found and found.start() > 0 else None
    bare = words[: found.start()].strip(" ,，、") if found and minutes is not None else words
    mine = [item for item in client.agenda if item.visit == visit.key]
    made = AgendaItem(
        owner=client.key, visit=visit.key, text=bare, minutes=minutes, person=person, rank=_next_rank(mine)
    )
    return Step(said("Add to the agenda: {text}", text=short(bare)), (add(made),))


def new_material(client: Client, visit: Visit, text: str) -> Step:
    """Something to bring along."""
    mine = [item for item in client.materials if item.visit == visit.key]
    made = Material(owner=client.key, visit=visit.key, text=text, rank=_next_rank(mine))
    return Step(said("Bring along: {text}", text=short(text)), (add(made),))


def tick_material(item: Material) -> Step:
    """It is ready, or not after all."""
    words = said("Not ready: {text}", text=short(item.text)) if item.ready else said("Ready: {text}", text=item.text)
    return Step(words, (change(item, ready=not item.ready),))


def move_line(items: Iterable[Record], key: str, step: int) -> Step | None:
    """Change places with the neighbour; None at the end."""
    held: list[Any] = sorted(items, key=lambda item: getattr(item, "rank", 0) or 0)
    at = next((place for place, item in enumerate(held) if item.key == key), -1)
    if at < 0 or not 0 <= at + step < len(held):
        return None
    held[at], held[at + step] = held[at + step], held[at]
    ranked = [(item, (place + 1) * _RANK) for place, item in enumerate(held)]
    edits = tuple(change(item, rank=rank) for item, rank in ranked if item.rank != rank)
    return Step(said("Move {text}", text=short(held[at + step].title)), edits)


def keep(stored: Record | None, written: Record, others: Iterable[Edit] = ()) -> Step:
    """Keep a sheet of which there is one: added when something is first written on it, with what it links to."""
    edit = add(written) if stored is None else Edit(stored, written)
    return Step(said("Write on the {sheet}", sheet=Said(section_of(type(written)).one)), (*others, edit))


def agenda_minutes(client: Client, visit: Visit) -> int:
    """How long the agenda takes as far as it is known."""
    return sum(item.minutes or 0 for item in client.agenda if item.visit == visit.key)


def take_point(
    client: Client,
    visit: Visit,
    kind: PointKind,
    text: str,
    *,
    answer: str = "",
    proof: str = "",
    ask: str | None = None,
) -> Step:
    """Take over what is known: a question to ask, an objection with its answer, a dispute that was never settled."""
    made = TalkPoint(owner=client.key, visit=visit.key, kind=kind, text=text, answer=answer, proof=proof, ask=ask)
    return Step(said("Take over {kind}: {text}", kind=Said(kind.label), text=short(text)), (add(made),))


def assume_need(visit: Visit, text: str) -> Step:
    """Write a need below those that are assumed already."""
    lines = "\n".join(filter(None, (visit.need.rstrip(), text)))
    return Step(said("Assume the need: {text}", text=short(text)), (change(visit, need=lines),))


def _with_checklist(client: Client, workspace: Workspace, visit: Visit, changed: Visit, words: Said) -> Step:
    template = fitting_template(client, workspace, changed)
    mine = checks_of(client, visit)
    if template is None or any(item.done or item.remark.strip() for item in mine):
        return Step(words, (Edit(visit, changed),))
    taken = take_checklist(client, workspace, changed, template)
    versioned = dataclasses.replace(changed, template=template.key, template_version=version_of(template))
    rest = tuple(edit for edit in taken.edits if edit.record.key != visit.key)
    return Step(words, (Edit(visit, versioned), *rest))


def _without_name(text: str) -> tuple[str, str]:
    """The line and the name after its last @."""
    words = text.split()
    named = [word for word in words if word.startswith("@") and len(word) > 1]
    if not named:
        return text.strip(), ""
    return " ".join(word for word in words if word != named[-1]), named[-1][1:]


def _next_rank(items: Iterable[AgendaItem | Material]) -> int:
    return max((item.rank or 0 for item in items), default=0) + _RANK


def short(text: str) -> str:
    """As much of a text as the undo list has room for."""
    first = text.strip().partition("\n")[0]
    return first if len(first) <= _MOST else f"{first[: _MOST - 1]}…"
