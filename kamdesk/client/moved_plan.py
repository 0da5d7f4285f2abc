"""What moved with orders, promises, goals, visits and risks of a client."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.moved_parts import NEW, Moved, Sign, choice_said, from_to, sign_of
from kamdesk.client.plan_records import Action, Deal, Opportunity
from kamdesk.client.promises import is_promise
from kamdesk.client.risks import Risk, RiskState
from kamdesk.client.saying import day_said, money_said
from kamdesk.client.telling import as_is
from kamdesk.words import NC_, Said, said

_KEPT, _KEPT_LATE = Said(NC_("promise", "kept")), Said(NC_("promise", "kept late"))
_LATE, _PROMISED = Said(NC_("promise", "late")), Said(NC_("promise", "promised"))
_REACHED = Said(NC_("goal", "reached"))
_ENDS = {Deal.WON: Sign.UP, Deal.LOST: Sign.DOWN, Deal.DROPPED: Sign.DOWN}


def plan_moves(before: Client, after: Client, then: date, today: date) -> Iterator[Moved]:
    """What was promised, reached and held, then what threatens."""
    yield from _promises(before, after, then, today)
    yield from _goals(before, after)
    yield from _visits(before, after)
    yield from _risks(before, after)


def order_moves(before: Client, after: Client) -> Iterator[Moved]:
    """Orders that are new, decided, larger or smaller, sooner or later."""
    old = {item.key: item for item in before.opportunities}
    for item in after.opportunities:
        was = old.get(item.key)
        if was is None:
            value = money_said(item.amount) if item.amount else NEW
            yield _order(item, Sign.NEW if item.is_open else _ENDS[item.state or Deal.WON], value)
        elif (was.state or Deal.OPEN) is not (item.state or Deal.OPEN):
            states = [choice_said(state or Deal.OPEN) for state in (was.state, item.state)]
            yield _order(item, _ENDS.get(item.state or Deal.OPEN, Sign.UP), from_to(*states))
        elif was.amount != item.amount and was.amount and item.amount:
            same = was.amount.currency == item.amount.currency
            sign = sign_of(float(was.amount.amount), float(item.amount.amount)) if same else Sign.SAME
            yield _order(item, sign, from_to(money_said(was.amount), money_said(item.amount)))
        elif was.close != item.close and was.close and item.close:
            sign = Sign.DOWN if item.close > was.close else Sign.UP
            yield _order(item, sign, from_to(day_said(was.close), day_said(item.close)))


def _order(item: Opportunity, sign: Sign, value: Said) -> Moved:
    return Moved(as_is(item.name), sign, value, "opportunities", item.key)


def _promises(before: Client, after: Client, then: date, today: date) -> Iterator[Moved]:
    """Promises kept and newly late, then those newly given; our own plans are told with the rest."""
    new = []
    old = {item.key: item for item in before.actions}
    for item in filter(is_promise, after.actions):
        was = old.get(item.key)
        if item.done is not None:
            if was is None or was.done is None:
                late = item.due is not None and item.done > item.due
                yield _promise(item, Sign.DOWN if late else Sign.UP, _KEPT_LATE if late else _KEPT)
        elif _late(item, today):
            if was is None or not _late(was, then):
                yield _promise(item, Sign.DOWN, _LATE)
        elif was is None:
            new.append(_promise(item, Sign.NEW, day_said(item.due) if item.due else _PROMISED))
    yield from new


def _late(action: Action, on: date) -> bool:
    return action.done is None and action.due is not None and action.due < on


def _promise(item: Action, sign: Sign, value: Said) -> Moved:
    return Moved(as_is(item.text), sign, value, "actions", item.key)


def _goals(before: Client, after: Client) -> Iterator[Moved]:
    old = {item.key: item for item in before.goals}
    for item in after.goals:
        was = old.get(item.key)
        if item.done and not (was and was.done):
            yield Moved(as_is(item.text), Sign.UP, _REACHED, "goals", item.key)
        elif was is None:
            value = day_said(item.due) if item.due else NEW
            yield Moved(as_is(item.text), Sign.NEW, value, "goals", item.key)


def _visits(before: Client, after: Client) -> Iterator[Moved]:
    """Visits that brought something since."""
    had = {item.key for item in before.visits if item.result}
    for item in after.visits:
        if item.result and item.key not in had:
            name = as_is(item.objective) if item.objective.strip() else said("Visit")
            yield Moved(name, Sign.NEW, choice_said(item.result), "visits", item.key)


def _risks(before: Client, after: Client) -> Iterator[Moved]:
    """A risk that is new or grew is a move down, one that shrank or is over a move up."""
    old = {item.key: item for item in before.risks}
    for item in after.risks:
        was, over = old.get(item.key), item.state is RiskState.GONE
        if was is None:
            yield Moved(as_is(item.text), Sign.NEW, _weight(item), "risks", item.key)
        elif over and was.state is not RiskState.GONE:
            yield Moved(as_is(item.text), Sign.UP, choice_said(item.state), "risks", item.key)
        elif (sign := sign_of(_product(item), _product(was))) in (Sign.UP, Sign.DOWN):
            yield Moved(as_is(item.text), sign, from_to(_weight(was), _weight(item)), "risks", item.key)


def _product(risk: Risk) -> float | None:
    return risk.likelihood * risk.impact if risk.likelihood and risk.impact else None


def _weight(risk: Risk) -> Said:
    if risk.likelihood and risk.impact:
        return as_is(f"{risk.likelihood} × {risk.impact}")
    return said("not judged")
