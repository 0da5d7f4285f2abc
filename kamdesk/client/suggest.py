"""Levels that follow from what is on record: activity from invitations, information from facts (method §2, D2, D3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.client.activities import Answer, Invitation
from kamdesk.client.client import Client
from kamdesk.client.rules import Rules
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.words import Said, said

ATTENDED = (Answer.CAME, Answer.BROUGHT, Answer.HOSTED)
YEAR = timedelta(365)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A level with what it follows from; `level` is None while too little is on record."""

    level: int | None
    why: Said
    detail: Said


def suggestion(client: Client, contact_key: str, dimension: Dimension, on: date) -> Suggested | None:
    """What the record suggests for a dimension on a day; None for dimensions that only a person can judge."""
    if dimension is Dimension.ACTIVITY:
        asked = [item for item in client.invitations if item.contact == contact_key and item.answer]
        return _activity([item for item in asked if item.day and item.day <= on < item.day + YEAR], client.rules)
    if dimension is Dimension.INFORMATION:
        facts = [item for item in client.evidence if item.contact == contact_key and item.dimension is dimension]
        fresh = timedelta(client.rules.fresh_days)
        return _information(
            [item for item in facts if item.day and timedelta(0) <= on - item.day <= fresh], client.rules
        )
    return None


def _activity(asked: Sequence[Invitation], rules: Rules) -> Suggested:
    """a = attended in person / invited: none 1 (2 where somebody was sent), under half 2, under 0.8 3; from there on
    4 for bringing others and 5 for hosting or speaking."""
    answers = [item.answer for item in asked]
    came = sum(answer in ATTENDED for answer in answers)
    brought, hosted = answers.count(Answer.BROUGHT), answers.count(Answer.HOSTED)
    sent = answers.count(Answer.DELEGATE)
    values: dict[str, object] = {"brought": brought, "hosted": hosted, "sent": sent}
    detail = said("brought others {brought}, hosted or spoke {hosted}, sent somebody {sent}", **values)
    why = said("Came to {came} of {n} invitations in 12 months", came=came, n=len(asked))
    if len(asked) < rules.invitations:
        needed = f"{rules.invitations:.0f}"
        why = said("Answered invitations in 12 months: {n}; needed: {needed}", n=len(asked), needed=needed)
        return Suggested(None, why, detail)
    share = 100 * came / len(asked)
    if not came:
        level = 2 if sent else 1
    elif share < rules.came_half:
        level = 2
    elif share < rules.came_often or not (brought or hosted):
        level = 3
    else:
        level = 5 if hosted else 4
    return Suggested(level, why, detail)


def _information(facts: Sequence[Evidence], rules: Rules) -> Suggested:
    """Nothing told is unknown, not low. Something told is 2, some of it unasked or confirmed 3, mostly unasked 4, and
    from three facts on that are mostly confirmed too 5."""
    number = len(facts)
    unasked = sum(item.volunteered for item in facts)
    verified = sum(bool(item.second_source.strip()) for item in facts)
    why = said("Facts told in {days} days: {n}", n=number, days=f"{rules.fresh_days:.0f}")
    if not number:
        return Suggested(None, why, said("nothing to judge by"))
    told, proved = 100 * unasked / number, 100 * verified / number
    detail = said("{unasked} % unasked, {verified} % confirmed", unasked=round(told), verified=round(proved))
    if told >= rules.told_mostly:
        level = 5 if number >= rules.told_often and proved >= rules.told_mostly else 4
    else:
        level = 3 if unasked or verified else 2
    return Suggested(level, why, detail)
