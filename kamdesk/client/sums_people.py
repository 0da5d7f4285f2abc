"""The arithmetic of one person's score and target, and of the account's mean figures (method F1, F2, F3, F5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from kamdesk.client.account import Account, Person
from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.saying import day_said
from kamdesk.client.sum_shape import NOTHING, Sum, SumLine, divided, percent, two, weighed_on, why_missing
from kamdesk.client.targets import Gap, PersonGaps, counted_level
from kamdesk.client.telling import as_is
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.client.weighing import Weighed
from kamdesk.words import NC_, Said, said

_PERSON, _INFLUENCE = said("Person"), said("Influence")
_DIMENSION, _WEIGHT, _LEVEL = said("Dimension"), Said(NC_("sum", "Weight")), Said(NC_("sum", "Level"))
_SCORE, _PRODUCT = Said(NC_("sum", "Score")), Said(NC_("sum", "Product"))


def sum_of_score(client: Client, person: Person) -> Sum:
    """The score of one person: its levels as they count, their weights, and the fact that proves each."""
    weighed = person.weighed
    lines, above, below = [], 0, 0
    for dimension in Dimension:
        weight = weighed.weights[dimension] if weighed else 0
        if weighed is None or not weight:
            continue
        level = weighed.counted[dimension].counted
        above, below = above + weight * (level or 0), below + (weight if level else 0)
        terms = (str(weight), str(level or NOTHING), str(weight * level) if level else NOTHING)
        note = _proof(client, person, dimension) if level else said("unknown, not counted")
        lines.append(SumLine(Said(dimension.label), terms, note, weighed.weighin.key))
    notes = [] if weighed is None else [said("{share} of the weight is known", share=percent(weighed.completeness))]
    if (day := weighed_on(weighed)) is not None:
        notes.insert(0, day)
    return Sum(
        title=said("Weigh-in of {name}", name=person.contact.name),
        formula=said("Σ weight × level ÷ Σ weight, over what is known"),
        heads=(_DIMENSION, _WEIGHT, _LEVEL, _PRODUCT),
        lines=tuple(lines),
        result=(str(below), "", str(above)),
        answer=divided(above, below),
        notes=tuple(notes),
    )


def _proof(client: Client, person: Person, dimension: Dimension) -> Said | None:
    """What held a level down, or the newest fact that stood when it was weighed."""
    assert person.weighed is not None
    counted, on = person.weighed.counted[dimension], person.weighed.weighin.day
    if counted.chip is not None:
        return counted.chip
    facts = [fact for fact in client.evidence if _stands(fact, person.contact.key, dimension, on)]
    if not facts:
        return None
    newest = max(facts, key=lambda fact: fact.day or date.min)
    assert newest.day is not None
    return said("{day}: {fact}", day=day_said(newest.day), fact=newest.text)


def _stands(fact: Evidence, contact: str, dimension: Dimension, on: date | None) -> bool:
    return (
        fact.contact == contact
        and fact.dimension is dimension
        and fact.day is not None
        and (on is None or fact.day <= on)
    )


def sum_of_ari(account: Account) -> Sum:
    """ARI over the people weighed; the others are listed and not counted."""
    return _mean_sum(account, said("Relationship index (ARI)"), lambda person: person.score)


def sum_of_conservative(account: Account) -> Sum:
    """ARI with everybody in the chain: who is not weighed stands as the rules say."""
    usual = account.rules.unweighed
    made = _mean_sum(
        account,
        said("Conservative index"),
        lambda person: usual if person.score is None else person.score,
        said("counted as {level}", level=two(usual)),
    )
    return made if account.ari is not None else _with_answer(made, NOTHING)


def _with_answer(made: Sum, answer: str) -> Sum:
    return Sum(made.title, made.formula, made.heads, made.lines, made.result, answer, made.notes)


def _mean_sum(
    account: Account, title: Said, value: Callable[[Person], float | None], missing: Said | None = None
) -> Sum:
    lines, above, below = [], 0.0, 0
    for person in account.people:
        figure = value(person)
        if figure is not None and person.influence:
            above, below = above + person.influence * figure, below + person.influence
        lines.append(_mean_line(person, figure, missing))
    return Sum(
        title=title,
        formula=said("Σ influence × score ÷ Σ influence"),
        heads=(_PERSON, _INFLUENCE, _SCORE, _PRODUCT),
        lines=tuple(lines),
        result=(str(below), "", two(above)),
        answer=divided(above, below),
        notes=_left_out(account),
    )


def _mean_line(person: Person, figure: float | None, missing: Said | None) -> SumLine:
    counts = figure is not None and person.influence > 0
    note = weighed_on(person.weighed) if person.score is not None else missing or why_missing(person)
    if not person.influence:
        note = said("influence unknown, not counted")
    product = two(person.influence * figure) if counts and figure is not None else NOTHING
    terms = (str(person.influence or NOTHING), two(figure), product)
    return SumLine(as_is(person.contact.name), terms, note, person.contact.key)


def _left_out(account: Account) -> tuple[Said, ...]:
    return tuple(said("{name} has left and is not counted", name=contact.name) for contact in account.gone)


def sum_of_cover(account: Account) -> Sum:
    """The share of the influence in the chain that is weighed."""
    lines, known, whole = [], 0, 0
    for person in account.people:
        if not person.influence:
            continue
        scored = person.score is not None
        known, whole = known + (person.influence if scored else 0), whole + person.influence
        terms = (str(person.influence), str(person.influence) if scored else NOTHING)
        note = weighed_on(person.weighed) if scored else why_missing(person)
        lines.append(SumLine(as_is(person.contact.name), terms, note, person.contact.key))
    return Sum(
        title=said("Coverage"),
        formula=said("Influence weighed ÷ influence of everybody in the chain"),
        heads=(_PERSON, _INFLUENCE, said("of it weighed")),
        lines=tuple(lines),
        result=(str(whole), str(known)),
        answer=f"{known} ÷ {whole} = {percent(known / whole)}" if whole else NOTHING,
        notes=_left_out(account),
    )


def sum_of_lead(account: Account, rival: str) -> Sum:
    """The lead over the main rival, `rival` being what it is called."""
    lines, above, below = [], 0.0, 0
    for person in account.people:
        counts = person.lead is not None and person.influence > 0
        if counts and person.lead is not None:
            above, below = above + person.influence * person.lead, below + person.influence
        product = tell_gap(person.influence * (person.lead or 0), 2) if counts else NOTHING
        lead = NOTHING if person.lead is None else tell_gap(person.lead, 2)
        terms = (str(person.influence or NOTHING), two(person.score), two(person.rival_score), lead, product)
        lines.append(SumLine(as_is(person.contact.name), terms, _lead_note(person), person.contact.key))
    return Sum(
        title=said("Lead over {rival}", rival=rival),
        formula=said("Σ influence × (our score − the rival's) ÷ Σ influence, where both are known"),
        heads=(_PERSON, _INFLUENCE, Said(NC_("side", "Us")), as_is(rival), Said(NC_("sum", "Lead")), _PRODUCT),
        lines=tuple(lines),
        result=(str(below), "", "", "", tell_gap(above, 2)),
        answer=divided(above, below, tell_gap(above / below, 2)) if below else NOTHING,
        notes=_left_out(account),
    )


def _lead_note(person: Person) -> Said | None:
    if person.score is None:
        return why_missing(person)
    if person.rival_score is None:
        return said("rival not estimated")
    if person.contested:
        return said("must be won")
    return weighed_on(person.weighed)


def sum_of_gap(found: PersonGaps) -> Sum:
    """The weighted gap of one person to the target."""
    weights = found.person.weighed.weights if found.person.weighed else dict.fromkeys(Dimension, 0)
    below = sum(w for d, w in weights.items() if counted_level(found.person, d) is not None)
    above, lines = 0, []
    for gap in found.gaps:
        product = weights[gap.dimension] * gap.gap
        above += product if gap.now is not None else 0
        shown = (str(gap.gap), str(product)) if gap.now is not None else (NOTHING, NOTHING)
        terms = (str(weights[gap.dimension]), str(gap.now or NOTHING), str(gap.wanted), *shown)
        note = said("unknown, not counted") if gap.now is None else None
        lines.append(SumLine(Said(gap.dimension.label), terms, note, found.target.key))
    for dimension in Dimension:
        now = counted_level(found.person, dimension)
        if found.target.level(dimension) is None and weights[dimension] and now is not None:
            terms = (str(weights[dimension]), str(now), NOTHING, "0", "0")
            lines.append(SumLine(Said(dimension.label), terms, said("nothing is wanted of it"), found.target.key))
    return Sum(
        title=said("Weighted gap of {name}", name=found.person.contact.name),
        formula=said("Σ weight × gap ÷ Σ weight, over what is known; a gap is never below 0"),
        heads=(_DIMENSION, _WEIGHT, Said(NC_("sum", "Now")), Said(NC_("sum", "Target")), said("Gap"), _PRODUCT),
        lines=tuple(lines),
        result=(str(below), "", "", "", str(above)),
        answer=divided(above, below),
        notes=tuple(_target_notes(found)),
    )


def sum_of_wanted(found: PersonGaps) -> Sum:
    """The score of one person once the target is reached: each level as wanted, or as it is where that is better."""
    weights = found.person.weighed.weights if found.person.weighed else dict.fromkeys(Dimension, 0)
    above, below, lines = 0, 0, []
    for dimension in Dimension:
        weight, now, wanted = weights[dimension], counted_level(found.person, dimension), found.target.level(dimension)
        if not weight:
            continue
        level = max(now or 0, wanted or 0)
        above, below = above + weight * level, below + (weight if level else 0)
        told = tuple(str(value or NOTHING) for value in (now, wanted, level, weight * level))
        note = None if level else said("unknown, not counted")
        lines.append(SumLine(Said(dimension.label), (str(weight), *told), note, found.target.key))
    return Sum(
        title=said("{name} once the target is reached", name=found.person.contact.name),
        formula=said("Σ weight × level ÷ Σ weight, each level as wanted or as it is where that is better"),
        heads=(_DIMENSION, _WEIGHT, Said(NC_("sum", "Now")), Said(NC_("sum", "Target")), _LEVEL, _PRODUCT),
        lines=tuple(lines),
        result=(str(below), "", "", "", str(above)),
        answer=divided(above, below) if found.score_wanted is not None else NOTHING,
        notes=tuple(_target_notes(found))[:-1],
    )


def sum_of_estimate(theirs: Weighed, who: Contact, rival: str) -> Sum:
    """The score that a rival is estimated to have with one person."""
    above, below, lines = 0, 0, []
    for dimension in Dimension:
        weight, level = theirs.weights[dimension], theirs.counted[dimension].counted
        if not weight:
            continue
        above, below = above + weight * (level or 0), below + (weight if level else 0)
        terms = (str(weight), str(level or NOTHING), str(weight * level) if level else NOTHING)
        note = None if level else said("unknown, not counted")
        lines.append(SumLine(Said(dimension.label), terms, note, theirs.weighin.key))
    day = weighed_on(theirs)
    return Sum(
        title=said("{rival} at {name}, estimated by us", rival=rival, name=who.name),
        formula=said("Σ weight × level ÷ Σ weight, over what is known"),
        heads=(_DIMENSION, _WEIGHT, _LEVEL, _PRODUCT),
        lines=tuple(lines),
        result=(str(below), "", str(above)),
        answer=divided(above, below),
        notes=(day,) if day else (),
    )


def _target_notes(found: PersonGaps) -> Iterable[Said]:
    if found.target.set_on:
        yield said("target set {day}", day=day_said(found.target.set_on))
    if found.target.by:
        yield said("to be reached by {day}", day=day_said(found.target.by))
    if (day := weighed_on(found.person.weighed)) is not None:
        yield day
    if found.score_wanted is not None:
        yield said("score once it is reached: {score}", score=two(found.score_wanted))


def sum_of_priority(gap: Gap) -> Sum:
    """The priority of one gap."""
    influence = gap.contact.influence or 0
    terms = (percent(gap.share), str(gap.gap), str(influence))
    share = two(gap.share) if round(gap.share, 2) == round(gap.share, 4) else tell_decimal(gap.share, 4)
    steps = f"{share} × {gap.gap} × {influence} = {two(gap.priority)}"
    return Sum(
        title=said("Priority: {name}, {dimension}", name=gap.contact.name, dimension=Said(gap.dimension.label)),
        formula=said("Share of the weight × gap × influence"),
        heads=(_DIMENSION, _WEIGHT, said("Gap"), _INFLUENCE),
        lines=(SumLine(Said(gap.dimension.label), terms, None, gap.contact.key),),
        result=("", "", ""),
        answer=steps,
    )
