"""The sheet of P8: every need with its weight, both scores as a dumbbell, the gap and the tactic; totals come last."""

from __future__ import annotations

from kamdesk.client.comparing import Comparison, State, evidence_of
from kamdesk.client.comparing import Row as Need
from kamdesk.client.rival_records import Rival
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.document.text import bold
from kamdesk.picture.dumbbell import dumbbell
from kamdesk.picture.shapes import Picture, Text

_BELL, _APART = 25 * MM, 4.5
_COLUMNS, _NAME = 4, 24  # rivals beside each other, characters at the head of a column
_LONG = 60  # characters of a name
_MARKS = {1: "up", 0: "level", -1: "down"}


def sheet(press: Press, subject: Subject) -> Stack:
    """The table and what its marks mean."""
    return Stack([_sheet(press, subject), _legend(press, subject)], 4.0)


def named(text: str) -> str:
    """A name as far as it helps to know what is meant."""
    told = " ".join(text[: 4 * _LONG].split())
    return told if len(told) <= _LONG else f"{told[:_LONG]}…"


def whole(name: str) -> str:
    """A short name that no line breaks; a long one as it is."""
    return name.replace(" ", "\u00a0") if len(name) <= _NAME else name


def gap_mark(gap: float | None) -> str:
    """The mark of a gap."""
    return "unknown" if gap is None else _MARKS[(gap > 0) - (gap < 0)]


def _sheet(press: Press, subject: Subject) -> Titled:
    sheet = subject.comparison
    columns = (
        press.column(press.tr("Need")),
        press.column(press.tr("Weight"), align="right", apart=2 * _APART),
        press.column(press.tr("Class"), apart=_APART),
        Column(press.figure(_numbers()), apart=_APART),
        press.column(press.tr("Us"), align="middle", apart=_APART),
        *(press.column(named(rival.called)[:_NAME], align="middle", apart=_APART) for rival in shown(sheet)),
        press.column(press.tr("Gap"), apart=_APART),
        press.column(press.tr("Tactic"), share=1.0, apart=_APART),
        press.column(press.tr("Proof"), align="right"),
    )
    rows = [_need(press, subject, row) for row in sheet.rows]
    rows.append(_total(press, sheet))
    return press.titled(press.tr("Three-way comparison"), press.table(columns, rows), _note(press, sheet))


def _note(press: Press, sheet: Comparison) -> str:
    """What is odd about the weights; else against whom the gaps are, as the line drawn is to the main rival."""
    if sheet.note:
        return press.tell(sheet.note)
    if len(sheet.rivals) > 1:
        return press.tr("gap = our score less the best rival's")
    return press.tr("scores 1–5; the weights are the client's and sum to 100")


def _numbers() -> Picture:
    """The levels over the dumbbells."""
    pad = 1.0 * MM + 1
    texts = tuple(
        Text(pad + (_BELL - 2 * pad) * level / 4, 8.5, str(level + 1), 8.0, "muted", 400, "middle")
        for level in range(5)
    )
    return Picture(_BELL, 11.5, texts)


def _need(press: Press, subject: Subject, row: Need) -> Row:
    sheet = subject.comparison
    main = row.rivals.get(sheet.main or "")
    scores = [press.cell(_score(row.rivals[rival.key]), "middle") for rival in shown(sheet)]
    gap = row.gap
    mark = press.marked(gap_mark(gap), press.key("" if gap is None else tell_gap(gap, 0)))
    return Row(
        (
            press.key(named(row.factor.name)),
            press.cell("—" if row.share is None else tell_decimal(row.share, 0), "right"),
            press.cell(press.tr(row.importance.label) if row.importance else "—"),
            press.figure(dumbbell(row.ours, main, _BELL, 12.6)),
            press.prose((bold(_score(row.ours), "accent"),), "cell", "middle"),
            *scores,
            mark,
            press.key(press.tr(row.tactic.label)) if row.tactic else press.muted(press.tr("not decided")),
            _proof(press, subject, row),
        ),
        about=subject.weighed(row.factor),
    )


def shown(sheet: Comparison) -> list[Rival]:
    """The rivals with a column of their own: the main one, then those of whom most is known."""
    others = sorted(sheet.rivals[1:], key=lambda rival: sheet.missing[rival.key])[: _COLUMNS - 1]
    return [rival for number, rival in enumerate(sheet.rivals) if not number or rival in others]


def _proof(press: Press, subject: Subject, row: Need) -> Block:
    """The day of our proof and how far it is trusted; what is out of date or missing says so."""
    factor, state = row.factor, evidence_of(row.factor, subject.today, subject.client.rules)
    if state is State.MISSING:
        return press.muted(press.tr("none"), "right")
    if state is State.OLD:
        day = press.day(factor.day) if factor.day else press.tr("undated")
        return press.alarm(press.tr("{day}, old", day=day), "right")
    if factor.confidence is None:
        return press.muted(press.day(factor.day), "right")
    trust = press.tr(factor.confidence.label)
    return press.muted(press.tr("{day}, {trust}", day=press.day(factor.day), trust=trust), "right")


def _score(score: int | None) -> str:
    return "?" if score is None else str(score)


def _total(press: Press, sheet: Comparison) -> Row:
    """The sums, last; they never stand without the needs above them."""
    totals = [_sum(press, sheet.totals[rival.key]) for rival in shown(sheet)]
    best = max((total for total in sheet.totals.values() if total is not None), default=None)
    gap = None if sheet.total is None or best is None else sheet.total - best
    mark = press.marked(gap_mark(_rounded(gap)), press.key("" if gap is None else tell_gap(gap, 2)))
    ours = "—" if sheet.total is None else tell_decimal(sheet.total, 2)
    cells = (
        press.key(press.tr("Total")),
        press.key(tell_decimal(sum(row.share or 0 for row in sheet.rows), 0), "right"),
        press.muted(press.tr("read it need by need")),
        press.prose((bold(ours, "accent"),), "cell", "middle"),
        *totals,
        mark,
        press.cell(""),
    )
    takes = [1, 1, 2, 1, *(1 for _ in totals), 1, 2]
    return Row(cells, total=True, takes=tuple(takes))


def _rounded(gap: float | None) -> float | None:
    return None if gap is None else round(gap, 2)


def _sum(press: Press, total: float | None) -> Block:
    return press.key("—" if total is None else tell_decimal(total, 2), "middle")


def _unknowns(press: Press, sheet: Comparison) -> str:
    """What the question mark means, and how many there are of each rival."""
    lacking = [(named(rival.called), sheet.missing[rival.key]) for rival in sheet.rivals if sheet.missing[rival.key]]
    if not lacking:
        return press.tr("unknown")
    told = tell_list([press.tr("{name} {n}", name=name, n=count) for name, count in lacking], press.words)
    return press.tr("unknown ({counts})", counts=told)


def _legend(press: Press, subject: Subject) -> Block:
    main = subject.against(press.words)
    entries = [
        ("us", press.tr("us")),
        ("rival", named(main)),
        ("up", press.tr("we lead")),
        ("down", press.tr("we trail")),
        ("level", press.trc("gap", "level")),
    ]
    if any(row.ours is None or None in row.rivals.values() for row in subject.comparison.rows):
        entries.append(("unknown", _unknowns(press, subject.comparison)))
    return press.legend(entries)
