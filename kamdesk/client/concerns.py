"""What matters now at a client: promises, the next visit, stale facts, people left alone, silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.levels import NEXT_ACTIONS
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.telling import as_is
from kamdesk.client.units import tell_decimal
from kamdesk.client.visit_records import Step, Visit
from kamdesk.client.visiting import coming_visits, last_met, local_day, readiness
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Weighed
from kamdesk.words import Said, said

SOON, NEAR, UNTENDED = 3, 7, 60  # days: a promise is due soon, a visit is near, soil lies untended (SEED 003)
STRICT_DAYS, VISIT_NEAR = 30, 14  # a rival's facts must be this fresh when a visit is this near


@dataclass(frozen=True, slots=True)
class Concern:
    """One line of what matters now: an icon, the sentence, why, and the place and record it leads to."""

    icon: str
    said: Said
    why: Said
    place: str
    key: str
    weight: float  # the heavier, the earlier


def concerns(client: Client, workspace: Workspace, today: date) -> list[Concern]:
    """Everything that matters now, the most pressing first."""
    found, sheet = account(client, today), comparison(client, workspace)
    near = next(iter(coming_visits(client, today)), None)
    every = [
        *_promises(client, today),
        *(_visit(client, near, today) if near else ()),
        *_stale(client, sheet, near, today),
        *_people(client, workspace, found, today),
        *_fatal(client, sheet),
        *_silence(client, today),
    ]
    return sorted(every, key=lambda concern: -concern.weight)


def within(days: int) -> Said:
    """A distance in days in words: today, tomorrow, in 5 d, 3 d late."""
    if days == 0:
        return said("today")
    if days == 1:
        return said("tomorrow")
    return said("in {n} d", n=days) if days > 0 else said("{n} d late", n=-days)


def _promises(client: Client, today: date) -> Iterable[Concern]:
    for action in client.actions:
        if action.done or action.due is None or (action.due - today).days > SOON:
            continue
        days = (action.due - today).days
        icon = "clock-alert" if days < 0 else "file-check"
        yield Concern(icon, _owed(action), within(days), "plan", action.key, 80 - days if days < 0 else 60 - days)


def _owed(action: Action) -> Said:
    if action.side is Side.THEIRS:
        return said("They owe: {text}", text=action.text)
    if action.side is Side.OURS:
        return said("We owe: {text}", text=action.text)
    return as_is(action.text)


def _visit(client: Client, visit: Visit, today: date) -> Iterable[Concern]:
    """What the next visit lacks, once it is near."""
    days = (local_day(visit.at) - today).days if visit.at else NEAR + 1
    if days > NEAR:
        return
    ladder = [item for item in client.concessions if item.visit == visit.key]
    if not any(item.step is Step.FLOOR for item in ladder):
        text = said("No floor is set for the visit")
        yield Concern("shield-alert", text, within(days), "visits", visit.key, 75 - days)
    ready = readiness(visit, client.checks)
    if ready.missing_musts:
        first, more = ready.missing_musts[0].text, len(ready.missing_musts) - 1
        text = said("Not prepared: {item}", item=first)
        if more:
            text = said("Not prepared: {item}, and {n} more", item=first, n=more)
        yield Concern("clipboard-pen", text, within(days), "visits", visit.key, 70 - days)
    elif not ready.total:
        yield Concern("clipboard-pen", said("The visit has no checklist"), within(days), "visits", visit.key, 55 - days)


def _stale(client: Client, sheet: Comparison, near: Visit | None, today: date) -> Iterable[Concern]:
    """The oldest fact of each rival, once it is too old; stricter when a visit is near. Source: method T7 (BC3)."""
    close = near is not None and near.at is not None and (local_day(near.at) - today).days <= VISIT_NEAR
    limit = min(STRICT_DAYS, int(client.rules.stale_days)) if close else int(client.rules.stale_days)
    names = {factor.key: factor.name for factor in client.factors}
    for rival in sheet.rivals:
        facts = [item for item in client.standings if item.rival == rival.key and item.factor in names]
        dated = [(item.day, item) for item in facts if item.day and (today - item.day).days > limit]
        if not dated:
            continue
        day, oldest = min(dated, key=lambda pair: pair[0])
        age, need = (today - day).days, names[oldest.factor or ""]
        text = said("{rival}, {need}: {n} d old", rival=rival.called, need=need, n=age)
        why, weight = said("should be at most {n} d", n=limit), 40 + min(age, 90) / 10
        yield Concern("refresh-cw", text, why, "rivals", oldest.key, weight)


def _people(client: Client, workspace: Workspace, found: Account, today: date) -> Iterable[Concern]:
    """Key people who stand nearer to the rival with nothing planned, or whose weigh-in is old or in doubt."""
    busy = {action.contact for action in client.actions if action.done is None}
    rival = next((item.called for item in workspace.rivals if item.key == found.rival), "")
    for person in found.people:
        contact, weighed = person.contact, person.weighed
        if person.contested and contact.key not in busy and weighed is not None:
            gap = tell_decimal(-(person.lead or 0), 1)
            values = {"name": contact.name, "gap": gap, "rival": rival}
            text = said("{name} stands {gap} nearer to {rival}, and nothing is planned", **values)
            idea = said("try: {action}", action=Said(NEXT_ACTIONS[weakest(weighed)][0]))
            yield Concern("user-x", text, idea, "people", contact.key, 50 + person.influence * -(person.lead or 0))
        if person.attitude_in_doubt:
            text = said("{name}: attitude and weigh-in are far apart", name=contact.name)
            yield Concern("circle-help", text, said("why?"), "weighin", contact.key, 35)
        day = weighed.weighin.day if weighed else None
        if contact.key_player and day and (today - day).days > client.rules.fresh_days:
            text = said("{name} was weighed {n} d ago", name=contact.name, n=(today - day).days)
            yield Concern("scale", text, said("weigh again each quarter"), "weighin", contact.key, 30)


def weakest(weighed: Weighed) -> Dimension:
    """The dimension with the widest weighted distance to the top: where an action moves the score most."""
    known = [d for d in Dimension if weighed.weights[d] > 0 and weighed.counted[d].counted is not None]
    return max(known or list(Dimension), key=lambda d: weighed.weights[d] * (5 - (weighed.counted[d].counted or 5)))


def _fatal(client: Client, sheet: Comparison) -> Iterable[Concern]:
    busy = {action.factor for action in client.actions if action.done is None}
    for row in sheet.fatal:
        if row.factor.key not in busy:
            text = said("{need} can lose us the order, and nothing is planned", need=row.factor.name)
            why = said("high weight, {gap} levels behind", gap=-(row.gap or 0))
            yield Concern("shield-alert", text, why, "rivals", row.factor.key, 58)


def _silence(client: Client, today: date) -> Iterable[Concern]:
    met = last_met(client, today)
    if met is None:
        if client.contacts:
            yield Concern("clock-alert", said("Nobody has been met yet"), said("no visit on record"), "visits", "", 20)
    elif (days := (today - met).days) > UNTENDED:
        text = said("Nobody has been met for {n} d", n=days)
        yield Concern("clock-alert", text, said("should be at most {n} d", n=UNTENDED), "visits", "", 45)
