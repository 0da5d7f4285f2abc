"""What a person does in the relationship plan, as steps with the words for undo."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kamdesk.client.edit import Edit, change
from kamdesk.client.levels import behaviour
from kamdesk.client.plan_records import Action
from kamdesk.client.targets import Gap
from kamdesk.desk import targets as steps
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.pages.relation.plan_rows import PlanRow, RowKind
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.steps import removing
from kamdesk.words import Words, said


def ticking(action: Action, today: date) -> Doing:
    """The step that says an action is done today, or open after all."""
    words = said("Open again: {text}", text=action.text) if action.done else said("Done: {text}", text=action.text)
    done = None if action.done else today
    return Doing(words, (change(action, done=done),), toast=done is not None)


def taking_on(relation: Relation, gap: Gap, text: str, words: Words) -> tuple[Doing, str]:
    """The step that makes something to do for a gap an action of ours, and the action's key.

    Its proof is the behaviour of the next level, in the language of the screen.
    """
    shown = relation.shown
    proof = words.tr(behaviour(gap.dimension, (gap.now or 0) + 1))
    step = steps.take_on_gap(shown.client, shown.workspace.profile, gap, text, shown.today, proof)
    made = next(edit.record.key for edit in step.edits if isinstance(edit.after, Action))
    return Doing(step.said, step.edits, toast=True), made


def suggesting(relation: Relation, row: PlanRow) -> Doing | None:
    """The step that gives one person the least target that leads the rival; None where there is none to suggest."""
    if row.person is None or not row.lacks:
        return None
    step = steps.use_suggestion(relation.shown.client, row.person, relation.shown.today)
    return Doing(step.said, step.edits)


def suggesting_all(relation: Relation, rows: Iterable[PlanRow]) -> Doing:
    """The same for everybody without a target, as one step."""
    edits: list[Edit] = []
    for row in rows:
        if row.kind is RowKind.PERSON and (doing := suggesting(relation, row)) is not None:
            edits += doing.edits
    return Doing(said("Targets for the key people: just ahead of the rival"), tuple(edits), toast=True)


def taking_away(relation: Relation, row: PlanRow) -> Doing | None:
    """The step that removes the action of a row, or wants nothing any more on the dimension of a gap."""
    client, today = relation.shown.client, relation.shown.today
    if row.kind is RowKind.ACTION and row.action is not None:
        return removing(client, row.action)
    if row.kind is RowKind.GAP and row.gap is not None:
        step = steps.set_target_level(client, row.gap.contact, row.gap.dimension, None, today)
        return Doing(step.said, step.edits, toast=True)
    return None
