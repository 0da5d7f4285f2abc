"""Making a document beside the window: what is asked for, the bytes that came of it, and never two at once."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kamdesk.client.paper_records import Audience
from kamdesk.client.visiting import local_day
from kamdesk.desk.editions import as_told
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, Made, Order
from kamdesk.words import said

if TYPE_CHECKING:
    from kamdesk.client.moved import Moved
    from kamdesk.document.binding import Written

__all__ = ["BATTLE", "CARDS", "PLAN", "Made", "Order", "PaperMaker"]

PAUSE = 10  # ms after the last change before the document is made anew: it shall stand there within 250


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
            return _with_facts(order, held.getvalue(), written)

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


def _with_facts(order: Order, data: bytes, written: Written) -> Made:
    """The document with what moved since the edition before, and what a copy for others leaves out."""
    if not order.issue.number:
        return Made(order, data, written)
    from kamdesk.client.leak_check import left_out  # these two are wanted beside a document only
    from kamdesk.client.moved import what_changed

    before = order.issue.compared() if order.document == PLAN else None
    moved: tuple[Moved, ...] = ()
    if before is not None and order.issue.before is not None:
        at = order.issue.before.at
        after, shared = as_told(order.client, order.workspace, order.kept)
        moved = what_changed(before, after, shared, order.on, local_day(at) if at else None)
    audience = order.issue.audience if order.issue.audience is Audience.BRIEF else Audience.CLIENT
    return Made(order, data, written, moved, left_out(order.client, order.workspace, audience))
