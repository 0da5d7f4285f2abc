"""The tables of P11: goals with the actions that lead to them, what is open, what was done, the weekly reviews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kamdesk.client.levels import code
from kamdesk.client.plan_records import Action, Goal, Side
from kamdesk.client.units import tell_decimal
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.opportunities import total
from kamdesk.document.chips import Chips
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Spans, bold, spans

_TOTALLED = 2  # actions with hours or money, from which on they are summed up


def in_order(goals: Sequence[Goal]) -> list[Goal]:
    """The next due first, those reached last."""
    return sorted(goals, key=lambda it: (it.done is not None, it.due or date.max))


def goals(press: Press, subject: Subject, noted: bool = True) -> Titled:
    """What is to be reached and how one will see it, with the actions that lead there; without one it is a wish."""
    columns = (
        press.column(),
        press.column(press.tr("Goal"), share=1.2),
        press.column(press.tr("Measured by"), share=1.0),
        press.column(press.tr("By"), align="right"),
        press.column(press.tr("Actions")),
    )
    order = [goal for goal in in_order(subject.client.goals) if goal.done is None]
    rows = []
    for number, goal in enumerate(order, 1):
        what = press.accent(f"G{number}"), _goal(press, goal, noted), press.cell(goal.measure or "—")
        cells = (*what, press.due(goal.due))
        rows.append(Row((*cells, _chips(press, _actions_for(subject, goal))), about=told_of(goal)))
    bare = sum(not _actions_for(subject, it) for it in order)
    note = press.trn("{n} without an action", "{n} without an action", bare) if bare else ""
    return press.titled(press.tr("From goals to actions"), press.table(columns, rows), note)


def reached(press: Press, subject: Subject) -> Titled:
    """The goals that are reached, the last one first."""
    held = [it for it in subject.client.goals if it.done]
    columns = (
        press.column(press.tr("Goal"), share=1.2),
        press.column(press.tr("Measured by"), share=1.0),
        press.column(press.tr("By"), align="right"),
        press.column(press.tr("Reached on"), align="right"),
    )
    rows = [
        Row(
            (
                press.marked("check", _goal(press, it, noted=True)),
                press.cell(it.measure or "—"),
                press.muted(press.day(it.due), "right"),
                press.cell(press.day(it.done), "right"),
            ),
            about=told_of(it),
        )
        for it in sorted(held, key=lambda it: it.done or date.min, reverse=True)
    ]
    return press.titled(press.tr("Goals reached"), press.table(columns, rows))


def _goal(press: Press, goal: Goal, noted: bool) -> Block:
    """The goal, whether the client works on it too, and the notes on it."""
    mutual: Spans = spans("\u2002", *press.mute(press.tr("on the plan with the client"))) if goal.mutual else ()
    text = press.cell(spans(bold(goal.text), *mutual))
    return Stack([text, markdown.note(press, goal.notes, "note")]) if noted and goal.notes.strip() else text


def _chips(press: Press, numbers: Sequence[int]) -> Block:
    """All actions for a goal by their numbers; that there is none."""
    if not numbers:
        return press.alarm(press.trc("actions", "none"))
    return Chips([press.accent(f"A{number}") for number in numbers])


def _actions_for(subject: Subject, goal: Goal) -> list[int]:
    return [number for number, action in enumerate(subject.open_actions, 1) if action.goal == goal.key]


def waiting(press: Press, subject: Subject, most: int | None = None, *, apart: bool = False) -> Titled:
    """The open actions by due day with a sum below; the first of them in short where only `most` are shown.

    `apart` they stand away from their chapter.
    """
    every = list(enumerate(subject.open_actions, 1))
    shown = every if most is None else every[:most]
    figures = _figures(press, subject)
    columns = _columns(press, figures)
    rows = [_row(press, subject, number, it, figures, most is None) for number, it in shown]
    if sum(it.hours is not None or it.cost is not None for _, it in every) >= _TOTALLED:
        rows.append(_sum(press, [it for _, it in every], figures, len(columns)))
    table = press.shortened(press.table(columns, rows), len(every) - len(shown))
    title = press.tr("All open actions") if apart else press.tr("Open actions")
    return press.titled(title, table, _counts(press, subject))


def _counts(press: Press, subject: Subject) -> str:
    open_ones = subject.open_actions
    theirs = sum(action.side is Side.THEIRS for action in open_ones)
    return press.tr("we owe {ours}, they owe {theirs} (in bold)", ours=len(open_ones) - theirs, theirs=theirs)


def _figures(press: Press, subject: Subject) -> dict[str, str]:
    """Which columns of figures there are, by the heads over them: only those that say something."""
    held = subject.open_actions
    found = {}
    if 2 * sum(_priority(subject, it) > 0 for it in held) >= len(held):
        found["priority"] = press.tr("Priority")
    if any(it.hours is not None for it in held):
        found["hours"] = press.tr("Hours")
    if any(it.cost is not None for it in held):
        found["cost"] = press.tr("Cost")
    return found


def _priority(subject: Subject, action: Action) -> float:
    """What the gap it closes counts for: weight × gap × influence; 0 where it closes none."""
    place = (action.contact, action.dimension)
    return next((gap.priority for gap in subject.gaps if (gap.contact.key, gap.dimension) == place), 0.0)


def _columns(press: Press, figures: dict[str, str]) -> tuple[Column, ...]:
    return (
        press.column(),
        press.column(press.tr("Action"), share=2.2),
        press.column(press.tr("Serves"), share=1.2),
        *([press.column(figures["priority"], align="right")] if "priority" in figures else []),
        press.column(press.tr("Owner"), share=1.0),
        press.column(press.tr("Due"), align="right"),
        *(press.column(figures[name], align="right") for name in ("hours", "cost") if name in figures),
        press.column(press.tr("Proof"), share=1.4),
        press.column(),
    )


def _row(press: Press, subject: Subject, number: int, action: Action, figures: dict[str, str], full: bool) -> Row:
    told = {"priority": "—", "hours": "—", "cost": total(press, [action.cost])}
    if priority := _priority(subject, action):
        told["priority"] = tell_decimal(priority, 2)
    if action.hours is not None:
        told["hours"] = str(action.hours)
    text: Block = press.cell(action.text)
    if full and action.notes.strip():
        text = Stack([text, markdown.note(press, action.notes, "note")])
    return Row(
        (
            press.accent(f"A{number}"),
            text,
            press.cell(_serves(subject, action) or "—"),
            *([press.cell(told["priority"], "right")] if "priority" in figures else []),
            _owner(press, action, full),
            press.due(action.due),
            *(press.cell(told[name], "right") for name in ("hours", "cost") if name in figures),
            press.muted(action.proof or "—"),
            press.mark("box"),
        ),
        about=told_of(action),
    )


def _serves(subject: Subject, action: Action) -> str:
    """The person with the dimension that is to move; else the need, the goal, or the order. Nobody serves himself."""
    person = subject.called(action.contact) if action.contact else ""
    if person and person != action.person:
        return f"{person} {code(action.dimension) if action.dimension else ''}".strip()
    if action.factor:
        return subject.called(action.factor)
    goals = [goal.key for goal in in_order(subject.client.goals) if goal.done is None]
    if action.goal in goals:
        return f"G{goals.index(action.goal) + 1}"
    return subject.called(action.opportunity) if action.opportunity else ""


def _owner(press: Press, action: Action, full: bool) -> Block:
    """Who does it, in bold when the client owes it; below who promised it, and when."""
    name = action.person or "—"
    who = press.key(name) if action.side is Side.THEIRS else press.cell(name)
    by = "" if action.said_by == action.person else action.said_by
    said = " · ".join(text for text in (by, press.day(action.said_on) if action.said_on else "") if text)
    return press.two(who, press.mute(press.tr("promised: {told}", told=said))) if full and said else who


def _sum(press: Press, held: Sequence[Action], figures: dict[str, str], columns: int) -> Row:
    """All hours and all money, below their columns."""
    hours = sum(it.hours or 0 for it in held)
    told = {"hours": f"{hours:,}", "cost": total(press, (it.cost for it in held))}
    sums = [press.key(told[name], "right") for name in ("hours", "cost") if name in figures]
    label = press.trn("All {n} together", "All {n} together", len(held))
    before = columns - 2 - len(sums) - 1
    cells = (press.cell(""), press.key(label), *sums, press.cell(""))
    return Row(cells, total=True, takes=(1, before, *(1 for _ in sums), 2))


def done(press: Press, actions: Sequence[Action], days: int) -> Titled:
    """What was done of late, the last first."""
    columns = (
        press.column(press.tr("Action"), share=1.6),
        press.column(press.tr("Owner"), share=0.6),
        press.column(press.tr("Proof"), share=1.0),
        press.column(press.tr("Done on"), align="right"),
    )
    rows = [
        Row(
            (
                press.marked("check", press.cell(it.text)),
                press.cell(it.person or "—"),
                press.muted(it.proof or "—"),
                press.muted(press.day(it.done), "right"),
            ),
            about=told_of(it),
        )
        for it in actions
    ]
    note = press.trn("last {n} day", "last {n} days", days)
    return press.titled(press.tr("Actions done"), press.table(columns, rows), note)


def reviews(press: Press, subject: Subject) -> Titled:
    """Every look at the client in the weekly review, the last first."""
    columns = (
        press.column(press.tr("Day")),
        press.column(press.tr("Still true")),
        press.column(press.tr("Promises kept")),
        press.column(press.tr("Next step"), share=1.0),
    )
    rows = [
        Row(
            (
                press.muted(press.day(it.day)),
                _yes(press, it.holds),
                _yes(press, it.kept),
                press.cell(it.next_step or "—"),
            ),
            about=told_of(it),
        )
        for it in sorted(subject.client.reviews, key=lambda it: it.day or date.min, reverse=True)
    ]
    return press.titled(press.tr("Weekly reviews"), press.table(columns, rows))


def _yes(press: Press, holds: bool) -> Block:
    return press.cell(press.tr("Yes")) if holds else press.alarm(press.tr("No"))
