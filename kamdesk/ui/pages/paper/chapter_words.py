"""What the left side of the paper place says: its rows of chapters, the note on the edition, what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.paper_records import Audience
from kamdesk.document.contents import CONTENTS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.chapter_list import ChapterRow
from kamdesk.ui.pages.paper.choice import Choice, is_locked, may_hold
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, WEIGHIN_FORM, Made, is_empty


def icon_of(audience: Audience | None) -> str:
    """The sign of an edition: a lock for what stays with us, people for what the client gets."""
    return {Audience.BRIEF: "user", Audience.CLIENT: "users"}.get(audience or Audience.INTERNAL, "lock")


def chapter_rows(shown: Shown, choice: Choice, made: Made | None, look: Look) -> list[ChapterRow]:
    """The chapters in their order, with the page each begins on; those for the client alone only in its copy."""
    able, printed = may_hold(choice.audience), choice.printed()
    written = {item.chapter for item in shown.client.conclusions if item.text.strip()}
    rows = []
    for name in choice.names:
        if name not in able and not is_locked(name):
            continue  # a chapter that is for the client alone
        first = made.first_page(name) if made and name in printed else None
        told = look.tr("p. {n}", n=first) if first else ""
        label, empty = look.tr(CONTENTS[name].label), is_empty(shown.client, name)
        ticked = name in choice.ticked
        rows.append(ChapterRow(name, label, ticked, told, empty, is_locked(name), name not in able, name in written))
    return rows


def note_of(document: str, audience: Audience, look: Look) -> str:
    """What must be known of the edition, in a line."""
    tr = look.tr
    if document == WEIGHIN_FORM:
        return tr("A form for each who is ticked; without any, one for whoever is met.")
    if document in (CARDS, BATTLE):
        return tr("Cards stay with us; no client gets one.")
    if document != PLAN:
        return ""
    return {
        Audience.INTERNAL: tr("Chapters with a lock never go to the client."),
        Audience.BRIEF: tr("Without secrets: no attitudes, floors or personal notes."),
        Audience.CLIENT: tr("Only what is shared with the client; locked chapters stay here."),
    }[audience]


def names_of(chapters: Sequence[str], look: Look) -> str:
    """The names of chapters in a row."""
    return ("、" if look.words.chinese else ", ").join(look.tr(CONTENTS[name].label) for name in chapters)


def options_words(choice: Choice, look: Look) -> str:
    """What is chosen for the copy: its reader, its words, a password."""
    tr = look.tr
    told = [tr("for {reader}", reader=choice.reader)] if choice.reader else []
    told += [part for part in (choice.watermark, choice.notice) if part]
    told += [tr("password")] if choice.locked else []
    return " · ".join(told) or tr("Reader, watermark, password")
