"""What we do with people, and what came of our invitations."""

from __future__ import annotations

from datetime import date

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class Activity(Choice):
    """A kind of touch (method S2-22: keeping a client takes more than dinners)."""

    MEETING = "meeting", N_("Meeting")
    CALL = "call", N_("Call")
    MEAL = "meal", N_("Meal")
    TECH_TALK = "tech_talk", N_("Technical exchange")
    EXECUTIVE = "executive", N_("Executive meeting")
    VISIT_US = "visit_us", N_("Visit to us")
    REFERENCE = "reference", N_("Reference site")
    EVENT = "event", N_("Exhibition or seminar")
    TRAINING = "training", N_("Training")
    JOINT = "joint", N_("Joint project")
    DATA = "data", N_("News and data given")


class Answer(Choice):
    """What came of an invitation, from refusal to taking part in it (method §2, D2)."""

    REFUSED = "refused", N_("Refused or no reply")
    DELEGATE = "delegate", N_("Sent somebody")
    CAME = "came", NC_("invitation", "Came")
    BROUGHT = "brought", N_("Came and brought others")
    HOSTED = "hosted", N_("Hosted or spoke")


@record
class Invitation(Record):
    """One invitation of ours to one person; it feeds what we think of their activity (D2)."""

    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    text: str = kinds.text(N_("Invited to"), required=True)
    activity: Activity | None = kinds.choice(N_("Kind of touch"), Activity)
    day: date | None = kinds.day(N_("Day"), required=True)
    answer: Answer | None = kinds.choice(N_("What came of it"), Answer)  # None: not known yet
    note: str = kinds.text(N_("Remark"))
