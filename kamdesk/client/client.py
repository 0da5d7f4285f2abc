"""The two roots, a client and the workspace that all clients share: frozen values made of sections of records."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from kamdesk.client.activities import Invitation
from kamdesk.client.company import Company, Fact
from kamdesk.client.contest_records import Backer, Contest, RivalFact, Stake, TacticCall
from kamdesk.client.library import Colleague, Profile, Template, TemplateItem, Threshold, WeightSet
from kamdesk.client.paper_records import Conclusion, Edition, PaperPreset
from kamdesk.client.people import Bond, Contact, Tie
from kamdesk.client.plan_records import Action, Goal, Opportunity
from kamdesk.client.record import Record
from kamdesk.client.risks import Risk
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.visit_papers import AgendaItem, Intel, Material, Negotiation, Probe, Review
from kamdesk.client.visit_records import Attendee, CheckItem, Concession, TalkPoint, Visit
from kamdesk.client.weigh_records import Evidence, Organisation, Target, WeighIn
from kamdesk.words import N_, NC_


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of record a root holds: `name` is the root's attribute and the table's name."""

    name: str
    record: type[Record]
    label: str  # of the whole: "People"
    one: str  # of one record, inside a sentence: "person"
    single: bool = False  # the root has exactly one, and it carries the root's key


def section(record: type[Record], label: str, one: str) -> Any:
    """Declare a section of a root: one line adds it everywhere."""
    return dataclasses.field(default=(), metadata={"section": Section("", record, label, one)})


