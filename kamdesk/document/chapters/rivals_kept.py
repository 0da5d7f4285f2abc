"""The records of P8 that are looked up: who cares for which need, all that is known of a rival, tactics put aside."""

from __future__ import annotations

from kamdesk.client.contest_records import RivalFact, RivalTopic, Stake
from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Rival
from kamdesk.document import markdown
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import rivals_tactics
from kamdesk.document.chapters.rival_sheet import named
from kamdesk.document.flow import Part
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_NOTES = ("products", "strengths", "weaknesses", "website")


def parts(press: Press, subject: Subject) -> list[Part]:
    """Each table with a title that says what it is without the chapter around it."""
    made = (
        _stakes(press, subject),
        _facts(press, subject),
        _notes(press, subject),
        rivals_tactics.put_aside(press, subject),
    )
    return [Part(block, moves=True) for block in made if block]


def _stakes(press: Press, subject: Subject) -> Block | None:
    """Who cares for which need, and why."""
    order = [row.factor.key for row in subject.comparison.rows]
    held = [it for it in subject.client.stakes if it.factor in order]
    if not held:
        return None
    held.sort(key=lambda it: order.index(it.factor or ""))
    columns = (
        press.column(press.tr("Need")),
        press.column(press.tr("Who cares")),
        press.column(press.tr("Weight"), align="right"),
        press.column(press.tr("Why it matters"), share=1.0),
    )
    rows = [_stake(press, subject, it) for it in held]
    return press.titled(press.tr("Who cares for which need"), press.table(columns, rows))


def _stake(press: Press, subject: Subject, stake: Stake) -> Row:
    weight = f"{stake.importance.normalize():f}%" if stake.importance is not None else press.tr("as the client's")
    cells = (
        press.cell(named(subject.called(stake.factor or "")) or "—"),
        press.key(named(subject.called(stake.contact or "")) or "—"),
        press.muted(weight, "right"),
        press.cell(stake.note or "—"),
    )
    return Row(cells, about=told_of(stake))


def _facts(press: Press, subject: Subject) -> Block | None:
    """What is known of the main rival wherever we meet it, by topic, each with source, day and tag."""
    if subject.rival is None:
        return None
    held = [it for it in subject.workspace.rival_facts if it.rival == subject.rival.key and it.text.strip()]
    if not held:
        return None
    columns = (
        press.column(press.tr("Topic")),
        press.column(press.tr("Fact"), share=1.3),
        press.column(press.tr("Source"), share=0.7),
        press.column(press.tr("As of")),
        press.column(align="right"),
    )
    topics = list(RivalTopic)
    ordered = sorted(held, key=lambda it: topics.index(it.topic) if it.topic else len(topics))
    rows = [_fact(press, subject, it) for it in ordered]
    return press.titled(press.tr("Known of {rival}", rival=named(subject.rival.name)), press.table(columns, rows))


def _fact(press: Press, subject: Subject, fact: RivalFact) -> Row:
    old = fact.day is None or (subject.today - fact.day).days > subject.client.rules.stale_days
    told = press.day(fact.day) if fact.day else press.tr("undated")
    day = press.tr("{day} out of date", day=told) if old and fact.day else told
    open_ = fact.tellable and bool(fact.source.strip()) and fact.day is not None
    tag = press.muted(press.trc("tag", "may be told"), "right")
    return Row(
        (
            press.muted(press.tr(fact.topic.label) if fact.topic else "—"),
            press.cell(fact.text),
            press.muted(fact.source or press.tr("no source")),
            press.alarm(day) if old else press.cell(day),
            tag if open_ else press.key(press.trc("tag", "internal"), "right"),
        )
    )


def _notes(press: Press, subject: Subject) -> Block | None:
    """What was written of the main rival without source and day."""
    if subject.rival is None:
        return None
    held = [(press.tr(field_of(Rival, name).label), getattr(subject.rival, name)) for name in _NOTES]
    rows = [Row((press.muted(label), markdown.note(press, text, "cell"))) for label, text in held if text.strip()]
    if not rows:
        return None
    table = press.table((press.column(), press.column(share=1.0)), rows)
    return press.titled(
        press.tr("Notes on {rival}", rival=named(subject.rival.name)), table, press.tr("no source, no day")
    )
