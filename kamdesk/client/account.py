"""The relationship with a whole client: weigh-ins of its people rolled up by influence, and against the main rival."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.kept import kept
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.presets import Weights
from kamdesk.client.record import Choice
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.client.weighing import Weighed, attitude_in_doubt, change, history, weigh
from kamdesk.words import NC_

REQUIRED_ROLES: tuple[tuple[Role, ...], ...] = (
    (Role.APPROVER,),
    (Role.DECIDER,),
    (Role.EVALUATOR,),
    (Role.USER, Role.INFLUENCER),
)


class LeadWord(Choice):
    """Who is ahead in the relationship (method F5)."""

    AHEAD = "ahead", NC_("lead", "Ahead")
    LEVEL = "level", NC_("lead", "Neck and neck")
    BEHIND = "behind", NC_("lead", "Behind")


@dataclass(frozen=True, slots=True)
class Person:
    """One person at the client, with the newest weigh-in, the one before and the rival's."""

    contact: Contact
    weighed: Weighed | None = None
    before: Weighed | None = None
    rival: Weighed | None = None
    rules: Rules = RULES

    @property
    def influence(self) -> int:
        """The influence, 1-5; 0 while it is unknown, so that it weighs nothing."""
        return self.contact.influence or 0

    @property
    def score(self) -> float | None:
        """R when the weigh-in rests on enough, else None."""
        return self.weighed.standing if self.weighed else None

    @property
    def rival_score(self) -> float | None:
        """The main rival's level with this person, 1.0-5.0."""
        return self.rival.standing if self.rival else None

    @property
    def lead(self) -> float | None:
        """Our score less the rival's; None while either is unknown. Source: method F5."""
        if self.score is None or self.rival_score is None:
            return None
        return round(self.score - self.rival_score, 9)

    @property
    def lead_word(self) -> LeadWord | None:
        """The word for the lead."""
        return lead_word(self.lead, self.rules)

    @property
    def change(self) -> float | None:
        """How far the score moved since the weigh-in before."""
        return change(self.weighed, self.before) if self.weighed and self.before else None

    @property
    def contested(self) -> bool:
        """True for a key person with whom the rival stands better: must be won."""
        return self.contact.key_player and self.lead is not None and self.lead < 0

    @property
    def attitude(self) -> Attitude | None:
        """The attitude set by hand, else the band of the weigh-in."""
        return self.contact.attitude or (self.weighed.band if self.weighed else None)

    @property
    def attitude_in_doubt(self) -> bool:
        """True when hand and weigh-in are two or more bands apart."""
        return attitude_in_doubt(self.contact.attitude, self.weighed)


@dataclass(frozen=True, slots=True)
class Account:
    """The figures of one client; every mean is weighted by influence, and None while nothing is known."""

    people: tuple[Person, ...]  # the most influential first; who is gone is not among them
    gone: tuple[Contact, ...]
    rival: str | None  # key of the main rival
    ari: float | None  # 1.0-5.0, of the people weighed
    ari_conservative: float | None  # 1.0-5.0, everybody not weighed taken as 2.0 or what the rules say
    coverage: float  # 0.0-1.0, the influence weighed
    change: float | None  # of the people weighed at least twice
    lead: float | None  # over the main rival
    now: dict[Dimension, float | None]
    last: dict[Dimension, float | None]
    rival_levels: dict[Dimension, float | None]
    last_day: date | None  # the newest of the weigh-ins that `last` is made of
    rival_ari: float | None
    rules: Rules = RULES

    @property
    def lead_word(self) -> LeadWord | None:
        """Ahead from +0.5, behind from -0.5, else neck and neck."""
        return lead_word(self.lead, self.rules)

    @property
    def contested(self) -> tuple[Contact, ...]:
        """The key people with whom the rival stands better, the widest gap times influence first."""
        found = [person for person in self.people if person.contested]
        return tuple(p.contact for p in sorted(found, key=lambda p: p.influence * (p.lead or 0)))

    @property
    def weighed(self) -> int:
        """How many people are weighed on enough."""
        return sum(person.score is not None for person in self.people)

    def person(self, key: str) -> Person | None:
        """The row of one contact."""
        return next((person for person in self.people if person.contact.key == key), None)


def lead_word(lead: float | None, rules: Rules = RULES) -> LeadWord | None:
    """The word for a lead; None while it is unknown. Source: method F5."""
    if lead is None:
        return None
    if abs(round(lead, 9)) < rules.margin:
        return LeadWord.LEVEL
    return LeadWord.AHEAD if lead > 0 else LeadWord.BEHIND


def main_rival(client: Client) -> str | None:
    """The rival named for the client, else the one with the most estimates and standings."""
    if client.company.rival:
        return client.company.rival
    estimates = [item.rival for item in client.weighins]
    named = Counter(key for key in (*estimates, *(item.rival for item in client.standings)) if key)
    return named.most_common(1)[0][0] if named else None


