"""What was printed for whom, how a client's papers are put together, and conclusions written by hand."""

from __future__ import annotations

from datetime import datetime

from kamdesk.client import kinds
from kamdesk.client.record import Choice, Record, record
from kamdesk.words import N_, NC_


class Audience(Choice):
    """For whom an edition is made: each shows less than the one before (safety: editions that cannot leak)."""

    INTERNAL = "internal", NC_("edition", "Internal")
    BRIEF = "brief", NC_("edition", "Brief")
    CLIENT = "client", NC_("edition", "Client")


@record
class Edition(Record):
    """One document that left the program: its number, for whom, and the client as it was told then."""

    number: int | None = kinds.number(N_("Edition"), 1, 1_000_000)
    at: datetime | None = kinds.moment(N_("Made"))
    document: str = kinds.text(N_("Document"))
    audience: Audience | None = kinds.choice(N_("Made for"), Audience)
    reader: str = kinds.text(N_("Given to"))
    language: str = kinds.text(N_("Language"))
    chapters: str = kinds.text(N_("Chapters"))  # names in their order, a blank between
    paper: str = kinds.text(N_("Paper"))
    watermark: str = kinds.text(N_("Watermark"))
    notice: str = kinds.text(N_("Confidentiality word"))
    pages: int | None = kinds.number(N_("Pages"), 0, 100_000)
    digest: str = kinds.text(N_("Check sum"))  # SHA-256 of the file, in hexadecimal
    snapshot: bytes | None = kinds.packed(N_("As it was"))


@record
class PaperPreset(Record):
    """A document as a rep likes it for this client: which chapters, in which order, for whom."""

    name: str = kinds.text(N_("Name"), required=True)
    document: str = kinds.text(N_("Document"))
    audience: Audience | None = kinds.choice(N_("Made for"), Audience)
    language: str = kinds.text(N_("Language"))
    chapters: str = kinds.text(N_("Chapters"))  # names in their order, a blank between
    paper: str = kinds.text(N_("Paper"))
    watermark: str = kinds.text(N_("Watermark"))
    notice: str = kinds.text(N_("Confidentiality word"))


@record
class Conclusion(Record):
    """The line on top of a chapter as the rep wrote it, instead of the computed one."""

    chapter: str = kinds.text(N_("Chapter"), required=True)
    text: str = kinds.text(N_("Conclusion"), required=True)
