"""Whether a relationship plan is a good one, and whether it is worth its cost (method C7, S3-11 to S3-13)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamdesk.client.account import Account
from kamdesk.client.activities import Activity
from kamdesk.client.client import Client
from kamdesk.client.company import Grade
from kamdesk.client.plan_records import Action, Opportunity
from kamdesk.client.rules import Rules
from kamdesk.client.saying import row_said
from kamdesk.client.targets import PersonGaps, person_gaps, too_far
from kamdesk.client.units import Money
from kamdesk.client.visiting import coming_visits
from kamdesk.words import Said, said

COMPANY_LEVEL = (Activity.EXECUTIVE, Activity.JOINT)  # touches that tie company to company [INFER]
FULL_PLAN = (Grade.S, Grade.A)
_SHOWN = 3  # names in one sentence


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist; `ok` is None while there is nothing to judge. Place and key lead to the first miss."""

    said: Said
    ok: bool | None
    why: Said | None
    place: str
    key: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What the relationship work for one order costs against what it is expected to bring (S3-13)."""

    opportunity: Opportunity
    actions: tuple[Action, ...]
    cost: Money
    hours: int
    share: float | None  # 0.0-1.0 of the expected margin; None while that is unknown
    left_out: tuple[Action, ...]  # whose cost is in another currency
    ok: bool | None


def plan_quality(client: Client, account: Account, today: date) -> tuple[Check, ...]:
    """The checklist of the relationship plan, in the order of C7, with every gap planned and the cost last."""
    targets = [found for person in account.people if (found := person_gaps(client, person, today))]
    actions = relation_actions(client)
    return (
        _beats(targets),
        _not_perfect(targets, client.rules),
        _linked(targets, actions),
        _gaps_planned(targets),
        _varied(client, actions, today),
        _complete(actions),
        _company_level(client, today),
        _worth_it(client),
    )


def relation_actions(client: Client) -> list[Action]:
    """What is still to be done to move a person on a dimension."""
    return [action for action in client.actions if action.dimension and not action.done]


def worth(client: Client) -> tuple[Worth, ...]:
    """Cost ÷ expected margin of every open order that relationship actions, open or done, are linked to."""
    rows = []
    for opportunity in client.opportunities:
        if not opportunity.is_open:
            continue
        actions = tuple(a for a in client.actions if a.opportunity == opportunity.key and (a.dimension or a.cost))
        margin = opportunity.margin
        currency = margin.currency if margin else next((a.cost.currency for a in actions if a.cost), "CNY")
        cost = sum((a.cost.amount for a in actions if a.cost and a.cost.currency == currency), Decimal(0))
        share = float(cost / margin.amount) if margin and margin.amount > 0 else None
        if actions:
            rows.append(
                Worth(
                    opportunity,
                    actions,
                    Money(cost, currency),
                    sum(action.hours or 0 for action in actions),
                    share,
                    tuple(a for a in actions if a.cost and a.cost.currency != currency),
                    None if share is None else 100 * share <= client.rules.worth,
                )
            )
    return tuple(rows)


def _beats(targets: Sequence[PersonGaps]) -> Check:
    text = said("Each target beats the rival")
    if not targets:
        return Check(text, None, said("no target is set yet"), "weighin", "")
    short = [found for found in targets if found.enough_lead is False]
    if short:
        return _persons(text, short, said("not enough for {names}", names=_names(short)))
    unknown = [found for found in targets if found.enough_lead is None]
    if unknown:
        why = said("the rival is not estimated for {names}", names=_names(unknown))
        return Check(text, None, why, "weighin", unknown[0].person.contact.key)
    return Check(text, True, None, "weighin", "")


def _not_perfect(targets: Sequence[PersonGaps], rules: Rules) -> Check:
    text = said("No target asks for perfection")
    if not targets:
        return Check(text, None, said("no target is set yet"), "weighin", "")
    beyond = [found for found in targets if too_far(found, rules)]
    return _persons(text, beyond, said("more than is needed for {names}", names=_names(beyond)))


def _linked(targets: Sequence[PersonGaps], actions: Sequence[Action]) -> Check:
    text = said("Everything serves an order or a goal")
    if not targets and not actions:
        return Check(text, None, said("no target is set yet"), "weighin", "")
    loose = [found for found in targets if not (found.target.opportunity or found.target.goal)]
    if loose:
        return _persons(text, loose, said("the target for {names} serves none", names=_names(loose)))
    missing = [action for action in actions if not (action.opportunity or action.goal)]
    return _actions(text, missing, said("not linked: {actions}", actions=_texts(missing)))


def _gaps_planned(targets: Sequence[PersonGaps]) -> Check:
    text = said("Each gap has an action")
    gaps = [gap for found in targets for gap in found.gaps if gap.gap]
    if not gaps:
        return Check(text, None, said("there is no gap"), "weighin", "")
    bare = [gap for gap in gaps if not gap.actions]
    if not bare:
        return Check(text, True, None, "weighin", "")
    told = [said("{name} {dimension}", name=gap.contact.name, dimension=Said(gap.dimension.label)) for gap in bare]
    why = said("nothing planned: {gaps}", gaps=_first(told))
    return Check(text, False, why, "weighin", bare[0].contact.key)


def _varied(client: Client, actions: Sequence[Action], today: date) -> Check:
    """Several kinds of touch, not only meals: of the actions and of the visits to come."""
    least = round(client.rules.kinds)
    text = said("At least {n} kinds of touch, not only meals", n=least)
    touches = [*(action.activity for action in actions), *(visit.activity for visit in coming_visits(client, today))]
    planned = [touch for touch in touches if touch]
    if not planned:
        return Check(text, None, said("no kind of touch is planned yet"), "plan", "")
    kinds = list(dict.fromkeys(planned))
    ok = len(kinds) >= least and kinds != [Activity.MEAL]
    why = said("planned: {kinds}", kinds=row_said(Said(kind.label) for kind in kinds))
    return Check(text, ok, why, "plan", "" if ok else next((a.key for a in actions), ""))


def _complete(actions: Sequence[Action]) -> Check:
    text = said("Each action has owner, day, cost and proof")
    if not actions:
        return Check(text, None, said("no action moves a dimension yet"), "plan", "")
    lacks: tuple[tuple[Callable[[Action], bool], Said], ...] = (
        (lambda action: not action.person.strip(), said("without owner: {actions}")),
        (lambda action: action.due is None, said("without day: {actions}")),
        (lambda action: action.cost is None and action.hours is None, said("without hours or cost: {actions}")),
        (lambda action: not action.proof.strip(), said("without proof: {actions}")),
    )
    for lacking, why in lacks:
        if missing := [action for action in actions if lacking(action)]:
            return _actions(text, missing, Said(why.text, {"actions": _texts(missing)}))
    return Check(text, True, None, "plan", "")


def _company_level(client: Client, today: date) -> Check:
    text = said("Company to company: something is planned (S and A clients)")
    if client.company.grade not in FULL_PLAN:
        return Check(text, None, said("only for S and A clients"), "plan", "")
    touches = [action.activity for action in client.actions if not action.done]
    touches += [visit.activity for visit in coming_visits(client, today)]
    ok = any(touch in COMPANY_LEVEL for touch in touches)
    why = None if ok else said("no executive meeting and no joint project is planned")
    return Check(text, ok, why, "plan", "")


def _worth_it(client: Client) -> Check:
    text = said("The cost is at most {share}% of the expected margin", share=round(client.rules.worth))
    rows = worth(client)
    dear = [row for row in rows if row.ok is False]
    if dear:
        names = _first([row.opportunity.name for row in dear])
        return Check(text, False, said("too much for {names}", names=names), "plan", dear[0].opportunity.key)
    judged = [row for row in rows if row.ok]
    if not judged:
        return Check(text, None, said("no open order with a margin has actions"), "plan", "")
    return Check(text, True, None, "plan", "")


def _names(found: Iterable[PersonGaps]) -> Said:
    return _first([item.person.contact.name for item in found])


def _texts(actions: Iterable[Action]) -> Said:
    return _first([action.text for action in actions])


def _first(told: Sequence[Said | str]) -> Said:
    """The first few, and how many more there are."""
    row = row_said(told[:_SHOWN])
    more = len(told) - _SHOWN
    return said("{items} and {n} more", items=row, n=more) if more > 0 else row


def _persons(text: Said, missed: Sequence[PersonGaps], why: Said) -> Check:
    if not missed:
        return Check(text, True, None, "weighin", "")
    return Check(text, False, why, "weighin", missed[0].person.contact.key)


def _actions(text: Said, missed: Sequence[Action], why: Said) -> Check:
    return Check(text, False, why, "plan", missed[0].key) if missed else Check(text, True, None, "plan", "")
