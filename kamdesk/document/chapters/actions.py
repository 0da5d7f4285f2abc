"""P11: what is to be reached, and what is to be done for it, by whom and until when, with a box to tick."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.client.plan_records import Action, Goal, Side
from kamdesk.client.units import tell_day
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.opportunities import chips
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.picture.strip import WEEKS, Lane, strip

_RECENT = timedelta(90)
_FEWEST, _MOST_LANES = 2, 12
_REVIEWS = 4  # the last of them are printed


def build(press: Press, subject: Subject) -> Story:
    """The goals, the open actions by due day, then what was done in the last 90 days."""
    client = subject.client
    if not (client.actions or client.goals or client.reviews):
        return press.missing("P11", press.tr("Actions"))
    parts = [Part(_goals(press, subject))] if client.goals else []
    if subject.open_actions:
        rows = [_row(press, subject, number, action) for number, action in enumerate(subject.open_actions, 1)]
        parts.append(
            Part(press.titled(press.tr("Open actions"), press.table(_columns(press), rows), _counts(press, subject)))
        )
    else:
        parts.append(Part(press.red_flag(press.tr("No open action: nothing moves here"))))
    if chart := _strip(press, subject):
        parts.append(Part(chart, gives_way=1))
    done = [action for action in subject.client.actions if action.done]
    recent = sorted(
        (it for it in done if it.done and press.today - it.done <= _RECENT), key=lambda it: it.done or press.today
    )
    if recent:
        parts.append(Part(_done(press, recent[::-1])))
    if subject.client.reviews:
        parts.append(Part(_reviews(press, subject), gives_way=2))
    return press.story("P11", press.tr("Actions"), _conclusions(press, subject), parts)


def _goals(press: Press, subject: Subject) -> Block:
    """What is to be reached and how one will see it, with the actions that lead there; without one it is a wish."""
    columns = (
        press.column(),
        press.column(press.tr("Goal"), share=1.0),
        press.column(press.tr("Measured by"), share=0.8),
        press.column(press.tr("By"), align="right"),
        press.column(press.tr("Actions")),
    )
    order = sorted(subject.client.goals, key=lambda it: (it.done is not None, it.due or date.max))
    rows = []
    for number, goal in enumerate(order, 1):
        late = goal.done is None and goal.due is not None and goal.due < press.today
        due = press.alarm(press.day(goal.due), "right") if late else press.cell(press.day(goal.due), "right")
        cells = (press.accent(f"G{number}"), _goal(press, goal), press.cell(goal.measure or "—"), due)
        rows.append(Row((*cells, _served(press, subject, goal)), about=told_of(goal)))
    bare = sum(it.done is None and not _actions_for(subject, it) for it in order)
    note = press.trn("{n} without an action", "{n} without an action", bare) if bare else ""
    return press.titled(press.tr("Goals"), press.table(columns, rows), note)


def _goal(press: Press, goal: Goal) -> Block:
    """The goal, whether the client works on it too, and the notes on it."""
    blocks: list[Block] = [press.key(goal.text)]
    if goal.mutual:
        blocks.append(press.note(press.tr("on the plan with the client")))
    if goal.notes.strip():
        blocks.append(markdown.note(press, goal.notes, "note"))
    return Stack(blocks)


def _served(press: Press, subject: Subject, goal: Goal) -> Block:
    """The open actions for a goal, by their numbers; that it is reached, or that nothing is done for it."""
    if goal.done:
        return press.marked("check", press.cell(press.tr("reached {day}", day=press.day(goal.done))))
    return chips(press, _actions_for(subject, goal))


def _actions_for(subject: Subject, goal: Goal) -> list[int]:
    return [number for number, action in enumerate(subject.open_actions, 1) if action.goal == goal.key]


def _columns(press: Press) -> tuple[Column, ...]:
    return (
        press.column(),
        press.column(press.tr("Action"), share=2.0),
        press.column(press.tr("Serves"), share=1.2),
        press.column(press.tr("Side")),
        press.column(press.tr("Owner"), share=1.4),
        press.column(press.tr("Due"), align="right"),
        press.column(press.tr("Proof"), share=1.2),
        press.column(),
    )


def _row(press: Press, subject: Subject, number: int, action: Action) -> Row:
    serves = " · ".join(subject.called(key) for key in (action.contact, action.factor) if key)
    late = action.due is not None and action.due < press.today
    side = press.tr(action.side.label) if action.side else "—"
    due = press.alarm(press.day(action.due), "right") if late else press.cell(press.day(action.due), "right")
    return Row(
        (
            press.accent(f"A{number}"),
            press.cell(action.text),
            press.cell(serves or "—"),
            press.muted(side) if action.side is not Side.THEIRS else press.key(side),
            _owner(press, action),
            due,
            press.muted(action.proof or "—"),
            press.mark("box"),
        ),
        about=told_of(action),
    )


def _owner(press: Press, action: Action) -> Block:
    """Who does it; below it who promised it, and when."""
    name = press.cell(action.person or "—")
    said = " · ".join(text for text in (action.said_by, press.day(action.said_on) if action.said_on else "") if text)
    return press.two(name, press.mute(press.tr("promised: {told}", told=said))) if said else name


def _counts(press: Press, subject: Subject) -> str:
    waiting = subject.open_actions
    theirs = sum(action.side is Side.THEIRS for action in waiting)
    return press.tr("we owe {ours}, they owe {theirs}", ours=len(waiting) - theirs, theirs=theirs)


def _strip(press: Press, subject: Subject) -> Block | None:
    """The next ninety days, a lane for each of the first actions with a day; the top person's are solid."""
    end = press.today + timedelta(7 * WEEKS)
    waiting = list(enumerate(subject.open_actions, 1))
    dated = [(number, it, it.due) for number, it in waiting if it.due and it.due <= end]
    if len(dated) < _FEWEST:
        return None
    top = subject.account.contested[0].key if subject.account.contested else None
    lanes = [
        Lane(f"A{number}", action.text, due, press.day(due), top is not None and action.contact == top)
        for number, action, due in dated[:_MOST_LANES]
    ]
    starts = [press.today + timedelta(7 * week) for week in range(WEEKS + 1)]
    weeks = ["" if number % 2 else tell_day(start, press.words, start) for number, start in enumerate(starts)]
    visit = subject.next_visit
    deadline = None
    if visit and visit.at:
        day = visit.at.astimezone().date()
        deadline = (day, press.tr("visit {day}", day=press.day(day)))
    note = press.tr("each field a week")
    if top is not None:
        note = press.tr("each field a week · solid: {name}", name=subject.account.contested[0].name)
    picture = strip(lanes, press.today, weeks, deadline=deadline, width=press.stock.upright.width)
    return press.titled(press.tr("The next 90 days"), press.figure(picture), note)


