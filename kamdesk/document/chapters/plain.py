"""The chapter of a section that has none of its own: a table made from the description of its records."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.client.client import Section
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.telling import tell
from kamdesk.document.blocks import Align, Block, Stack
from kamdesk.document.flow import Part, Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row

_MOST_COLUMNS = 5
_APART = "\u2003"  # between texts that share a line
_NEVER = (Kind.PICTURE, Kind.PACKED)
_SHORT = (Kind.DAY, Kind.MOMENT, Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.CHOICE, Kind.TICK, Kind.LINK)
_FIGURES = (Kind.MONEY, Kind.NUMBER, Kind.PERCENT)


def build(press: Press, subject: Subject, section: Section) -> Story:
    """Every record as a row: its title, what is short in columns of its own, the rest below the title."""
    records: tuple[Record, ...] = getattr(subject.client, section.name)
    label = press.tr(section.label)
    if not records:
        return press.missing("", label)
    fields = fields_of(section.record)
    main = next((field for field in fields if field.kind in (Kind.TEXT, Kind.NOTE)), None)
    short = [field for field in fields if field.kind in _SHORT][:_MOST_COLUMNS]
    rest = [field for field in fields if field is not main and field not in short and field.kind not in _NEVER]

    def told(field: Field, record: Record) -> str:
        return tell(field, getattr(record, field.name), press.words, subject.called, press.today)

    def first(record: Record) -> Block:
        found = [(press.tr(field.label), text) for field in rest if (text := told(field, record))]
        below = [press.tr("{label}: {text}", label=name, text=text) for name, text in found]
        lines = [text for text in below if "\n" in text]
        if brief := _APART.join(text for text in below if "\n" not in text):
            lines.insert(0, brief)
        return Stack([press.key(told(main, record) if main else record.title), *map(press.note, lines)])

    columns = [press.column(press.tr(main.label) if main else "", share=1.0)]
    columns += [_column(press, field) for field in short]
    rows = [
        Row((first(record), *(press.cell(told(field, record), _align(field)) for field in short)), about=(record.key,))
        for record in records
    ]
    count = press.trn("{n} entry on record", "{n} entries on record", len(records))
    conclusion = press.tr("{label}: {text}", label=label, text=count)
    return replace(press.story("", label, [conclusion], [Part(press.table(columns, rows))]), runs_on=True)


def _column(press: Press, field: Field) -> Column:
    return press.column(press.tr(field.label), align=_align(field))


def _align(field: Field) -> Align:
    return "right" if field.kind in _FIGURES else "left"
