"""What became of the papers: what has changed since an earlier edition, and which editions were given out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kamdesk.client.client import sections
from kamdesk.client.difference import Changed, ChangeKind
from kamdesk.client.moved import Moved, Sign
from kamdesk.client.record import Field, Kind
from kamdesk.client.telling import tell
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans
from kamdesk.words import N_

EVIDENCE = "evidence"  # the chapter with the full list
DOCUMENTS = {
    "plan": N_("Account plan"),
    "brief": N_("Brief on one page"),
    "mutual": N_("Plan with the client"),
    "person": N_("Expansion cards"),
    "rival": N_("Battle card"),
    "visit": N_("Visit sheet"),
}
_MOST = 6  # changes on the first page
_LONG = 80  # characters of a value that is told
_LISTED = 12  # editions
_EACH = 2  # new records of a section that are told one by one
_GUTTER = 6 * MM
_SIGNS = {ChangeKind.ADDED: "new", ChangeKind.GONE: "gone", ChangeKind.CHANGED: "same"}
_NEVER = (Kind.PICTURE, Kind.PACKED)
_SAYING = (Kind.TEXT, Kind.NOTE, Kind.DAY, Kind.MOMENT, Kind.MONEY, Kind.CHOICE, Kind.FLAGS, Kind.LINK)


def opening(press: Press, subject: Subject, most: int = _MOST) -> Block | None:
    """The telling changes since the earlier edition, for the first page; None when there is none to compare with."""
    if subject.before is None:
        return None
    title, moved = _since(press), subject.moved
    if not moved:
        return press.nothing(title)
    shown = moved[:most]
    half = (len(shown) + 1) // 2
    parts = [press.table((press.column(share=1.0), press.column()), _moves(press, it)) for it in _halves(shown, half)]
    block: Block = Pair(parts[0], parts[1], gutter=_GUTTER) if len(parts) > 1 else parts[0]
    return press.titled(title, block, press.see(len(moved) - len(shown), EVIDENCE))


def _since(press: Press) -> str:
    number, day = press.issued.before_number, press.issued.before_day
    if number is None:
        return press.tr("Changed since {day}", day=press.day(day)) if day else press.tr("Changed since then")
    if day is None:
        return press.tr("Changed since edition {n}", n=number)
    return press.tr("Changed since edition {n} of {day}", n=number, day=press.day(day))


def _halves(moved: Sequence[Moved], half: int) -> list[Sequence[Moved]]:
    return [part for part in (moved[:half], moved[half:]) if part]


def _moves(press: Press, moved: Sequence[Moved]) -> list[Row]:
    return [
        Row(
            (
                press.marked(_mark(it.sign), press.prose((bold(press.tell(it.said)),), "cell", most=1)),
                press.muted(press.tell(it.value), "right", 1),
            )
        )
        for it in moved
    ]


def _mark(sign: Sign) -> str:
    return "same" if sign is Sign.STILL else sign.value


def changes(press: Press, subject: Subject) -> Titled | None:
    """Every record that is not as the earlier edition told it, field by field; None without one, or without any.

    What is new stands in its chapter with a bar beside it: of many new ones of a section only the names are told.
    """
    if not subject.differences:
        return None
    rows: list[Row] = []
    for section, held in groupby(subject.differences, lambda it: it.section):
        told = _told(press, subject, list(held))
        labels = [press.muted(press.tr(sections()[section].label)), *[press.muted("")] * (len(told) - 1)]
        rows += [Row((label, *cells)) for label, cells in zip(labels, told, strict=True)]
    columns = (
        press.column(press.tr("Section")),
        press.column(press.tr("Entry"), share=1.0),
        press.column(press.tr("Before → now"), share=2.0),
    )
    number = len(subject.differences)
    return press.titled(_since(press), press.table(columns, rows), press.trn("{n} change", "{n} changes", number))


def _told(press: Press, subject: Subject, held: list[Changed]) -> list[tuple[Block, Block]]:
    """The rows of one section: entry and fields; one row for many new ones, one for many whose day alone is new."""
    new = [it for it in held if it.kind is ChangeKind.ADDED]
    seen = [it for it in held if it.kind is ChangeKind.CHANGED and all(field.name == "day" for field, *_ in it.fields)]
    groups = (("new", N_("{n} new"), new), ("same", N_("{n} with a new day"), seen))
    many = [(sign, press.tr(text, n=len(group)), group) for sign, text, group in groups if len(group) > _EACH]
    inside = {it.key for *_, group in many for it in group}
    rows = [(_title(press, it), _fields(press, subject, it)) for it in held if it.key not in inside]
    rows += [(press.marked(sign, press.key(text)), press.muted(_names(press, group))) for sign, text, group in many]
    return rows


def _names(press: Press, held: list[Changed]) -> str:
    """The records' names, each once."""
    names = Counter(_short(it.title).rstrip("。.") or "—" for it in held)
    apart = press.semicolon
    return apart.join(name if n == 1 else f"{name} ×{n}" for name, n in names.items())


