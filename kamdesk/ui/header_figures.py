"""The figures of a client's header as values: against the rival, next visit, trust in what is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from kamdesk.client.account import account
from kamdesk.client.rival_records import Rival
from kamdesk.client.sums import Sum, sum_of_lead
from kamdesk.client.trust import trust
from kamdesk.client.units import tell_gap, tell_moment
from kamdesk.client.visiting import next_visit, readiness
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.words import Words

_SOON = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HeaderFigure:
    """A label, a figure in words and where it leads; `gap` sets a triangle, `total` a ring."""

    label: str
    text: str
    goto: Goto
    more: str = ""
    hint: str = ""
    known: bool = True
    gap: float | None = None
    done: int = 0
    total: int = 0
    soon: bool = False
    arithmetic: Callable[[], Sum] | None = None  # what F2 shows


def header_figures(shown: Shown, now: datetime, words: Words) -> list[HeaderFigure]:
    """The figures in the order of their weight; one that says nothing yet is said to be unknown, not left out."""
    return [_against(shown, words), _next(shown, words, now), _trust(shown, words)]


def _against(shown: Shown, words: Words) -> HeaderFigure:
    figures = account(shown.client, shown.today)
    rival = shown.workspace.get(figures.rival)
    goto = Goto("rivals", shown.client.key)
    if not isinstance(rival, Rival):
        return HeaderFigure(words.tr("Main rival"), words.tr("not known yet"), goto, known=False)
    label = words.tr("Against {rival}", rival=rival.called)
    if figures.lead is None or figures.lead_word is None:
        return HeaderFigure(label, words.tr("not weighed yet"), goto, known=False)
    told = f"{words.tr(figures.lead_word.label)} {tell_gap(figures.lead)}"
    return HeaderFigure(label, told, goto, gap=figures.lead, arithmetic=partial(sum_of_lead, figures, rival.called))


def _next(shown: Shown, words: Words, now: datetime) -> HeaderFigure:
    visit = next_visit(shown.client, now)
    label = words.tr("Next visit")
    if visit is None or visit.at is None:
        return HeaderFigure(label, words.tr("none planned"), Goto("visits", shown.client.key, "", "new"), known=False)
    ready = readiness(visit, shown.client.checks)
    return HeaderFigure(
        label,
        tell_moment(visit.at, words, shown.today),
        Goto("visits", shown.client.key, visit.key, "prepare"),
        more=f"{ready.done}/{ready.total}" if ready.total else "",
        hint=visit.objective,
        done=ready.done,
        total=ready.total,
        soon=visit.at - now < _SOON,
    )


def _trust(shown: Shown, words: Words) -> HeaderFigure:
    share = trust(shown.client, shown.today)
    hint = words.tr("How much of what must be known is known and fresh")
    return HeaderFigure(words.tr("Trust in data"), f"{share:.0%}", Goto("overview", shown.client.key), hint=hint)
