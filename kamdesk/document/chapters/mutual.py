"""V5, the plan with the client: what both want to reach, the steps back from it with an owner, and where both sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kamdesk.client.plan_records import Goal
from kamdesk.client.telling import tell_list
from kamdesk.document.arranged import Pair, Panel
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import mutual_form, profile_client
from kamdesk.document.chapters.mutual_told import Mutual, Step
from kamdesk.document.flow import Part, Story, room_left
from kamdesk.document.logo import logo_block
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Spans, bold, spans
from kamdesk.picture.runway import Mark, most_at_once, runway

_WEEK = 7
_MOST_MARKS = 30  # steps on the line of time; more would hide one another
_NEAR = 16  # a month's name within such a part of the line would be crossed by that of a goal
_MARKS_ACROSS, _MOST_LANES = 28, 6  # steps side by side, and one above the other before the line says nothing
_MOST_NAMES = 4
_TIGHT = 3.9 * MM  # between the blocks of a page that has more to hold
_ABOVE = 16 * MM  # between this chapter and one below it


def build(press: Press, subject: Subject) -> Story:
    """The parties, the goal, the line of time, every step, and a place to sign; a form while nothing is agreed.

    The line of time gives way to the client's particulars where all of it then fits one page.
    """
    mutual = Mutual(press, subject)
    chart = _runway(mutual)
    steps = _steps(mutual) if mutual.steps else mutual_form.steps(mutual)
    blocks: list[Block] = [
        _parties(mutual),
        _goals(mutual),
        *([chart] if chart else []),
        steps,
        mutual_form.signed(mutual),
    ]
    below = _below(press, subject)
    for tight in (blocks, [it for it in blocks if it is not chart]) if below else ():
        story = _story(mutual, [Part(Stack(tight, _TIGHT))])
        if room_left(story) >= below:
            return story
    return _story(mutual, [Part(block, gives_way=int(block is chart)) for block in blocks])


def _below(press: Press, subject: Subject) -> float:
    """The height of the client's particulars, which shall stand on the same page where they follow; else 0."""
    if press.printed is None or "profile" not in press.printed:
        return 0.0
    story, width = profile_client.build(press, subject), press.stock.upright.width
    tall = story.head.height(width) + sum(part.block.height(width) for part in story.parts)
    return tall + _ABOVE + _TIGHT * (len(story.parts) - 1)


def _story(mutual: Mutual, parts: list[Part]) -> Story:
    press, subject = mutual.press, mutual.subject
    title = press.tr("Mutual action plan · {client} and {us}", client=mutual.them, us=mutual.us)
    logo = logo_block(subject.client.company.logo)
    story = press.story("", title, _conclusions(mutual), parts, most=2, beside=logo)
    return replace(story, title=press.tr("Mutual action plan"))


def _parties(mutual: Mutual) -> Block:
    """Who agrees, and who answers for the steps of either side."""
    press, company = mutual.press, mutual.subject.client.company
    named = _people(mutual, ours=True) or mutual.subject.workspace.profile.name
    sides = (
        (press.tr("Client"), company.name or mutual.them, _people(mutual, ours=False)),
        (press.tr("Supplier"), mutual.us, named),
    )
    theirs, ours = (
        Stack([press.note(label), press.prose(name, "key_figure", most=2), press.note(people)])
        for label, name, people in sides
    )
    return Pair(theirs, ours)


def _people(mutual: Mutual, ours: bool) -> str:
    """Who owns the steps of one side, with their titles, those of most steps first."""
    names = [it.action.person.strip() for it in mutual.steps if it.ours is ours and it.action.person.strip()]
    found = sorted(dict.fromkeys(names), key=names.count, reverse=True)
    rest, press = len(found) - _MOST_NAMES, mutual.press
    told = tell_list([mutual.titled(name) for name in found[:_MOST_NAMES]], press.words)
    return press.trn("{names} and {n} more", "{names} and {n} more", rest, names=told) if rest > 0 else told


