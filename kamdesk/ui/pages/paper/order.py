"""What a document shall be made of, and what came of it: values, so that it can be made beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.editions import told_to
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.visiting import local_day
from kamdesk.desk import editions
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.document.contents import CONTENTS
from kamdesk.errors import Trouble

if TYPE_CHECKING:
    from kamdesk.client.leak_check import LeftOut
    from kamdesk.client.moved import Moved
    from kamdesk.document.binding import Written
    from kamdesk.document.issued import Issued

# What writes documents is dear to import, and places that show one stand there before it is made.

PLAN, CARDS, BATTLE = "plan", "person", "rival"  # names of desk.send.DOCUMENTS
BLANKS = "blank"  # forms to write on begin so: nothing of the client leaves with them
WEIGHIN_FORM = "blank-weighin"


def is_numbered(document: str) -> bool:
    """Whether a document that leaves is kept as an edition; an empty form is not."""
    return not document.startswith(BLANKS)


@lru_cache(maxsize=4)
def _as_told(edition: Edition, audience: Audience) -> Client:
    """The client of an edition, with no more than this audience may know: the edition may have told more."""
    return told_to(*editions.reprint(edition)[:2], audience)[0]


@dataclass(frozen=True, slots=True)
class Issue:
    """As what a document leaves: for whom, under which words, which edition, and what it is compared with."""

    audience: Audience = Audience.INTERNAL
    reader: str = ""
    watermark: str = ""
    notice: str = ""
    number: int = 0  # 0: no edition
    before: Edition | None = None
    again: str = ""  # key of the edition that is printed once more, "" for the one to come

    def compared(self) -> Client | None:
        """The client as the edition it is compared with told it; None where that can no longer be read."""
        try:
            return _as_told(self.before, self.audience) if self.before is not None else None
        except Trouble:
            return None


_NO_ISSUE = Issue()


@dataclass(frozen=True, slots=True)
class Order:
    """What a document shall be made of; `parts` are its chapters, or whose cards it holds, in order."""

    client: Client
    workspace: Workspace
    on: date
    language: str
    parts: tuple[str, ...]  # names of CONTENTS, or keys of contacts or of rivals
    document: str = PLAN
    paper: str = editions.A4
    issue: Issue = _NO_ISSUE

    @property
    def empty(self) -> tuple[str, ...]:
        """The chosen chapters of which nothing is known, by name; a card is never empty: one writes on it."""
        return tuple(name for name in self.parts if self.document == PLAN and is_empty(self.client, name))

    @property
    def anything(self) -> bool:
        """Whether there is anything to print."""
        if self.document in (PLAN, CARDS, BATTLE):
            return bool(self.parts)
        has = DOCUMENTS[self.document].has if self.document in DOCUMENTS else None
        return has is None or has(self.client, self.on)

    @property
    def kept(self) -> editions.Order:
        """What an edition remembers of it."""
        issue = self.issue
        return editions.Order(
            self.document, issue.audience, self.language, self.parts, self.paper, issue.watermark, issue.notice
        )

    @property
    def same_pages(self) -> str:
        """Equal for files whose pages tell of the same things, so that a place in one is one in the other.

        A client's copy of a document has other pages than ours.
        """
        theirs = self.issue.audience is Audience.CLIENT
        return f"{self.client.key} {self.document} {theirs}"

    def write(self, out: BinaryIO) -> Written:
        """Write it."""
        from kamdesk.ui.pages.paper.writers import write_document

        return write_document(self, out)

    def issued(self) -> Issued:
        """What its pages say of the edition."""
        from kamdesk.document.issued import Issued

        issue = self.issue
        before, number, day = issue.compared(), None, None
        if before is not None and issue.before is not None:
            number = issue.before.number
            day = local_day(issue.before.at) if issue.before.at else None
        return Issued(
            number=issue.number,
            audience=issue.audience,
            reader=issue.reader,
            watermark=issue.watermark,
            notice=issue.notice,
            before=before,
            before_number=number,
            before_day=day,
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A document as it would lie on the disk, what moved since the edition it is compared with, what it leaves out."""

    order: Order
    data: bytes
    written: Written
    moved: tuple[Moved, ...] = ()
    left: tuple[LeftOut, ...] = ()

    @property
    def name(self) -> str:
        """What the printer's list of jobs calls it."""
        return self.order.client.company.called

    def first_page(self, part: str) -> int | None:
        """The page a chapter or a card begins on, from 1; None when it is not in the document."""
        if found := dict(self.written.places).get(part):
            return found
        pages = dict(zip(self.order.parts, (page for _, page in self.written.outline), strict=False))
        return None if self.written.places else pages.get(part)


def is_empty(client: Client, chapter: str) -> bool:
    """Whether nothing is known of what a chapter tells."""
    sections = CONTENTS[chapter].sections
    return bool(sections) and not any(getattr(client, section) for section in sections)


def order_again(edition: Edition, earlier: Edition | None) -> Order:
    """An edition as it was: made of what was kept of it; Trouble when that cannot be read."""
    client, workspace, asked = editions.reprint(edition)
    issue = Issue(
        asked.audience, edition.reader, asked.watermark, asked.notice, edition.number or 0, earlier, edition.key
    )
    day = local_day(edition.at) if edition.at else date.today()
    parts = asked.chapters or (tuple(CONTENTS) if asked.document == PLAN else ())  # none named: all there are
    return Order(client, workspace, day, asked.language, parts, asked.document, asked.paper, issue)


def earlier_than(client: Client, edition: Edition) -> Edition | None:
    """The edition that one was compared with: the last one before it of the same document for the same audience."""
    same = (edition.document, edition.audience)
    found = [
        item
        for item in client.editions
        if (item.document, item.audience) == same and (item.number or 0) < (edition.number or 0)
    ]
    return max(found, key=lambda item: item.number or 0, default=None)
