"""What a document is issued as: which edition, for whom, under which words, and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.paper_records import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One issue of a document; without a number it is a draft, and number 0 is no edition at all.

    `before` is the client as an earlier edition told it: what has changed since is printed on the first page and
    marked in the margins.
    """

    number: int | None = None
    audience: Audience = Audience.INTERNAL
    reader: str = ""
    watermark: str = ""
    notice: str = ""  # the word of confidentiality; "" = the usual one
    before: Client | None = None
    before_number: int | None = None
    before_day: date | None = None


UNISSUED = Issued(number=0)
