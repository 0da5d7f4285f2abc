"""What all clients share besides rivals: our own people, checklist templates, the rep's own settings."""

from __future__ import annotations

from kamdesk.client import kinds
from kamdesk.client.company import Grade
from kamdesk.client.record import Record, record
from kamdesk.client.visit_records import VisitKind
from kamdesk.words import N_, NC_


@record
class Profile(Record):
    """The rep and the weights a new weigh-in starts with."""

    name: str = kinds.text(N_("Your name"), level=kinds.SHARED)
    company: str = kinds.text(N_("Your company"), level=kinds.SHARED)
    acceptance_weight: int | None = kinds.number(N_("Weight of acceptance"), 0, 100)
    activity_weight: int | None = kinds.number(N_("Weight of activity"), 0, 100)
    information_weight: int | None = kinds.number(N_("Weight of information"), 0, 100)
    guidance_weight: int | None = kinds.number(N_("Weight of guidance"), 0, 100)
    project_weight: int | None = kinds.number(N_("Weight of project"), 0, 100)
    rivalry_weight: int | None = kinds.number(N_("Weight of rivals"), 0, 100)


@record
class WeightSet(Record):
    """Weights the rep has given a name."""

    name: str = kinds.text(N_("Name"), required=True)
    acceptance_weight: int | None = kinds.number(N_("Weight of acceptance"), 0, 100)
    activity_weight: int | None = kinds.number(N_("Weight of activity"), 0, 100)
    information_weight: int | None = kinds.number(N_("Weight of information"), 0, 100)
    guidance_weight: int | None = kinds.number(N_("Weight of guidance"), 0, 100)
    project_weight: int | None = kinds.number(N_("Weight of project"), 0, 100)
    rivalry_weight: int | None = kinds.number(N_("Weight of rivals"), 0, 100)


@record
class Threshold(Record):
    """A number of the method that the rep has changed; what is not here stands as in rules.py."""

    name: str = kinds.text(N_("Rule"), required=True)  # of the field of Rules
    value: str = kinds.text(N_("Value"), required=True)


@record
class Colleague(Record):
    """Somebody of ours."""

    name: str = kinds.text(N_("Name"), required=True, level=kinds.SHARED)
    title_at_work: str = kinds.text(N_("Title"), level=kinds.SHARED)
    phone: str = kinds.text(N_("Phone"), level=kinds.SHARED)
    email: str = kinds.text(N_("E-mail"), level=kinds.SHARED)


@record
class Template(Record):
    """A checklist that visits start from."""

    name: str = kinds.text(N_("Name"), required=True)
    purpose: str = kinds.text(N_("For which visits"))
    kind: VisitKind | None = kinds.choice(NC_("visit", "Kind"), VisitKind, unset=N_("for every kind"))
    grades: tuple[Grade, ...] = kinds.flags(N_("For the grades"), Grade)  # () is for all
    from_step: int | None = kinds.number(N_("From buying step"), 1, 8)
    to_step: int | None = kinds.number(N_("To buying step"), 1, 8)
    version: int | None = kinds.number(N_("Version"), 1, 10_000)  # None counts as 1
    replaced_by: str | None = kinds.link(N_("Replaced by"), "templates")  # an older version, kept to look at


@record
class TemplateItem(Record):
    """One line of a checklist template."""

    template: str | None = kinds.link(N_("Checklist"), "templates", required=True)
    group: str = kinds.text(NC_("checklist", "Group"))
    text: str = kinds.text(N_("Item"), required=True)
    must: bool = kinds.tick(N_("Must-have"))
    weight: int | None = kinds.number(NC_("checklist", "Weight"), 0, 100)
    rank: int | None = kinds.number(N_("Order"), 0, 10_000)

    @property
    def title(self) -> str:
        """The line itself, not the group it stands in."""
        return self.text
