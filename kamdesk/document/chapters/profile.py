"""P2: who the client is and what it is to us, what it wants, what is known of it and since when, the rep's notes."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.client.client import section_of
from kamdesk.client.company import Company, Fact, Topic
from kamdesk.client.paper_records import Audience
from kamdesk.client.record import Field, Kind, Level, fields_of
from kamdesk.client.telling import tell
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Prose
from kamdesk.document.chapters import profile_client, profile_ours
from kamdesk.document.contents import APPENDIX
from kamdesk.document.flow import Part, Story, fits_a_page, room_left
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press, Term
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_ELSEWHERE = ("notes", "goal", "logo", "stage")  # printed in their own way
_WEIGHT = "_weight"  # ends the names of what P6 prints over its columns
_SHORT = 80  # characters of a goal that P1 shows whole
_WORTH = 24 * MM  # of a page, for the beginning of the notes
_CLAUSES = "；;。\n"


def build(press: Press, subject: Subject) -> Story:
    """Company facts, what it is to us, dated facts by topic, what it wants; long notes move to the appendix.

    What it wants stands in P8 too: it is left out where the notes fit the page without it.
    """
    if press.audience is Audience.CLIENT:
        return profile_client.build(press, subject)
    company, conclusions = subject.client.company, _conclusions(press, subject)
    parts = [Part(_company(press, subject, conclusions))]
    if company.goal and not _on_summary(press, company.goal):
        goal = press.barred(press.body(company.goal), *told_of(company, "goal"))
        parts.append(Part(press.titled(press.tr("Goal"), goal)))
    if subject.client.facts:
        parts.append(Part(_facts(press, subject)))
    else:
        parts.append(Part(press.red_flag(press.tr("No facts on record"))))
    notes = _notes(press, subject)
    story = press.story("P2", press.trc("chapter", "Profile"), conclusions, [*parts, *([notes] if notes else [])])
    if wants := profile_ours.wants(press, subject):
        at = len(story.parts) - bool(notes)
        full = replace(story, parts=(*story.parts[:at], Part(wants), *story.parts[at:]))
        story = story if notes and fits_a_page(story) and not fits_a_page(full) else full
    return _begun(press, story) if notes and not fits_a_page(story) else story


def _notes(press: Press, subject: Subject) -> Part | None:
    """What the rep has written of the client."""
    company = subject.client.company
    if not company.notes.strip():
        return None
    told = press.barred(markdown.note(press, company.notes), *told_of(company, "notes"))
    return Part(press.titled(press.tr("Notes on {client}", client=company.called), told), moves=True)


def _begun(press: Press, story: Story) -> Story:
    """The notes begin on the page where it has room, and stand whole in the appendix."""
    body, last = replace(story, parts=story.parts[:-1]), story.parts[-1]
    room = room_left(body) - style().mm("gap_least")
    assert isinstance(last.block, Titled)
    if room < _WORTH or press.left_out(APPENDIX):
        return story
    note = replace(press.prose(press.tr("whole in the appendix"), "block_note", "right"), to=APPENDIX)
    halves = replace(last.block, note=note).split(press.stock.upright.width, room)
    return replace(story, parts=(*body.parts, Part(halves[0], whole=last.block))) if halves else story


def _on_summary(press: Press, goal: str) -> bool:
    """True when the first page tells the goal whole."""
    printed = press.printed is not None and "summary" in press.printed
    return printed and len(goal) <= _SHORT and "\n" not in goal.strip()


def _company(press: Press, subject: Subject, conclusions: list[str]) -> Block:
    """What anybody may know beside what it is to us."""
    fields = [field for field in fields_of(Company) if field.name not in _ELSEWHERE]
    theirs = _terms(press, subject, [field for field in fields if field.level is Level.SHARED])
    reason = subject.client.company.grade_reason.strip()
    first, width = conclusions[0], press.stock.upright.width
    told = not press.by_hand and bool(reason) and first.endswith(reason) and press.fits_head(first, width)
    inner = [field for field in fields if field.level is not Level.SHARED]
    ours = _terms(press, subject, [field for field in inner if not (told and field.name in ("grade", "grade_reason"))])
    ours = [*profile_ours.stage(press, subject), *ours, *profile_ours.dealings(press, subject)]
    left = press.titled(press.tr("Who they are"), press.terms(theirs))
    return Pair(left, press.titled(press.tr("What they are to us"), press.terms(ours))) if ours else left


def _terms(press: Press, subject: Subject, fields: list[Field]) -> list[Term]:
    """The fields that are filled, each with its words."""
    company = subject.client.company
    rows = []
    for field in fields:
        if field.name.endswith(_WEIGHT) or field.kind is Kind.PICTURE:
            continue
        if field.name == "short" and company.short in company.name:
            continue
        if text := tell(field, getattr(company, field.name), press.words, subject.called, press.today):
            rows.append((press.tr(field.label), text, told_of(company, field.name)))
    return rows


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
    """Why the client has its grade; without a reason that it has none."""
    company = subject.client.company
    last = subject.too_little(press.words)
    if not company.grade:
        return [last]
    values = {"grade": company.grade.label, "stage": press.tr(company.stage.label) if company.stage else "—"}
    reason = company.grade_reason.strip()
    if not reason:
        return [press.tr("Grade {grade}, {stage}; why this grade is nowhere said.", **values), last]
    clause = reason
    for sign in _CLAUSES:
        clause = clause.split(sign)[0]
    texts = dict.fromkeys((reason, clause))
    return [*(press.tr("Grade {grade}, {stage}: {reason}", reason=text, **values) for text in texts), last]
