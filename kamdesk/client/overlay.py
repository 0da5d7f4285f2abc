"""What the relationship adds to the product: the two signs together say what to do (method T4)."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.account import Account, LeadWord
from kamdesk.client.comparing import Comparison
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Overlay:
    """True ahead, False behind, None level; the signs in words and what follows."""

    product: bool | None
    relation: bool | None
    said: Said
    advice: Said


def overlay(sheet: Comparison, found: Account) -> Overlay | None:
    """The overlay against the main rival; None while a total or the lead is unknown. Source: method T4.

    Totals are level when they are the same as told, to two decimals; the relationship is level when neck and neck (F5).
    """
    theirs = sheet.totals.get(sheet.main) if sheet.main else None
    if sheet.total is None or theirs is None or found.lead is None or found.rival != sheet.main:
        return None
    difference = round(sheet.total - theirs, 2)
    product = None if difference == 0 else difference > 0
    word = found.lead_word
    relation = None if word is LeadWord.LEVEL else word is LeadWord.AHEAD
    told = said(
        "Product {ours} to {theirs}, relationship {lead}",
        ours=tell_decimal(sheet.total, 2),
        theirs=tell_decimal(theirs, 2),
        lead=tell_gap(found.lead, 2),
    )
    return Overlay(product, relation, told, _ADVICE[product, relation])


_ADVICE: dict[tuple[bool | None, bool | None], Said] = {
    (True, True): said("Both for us: close fast."),
    (True, None): said("The product is for us: tie the people to it, then close."),
    (True, False): said("Raise the level of contact and let the evaluator's proof speak."),
    (None, True): said("The people are for us: let them write the criteria before the product decides."),
    (None, None): said("Nothing decides yet: find the need that breaks the tie, and who cares for it."),
    (None, False): said("Raise the level of contact before the criteria are fixed."),
    (False, True): said("Shape the criteria, buy time to fix what is behind, promise nothing that cannot be kept."),
    (False, None): said("Behind with the product: shape the criteria and win the people who could accept it."),
    (False, False): said("Both against us: win one piece, or develop for the next cycle."),
}
