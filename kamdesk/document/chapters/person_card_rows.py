"""The card's tables: who of us knows the person, what is planned, what we have seen, and how to go about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kamdesk.client.card import bonds_of, last_touch, next_touch, opportunities_of
from kamdesk.client.levels import code
from kamdesk.client.person_tactic import person_tactic
from kamdesk.client.plan_records import Action
from kamdesk.client.telling import tell_list
from kamdesk.client.weigh_records import Evidence
from kamdesk.document.arranged import Pair, Panel
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.effort import effort
from kamdesk.document.chapters.person_card_parts import Card
from kamdesk.document.fitting import Blank, Entries, Entry, WritingLines
from kamdesk.document.parts import Titled
from kamdesk.document.style import MM
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Span, bold, spans

_EMPTY = 2  # rows to write in where a table has none
_WORD, _SENTENCE, _ROW = 15 * MM, 70 * MM, 6.4 * MM  # by hand


def knowing(card: Card, most: int) -> Pair:
    """Who of us knows the person, beside how to go about it."""
    return Pair(_known(card, most), _moves(card, most), gutter=6 * MM)


def _known(card: Card, most: int) -> Stack:
    """What each of us is to the person now and shall be, when we met last and meet next."""
    press, subject = card.press, card.subject
    bonds = bonds_of(subject.client, card.contact)
    shown = bonds[:most]
    columns = (
        press.column(press.tr("Of ours"), share=1.0),
        press.column(press.tr("Relation now")),
        press.column(press.tr("wanted")),
    )
    rows = []
    for bond in shown:
        colleague = subject.colleague(bond.colleague)
        cells = (
            press.cell((bold(colleague.name if colleague else "—"),), most=1),
            press.cell(press.tr(bond.now.label) if bond.now else "?", most=1),
            press.cell(press.tr(bond.wanted.label) if bond.wanted else "—", most=1),
        )
        rows.append(Row(cells))
    last = last_touch(subject.client, card.contact, subject.today)
    met = press.tr("last met {day}", day=press.day(last.day)) if last else ""
    table = _table(card, press.tr("Who of us knows them"), columns, rows, len(bonds), most, "people", met)
    return Stack([table, _next_touch(card)], 3.0)


def _next_touch(card: Card) -> Block:
    """When we meet next, with a line to write on where nothing is planned."""
    press, label = card.press, card.press.tr("Next touch")
    touch = next_touch(card.subject.client, card.contact, card.subject.today)
    if touch is None:
        return Entries([Entry(press.prose(label, "note"), None)], 1)
    text = press.tell(touch.said).strip("—– ")
    told = spans(Span(f"{label}\u2002", 0, "muted"), bold(press.day(touch.day)), f"\u2002{text}")
    return press.cell(told, most=2)


def _moves(card: Card, most: int) -> Titled:
    """How to go about this person, and which orders it is for; lines where it cannot be said yet."""
    press, client = card.press, card.subject.client
    title = press.tr("How to go about it")
    tactic = None if card.gone else person_tactic(card.person)
    orders = tell_list([it.name for it in opportunities_of(client, card.contact)], press.words)
    blocks: list[Block] = []
    if tactic:
        head = spans(bold(press.tr(tactic.label)), "\u2002", Span(press.tell(tactic.reason), 0, "muted"))
        blocks += [press.cell(head, most=min(most, 2)), press.cell(press.tell(tactic.said), most=min(most + 1, 3))]
        blocks += [press.cell(press.tell(tactic.note), most=2)] if tactic.note and most > 1 else []
    if orders:
        label = press.tr("For the order")
        blocks.append(press.cell(spans(Span(f"{label}\u2002", 0, "muted"), orders), most=min(most, 2)))
    if tactic is None:
        blocks.append(WritingLines(_EMPTY, _ROW))
    return press.titled(title, Panel(Stack(blocks, 1.5)) if tactic else Stack(blocks))


def actions(card: Card, most: int) -> Block | None:
    """What is planned with this person, the next due first; a red flag where nothing is and they are still there."""
    press, subject = card.press, card.subject
    mine = [(at, it) for at, it in enumerate(subject.open_actions, 1) if it.contact == card.key]
    if not mine:
        return None if card.gone else press.unfilled(press.tr("Actions"))
    shown = mine[:most]
    columns = (
        press.column(),
        press.column(press.tr("Action"), share=1.4),
        press.column(press.tr("Moves")),
        press.column(press.tr("Owner")),
        press.column(press.tr("Due"), align="right"),
        press.column(press.tr("Effort"), align="right"),
        press.column(press.tr("Serves"), share=0.6),
        press.column(),
    )
    rows = [_action(card, number, action) for number, action in shown]
    return _table(card, press.tr("Actions"), columns, rows, len(mine), most, "actions")


def _action(card: Card, number: int, action: Action) -> Row:
    press, late = card.press, action.due is not None and action.due < card.press.today
    text: Block = press.cell(action.text, most=2)
    if action.proof.strip():
        seen = press.tr("seen by: {proof}", proof=action.proof)
        text = Stack([press.cell(action.text, most=1), press.prose(seen, "note", most=1)])
    due = press.day(action.due)
    return Row(
        (
            press.accent(f"A{number}"),
            text,
            press.cell(code(action.dimension) if action.dimension else "—"),
            press.cell(action.person or "—", most=1),
            press.alarm(due, "right") if late else press.cell(due, "right"),
            press.cell(effort(press, action), "right", most=1),
            press.cell(card.subject.called(action.opportunity or action.goal or "") or "—", most=1),
            press.mark("box"),
        )
    )


def facts(card: Card, most: int) -> Titled:
    """What was seen of the person, the newest first; a fact past its time in the colour of what is late."""
    press, client = card.press, card.subject.client
    dated = [item for item in client.evidence if item.contact == card.key and item.day]
    mine = sorted(dated, key=lambda item: item.day or date.min, reverse=True)
    shown = mine[:most]
    columns = (
        press.column(press.tr("Day")),
        press.column(press.tr("What happened"), share=1.5),
        press.column(press.tr("Source"), share=0.6),
    )
    rows = [_fact(card, item) for item in shown]
    return _table(card, press.tr("Evidence"), columns, rows, len(mine), most, "evidence")


def _fact(card: Card, item: Evidence) -> Row:
    press = card.press
    assert item.day is not None
    old = (press.today - item.day).days > card.subject.client.rules.fresh_days
    source = item.source.strip() or "—"
    if item.second_source.strip():
        source = press.tr("{source}; confirmed: {second}", source=source, second=item.second_source)
    day, about = press.day(item.day), f"{code(item.dimension)}\u2002" if item.dimension else ""
    return Row(
        (
            press.alarm(press.tr("{day}, old", day=day)) if old else press.cell(day),
            press.cell(spans(Span(about, 0, "muted"), item.text), most=2),
            press.muted(source, most=1),
        )
    )


def _table(
    card: Card,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    count: int,
    most: int,
    chapter: str,
    note: str = "",
) -> Titled:
    """As many rows as there is room for, the others counted; where there is nothing, rows to write in."""
    press, rest = card.press, count - len(rows)
    if rest > 0:
        note = press.trn("{n} more, {code} of the plan", "{n} more, {code} of the plan", rest, code=press.code(chapter))
    if count and not rows:
        return press.titled(title, Stack(()), note)
    empty = [Row(tuple(_blank(column) for column in columns))] * max(1, min(most, _EMPTY))
    return press.titled(title, press.table(columns, rows or empty), note)


def _blank(column: Column) -> Blank:
    """Room for a few words by hand, for many in a column that shares what is left."""
    return Blank((_SENTENCE if column.share else _WORD) if column.head else 0.0, _ROW)
