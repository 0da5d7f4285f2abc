"""Any list as a PDF file: what stands on a screen in columns, upright or across as wide as it needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.record import Field, Kind, Level, Record, fields_of
from kamdesk.client.telling import Names, nameless, tell
from kamdesk.document.binding import Written, bind_pages, notice
from kamdesk.document.blocks import Align, Block, Prose, Stack
from kamdesk.document.collecting import nothing_collected
from kamdesk.document.flow import About, Flow, Part
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.paper import STOCKS, Paper
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.style import MM
from kamdesk.document.table import BETWEEN, Row, Table
from kamdesk.words import Words

_NEVER, _EMPTY = (Kind.PICTURE, Kind.PACKED), (None, "", (), False)
_APART = "\u2003"  # between texts that share a line
_FIGURES = (Kind.MONEY, Kind.NUMBER, Kind.PERCENT)
_LONG = 40  # characters from which on a column takes its share of the width instead of fitting its content
_SEEN, _MEASURED = 200, 20  # rows that are looked at, and the longest of their texts that are measured
_WIDEST, _HEAD, _FIRST = 46 * MM, 24 * MM, 70 * MM  # of a column, of its head, of a first column with others below


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a list: its head, and whether its figures stand at the right."""

    head: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row; a group's head has one text over all columns, an alarming one is told in red."""

    texts: tuple[str, ...]
    group: bool = False
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it stands on the screen: what it is called, whose it is, which rows are shown and by what choice."""

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]
    about: str = ""  # the client it is of; "" when it is about all
    chosen: str = ""  # the filter or the order, in words
    whole: int | None = None  # rows there are without the filter


def listed(
    title: str,
    kind: type[Record],
    records: Sequence[Record],
    words: Words,
    names: Names = nameless,
    today: date | None = None,
    fields: Sequence[str] | None = None,
) -> Listed:
    """Records as a list, told field by field; `fields` are their names in order, None = all that is filled anywhere.

    What is secret is on it only where its field is named.
    """
    held = [it for it in fields_of(kind) if it.kind not in _NEVER]
    if fields is None:
        open_ones = [it for it in held if it.level is not Level.SECRET]
        told = [it for it in open_ones if any(getattr(record, it.name) not in _EMPTY for record in records)]
    else:
        told = [it for name in fields for it in held if it.name == name]

    def text(record: Record, field: Field) -> str:
        value = getattr(record, field.name)
        return "" if value is False else tell(field, value, words, names, today)

    rows = (tuple(text(record, it) for it in told) for record in records)
    columns = tuple(ListColumn(words.tr(it.label), it.kind in _FIGURES) for it in told)
    return Listed(title, columns, tuple(map(ListRow, rows)))


@nothing_collected()
def write_list(
    made: Listed,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    rep: str = "",
    invariant: bool = False,
    paper: str = "A4",
    about: Issued | None = None,
) -> Written:
    """Write a list as a table whose head stands on every page; `rep` is who made it.

    It is printed across where upright its words would be cut. A file that cannot be written raises Trouble and leaves
    what was there before.
    """
    press = Press(words, Setter(words.language, ()), on, STOCKS[paper], about or UNISSUED)
    sheet, shown = _arranged(press, made)
    block = _table(press, made, shown) if made.rows else press.muted(press.tr("nothing on this list"))
    flow = Flow(press.stock)
    story = press.story("", _kicker(press, made), [made.title or press.tr("List")], [Part(block)])
    flow.add(dataclasses.replace(story, title=made.title or press.tr("List"), paper=sheet))
    issued = press.issued
    whole = About(made.about or rep or press.tr("List"), made.title, audience=issued.audience, notice=notice(press))
    whole = dataclasses.replace(whole, watermark=issued.watermark)
    return bind_pages(flow.pages, press, whole, rep, out, invariant)


def _kicker(press: Press, made: Listed) -> str:
    """How many rows, of how many, and by what choice."""
    shown = sum(not row.group for row in made.rows)
    count = press.trn("{n} entry", "{n} entries", shown)
    if made.whole is not None and made.whole != shown:
        count = press.tr("{n} of {m} entries", n=shown, m=made.whole)
    return f"{count} · {made.chosen}" if made.chosen.strip() else count


def _arranged(press: Press, made: Listed) -> tuple[Paper, tuple[int, ...]]:
    """On what paper, and which columns: all where they have room; else what is long stands below the first one."""
    upright, across = press.stock.upright, press.stock.across
    wanted = [_comfort(press, made, at) for at in range(len(made.columns))]
    for sheet in (upright, across):
        if sum(wanted) <= sheet.width:
            return sheet, tuple(range(len(wanted)))
    room, shown = across.width - _FIRST, [0]
    for at in range(1, len(wanted)):
        if wanted[at] < _WIDEST and wanted[at] <= room:
            shown.append(at)
            room -= wanted[at]
    return across, tuple(shown)


def _comfort(press: Press, made: Listed, at: int) -> float:
    """The width in which a column reads well."""
    texts = sorted({row.texts[at] for row in made.rows[:_SEEN] if not row.group}, key=len)[-_MEASURED:]
    natural = max((press.cell(text).natural() for text in texts), default=0.0)
    head = press.prose(made.columns[at].head, "head")
    return max(min(natural, _WIDEST), min(head.natural(), _HEAD)) + BETWEEN


def _table(press: Press, made: Listed, shown: Sequence[int]) -> Table:
    below = [at for at in range(len(made.columns)) if at not in shown]
    columns = [
        press.column(column.head, _share(made, at, bool(below)), "right" if column.figures else "left")
        for at, column in enumerate(made.columns)
        if at in shown
    ]
    return press.table(columns, [_row(press, made, row, shown, below) for row in made.rows])


def _share(made: Listed, at: int, first: bool) -> float:
    """The share of a column whose texts are long; 0 for one that fits its content."""
    if made.columns[at].figures or (first and at):
        return 0.0
    longest = max((len(row.texts[at]) for row in made.rows[:_SEEN] if not row.group), default=0)
    return max(min(longest, 4 * _LONG) / _LONG, 1.0) if longest > _LONG or first else 0.0


def _row(press: Press, made: Listed, row: ListRow, shown: Sequence[int], below: Sequence[int]) -> Row:
    if row.group:
        head = press.prose(" ".join(row.texts), "kicker")  # the first column is bold too: colour tells them apart
        return Row((head,), takes=(len(shown),), leads=True)
    cells: list[Block] = [_cell(press, row.texts[at], at, made.columns[at], row.alarm) for at in shown]
    if below:
        cells[0] = Stack([cells[0], *map(press.note, _lines(press, made, row, below))])
    return Row(tuple(cells))


def _lines(press: Press, made: Listed, row: ListRow, below: Sequence[int]) -> list[str]:
    """What stands below the first cell: what is short together on a line, what is long on its own."""
    held = [(made.columns[at].head, row.texts[at].strip()) for at in below]
    told = [press.tr("{label}: {text}", label=head, text=text) for head, text in held if text]
    brief = [text for text in told if len(text) <= _LONG and "\n" not in text]
    return [*([_APART.join(brief)] if brief else []), *(text for text in told if text not in brief)]


def _cell(press: Press, text: str, at: int, column: ListColumn, alarm: bool) -> Prose:
    align: Align = "right" if column.figures else "left"
    if at == 0:
        return press.alarm(text, align) if alarm else press.key(text, align)
    return press.cell(text, align)
