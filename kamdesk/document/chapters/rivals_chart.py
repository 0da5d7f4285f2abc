"""The charts of P8: importance against gap, what would tip the totals, and where it is decided outright."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client import tipping
from kamdesk.client.comparing import Comparison
from kamdesk.client.kills import Kill, kills
from kamdesk.client.tactics import Tactic
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.rival_sheet import named
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, Spans, bold, spans
from kamdesk.picture.importance_gap import importance_gap
from kamdesk.picture.manner import PAPER

_HALF = 83 * MM
_LOW, _TALL, _TITLE = 46 * MM, 56 * MM, 6.2 * MM  # the chart at its least and its best, and its title
_MOST, _DRAWN = 3, 12  # kill points told of by name, needs on the chart
_APART = 5.0
_FEWEST = 3  # steps


def charted(press: Press, subject: Subject) -> Block:
    """The chart, as tall as what stands beside it."""
    right = (_tipping(press, subject), _kill_points(press, subject))
    beside = Stack([block for block in right if block], 5 * MM)
    tall = min(max(beside.height(_HALF) - _TITLE, _LOW), _TALL)
    return Pair(_chart(press, subject.comparison, tall), beside)


def _chart(press: Press, sheet: Comparison, tall: float) -> Block:
    """Every need by its weight and our gap."""
    words = {tactic: press.tr(tactic.label) for tactic in Tactic}
    words[Tactic.NEUTRALISE_DIFFERENTIATE] = words[Tactic.NEUTRALISE]
    picture = importance_gap(
        sheet.rows,
        words,
        width=_HALF,
        height=tall,
        manner=PAPER,
        across=press.tr("our gap to the best rival"),
        up=press.tr("weight for the client, percent"),
        most=_DRAWN,
    )
    return press.titled(press.tr("Importance and gap"), press.figure(picture))


def _tipping(press: Press, subject: Subject) -> Block | None:
    """What the totals would be if the client weighed our best need more and our worst less, to a step past enough."""
    tip = tipping.tip(subject.client, subject.workspace, subject.today)
    if tip is None:
        return None
    columns = (
        press.column(press.tr("Moved"), align="right", apart=_APART),
        press.column(press.tr("Weight"), align="right", apart=_APART),
        press.column(press.tr("Us"), align="right", apart=_APART),
        press.column(named(tip.rival), align="right", apart=_APART),
        press.column(press.tr("Lead"), align="right", apart=2 * _APART),
        press.column(press.tr("Kill point"), share=1.0),
    )
    rows = [
        Row(
            (
                press.cell(str(step.moved), "right"),
                press.cell(f"{tell_decimal(step.worst, 0)}/{tell_decimal(step.best, 0)}", "right"),
                press.accent(tell_decimal(step.ours, 2), "right"),
                press.cell(tell_decimal(step.theirs, 2), "right"),
                press.key(tell_gap(step.ours - step.theirs, 2), "right"),
                press.key(named(step.kill)) if step.kill else press.cell(press.tr("none")),
            )
        )
        for step in _steps(tip)
    ]
    note = press.tr("points moved from {worst} to {best}", worst=named(tip.worst), best=named(tip.best))
    return press.titled(press.tr("What would tip it"), press.table(columns, rows), note)


def _steps(tip: tipping.Tip) -> Sequence[tipping.Shift]:
    """What is moved up to where it is enough and once more; all where it never is."""
    if tip.best_step is None:
        return tip.steps
    return tip.steps[: max(tip.steps.index(tip.best_step) + 2, _FEWEST)]


def _kill_points(press: Press, subject: Subject) -> Block:
    """Where we win and where we lose outright, and what is missing for it."""
    found = kills(subject.client, subject.workspace, subject.today)
    ours, theirs = _ours(press, found.ours, found.nearly), _theirs(press, found.theirs)
    rows = [
        Row((press.marked("up", press.key(press.tr("ours"))), press.cell(ours))),
        Row((press.marked("down", press.key(press.tr("on us"))), press.cell(theirs))),
    ]
    gap = tell_decimal(subject.client.rules.kill_gap, 0)
    note = press.tr("high, gap of {gap}, proof at hand", gap=gap)
    return press.titled(press.tr("Kill points"), press.table((press.column(), press.column(share=1.0)), rows), note)


def _ours(press: Press, ours: tuple[Kill, ...], nearly: tuple[Kill, ...]) -> Spans:
    if ours:
        told = spans(bold(_named(press, ours)))
        missing = next((kill.missing[0] for kill in ours if kill.missing), None)
    elif nearly:
        values = {"need": named(nearly[0].row.factor.name), "gap": tell_gap(nearly[0].row.gap or 0, 0)}
        told = spans(press.tr("none; {need} {gap}", **values))
        missing = next(iter(nearly[0].missing), None)
    else:
        return spans(press.tr("none yet"))
    return spans(*told, Span(f"\u2002{press.tell(missing)}", 0, "muted")) if missing else told


def _theirs(press: Press, theirs: tuple[Kill, ...]) -> Spans:
    if not theirs:
        return spans(press.tr("none yet"))
    told = bold(_named(press, theirs))  # whether a ladder answers it is told where ladders are: on card and sheet
    return spans(told, "\u2002", press.tr("a ladder answers it")) if theirs[0].plan else spans(told)


def _named(press: Press, found: tuple[Kill, ...]) -> str:
    told = [
        press.tr("{need}, gap {gap}", need=named(kill.row.factor.name), gap=tell_gap(kill.row.gap or 0, 0))
        for kill in found[:_MOST]
    ]
    rest = len(found) - _MOST
    return tell_list([*told, press.trn("{n} more", "{n} more", rest)] if rest > 0 else told, press.words)
