"""The lower part of the battle card: how they attack us and what we answer, what we ask, what decides outright."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.attacks import Attack, attacks
from kamdesk.client.contest_records import Certainty, RivalTopic
from kamdesk.client.kills import Kill, kills
from kamdesk.client.rival_records import RivalKind
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.battle_card_lines import LINES, rows_of
from kamdesk.document.chapters.battle_card_told import Faced
from kamdesk.document.fitting import Blank
from kamdesk.document.parts import Titled
from kamdesk.document.shortening import cut
from kamdesk.document.style import MM
from kamdesk.document.table import Row
from kamdesk.document.text import Span, Spans, bold, spans
from kamdesk.words import Said

_ROW = 6.2 * MM  # by hand
_CLOSE, _NARROW = 2.0, 6.0  # behind a box, behind a side
_SILENT = (RivalKind.INHOUSE, RivalKind.NOTHING)  # they have no price of their own


def answered(faced: Faced, limit: int) -> Block:
    """What they will say, what we answer, what proves it; what has no answer yet is seen first."""
    press, subject = faced.press, faced.subject
    held = _prepared_first(attacks(subject.client, subject.workspace, subject.account, subject.today, faced.rival.key))
    rows = [_attack(faced, it) for it in held[: rows_of(limit)]]
    if not rows:
        blank = Blank(0.0, _ROW)
        rows = [Row((press.mark("box"), press.alarm(press.tr("to be added")), blank, blank, blank))]
    columns = (
        press.column(apart=_CLOSE),
        press.column(share=1.0),
        press.column(share=1.3),
        press.column(share=0.5),
        press.column(align="right"),
    )
    note = _rest(faced, held[rows_of(limit) :]) or press.tr("tick when it was said")
    return press.titled(press.tr("How they will attack us, and what we answer"), press.table(columns, rows), note)


def _prepared_first(held: Sequence[Attack]) -> list[Attack]:
    """What the rep has an answer to or wrote down, then what nobody has thought of; each the gravest first."""
    return sorted(held, key=lambda it: not (it.answer or it.own))


def _rest(faced: Faced, held: Sequence[Attack]) -> str:
    """What did not fit, with how many of them would find us without an answer."""
    open_ones = sum(not it.answer for it in held)
    if not held:
        return ""
    if not open_ones:
        return faced.press.trn("{n} more", "{n} more", len(held))
    return faced.press.trn("{n} more, {m} without an answer", "{n} more, {m} without an answer", len(held), m=open_ones)


def _attack(faced: Faced, attack: Attack) -> Row:
    press = faced.press
    claim = attack.claim if isinstance(attack.claim, str) else press.tell(attack.claim)
    answer: Block = press.alarm(press.tr("no answer yet"))
    if attack.answer:
        answer = press.cell(cut(attack.answer), most=LINES)
    proof: Block = press.muted(cut(attack.proof), most=LINES)
    if attack.answer and not attack.proof:
        proof = press.alarm(press.tr("no proof yet"))
    told = attack.tellable and bool(attack.proof)
    tag = press.muted(press.trc("tag", "may be told"), "right", most=1)
    return Row(
        (
            press.mark("box"),
            press.key(cut(claim), most=LINES),
            answer,
            proof,
            tag if told else press.key(press.trc("tag", "internal"), "right", most=1),
        )
    )


def asked(faced: Faced, limit: int) -> Block:
    """Questions to raise beside what decides outright."""
    return Pair(_questions(faced, limit), _kills(faced))


def _questions(faced: Faced, limit: int) -> Titled:
    press = faced.press
    rows = [Row((press.mark("box"), press.cell(it, most=LINES))) for it in faced.questions[: rows_of(limit + 1)]]
    rest = len(faced.questions) - len(rows)
    note = press.trn("{n} more", "{n} more", rest) if rest > 0 else press.tr("no names")
    if not rows:
        rows = [
            Row((press.mark("box"), press.alarm(press.tr("to be added")))),
            Row((press.mark("box"), Blank(0.0, _ROW))),
        ]
    table = press.table((press.column(apart=_CLOSE), press.column(share=1.0)), rows)
    return press.titled(press.tr("Questions to raise"), table, note)


def _kills(faced: Faced) -> Titled:
    """Ours, theirs on us, and what is not known."""
    press = faced.press
    found = kills(faced.subject.client, faced.subject.workspace, faced.subject.today)
    # A need only another rival wins outright is no kill point of this one.
    most = -faced.subject.client.rules.kill_gap
    theirs = tuple(it for it in found.theirs if it.row.gap_main is not None and it.row.gap_main <= most)
    texts = (
        ("up", press.key(press.tr("ours")), _ours(faced, found.ours, found.nearly)),
        ("down", press.key(press.tr("on us")), _theirs(faced, theirs)),
        ("unknown", press.cell(press.tr("floor")), _floor(faced)),
    )
    rows = [Row((press.marked(mark, side), press.cell(text, most=LINES))) for mark, side, text in texts]
    least = press.tr(
        "high weight, {gap} ahead of the best · internal", gap=tell_decimal(faced.subject.client.rules.kill_gap, 0)
    )
    columns = (press.column(apart=_NARROW), press.column(share=1.0))
    return press.titled(press.tr("Kill points"), press.table(columns, rows), least)


def _ours(faced: Faced, ours: tuple[Kill, ...], nearly: tuple[Kill, ...]) -> Spans:
    """Where we win outright; with none, what is still missing for the best one."""
    press = faced.press
    if ours:
        told = tell_list([_need(faced, kill) for kill in ours], press.words)
        unsure = next((kill.missing[0] for kill in ours if not kill.sure and kill.missing), None)
        return spans(bold(told), *_because(faced, unsure))
    if nearly:
        first = nearly[0]
        values = {"need": cut(first.row.factor.name), "gap": _gap(first)}
        none = press.tr("none; {need} {gap}", **values)
        return spans(none, *_because(faced, first.missing[0] if first.missing else None))
    return spans(press.tr("none yet"))


def _theirs(faced: Faced, theirs: tuple[Kill, ...]) -> Spans:
    """Where we lose outright, and whether a ladder answers it; its floor is told on the visit sheet only."""
    press = faced.press
    if not theirs:
        return spans(press.tr("none"))
    first = theirs[0]
    told = tell_list([_need(faced, kill) for kill in theirs], press.words)
    if first.plan is None:
        return spans(bold(told), "\u2002", Span(press.tr("no ladder yet"), 700, "alarm"))
    return spans(bold(told), "\u2002", press.tr("a ladder answers it"))


def _need(faced: Faced, kill: Kill) -> str:
    row = kill.row
    values = {"gap": _gap(kill), "weight": tell_decimal(row.share or 0, 0)}
    return faced.press.tr("{need} {gap}, weight {weight}", need=cut(row.factor.name), **values)


def _gap(kill: Kill) -> str:
    """Against the rival of this card, as in all its figures; the best rival decides whether it is a kill point."""
    gap = kill.row.gap_main
    return "?" if gap is None else tell_gap(gap, 0)


def _because(faced: Faced, missing: Said | None) -> Spans:
    return spans(Span(f"\u2002{faced.press.tell(missing)}", 0, "muted")) if missing else ()


def _floor(faced: Faced) -> Spans:
    """The rival's price floor: what is known, else to be asked by lawful sources only."""
    press, held = faced.press, faced.contest
    if faced.rival.kind in _SILENT:
        return spans(press.tr("has no price of its own"))
    if held and held.floor.strip():
        certainty = held.floor_known or Certainty.ESTIMATED
        label = press.tr(certainty.label)
        return spans(press.tr("{floor} ({certainty})", floor=cut(held.floor), certainty=label))
    known = next((it for it in faced.facts if it.topic is RivalTopic.FLOOR), None)
    if known:
        return spans(cut(known.text))
    return spans(press.tr("floor unknown; lawful sources only"))
