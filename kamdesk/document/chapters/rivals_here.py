"""The second part of P8: each rival's place at the client, who cares for which need, what was put aside."""

from __future__ import annotations

from kamdesk.client.contest import supporters
from kamdesk.client.contest_records import Backer, Contest, RivalFact, RivalTopic, Stake
from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Rival
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import rivals_tactics
from kamdesk.document.chapters.rival_sheet import named
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans

_NOTES = ("products", "strengths", "weaknesses", "website")


def blocks(press: Press, subject: Subject) -> list[Block]:
    """What goes below the page of the comparison, or on the next one."""
    made = (
        rivals_tactics.people(press, subject),
        _contests(press, subject),
        _stakes(press, subject),
        _facts(press, subject),
        _notes(press, subject),
        rivals_tactics.put_aside(press, subject),
    )
    return [block for block in made if block]


def _contests(press: Press, subject: Subject) -> Block | None:
    """Each rival with what it supplies, who supports it and what it may do next."""
    rivals = {rival.key: rival for rival in subject.workspace.rivals}
    held = {it.rival: it for it in subject.client.contests if it.rival in rivals}
    keys = dict.fromkeys([*held, *(it.rival for it in subject.client.backers if it.rival in rivals)])
    if not keys:
        return None
    columns = (
        press.column(press.tr("Rival")),
        press.column(press.tr("Here"), share=1.3),
        press.column(press.tr("Backed by"), share=0.9),
        press.column(press.tr("Likely next"), share=0.9),
        press.column(press.tr("Source"), share=0.6),
    )
    rows = [_contest(press, subject, rivals[key or ""], held.get(key)) for key in keys]
    return press.titled(press.tr("Rivals here"), press.table(columns, rows), press.tr("internal"))


def _contest(press: Press, subject: Subject, rival: Rival, held: Contest | None) -> Row:
    contest = held or Contest(rival=rival.key)
    source = spans(contest.source or press.tr("no source"), Span(f"\u2002{_day(press, subject, contest)}", 0, "muted"))
    return Row(
        (
            press.key(named(rival.called)),
            press.cell(_here(press, contest)),
            _backed(press, subject, rival.key),
            press.cell(contest.next_move or "—"),
            press.cell(source if held else "—"),
        ),
        about=(*told_of(held), *(it.key for it in subject.client.backers if it.rival == rival.key)),
    )


def _day(press: Press, subject: Subject, held: Contest) -> str:
    day = press.day(held.day)
    if held.day is not None and (subject.today - held.day).days <= subject.client.rules.stale_days:
        return day
    return press.tr("{day} out of date", day=day)


def _here(press: Press, held: Contest) -> str:
    """What it supplies, with share, end of contract, value, floor and the kill points as the rep sees them."""
    share = f"{held.share.normalize():f}%" if held.share is not None else ""
    until = press.tr("until {day}", day=press.day(held.contract_end)) if held.contract_end else ""
    first = " · ".join(it for it in (held.supplies, share, until) if it.strip())
    known = press.tr(held.floor_known.label) if held.floor_known else ""
    floor = press.tr("{floor} ({certainty})", floor=held.floor, certainty=known) if known else held.floor
    named = (
        (press.tr("offers"), held.value),
        (press.tr("floor"), floor if held.floor.strip() else ""),
        (press.tr("our kill point"), held.kill_ours),
        (press.tr("its kill point"), held.kill_theirs),
    )
    lines = [first, *(press.tr("{term}: {text}", term=term, text=text) for term, text in named if text)]
    return "\n".join(line for line in lines if line.strip()) or "—"


def _backed(press: Press, subject: Subject, rival: str) -> Block:
    """Whoever supports it, each with how we know."""
    lines: list[Block] = []
    for it in supporters(subject.client, subject.account, rival, subject.today):
        how = _how(press, it.backer) if it.backer else press.tr("by the weigh-in")
        lines.append(press.cell(spans(bold(named(it.contact.name)), Span(f"\u2002{how}", 0, "muted"))))
    return Stack(lines) if lines else press.cell("—")


def _how(press: Press, backer: Backer) -> str:
    day = press.day(backer.day) if backer.day else ""
    return " · ".join(it for it in (backer.note, backer.source, day) if it.strip())


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
