"""Issues the plan of the invented precision maker as one edition or another, for tests, and reads it back."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kamdesk.client.client import Client
from kamdesk.document.binding import Written
from kamdesk.document.plan import Issued, write_plan
from kamdesk.words import words_for
from tests.document.clients import TODAY, huaxing, workspace
from tests.document.pdf import Pdf


def issue(
    about: Issued | None = None,
    client: Client | None = None,
    chapters: Sequence[str] | None = None,
    language: str = "en",
    paper: str = "A4",
) -> tuple[Pdf, Written]:
    """The plan as it is read back, and what its writer told of it."""
    out = io.BytesIO()
    told = client or huaxing("en")
    words = words_for(language)
    written = write_plan(told, workspace("en"), out, words, TODAY, chapters, True, paper, about)
    return Pdf(out.getvalue()), written


def since(before: Client, day: date = TODAY) -> Issued:
    """The seventh edition, compared with the sixth."""
    return Issued(number=7, before=before, before_number=6, before_day=day)


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def without(client: Client, section: str, number: int = 1) -> Client:
    """The client before the last records of a section were written."""
    return replace(client, **{section: getattr(client, section)[:-number]})
