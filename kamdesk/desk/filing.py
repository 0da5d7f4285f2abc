"""Filing what was noted at a visit where it belongs: an action, a promise, a fact, a rival's move, an answer.

Each takes a piece of text as it was selected in the notes, so that one key is enough.
"""

from __future__ import annotations

import dataclasses
from datetime import date

from kamdesk.client.asking import Ask
from kamdesk.client.carrying import attendees
from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import add, change
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, Rival
from kamdesk.client.suggest import suggestion
from kamdesk.client.visit_papers import Intel
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.client.visiting import local_day, promise
from kamdesk.client.weigh_records import Confidence, Dimension, Evidence, EvidenceKind
from kamdesk.desk.called import called
from kamdesk.desk.named import everyone_named, side_of
from kamdesk.desk.proof import prove
from kamdesk.desk.weighin import sit
from kamdesk.store.step import Step
from kamdesk.words import Words, said

_MARKS = "-*#>•·☐□✓ \t"


def one_line(text: str) -> str:
    """A selected text as one line, without the marks of a list."""
    lines = (line.strip().lstrip(_MARKS).strip() for line in text.splitlines())
    return " ".join(line for line in lines if line)


def day_of(visit: Visit, today: date) -> date:
    """The day something noted at a visit is of: the visit's own, today's while it has none or lies ahead."""
    day = local_day(visit.at) if visit.at else today
    return min(day, today)


def people_at(client: Client, visit: Visit) -> tuple[Contact, ...]:
    """Who of theirs was there."""
    there = {item.contact for item in attendees(client, visit)}
    return tuple(contact for contact in client.contacts if contact.key in there)


def named_in(client: Client, visit: Visit, text: str) -> Contact | None:
    """The person a text names; whole names come first, then whoever was there, then whom it names first.

    Nobody where a part of a name means several who were there, or several who were not.
    """
    there = {contact.key for contact in people_at(client, visit)}
    found = sorted(everyone_named(client, text), key=lambda named: (named.sure, named.contact.key not in there))
    if len(found) > 1 and found[0].sure and (found[0].place, found[0].sure) == (found[1].place, found[1].sure):
        alike = {item.contact.key in there for item in found[:2]}
        return None if len(alike) == 1 else found[0].contact
    return found[0].contact if found else None


def file_action(client: Client, workspace: Workspace, visit: Visit, text: str, today: date) -> tuple[Action, Step]:
    """Something for us to do, "call the plant @Chen 12-04"; nobody was promised it."""
    line = promise(one_line(text), Side.OURS, today)
    about = named_in(client, visit, line.text)
    who = called(client, workspace, line.person)
    action = Action(
        owner=client.key,
        text=line.text,
        side=Side.OURS,
        person=who or workspace.profile.name,
        due=line.due,
        contact=about.key if about else None,
        visit=visit.key,
    )
    return action, Step(said("Action: {text}", text=_short(action.text)), (add(action),))


def file_promise(
    client: Client, workspace: Workspace, visit: Visit, text: str, today: date, side: Side | None = None
) -> tuple[Action, Step]:
    """A promise, "samples @Chen 12-04": of whom the words tell, else ours, unless `side` is given."""
    line = promise(one_line(text), Side.OURS, today)
    who = called(client, workspace, line.person)
    theirs = _called(client, who) or (None if who else named_in(client, visit, line.text))
    held = side or promised_side(client, workspace, text, today) or Side.OURS
    who = who or (theirs.name if theirs and held is Side.THEIRS else "")
    if not who and held is Side.OURS:
        who = workspace.profile.name
    action = Action(
        owner=client.key,
        text=line.text,
        side=held,
        person=who,
        said_by=who,
        said_on=day_of(visit, today),
        due=line.due,
        contact=theirs.key if theirs else None,
        visit=visit.key,
    )
    words = said("We promised: {text}", text=_short(action.text))
    if held is Side.THEIRS:
        words = said("They promised: {text}", text=_short(action.text))
    return action, Step(words, (add(action),))


