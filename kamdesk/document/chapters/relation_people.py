"""The main table of P7: for each person what is wanted, how the next level shows, and what is done for it."""

from __future__ import annotations

from collections.abc import Iterator

from kamdesk.client.levels import LEVELS, QUESTIONS, code
from kamdesk.client.plan_records import Action
from kamdesk.client.targets import Gap, PersonGaps, proposals
from kamdesk.client.units import tell_decimal, tell_known
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.effort import effort
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, plain, spans

_COLUMNS = 5
_APART = 6.0  # between columns


def people(press: Press, subject: Subject) -> Titled:
    """The person with the highest priority first; under each name a row for each gap and action."""
    columns = (
        press.column(press.tr("Now → target"), apart=_APART),
        press.column(press.tr("What the next level looks like"), share=1.0, apart=_APART),
        press.column(press.tr("Action and proof"), share=1.2, apart=_APART),
        press.column(press.tr("Owner, due"), apart=_APART),
        press.column(press.tr("Effort"), align="right"),
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
        reached = press.marked("up", press.cell(press.tr("target reached")))
        yield Row((reached, *(press.muted("—") for _ in range(_COLUMNS - 1))))
    nothing = press.muted("")
    for gap in gaps:
        step = (_step(press, gap), _shows(press, gap))
        for number, planned in enumerate(_planned(press, subject, gap)):
            action = gap.actions[number] if gap.actions else None
            yield Row((*((nothing, nothing) if number else step), *planned), about=told_of(action))


def _who(press: Press, subject: Subject, held: PersonGaps) -> Block:
    """The name, the score now and wanted, by when, against whom and for what; the target's remark below."""
    target, score = held.target, held.person.score
    now = tell_known(score, 2)
    wanted = tell_known(held.score_wanted, 2)
    told = [press.tr("R {now} → {wanted} by {day}", now=now, wanted=wanted, day=press.day(target.by))]
    if held.rival_score is not None:
        rival = subject.rival.called if subject.rival else press.tr("the rival")
        told.append(press.tr("{rival} {score}", rival=rival, score=tell_decimal(held.rival_score, 2)))
    name = subject.called(target.opportunity or target.goal or "")
    told += [press.tr("for: {name}", name=name)] if name else []
    parts = [bold(held.person.contact.name), Span(f"\u2003{' · '.join(told)}")]
    if not name:
        parts += [Span(" · "), bold(press.tr("serves no order, no goal"), "alarm")]
    line = press.cell(tuple(parts))
    return press.two(line, press.mute(target.remark)) if target.remark.strip() else line


def _step(press: Press, gap: Gap) -> Block:
    now = "?" if gap.now is None else str(gap.now)
    name = spans(Span(f"{code(gap.dimension)} ", 0, "muted"), Span(press.tr(gap.dimension.label)))
    told = spans(bold(f"{now} → "), bold(str(gap.wanted), "accent"))
    below = press.tr("priority {n}", n=tell_decimal(gap.priority, 2)) if gap.now is not None else press.tr("find out")
    return Stack([press.cell(name), press.cell(told), press.note(below)])


def _shows(press: Press, gap: Gap) -> Block:
    """The text of the next level; of an unknown one what to ask."""
    if gap.now is None:
        return press.prose(plain(press.tr(QUESTIONS[gap.dimension][0]), colour="ink"), "note")
    told = spans(bold(f"{gap.now + 1}\u2002", "ink"), Span(press.tr(LEVELS[gap.dimension][gap.now]), 0, "ink"))
    return press.prose(told, "note")


def _planned(press: Press, subject: Subject, gap: Gap) -> Iterator[tuple[Block, Block, Block]]:
    """What is done for a gap, by whom until when, at what cost; else that nothing is, and what could be."""
    if not gap.actions:
        could = proposals(subject.client, gap)[:1]
        ideas = [press.note(press.tr("could be: {action}", action=press.tr(text))) for text in could]
        none = Stack([press.marked("flag", press.alarm(press.tr("nothing planned"))), *ideas])
        yield none, press.muted("—"), press.muted("—", "right")
    numbers = {action.key: number for number, action in enumerate(subject.open_actions, 1)}
    for action in gap.actions:
        late = action.due is not None and action.due < press.today
        due = press.note((bold(press.day(action.due), "alarm"),)) if late else press.note(press.day(action.due))
        yield (
            _action(press, subject, action, numbers[action.key]),
            Stack([press.cell(action.person) if action.person.strip() else _missing(press, press.tr("no owner")), due]),
            press.cell(effort(press, action), "right"),
        )


def _action(press: Press, subject: Subject, action: Action, number: int) -> Block:
    """Its text, what will be observed, and the order or goal it serves."""
    proof, serves = action.proof.strip(), subject.called(action.opportunity or action.goal or "")
    seen = (
        press.note(press.tr("seen by: {proof}", proof=proof)) if proof else _missing(press, press.tr("no proof named"))
    )
    blocks: list[Block] = [press.cell(spans(bold(f"A{number}\u2002", "accent"), action.text)), seen]
    if serves:
        blocks.append(press.note(press.tr("for: {name}", name=serves)))
    return Stack(blocks)


def _missing(press: Press, text: str) -> Block:
    return press.note((bold(text, "alarm"),))
