"""What P6 says in words: its name with the weights, the conclusion, what comes first, the rules it rests on."""

from __future__ import annotations

from functools import reduce

from kamdesk.client.account import LeadWord, Person, role_cover
from kamdesk.client.editions import may_show
from kamdesk.client.levels import code
from kamdesk.client.people import Contact
from kamdesk.client.presets import PRESET_LABELS, Weights, preset_of, set_of, shares, weights_of
from kamdesk.client.record import field_of
from kamdesk.client.targets import Gap
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.chapters.weighin_table import weights
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.words import N_

_SHOWN, _TIED = 3, 5  # priorities named; with those as high as the third
_NAMED = 6  # people who left


def shows_attitudes(press: Press) -> bool:
    """True when this edition may say how people are disposed to us."""
    return may_show(field_of(Contact, "attitude"), press.audience)


def kicker(press: Press, subject: Subject) -> str:
    """The chapter's name with that of the weights the newest weigh-in was made with."""
    title, used = press.trc("chapter", "Weigh-in"), weights(subject)
    if not any(used.values()):
        return title
    return press.tr("{title} · weights: {name}", title=title, name=_weights_name(press, subject, used))


def _weights_name(press: Press, subject: Subject, used: Weights) -> str:
    if named := set_of(used, subject.workspace.weight_sets):
        return named.name
    if preset := preset_of(used):
        return press.tr(PRESET_LABELS[preset])
    own = weights_of(subject.client.company)
    if any(own.values()) and shares(own) == shares(used):
        return press.tr("this client's own")
    return press.tr("own weights")


def conclusions(press: Press, subject: Subject) -> list[str]:
    """The account's lead with its word, then what comes first by priority; else who must be won; else the index."""
    account = subject.account
    if account.ari is None:
        return [subject.too_little(press.words)]
    if account.lead is None or account.lead_word is None:
        told = press.tr("ARI {ari}; how the rival stands has not been weighed.", ari=tell_decimal(account.ari, 2))
        return [told]
    values = {"word": press.tr(account.lead_word.label), "lead": tell_gap(account.lead, 2)}
    return [*_by_priority(press, subject, values), *_by_lead(press, subject, values)]


def _by_priority(press: Press, subject: Subject, values: dict[str, str]) -> list[str]:
    """Who is ahead already, and whom to move first on what; ties on one dimension are named together."""
    first = _first(subject)
    if not first:
        return []
    values = values | {
        "people": press.list([gap.contact.name for gap in first]),
        "dimension": press.tr(first[0].dimension.label),
        "code": code(first[0].dimension),
        "priority": tell_decimal(first[0].priority, 2),
    }
    ahead = press.list(_roles_ahead(press, subject))
    told = []
    if len(first) > 1:
        if ahead:
            told.append(
                press.tr(
                    "{word} ({lead}): ahead with {ahead}; start with {people} on {dimension} {code} "
                    "(priority {priority} each).",
                    ahead=ahead,
                    **values,
                )
            )
        text = N_("{word} ({lead}): start with {people} on {dimension} {code} (priority {priority} each).")
        told.append(press.tr(text, **values))
        values["people"] = first[0].contact.name
    elif ahead:
        text = N_(
            "{word} ({lead}): ahead with {ahead}; start with {people} on {dimension} {code} (priority {priority})."
        )
        told.append(press.tr(text, ahead=ahead, **values))
    told.append(press.tr("{word} ({lead}): start with {people} on {dimension} {code} (priority {priority}).", **values))
    return told


def _first(subject: Subject) -> list[Gap]:
    """The gap of the highest priority, with those of others that are as high on the same dimension."""
    if not subject.gaps or not subject.gaps[0].priority:
        return []
    top = subject.gaps[0]
    return [it for it in subject.gaps if it.dimension is top.dimension and abs(it.priority - top.priority) < 1e-9]


def _roles_ahead(press: Press, subject: Subject) -> list[str]:
    """The required roles in which somebody stands clearly better with us than with the rival."""
    ahead = []
    for roles, holders, _ in role_cover(subject.account.people):
        best = max((it.lead for it in holders if it.lead is not None), default=None)
        if best is not None and best >= subject.client.rules.margin:
            ahead.append(press.tr(roles[0].label))
    return ahead