def _title(press: Press, changed: Changed) -> Block:
    return press.marked(_SIGNS[changed.kind], press.key(changed.title or "—", most=2))


def _fields(press: Press, subject: Subject, changed: Changed) -> Block:
    """For each field what it was and what it is; of what is new or gone the fields that say something by themselves."""
    told = [it for it in changed.fields if it[0].kind not in _NEVER]
    if changed.kind is ChangeKind.CHANGED:
        lines: list[Prose] = [_change(press, subject, *it) for it in told]
        return Stack(lines or [press.muted("—")])
    at = 2 if changed.kind is ChangeKind.ADDED else 1
    said = [it for it in told if it[0].kind in _SAYING]
    texts = [text for it in said if (text := _value(press, subject, it[0], it[at])) and text != changed.title]
    word = press.tr("new") if changed.kind is ChangeKind.ADDED else press.tr("gone")
    return press.prose(spans(bold(word), Span("\u2002" + " · ".join(texts), 0, "muted")), "cell", most=2)


def _change(press: Press, subject: Subject, field: Field, before: Any, after: Any) -> Prose:
    was = _value(press, subject, field, before) or press.tr("empty")
    now = _value(press, subject, field, after) or press.tr("empty")
    return press.cell(spans(Span(f"{press.tr(field.label)}\u2002", 0, "muted"), f"{was} → ", bold(now)))


def _value(press: Press, subject: Subject, field: Field, value: Any) -> str:
    """What a field holds; a day as a day, since paper is read later too."""
    if field.kind is Kind.MOMENT and value is not None:
        return press.moment(value)
    return _short(tell(field, value, press.words, subject.called_ever, press.today))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"


def editions(press: Press, subject: Subject) -> Titled:
    """The papers that were given out, the newest first."""
    held = sorted(subject.client.editions, key=lambda it: (it.at is not None, it.at, it.number or 0), reverse=True)
    columns = (
        press.column(press.tr("Edition"), align="right"),
        press.column(press.tr("Made")),
        press.column(press.tr("Document"), share=1.0),
        press.column(press.tr("Made for")),
        press.column(press.tr("Given to"), share=1.0),
        press.column(press.trc("paper", "Pages"), align="right"),
    )
    rows = [
        Row(
            (
                press.key(str(it.number) if it.number else "—", "right"),
                press.muted(press.moment(it.at)),
                press.cell(press.tr(DOCUMENTS.get(it.document, it.document)) or "—"),
                press.cell(press.tr(it.audience.label) if it.audience else "—"),
                press.cell(it.reader or "—"),
                press.muted("—" if it.pages is None else str(it.pages), "right"),
            )
        )
        for it in held[:_LISTED]
    ]
    rest = len(held) - len(rows)
    note = press.trn("{n} older one left out", "{n} older ones left out", rest) if rest > 0 else ""
    return press.titled(press.tr("Editions given out"), press.table(columns, rows), note)