def _goals(mutual: Mutual) -> Block:
    """One goal stands on a panel, several in a table."""
    press = mutual.press
    if not mutual.goals:
        return mutual_form.goal(mutual)
    if len(mutual.goals) == 1:
        return Panel(_one_goal(mutual, mutual.goals[0]))
    columns = (
        press.column(),
        press.column(press.tr("What we want to reach together"), share=1.2),
        press.column(press.tr("Measured by"), share=1.0),
        press.column(press.tr("By"), align="right"),
        press.column(press.trc("mutual", "Status")),
    )
    rows = [
        Row(
            (
                press.accent(f"G{number}"),
                press.key(goal.text),
                press.cell(goal.measure or "—"),
                press.cell(press.day(goal.due), "right"),
                _status(mutual, goal.done, late=bool(goal.due and goal.due < press.today)),
            ),
            about=told_of(goal),
        )
        for number, goal in enumerate(mutual.goals, 1)
    ]
    return press.titled(press.tr("Goals"), press.table(columns, rows))


def _one_goal(mutual: Mutual, goal: Goal) -> Block:
    press = mutual.press
    lines: list[Block] = [press.body(spans(bold(press.tr("Goal"), "accent"), "\u2003", bold(goal.text)))]
    told: list[Spans] = []
    if goal.done:
        told.append(_term(press.tr("Reached on"), press.day(goal.done)))
    elif goal.due:
        weeks = _weeks(goal.due, press.today)
        left = press.trn("in {n} week", "in {n} weeks", weeks) if weeks > 0 else ""
        told.append(_term(press.tr("By"), f"{press.day(goal.due)} · {left}" if left else press.day(goal.due)))
    if goal.measure.strip():
        told.append(_term(press.tr("Measured by"), goal.measure))
    if told:
        lines.append(press.body(tuple(it for number, part in enumerate(told) for it in _apart(number, part))))
    return press.barred(Stack(lines, 1.0), *told_of(goal))


def _apart(number: int, part: Spans) -> Spans:
    return spans("\u2003\u2003", *part) if number else part


def _term(term: str, text: str) -> Spans:
    return spans(bold(term, "muted"), "\u2003", text)


def _weeks(later: date, earlier: date) -> int:
    return round((later - earlier).days / _WEEK)


