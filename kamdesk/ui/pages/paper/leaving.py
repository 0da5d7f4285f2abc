"""A document leaves: where to, under which password, kept as an edition, with a mail draft on demand."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.telling import names_of
from kamdesk.desk.desk import Desk
from kamdesk.desk.send import proposed_name
from kamdesk.store.step import Step
from kamdesk.ui.doing import Doing
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.ask_sheet import AskSheet
from kamdesk.ui.pages.paper.keeping import edition_step, is_kept
from kamdesk.ui.pages.paper.making import BATTLE, CARDS, Made, Order, PaperMaker
from kamdesk.ui.pages.paper.order import is_numbered
from kamdesk.ui.pages.paper.out import PaperOut
from kamdesk.words import said, words_for


class Leaving(QObject):
    """The file is the one that is shown; what leaves is kept as an edition."""

    edited = Signal(object)  # Doing
    working = Signal(object)  # Job
    left = Signal()  # a new edition

    def __init__(self, look: Look, desk: Desk, maker: PaperMaker, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._desk, self._maker, self._over = look, desk, maker, over
        self.out = PaperOut(look, over)
        self.sheet: AskSheet | None = None
        self._password = ""
        self._latest: Made | None = None
        self.out.file_chosen.connect(self.export_to)
        self.out.working.connect(self.working)
        self.out.kept.connect(self._keep)
        self.out.left.connect(self._keep_printed)
        self.out.mail_wanted.connect(self._draft)

    def export(self, order: Order, *, ask_password: bool) -> None:
        """Ask where to, after the password where one is wanted; an empty form holds nothing to lock away."""
        self._password = ""
        if not ask_password or not is_numbered(order.document):
            self.out.ask_file(file_name(order))
            return
        tr = self.look.tr
        told = tr("Without it nobody opens the file, and nobody can bring it back. Tell it apart from the file.")
        sheet = self.sheet = AskSheet(self.look, self._over.window(), tr("Password of the file"), told, tr("Go on"))
        sheet.problem = self._no_password
        sheet.hide_typing()
        sheet.answered.connect(partial(self._ask_file, order))
        sheet.ask()

    def _no_password(self, text: str) -> str:
        return "" if text.strip() else self.look.tr("An empty password protects nothing.")

    def _ask_file(self, order: Order, password: str) -> None:
        self._password = password
        self.out.ask_file(file_name(order))

    def export_to(self, path: str) -> None:
        """Write the document there as soon as it is up to date."""
        self._maker.when_fresh(partial(self._save, path=path))

    def _save(self, made: Made, path: str) -> None:
        self._latest = made
        keeps = None
        if is_kept(made) and not self._desk.read_only:
            keeps = partial(edition_step, made, at=self._desk.clock.now())
        password, self._password = self._password, ""
        self.out.save(made, path, keeps, password)

    def _keep(self, step: Step) -> None:
        self.left.emit()
        self.edited.emit(Doing(step.said, tuple(step.edits)))

    def _keep_printed(self, made: Made) -> None:
        if is_kept(made) and not self._desk.read_only:
            self._keep(edition_step(made, made.data, at=self._desk.clock.now()))

    def _draft(self, document: Path) -> None:
        """Write a mail draft beside the file, and open it in the mail program."""
        made, words, stamp = self._latest, self.look.words, self._desk.clock.now()
        if made is None:
            return
        order = made.order

        def work(_progress: Progress) -> Path:
            from kamdesk.ui.pages.paper.mailing import write_draft  # dear, and seldom wanted

            return write_draft(document, order.issue.reader, order.client, order.workspace, words, stamp)

        job = Job(said("Writing the mail draft"), work)
        job.done.connect(self.out.open_draft)
        self.working.emit(job)


def file_name(order: Order) -> str:
    """What the file is called: a single card by its person too, and by its number, so that none lies over another."""
    alone = order.parts[0] if order.document in (CARDS, BATTLE) and len(order.parts) == 1 else ""
    name = names_of(order.client, order.workspace)(alone)
    words = words_for(order.language)
    edition = words.tr("edition {n}", n=order.issue.number) if order.issue.number else ""
    return proposed_name(order.client.company, order.document, words, f"{name} {edition}".strip())
