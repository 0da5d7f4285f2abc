"""The appendix: what is looked up rather than read, out of all chapters that take more than a page with it."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.document.flow import Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject


def build(press: Press, _subject: Subject) -> Story:
    """Its head alone: the flow puts in what has moved, and leaves it out when nothing has."""
    told = [press.tr("For reference: the full records behind the chapters, in their order.")]
    return replace(press.story("", press.trc("chapter", "Appendix"), told, ()), appendix=True, alone=True)
