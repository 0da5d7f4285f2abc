"""The tables of the battle card: each statement with source, day, and whether it may be told outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.chapters.battle_card_told import Faced, Line
from kamdesk.document.fitting import Blank
from kamdesk.document.parts import Titled
from kamdesk.document.style import MM
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Span, Spans, bold, spans

ROWS, LINES = 3, 2  # of any table, of any cell
_ROW = 6.2 * MM  # by hand
_NARROW = 6.0
_EMPTY = 2  # rows to write in where nothing is on record


def strengths(faced: Faced, limit: int) -> Block:
    """Where the rival really is better, and how we acknowledge it: first admit, then turn."""
    press = faced.press
    columns = (press.column(share=1.2, apart=_NARROW), press.column(share=1.0))
    rows = [
        Row(
            (
                press.marked("down", _statement(faced, it, LINES, tagged=True)),
                press.cell(it.beside, most=LINES + 1) if it.beside else press.alarm(press.tr("no words yet")),
            )
        )
        for it in faced.strengths[: rows_of(limit)]
    ]
    return _table(faced, press.tr("Real strengths"), columns, rows, len(faced.strengths),
                  press.tr("first admit, then turn"))  # fmt: skip


def weak_points(faced: Faced, limit: int) -> Block:
    """Where the rival really is worse, with what proves it."""
    press = faced.press
    columns = (press.column(share=1.0, apart=_NARROW), press.column(align="right"))
    rows = [
        Row((press.marked("up", _statement(faced, it)), tag(faced, it)))
        for it in faced.weak_points[: rows_of(limit + 1)]
    ]
    return _table(faced, press.tr("Weak points and proof"), columns, rows, len(faced.weak_points),
                  press.tr("day · source"))  # fmt: skip


def differences(faced: Faced, limit: int) -> Block:
    """What is different with us, in the client's figures."""
    press = faced.press
    columns = (
        press.column(apart=_NARROW),
        press.column(share=1.0),
        press.column(share=1.2),
        press.column(share=0.7),
        press.column(align="right"),
    )
    rows = [
        Row(
            (
                press.muted(str(number)),
                press.cell(_told(it), most=LINES),
                press.cell(it.beside, most=LINES) if it.beside else press.alarm(press.tr("not in figures yet")),
                press.cell(origin(faced, it), most=LINES),
                tag(faced, it),
            )
        )
        for number, it in enumerate(faced.differences[: rows_of(limit)], 1)
    ]
    return _table(faced, press.tr("What is different with us"), columns, rows, len(faced.differences),
                  press.tr("figures, no adjectives"))  # fmt: skip


def news(faced: Faced, limit: int) -> Block:
    """What it did of late, the newest first."""
    press = faced.press
    columns = (
        press.column(),
        press.column(share=1.6),
        press.column(share=0.8),
        press.column(align="right"),
    )
    rows = [
        Row(
            (
                press.cell(day(faced, it.day)),
                press.cell(it.text, most=LINES),
                _source(faced, it),
                tag(faced, it),
            )
        )
        for it in faced.news[: rows_of(limit)]
    ]
    fresh = sum(not faced.old(it.day) for it in faced.news)
    note = press.tr("{n} in {days} days", n=fresh, days=faced.stale_days)
    return _table(faced, press.tr("Of late"), columns, rows, len(faced.news), note)


def rows_of(limit: int) -> int:
    """How many rows a table shows at a limit."""
    return min(limit, ROWS)


def tag(faced: Faced, line: Line) -> Prose:
    """Whether a statement may be told outside, at the end of its row."""
    told = _tag(faced, line)
    return faced.press.prose((told,), "cell", "right", most=1)


def _tag(faced: Faced, line: Line) -> Span:
    """Whether it may be told; what nobody could verify is internal whatever was ticked."""
    press = faced.press
    if line.tellable and line.source and line.day is not None:
        return Span(press.trc("tag", "may be told"), 0, "muted")
    return bold(press.trc("tag", "internal"), "ink")


def day(faced: Faced, value: date | None) -> Spans:
    """The day of a statement; what must be asked again says so."""
    press = faced.press
    if value is None:
        return spans(bold(press.tr("undated"), "alarm"))
    if faced.old(value):
        return spans(bold(press.tr("{day} out of date", day=press.day(value)), "alarm"))
    return press.mute(press.day(value))


def origin(faced: Faced, line: Line, tagged: bool = False) -> Spans:
    """Day and source of a statement, with its tag between them where it has no column; these two are never cut."""
    source = line.source or faced.press.tr("no source")
    tags = (Span(" · ", 0, "muted"), _tag(faced, line), Span(" · ", 0, "muted")) if tagged else (Span("\u2002"),)
    return spans(*day(faced, line.day), *tags, Span(source, 0, "muted"))


def _source(faced: Faced, line: Line) -> Prose:
    return faced.press.muted(line.source or faced.press.tr("no source"), most=LINES)


def _statement(faced: Faced, line: Line, lines: int = 1, tagged: bool = False) -> Block:
    """What is said, over where it comes from."""
    press = faced.press
    return Stack([press.cell(_told(line), most=LINES), press.prose(origin(faced, line, tagged), "note", most=lines)])


def _told(line: Line) -> Spans:
    return spans(bold(f"{line.need}\u2002"), line.text) if line.need else spans(bold(line.text))


def _table(faced: Faced, title: str, columns: Sequence[Column], rows: Sequence[Row], count: int, note: str) -> Titled:
    """The rows, what did not fit counted; where there is nothing, a red word and a row to write in."""
    press, rest = faced.press, count - len(rows)
    if rest > 0:
        note = press.trn("{n} more", "{n} more", rest)
    if not rows:
        at = max(range(len(columns)), key=lambda number: columns[number].share)
        blank = tuple(Blank(0.0, _ROW) for _ in columns)
        missing = press.alarm(press.tr("nothing on record"))
        rows = [Row((*blank[:at], missing, *blank[at + 1 :])), Row(blank)][:_EMPTY]
    return press.titled(title, press.table(columns, rows), note)
