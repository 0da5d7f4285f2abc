"""The main table of P7: for each person what is wanted, how the next level shows, and what is done for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kamdesk.client.levels import LEVELS, QUESTIONS, code
from kamdesk.client.plan_records import Action
from kamdesk.client.targets import Gap, PersonGaps, proposals
from kamdesk.client.units import tell_decimal, tell_known
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.effort import effort
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import BOLD
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Span, bold, spans

_COLUMNS, _DONE = 5, 2  # of the table; those of what is done
_APART = 6.0  # between columns


def people(press: Press, subject: Subject) -> Titled:
    """The person with the highest priority first; under each name a row for each gap and action."""
    columns = (
        press.column(press.tr("Dimension"), apart=_APART),
        Column(Stack([press.prose(press.tr("Now → target"), "head"), press.note(press.tr("priority"))]), apart=_APART),
        press.column(press.tr("What the next level looks like"), share=1.0, apart=_APART),
        press.column(press.tr("Action and proof"), share=1.15, apart=_APART),
        press.column(press.tr("Owner, due, effort")),
    )
    rows = [row for held in _in_order(subject) for row in _rows(press, subject, held)]
    note = press.tr("priority = weight × gap × influence")
    return press.titled(press.tr("From now to the target"), press.table(columns, rows), note)


def _in_order(subject: Subject) -> list[PersonGaps]:
    """The people with a target, by their highest priority."""
    first = {gap.contact.key: place for place, gap in reversed(list(enumerate(subject.gaps)))}
    return sorted(subject.targets.values(), key=lambda held: first.get(held.person.contact.key, len(first)))


def _rows(press: Press, subject: Subject, held: PersonGaps) -> Iterator[Row]:
    """The person, then each gap with a row for each action; a gap stands in its first row only."""
    gaps = [gap for gap in held.gaps if gap.gap or gap.now is None]
    yield Row((_who(press, subject, held),), total=True, takes=(_COLUMNS,), leads=True, about=told_of(held.target))
    if not gaps:
        yield Row((press.marked("up", press.cell(press.tr("target reached"))),), takes=(_COLUMNS,))
    again = (press.muted(""),) * (_COLUMNS - _DONE)
    for gap in gaps:
        step = _step(press, gap)
        if not gap.actions:
            yield Row((*step, _nothing(press, subject, gap)), takes=(*(1 for _ in step), _DONE))
        for number, action in enumerate(gap.actions):
            yield Row((*(again if number else step), *_done(press, subject, held, action)), about=told_of(action))


def _who(press: Press, subject: Subject, held: PersonGaps) -> Block:
    """The name, the score now and wanted, by when, against whom and for what; the target's remark below."""
    target, score = held.target, held.person.score
    now = tell_known(score, 2)
    wanted = tell_known(held.score_wanted, 2)
    told = [press.tr("R {now} → {wanted} by {day}", now=now, wanted=wanted, day=press.day(target.by))]
    if held.rival_score is not None:
        rival = subject.against(press.words)
        told.append(press.tr("{rival} {score}", rival=rival, score=tell_decimal(held.rival_score, 2)))
    name = subject.called(target.opportunity or target.goal or "")
    told += [press.tr("for: {name}", name=name)] if name else []
    parts = [bold(held.person.contact.name), Span(f"\u2003{' · '.join(told)}")]
    if not name:
        parts += [Span(" · "), bold(press.tr("serves no order, no goal"), "alarm")]
    line = press.cell(tuple(parts))
    if not target.remark.strip():
        return line
    whole = press.cell((*parts, Span(f"\u2003{target.remark}", 0, "muted")))
    return whole if whole.natural() <= press.stock.upright.width else press.two(line, press.mute(target.remark))


def _step(press: Press, gap: Gap) -> tuple[Block, Block, Block]:
    """The dimension, from where to where, how urgent, and how one would see it."""
    now = "?" if gap.now is None else str(gap.now)
    name = spans(Span(f"{code(gap.dimension)} ", 0, "muted"), Span(press.tr(gap.dimension.label)))
    urgent = press.tr("find out") if gap.now is None else tell_decimal(gap.priority, 2)
    told = spans(bold(f"{now} → "), bold(str(gap.wanted), "accent"), Span(f"\u2002{urgent}", 0, "muted"))
    return press.cell(name), press.cell(told), _shows(press, gap)


def _shows(press: Press, gap: Gap) -> Block:
    """The text of the next level; of an unknown one what to ask."""
    if gap.now is None:
        return press.small(press.tr(QUESTIONS[gap.dimension][0]))
    told = press.small("")
    return replace(told, spans=spans(bold(f"{gap.now + 1}\u2002"), Span(press.tr(LEVELS[gap.dimension][gap.now]))))


def _nothing(press: Press, subject: Subject, gap: Gap) -> Block:
    """That nothing is planned for a gap, and what could be."""
    told = [Span(press.tr("nothing planned"), BOLD, "alarm")]
    for text in proposals(subject.client, gap)[:1]:
        idea = press.tr("could be: {action}", action=press.tr(text))
        told += [Span("\u2002"), Span(idea, 0, "muted")]
    return press.marked("flag", press.cell(tuple(told)))


def _done(press: Press, subject: Subject, held: PersonGaps, action: Action) -> tuple[Block, Block]:
    """What is done, by whom until when, at what cost."""
    late = action.due is not None and action.due < press.today
    day = bold(press.day(action.due), "alarm") if late else Span(press.day(action.due))
    owner = Span(action.person) if action.person.strip() else bold(press.tr("no owner"), "alarm")
    cost = press.note(effort(press, action))
    return _action(press, subject, held, action), Stack([press.cell(spans(owner, "\u2002", day)), cost])


def _action(press: Press, subject: Subject, held: PersonGaps, action: Action) -> Block:
    """Its text, what will be observed, and the order or goal it serves where that is another than the target's."""
    number = subject.open_actions.index(action) + 1
    proof, served = action.proof.strip(), action.opportunity or action.goal or ""
    seen = (
        press.note(press.trc("paper", "proof: {proof}", proof=proof))
        if proof
        else _missing(press, press.tr("no proof named"))
    )
    blocks: list[Block] = [press.cell(spans(bold(f"A{number}\u2002", "accent"), action.text)), seen]
    if (serves := subject.called(served)) and served not in (held.target.opportunity, held.target.goal):
        blocks.append(press.note(press.tr("for: {name}", name=serves)))
    return Stack(blocks)


def _missing(press: Press, text: str) -> Block:
    return press.note((bold(text, "alarm"),))
