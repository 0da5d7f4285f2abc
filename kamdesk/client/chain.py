"""Is the decision chain complete: what is missing among the people, who could tell us, what is being done (C6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, Person, role_cover
from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Attitude, Contact, Coverage, Role, TieKind
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Choice
from kamdesk.client.units import tell_decimal
from kamdesk.words import N_, Said, said

SUPPORTING = (Attitude.COACH, Attitude.SUPPORTER)
AGAINST = (Attitude.NON_SUPPORTER, Attitude.ENEMY)
_LEAST = 3  # of so many people with an attitude it is strange that nobody is against us
_WHO = {
    Role.APPROVER: said("Who approves and can say no"),
    Role.DECIDER: said("Who decides"),
    Role.EVALUATOR: said("Who evaluates"),
    Role.USER: said("Who uses it in the end"),
}


class ChainRule(Choice):
    """What C6 asks of a decision chain, the gravest first."""

    CONTESTED = "contested", N_("No key person prefers the rival")
    ROLE = "role", N_("Every required role is named")
    PLACEHOLDER = "placeholder", N_("Every post has a name")
    WEIGHED = "weighed", N_("Every key person is weighed")
    OPPONENT = "opponent", N_("An opponent is known")
    COACH = "coach", N_("A coach is tested by facts")
    COVERAGE = "coverage", N_("We are in contact with every key person")
    OWNER = "owner", N_("Every key person has an owner of ours")
    ATTITUDE = "attitude", N_("The attitude of every key person is known")
    AGENDA = "agenda", N_("The agenda of every key person is known")
    INFLUENCE = "influence", N_("The influence of everybody is known")
    REPORTS = "reports", N_("It is known who reports to whom")
    INFORMAL = "informal", N_("It is known who listens to whom")
    SECOND = "second", N_("There is a second contact in every department")
    SUCCESSOR = "successor", N_("The successor of every supporter is known")


@dataclass(frozen=True, slots=True)
class Flag:
    """One gap in the chain: `said` states it, `asks` is what to find out, `answer` the open action that sees to it."""

    said: Said
    ask: Contact | None
    place: str
    key: str
    answer: Action | None
    rule: ChainRule
    asks: Said


@dataclass(frozen=True, slots=True)
class _Chain:
    """What every rule looks at."""

    client: Client
    account: Account
    today: date
    rival: str
    ours: frozenset[str]
    actions: dict[str, Action]  # the open action next due, by the person it concerns
    talkers: tuple[Contact, ...]

    @property
    def known(self) -> Iterator[Person]:
        """Everybody who has a name."""
        return (person for person in self.account.people if not person.contact.placeholder)

    @property
    def key_people(self) -> Iterator[Person]:
        """The key people who have a name."""
        return (person for person in self.known if person.contact.key_player)

    def flag(
        self, rule: ChainRule, told: Said, asks: Said, about: Contact | None = None, *, place: str = "people"
    ) -> Flag:
        """A gap; whom to ask and what is being done follow from whom it is about."""
        key = about.key if about else ""
        return Flag(told, _first(self.talkers, about), place, key, self.actions.get(key), rule, asks)


def chain_flags(client: Client, workspace: Workspace, found: Account, today: date) -> list[Flag]:
    """Every gap in the decision chain, the gravest first, within a rule the most influential person first. C6."""
    chain = _Chain(
        client,
        found,
        today,
        next((rival.called for rival in workspace.rivals if rival.key == found.rival), ""),
        frozenset(colleague.key for colleague in workspace.colleagues),
        _answers(client),
        _talkers(found),
    )
    rules = (_contested, _roles, _placeholders, _weighed, _opponents, _coaches, _care, _agendas, _influence)
    flags = [flag for rule in (*rules, _reports, _informal, _departments, _successors) for flag in rule(chain)]
    order = {rule: number for number, rule in enumerate(ChainRule)}
    return sorted(flags, key=lambda flag: order[flag.rule])


def whom_to_ask(found: Account, about: Contact | None = None) -> Contact | None:
    """Whoever talks to us most openly, and is not the one in question; None while nobody stands at three."""
    return _first(_talkers(found), about)


def _talkers(found: Account) -> tuple[Contact, ...]:
    """The two who talk to us most openly, so that there is one left when a question is about the other."""
    talking = [person for person in found.people if (person.score or 0) >= found.rules.talks]
    talking.sort(key=lambda person: (person.score or 0, person.influence), reverse=True)
    return tuple(person.contact for person in talking[:2])


def _first(talkers: tuple[Contact, ...], about: Contact | None) -> Contact | None:
    return next((contact for contact in talkers if about is None or contact.key != about.key), None)


def _answers(client: Client) -> dict[str, Action]:
    waiting = [action for action in client.actions if action.done is None and action.contact]
    waiting.sort(key=lambda action: action.due or date.max, reverse=True)
    return {action.contact or "": action for action in waiting}


def _contested(chain: _Chain) -> Iterator[Flag]:
    for contact in chain.account.contested:
        person = chain.account.person(contact.key)
        values = {
            "name": contact.name,
            "gap": tell_decimal(-((person.lead if person else 0) or 0), 1),
            "rival": chain.rival or said("the rival"),
        }
        told = said("{name} stands {gap} nearer to {rival}: must be won", **values)
        asks = said("What ties {name} to {rival}", **values)
        yield chain.flag(ChainRule.CONTESTED, told, asks, contact, place="weighin")


def _roles(chain: _Chain) -> Iterator[Flag]:
    for roles, holders, _ in role_cover(chain.account.people, chain.client.rules):
        if not holders:
            yield chain.flag(ChainRule.ROLE, said("No {role} named", role=Said(roles[0].label)), _WHO[roles[0]])


def _placeholders(chain: _Chain) -> Iterator[Flag]:
    for person in chain.account.people:
        if person.contact.placeholder:
            name = person.contact.name
            told, asks = said("{name}: nobody identified yet", name=name), said("Who is {name}", name=name)
            yield chain.flag(ChainRule.PLACEHOLDER, told, asks, person.contact)


def _weighed(chain: _Chain) -> Iterator[Flag]:
    for person in chain.known:
        contact = person.contact
        asks = said("Where {name} stands towards us", name=contact.name)
        if contact.key_player and person.weighed is None:
            told = said("{name} matters and has not been weighed", name=contact.name)
        elif person.weighed and person.score is None:
            told = said("{name}: too little known for a score", name=contact.name)
        elif person.attitude_in_doubt:
            told = said("{name}: attitude and weigh-in disagree", name=contact.name)
        else:
            continue
        yield chain.flag(ChainRule.WEIGHED, told, asks, contact, place="weighin")


def _opponents(chain: _Chain) -> Iterator[Flag]:
    """A map without anybody against us is the suspicious one (ALT2, ALT5)."""
    placed = [person for person in chain.known if person.attitude]
    if len(placed) >= _LEAST and not any(stands_against(person) for person in placed):
        told = said("Nobody is against us: who backs the rival?")
        yield chain.flag(ChainRule.OPPONENT, told, said("Who supports the rival"))


def stands_against(person: Person) -> bool:
    """Whether hand or weigh-in says that somebody is against us."""
    return person.attitude in AGAINST or (person.weighed is not None and person.weighed.band in AGAINST)


def _coaches(chain: _Chain) -> Iterator[Flag]:
    coaches = [p for p in chain.known if Role.COACH in p.contact.roles or p.attitude is Attitude.COACH]
    if not coaches and any(chain.known):
        yield chain.flag(ChainRule.COACH, said("No coach among them"), said("Who wants us to win"))
    for person in coaches:
        facts = (item for item in chain.client.evidence if item.contact == person.contact.key and item.day)
        recent = (item for item in facts if item.day and (chain.today - item.day).days <= chain.client.rules.old_days)
        if not any(item.second_source.strip() for item in recent):
            name = person.contact.name
            told = said("{name} is taken for a coach, and no confirmed fact shows it", name=name)
            asks = said("What proves that {name} helps us", name=name)
            yield chain.flag(ChainRule.COACH, told, asks, person.contact, place="weighin")


def _care(chain: _Chain) -> Iterator[Flag]:
    """Contact, owner and attitude of each key person."""
    for person in chain.key_people:
        contact, name = person.contact, person.contact.name
        if contact.coverage in (None, Coverage.NONE):
            told = said("How far our contact with {name} goes is unknown", name=name)
            if contact.coverage is Coverage.NONE:
                told = said("No contact with {name} yet", name=name)
            asks = said("Who could introduce us to {name}", name=name)
            yield chain.flag(ChainRule.COVERAGE, told, asks, contact)
        if contact.our_owner not in chain.ours:
            told = said("Nobody of ours answers for {name}", name=name)
            yield chain.flag(ChainRule.OWNER, told, said("Who of us answers for {name}", name=name), contact)
        if person.attitude is None:
            told = said("Attitude of {name} unknown", name=name)
            yield chain.flag(ChainRule.ATTITUDE, told, said("Where {name} stands towards us", name=name), contact)


def _agendas(chain: _Chain) -> Iterator[Flag]:
    for person in chain.key_people:
        contact, name = person.contact, person.contact.name
        if not contact.business_agenda.strip():
            told = said("What result {name} needs is unknown", name=name)
            asks = said("What result {name} needs", name=name)
            flag = chain.flag(ChainRule.AGENDA, told, asks, contact)
            yield Flag(told, contact, flag.place, flag.key, flag.answer, flag.rule, asks)
        if not contact.personal_agenda.strip():
            told = said("What {name} wins personally is unknown", name=name)
            asks = said("What {name} wins personally", name=name)
            yield chain.flag(ChainRule.AGENDA, told, asks, contact)


def _influence(chain: _Chain) -> Iterator[Flag]:
    for person in chain.known:
        if person.contact.influence is None:
            name = person.contact.name
            told = said("Influence of {name} unknown", name=name)
            asks = said("How much influence {name} has", name=name)
            yield chain.flag(ChainRule.INFLUENCE, told, asks, person.contact)


def _reports(chain: _Chain) -> Iterator[Flag]:
    """Who has neither a boss nor anybody below, and does not own the company; more than one are one flag."""
    here = {person.contact.key for person in chain.account.people}
    leading = {person.contact.reports_to for person in chain.account.people}
    loose = [
        person.contact
        for person in chain.account.people
        if person.contact.reports_to not in here and person.contact.key not in leading and not person.contact.is_owner
    ]
    if not loose or len(here) == 1:
        return
    name, more = loose[0].name, len(loose) - 1
    told, asks = said("Boss of {name} unknown", name=name), said("To whom {name} reports", name=name)
    if more:
        told = said("Boss of {name} and {n} more unknown", name=name, n=more)
        asks = said("To whom {name} and {n} more report", name=name, n=more)
    yield chain.flag(ChainRule.REPORTS, told, asks, loose[0])


def _informal(chain: _Chain) -> Iterator[Flag]:
    lines = [tie for tie in chain.client.ties if tie.kind in (TieKind.INFLUENCE, TieKind.TRUST)]
    tied = {key for tie in lines for key in (tie.source, tie.target)}
    for person in chain.key_people:
        if person.contact.key not in tied and len(chain.account.people) > 1:
            name = person.contact.name
            told, asks = said("Whom {name} trusts is unknown", name=name), said("Whom {name} listens to", name=name)
            yield chain.flag(ChainRule.INFORMAL, told, asks, person.contact)


def _departments(chain: _Chain) -> Iterator[Flag]:
    people: dict[str, list[Contact]] = {}
    for person in chain.known:
        if person.contact.department.strip():
            people.setdefault(person.contact.department.strip(), []).append(person.contact)
    for department, held in people.items():
        if len(held) == 1:
            told = said("Only {name} in {department}", name=held[0].name, department=department)
            asks = said("Whom else we should know in {department}", department=department)
            yield chain.flag(ChainRule.SECOND, told, asks, held[0])


def _successors(chain: _Chain) -> Iterator[Flag]:
    here = {person.contact.key for person in chain.account.people}
    for person in chain.known:
        contact = person.contact
        if person.attitude in SUPPORTING and contact.successor not in here:
            told = said("Who would follow {name} is unknown", name=contact.name)
            asks = said("Who would follow {name}", name=contact.name)
            yield chain.flag(ChainRule.SUCCESSOR, told, asks, contact)