def _by_lead(press: Press, subject: Subject, values: dict[str, str]) -> list[str]:
    account = subject.account
    lost = [_with_lead(press, person) for key in account.contested[:2] if (person := account.person(key.key))]
    best = max((it for it in account.people if it.lead is not None), key=lambda it: it.influence * (it.lead or 0))
    if lost:
        people, told = press.list(lost), []
        if (best.lead or 0) > 0:
            text = N_("{word} ({lead}): must win {people}; {friend} is on our side.")
            told.append(press.tr(text, people=people, friend=best.contact.name, **values))
        else:
            told.append(press.tr("{word} ({lead}): must win {people}.", people=people, **values))
        return [*told, press.tr("{word} ({lead}): must win {people}.", people=lost[0], **values)]
    if account.lead_word is LeadWord.AHEAD:
        return [press.tr("{word} ({lead}), furthest with {person}.", person=_with_lead(press, best), **values)]
    return [press.tr("{word} ({lead}): no key person is lost.", **values)]


def _with_lead(press: Press, person: Person) -> str:
    gap = tell_gap(person.lead or 0, 2)
    return press.tr("{name} ({gap})", name=person.contact.name, gap=gap)


def priorities(press: Press, subject: Subject) -> str:
    """The highest priorities with how they come about, ties with the last of them too; "" without any."""
    gaps = [gap for gap in subject.gaps if gap.priority]
    if not gaps:
        return ""
    least = gaps[min(_SHOWN, len(gaps)) - 1].priority
    alike: dict[tuple[str, str], list[str]] = {}
    for gap in gaps:
        if gap.priority > least - 1e-9:
            alike.setdefault((gap.contact.name, tell_decimal(gap.priority, 2)), []).append(code(gap.dimension))
    told = [press.tr("{name} {code} {n}", name=it[0], code="/".join(alike[it]), n=it[1]) for it in [*alike][:_TIED]]
    return press.tr("First to do: {gaps} (weight × gap × influence).", gaps=press.list(told))


def left(press: Press, subject: Subject) -> str:
    """Who has left and is not counted; "" when nobody has."""
    gone = subject.account.gone
    if not gone:
        return ""
    names = [press.tr("{name} ({day})", name=it.name, day=press.day(it.left)) for it in gone[:_NAMED]]
    rest = len(gone) - len(names)
    if rest > 0:
        names.append(press.trn("and {n} more", "and {n} more", rest))
    return press.tr("Left and not counted: {people}.", people=press.list(names))


def rules(press: Press, subject: Subject) -> str:
    """What the page rests on, with the rep's own numbers; only what there is something of on the page."""
    number, weighed = subject.client.rules, [it.weighed for it in subject.account.people if it.weighed]
    told = [
        press.tr(
            "R = a person's six levels by weight, 1 to 5; ARI = R of all by influence; score band = what R comes to."
        )
    ]
    if any(level.capped for it in weighed for level in it.counted.values()):
        text = N_(
            "Grey fill = capped: level 4 needs one fact, level 5 two facts of the last {days} days, one of them "
            "confirmed; what was entered is kept."
        )
        told.append(press.tr(text, days=round(number.fresh_days)))
    if any(level.entered is None for it in weighed for level in it.counted.values()):
        told.append(press.tr("Unknown is left out, not taken as low."))
    if not all(weights(subject).values()):
        told.append(press.tr("Dimensions of weight 0 are on record but do not count."))
    told.append(press.tr("Facts: how many in a year, and the age of the newest."))
    if subject.targets:
        aims = press.trn(
            "A target rises {n} level per dimension in half a year and needs to beat the rival by {ahead} only.",
            "A target rises {n} levels per dimension in half a year and needs to beat the rival by {ahead} only.",
            round(number.per_half_year),
            ahead=tell_decimal(number.ahead, 2),
        )
        told.append(aims)
    return reduce(lambda first, second: press.tr("{first} {second}", first=first, second=second), told)
