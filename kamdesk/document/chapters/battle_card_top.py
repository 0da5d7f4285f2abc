"""The upper part of the battle card: who it is and how long the card holds, the sheet at a glance, where we stand."""

from __future__ import annotations

from functools import partial

from kamdesk.client import tipping
from kamdesk.client.comparing import Row as Need
from kamdesk.client.contest import Supporter, supporters
from kamdesk.client.contest_records import CallKind
from kamdesk.client.proposals import CallState, Proposal, proposals, words_of
from kamdesk.client.stance import stance
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.arranged import Across, Pair, Ruled
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.battle_card_told import Faced, ended
from kamdesk.document.chapters.rival_sheet import gap_mark, whole
from kamdesk.document.parts import Titled
from kamdesk.document.shortening import cut
from kamdesk.document.style import MM, style
from kamdesk.document.table import Row
from kamdesk.document.text import Spans, bold, spans
from kamdesk.picture.dumbbell import Bell, dumbbells
from kamdesk.picture.manner import PAPER
from kamdesk.picture.shapes import Pen

_HALF = 83 * MM
_GAP = 4.0 * MM
_RULE = Pen("edge", 0.9)
_NEEDS, _MOST_NEEDS = 4, 8  # beyond the limit; at most
_MEETINGS, _NAMED = 3, 2  # rows at least, supporters told by name
_LINES = 2  # of a cell


def head(faced: Faced) -> Block:
    """Who the rival is in one line, and until when the card may be used."""
    press = faced.press
    name, about = bold(cut(faced.rival.name) or faced.name), cut(faced.rival.about)
    told = spans(name, "\u2002", *_missing(press.tr("who they are in one line is not written yet")))
    if about:
        told = spans(name, f"{'：' if press.words.chinese else ': '}{about}")
    state = _state(faced)
    right = state.natural() + 1.0
    width = style().mm("width")
    left = press.cell(told, most=_LINES)
    return Ruled(Pair(left, state, (width - _GAP - right) / (width - _GAP), _GAP), _RULE)


def _state(faced: Faced) -> Block:
    press = faced.press
    if faced.updated is None or faced.valid_until is None:
        return press.marked("flag", press.alarm(press.tr("nothing dated: out of date")))
    updated = press.cell(press.tr("updated {day}", day=press.day(faced.updated)))
    valid = press.key(press.tr("valid until {day}", day=press.day(faced.valid_until)))
    if faced.expired:
        return Across([updated, valid, press.marked("flag", press.alarm(press.tr("out of date")))], _GAP)
    return Across([updated, press.marked("level", valid)], _GAP)


def glance(faced: Faced, limit: int) -> Block:
    """The needs as dumbbells, beside when we meet them and how we stand."""
    right = Stack([_meets(faced, max(limit + 1, _MEETINGS), min(limit, _LINES)), _stance(faced)], _GAP)
    return Pair(_needs(faced, min(limit + _NEEDS, _MOST_NEEDS)), right)


def _needs(faced: Faced, most: int) -> Titled:
    press, sheet = faced.press, faced.sheet
    shown = _shown(faced, most)
    theirs = sheet.totals.get(faced.rival.key)
    note = press.tr("circle us, square {rival}", rival=faced.name)
    if sheet.total is not None and theirs is not None:
        totals = {"ours": tell_decimal(sheet.total, 2), "theirs": tell_decimal(theirs, 2)}
        note = press.tr("circle: us · totals {ours} to {theirs}", **totals)
    if (rest := len(sheet.rows) - len(shown)) > 0:
        note = press.trn("{n} more, see {code}", "{n} more, see {code}", rest, code=press.code("rivals"))
    block: Block = press.red_flag(press.tr("no need is compared yet"))
    if shown:
        block = press.figure(dumbbells([_bell(faced, row) for row in shown], _HALF, manner=PAPER))
    title = press.prose(press.tr("At a glance"), "block")
    return Titled(title, block, press.prose(note, "block_note", "right", most=1))


def _shown(faced: Faced, most: int) -> list[Need]:
    """The needs that weigh most, in the order of the sheet."""
    rows = sorted(faced.sheet.rows, key=lambda row: (row.gap_main is None, -(row.share or 0.0)))
    chosen = {row.factor.key for row in rows[:most]}
    return [row for row in faced.sheet.rows if row.factor.key in chosen]


def _bell(faced: Faced, row: Need) -> Bell:
    gap = row.gap_main
    return Bell(
        label=cut(row.factor.name) or "—",
        ours=row.ours,
        rival=row.rivals.get(faced.rival.key),
        figure="" if row.share is None else f"{tell_decimal(row.share, 0)}%",
        words="?" if gap is None else tell_gap(gap, 0),
        strong=True,
        mark=gap_mark(gap),
    )


