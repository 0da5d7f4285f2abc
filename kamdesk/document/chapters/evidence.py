"""P13: what has changed, how the score moved, how well it is proved; the facts themselves are in the appendix."""

from __future__ import annotations

from kamdesk.document.chapters import evidence_rows, paper_trail
from kamdesk.document.flow import Part, Story, first_that_fits
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject

_CUTS = ((12, 8), (10, 6), (8, 6), (6, 4))  # people and changes on the page where all of it needs more than one
_LEARNED, _EDITIONS = 4, 5
_NAMED = 3


def build(press: Press, subject: Subject) -> Story:
    """On a page what a reviewer asks of the record: what moved, who is proved by what; all of it in the appendix."""
    title, conclusions = press.trc("chapter", "Evidence"), _conclusions(press, subject)
    listed, record, learned = paper_trail.changes(press, subject), _record(press, subject), _learned(press, subject)
    facts = evidence_rows.facts(press, subject) if subject.client.evidence else None

    def told(most: int, changed: int) -> Story:
        changes = [Part(evidence_rows.first_rows(press, listed, changed), whole=listed)] if listed else []
        people = [Part(evidence_rows.people(press, subject, most), whole=facts)] if facts else []
        return press.story("P13", title, conclusions, [*changes, *record, *people, *learned])

    story = first_that_fits(told(most, changed) for most, changed in _CUTS)
    return story if story.parts else press.missing("P13", title)


def _record(press: Press, subject: Subject) -> list[Part]:
    """The history of the score, the papers that were given out, and who was scored how."""
    history = evidence_rows.history(press, subject)
    parts = [Part(history, gives_way=1)] if history else []
    if subject.client.editions:
        editions = paper_trail.editions(press, subject)
        parts.append(Part(evidence_rows.first_rows(press, editions, _EDITIONS), whole=editions))
    if subject.comparison.rows:
        parts.append(Part(evidence_rows.scores(press, subject), moves=True))
    return parts


def _learned(press: Press, subject: Subject) -> list[Part]:
    """What was learned of rivals and needs."""
    if not subject.client.intel:
        return []
    learned = evidence_rows.learned(press, subject)
    short = len(subject.client.intel) > _LEARNED + 1
    return [Part(evidence_rows.learned(press, subject, _LEARNED) if short else learned, whole=learned)]


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """How many facts are fresh enough to prove something, and which key people are told of without any."""
    limit = subject.client.rules.fresh_days
    fresh = [it for it in subject.client.evidence if it.day and evidence_rows.is_fresh(subject, it)]
    proved = {it.contact for it in fresh}
    told = press.trn(
        "{n} fact of the last {days} days proves what is claimed.",
        "{n} facts of the last {days} days prove what is claimed.",
        len(fresh),
        days=f"{limit:g}",
    )
    people = [it.contact for it in subject.account.people if it.weighed and it.contact.key_player]
    bare = [it.name for it in people if it.key not in proved]
    if not bare or not fresh:
        return [told]
    names = press.list(bare[:_NAMED])
    long = press.trn(
        "{n} fact of the last {days} days proves what is claimed; there is none about {names}.",
        "{n} facts of the last {days} days prove what is claimed; there is none about {names}.",
        len(fresh),
        days=f"{limit:g}",
        names=names,
    )
    return [long, told]
