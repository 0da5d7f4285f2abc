"""P8: what the client decides on, where we and the rivals stand, and what follows for each need; totals never first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kamdesk.client import tipping
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import (
    rival_sheet,
    rivals_chart,
    rivals_here,
    rivals_kept,
    rivals_people,
    rivals_tactics,
)
from kamdesk.document.flow import Part, Story, fits_a_page
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject

_LEADS = (8, 6, 5)  # people whose lead is shown, as the page has room; the most influential come first


def build(press: Press, subject: Subject) -> Story:
    """The sheet, the chart beside what would tip it, tactics, people beside the stance; then people and rivals."""
    sheet = subject.comparison
    if not sheet.rows:
        missing = press.missing("P8", press.tr("Competition"))
        here = [*rivals_here.parts(press, subject), *rivals_kept.parts(press, subject)]
        return replace(missing, parts=(*missing.parts, *here))
    upper: list[Block] = [rival_sheet.sheet(press, subject)]
    if any(row.gap is not None and row.share is not None for row in sheet.rows):
        upper.append(rivals_chart.charted(press, subject))
    if tactics := rivals_tactics.needs(press, subject):
        upper.append(tactics)

    def told(parts: Sequence[Part]) -> Story:
        return press.story("P8", _titled(press, subject), _conclusions(press, subject), parts, most=1)

    story = told([*_on_pages(press, subject, upper, told), *rivals_kept.parts(press, subject)])
    return replace(story, title=press.tr("Competition"))


def _on_pages(
    press: Press, subject: Subject, upper: Sequence[Block], told: Callable[[Sequence[Part]], Story]
) -> list[Part]:
    """The page of the comparison, with the people and the attacks where there is room, else they begin the next."""
    expected = rivals_people.expected(press, subject)
    lowers = [_lower(press, subject, most) for most in _LEADS]
    rest = [rivals_tactics.people(press, subject), *(part.block for part in rivals_here.parts(press, subject))]
    for first, later in (*(([lower, expected], []) for lower in lowers), *(([lower], [expected]) for lower in lowers)):
        blocks = [block for block in (*upper, *first) if block]
        if fits_a_page(told([Part(block) for block in blocks])):
            return [*map(Part, blocks), *_apart([*later, *rest])]
    return [*map(Part, upper), *_apart([lowers[0], expected, *rest])]


def _apart(blocks: Sequence[Block | None]) -> list[Part]:
    """Blocks as a group of their own."""
    return [Part(block, apart=not number) for number, block in enumerate(it for it in blocks if it)]


def _titled(press: Press, subject: Subject) -> str:
    """The chapter with what is decided and against whom."""
    order = next((it.name for it in subject.client.opportunities if it.is_open and it.name.strip()), "")
    if subject.rival and order:
        values = {"order": rival_sheet.named(order), "rival": rival_sheet.named(subject.rival.called)}
        return press.tr("Competition · {order}, us against {rival}", **values)
    return press.tr("Competition")


def _lower(press: Press, subject: Subject, most: int) -> Block | None:
    """The lead per person beside the stance."""
    leads, stands = rivals_people.leads(press, subject, most), rivals_people.stands(press, subject)
    if leads and stands:
        return Pair(leads, stands)
    alone = leads or stands
    return Pair(alone, Stack(())) if alone else None


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """Totals and what would tip them; else the need that moves most; else what is not known."""
    sheet = subject.comparison
    rival = subject.against(press.words)
    theirs = sheet.totals.get(sheet.main or "")
    told = []
    if sheet.total is not None and theirs is not None:
        totals = _compared(press, sheet.total, theirs, rival)
        tip = tipping.tip(subject.client, subject.workspace, subject.today)
        if tip and tip.best_step:
            told.append(_told_tip(press, totals, tip, tip.best_step))
        if worst := subject.worst_need:
            told.append(
                press.tr(
                    "{totals} What costs most is {need}, gap {gap}.",
                    totals=totals,
                    need=rival_sheet.whole(worst.factor.name),
                    gap=tell_gap(worst.gap_main or 0, 0),
                )
            )
        told.append(totals)
    elif worst := subject.worst_need:
        told.append(
            press.tr(
                "What costs most against {rival} is {need}, gap {gap}.",
                rival=rival,
                need=rival_sheet.whole(worst.factor.name),
                gap=tell_gap(worst.gap_main or 0, 0),
            )
        )
    return [*told, subject.too_little(press.words)]


def _compared(press: Press, ours: float, theirs: float, rival: str) -> str:
    if abs(ours - theirs) < 0.005:
        return press.tr("Totals tie with {rival} at {total}.", rival=rival, total=tell_decimal(ours, 2))
    values = {"rival": rival, "ours": tell_decimal(ours, 2), "theirs": tell_decimal(theirs, 2)}
    if ours > theirs:
        return press.tr("We lead {rival} {ours} to {theirs}.", **values)
    return press.tr("We trail {rival} {ours} to {theirs}.", **values)


def _told_tip(press: Press, totals: str, tip: tipping.Tip, step: tipping.Shift) -> str:
    values = {
        "totals": totals,
        "n": step.moved,
        "worst": rival_sheet.whole(tip.worst),
        "best": rival_sheet.whole(tip.best),
        "ours": tell_decimal(step.ours, 2),
        "theirs": tell_decimal(step.theirs, 2),
    }
    if step.kill:
        return press.tr(
            "{totals} Moving {n} points of weight from {worst} to {best} "
            "makes it {ours} to {theirs} and hands us a kill point.",
            **values,
        )
    return press.tr(
        "{totals} Moving {n} points of weight from {worst} to {best} makes it {ours} to {theirs}.", **values
    )
