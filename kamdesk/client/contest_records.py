"""The contest for a client: each rival's place there, whom it has, who cares for which need, what we decided."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.client.weigh_records import Confidence
from kamdesk.words import N_, NC_


class RivalTopic(Choice):
    """What a fact about a rival is about (method S1-8)."""

    STRENGTH = "strength", NC_("rival", "Strength")
    WEAKNESS = "weakness", NC_("rival", "Weak point")
    VALUE = "value", NC_("rival", "Value it offers")
    FLOOR = "floor", NC_("rival", "Price floor")
    PRODUCT = "product", NC_("rival", "Product")
    MOVE = "move", NC_("rival", "Move")


class Certainty(Choice):
    """Whether a floor was told or is a guess of ours."""

    KNOWN = "known", NC_("floor", "Known")
    ESTIMATED = "estimated", NC_("floor", "Estimated")


class CallKind(Choice):
    """What a proposal was made for."""

    FACTOR = "factor", NC_("tactic for", "Need")
    STANCE = "stance", NC_("tactic for", "Overall")
    PERSON = "person", NC_("tactic for", "Person")
    ATTACK = "attack", NC_("tactic for", "Expected attack")


class Verdict(Choice):
    """What the rep made of a proposal."""

    ACCEPTED = "accepted", NC_("tactic", "Accepted")
    DISCARDED = "discarded", NC_("tactic", "Discarded")


@record
class RivalFact(Record):
    """One thing known of a rival wherever we meet it, with where it comes from (method S1-8, T7)."""

    rival: str | None = kinds.link(N_("Rival"), "rivals", required=True)
    topic: RivalTopic | None = kinds.choice(N_("Topic"), RivalTopic)
    text: str = kinds.text(N_("Fact"), required=True)
    answer: str = kinds.text(N_("Our answer"), hint=N_("How we acknowledge a strength, or use a weak point"))
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)
    tellable: bool = kinds.tick(N_("May be told outside"))


@record
class Contest(Record):
    """A rival at this client: what it has here and what it may do next (method §5, competitor file)."""

    rival: str | None = kinds.link(N_("Rival"), "rivals", required=True)
    supplies: str = kinds.text(N_("Supplies here"))
    share: Decimal | None = kinds.percent(N_("Share here"))
    contract_end: date | None = kinds.day(N_("Contract ends"))
    floor: str = kinds.text(N_("Price floor here"))
    floor_known: Certainty | None = kinds.choice(N_("The floor is"), Certainty)
    value: str = kinds.text(N_("Value it offers here"))
    next_move: str = kinds.text(N_("Likely next move"))
    kill_ours: str = kinds.text(N_("Our kill point on it"))
    kill_theirs: str = kinds.text(N_("Its kill point on us"))
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)


@record
class Backer(Record):
    """A person of the client who supports a rival, and how we know."""

    rival: str | None = kinds.link(N_("Rival"), "rivals", required=True)
    contact: str | None = kinds.link(N_("Person"), "contacts", required=True, level=kinds.SECRET)
    note: str = kinds.text(N_("How we know"), level=kinds.SECRET)
    source: str = kinds.text(N_("Source"))
    day: date | None = kinds.day(N_("As of"))
    confidence: Confidence | None = kinds.choice(N_("Confidence"), Confidence)


@record
class Stake(Record):
    """A person who cares for a need; with an importance of its own where that differs from the client's."""

    factor: str | None = kinds.link(N_("Need"), "factors", required=True)
    contact: str | None = kinds.link(N_("Person"), "contacts", required=True)
    importance: Decimal | None = kinds.percent(N_("Weight for this person"))
    note: str = kinds.text(N_("Why it matters to this person"))


@record
class TacticCall(Record):
    """What the rep decided on a proposal: taken with which words, or put aside and why (method T1-T6)."""

    kind: CallKind | None = kinds.choice(N_("Tactic for"), CallKind)
    factor: str | None = kinds.link(N_("Need"), "factors")
    contact: str | None = kinds.link(N_("Person"), "contacts")
    rival: str | None = kinds.link(N_("Rival"), "rivals")
    tactic: str = kinds.text(N_("Proposed"))  # the code of what was proposed, so that a new proposal is seen as new
    claim: str = kinds.text(N_("They will say"))
    text: str = kinds.text(N_("What we do or answer"))
    proof: str = kinds.text(N_("Proof"))
    tellable: bool = kinds.tick(N_("May be told outside"))
    verdict: Verdict | None = kinds.choice(N_("Decision"), Verdict)
    reason: str = kinds.text(N_("Reason"))
    day: date | None = kinds.day(N_("Decided on"))

    @property
    def title(self) -> str:
        """What is said or done, not the code of what was proposed."""
        return next((text for text in (self.claim, self.text, self.reason) if text.strip()), "")