def head(record: type[Record], label: str, one: str) -> Any:
    """Declare the one record that makes a root exist."""
    return dataclasses.field(metadata={"section": Section("", record, label, one, single=True)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A whole that is read, shown and printed as one value."""

    @property
    def records(self) -> Iterator[Record]:
        """Every record, section by section, in the order the store keeps them."""
        for part in sections_of(type(self)):
            held = getattr(self, part.name)
            yield from (held,) if part.single else held

    def get(self, key: str | None) -> Record | None:
        """The record with this key, if it is here."""
        return next((item for item in self.records if item.key == key), None) if key else None

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """Put records together again, each section in the order given; KeyError without a head."""
        held: dict[str, Any] = {}
        names = {part.record: part for part in sections_of(cls)}
        for item in records:
            part = names[type(item)]
            if part.single:
                held[part.name] = item
            else:
                held.setdefault(part.name, []).append(item)
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in held.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Client(Root):
    """A whole client."""

    rules: Rules = RULES  # of the rep's own: measures judge by them; the store gives every client its workspace's
    company: Company = head(Company, N_("Company"), N_("client"))  # noqa: RUF009 (it makes a dataclass field)
    facts: tuple[Fact, ...] = section(Fact, N_("Facts"), N_("fact"))
    contacts: tuple[Contact, ...] = section(Contact, N_("People"), N_("person"))
    ties: tuple[Tie, ...] = section(Tie, N_("Lines between people"), NC_("people", "line"))
    bonds: tuple[Bond, ...] = section(Bond, N_("Who of us knows whom"), N_("acquaintance"))
    weighins: tuple[WeighIn, ...] = section(WeighIn, N_("Weigh-ins"), N_("weigh-in"))
    evidence: tuple[Evidence, ...] = section(Evidence, N_("Evidence"), N_("evidence"))
    targets: tuple[Target, ...] = section(Target, N_("Relationship targets"), N_("relationship target"))
    invitations: tuple[Invitation, ...] = section(Invitation, N_("Invitations"), N_("invitation"))
    organisation: tuple[Organisation, ...] = section(Organisation, N_("Company to company"), N_("company score"))
    factors: tuple[Factor, ...] = section(Factor, N_("Needs"), N_("need"))
    standings: tuple[Standing, ...] = section(Standing, N_("Rivals' standing"), N_("standing"))
    stakes: tuple[Stake, ...] = section(Stake, N_("Who cares for which need"), N_("stake"))
    contests: tuple[Contest, ...] = section(Contest, N_("Rivals here"), N_("rival here"))
    backers: tuple[Backer, ...] = section(Backer, N_("Who supports rivals"), N_("supporter of a rival"))
    calls: tuple[TacticCall, ...] = section(TacticCall, N_("Tactics decided"), N_("decision on a tactic"))
    visits: tuple[Visit, ...] = section(Visit, N_("Visits"), N_("visit"))
    attendees: tuple[Attendee, ...] = section(Attendee, N_("Who attends"), N_("attendee"))
    checks: tuple[CheckItem, ...] = section(CheckItem, N_("Checklists"), N_("checklist item"))
    points: tuple[TalkPoint, ...] = section(TalkPoint, N_("Talking points"), N_("talking point"))
    concessions: tuple[Concession, ...] = section(Concession, N_("Concessions"), N_("concession"))
    agenda: tuple[AgendaItem, ...] = section(AgendaItem, N_("Agenda"), N_("agenda point"))
    materials: tuple[Material, ...] = section(Material, N_("Materials"), N_("material"))
    probes: tuple[Probe, ...] = section(Probe, N_("Phone probes"), N_("phone probe"))
    negotiations: tuple[Negotiation, ...] = section(Negotiation, N_("Negotiation sheets"), N_("negotiation sheet"))
    intel: tuple[Intel, ...] = section(Intel, N_("Facts learned"), N_("fact learned"))
    reviews: tuple[Review, ...] = section(Review, N_("Reviews"), N_("review"))
    opportunities: tuple[Opportunity, ...] = section(Opportunity, N_("Opportunities"), N_("opportunity"))
    goals: tuple[Goal, ...] = section(Goal, N_("Goals"), N_("goal"))
    actions: tuple[Action, ...] = section(Action, N_("Actions"), N_("action"))
    risks: tuple[Risk, ...] = section(Risk, N_("Risks"), N_("risk"))
    editions: tuple[Edition, ...] = section(Edition, N_("Editions"), N_("edition"))
    presets: tuple[PaperPreset, ...] = section(PaperPreset, N_("Saved choices for paper"), N_("saved choice"))
    conclusions: tuple[Conclusion, ...] = section(Conclusion, N_("Conclusions written by hand"), N_("conclusion"))

    @property
    def key(self) -> str:
        """The client's identity, which is its company's."""
        return self.company.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace(Root):
    """What all clients share."""

    profile: Profile = head(Profile, N_("Profile"), N_("profile"))  # noqa: RUF009 (it makes a dataclass field)
    rivals: tuple[Rival, ...] = section(Rival, N_("Rivals"), N_("rival"))
    rival_facts: tuple[RivalFact, ...] = section(RivalFact, N_("Facts about rivals"), N_("fact about a rival"))
    colleagues: tuple[Colleague, ...] = section(Colleague, N_("Our people"), N_("colleague"))
    weight_sets: tuple[WeightSet, ...] = section(WeightSet, N_("Weight presets"), N_("weight preset"))
    thresholds: tuple[Threshold, ...] = section(Threshold, N_("Changed rules"), N_("rule"))
    templates: tuple[Template, ...] = section(Template, N_("Checklist templates"), N_("checklist template"))
    template_items: tuple[TemplateItem, ...] = section(TemplateItem, N_("Template items"), N_("template item"))


WORKSPACE = "workspace"  # the key of the one profile, and the owner of everything in the workspace


_SECTIONS: dict[type[Root], tuple[Section, ...]] = {}


def sections_of(root: type[Root]) -> tuple[Section, ...]:
    """The sections of a root in their order of declaration, the head first."""
    if root not in _SECTIONS:
        _SECTIONS[root] = tuple(
            dataclasses.replace(spec.metadata["section"], name=spec.name)
            for spec in dataclasses.fields(root)
            if "section" in spec.metadata
        )
    return _SECTIONS[root]


@cache
def sections() -> dict[str, Section]:
    """Every section of both roots by its name."""
    return {part.name: part for root in (Client, Workspace) for part in sections_of(root)}


@cache
def _by_record() -> dict[type[Record], Section]:
    return {part.record: part for part in sections().values()}


def section_of(record: type[Record]) -> Section:
    """The section that holds a record type; KeyError when there is none."""
    return _by_record()[record]
