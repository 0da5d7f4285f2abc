"""The client's own details, in the copy that the client gets: what we have on record, to be put right."""

from __future__ import annotations

from kamdesk.client.company import Company
from kamdesk.client.record import Kind, Level, fields_of
from kamdesk.client.telling import tell
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject

_KNOWN = ("name", "short")  # they stand at the head of every page
_ONE_COLUMN = 3  # facts that need no second one


def build(press: Press, subject: Subject) -> Story:
    """The few facts a client may read, as one block that stands below others."""
    title, block = press.trc("chapter", "Profile"), _details(press, subject)
    if press.by_hand or press.opening:
        return press.story("P2", title, (), [Part(block)])
    return press.headless(title, block)


def _details(press: Press, subject: Subject) -> Block:
    company, rows = subject.client.company, []
    for field in fields_of(Company):
        if field.name in _KNOWN or field.kind is Kind.PICTURE or field.level is not Level.SHARED:
            continue
        if text := tell(field, getattr(company, field.name), press.words, subject.called, press.today):
            rows.append((press.tr(field.label), text, told_of(company, field.name)))
    half = len(rows) if len(rows) <= _ONE_COLUMN else (len(rows) + 1) // 2
    first, second = press.terms(rows[:half]), press.terms(rows[half:])
    told = press.tr("please tell us what is not right")
    return press.titled(press.tr("Your details as we hold them"), Pair(first, second) if rows[half:] else first, told)
