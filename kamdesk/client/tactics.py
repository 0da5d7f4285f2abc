"""The tactic for one need, from how much it matters to the client and where we stand on it (method T1)."""

from __future__ import annotations

from kamdesk.client.record import Choice
from kamdesk.client.rules import RULES, Rules
from kamdesk.words import N_, NC_


class Importance(Choice):
    """How much a need matters beside the others (method F8)."""

    HIGH = "high", NC_("importance", "High")
    MID = "mid", NC_("importance", "Mid")
    LOW = "low", NC_("importance", "Low")


class Tactic(Choice):
    """What to do about one need (method T1, after importance × relative performance, CMP1)."""

    ATTACK = "attack", NC_("tactic", "Attack")
    NEUTRALISE_DIFFERENTIATE = "neutralise_differentiate", NC_("tactic", "Neutralise, then differentiate")
    DEFEND = "defend", NC_("tactic", "Defend")
    SUPPORT = "support", NC_("tactic", "Support")
    HOLD = "hold", NC_("tactic", "Hold")
    NEUTRALISE = "neutralise", NC_("tactic", "Neutralise")
    RAISE = "raise", NC_("tactic", "Raise importance")
    IGNORE = "ignore", NC_("tactic", "Ignore")


ADVICE: dict[Tactic, str] = {
    Tactic.ATTACK: N_("Lead with it, put figures to it, get it written into the requirement."),
    Tactic.NEUTRALISE_DIFFERENTIATE: N_("Prove equality fast, then add a feature or a service that breaks the tie."),
    Tactic.DEFEND: N_("Fix it, offset it with a package, reframe how it is measured; have the answer ready."),
    Tactic.SUPPORT: N_("Use it as the second argument."),
    Tactic.HOLD: N_("Keep it as it is."),
    Tactic.NEUTRALISE: N_("Have a reply ready, but do not bring it up."),
    Tactic.RAISE: N_("Teach why it matters and find the role that cares."),
    Tactic.IGNORE: N_("A one-line answer, no more."),
}

ICONS: dict[Tactic, str] = {
    Tactic.ATTACK: "swords",
    Tactic.NEUTRALISE_DIFFERENTIATE: "git-merge",
    Tactic.DEFEND: "shield",
    Tactic.SUPPORT: "plus",
    Tactic.HOLD: "equal",
    Tactic.NEUTRALISE: "scale",
    Tactic.RAISE: "trending-up",
    Tactic.IGNORE: "minus",
}

# Importance × (we lead by 1 or more, level, we trail by 1 or more).
_TABLE: dict[Importance, tuple[Tactic, Tactic, Tactic]] = {
    Importance.HIGH: (Tactic.ATTACK, Tactic.NEUTRALISE_DIFFERENTIATE, Tactic.DEFEND),
    Importance.MID: (Tactic.SUPPORT, Tactic.HOLD, Tactic.NEUTRALISE),
    Importance.LOW: (Tactic.RAISE, Tactic.IGNORE, Tactic.IGNORE),
}


def tactic_for(importance: Importance | None, gap: float | None, rules: Rules = RULES) -> Tactic | None:
    """The tactic; None from what is not known. `gap` is our score less the rival's."""
    if importance is None or gap is None:
        return None
    leading, level, trailing = _TABLE[importance]
    if gap >= rules.gap:
        return leading
    return trailing if gap <= -rules.gap else level
