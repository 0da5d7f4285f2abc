"""P8: what the client decides on, where we and the rivals stand, and what follows for each need; totals never first."""

from __future__ import annotations

from kamdesk.client import tipping
from kamdesk.client.comparing import ADVICE, Comparison
from kamdesk.client.comparing import Row as Need
from kamdesk.client.plan_records import Action
from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Factor, Rival
from kamdesk.client.tactics import Tactic
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import rival_sheet
from kamdesk.document.flow import Part, Story
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans
from kamdesk.picture.dumbbell import Bell, dumbbells
from kamdesk.picture.importance_gap import importance_gap
from kamdesk.picture.manner import PAPER

_HALF = 83 * MM
_MOST_LEADS, _FEWEST_LEADS = 8, 4  # people; the most influential come first
_UNWORTHY = (Tactic.HOLD, Tactic.IGNORE)  # printed in the sheet, but nothing is done about them


def build(press: Press, subject: Subject) -> Story:
    """The sheet, the chart beside what would tip it, the tactics, the lead per person beside the rival's facts."""
    sheet = subject.comparison
    if not sheet.rows:
        return press.missing("P8", press.tr("Competition"))
    parts = [Part(rival_sheet.sheet(press, subject))]
    if any(row.gap is not None and row.share is not None for row in sheet.rows):
        right = [block for block in (_tipping(press, subject), _kill_points(press, sheet)) if block]
        parts.append(Part(Pair(_chart(press, sheet), Stack(right, 5 * MM), gutter=8 * MM)))
    if tactics := _tactics(press, subject):
        parts.append(Part(tactics))
    if lower := _lower(press, subject, _MOST_LEADS):
        parts.append(Part(lower, gives_way=1, smaller=_lower(press, subject, _FEWEST_LEADS)))
    return press.story("P8", press.tr("Competition"), _conclusions(press, subject), parts)


def _lower(press: Press, subject: Subject, most: int) -> Block | None:
    """The lead per person beside what is known of the rival."""
    leads, facts = _leads(press, subject, most), _rival_facts(press, subject.comparison)
    if leads and facts:
        return Pair(leads, facts)
    alone = leads or facts
    return Pair(alone, Stack(())) if alone else None


def _chart(press: Press, sheet: Comparison) -> Block:
    words = {tactic: press.tr(tactic.label) for tactic in Tactic}
    words[Tactic.NEUTRALISE_DIFFERENTIATE] = words[Tactic.NEUTRALISE]
    picture = importance_gap(
        sheet.rows,
        words,
        width=_HALF,
        height=66 * MM,
        manner=PAPER,
        across=press.tr("our gap to the best rival"),
        up=press.tr("weight for the client, percent"),
    )
    return press.titled(press.tr("Importance and gap"), press.figure(picture))


def _tipping(press: Press, subject: Subject) -> Block | None:
    """What the totals would be if the client weighed our best need more and our worst less."""
    tip = tipping.tip(subject.client, subject.workspace)
    if tip is None:
        return None
    columns = (
        press.column(press.tr("Moved"), align="right"),
        press.column(press.tr("Weight"), align="right"),
        press.column(press.tr("Us"), align="right"),
        press.column(tip.rival, align="right"),
        press.column(press.tr("Lead"), align="right"),
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
                press.key(step.kill) if step.kill else press.cell(press.tr("none")),
            )
        )
        for step in tip.steps
    ]
    note = press.tr("points of weight moved from {worst} to {best}", worst=tip.worst, best=tip.best)
    return press.titled(press.tr("What would tip it"), press.table(columns, rows), note)


def _kill_points(press: Press, sheet: Comparison) -> Block:
    columns = (press.column(), press.column(share=1.0))
    rows = []
    for mark, side, found in (
        ("up", press.tr("ours"), sheet.kill_points),
        ("down", press.tr("on us"), sheet.fatal),
    ):
        told = [press.tr("{need}, gap {gap}", need=row.factor.name, gap=tell_gap(row.gap or 0, 0)) for row in found]
        text = press.key(tell_list(told, press.words)) if told else press.cell(press.tr("none yet"))
        rows.append(Row((press.marked(mark, press.key(side)), text)))
    return press.titled(press.tr("Kill points"), press.table(columns, rows), press.tr("high weight, gap of 2 or more"))