def promised_side(client: Client, workspace: Workspace, text: str, today: date) -> Side | None:
    """Whose promise a text is: of the person after @, else of whom its words tell; None where they tell of nobody."""
    line = promise(one_line(text), Side.OURS, today)
    if line.person:
        return Side.THEIRS if _called(client, called(client, workspace, line.person)) else Side.OURS
    return side_of(client, workspace, line.text)


def evidence_of(visit: Visit, contact: Contact, dimension: Dimension, text: str, today: date, words: Words) -> Evidence:
    """A fact about a person as the notes of a visit tell it, to be looked over before it is written down."""
    return Evidence(
        owner=contact.owner,
        contact=contact.key,
        dimension=dimension,
        day=day_of(visit, today),
        text=one_line(text),
        source=words.tr("Visit"),
        kind=EvidenceKind.WORDS,
        confidence=Confidence.HIGH,
        visit=visit.key,
    )


def file_evidence(client: Client, workspace: Workspace, fact: Evidence, today: date) -> Step:
    """Write a fact down; where it proves a level, the person is weighed anew (method §2)."""
    contact = next(item for item in client.contacts if item.key == fact.contact)
    if fact.dimension is None:
        return Step(said("Fact about {name}: {text}", name=contact.name, text=_short(fact.text)), (add(fact),))
    return prove(sit(client, workspace, contact, today), fact)


def suggested_level(client: Client, fact: Evidence, today: date) -> int | None:
    """The level the record suggests once a fact stands beside it; None for dimensions that only a person can judge."""
    if fact.dimension is None or fact.contact is None:
        return None
    with_it = dataclasses.replace(client, evidence=(*client.evidence, fact))
    found = suggestion(with_it, fact.contact, fact.dimension, today)
    return found.level if found else None


def file_intel(
    client: Client,
    visit: Visit,
    text: str,
    today: date,
    about: Rival | Factor | None = None,
    source: str = "",
    confidence: Confidence | None = Confidence.MEDIUM,
) -> tuple[Intel, Step]:
    """A fact about a rival or a need of the client."""
    intel = Intel(
        owner=client.key,
        rival=about.key if isinstance(about, Rival) else None,
        factor=about.key if isinstance(about, Factor) else None,
        text=one_line(text),
        source=source,
        day=day_of(visit, today),
        confidence=confidence,
        visit=visit.key,
    )
    if isinstance(about, Rival):
        words = said("Fact about {name}: {text}", name=about.called, text=_short(intel.text))
    elif isinstance(about, Factor):
        words = said("Fact about {name}: {text}", name=about.name, text=_short(intel.text))
    else:
        words = said("Fact: {text}", text=_short(intel.text))
    return intel, Step(words, (add(intel),))


def answer(client: Client, visit: Visit, about: TalkPoint | Ask, text: str, words: Words) -> Step:
    """Write down what was answered; an unknown that nobody had written down is kept with its answer."""
    told = one_line(text)
    if isinstance(about, TalkPoint):
        return Step(said("Answered: {text}", text=_short(about.text)), (change(about, answer=told, done=True),))
    question = about.question.tell(words)
    known = _point(client, visit, question)
    if known is not None:
        return answer(client, visit, known, text, words)
    point = TalkPoint(
        owner=client.key,
        visit=visit.key,
        kind=PointKind.LEARN,
        text=question,
        answer=told,
        ask=about.who.key if about.who else None,
        done=True,
    )
    return Step(said("Answered: {text}", text=_short(question)), (add(point),))


def filed_from(client: Client, visit: Visit) -> tuple[Record, ...]:
    """What was filed out of a visit: actions and promises, facts about people, rivals and needs."""
    sections: tuple[tuple[Action | Evidence | Intel, ...], ...] = (client.actions, client.evidence, client.intel)
    return tuple(item for held in sections for item in held if item.visit == visit.key)


def _point(client: Client, visit: Visit, question: str) -> TalkPoint | None:
    mine = (point for point in client.points if point.visit == visit.key and point.kind is PointKind.LEARN)
    return next((point for point in mine if point.text == question), None)


def _called(client: Client, name: str) -> Contact | None:
    folded = name.casefold()
    return next((it for it in client.contacts if folded and folded in it.name.casefold()), None)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
