"""The words of the weigh-in: what each level of a dimension looks like, what to ask for proof, what to do next.

Source: the names of the dimensions and the definitions of the first three are SEED 003's; everything else is our own,
built so that each level is an act one can observe (method §2). The English texts are the method's anchors, word for
word; a translator takes the Chinese anchors from the same table.
"""

from __future__ import annotations

from kamdesk.client.weigh_records import Dimension
from kamdesk.words import N_

DEFINITIONS: dict[Dimension, str] = {
    Dimension.ACCEPTANCE: N_(
        "Whether this person recognises our company through us; liking the rep is something else."
    ),
    Dimension.ACTIVITY: N_(
        "Whether this person comes when we invite: exhibition, visit to our site, reference site, seminar, workshop."
    ),
    Dimension.INFORMATION: N_(
        "Whether this person tells us about projects, people moving, habits of deciding, workflow."
    ),
    Dimension.GUIDANCE: N_(
        "Whether this person coaches how we handle the account: whom to see, in which order, what to correct."
    ),
    Dimension.PROJECT: N_(
        "What this person did for us in a named project: specification, evaluation, approval, delivery, payment."
    ),
    Dimension.RIVALRY: N_("How this person behaves between us and our rivals."),
}

LEVELS: dict[Dimension, tuple[str, str, str, str, str]] = {
    Dimension.ACCEPTANCE: (
        N_("Cannot say what we do, or repeats a negative view of us"),
        N_("Knows the name and one product; tie is with the rep only"),
        N_("Describes our strengths correctly; accepts us as a qualified supplier; will meet other colleagues"),
        N_("Introduces us to others as credible; would keep working with us if the rep changed"),
        N_("Vouches for us in public or to own boss; builds us into own plans"),
    ),
    Dimension.ACTIVITY: (
        N_("Declines or ignores every invitation"),
        N_("Sends a junior, or only receives us at own office"),
        N_("Comes in person when convenient"),
        N_("Gives scarce time (travel, full day), brings colleagues"),
        N_("Helps make the event: speaks, hosts a reference visit, invites own boss"),
    ),
    Dimension.INFORMATION: (
        N_("Tells nothing, or misleads"),
        N_("Only what is already public, after the event"),
        N_("Answers straight questions truthfully (timing, process, people)"),
        N_("Volunteers useful news before others have it"),
        N_("Keeps us continuously oriented: who thinks what and why, warns of risk; proved right"),
    ),
    Dimension.GUIDANCE: (
        N_("Keeps distance, or steers us wrong"),
        N_("Polite generalities; speaks only when we have erred"),
        N_("Gives concrete advice when asked"),
        N_("Advises unasked; reads our draft; introduces the right person"),
        N_("Acts as coach: plans the path with us, regular check-ins, corrects course"),
    ),
    Dimension.PROJECT: (
        N_("Obstructs or votes against us"),
        N_("Stays out, no view"),
        N_("Helps within own duty when asked; fair"),
        N_("Speaks up for us in meetings; removes an obstacle"),
        N_("Puts own authority behind us, mobilises others, within the rules"),
    ),
    Dimension.RIVALRY: (
        N_("Promotes a rival or passes our information to it"),
        N_("Leans to a rival; uses it to squeeze us"),
        N_("Even-handed"),
        N_("Prefers us at equal terms; tells us a rival is active; corrects a rival's claim"),
        N_("Treats our win as own win; turns rivals away within the rules"),
    ),
}

QUESTIONS: dict[Dimension, tuple[str, ...]] = {
    Dimension.ACCEPTANCE: (
        N_("When did they last describe our company in their own words, and what did they say?"),
        N_("Which colleagues of ours (not me) have they met?"),
        N_("If I moved tomorrow, would my successor get the meeting?"),
        N_("Whom did they recommend us to (name, date)?"),
    ),
    Dimension.ACTIVITY: (
        N_("Last four invitations: came, sent whom, refused why?"),
        N_("Longest time given?"),
        N_("Who came along because of them?"),
    ),
    Dimension.INFORMATION: (
        N_("Last three things they told us, with dates?"),
        N_("Volunteered or asked?"),
        N_("Known before it was public?"),
        N_("Proved true?"),
    ),
    Dimension.GUIDANCE: (
        N_("Last advice: did we follow it, what happened?"),
        N_("Whom did they introduce?"),
        N_("Which document did they comment on before formal hand-in?"),
    ),
    Dimension.PROJECT: (
        N_("Which project, which meeting, what exactly was said?"),
        N_("Did they do it when we were not in the room, and who confirmed it?"),
        N_("What was the result?"),
    ),
    Dimension.RIVALRY: (
        N_("When did the rival last visit, and did we hear it from this person?"),
        N_("At equal price whom would they choose, and how do we know?"),
        N_("Which claim of a rival did they answer for us?"),
    ),
}

NEXT_ACTIONS: dict[Dimension, tuple[str, ...]] = {
    Dimension.ACCEPTANCE: (
        N_("Invite to visit our company"),
        N_("Arrange a meeting of executives"),
        N_("Bring a case study"),
        N_("Introduce a second colleague of ours"),
    ),
    Dimension.ACTIVITY: (
        N_("Invite to an event that fits the personal agenda"),
        N_("Offer a visit to a reference site"),
    ),
    Dimension.INFORMATION: (N_("Give first: industry news, data"), N_("Agree a regular slot to exchange news")),
    Dimension.GUIDANCE: (N_("Ask for advice on a real draft"), N_("Thank for the last advice and report the result")),
    Dimension.PROJECT: (
        N_("Give a usable business case"),
        N_("Take away the person's own risk"),
        N_("Help to win the case inside the company"),
    ),
    Dimension.RIVALRY: (
        N_("Give facts for the comparison"),
        N_("Propose a head-to-head test"),
        N_("Be there before the rival's next visit"),
    ),
}


def behaviour(dimension: Dimension, level: int) -> str:
    """The text of one level, 1-5, to be translated where it is shown."""
    return LEVELS[dimension][level - 1]


def code(dimension: Dimension) -> str:
    """D1 to D6, as the field abbreviates the dimensions."""
    return f"D{list(Dimension).index(dimension) + 1}"
