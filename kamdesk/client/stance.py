"""The overall stance against the main rival: the first test that holds decides (method T3, thin)."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.account import Account
from kamdesk.client.company import Company, Stage
from kamdesk.client.comparing import Comparison
from kamdesk.client.record import Choice
from kamdesk.client.tactics import Importance
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.words import N_, NC_, Said, said

SUPERIOR, NEAR = 1.2, 0.8  # our total over the rival's
_INSIDE = (Stage.COOPERATIVE, Stage.INTERDEPENDENT, Stage.INTEGRATED)


class Stance(Choice):
    """Four of the five stances of Target Account Selling; "fragment" needs the white-space grid and comes with it."""

    FRONTAL = "frontal", NC_("stance", "Frontal")
    DEFEND = "defend", NC_("stance", "Defend")
    FLANKING = "flanking", NC_("stance", "Flanking")
    DEVELOP = "develop", NC_("stance", "Develop")


STANCE_ADVICE: dict[Stance, str] = {
    Stance.FRONTAL: N_("Push for the decision."),
    Stance.DEFEND: N_("Raise the cost of switching, renew early, answer complaints before they are made."),
    Stance.FLANKING: N_("Change the criteria; enter through the roles that care."),
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


def stance(sheet: Comparison, found: Account, company: Company) -> Verdict:
    """The stance against the main rival. Source: method T3 (TAS1); we are inside from the stage Cooperative on."""
    theirs = sheet.totals.get(sheet.main) if sheet.main else None
    if sheet.main is None:
        return Verdict(None, (), said("No rival is compared yet"))
    if sheet.total is None or not theirs:
        return Verdict(None, (), said("A weight or a score is missing"))
    ratio = sheet.total / theirs
    tried: list[Tried] = []
    for test in (_frontal(ratio, sheet, found), _defend(company), _flanking(ratio, sheet), _develop()):
        tried.append(test)
        if test.passed:
            break
    return Verdict(tried[-1].stance, tuple(tried))


def _frontal(ratio: float, sheet: Comparison, found: Account) -> Tried:
    told = tell_decimal(ratio, 2)
    kills = len(sheet.kill_points)
    if ratio < SUPERIOR:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, needs {least}", ratio=told, least=f"{SUPERIOR:.2f}"))
    if found.lead is None:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but the lead is unknown", ratio=told))
    lead = tell_gap(found.lead, 2)
    if found.lead < 0:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but lead {lead}", ratio=told, lead=lead))
    if not kills:
        return Tried(Stance.FRONTAL, False, said("ratio {ratio}, but no kill point", ratio=told))
    reason = said("ratio {ratio}, lead {lead}, kill points: {kills}", ratio=told, lead=lead, kills=kills)
    return Tried(Stance.FRONTAL, True, reason)


def _defend(company: Company) -> Tried:
    if company.stage is None:
        return Tried(Stance.DEFEND, False, said("the stage of the client is unknown"))
    inside = company.stage in _INSIDE
    return Tried(Stance.DEFEND, inside, said("stage: {stage}", stage=Said(company.stage.label)))


def _flanking(ratio: float, sheet: Comparison) -> Tried:
    told = tell_decimal(ratio, 2)
    if ratio < NEAR:
        return Tried(Stance.FLANKING, False, said("ratio {ratio}, needs {least}", ratio=told, least=f"{NEAR:.2f}"))
    lesser = (Importance.MID, Importance.LOW)
    side = [row for row in sheet.rows if row.importance in lesser and (row.gap_main or 0) >= 1]
    if not side:
        return Tried(Stance.FLANKING, False, said("ratio {ratio}, but no lead on a lesser need", ratio=told))
    best = max(side, key=lambda row: (row.gap_main or 0, row.share or 0))
    gap = best.gap_main or 0
    text = said("ratio {ratio}, {need} leads by {gap}", ratio=told, need=best.factor.name, gap=gap)
    return Tried(Stance.FLANKING, True, text)


def _develop() -> Tried:
    return Tried(Stance.DEVELOP, True, said("nothing else holds"))
