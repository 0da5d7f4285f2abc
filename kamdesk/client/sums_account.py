"""The arithmetic of the light, roles, the three layers, dependence, meals and cost (method F3, F6, S2-22, S3-13)."""

from __future__ import annotations

from datetime import date

from kamdesk.client.account import Account, Person, role_cover
from kamdesk.client.activities import Activity
from kamdesk.client.client import Client
from kamdesk.client.dependence import Dependence
from kamdesk.client.mix import Mix
from kamdesk.client.plan_records import Action
from kamdesk.client.quality import Worth
from kamdesk.client.rollup import layers, light, supports
from kamdesk.client.rules import Rules
from kamdesk.client.saying import day_said, money_said, row_said
from kamdesk.client.sum_shape import NOTHING, Sum, SumLine, divided, percent, two, weighed_on, why_missing
from kamdesk.client.telling import as_is
from kamdesk.words import NC_, Said, said

_PERSON, _INFLUENCE, _SCORE = said("Person"), said("Influence"), Said(NC_("sum", "Score"))


def sum_of_light(client: Client, account: Account) -> Sum:
    """The traffic light: every key person, what he or she decides, and whether it is enough."""
    shown = light(client, account)
    floor = two(client.rules.supporter)
    key = [person for person in account.people if person.contact.key_player]
    return Sum(
        title=said("Light"),
        formula=said("A key person with {floor} or more: amber; one who approves or decides: green", floor=floor),
        heads=(_PERSON, _INFLUENCE, _SCORE),
        lines=tuple(_light_line(client, person) for person in key),
        result=("", ""),
        answer="",
        notes=(Said(shown.colour.label), shown.reason),
    )


def _light_line(client: Client, person: Person) -> SumLine:
    words: list[Said] = [Said(role.label) for role in person.contact.roles]
    if person.score is None:
        words.append(why_missing(person))
    elif supports(person, client.rules):
        words.append(said("backs us"))
    elif person.weighed and person.weighed.veto:
        words.append(said("obstructs us or promotes a rival"))
    if (day := weighed_on(person.weighed)) is not None:
        words.append(day)
    terms = (str(person.influence), two(person.score))
    return SumLine(as_is(person.contact.name), terms, row_said(words) if words else None, person.contact.key)


def sum_of_layer(client: Client, account: Account, name: str, today: date) -> Sum:
    """One of the layers "key", "general", "organisation"."""
    return {"key": _key_layer, "general": _general_layer, "organisation": _organisation_layer}[name](
        client, account, today
    )


def _key_layer(client: Client, account: Account, today: date) -> Sum:  # noqa: ARG001 (one signature for the three)
    key = [person for person in account.people if person.contact.key_player]
    scored = [person for person in key if person.score is not None]
    above = sum(person.influence * (person.score or 0) for person in scored)
    below = sum(person.influence for person in scored)
    lines = []
    for person in key:
        product = NOTHING if person.score is None else two(person.influence * person.score)
        note = weighed_on(person.weighed) if person.score is not None else why_missing(person)
        terms = (str(person.influence), two(person.score), product)
        lines.append(SumLine(as_is(person.contact.name), terms, note, person.contact.key))
    return Sum(
        title=said("Key people"),
        formula=said("Σ influence × score ÷ Σ influence, of the people with influence 4 or 5"),
        heads=(_PERSON, _INFLUENCE, _SCORE, Said(NC_("sum", "Product"))),
        lines=tuple(lines),
        result=(str(below), "", two(above)),
        answer=divided(above, below),
    )


def _general_layer(client: Client, account: Account, today: date) -> Sum:
    found = layers(client, account, today)
    floor, lines = two(client.rules.general), []
    for name, best, covered in found.general_departments:
        who = said("{name}, weighed", name=best.contact.name) if best else said("nobody weighed")
        reached = "1" if covered else "0"
        key = best.contact.key if best else ""
        lines.append(SumLine(as_is(name), (two(best.score if best else None), reached), who, key))
    count, reached_all = len(lines), sum(covered for *_, covered in found.general_departments)
    return Sum(
        title=said("All departments"),
        formula=said("Departments with somebody at {floor} or more ÷ departments", floor=floor),
        heads=(said("Department"), said("Best score"), said("Reached")),
        lines=tuple(lines),
        result=("", str(reached_all)),
        answer=f"{reached_all} ÷ {count} = {percent(found.general)}" if count else NOTHING,
    )


def _organisation_layer(client: Client, account: Account, today: date) -> Sum:
    found = layers(client, account, today)
    known = [level for _, level in found.items if level is not None]
    day = said("entered {day}", day=day_said(found.day)) if found.day else said("not entered yet")
    measured = said(
        "measured: departments with acceptance of {floor} or more, none 1, one 3, more 5",
        floor=two(client.rules.survives),
    )
    lines = [SumLine(Said(label), (str(level or NOTHING),), day) for label, level in found.items[:-1]]
    label, level = found.items[-1]
    lines.append(SumLine(Said(label), (str(level or NOTHING),), measured))
    return Sum(
        title=said("Company to company"),
        formula=said("Mean of the items known"),
        heads=(said("Item"), Said(NC_("sum", "Level"))),
        lines=tuple(lines),
        result=(str(sum(known)),),
        answer=divided(sum(known), len(known)) if found.organisation is not None else NOTHING,
    )


def sum_of_dependence(client: Client, found: Dependence, name: str) -> Sum:
    """One of "theirs", "ours", "threads"."""
    return {"theirs": _theirs, "ours": _ours, "threads": _threads}[name](client, found)


