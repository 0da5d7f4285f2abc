"""One document of many clients into a folder: each read when its turn comes, made beside the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kamdesk.client.client import Client
from kamdesk.client.edit import Edit
from kamdesk.client.paper_records import Audience
from kamdesk.desk.desk import Desk
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.desk.editions import A4, latest, next_number
from kamdesk.desk.many import Work, Workshop, workers_for
from kamdesk.document.contents import CONTENTS
from kamdesk.errors import Trouble
from kamdesk.exchange.filename import unique_stems
from kamdesk.exchange.outfile import make_folder, put_file
from kamdesk.store.step import Step
from kamdesk.ui.doing import Doing
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.pages.paper.batch_work import make
from kamdesk.ui.pages.paper.keeping import edition_step, is_kept
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, Issue, Made, Order, is_numbered
from kamdesk.words import said, words_for


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be made, and where it shall lie."""

    document: str
    audience: Audience
    language: str
    folder: Path
    paper: str = A4
    watermark: str = ""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file: the step that keeps it as an edition, or why it could not be written."""

    step: Step | None
    trouble: Trouble | None = None


class Batch(QObject):
    """Makes one after the other, many in workers; what left is kept as editions in one step at the end."""

    working = Signal(object)  # Job
    progressed = Signal(int, int, str)  # done, in all, whose is made now
    edited = Signal(object)  # Doing
    ended = Signal(int, int, bool)  # made, left out because there is nothing in it, whether it was stopped
    failed = Signal(object)  # Trouble

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Wanted | None = None
        self._targets: dict[str, Path] = {}
        self.troubles: list[Trouble] = []  # why files could not be written; the others are made
        self._at = self._made = self._empty = 0
        self._edits: list[Edit] = []
        self._stopped = False
        self._job: Job | None = None
        self._workshop = Workshop(0)
        self._turns: Iterator[tuple[Order, Work | None]] = iter(())
        if program := QCoreApplication.instance():
            program.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """True while there is something to make."""
        return self._wanted is not None

    def start(self, wanted: Wanted, keys: Sequence[str]) -> None:
        """Begin with these clients."""
        self._targets = self.targets(wanted, keys)
        self.troubles = []
        self._wanted, self._stopped = wanted, False
        self._at = self._made = self._empty = 0
        self._edits = []
        try:
            make_folder(wanted.folder)
        except Trouble as trouble:
            self._wanted = None
            self.failed.emit(trouble)
            return
        self._workshop = Workshop(workers_for(len(self._targets)))
        self._turns = self._workshop.ahead(self._works(wanted))
        self._next()

    def targets(self, wanted: Wanted, keys: Sequence[str]) -> dict[str, Path]:
        """The file of each client that is still there."""
        label = words_for(wanted.language).tr(DOCUMENTS[wanted.document].label)
        called = {glance.key: glance.called for glance in self._desk.clients()}
        stems = unique_stems((key, f"{called[key]} {label}") for key in keys if key in called)
        return {key: wanted.folder / f"{stem}.pdf" for key, stem in stems.items()}

    def stop(self) -> None:
        """Stop after the one that is made now."""
        self._stopped = True
        self._workshop.close()

    def _works(self, wanted: Wanted) -> Iterator[tuple[Order, Work | None]]:
        """Each client with what makes its document, none where it would be empty; read when its turn comes."""
        for key in self._targets:
            order = self._order(self._desk.client(key), wanted)
            yield order, partial(make, order) if order.anything else None

    def _next(self) -> None:
        while not self._stopped and (turn := next(self._turns, None)):
            order, work = turn
            self.progressed.emit(self._at, len(self._targets), order.client.company.called)
            self._at += 1
            if work is not None:
                self._begin(order, work)
                return
            self._empty += 1
        self._end()

    def _begin(self, order: Order, make_it: Work) -> None:
        keeps, target = not self._desk.read_only, self._targets[order.client.key]
        now = self._desk.clock.now()

        def work(_progress: Progress) -> _Outcome:
            paper = make_it()
            made = Made(order, paper.data, paper.written)
            try:
                put_file(target, made.data)
            except Trouble as trouble:
                return _Outcome(None, trouble)
            return _Outcome(edition_step(made, made.data, now) if keeps and is_kept(made) else None)

        job = self._job = Job(said("Saving {file}", file=target.name), work)
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._end)
        self.working.emit(job)

    def _order(self, client: Client, wanted: Wanted) -> Order:
        workspace, today, kind = self._desk.workspace(), self._desk.today, wanted.document
        issue = Issue()
        if is_numbered(kind):
            before = latest(client, kind, wanted.audience) if kind == PLAN else None
            number = next_number(client, kind)
            issue = Issue(wanted.audience, "", wanted.watermark, "", number, before)
        order = partial(Order, client, workspace, today, wanted.language)
        return order(parts_of(client, wanted.document, self._desk), kind, wanted.paper, issue)

    def _take(self, outcome: _Outcome) -> None:
        if outcome.trouble is not None:
            self.troubles.append(outcome.trouble)
        else:
            self._made += 1
            self._edits.extend(outcome.step.edits if outcome.step is not None else ())
        self._next()

    def _fail(self, trouble: object) -> None:
        self._close()
        self.failed.emit(trouble)

    def _end(self) -> None:
        self._close()
        self.ended.emit(self._made, self._empty, self._stopped)

    def _close(self) -> None:
        """Let the workers go, keep what left."""
        self._workshop.close()
        self._wanted, self._turns = None, iter(())
        if self._edits:
            told = said("Editions for {n} clients", n=len(self._edits))
            self.edited.emit(Doing(told, tuple(self._edits)))
            self._edits = []


def parts_of(client: Client, document: str, desk: Desk) -> tuple[str, ...]:
    """What the document of a client holds when nobody chose: all chapters, the key people, the main rival."""
    if document == PLAN:
        return tuple(CONTENTS)
    if document == CARDS:
        from kamdesk.document.person import key_people

        return tuple(contact.key for contact in key_people(client, desk.today))
    if document == BATTLE:
        from kamdesk.client.account import main_rival

        return (main,) if (main := main_rival(client)) else ()
    return ()