def _done(press: Press, actions: list[Action]) -> Block:
    columns = (press.column(), press.column(share=1.0), press.column(), press.column())
    rows = [
        Row(
            (
                press.mark("check"),
                press.cell(it.text),
                press.muted(it.person),
                press.muted(press.day(it.done), "right"),
            ),
            about=told_of(it),
        )
        for it in actions
    ]
    return press.titled(press.tr("Done"), press.table(columns, rows), press.tr("last 90 days"))


def _reviews(press: Press, subject: Subject) -> Block:
    """The last looks at the client in the weekly review."""
    held = sorted(subject.client.reviews, key=lambda it: it.day or date.min, reverse=True)
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
        for it in held[:_REVIEWS]
    ]
    rest = len(held) - _REVIEWS
    note = press.trn("{n} older one left out", "{n} older ones left out", rest) if rest > 0 else ""
    return press.titled(press.tr("Reviews"), press.table(columns, rows), note)


def _yes(press: Press, holds: bool) -> Block:
    return press.cell(press.tr("Yes")) if holds else press.alarm(press.tr("No"))


def _conclusions(press: Press, subject: Subject) -> list[str]:
    waiting = subject.open_actions
    if not waiting:
        return [press.tr("No open action: nothing moves here.")]
    late = [action for action in waiting if action.due and action.due < press.today]
    first = next((action for action in waiting if action.due and action.due >= press.today), None)
    count = press.trn("{n} open action", "{n} open actions", len(waiting))
    if late and first:
        told = [
            press.tr(
                "{count}, {late} late; next is “{action}” on {day}.",
                count=count,
                late=len(late),
                action=first.text,
                day=press.day(first.due),
            ),
            press.tr(
                "{count}, {late} late; next one due {day}.", count=count, late=len(late), day=press.day(first.due)
            ),
        ]
    elif first:
        told = [
            press.tr("{count}; next is “{action}” on {day}.", count=count, action=first.text, day=press.day(first.due)),
            press.tr("{count}; next one due {day}.", count=count, day=press.day(first.due)),
        ]
    elif late:
        told = [press.tr("{count}, {late} late, none with a day ahead.", count=count, late=len(late))]
    else:
        told = [press.tr("{count}, none with a day.", count=count)]
    return told