def _theirs(client: Client, found: Dependence) -> Sum:
    whole = sum(weight for _, weight in found.carried)
    floor = two(client.rules.carries)
    lines = [
        SumLine(
            as_is(person.contact.name),
            (str(person.influence), two(person.score), two(weight), percent(weight / whole)),
            weighed_on(person.weighed),
            person.contact.key,
        )
        for person, weight in found.carried
    ]
    top = found.carried[0][1] if found.carried else 0.0
    return Sum(
        title=said("Resting on one of theirs"),
        formula=said("Largest share of Σ influence × (score − {floor}), counted above {floor}", floor=floor),
        heads=(_PERSON, _INFLUENCE, _SCORE, said("Carries"), Said(NC_("sum", "Share"))),
        lines=tuple(lines),
        result=("", "", two(whole), ""),
        answer=f"{two(top)} ÷ {two(whole)} = {percent(found.theirs)}" if whole else NOTHING,
        notes=(said("too much above {share}%", share=round(client.rules.one_of_theirs)),),
    )


def _ours(client: Client, found: Dependence) -> Sum:
    lines = []
    for contact in found.key:
        known = found.held.get(contact.key, ())
        note = row_said(colleague.name for colleague in known) if known else said("nobody of us")
        lines.append(SumLine(as_is(contact.name), (str(len(known)),), note, contact.key))
    return Sum(
        title=said("Known by one of us only"),
        formula=said("Key people whom exactly one of us knows ÷ key people"),
        heads=(_PERSON, said("Known by")),
        lines=tuple(lines),
        result=("",),
        answer=f"{len(found.single)} ÷ {len(found.key)} = {percent(found.ours)}" if found.key else NOTHING,
        notes=(said("too many above {share}%", share=round(client.rules.one_of_ours)),),
    )


def _threads(client: Client, found: Dependence) -> Sum:
    lines = []
    for thread in found.threads:
        names = row_said(contact.name for contact in thread.contacts) if thread.contacts else said("nobody yet")
        terms = (str(len(thread.contacts)),)
        lines.append(SumLine(as_is(thread.opportunity.name), terms, names, thread.opportunity.key))
    wanted = round(client.rules.threads)
    return Sum(
        title=said("People behind each order"),
        formula=said("People linked to an open order by a target or an action; wanted: {n} or more", n=wanted),
        heads=(said("Opportunity"), said("People")),
        lines=tuple(lines),
        result=("",),
        answer="",
    )


def sum_of_meals(mix: Mix, rules: Rules) -> Sum:
    """The share of meals among the touches there were, with what is planned beside."""
    whole, meals = sum(mix.held.values()), mix.held.get(Activity.MEAL, 0)
    kinds = [kind for kind in Activity if mix.held.get(kind) or mix.planned.get(kind)]
    lines = [SumLine(Said(kind.label), (str(mix.held.get(kind, 0)), str(mix.planned.get(kind, 0)))) for kind in kinds]
    return Sum(
        title=said("Share of meals"),
        formula=said("Meals held ÷ touches held"),
        heads=(said("Kind of touch"), said("Held"), Said(NC_("sum", "Planned"))),
        lines=tuple(lines),
        result=(str(whole), str(sum(mix.planned.values()))),
        answer=f"{meals} ÷ {whole} = {percent(meals / whole)}" if whole else NOTHING,
        notes=(said("too many above {share}%", share=round(rules.meals)),),
    )


def sum_of_roles(account: Account) -> Sum:
    """The roles a purchase needs, and who stands well enough to cover each."""
    floor = account.rules.covers
    lines, covered_roles = [], 0
    for roles, holders, covered in role_cover(account.people, account.rules):
        covered_roles += covered
        best = max((p for p in holders if p.score is not None), key=lambda p: p.score or 0, default=None)
        names = row_said(person.contact.name for person in holders) if holders else said("nobody known")
        terms = (two(best.score if best else None), "1" if covered else "0")
        what = row_said(Said(role.label) for role in roles)
        lines.append(SumLine(what, terms, names, best.contact.key if best else ""))
    return Sum(
        title=said("Roles covered"),
        formula=said("A role is covered when somebody in it stands at {floor} or more", floor=two(floor)),
        heads=(said("Role"), said("Best score"), said("Covered")),
        lines=tuple(lines),
        result=("", str(covered_roles)),
        answer=f"{covered_roles} ÷ {len(lines)}",
    )


def sum_of_worth(row: Worth, rules: Rules) -> Sum:
    """What the work for one order costs against its expected margin; hours are told and not priced."""
    lines = []
    for action in row.actions:
        note = said("other currency, not counted") if action in row.left_out else _cost_note(action)
        cost = NOTHING if action.cost is None else f"{action.cost.amount:,f} {action.cost.currency}"
        hours = NOTHING if action.hours is None else str(action.hours)
        lines.append(SumLine(as_is(action.text), (hours, cost), note, action.key))
    margin = row.opportunity.margin
    share = (
        f"{row.cost.amount:,f} ÷ {margin.amount:,f} = {percent(row.share)}" if margin and row.share is not None else ""
    )
    notes = [said("too much above {share}%", share=round(rules.worth))]
    if margin:
        notes.insert(0, said("expected margin {amount}", amount=money_said(margin)))
    return Sum(
        title=said("Cost for {order}", order=row.opportunity.name),
        formula=said("Σ cost ÷ expected margin"),
        heads=(said("Action"), said("Hours"), said("Cost")),
        lines=tuple(lines),
        result=(str(row.hours), f"{row.cost.amount:,f} {row.cost.currency}"),
        answer=share or NOTHING,
        notes=tuple(notes),
    )


def _cost_note(action: Action) -> Said | None:
    if action.done:
        return said("done {day}", day=day_said(action.done))
    return said("due {day}", day=day_said(action.due)) if action.due else None
