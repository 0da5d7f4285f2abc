"""V5, the plan with the client: what both want to reach, the steps back from it with an owner, and where both sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kamdesk.client.plan_records import Goal
from kamdesk.client.telling import tell_list
from kamdesk.document.arranged import Pair, Panel
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.mutual_told import Mutual, Step
from kamdesk.document.fitting import PITCH, Blank, Space
from kamdesk.document.flow import Part, Story, fits_a_page
from kamdesk.document.logo import logo_block
from kamdesk.document.margin import told_of
from kamdesk.document.parts import KeyFigures, Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Spans, bold, spans
from kamdesk.picture.runway import Mark, most_at_once, runway

_WEEK = 7
_MOST_MARKS = 30  # steps on the line of time; more would hide one another
_MARKS_ACROSS, _MOST_LANES = 28, 6  # steps side by side, and one above the other before the line says nothing
_MOST_NAMES = 3
_SIGNED = 9.6 * MM  # for a signature


def build(press: Press, subject: Subject) -> Story:
    """The parties, the goal, the line of time, every step, and a place to sign; on one page if it can be."""
    stories = (_told(Mutual(press, subject, titled)) for titled in (True, False))
    return next((story for story in stories if fits_a_page(story)), None) or _told(Mutual(press, subject))


def _told(mutual: Mutual) -> Story:
    press = mutual.press
    parts = [Part(_parties(mutual)), Part(_goals(mutual))]
    if chart := _runway(mutual):
        parts.append(Part(chart, gives_way=1))
    if mutual.steps:
        parts.append(Part(_steps(mutual)))
    else:
        parts.append(Part(press.muted(press.tr("No step agreed yet"))))
    if mutual.goals or mutual.steps:
        parts.append(Part(_signed(mutual)))
    title = press.tr("Mutual action plan · {client} and {us}", client=mutual.them, us=mutual.us)
    logo = logo_block(mutual.subject.client.company.logo)
    story = press.story("", title, _conclusions(mutual), parts, most=2, beside=logo)
    return replace(story, title=press.tr("Mutual action plan"))


def _parties(mutual: Mutual) -> Block:
    """Who agrees, how far it is, what comes next."""
    press, company, profile = mutual.press, mutual.subject.client.company, mutual.subject.workspace.profile
    first, done = mutual.next, press.trn("{n} step open", "{n} steps open", len(mutual.steps) - mutual.done)
    cells = [
        press.key_figure(press.tr("Client"), company.name or mutual.them, _people(mutual, ours=False)),
        press.key_figure(press.tr("Supplier"), mutual.us, _people(mutual, ours=True) or profile.name),
        press.key_figure(press.tr("Steps done"), f"{mutual.done} / {len(mutual.steps)}", done),
    ]
    if first is not None:
        step = press.tr("step {n}", n=first.number)
        cells.append(press.key_figure(press.tr("Next due"), press.day(first.action.due), step))
    return KeyFigures(cells)


def _people(mutual: Mutual, ours: bool) -> str:
    """Who owns the steps of one side, those of most steps first."""
    names = [it.action.person.strip() for it in mutual.steps if it.ours is ours and it.action.person.strip()]
    found = sorted(dict.fromkeys(names), key=names.count, reverse=True)
    rest, press = len(found) - _MOST_NAMES, mutual.press
    if rest <= 0:
        return press.list(found)
    told = tell_list(found[:_MOST_NAMES], press.words)
    return press.trn("{names} and {n} more", "{names} and {n} more", rest, names=told)


def _goals(mutual: Mutual) -> Block:
    """One goal stands on a panel, several in a table."""
    press = mutual.press
    if not mutual.goals:
        return Panel(press.body(spans(bold(press.tr("Goal"), "accent"), "\u2003", press.tr("not agreed yet"))))
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
    if goal.measure.strip():
        lines.append(press.body(_term(press.tr("Measured by"), goal.measure)))
    if goal.done:
        lines.append(press.body(_term(press.tr("Reached on"), press.day(goal.done))))
    elif goal.due:
        weeks = _weeks(goal.due, press.today)
        left = press.trn("in {n} week", "in {n} weeks", weeks) if weeks > 0 else ""
        told = press.day(goal.due)
        lines.append(press.body(_term(press.tr("By"), f"{told} · {left}" if left else told)))
    return press.barred(Stack(lines, 1.0), *told_of(goal))


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
    months = [(day, press.month(day)) for day in _month_starts(min(days), max(days))]
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
        *([press.column(press.tr("Before the goal"), align="right")] if before else []),
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
    """Who does it, with the title when the person is known."""
    press, name = mutual.press, step.action.person.strip()
    if not name:
        return press.muted(press.tr("to be named"))
    titles = {it.name.strip(): it.title_at_work for it in mutual.subject.client.contacts}
    titles |= {it.name.strip(): it.title_at_work for it in mutual.subject.workspace.colleagues}
    title = titles.get(name, "")
    return press.two(press.key(name), press.mute(title)) if mutual.titled and title.strip() else press.key(name)


def _status(mutual: Mutual, done: date | None, late: bool) -> Block:
    press = mutual.press
    if done:
        return press.marked("check", press.cell(press.tr("done {day}", day=press.day(done))))
    if late:
        return press.marked("down", press.alarm(press.tr("overdue")))
    return press.marked("box", press.cell(press.trc("agreed step", "open")))


def _signed(mutual: Mutual) -> Titled:
    """Where both sides put their names, and what they hold to."""
    press = mutual.press
    both = Pair(_side(press, mutual.them), _side(press, mutual.us))
    rule = press.tr("Whoever cannot keep a day tells the other side at once; the plan is brought up to date together.")
    return press.titled(press.tr("Agreed by both sides"), Stack([both, press.note(rule)], 2.2 * MM))


def _side(press: Press, name: str) -> Block:
    rows = [Row((press.key(press.tr("For {name}", name=name), most=2),), takes=(2,))]
    for word, tall in ((press.trc("form", "Name"), PITCH), (press.tr("Signature"), _SIGNED), (press.tr("Day"), PITCH)):
        label = press.muted(word)
        rows.append(Row((Stack([Space(tall - label.kind.leading), label]), Blank(0.0, tall))))
    return press.table((press.column(), press.column(share=1.0)), rows)


def _conclusions(mutual: Mutual) -> list[str]:
    """How far it is, and who is next."""
    press, first = mutual.press, mutual.next
    if not mutual.steps:
        agreed = press.tr("The goal is agreed, the steps are not yet.")
        return [agreed if mutual.goals else press.tr("Nothing is agreed yet.")]
    values: dict[str, object] = {"n": mutual.done, "m": len(mutual.steps)}
    if first is None:
        return [press.tr("All {m} steps are done.", **values)]
    short = press.tr("{n} of {m} steps are done.", **values)
    text, due, owner = first.action.text, first.action.due, first.action.person.strip()
    if due is None:
        return [short]
    values |= {"step": text, "day": press.day(due)}
    named = press.tr("{n} of {m} steps are done; next, by {day}: {step}.", **values)
    if owner:
        told = press.tr("{n} of {m} steps are done; next, by {day}: {step} ({owner}).", owner=owner, **values)
        return [told, named, short]
    return [named, short]
