"""The back of the visit sheet: agenda, questions with a line each, objections, what the client took on, the result."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import PointKind, TalkPoint
from kamdesk.document.arranged import Indented, Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.visit_sheet_form import TIGHT, beside, result_boxes
from kamdesk.document.chapters.visit_sheet_front import or_missing, starred
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.fitting import Blank, Space, WritingLines
from kamdesk.document.growing import Maker
from kamdesk.document.paper import A4
from kamdesk.document.shortening import cut
from kamdesk.document.style import MM
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Span, bold, spans

LEAST_QUESTIONS, _MOST_QUESTIONS = 3, 5
_AGENDA, _QUESTIONS, _BETWEEN = 66.0, 100.0, 8 * MM
_ABOVE = 2.4  # a question
_APART = 4.0  # between the words that are said
_ANSWER = 6.2 * MM  # from a question to the line its answer stands on
_ROW, _WRITTEN = 6.4 * MM, 6.6 * MM
_MOST_COMMITMENTS = 6
_SENTENCE, _WORD = 60 * MM, 22 * MM


def makers(told: Told) -> dict[str, Maker]:
    """The blocks of the back from the top down, each by how much it shows."""
    return {
        "talk": lambda limit: _talk(told, limit),
        "answers": lambda limit: _answers(told, limit),
        "promises": lambda limit: _promises(told, limit),
        "commitments": lambda limit: _commitments(told, limit),
        "result": lambda _: result_boxes(told.press, _ROW),
    }


LEAST = {"talk": 3, "answers": 1, "promises": 1, "commitments": 2, "result": 1}
ORDER = (
    *("talk", "talk", "answers", "promises", "talk", "answers", "answers", "commitments", "promises", "answers"),
    *("talk", "answers", "promises", "answers", "commitments") * 4,
    *("answers", "promises") * 8,
)


def _talk(told: Told, most: int) -> Block:
    """The agenda beside the questions; how it opens below the agenda, or below both where that takes less height."""
    agenda, asked, share = _agenda(told, most + 1), _questions(told, most), _AGENDA / (_AGENDA + _QUESTIONS)
    beside: Block = Pair(Stack([agenda, *_words(told)], _APART), asked, share, _BETWEEN)
    below: Block = Stack([Pair(agenda, asked, share, _BETWEEN), *_words(told)], _APART)
    return beside if beside.height(A4.width) <= below.height(A4.width) else below


def _agenda(told: Told, most: int) -> Block:
    """Each point with its hour and minutes; rows to write in where there is none."""
    press = told.press
    rows, minutes = [], 0
    for number, it in enumerate(told.agenda):
        if number < most:
            text = spans(told.open(cut(it.text)), *beside(press, told.open(cut(it.person))))
            spent = str(it.minutes) if it.minutes is not None else ""
            rows.append(Row((press.cell(told.at(minutes)), press.muted(spent, "right"), press.cell(text, most=2))))
        minutes += it.minutes or 0
    columns = (press.column(apart=6.0), press.column(align="right", apart=6.0), press.column(share=1.0))
    whole = minutes or told.visit.minutes or 0
    note = press.trn("{n} minute", "{n} minutes", whole) if whole else ""
    if len(told.agenda) > most:
        note = press.trn("{n} more", "{n} more", len(told.agenda) - most)
    if not rows:
        rows = [Row((press.cell(told.at(0)), Blank(12.0, _ROW), Blank(0.0, _ROW)))]
        rows += [Row((Blank(12.0, _ROW),) * 3)] * 2
    return press.titled(press.tr("Agenda"), press.table(columns, rows), note)


def _words(told: Told) -> list[Block]:
    """How it opens, and what is done when the key person stays away."""
    press, visit = told.press, told.visit
    blocks: list[Block] = []
    word = press.trc("visit", "Opening")
    opening = bold(f"★ {word}\u2002")
    if visit.opening.strip():
        blocks.append(press.cell(spans(opening, told.open(cut(visit.opening))), most=3))
    else:
        blocks.append(press.cell(spans(opening, Span(press.tr("still missing"), 700, "alarm")), most=1))
    if visit.fallback.strip():
        absent = press.tr("If the key person is absent")
        if told.first and told.first.name:
            absent = press.tr("If {name} is absent", name=told.first.name)
        blocks.append(press.cell(spans(bold(f"{absent}\u2002"), told.open(cut(visit.fallback))), most=3))
    return blocks


def _questions(told: Told, most: int) -> Block:
    """Each with a box and a line for the answer; where there are too few, empty ones."""
    press, points = told.press, told.points(PointKind.ASK)
    most = min(most, _MOST_QUESTIONS)
    blocks: list[Block] = [_question(told, point) for point in points[:most]]
    blocks += [_question(told, None)] * (LEAST_QUESTIONS - len(blocks))
    rest = len(points) - most
    note = press.trn("{n} more", "{n} more", rest) if rest > 0 else press.tr("answers go on the lines")
    return starred(told, press.tr("Questions"), Stack(blocks), note)


def _question(told: Told, point: TalkPoint | None) -> Block:
    press = told.press
    if point is None:
        added = press.marked("box", press.alarm(press.tr("to be added")))
        return Stack([Space(_ABOVE), added, WritingLines(1, _ANSWER)])
    whom = told.subject.contact(point.ask)
    text = spans(told.open(cut(point.text)), *beside(press, whom.name if whom else ""))
    mark = press.mark("ticked" if point.done else "box")
    asked = Indented(mark, press.cell(text, most=2), mark.natural())
    return Stack([Space(_ABOVE), asked, WritingLines(1, _ANSWER)])


def _answers(told: Told, most: int) -> Block:
    """What they may say, what we answer, and the proof."""
    press = told.press
    points = told.points(PointKind.QUESTION, PointKind.DISPUTE)
    columns = (
        press.column(apart=TIGHT),
        press.column(share=1.0),
        press.column(share=1.3),
        press.column(share=0.6),
    )
    rows = [
        Row(
            (
                press.mark("ticked" if it.done else "box"),
                press.key(told.open(cut(it.text)), most=2),
                _answer(told, it),
                press.muted(told.open(cut(it.proof)) or "—", most=1),
            )
        )
        for it in points[:most]
    ] or [Row((press.mark("box"), press.alarm(press.tr("to be added")), Blank(0.0, _ROW), Blank(0.0, _ROW)))]
    rest = len(points) - most
    note = press.trn("{n} more", "{n} more", rest) if rest > 0 else press.tr("tick when answered")
    return starred(told, press.tr("Likely objections and disputes"), press.table(columns, rows), note)


def _answer(told: Told, point: TalkPoint) -> Block:
    if not point.answer.strip():
        return told.press.alarm(told.press.tr("no answer yet"))
    return or_missing(told, point.answer, 2)


def _promises(told: Told, most: int) -> Block | None:
    """What either side still owes, each with a box; a day gone by in the colour of what is late."""
    if not told.promises:
        return None
    ours, theirs = ([it for it in told.promises if it.side is side] for side in (Side.OURS, Side.THEIRS))
    if ours and theirs:
        return Pair(_owed(told, ours, most), _owed(told, theirs, most))
    return _owed(told, ours or theirs, 2 * most, halved=True)


def _owed(told: Told, held: Sequence[Action], most: int, halved: bool = False) -> Block:
    """What one side owes; where the other owes nothing, in two columns."""
    press = told.press
    rows = [_promise(told, it) for it in held[:most]]
    ours = held[0].side is Side.OURS
    title = press.tr("We owe since last time") if ours else press.tr("They owe since last time")
    columns = (press.column(apart=TIGHT), press.column(share=1.0), press.column(align="right"))
    half = (len(rows) + 1) // 2 if halved else len(rows)
    block: Block = press.table(columns, rows[:half])
    if rows[half:]:
        block = Pair(block, press.table(columns, rows[half:]))
    rest = len(held) - most
    note = press.trn("{n} more", "{n} more", rest) if rest > 0 else press.tr("tick when kept")
    return press.titled(title, block, note)


def _promise(told: Told, action: Action) -> Row:
    press, who = told.press, cut(action.said_by or action.person)
    text = told.open(cut(action.text))
    if action.side is Side.THEIRS and who:
        text = press.tr("{name}: {text}", name=told.open(who), text=text)
    late = action.due is not None and action.due < press.today
    day = press.alarm(press.day(action.due), "right") if late else press.muted(press.day(action.due), "right")
    return Row((press.mark("box"), press.cell(text, most=2), day))


def _commitments(told: Told, most: int) -> Block:
    """What the client takes on: written by hand while it is said."""
    press = told.press
    heads = (press.tr("Who"), press.tr("Does what"), press.tr("By which day"), press.tr("Who heard it"))
    columns = tuple(
        Column(press.prose(head, "head"), share) for head, share in zip(heads, (1.0, 2.4, 0.8, 0.9), strict=True)
    )
    rows = [Row((Blank(_WORD, _WRITTEN), Blank(_SENTENCE, _WRITTEN), *(Blank(_WORD, _WRITTEN),) * 2))]
    rows *= min(most, _MOST_COMMITMENTS)
    return press.titled(
        press.tr("What the client takes on"), press.table(columns, rows), press.tr("without a day it is no advance")
    )
