"""The people at a client: who they are, what they decide, what they want, and the lines between them."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class Role(Choice):
    """What a person does in a purchase (method §0, buying role)."""

    APPROVER = "approver", N_("Approver")
    DECIDER = "decider", N_("Decision maker")
    SUPPORTER = "supporter", NC_("role", "Supporter")
    EVALUATOR = "evaluator", N_("Evaluator")
    INFLUENCER = "influencer", N_("Influencer")
    USER = "user", NC_("role", "User")
    PROCUREMENT = "procurement", N_("Procurement")
    GATEKEEPER = "gatekeeper", N_("Gatekeeper")
    COACH = "coach", NC_("role", "Coach")


class Attitude(Choice):
    """Where a person stands towards us (method §0), best first."""

    COACH = "coach", NC_("attitude", "Coach")
    SUPPORTER = "supporter", NC_("attitude", "Supporter")
    NEUTRAL = "neutral", N_("Neutral")
    NON_SUPPORTER = "non_supporter", N_("Non-supporter")
    ENEMY = "enemy", N_("Opponent")


class Coverage(Choice):
    """How deep our contact with a person goes (method §0, ALT2); None is unknown."""

    NONE = "none", N_("No contact yet")
    THIN = "thin", N_("Thin")
    SEVERAL = "several", N_("Several times")
    DEEP = "deep", N_("Deep")


class Mode(Choice):
    """How a person takes the present state (method §0, MH4); only the first two buy easily."""

    GROWTH = "growth", NC_("mode", "Growth")
    TROUBLE = "trouble", NC_("mode", "Trouble")
    EVEN = "even", N_("Even keel")
    OVERCONFIDENT = "overconfident", N_("Overconfident")


class RelationLevel(Choice):
    """What one of us is to a person at the client (method §0, ALT3); the highest is not always wanted."""

    VENDOR = "vendor", N_("Vendor")
    CREDIBLE = "credible", N_("Credible source")
    SOLVER = "solver", N_("Problem solver")
    ADVISOR = "advisor", N_("Trusted advisor")


class TieKind(Choice):
    """What a line between two people means beside the reporting line."""

    INFLUENCE = "influence", NC_("line", "Influences")
    TRUST = "trust", NC_("line", "Trusts")
    CONFLICT = "conflict", NC_("line", "In conflict with")


INFLUENCE = {
    1: N_("Outside the circle"),
    2: N_("Ordinary"),
    3: N_("Has influence"),
    4: N_("Political structure"),
    5: N_("Inner circle"),
}
KEY_INFLUENCE = 4  # from here on a person is a key player (ALT1)


@record
class Contact(Record):
    """One person at a client."""

    name: str = kinds.text(N_("Name"), required=True, level=kinds.SHARED)
    title_at_work: str = kinds.text(N_("Title"), level=kinds.SHARED)
    department: str = kinds.text(N_("Department"), level=kinds.SHARED)
    reports_to: str | None = kinds.link(N_("Reports to"), "contacts")
    placeholder: bool = kinds.tick(N_("Not identified yet"))  # the name is then the post: "Head of finance"
    is_owner: bool = kinds.tick(N_("Owns the company"))
    roles: tuple[Role, ...] = kinds.flags(N_("Buying roles"), Role)
    influence: int | None = kinds.number(N_("Influence"), 1, 5)
    attitude: Attitude | None = kinds.choice(N_("Attitude"), Attitude, level=kinds.SECRET)
    coverage: Coverage | None = kinds.choice(N_("Contact"), Coverage)
    mode: Mode | None = kinds.choice(N_("Buying mode"), Mode)
    business_agenda: str = kinds.note(N_("Business agenda"), hint=N_("What result the job needs"))
    personal_agenda: str = kinds.note(N_("Personal agenda"), level=kinds.SECRET, hint=N_("What the person wins"))
    criteria: str = kinds.note(N_("Decision criteria"), hint=N_("What this person decides by"))
    background: str = kinds.note(N_("Background"), hint=N_("Career, training, how they came here"))
    our_owner: str | None = kinds.link(N_("Our owner"), "colleagues")
    our_sponsor: str | None = kinds.link(N_("Our sponsor"), "colleagues")
    successor: str | None = kinds.link(N_("Successor"), "contacts")
    left: date | None = kinds.day(N_("Left on"))
    phone: str = kinds.text(N_("Phone"))
    email: str = kinds.text(N_("E-mail"))
    reach: str = kinds.text(N_("How to reach"), hint=N_("Best hour, channel, through whom"))
    notes: str = kinds.note(N_("Notes"))
    personal: str = kinds.note(
        N_("Personal note"), level=kinds.SECRET, hint=N_("Never printed, unless you tick the field below")
    )
    print_personal: bool = kinds.tick(N_("Print the personal note on the card"))

    @property
    def key_player(self) -> bool:
        """True from influence 4 on (method F3)."""
        return (self.influence or 0) >= KEY_INFLUENCE

    def gone(self, on: date) -> bool:
        """True from the day on which the person left; who is gone has no part in any figure of today."""
        return self.left is not None and self.left <= on


@record
class Tie(Record):
    """A line from one person to another; a conflict has no direction. Source: method S4-8."""

    kind: TieKind | None = kinds.choice(NC_("line", "Kind"), TieKind)
    source: str | None = kinds.link(NC_("line", "From"), "contacts", required=True)
    target: str | None = kinds.link(NC_("line", "To"), "contacts", required=True)
    strength: int | None = kinds.number(N_("Strength"), 1, 3)  # None counts as 2
    note: str = kinds.text(N_("How we know"), hint=N_("Old colleagues, same car every week"))
    day: date | None = kinds.day(N_("As of"))


@record
class Bond(Record):
    """Somebody of ours knows a person: what he or she is to them now, and what we want to be."""

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    colleague: str | None = kinds.link(N_("Of ours"), "colleagues", required=True)
    now: RelationLevel | None = kinds.choice(N_("Relation now"), RelationLevel)
    wanted: RelationLevel | None = kinds.choice(N_("Relation wanted"), RelationLevel)
    note: str = kinds.text(N_("How we know"))
    day: date | None = kinds.day(N_("As of"))
