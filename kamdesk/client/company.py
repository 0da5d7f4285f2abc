"""The company a client is, and the dated facts a rep knows of it."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class Stage(Choice):
    """How far the two companies have grown together (method §0, MCD2)."""

    EXPLORATORY = "exploratory", N_("Exploratory")
    BASIC = "basic", N_("Basic")
    COOPERATIVE = "cooperative", N_("Cooperative")
    INTERDEPENDENT = "interdependent", N_("Interdependent")
    INTEGRATED = "integrated", N_("Integrated")


class Grade(Choice):
    """Strategic, partner, and the two cash-flow grades (method §0, S3-4)."""

    S = "S", "S"
    A = "A", "A"
    B = "B", "B"
    C = "C", "C"


class Incumbent(Choice):
    """Who supplies what is to be decided, as it stands today (method T3)."""

    US = "us", NC_("incumbent", "We")
    RIVAL = "rival", NC_("incumbent", "A rival")
    SHARED = "shared", NC_("incumbent", "We and a rival")
    NOBODY = "nobody", NC_("incumbent", "Nobody")


class Topic(Choice):
    """What a fact is about; the overview reads in this order."""

    THEY = "they", N_("Who they are")
    MATTERS = "matters", N_("What matters")
    US = "us", NC_("topic", "Us")
    NEXT = "next", NC_("topic", "Next")
    OTHER = "other", N_("Also known")


@record
class Company(Record):
    """The facts of one client; its key is the client's key."""

    name: str = kinds.text(N_("Name"), required=True, level=kinds.SHARED)
    short: str = kinds.text(N_("Short name"), level=kinds.SHARED)
    group: str = kinds.text(N_("Group"), level=kinds.SHARED)
    industry: str = kinds.text(N_("Industry"), level=kinds.SHARED)
    region: str = kinds.text(N_("Region"), level=kinds.SHARED)
    address: str = kinds.text(N_("Address"), level=kinds.SHARED)
    website: str = kinds.text(N_("Website"), level=kinds.SHARED)
    since: int | None = kinds.number(
        N_("Client since"), 1900, 2200, level=kinds.SHARED, hint=N_("Year of the first contact")
    )
    stage: Stage | None = kinds.choice(N_("Stage"), Stage)
    grade: Grade | None = kinds.choice(N_("Grade"), Grade)
    grade_reason: str = kinds.text(N_("Why this grade"))
    rival: str | None = kinds.link(N_("Main rival"), "rivals")
    acceptance_weight: int | None = kinds.number(N_("Weight of acceptance"), 0, 100)
    activity_weight: int | None = kinds.number(N_("Weight of activity"), 0, 100)
    information_weight: int | None = kinds.number(N_("Weight of information"), 0, 100)
    guidance_weight: int | None = kinds.number(N_("Weight of guidance"), 0, 100)
    project_weight: int | None = kinds.number(N_("Weight of project"), 0, 100)
    rivalry_weight: int | None = kinds.number(N_("Weight of rivals"), 0, 100)
    incumbent: Incumbent | None = kinds.choice(N_("Supplies today"), Incumbent)
    goal: str = kinds.text(N_("Goal"), hint=N_("What we want to have reached with this client, in one sentence"))
    logo: bytes | None = kinds.picture(N_("Logo"), level=kinds.SHARED)
    notes: str = kinds.note(N_("Notes"))

    @property
    def called(self) -> str:
        """The short name, or the full one when there is none."""
        return self.short or self.name


@record
class Fact(Record):
    """One thing known of a client, with where it comes from and when."""

    topic: Topic | None = kinds.choice(N_("Topic"), Topic)
    text: str = kinds.note(N_("Fact"))
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
