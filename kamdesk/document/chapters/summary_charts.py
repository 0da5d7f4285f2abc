"""The charts of P1: how the relationship moved; weigh-in, lead and the next visit on their scales."""

from __future__ import annotations

from kamdesk.client.account import LeadWord
from kamdesk.client.trends import account_trend
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.visiting import READY, readiness
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.picture.bullet import LEADS, Scale, bullet
from kamdesk.picture.manner import PAPER
from kamdesk.picture.shapes import Picture
from kamdesk.picture.trend import trend

_AHEAD = 0.5
_BETWEEN = 1.6 * MM
_SHARES = Scale(0, 100, ((0, "0"), (50, "50"), (100, "100")))


def moved(press: Press, subject: Subject) -> Titled:
    """How we and the rival stood over time."""
    points = account_trend(subject.client, subject.today)
    title = press.tr("Weigh-in over time")
    if len(points) < 2:
        return press.titled(title, press.red_flag(press.tr("Fewer than two weigh-ins: no trend yet")))
    moments = [(point.day, point.ours, point.rival) for point in points]
    days = [(moments[0][0], press.month(moments[0][0])), (moments[-1][0], press.month(moments[-1][0]))]
    chart = trend(moments, 84 * MM, 42 * MM, days=days, manner=PAPER, ends=True)
    rival = subject.against(press.words)
    return press.titled(title, press.figure(chart), press.tr("dashed: {rival}", rival=rival))


def checks(press: Press, subject: Subject) -> Titled:
    """Weigh-in, lead and the readiness of the next visit as bars on their scales."""
    rows = [_weighed(press, subject), _lead(press, subject), _ready(press, subject)]
    return press.titled(press.tr("Three checks"), Stack(rows, _BETWEEN))


def _weighed(press: Press, subject: Subject) -> Block:
    account = subject.account
    ari = "—" if account.ari is None else tell_decimal(account.ari, 2)
    low = account.ari_conservative
    beside = "" if low is None else press.tr("conservative {ari}", ari=tell_decimal(low, 2))
    target = account.rival_ari + _AHEAD if account.rival_ari is not None else None
    told = press.tr("{level} to lead", level=tell_decimal(target, 2)) if target is not None else ""
    bar = bullet(account.ari, target=target, target_text=told)
    return _check(press, press.trc("chapter", "Weigh-in"), ari, press.note(beside), bar)


def _lead(press: Press, subject: Subject) -> Block:
    account = subject.account
    lead = "—" if account.lead is None else tell_gap(account.lead, 2)
    word: Block = press.note("")
    if account.lead_word:
        marks = {LeadWord.AHEAD: "up", LeadWord.LEVEL: "level", LeadWord.BEHIND: "down"}
        word = press.marked(marks[account.lead_word], press.note(press.tr(account.lead_word.label)))
    line = press.tr("ahead from {gap}", gap=tell_gap(_AHEAD))
    bar = bullet(account.lead, LEADS, target=_AHEAD, target_text=line)
    return _check(press, press.tr("Lead over the rival"), lead, word, bar)


def _ready(press: Press, subject: Subject) -> Block:
    """How far the next visit is prepared; its must-haves count more than the share."""
    visit, label = subject.next_visit, press.tr("Next visit prepared")
    line = press.tr("ready from {share}%", share=f"{READY * 100:.0f}")
    ready = readiness(visit, subject.client.checks) if visit else None
    if ready is None or not ready.total:
        flag = press.tr("no checklist") if ready else press.tr("No visit planned")
        bar = bullet(None, _SHARES, target=READY * 100, target_text=line)
        return _check(press, label, "—", press.marked("flag", press.note(flag)), bar)
    musts = press.note(press.tr("must-haves {n} of {m}", n=ready.must_done, m=ready.must_total))
    share = press.tr("{share}%", share=f"{ready.share * 100:.0f}")
    bar = bullet(ready.share * 100, _SHARES, target=READY * 100, target_text=line)
    return _check(press, label, share, press.marked("up" if ready.ready else "flag", musts), bar)


def _check(press: Press, label: str, figure: str, beside: Block, bar: Picture) -> Block:
    """Label, figure and word at the left, the bar at the right."""
    number = press.prose(figure, "key_figure")
    left = Stack([press.prose(label, "label"), number, beside])
    return Pair(left, press.figure(bar, "right"), 0.365, 1.5 * MM)
