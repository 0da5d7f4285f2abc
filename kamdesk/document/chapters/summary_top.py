"""The top of P1: who the client is to us in six figures, what we want and when the next chance is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kamdesk.client.company import Stage
from kamdesk.client.units import Money, tell_money
from kamdesk.client.visiting import last_met
from kamdesk.document.arranged import Indented, Panel
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import opportunities
from kamdesk.document.margin import told_of
from kamdesk.document.parts import KeyFigure, KeyFigures
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.text import Span, bold, spans

_APART, _BETWEEN = 4 * MM, 1.4 * MM


def identity(press: Press, subject: Subject) -> Block:
    """Grade, stage, open orders, main rival, people and when we last met."""
    company, account = subject.client.company, subject.account
    met = last_met(subject.client, subject.today)
    ago = press.trn("{n} day ago", "{n} days ago", (subject.today - met).days) if met else press.tr("red flag")
    weighed = press.tr("{n} weighed", n=account.weighed)
    since = press.tr("client since {year}", year=company.since) if company.since else ""
    rival = subject.rival.called if subject.rival else press.tr("unknown")
    cells = (
        press.key_figure(press.tr("Grade"), company.grade.label if company.grade else "?", company.industry),
        press.key_figure(press.tr("Stage"), stage(press, company.stage), since),
        _orders(press, subject),
        press.key_figure(press.tr("Main rival"), rival, _contested(press, subject)),
        press.key_figure(press.tr("People"), str(len(account.people)), weighed),
        press.key_figure(press.tr("Last met"), press.day(met) if met else press.tr("never"), ago),
    )
    return KeyFigures(cells)


def stage(press: Press, held: Stage | None) -> str:
    """A stage with its place among all: Cooperative 3/5."""
    if held is None:
        return press.tr("unknown")
    order = list(Stage)
    return press.tr("{stage} {n}/{m}", stage=press.tr(held.label), n=order.index(held) + 1, m=len(order))


def _orders(press: Press, subject: Subject) -> KeyFigure:
    """How many orders are open, and what they come to where all are in one currency."""
    held = opportunities.in_order(subject.client.opportunities)
    amounts = [it.amount for it in held if it.amount]
    total = ""
    if amounts and len({it.currency for it in amounts}) == 1:
        total = tell_money(Money(sum((it.amount for it in amounts), Decimal()), amounts[0].currency), press.words)
    return press.key_figure(press.tr("Open orders"), str(len(held)), total)


def _contested(press: Press, subject: Subject) -> str:
    number = len(subject.account.contested)
    return press.trn("{n} key person to win", "{n} key people to win", number) if number else ""


def aims(press: Press, subject: Subject, lines: int) -> Block:
    """On a panel: the goal, and what the next visit is for."""
    company, goal = subject.client.company, " ".join(subject.client.company.goal.split())
    wanted = press.prose(goal, "body", most=lines) if goal else press.red_flag(press.tr("No goal written down"))
    heads = [press.prose((bold(press.tr(label), "accent"),), "body") for label in ("Goal", "Next visit")]
    wide = max(head.natural() for head in heads) + _APART
    visit = subject.next_visit
    told = (told_of(company, "goal"), told_of(visit) if visit else ())
    blocks = [
        press.barred(Indented(head, block, wide), *keys)
        for head, block, keys in zip(heads, (wanted, _visit(press, subject, lines)), told, strict=True)
    ]
    return Panel(Stack(blocks, _BETWEEN))


def _visit(press: Press, subject: Subject, lines: int) -> Block:
    visit = subject.next_visit
    if visit is None:
        return press.red_flag(press.tr("No visit planned"))
    lost = press.left_out("visit")
    see = Span("" if lost else "\u2002" + press.tr("see V1"), 0, "muted")
    aim = " ".join(visit.objective.split()) or Span(press.tr("no objective yet"), 0, "alarm")
    text = spans(bold(press.moment(visit.at)), "\u2002", aim, see)
    return replace(press.prose(text, "body", most=lines), to="" if lost else "visit")
