"""The rival on the strip that stays in the bag: how it stands, what is not said today, what we decided to do."""

from __future__ import annotations

from kamdesk.client.comparing import Row as Need
from kamdesk.client.moves import Move, moves
from kamdesk.client.prefill import Taken, taken
from kamdesk.client.tactics import Tactic
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.visit_sheet_front import more
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.growing import Maker
from kamdesk.document.shortening import cut
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans


def rival(told: Told) -> dict[str, Maker]:
    """How the rival stands and what it did; what is not said today."""
    return {"stands": lambda limit: _stands(told, limit), "unsaid": lambda limit: _unsaid(told, limit)}


LEAST = {"stands": 1, "unsaid": 1}
ORDER = ("stands", "stands", "stands", "unsaid", "stands", "stands", "unsaid", "stands")


def tactics(told: Told) -> dict[str, Maker]:
    """What we decided to do, where the floors leave room."""
    return {"tactics": lambda limit: _tactics(told, limit)}


TACTICS_LEAST = {"tactics": 0}
TACTICS_ORDER = ("tactics",) * 5


def _stands(told: Told, most: int) -> Block:
    """The needs that differ, the dearest first, then the newest facts learned."""
    press, subject = told.press, told.subject
    if subject.rival is None:
        return press.titled(press.tr("The rival"), press.red_flag(press.tr("no main rival named")))
    key = subject.rival.key
    needs = [row for row in subject.comparison.rows if row.gap_main]
    needs.sort(key=lambda row: -abs((row.share or 0) * (row.gap_main or 0)))
    heard = [it for it in moves(subject.client, subject.workspace, subject.today) if it.rival.key == key]
    facts = [_heard(told, it) for it in heard if it.section == "intel" and not it.old]
    compared = [_need(told, row) for row in needs]
    # of what was heard one line is always seen: it is newer than any score
    mixed = [*compared[: max(most - 1, 0)], *facts, *compared[max(most - 1, 0) :]] if facts else compared
    rows = [Row((block,)) for block in mixed[:most]]
    title = press.tr("{rival} · we to them", rival=cut(subject.rival.called))
    if not rows:
        return press.titled(title, press.muted(press.tr("nothing known yet")))
    return press.titled(title, press.table((press.column(share=1.0),), rows), more(told, len(mixed) - most))


def _heard(told: Told, move: Move) -> Block:
    press = told.press
    day = f"\u2002{press.day(move.day)}" if move.day else ""
    return press.marked("flag", press.cell(spans(cut(press.tell(move.text)), *press.mute(day)), most=2))


def _need(told: Told, row: Need) -> Block:
    press, gap = told.press, row.gap_main or 0
    theirs = row.rivals.get(told.subject.rival.key) if told.subject.rival else None
    text = press.tr("{need} {ours} to {theirs}", need=cut(row.factor.name), ours=row.factor.score, theirs=theirs)
    return press.marked("up" if gap > 0 else "down", press.key(text, most=1))


def _tactics(told: Told, most: int) -> Block | None:
    """The accepted tactics for this visit: the need, the rival or the person, and what we do."""
    press, subject = told.press, told.subject
    held = [it for it in taken(subject.client, subject.workspace, told.visit, subject.today) if _to_do(it)]
    if not held[:most]:
        return None
    rows = [Row((_tactic(told, it),)) for it in held[:most]]
    table = press.table((press.column(share=1.0),), rows)
    return press.titled(press.tr("Our tactics"), table, more(told, len(held) - most))


def _to_do(it: Taken) -> bool:
    """True when there is something to do: of what we leave alone only what is under way."""
    return it.tactic is not Tactic.IGNORE or it.action is not None


def _tactic(told: Told, it: Taken) -> Block:
    press = told.press
    about = it.row.factor.name if it.row else told.subject.called((it.proposal.contact or "") if it.proposal else "")
    named = it.tactic is not None and it.tactic is not Tactic.IGNORE
    label = press.tell(it.proposal.label) if it.proposal else press.tr(it.tactic.label) if it.tactic and named else ""
    lead = " ".join(part for part in (cut(about), label) if part)
    words = it.words if isinstance(it.words, str) else press.tell(it.words)
    return press.cell(spans(bold(f"{lead}\u2002"), cut(words)), most=2)


def _unsaid(told: Told, lines: int) -> Block:
    press, held = told.press, told.negotiation
    name = cut(told.subject.rival.called) if told.subject.rival else ""
    rule = press.tr("The name {rival}, any floor, anything from this strip.", rival=name) if name else ""
    rule = rule or press.tr("Any floor, anything from this strip.")
    lines_red = cut(held.red_lines) if held else ""
    text = f"{lines_red}\n{rule}" if lines_red else rule
    return press.titled(press.tr("Not said today"), press.cell(text, most=min(lines + 1, 4)))