def _runway(mutual: Mutual) -> Titled | None:
    """Every dated step on one line of time, back from the goal."""
    press = mutual.press
    dated = [(step, step.action.due) for step in mutual.steps if step.action.due]
    if not 2 <= len(dated) <= _MOST_MARKS:
        return None
    several = len(mutual.goals) > 1
    led = {step.goal.key for step in mutual.steps if step.goal}
    alone = press.tr("Goal")
    goals = [
        (goal.due, f"{f'G{number}' if several else alone} {press.day(goal.due)}")
        for number, goal in enumerate(mutual.goals, 1)
        if goal.due and (goal.key in led or not several)
    ]
    marks = [Mark(it.number, due, it.ours, it.action.done is not None) for it, due in dated]
    days = [press.today, *(due for _, due in dated), *(day for day, _ in goals)]
    if most_at_once(marks, (max(days) - min(days)).days // _MARKS_ACROSS) > _MOST_LANES:
        return None
    near = (max(days) - min(days)) / _NEAR
    starts = [day for day in _month_starts(min(days), max(days)) if all(abs(day - it) > near for it, _ in goals)]
    months = [(day, press.month(day)) for day in starts]
    chart = runway(marks, goals, (press.today, press.tr("today")), (mutual.us_briefly, mutual.them), months)
    note = press.tr("grey: done · numbers as in the list")
    return press.titled(press.tr("The way to the goal"), press.figure(chart), note)


def _month_starts(first: date, last: date) -> list[date]:
    found = []
    year, month = first.year, first.month
    while (day := date(year, month, 1)) <= last:
        found.append(day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return [day for day in found if day >= first]


def _steps(mutual: Mutual) -> Titled:
    press = mutual.press
    before = any(goal.due for goal in mutual.goals)
    columns = [
        press.column(),
        press.column(press.tr("By"), align="right"),
        *([press.column(press.tr("To goal"), align="right")] if before else []),
        press.column(press.trc("mutual", "Step"), share=1.6),
        press.column(mutual.us_briefly, share=0.7),
        press.column(mutual.them, share=0.7),
        press.column(press.trc("mutual", "Status")),
    ]
    rows = list(_rows(mutual, columns, before))
    note = press.trn("{n} step", "{n} steps", len(mutual.steps))
    return press.titled(press.tr("Agreed steps"), press.table(columns, rows), note)


def _rows(mutual: Mutual, columns: Sequence[Column], before: bool) -> Iterator[Row]:
    """The steps; where there are several goals, each begins with its own row."""
    press, shown = mutual.press, len(mutual.goals) > 1
    numbers = {goal.key: number for number, goal in enumerate(mutual.goals, 1)}
    last: Goal | str | None = ""
    for step in mutual.steps:
        if shown and step.goal is not last:
            told = press.tr("Also agreed")
            if step.goal:
                told = f"G{numbers[step.goal.key]}\u2002{step.goal.text}"
            yield Row((press.key(told),), takes=(len(columns),), leads=True)
            last = step.goal
        yield _row(mutual, step, before)


def _row(mutual: Mutual, step: Step, before: bool) -> Row:
    press, action = mutual.press, step.action
    day = press.day(action.due)
    owner, nobody = _owner(mutual, step), press.cell("")
    return Row(
        (
            press.accent(str(step.number)) if step.ours else press.key(str(step.number)),
            press.alarm(day, "right") if mutual.late(step) else press.cell(day, "right"),
            *([press.muted(_ahead(mutual, step), "right")] if before else []),
            press.cell(action.text),
            owner if step.ours else nobody,
            nobody if step.ours else owner,
            _status(mutual, action.done, mutual.late(step)),
        ),
        about=told_of(action),
    )


def _ahead(mutual: Mutual, step: Step) -> str:
    """How long before its goal a step is due."""
    goal = step.goal or (mutual.goals[0] if len(mutual.goals) == 1 else None)
    if goal is None or goal.due is None or step.action.due is None:
        return "—"
    weeks = _weeks(goal.due, step.action.due)
    if weeks < 0:
        return mutual.press.trn("{n} week after", "{n} weeks after", -weeks)
    return mutual.press.trn("{n} week", "{n} weeks", weeks) if weeks else mutual.press.tr("that week")


def _owner(mutual: Mutual, step: Step) -> Block:
    """Who does it; the title stands once, on top."""
    name = step.action.person.strip()
    return mutual.press.key(name) if name else mutual.press.muted(mutual.press.tr("to be named"))


def _status(mutual: Mutual, done: date | None, late: bool) -> Block:
    press = mutual.press
    if done:
        return press.marked("check", press.cell(press.tr("done {day}", day=press.day(done))))
    if late:
        return press.marked("down", press.alarm(press.tr("overdue")))
    return press.marked("box", press.cell(press.trc("agreed step", "open")))


def _conclusions(mutual: Mutual) -> list[str]:
    """How far it is, and who is next."""
    press, first = mutual.press, mutual.next
    if not mutual.steps:
        agreed = press.tr("The goal is agreed; next, each side names its steps and their days.")
        nothing = press.tr("To be agreed: one goal we share, its day, and who answers for it on each side.")
        return [agreed if mutual.goals else nothing]
    if first is None:
        return [press.tr("All {m} steps are done.", m=len(mutual.steps))]
    done = press.tr("{n} of {m} steps done", n=mutual.done, m=len(mutual.steps))
    state = done if mutual.done else press.trn("{n} step agreed", "{n} steps agreed", len(mutual.steps))
    text, due, owner = first.action.text, first.action.due, first.action.person.strip()
    short = press.tr("{state}.", state=state)
    if due is None:
        return [short]
    values: dict[str, object] = {"state": state, "step": text, "day": press.day(due), "owner": owner}
    if mutual.late(first):
        named = press.tr("{state}; overdue since {day}: {step}.", **values)
        told = press.tr("{state}; overdue since {day}: {step} ({owner}).", **values)
    else:
        named = press.tr("{state}; next, by {day}: {step}.", **values)
        told = press.tr("{state}; next, by {day}: {step} ({owner}).", **values)
    return [told, named, short] if owner else [named, short]
