"""P9, thin: the orders that are open, by their day of decision, and what became of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from kamdesk.client.plan_records import Ahead, Deal, Opportunity
from kamdesk.client.units import Money, tell_decimal, tell_money
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.parts import KeyFigures, Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.words import N_

TITLE = N_("Opportunities")
_CHIPS = 4  # actions named in one cell
_WORTH_FIGURES = 3  # orders; what there is to say of fewer stands in their rows
_MARKS = {Ahead.US: "up", Ahead.LEVEL: "level", Ahead.RIVAL: "down"}
_ENDS = {Deal.WON: "up", Deal.LOST: "down", Deal.DROPPED: "gone"}


def build(press: Press, subject: Subject) -> Story:
    """Figures of several orders, the open ones, the others; one line when none is on record."""
    held = subject.client.opportunities
    if not held:
        return press.missing("P9", press.tr(TITLE))
    waiting = in_order(held)
    parts = [Part(_figures(press, held, waiting))] if len(held) >= _WORTH_FIGURES else []
    if waiting:
        parts.append(Part(_open(press, subject, waiting)))
    else:
        parts.append(Part(press.red_flag(press.tr("No order is open"))))
    ended = sorted((it for it in held if not it.is_open), key=lambda it: it.close or date.min, reverse=True)
    if ended:
        parts.append(Part(_ended(press, subject, ended)))
    return press.story("P9", press.tr(TITLE), _conclusions(press, subject, waiting), parts)


def in_order(held: Iterable[Opportunity]) -> list[Opportunity]:
    """The open ones, the next decision first; those without a day come last, the largest first."""
    waiting = [it for it in held if it.is_open]
    return sorted(waiting, key=lambda it: (it.close or date.max, -(it.amount.amount if it.amount else 0)))


def standing(press: Press, subject: Subject, it: Opportunity) -> Block:
    """Who is ahead, by mark and name."""
    if it.ahead is None:
        return press.marked("unknown", press.muted(press.tr("unknown")))
    rival = subject.called(it.rival or "") if it.ahead is Ahead.RIVAL else ""
    return press.marked(_MARKS[it.ahead], press.cell(rival or press.tr(it.ahead.label), most=1))


def total(press: Press, amounts: Iterable[Money | None]) -> str:
    """The sum, currency by currency; a dash for nothing."""
    sums: dict[str, Decimal] = {}
    for it in amounts:
        if it is not None:
            sums[it.currency] = sums.get(it.currency, Decimal()) + it.amount
    told = (tell_money(Money(amount, currency), press.words) for currency, amount in sums.items())
    return " + ".join(told) or "—"


def chips(press: Press, numbers: Sequence[int]) -> Block:
    """Actions by their numbers on P11; that there is none."""
    if not numbers:
        return press.alarm(press.trc("actions", "none"))
    told = " ".join(f"A{number}" for number in numbers[:_CHIPS])
    rest = len(numbers) - _CHIPS
    return press.accent(f"{told} +{rest}" if rest > 0 else told, to="actions")


def _figures(press: Press, held: tuple[Opportunity, ...], waiting: list[Opportunity]) -> KeyFigures:
    whole, margin = total(press, (it.amount for it in waiting)), total(press, (it.margin for it in waiting))
    first = next((it for it in waiting if it.close), None)
    ahead = sum(it.ahead is Ahead.US for it in waiting)
    day, name = (press.day(first.close), first.name) if first else ("—", "")
    cells = [
        press.key_figure(press.trc("orders", "Open"), whole, press.trn("{n} order", "{n} orders", len(waiting))),
        press.key_figure(press.tr("Expected margin"), margin, _share(press, waiting)),
        press.key_figure(press.tr("Decided next"), day, name),
        press.key_figure(press.tr("We are ahead"), f"{ahead} / {len(waiting)}", press.tr("of the open ones")),
    ]
    won, lost = ([it.amount for it in held if it.state is state] for state in (Deal.WON, Deal.LOST))
    ended = []
    if won:
        ended.append(press.trn("{n} order won: {sum}", "{n} orders won: {sum}", len(won), sum=total(press, won)))
    if lost:
        ended.append(press.trn("{n} order lost: {sum}", "{n} orders lost: {sum}", len(lost), sum=total(press, lost)))
    cells.append(press.key_figure(press.tr("Won and lost"), f"{len(won)} : {len(lost)}", " · ".join(ended)))
    return KeyFigures(cells)


def _share(press: Press, waiting: list[Opportunity]) -> str:
    """Of the orders whose amount and margin are known in one currency."""
    known = [(it.margin, it.amount) for it in waiting if it.margin and it.amount]
    if not known or len({money.currency for pair in known for money in pair}) > 1:
        return ""
    amount = sum(pair[1].amount for pair in known)
    share = 100 * sum(pair[0].amount for pair in known) / amount if amount else None
    return "" if share is None else press.tr("{share}% of them", share=tell_decimal(share, 0))


def _open(press: Press, subject: Subject, waiting: list[Opportunity]) -> Titled:
    columns = (
        press.column(press.tr("Opportunity"), share=1.0),
        press.column(press.tr("Amount"), align="right"),
        press.column(press.tr("Margin"), align="right"),
        press.column(press.tr("Decision on"), align="right"),
        press.column(press.tr("Who is ahead")),
        press.column(press.tr("Against")),
        press.column(press.tr("Actions")),
    )
    numbers = subject.action_numbers
    rows = []
    for it in waiting:
        late = it.close is not None and it.close < press.today
        found = [numbers[action.key] for action in subject.open_actions if action.opportunity == it.key]
        cells = (
            _name(press, it),
            press.key(_money(press, it.amount), "right"),
            press.cell(_money(press, it.margin), "right"),
            press.alarm(press.day(it.close), "right") if late else press.cell(press.day(it.close), "right"),
            standing(press, subject, it),
            press.cell(subject.called(it.rival or "") or "—", most=2),
            chips(press, found),
        )
        rows.append(Row(cells, about=told_of(it)))
    return press.titled(press.tr("Open orders"), press.table(columns, rows), press.tr("the next decision first"))


def _ended(press: Press, subject: Subject, ended: list[Opportunity]) -> Titled:
    columns = (
        press.column(press.tr("Opportunity"), share=1.0),
        press.column(press.tr("Result")),
        press.column(press.tr("Amount"), align="right"),
        press.column(press.tr("Decided on"), align="right"),
        press.column(press.tr("Against")),
        press.column(press.tr("Why it was won or lost"), share=1.0),
    )
    rows = []
    for it in ended:
        assert it.state is not None
        cells = (
            _name(press, it),
            press.marked(_ENDS[it.state], press.cell(press.tr(it.state.label))),
            press.cell(_money(press, it.amount), "right"),
            press.muted(press.day(it.close), "right"),
            press.cell(subject.called(it.rival or "") or "—", most=2),
            press.cell(it.why or "—"),
        )
        rows.append(Row(cells, about=told_of(it)))
    return press.titled(press.tr("Decided orders"), press.table(columns, rows))


def _name(press: Press, it: Opportunity) -> Block:
    """Its name, the unit it is for and the notes on it."""
    blocks: list[Block] = [press.key(it.name)]
    if it.unit.strip():
        blocks.append(press.note(it.unit))
    if it.notes.strip():
        blocks.append(markdown.note(press, it.notes, "note"))
    return Stack(blocks)


def _money(press: Press, amount: Money | None) -> str:
    return tell_money(amount, press.words) if amount else "—"


def _conclusions(press: Press, subject: Subject, waiting: list[Opportunity]) -> list[str]:
    """What is open and worth how much; an order whose day is over first, else who is ahead in the next one."""
    if not waiting:
        return [press.tr("No order is open: nothing is to be won here yet.")]
    count = press.trn("{n} open order", "{n} open orders", len(waiting))
    values = {"count": count, "sum": total(press, (it.amount for it in waiting))}
    late = [it for it in waiting if it.close and it.close < press.today]
    if late:
        text = N_("{count} worth {sum}; the day of “{name}” was {day}: find out what was decided.")
        return [press.tr(text, name=late[0].name, day=press.day(late[0].close), **values), _worth(press, values)]
    first = waiting[0]
    if first.close is None:
        return [press.tr("{count} worth {sum}, none with a day of decision.", **values)]
    told = {
        Ahead.US: N_("{count} worth {sum}; “{name}” is decided on {day}, and we are ahead."),
        Ahead.LEVEL: N_("{count} worth {sum}; “{name}” is decided on {day}, and nobody is ahead."),
        Ahead.RIVAL: N_("{count} worth {sum}; “{name}” is decided on {day}, and {rival} is ahead."),
        None: N_("{count} worth {sum}; “{name}” is decided on {day}, and nobody knows who is ahead."),
    }
    rival = subject.called(first.rival or "") or press.tr("the rival")
    return [
        press.tr(told[first.ahead], name=first.name, day=press.day(first.close), rival=rival, **values),
        _worth(press, values),
    ]


def _worth(press: Press, values: dict[str, str]) -> str:
    return press.tr("{count} worth {sum}.", **values)
