"""Making a document beside the window: what is asked for, the bytes that came of it, and never two at once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, QTimer, Signal

from kamdesk.client.client import Client, Workspace
from kamdesk.desk.send import PAPERS
from kamdesk.ui.job import Job, Progress
from kamdesk.words import said, words_for

if TYPE_CHECKING:
    from kamdesk.document.binding import Written

# What writes documents is dear to import, and places that show one stand there before it is made.

PAUSE = 400  # ms after the last change before the document is made anew
PLAN, CARDS, BATTLE = "plan", "person", "rival"  # names of desk.send.DOCUMENTS


@dataclass(frozen=True, slots=True)
class Order:
    """What a document shall be made of; `parts` are its chapters, or whose cards it holds, in order."""

    client: Client
    workspace: Workspace
    on: date
    language: str
    parts: tuple[str, ...]  # names of CHAPTERS, or keys of contacts or of rivals
    document: str = PLAN
    paper: str = PAPERS[0]  # of the people map

    @property
    def empty(self) -> tuple[str, ...]:
        """The chosen chapters of which nothing is known, by name; a card is never empty: one writes on it."""
        return tuple(name for name in self.parts if self.document == PLAN and is_empty(self.client, name))

    def write(self, out: BinaryIO) -> Written:
        """Write it."""
        from kamdesk.document.person import write_people
        from kamdesk.document.plan import write_plan
        from kamdesk.document.rival import write_rivals

        words = words_for(self.language)
        if self.document == PLAN:
            return write_plan(self.client, self.workspace, out, words, self.on, self.parts, paper=self.paper)
        if self.document == BATTLE:
            return write_rivals(self.client, self.workspace, out, words, self.on, self.parts)
        return write_people(self.client, self.workspace, out, words, self.on, self.parts)


@dataclass(frozen=True, slots=True)
class Made:
    """A document as it would lie on the disk."""

    order: Order
    data: bytes
    written: Written

    def first_page(self, part: str) -> int | None:
        """The page a chapter or a card begins on, from 1; None when it is not in the document."""
        pages = dict(zip(self.order.parts, (page for _, page in self.written.outline), strict=False))
        return pages.get(part)


def is_empty(client: Client, chapter: str) -> bool:
    """Whether nothing is known of what a chapter tells."""
    from kamdesk.document.plan import CHAPTERS

    sections = CHAPTERS[chapter].sections
    return bool(sections) and not any(getattr(client, section) for section in sections)


class PaperMaker(QObject):
    """Makes the document anew when what it is made of has changed; the latest order counts."""

    began = Signal()
    made = Signal(object)  # Made
    failed = Signal()
    working = Signal(object)  # Job

    def __init__(self, parent: QObject, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._rest = pause
        self.latest: Made | None = None  # the last that was made, perhaps of an older order
        self._order: Order | None = None
        self._job: Job | None = None
        self._then: Callable[[Made], None] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)

    def ask(self, order: Order) -> None:
        """Make this after a short rest, unless it is made already or under way."""
        if order != self._order:
            first = self._order is None or (order.client.key, order.document) != (
                self._order.client.key,
                self._order.document,
            )
            self._order = order
            self._pause.start(0 if first else self._rest)

    @property
    def fresh(self) -> Made | None:
        """The document of the latest order, None while it is not made yet."""
        return self.latest if self.latest and self.latest.order is self._order else None

    def when_fresh(self, then: Callable[[Made], None]) -> None:
        """Do this with the document of the latest order, now or as soon as it is made."""
        if (made := self.fresh) is not None:
            then(made)
        elif self._order is not None:
            self._then = then
            if self._pause.isActive():
                self._pause.start(0)
            elif self._job is None:
                self._start()

    def _start(self) -> None:
        order = self._order
        if order is None:
            return
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> Made:
            held = io.BytesIO()
            written = order.write(held)
            progress.tell(1, 1)  # the moment at which a newer order takes over
            return Made(order, held.getvalue(), written)

        job = self._job = Job(said("Making the pages"), work)
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._fail)
        self.began.emit()
        self.working.emit(job)

    def _take(self, made: Made) -> None:
        if made.order is not self._order:
            return
        self._job = None
        self.latest = made
        self.made.emit(made)
        then, self._then = self._then, None
        if then is not None:
            then(made)

    def _fail(self) -> None:
        """It went wrong, or somebody did not want to wait; a job that a newer order stopped is no failure."""
        if self.sender() is self._job:
            self._job = self._then = None
            self.failed.emit()
