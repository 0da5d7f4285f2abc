"""The people at a client: who they are, what they decide, what they want."""

from __future__ import annotations

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

    name: str = kinds.text(N_("Name"), required=True, shared=True)
    title_at_work: str = kinds.text(N_("Title"), shared=True)
    department: str = kinds.text(N_("Department"), shared=True)
    roles: tuple[Role, ...] = kinds.flags(N_("Buying roles"), Role)
    influence: int | None = kinds.number(N_("Influence"), 1, 5)
    attitude: Attitude | None = kinds.choice(N_("Attitude"), Attitude)
    business_agenda: str = kinds.note(N_("Business agenda"), hint=N_("What result the job needs"))
    personal_agenda: str = kinds.note(N_("Personal agenda"), hint=N_("What the person wins"))
    phone: str = kinds.text(N_("Phone"), shared=True)
    email: str = kinds.text(N_("E-mail"), shared=True)
    reach: str = kinds.text(N_("How to reach"), hint=N_("Best hour, channel, through whom"))
    notes: str = kinds.note(N_("Notes"))

    @property
    def key_player(self) -> bool:
        """True from influence 4 on (method F3)."""
        return (self.influence or 0) >= KEY_INFLUENCE
