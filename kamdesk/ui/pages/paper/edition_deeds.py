"""What can be done with an edition: seen as it was, compared with, given to somebody, taken out of the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.client.paper_records import Edition
from kamdesk.desk import editions
from kamdesk.errors import Trouble
from kamdesk.store.step import Step
from kamdesk.ui.doing import Doing
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.ask_sheet import AskSheet
from kamdesk.ui.pages.paper.edition_list import DRAFT
from kamdesk.ui.pages.paper.order import Order, earlier_than, order_again
from kamdesk.ui.parts.toast import Note, Toast


class EditionDeeds(QObject):
    """Says what shall be shown, and which steps shall be done."""

    edited = Signal(object)  # Doing
    again = Signal(object)  # Order of an edition as it was; None for the one to come
    compared = Signal(str)  # key of the edition that the draft is compared with

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self._client: Client | None = None
        self._workspace: Workspace | None = None
        self._orders: dict[str, Order] = {}
        self._toast = Toast(look, over)
        self.sheet: AskSheet | None = None

    def show_client(self, client: Client, workspace: Workspace) -> None:
        """This is the client whose editions are asked for."""
        self._client, self._workspace = client, workspace

    def do(self, key: str, what: str) -> None:
        """Do it with the edition of this key."""
        edition = self._edition(key)
        if key == DRAFT and what == "again":
            self.again.emit(None)
        elif edition is None:
            return
        elif what == "again":
            self._show_again(edition)
        elif what == "compare":
            self.compared.emit(edition.key)
        elif what == "give":
            self._ask_reader(edition)
        elif self._client is not None:
            self._do(editions.forget(self._client, edition))

    def order(self, key: str) -> Order | None:
        """The order of an edition as it was; None when it is gone or cannot be read any more."""
        edition = self._edition(key)
        if edition is None or self._client is None:
            return None
        held = self._orders.get(key)
        if held is None or held.issue.reader != edition.reader:
            held = self._orders[key] = order_again(edition, earlier_than(self._client, edition))
        return held

    def _edition(self, key: str) -> Edition | None:
        held = self._client.editions if self._client else ()
        return next((item for item in held if item.key == key), None)

    def _show_again(self, edition: Edition) -> None:
        try:
            self.again.emit(self.order(edition.key))
        except Trouble as trouble:
            self._toast.show_note(Note(trouble.tell(self.look.words), "triangle-alert", "warn"))

    def _ask_reader(self, edition: Edition) -> None:
        tr = self.look.tr
        title = tr("Who was given edition {n}?", n=edition.number or 0)
        told = tr("The list then says which paper somebody read.")
        sheet = self.sheet = AskSheet(self.look, self._over.window(), title, told, tr("Write down"), edition.reader)
        sheet.offer(self.readers())
        sheet.answered.connect(partial(self._give, edition))
        sheet.ask()

    def readers(self) -> list[str]:
        """Who could be given a paper: who was before, the people of the client, and our own."""
        if self._client is None or self._workspace is None:
            return []
        before = editions.readers(self._client)
        theirs = [item.name for item in self._client.contacts if not item.placeholder]
        ours = [item.name for item in self._workspace.colleagues]
        return [name for name in dict.fromkeys((*before, *theirs, *ours)) if name]

    def _give(self, edition: Edition, reader: str) -> None:
        if reader.strip() != edition.reader:
            self._do(editions.give(edition, reader))

    def _do(self, step: Step) -> None:
        self.edited.emit(Doing(step.said, tuple(step.edits), toast=True))
