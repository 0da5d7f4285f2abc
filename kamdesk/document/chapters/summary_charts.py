"""The two charts of P1: how the relationship moved, and weigh-in and lead on their scales."""

from __future__ import annotations

from kamdesk.client.account import LeadWord
from kamdesk.client.trends import account_trend
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.picture.bullet import LEADS, bullet
from kamdesk.picture.manner import PAPER
from kamdesk.picture.shapes import Picture
from kamdesk.picture.trend import trend

_AHEAD = 0.5


def moved(press: Press, subject: Subject) -> Titled:
    """How we and the rival stood over time."""
    points = account_trend(subject.client, subject.today)
    title = press.tr("How it moved")
    if len(points) < 2:
        return press.titled(title, press.red_flag(press.tr("Fewer than two weigh-ins: no trend yet")))
    moments = [(point.day, point.ours, point.rival) for point in points]
    days = [(moments[0][0], press.month(moments[0][0])), (moments[-1][0], press.month(moments[-1][0]))]
    chart = trend(moments, 84 * MM, 38 * MM, days=days, manner=PAPER, ends=True)
    rival = subject.rival.called if subject.rival else press.tr("the rival")
    return press.titled(title, press.figure(chart), press.tr("dashed: {rival}", rival=rival))


def checks(press: Press, subject: Subject) -> Titled:
    """Weigh-in, lead and the readiness of the next visit as bars on their scales."""
    account, rows = subject.account, []
    ari = "—" if account.ari is None else tell_decimal(account.ari, 2)
    low = (
        ""
        if account.ari_conservative is None
        else press.tr("conservative {ari}", ari=tell_decimal(account.ari_conservative, 2))
    )
    target = account.rival_ari + _AHEAD if account.rival_ari is not None else None
    told = press.tr("to lead {level}", level=tell_decimal(target, 2)) if target is not None else ""
    rows.append(
        _check(
            press,
            press.trc("chapter", "Weigh-in"),
            ari,
            press.note(low),
            bullet(account.ari, target=target, target_text=told),
        )
    )
    lead = "—" if account.lead is None else tell_gap(account.lead, 2)
    word: Block = press.note("")
    if account.lead_word:
        marks = {LeadWord.AHEAD: "up", LeadWord.LEVEL: "level", LeadWord.BEHIND: "down"}
        word = press.marked(marks[account.lead_word], press.note(press.tr(account.lead_word.label)))
    line = press.tr("ahead from {gap}", gap=tell_gap(_AHEAD))
    rows.append(
        _check(
            press,
            press.tr("Lead over the rival"),
            lead,
            word,
            bullet(account.lead, LEADS, target=_AHEAD, target_text=line),
        )
    )
    return press.titled(press.tr("Two checks"), Stack(rows, 8.0))


def _check(press: Press, label: str, figure: str, beside: Block, bar: Picture) -> Block:
    """Label, figure and word at the left, the bar at the right."""
    number = press.prose(figure, "key_figure")
    left = Stack([press.prose(label, "label"), number, beside])
    return Pair(left, press.figure(bar, "right"), 0.34, 2 * MM)