@kept
def account(client: Client, today: date) -> Account:
    """The relationship as it stands on a day. Sources: method F3 (ARI, coverage) and F5 (lead).

    ARI = Σ I·R / Σ I over the people weighed on enough; a person without an influence weighs nothing, and who has
    left has no part in it.
    """
    rival, rules = main_rival(client), client.rules
    people = tuple(_people(client, rival, today))
    weighed = [(person.influence, person.score) for person in people if person.score is not None]
    chain = [person for person in people if person.influence]
    ari = mean(weighed)
    everybody = [(person.influence, rules.unweighed if person.score is None else person.score) for person in chain]
    known, whole = sum(influence for influence, _ in weighed), sum(person.influence for person in chain)
    last_days = [p.before.weighin.day for p in people if p.before and p.before.weighin.day]
    return Account(
        people=people,
        gone=tuple(contact for contact in client.contacts if contact.gone(today)),
        rival=rival,
        ari=ari,
        ari_conservative=mean(everybody) if ari is not None else None,
        coverage=known / whole if whole else 0.0,
        change=mean((p.influence, p.change) for p in people if p.score is not None),
        lead=mean((person.influence, person.lead) for person in people),
        now=_levels(people, lambda person: person.weighed),
        last=_levels(people, lambda person: person.before),
        rival_levels=_levels(people, lambda person: person.rival),
        last_day=max(last_days, default=None),
        rival_ari=mean((person.influence, person.rival_score) for person in people),
        rules=rules,
    )


def mean(pairs: Iterable[tuple[int, float | None]]) -> float | None:
    """Σ influence × value / Σ influence over what is known; None when that is nothing. Source: method F3."""
    known = [(weight, value) for weight, value in pairs if value is not None and weight]
    total = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / total if total else None


def role_cover(
    people: Iterable[Person], rules: Rules = RULES
) -> list[tuple[tuple[Role, ...], tuple[Person, ...], bool]]:
    """Each role a purchase needs, who holds it, and whether one of them stands at 3.0 or better. Source: method F3."""
    rows = tuple(people)
    cover = []
    for roles in REQUIRED_ROLES:
        holders = tuple(person for person in rows if set(roles) & set(person.contact.roles))
        cover.append((roles, holders, any((person.score or 0) >= rules.covers for person in holders)))
    return cover


def weighed_history(
    client: Client, contact: str, today: date, rival: str | None = None, weights: Weights | None = None
) -> list[Weighed]:
    """Everything weighed of one person up to a day, oldest first; `rival` asks for its estimates instead."""
    held = _held(client)
    facts, past = held.facts.get(contact, ()), held.weighins.get((contact, rival), ())
    dated = history((item for item in past if item.day and item.day <= today), contact, rival)
    return [weigh(item, facts, weights=weights, rules=client.rules) for item in dated]


@dataclass(frozen=True, slots=True)
class _Held:
    """What is known of each person: the facts by contact, the weigh-ins by contact and rival, as they were written."""

    facts: dict[str | None, list[Evidence]]
    weighins: dict[tuple[str | None, str | None], list[WeighIn]]


@kept
def _held(client: Client) -> _Held:
    held = _Held({}, {})
    for item in client.evidence:
        held.facts.setdefault(item.contact, []).append(item)
    for weighin in client.weighins:
        held.weighins.setdefault((weighin.contact, weighin.rival), []).append(weighin)
    return held


def _people(client: Client, rival: str | None, today: date) -> list[Person]:
    held, rows, rules = _held(client), [], client.rules

    def past(key: str, of: str | None) -> list[WeighIn]:
        return [item for item in held.weighins.get((key, of), ()) if item.day and item.day <= today]

    for contact in client.contacts:
        if contact.gone(today):
            continue
        proof, ours = held.facts.get(contact.key, []), past(contact.key, None)
        now = _newest(ours)
        earlier = [item for item in ours if now and item.day != now.day]
        before, guess = _newest(earlier), _newest(past(contact.key, rival) if rival else ())
        weighed = weigh(now, proof, rules=rules) if now else None
        rows.append(
            Person(
                contact,
                weighed,
                weigh(before, proof, rules=rules) if before else None,
                weigh(guess, weights=weighed.weights if weighed else None, rules=rules) if guess else None,
                rules,
            )
        )
    return sorted(rows, key=lambda row: -row.influence)


def _newest(weighins: Iterable[WeighIn]) -> WeighIn | None:
    """The newest weigh-in; of several on one day the one written last."""
    return max(reversed(tuple(weighins)), key=lambda item: item.day or date.min, default=None)


def _levels(people: Iterable[Person], which: Callable[[Person], Weighed | None]) -> dict[Dimension, float | None]:
    """The mean level of each dimension; dimensions that do not count are on record and shown too (P6)."""
    rows = [(person.influence, weighed) for person in people if (weighed := which(person)) is not None]
    return {
        dimension: mean((influence, weighed.counted[dimension].counted) for influence, weighed in rows)
        for dimension in Dimension
    }
