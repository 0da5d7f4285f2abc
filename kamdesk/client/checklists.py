"""What a checklist for a visit is: lines in groups, what a line weighs, and how a visit starts with a copy of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import Edit, add
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.visit_records import CheckItem, Visit, VisitKind
from kamdesk.words import N_, NC_, Words

_MUST_WEIGHT, _OTHER_WEIGHT = 3, 1


class Group(StrEnum):
    """What the groups are called in the checklists that ship with the program."""

    PURPOSE = N_("Purpose")
    PEOPLE = NC_("checklist", "People")
    INFORMATION = NC_("checklist", "Information")
    NEEDS = NC_("checklist", "Needs")
    QUESTIONS = NC_("checklist", "Questions")
    OBJECTIONS = NC_("checklist", "Objections")
    CONCESSION = NC_("checklist", "Concession")
    MATERIALS = NC_("checklist", "Materials")
    FLOW = NC_("checklist", "Flow")
    LOGISTICS = NC_("checklist", "Logistics")
    FIRST_VISIT = NC_("checklist", "First visit")
    INTERESTS = NC_("checklist", "Interests")
    FIGURES = NC_("checklist", "Figures")
    WHAT_HAPPENED = NC_("checklist", "What happened")
    REMEDY = NC_("checklist", "Remedy")
    MESSAGE = NC_("checklist", "Message")
    AFTERWARDS = NC_("checklist", "Afterwards")


class Line(NamedTuple):
    """One line in English; `must` is the method's ★."""

    text: str
    must: bool = False


def must(text: str) -> Line:
    """A line without which the visit is not ready."""
    return Line(text, must=True)


Groups = Mapping[Group, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist in English, for one kind of visit."""

    kind: VisitKind
    name: str
    purpose: str
    groups: Groups


def usual_weight(must_have: bool) -> int:
    """What a line weighs that says nothing else: a must-have three times as much as another."""
    return _MUST_WEIGHT if must_have else _OTHER_WEIGHT


def template_of(checklist: Checklist, words: Words) -> tuple[Template, tuple[TemplateItem, ...]]:
    """A checklist in one language, as records of the workspace."""
    template = Template(
        owner=WORKSPACE,
        name=words.tr(checklist.name),
        purpose=words.tr(checklist.purpose),
        kind=checklist.kind,
        version=1,
    )
    lines = [(group, line) for group, held in checklist.groups.items() for line in held]
    items = tuple(
        TemplateItem(
            owner=WORKSPACE,
            template=template.key,
            group=words.tr(group),
            text=words.tr(line.text),
            must=line.must,
            weight=usual_weight(line.must),
            rank=10 * number,
        )
        for number, (group, line) in enumerate(lines, start=1)
    )
    return template, items


def start_checklist(visit: Visit, items: Iterable[TemplateItem]) -> tuple[Edit, ...]:
    """The edits that copy a template's lines into a visit, so that the template may change later."""
    ordered = sorted((item for item in items if item.template == visit.template), key=lambda item: item.rank or 0)
    return tuple(
        add(
            CheckItem(
                owner=visit.owner,
                visit=visit.key,
                group=item.group,
                text=item.text,
                must=item.must,
                weight=item.weight,
                rank=item.rank,
            )
        )
        for item in ordered
    )
