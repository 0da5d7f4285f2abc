"""P13, thin: what weigh-ins and scores rest on, with source and day: the newest facts; what was learned at visits."""

from __future__ import annotations

from datetime import date

from kamdesk.client.account import Person
from kamdesk.client.comparing import stale
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.visit_papers import Intel
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import paper_trail
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Spans, bold, spans

_OF_KEY_PEOPLE, _OF_OTHERS = 3, 1  # facts printed of one person
_ORDER = {dimension: number for number, dimension in enumerate(Dimension, 1)}


def build(press: Press, subject: Subject) -> Story:
    """The facts about people, then the facts about needs, then what was learned of rivals and needs."""
    parts = []
    if subject.client.evidence:
        parts.append(Part(_people(press, subject)))
    if subject.comparison.rows:
        parts.append(Part(_scores(press, subject)))
    if subject.client.intel:
        parts.append(Part(_learned(press, subject)))
    if subject.client.editions:
        parts.append(Part(paper_trail.editions(press, subject)))
    if listed := paper_trail.changes(press, subject):
        parts.append(Part(listed))
    title = press.trc("chapter", "Evidence")
    return press.story("P13", title, _conclusions(press, subject), parts) if parts else press.missing("P13", title)


def _people(press: Press, subject: Subject) -> Block:
    """Each person's newest facts that still prove something; how many more there are is counted, not printed."""
    facts = sorted(subject.client.evidence, key=lambda item: item.day or subject.today, reverse=True)
    recent = [
        item for item in facts if item.day is None or (subject.today - item.day).days <= subject.client.rules.fresh_days
    ]
    columns = (
        press.column(press.tr("Person")),
        press.column(press.tr("Day")),
        press.column(press.tr("Dimension")),
        press.column(press.tr("What happened"), share=1.0),
        press.column(press.tr("Source · confirmed by")),
    )
    rows = [row for person in subject.account.people for row in _facts(press, person, recent)]
    rows += [_row(press, "—", item) for item in recent if subject.contact(item.contact) is None][:_OF_OTHERS]
    older = len(facts) - len(recent)
    note = press.trn("{n} older one left out", "{n} older ones left out", older) if older else ""
    return press.titled(press.tr("Behind the weigh-ins"), press.table(columns, rows), note)


def _facts(press: Press, person: Person, recent: list[Evidence]) -> list[Row]:
    """The facts about one person: more of those who matter, one of the others."""
    own = [item for item in recent if item.contact == person.contact.key]
    shown = own[: _OF_KEY_PEOPLE if person.contact.key_player else _OF_OTHERS]
    rest = len(own) - len(shown)
    return [
        _row(press, "" if number else person.contact.name, item, rest if number == len(shown) - 1 else 0)
        for number, item in enumerate(shown)
    ]


def _row(press: Press, name: str, item: Evidence, rest: int = 0) -> Row:
    dimension = f"D{_ORDER[item.dimension]} {press.tr(item.dimension.label)}" if item.dimension else "—"
    source = " · ".join(text for text in (item.source, item.second_source) if text) or "—"
    more: Spans = spans("\u2002", *press.mute(press.trn("and {n} more", "and {n} more", rest))) if rest else ()
    text = press.cell(spans(item.text, *more))
    cells = (press.key(name), press.muted(press.day(item.day)), press.cell(dimension), text, press.muted(source))
    return Row(cells, about=told_of(item))


def _scores(press: Press, subject: Subject) -> Titled:
    """What the scores rest on: for each need the client's wish, our value and every rival's, with source and day."""
    compared, days = subject.comparison, subject.client.rules.stale_days
    given = {(item.factor, item.rival): item for item in subject.client.standings}
    columns = (
        press.column(press.tr("Need"), share=1.0),
        press.column(press.tr("Us"), share=1.0),
        *(press.column(rival.called, share=1.0) for rival in compared.rivals),
    )
    rows = []
    for row in compared.rows:
        need = press.two(press.key(row.factor.name), press.mute(row.factor.wants))
        held = [given.get((row.factor.key, rival.key)) for rival in compared.rivals]
        rows.append(
            Row(
                (need, _fact(press, row.factor, days), *(_fact(press, it, days) for it in held)),
                about=subject.weighed(row.factor),
            )
        )
    note = press.tr("below: source and day; older than {n} days is bold", n=int(days))
    return press.titled(press.tr("Behind the scores"), press.table(columns, rows), note)


def _learned(press: Press, subject: Subject) -> Titled:
    """What was learned of rivals and needs, the newest first; an old one in the colour of what is late."""
    columns = (
        press.column(press.tr("About")),
        press.column(press.tr("Day")),
        press.column(press.tr("Fact"), share=1.0),
        press.column(press.tr("Source")),
        press.column(press.tr("Confidence")),
    )
    rows = []
    for item in sorted(subject.client.intel, key=lambda it: it.day or date.min, reverse=True):
        about = " · ".join(name for key in (item.rival, item.factor) if key and (name := subject.called(key)))
        day = press.day(item.day)
        old = item.day is not None and stale(item.day, press.today, subject.client.rules.stale_days)
        cells = (
            press.key(about or "—"),
            press.alarm(day) if old else press.muted(day),
            press.cell(item.text),
            press.muted(_source(press, subject, item)),
            press.cell(press.tr(item.confidence.label) if item.confidence else "?"),
        )
        rows.append(Row(cells, about=told_of(item)))
    return press.titled(press.tr("Learned of rivals and needs"), press.table(columns, rows))


def _source(press: Press, subject: Subject, item: Intel) -> str:
    """Who said it, or at which visit it was heard."""
    visit = next((it for it in subject.client.visits if it.key == item.visit), None)
    heard = press.tr("visit {day}", day=press.day(local_day(visit.at))) if visit and visit.at else ""
    return " · ".join(text for text in (item.source, heard) if text) or "—"


def _fact(press: Press, item: Factor | Standing | None, days: float) -> Block:
    if item is None or not (item.value or item.source or item.day):
        return press.muted("—")
    told = " · ".join(text for text in (item.source, press.day(item.day) if item.day else "") if text)
    old = item.day is not None and stale(item.day, press.today, days)
    return press.two(press.cell(item.value or "—"), spans(bold(told)) if old else press.mute(told))


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """How many facts are fresh enough to prove something."""
    days = [(subject.today - item.day).days for item in subject.client.evidence if item.day]
    limit = subject.client.rules.fresh_days
    fresh = sum(0 <= age <= limit for age in days)
    return [
        press.trn(
            "{n} fact of the last {days} days proves what is claimed.",
            "{n} facts of the last {days} days prove what is claimed.",
            fresh,
            days=f"{limit:g}",
        )
    ]