def _tactics(press: Press, subject: Subject) -> Block | None:
    """The needs that ask for something, the one that moves most first."""
    rows = [row for row in subject.comparison.rows if row.tactic and row.tactic not in _UNWORTHY]
    if not rows:
        return None
    columns = (
        press.column(press.tr("Need")),
        press.column(press.tr("Tactic")),
        press.column(press.tr("Because"), share=1.0),
        press.column(press.tr("What we do"), share=1.1),
        press.column(press.tr("Action")),
    )
    ordered = sorted(rows, key=lambda row: -abs(row.impact or 0))
    made = [_tactic(press, subject, row) for row in ordered]
    skipped = [row.factor.name for row in subject.comparison.rows if row.tactic in _UNWORTHY]
    note = press.tr("left alone: {needs}", needs=tell_list(skipped, press.words)) if skipped else ""
    return press.titled(press.tr("Tactics"), press.table(columns, made), note)


def _tactic(press: Press, subject: Subject, row: Need) -> Row:
    assert row.tactic is not None
    assert row.importance is not None
    why = press.tr(
        "{importance} {weight} × gap {gap}",
        importance=press.tr(row.importance.label),
        weight=tell_decimal(row.share or 0, 0),
        gap=tell_gap(row.gap or 0, 0),
    )
    return Row(
        (
            press.key(row.factor.name),
            press.marked(rival_sheet.gap_mark(row.gap), press.cell(press.tr(row.tactic.label))),
            press.cell(why),
            press.cell(press.tr(ADVICE[row.tactic])),
            _action(press, subject, row.factor),
        )
    )


def _action(press: Press, subject: Subject, factor: Factor) -> Block:
    """The first open action that serves the need, by its number in the last chapter."""
    found: list[tuple[int, Action]] = [
        (number, action) for number, action in enumerate(subject.open_actions, 1) if action.factor == factor.key
    ]
    if not found:
        return press.marked("flag", press.cell(press.tr("none")))
    number, action = found[0]
    return press.prose(spans(bold(f"A{number}", "accent"), "\u2002", *press.mute(press.day(action.due))), "cell")


def _leads(press: Press, subject: Subject, most: int) -> Block | None:
    people = [
        person for person in subject.account.people if person.score is not None and person.rival_score is not None
    ]
    if not people:
        return None
    bells = [
        Bell(
            person.contact.name,
            person.score,
            person.rival_score,
            str(person.influence),
            tell_gap(person.lead or 0, 2),
            strong=person.contested,
        )
        for person in people[:most]
    ]
    picture = dumbbells(bells, _HALF, manner=PAPER)
    word = subject.account.lead_word
    told = press.tr(
        "{word} {gap}; grey: influence",
        word=press.tr(word.label) if word else "",
        gap=tell_gap(subject.account.lead or 0, 2),
    )
    return press.titled(press.tr("Lead per person"), press.figure(picture), told)


def _rival_facts(press: Press, sheet: Comparison) -> Block | None:
    """What is known of the main rival."""
    rival = sheet.rival(sheet.main)
    if rival is None:
        return None
    facts = [(press.tr(label), text) for label, text in _facts(rival) if text.strip()]
    if not facts:
        return None
    rows = [Row((press.muted(label), markdown.note(press, text, "cell"))) for label, text in facts]
    return press.titled(rival.name, press.table((press.column(), press.column(share=1.0)), rows))


def _facts(rival: Rival) -> tuple[tuple[str, str], ...]:
    names = ("products", "strengths", "weaknesses", "website")
    return tuple((field_of(Rival, name).label, getattr(rival, name)) for name in names)


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """Totals and what would tip them; else the need that moves most; else what is not known."""
    sheet = subject.comparison
    rival = subject.rival.called if subject.rival else press.tr("the rival")
    theirs = sheet.totals.get(sheet.main or "")
    told = []
    if sheet.total is not None and theirs is not None:
        totals = _compared(press, sheet.total, theirs, rival)
        tip = tipping.tip(subject.client, subject.workspace)
        if tip and tip.best_step:
            told.append(_told_tip(press, totals, tip, tip.best_step))
        if worst := subject.worst_need:
            told.append(
                press.tr(
                    "{totals} What costs most is {need}, gap {gap}.",
                    totals=totals,
                    need=worst.factor.name,
                    gap=tell_gap(worst.gap_main or 0, 0),
                )
            )
        told.append(totals)
    elif worst := subject.worst_need:
        told.append(
            press.tr(
                "What costs most against {rival} is {need}, gap {gap}.",
                rival=rival,
                need=worst.factor.name,
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
        "worst": tip.worst,
        "best": tip.best,
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
