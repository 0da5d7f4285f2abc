"""The rows of the relationship plan: a gap, what is done about it, what could be done, people without a target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kamdesk.client.account import Person
from kamdesk.client.levels import behaviour
from kamdesk.client.plan_records import Action
from kamdesk.client.targets import Gap, PersonGaps, proposals
from kamdesk.client.units import tell_decimal
from kamdesk.desk.targets import suggestion_problem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.relation.state import Relation

_OFFERED = 2  # proposals for a gap without an action


class RowKind(StrEnum):
    """What a row of the plan is."""

    GAP = "gap"
    ACTION = "action"
    PROPOSAL = "proposal"
    PERSON = "person"  # a key person without a target


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row; a row of an action or a proposal also knows the gap it is for."""

    key: str
    kind: RowKind
    title: str  # for a screen reader
    gap: Gap | None = None
    held: PersonGaps | None = None
    action: Action | None = None
    person: Person | None = None
    text: str = ""  # of the next level, of a proposal
    serves: str = ""  # the order or the goal
    lacks: bool = False  # a person for whom a target can be suggested

    @property
    def contact(self) -> str:
        """The key of the person it is about."""
        if self.gap is not None:
            return self.gap.contact.key
        return self.person.contact.key if self.person is not None else ""


def plan_rows(relation: Relation, look: Look) -> list[PlanRow]:
    """Every gap by its priority with its actions or proposals, then the key people without a target."""
    rows: list[PlanRow] = []
    for gap in relation.gaps:
        rows.extend(_of_gap(relation, gap, look))
    for person in relation.key_people:
        if person.contact.key not in relation.targets and not person.contact.placeholder:
            title = look.tr("{name}: no target yet", name=person.contact.name)
            lacks = suggestion_problem(relation.shown.client, person, relation.shown.today) is None
            rows.append(PlanRow(f"person:{person.contact.key}", RowKind.PERSON, title, person=person, lacks=lacks))
    return rows


def gap_key(gap: Gap) -> str:
    """The key of a gap's row."""
    return f"gap:{gap.contact.key}:{gap.dimension.value}"


def _of_gap(relation: Relation, gap: Gap, look: Look) -> list[PlanRow]:
    held = relation.targets[gap.contact.key]
    key, name = gap_key(gap), look.tr(gap.dimension.label)
    step = (gap.now or 0) + 1
    title = look.tr(
        "{name}, {dimension} {now} → {wanted}, priority {priority}",
        name=gap.contact.name,
        dimension=name,
        now=gap.now or "?",
        wanted=gap.wanted,
        priority=tell_decimal(gap.priority, 2),
    )
    text = look.tr(behaviour(gap.dimension, step))
    rows = [PlanRow(key, RowKind.GAP, title, gap, held, text=text, serves=serves_of(relation, held))]
    for action in _actions(relation, gap):
        rows.append(PlanRow(f"action:{action.key}", RowKind.ACTION, action.text, gap, held, action))
    if not gap.actions:
        for offered in proposals(relation.shown.client, gap)[:_OFFERED]:
            told = look.tr(offered)
            rows.append(PlanRow(f"{key}:{offered}", RowKind.PROPOSAL, told, gap, held, text=told))
    return rows


def _actions(relation: Relation, gap: Gap) -> list[Action]:
    """What is open for the gap, and what was done for it today, so that a tick can be taken back."""
    done = [
        action
        for action in relation.shown.client.actions
        if action.contact == gap.contact.key
        and action.dimension is gap.dimension
        and action.done == relation.shown.today
    ]
    return [*gap.actions, *done]


def serves_of(relation: Relation, held: PersonGaps) -> str:
    """The order the target serves, else the goal; "" for neither."""
    client, target = relation.shown.client, held.target
    record = client.get(target.opportunity) or client.get(target.goal)
    return record.title if record else ""
