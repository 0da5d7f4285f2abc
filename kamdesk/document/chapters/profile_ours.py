"""What a client is to us, for P2: stage, orders, visits, who of us knows whom, and what it wants."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal

from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.rival_records import Factor
from kamdesk.client.units import Money, tell_decimal, tell_money
from kamdesk.client.visiting import local_day
from kamdesk.document.chapters import summary_top
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press, Term
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_YEAR = 365  # days
_NAMED, _CARING = 4, 2  # of us; of them, for one need


def stage(press: Press, subject: Subject) -> list[Term]:
    """How far the two companies have grown together."""
    company = subject.client.company
    if company.stage is None:
        return []
    return [(press.tr("Stage"), summary_top.stage(press, company.stage), told_of(company, "stage"))]


def dealings(press: Press, subject: Subject) -> list[Term]:
    """What came of it so far: orders won, lost and open, visits of a year, who of us knows how many of them."""
    held = subject.client.opportunities
    won = [it for it in held if it.state is Deal.WON]
    lost = [it for it in held if it.state is Deal.LOST]
    found = [
        (press.tr("Orders won"), _count(press, won)),
        (press.tr("Orders lost"), _count(press, lost)),
        (press.tr("Open orders"), _count(press, [it for it in held if it.is_open])),
        (press.tr("Visits in a year"), _visits(press, subject)),
        (press.trc("profile", "Known by"), _known(press, subject)),
    ]
    return [(term, text, ()) for term, text in found if text]


def _count(press: Press, held: list[Opportunity]) -> str:
    """How many, and what they come to in each currency."""
    if not held:
        return ""
    sums: dict[str, Decimal] = {}
    for it in held:
        if it.amount:
            sums[it.amount.currency] = sums.get(it.amount.currency, Decimal()) + it.amount.amount
    return " · ".join([str(len(held)), *(tell_money(Money(sum_, unit), press.words) for unit, sum_ in sums.items())])


def _visits(press: Press, subject: Subject) -> str:
    days = sorted(local_day(it.at) for it in subject.client.visits if it.at)
    made = [day for day in days if subject.today - timedelta(_YEAR) < day < subject.today]
    return press.tr("{n}, the last on {day}", n=len(made), day=press.day(made[-1])) if made else ""


def _known(press: Press, subject: Subject) -> str:
    """Those of us who know most of them, each with how many."""
    counts = Counter(it.colleague for it in subject.client.bonds if it.colleague)
    told = [
        press.tr("{name} ({n})", name=subject.called(key), n=n)
        for key, n in counts.most_common(_NAMED)
        if subject.called(key)
    ]
    return " · ".join(told)


def wants(press: Press, subject: Subject) -> Titled | None:
    """What it decides on: what it wants, what we offer, and where known what that is worth to it and who cares."""
    held = [row for row in subject.comparison.rows if row.factor.wants or row.factor.benefit]
    if not held:
        return None
    worth = any(row.factor.benefit.strip() for row in held)
    caring = {row.factor.key: _caring(subject, row.factor) for row in held}
    cares = any(caring.values())
    columns = (
        press.column(press.tr("Need")),
        press.column(press.tr("Weight"), align="right"),
        press.column(press.tr("Client wants"), share=1.0),
        press.column(press.tr("We offer"), share=1.0),
        *([press.column(press.tr("In the client's figures"), share=2.0)] if worth else []),
        *([press.column(press.tr("Who cares"))] if cares else []),
    )
    rows = [
        Row(
            (
                press.key(row.factor.name),
                press.cell("?" if row.share is None else tell_decimal(row.share, 0), "right"),
                press.cell(row.factor.wants or "—"),
                press.cell(row.factor.value or "—"),
                *([press.cell(row.factor.benefit or "—")] if worth else []),
                *([press.muted(caring[row.factor.key] or "—", most=2)] if cares else []),
            ),
            about=told_of(row.factor),
        )
        for row in held
    ]
    return press.titled(press.tr("What they want from us"), press.table(columns, rows))


def _caring(subject: Subject, factor: Factor) -> str:
    """The two for whom a need weighs most."""
    stakes = [it for it in subject.client.stakes if it.factor == factor.key]
    stakes.sort(key=lambda it: -(it.importance or 0))
    return " · ".join([name for it in stakes if (name := subject.called(it.contact or ""))][:_CARING])
