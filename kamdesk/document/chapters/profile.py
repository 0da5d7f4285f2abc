"""P2: who the client is, what is known of it and since when, and the rep's notes."""

from __future__ import annotations

from kamdesk.client.client import section_of
from kamdesk.client.company import Company, Fact, Topic
from kamdesk.client.paper_records import Audience
from kamdesk.client.record import Field, Kind, fields_of
from kamdesk.client.telling import tell
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Prose
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_ELSEWHERE = ("notes", "goal", "logo")  # printed in their own way
_WEIGHT = "_weight"  # ends the names of what P6 prints over its columns


def build(press: Press, subject: Subject) -> Story:
    """Company facts in two columns, dated facts by topic; long notes move to the appendix."""
    company = subject.client.company
    told = [(field, text) for field in fields_of(Company) if (text := _told(press, subject, field))]
    rows = [(press.tr(field.label), text, told_of(company, field.name)) for field, text in told]
    half = (len(rows) + 1) // 2
    parts = [Part(Pair(press.terms(rows[:half]), press.terms(rows[half:])) if len(rows) > 3 else press.terms(rows))]
    if company.goal:
        goal = press.barred(press.body(company.goal), *told_of(company, "goal"))
        parts.append(Part(press.titled(press.tr("Goal"), goal)))
    if subject.client.facts:
        parts.append(Part(_facts(press, subject)))
    elif press.audience is not Audience.CLIENT:
        parts.append(Part(press.red_flag(press.tr("No facts on record"))))
    if company.notes.strip():
        notes = press.barred(markdown.note(press, company.notes), *told_of(company, "notes"))
        parts.append(Part(press.titled(press.tr("Notes"), notes), moves=True))
    return press.story("P2", press.trc("chapter", "Profile"), _conclusions(press, subject), parts)


def _told(press: Press, subject: Subject, field: Field) -> str:
    if field.name in _ELSEWHERE or field.name.endswith(_WEIGHT) or field.kind is Kind.PICTURE:
        return ""
    return tell(field, getattr(subject.client.company, field.name), press.words, subject.called, press.today)


def _facts(press: Press, subject: Subject) -> Titled:
    order = list(Topic)
    facts = sorted(subject.client.facts, key=lambda fact: order.index(fact.topic) if fact.topic else len(order))
    columns = (
        press.column(press.tr("Topic")),
        press.column(press.tr("Fact"), share=1.0),
        press.column(press.tr("Source")),
        press.column(press.tr("As of"), align="right"),
    )
    rows, before = [], None
    for fact in facts:
        topic = press.tr(fact.topic.label) if fact.topic and fact.topic is not before else ""
        before = fact.topic
        rows.append(
            Row(
                (
                    press.key(topic),
                    markdown.note(press, fact.text, "cell"),
                    press.muted(fact.source),
                    _age(press, subject, fact),
                ),
                about=told_of(fact),
            )
        )
    note = press.tr("bold: older than {n} days", n=f"{subject.client.rules.fresh_days:g}")
    return press.titled(press.tr(section_of(Fact).label), press.table(columns, rows), note)


def _age(press: Press, subject: Subject, fact: Fact) -> Prose:
    old = fact.day is None or (press.today - fact.day).days > subject.client.rules.fresh_days
    return press.key(press.day(fact.day), "right") if old else press.muted(press.day(fact.day), "right")


def _conclusions(press: Press, subject: Subject) -> list[str]:
    company, told = subject.client.company, []
    if press.audience is Audience.CLIENT:  # who reads it knows how much is known
        return [press.tr("Working together since {year}", year=company.since)] if company.since else []
    if company.grade and company.stage and company.since:
        told.append(
            press.tr(
                "{client}: grade {grade} · {stage} · year {n} together",
                client=company.called,
                grade=company.grade.label,
                stage=press.tr(company.stage.label),
                n=press.today.year - company.since + 1,
            )
        )
    return [*told, subject.too_little(press.words)]
