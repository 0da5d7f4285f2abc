"""Checklists as they live: a change keeps the version that visits were prepared with, a copy is a new one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from kamdesk.client.checklists import usual_weight
from kamdesk.client.choosing import version_of
from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.record import new_key
from kamdesk.client.visit_records import Visit
from kamdesk.store.step import Step
from kamdesk.words import Words, said

STEP = 10  # between the ranks of two lines
_STAR = ("★", "*")


def lines_of(workspace: Workspace, template: str) -> list[TemplateItem]:
    """The lines of a checklist in their order."""
    mine = (item for item in workspace.template_items if item.template == template)
    return sorted(mine, key=lambda item: item.rank or 0)


def versions_of(workspace: Workspace, template: Template) -> list[Template]:
    """The older versions of a checklist that were kept, the newest first."""
    kept = [item for item in workspace.templates if item.replaced_by == template.key]
    return sorted(kept, key=version_of, reverse=True)


def used(template: Template, visits: Iterable[Visit]) -> bool:
    """Whether a visit was prepared with this very version: then a change begins a new one."""
    now = version_of(template)
    return any(visit.template == template.key and (visit.template_version or 1) == now for visit in visits)


def change_template(workspace: Workspace, template: Template, keep: bool, **values: Any) -> Step:
    """Change name, kind, grades, steps of a checklist; `keep` keeps the version there was."""
    edits, after = _begin(workspace, template, keep)
    words = said("Change the checklist “{name}”", name=template.name)
    return Step(words, (*edits, Edit(template, dataclasses.replace(after, **values))))


def add_line(workspace: Workspace, template: Template, keep: bool, text: str) -> tuple[TemplateItem, Step]:
    """Another line at the end, in the group of the last; a leading ★ or * makes it a must-have."""
    mine = lines_of(workspace, template.key)
    must = text.lstrip().startswith(_STAR)
    made = TemplateItem(
        owner=WORKSPACE,
        template=template.key,
        group=mine[-1].group if mine else "",
        text=text.lstrip("".join(_STAR) + " ").rstrip(),
        must=must,
        weight=usual_weight(must),
        rank=max((item.rank or 0 for item in mine), default=0) + STEP,
    )
    return made, _with(workspace, template, keep, [add(made)], "add", made.text)


def change_line(workspace: Workspace, template: Template, keep: bool, line: TemplateItem, **values: Any) -> Step:
    """Change a line: its words, group, ★ or weight."""
    return _with(workspace, template, keep, [change(line, **values)], "change", line.text)


def remove_line(workspace: Workspace, template: Template, keep: bool, line: TemplateItem) -> Step:
    """Take a line away."""
    return _with(workspace, template, keep, removal(workspace, line), "remove", line.text)


def move_line(workspace: Workspace, template: Template, keep: bool, line: TemplateItem, by: int) -> Step:
    """Change places with a neighbour; no edits at the ends."""
    mine = lines_of(workspace, template.key)
    at = next(place for place, item in enumerate(mine) if item.key == line.key)
    to = at + by
    if not 0 <= to < len(mine):
        return Step(said("Move a line of the checklist"), ())
    mine.insert(to, mine.pop(at))
    ranked = [(item, (place + 1) * STEP) for place, item in enumerate(mine)]
    edits = [change(item, rank=rank) for item, rank in ranked if item.rank != rank]
    return _with(workspace, template, keep, edits, "move", line.text)


def copy_template(workspace: Workspace, template: Template, words: Words) -> tuple[Template, Step]:
    """A checklist of one's own to begin with, with every line of another; it is version 1 of itself."""
    made = dataclasses.replace(
        template,
        key=new_key(),
        name=free_name(workspace, words.tr("Copy of {name}", name=template.name)),
        version=1,
        replaced_by=None,
    )
    lines = _copies(lines_of(workspace, template.key), made.key)
    return made, Step(said("Copy the checklist “{name}”", name=template.name), (add(made), *map(add, lines)))


def take_back(workspace: Workspace, template: Template, older: Template) -> Step:
    """Let a checklist be again what an older version of it was; the present one is kept as a version."""
    edits, after = _begin(workspace, template, keep=True)
    gone = [edit for item in lines_of(workspace, template.key) for edit in removal(workspace, item)]
    lines = _copies(lines_of(workspace, older.key), template.key)
    now = dataclasses.replace(older, key=template.key, version=after.version, replaced_by=None)
    words = said("Take back version {n} of “{name}”", n=version_of(older), name=template.name)
    return Step(words, (*edits, Edit(template, now), *gone, *map(add, lines)))


def bring_template(workspace: Workspace, template: Template, lines: Sequence[TemplateItem]) -> Step:
    """Add a checklist that was read from a file; a name that is taken gets a number."""
    made = dataclasses.replace(template, name=free_name(workspace, template.name))
    return Step(said("Bring in the checklist “{name}”", name=made.name), (add(made), *map(add, lines)))


def remove_template(workspace: Workspace, template: Template, visits: Iterable[Visit]) -> Step:
    """Take a checklist away with its lines and its older versions; visits let go of it and keep their own lines."""
    older = versions_of(workspace, template)
    keys = {template.key, *(item.key for item in older)}
    freed = [change(visit, template=None) for visit in visits if visit.template in keys]
    gone = [edit for item in older for edit in removal(workspace, item)]
    done = {edit.record.key for edit in gone}
    gone += [edit for edit in removal(workspace, template) if edit.record.key not in done]
    return Step(said("Remove the checklist “{name}”", name=template.name), (*freed, *gone))


def free_name(workspace: Workspace, name: str) -> str:
    """A name that no checklist in use has yet."""
    taken = {item.name for item in workspace.templates if item.replaced_by is None}
    number, tried = 2, name
    while tried in taken:
        tried, number = f"{name} {number}", number + 1
    return tried


def _with(workspace: Workspace, template: Template, keep: bool, edits: Iterable[Edit], what: str, text: str) -> Step:
    """Some changed lines of a checklist, under a new version where the one there is was used."""
    words = {
        "add": said("Add to the checklist: {text}", text=_short(text)),
        "change": said("Change in the checklist: {text}", text=_short(text)),
        "remove": said("Remove from the checklist: {text}", text=_short(text)),
        "move": said("Move a line of the checklist"),
    }[what]
    begun, after = _begin(workspace, template, keep)
    changed = tuple(edits)
    head = (Edit(template, after),) if begun and changed else ()
    return Step(words, (*(begun if changed else ()), *head, *changed))


def _begin(workspace: Workspace, template: Template, keep: bool) -> tuple[tuple[Edit, ...], Template]:
    """The edits that keep the version there is beside the checklist, and the checklist as its next version.

    The checklist keeps its key: visits and settings go on meaning it, and what is kept is the copy.
    """
    if not keep:
        return (), template
    number = version_of(template)
    kept = dataclasses.replace(template, key=new_key(), version=number, replaced_by=template.key)
    lines = _copies(lines_of(workspace, template.key), kept.key)
    return (add(kept), *map(add, lines)), dataclasses.replace(template, version=number + 1)


def _copies(lines: Iterable[TemplateItem], template: str) -> list[TemplateItem]:
    return [dataclasses.replace(item, key=new_key(), template=template) for item in lines]


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
