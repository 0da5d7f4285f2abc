"""The overall stance against the main rival: the first test that holds decides (method T3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.client.account import Account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company, Incumbent, Stage
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.kills import Kills, kills
from kamdesk.client.plan_records import Ahead, Deal, Opportunity
from kamdesk.client.record import Choice
from kamdesk.client.rules import Rules
from kamdesk.client.saying import row_said
from kamdesk.client.tactics import Importance
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.words import N_, NC_, Said, said

_INSIDE = (Stage.COOPERATIVE, Stage.INTERDEPENDENT, Stage.INTEGRATED)


class Stance(Choice):
    """The five stances of Target Account Selling (TAS1)."""

    FRONTAL = "frontal", NC_("stance", "Frontal")
    DEFEND = "defend", NC_("stance", "Defend")
    FLANKING = "flanking", NC_("stance", "Flanking")
    FRAGMENT = "fragment", NC_("stance", "Fragment")
    DEVELOP = "develop", NC_("stance", "Develop")


STANCE_ADVICE: dict[Stance, str] = {
    Stance.FRONTAL: N_("Push for the decision."),
    Stance.DEFEND: N_("Raise the cost of switching, renew early, answer complaints before they are made."),
    Stance.FLANKING: N_("Change the criteria; enter through the roles that care."),
    Stance.FRAGMENT: N_("Win that piece first and let it speak for the rest."),
    Stance.DEVELOP: N_("Keep access, slow the decision, prepare the next cycle, spend little."),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """One stance tried, with what decided."""

    stance: Stance
    passed: bool
    reason: Said


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stance taken and every test up to it; None while a total is unknown."""

    stance: Stance | None
    tests: tuple[Tried, ...]
    reason: Said | None = None  # why there is none


def stance(client: Client, workspace: Workspace, found: Account, today: date) -> Verdict:
    """The stance against the main rival. Source: method T3 (TAS1)."""
    sheet = comparison(client, workspace)
    theirs = sheet.totals.get(sheet.main) if sheet.main else None
    if sheet.main is None:
        return Verdict(None, (), said("No rival is compared yet"))
    if sheet.total is None or not theirs:
        return Verdict(None, (), said("A weight or a score is missing"))
    ratio, tried = sheet.total / theirs, []
    tests: tuple[Callable[[], Tried], ...] = (
        lambda: _frontal(ratio, kills(client, workspace, today), found, client.rules),
        lambda: _defend(client.company),
        lambda: _flanking(ratio, sheet, client.rules),
        lambda: _fragment(client, sheet.main, today),
        _develop,
    )
    for test in tests:
        tried.append(test())
        if tried[-1].passed:
            break
    return Verdict(tried[-1].stance, tuple(tried))


def _frontal(ratio: float, killing: Kills, found: Account, rules: Rules) -> Tried:
    """Superior, not behind with the people, and one kill point that is sure."""
    told = tell_decimal(ratio, 2)
    if ratio < rules.superior:
        least = tell_decimal(rules.superior, 2)
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, needs {least}", ratio=told, least=least))
    if found.lead is None:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but the lead is unknown", ratio=told))
    lead = tell_gap(found.lead, 2)
    if found.lead < 0:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but lead {lead}", ratio=told, lead=lead))
    if not killing.ours:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but no kill point", ratio=told))
    if not killing.sure:
        why = killing.ours[0].missing[0]
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but no sure kill point: {why}", ratio=told, why=why))
    number = len(killing.sure)
    reason = said("ratio {ratio}, lead {lead}, kill points: {kills}", ratio=told, lead=lead, kills=number)
    return Tried(Stance.FRONTAL, True, reason)


def _defend(company: Company) -> Tried:
    """Who supplies today decides; while nobody has said so, the stage does: inside from Cooperative on."""
    if company.incumbent is not None:
        ours = company.incumbent is Incumbent.US
        return Tried(Stance.DEFEND, ours, said("supplies today: {who}", who=Said(company.incumbent.label)))
    if company.stage is None:
        return Tried(Stance.DEFEND, False, said("the stage of the client is unknown"))
    inside = company.stage in _INSIDE
    return Tried(Stance.DEFEND, inside, said("stage: {stage}", stage=Said(company.stage.label)))


def _flanking(ratio: float, sheet: Comparison, rules: Rules) -> Tried:
    """Near enough, and ahead on something that matters less so far."""
    told = tell_decimal(ratio, 2)
    if ratio < rules.near:
        least = tell_decimal(rules.near, 2)
        return Tried(Stance.FLANKING, False, said("ratio {ratio}, needs {least}", ratio=told, least=least))
    lesser = (Importance.MID, Importance.LOW)
    side = [row for row in sheet.rows if row.importance in lesser and (row.gap_main or 0) >= rules.gap]
    if not side:
        return Tried(Stance.FLANKING, False, said("ratio {ratio}, but no lead on a lesser need", ratio=told))
    best = max(side, key=lambda row: (row.gap_main or 0, row.share or 0))
    gap = best.gap_main or 0
    text = said("ratio {ratio}, {need} leads by {gap}", ratio=told, need=best.factor.name, gap=gap)
    return Tried(Stance.FLANKING, True, text)


def _fragment(client: Client, rival: str | None, today: date) -> Tried:
    """A piece in which we are ahead, or one we took from this rival not long ago."""
    ahead = [item for item in client.opportunities if _leads(item, rival)]
    if ahead:
        return Tried(Stance.FRAGMENT, True, said("ahead in {pieces}", pieces=row_said(_piece(it) for it in ahead)))
    since = today - timedelta(days=client.rules.won_days)
    won = [
        item
        for item in client.opportunities
        if item.state is Deal.WON and item.rival == rival and item.close and since <= item.close <= today
    ]
    if won:
        return Tried(Stance.FRAGMENT, True, said("won {pieces}", pieces=row_said(_piece(it) for it in won)))
    return Tried(Stance.FRAGMENT, False, said("no piece in which we are ahead"))


def _leads(item: Opportunity, rival: str | None) -> bool:
    return item.is_open and item.ahead is Ahead.US and item.rival in (None, rival)


def _piece(item: Opportunity) -> str:
    return item.unit.strip() or item.name


def _develop() -> Tried:
    return Tried(Stance.DEVELOP, True, said("nothing else holds"))
