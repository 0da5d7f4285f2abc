"""The rep's notes on the client: an appendix, so that a long one never stands before the plan."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.document import markdown
from kamdesk.document.flow import Part, Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject


def build(press: Press, subject: Subject) -> Story:
    """The notes as they were written."""
    notes, title = subject.client.company.notes, press.tr("Notes")
    if not notes.strip():
        return press.missing("", title)
    return replace(press.story("", title, [], [Part(markdown.note(press, notes))]), runs_on=True)