def _meets(faced: Faced, most: int, lines: int) -> Titled:
    """When we meet them, who backs them, what they may do next."""
    press = faced.press
    texts = [it for it in (_when(faced), _backed(faced), _next(faced), _supplies(faced), _offers(faced)) if it]
    rows = [Row((press.cell(text, most=lines),)) for text in texts[:most]]
    note = press.trc("tag", "internal")
    if held := faced.contest:
        values = {"source": cut(held.source) or press.tr("no source"), "day": press.day(held.day)}
        note = press.tr("{source} · {day} · internal", **values)
        if faced.old(held.day):
            note = press.tr("{source} · {day} out of date · internal", **values)
    title = press.prose(press.tr("When we meet"), "block", most=1)
    table = press.table((press.column(share=1.0),), rows)
    return Titled(title, table, press.prose(note, "block_note", "right", most=1))


def _when(faced: Faced) -> Spans:
    text = cut(faced.rival.meets)
    return spans(text) if text else _missing(faced.press.tr("when we meet them is not written yet"))


def _backed(faced: Faced) -> Spans:
    """Those who stand nearer to the rival, with our lead where it is known."""
    press, subject = faced.press, faced.subject
    held = supporters(subject.client, subject.account, faced.rival.key, subject.today)
    label = press.tr("Backed by:")
    if not held:
        return spans(f"{label}\u2002", *_missing(press.tr("nobody named yet")))
    names = [_supporter(faced, it) for it in held[:_NAMED]]
    if rest := len(held) - len(names):
        names.append(press.trn("{n} more", "{n} more", rest))
    return spans(f"{label}\u2002", bold(tell_list(names, press.words)))


def _supporter(faced: Faced, it: Supporter) -> str:
    press, person = faced.press, faced.subject.account.person(it.contact.key)
    name = cut(it.contact.name) or press.tr("No name")
    lead = it.lead if it.lead is not None else person.lead if person else None
    return name if lead is None else f"{whole(name)}\u00a0{tell_gap(lead, 2)}"


def _next(faced: Faced) -> Spans:
    press, label = faced.press, faced.press.tr("Likely next:")
    text = cut(faced.contest.next_move) if faced.contest else ""
    return spans(f"{label}\u2002", text) if text else spans(f"{label}\u2002", *_missing(press.tr("think it through")))


def _supplies(faced: Faced) -> Spans | None:
    press, held = faced.press, faced.contest
    if held is None or not held.supplies.strip():
        return None
    share = f"{held.share.normalize():f}%" if held.share is not None else ""
    until = press.tr("until {day}", day=press.day(held.contract_end)) if held.contract_end else ""
    told = " · ".join(it for it in (cut(held.supplies), share, until) if it)
    label = press.tr("Supplies here:")
    return spans(f"{label}\u2002", told)


def _offers(faced: Faced) -> Spans | None:
    if faced.contest is None or not faced.contest.value.strip():
        return None
    label = faced.press.tr("Offers here:")
    return spans(f"{label}\u2002", cut(faced.contest.value))


def _missing(text: str) -> Spans:
    return spans(bold(text, "alarm"))


def _stance(faced: Faced) -> Titled:
    """The stance with the rep's own words, else the advice with the test that decided."""
    press, subject = faced.press, faced.subject
    verdict = stance(subject.client, subject.workspace, subject.account, subject.today)
    if verdict.stance is None:
        told = press.tell(verdict.reason) if verdict.reason else ""
        return press.titled(press.tr("Our stance"), press.cell(told, most=_LINES))
    label = press.tr(verdict.stance.label)
    title = press.tr("Our stance: {stance}", stance=label)
    texts = [_own_stance(faced) or press.tell(verdict.tests[-1].reason)]
    if tip := _tip(faced):
        texts.append(tip)
    note = press.tell(verdict.tests[-1].reason)
    block = press.cell(("" if press.words.chinese else " ").join(map(partial(ended, press), texts)), most=_LINES + 1)
    titled = press.titled(title, block)
    return Titled(titled.title, block, press.prose(note, "block_note", "right", most=1))


def _own_stance(faced: Faced) -> str:
    found = overall(faced)
    return cut(_words(faced, found)) if found and found.state is not CallState.DISCARDED else ""


def overall(faced: Faced) -> Proposal | None:
    """What is proposed against this rival as a whole."""
    subject = faced.subject
    made = proposals(subject.client, subject.workspace, subject.account, subject.today)
    return next((it for it in made if it.kind is CallKind.STANCE), None)


def _words(faced: Faced, found: Proposal) -> str:
    words = words_of(found)
    return words if isinstance(words, str) else faced.press.tell(words)


def _tip(faced: Faced) -> str:
    """What would tip the totals, where a shift of weight does."""
    tip = tipping.tip(faced.subject.client, faced.subject.workspace, faced.subject.today)
    step = tip.best_step if tip else None
    if tip is None or step is None:
        return ""
    return faced.press.tr(
        "Weight of {need} from {now} to {then}: {ours} to {theirs}.",
        need=cut(tip.best),
        now=tell_decimal(tip.steps[0].best, 0),
        then=tell_decimal(step.best, 0),
        ours=tell_decimal(step.ours, 2),
        theirs=tell_decimal(step.theirs, 2),
    )
