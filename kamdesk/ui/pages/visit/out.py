"""A visit leaves the program: its sheet printed or saved, the visit for the calendar, a mail draft with the sheet."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kamdesk.client.visit_records import Visit
from kamdesk.desk.calendar_out import calendar_name, calendar_of, visit_mail
from kamdesk.desk.desk import Desk
from kamdesk.desk.send import proposed_name
from kamdesk.exchange.maildraft import Attached
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.making import Made, PaperMaker
from kamdesk.ui.pages.paper.out import PaperOut
from kamdesk.ui.pages.paper.printing_note import PrintingNote
from kamdesk.ui.pages.visit.deeds import VisitDeeds
from kamdesk.ui.pages.visit.files import VisitFiles
from kamdesk.ui.pages.visit.order import SHEET, order_of


class VisitOut(QObject):
    """Knows the visit that is shown; the sheet that leaves is the one of this moment."""

    working = Signal(object)  # Job

    def __init__(self, look: Look, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._desk, self._over = look, desk, over
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self._fillable = False

    @cached_property
    def maker(self) -> PaperMaker:
        """Makes the sheet that leaves; these three are made when they are first wanted."""
        made = PaperMaker(self, 0)
        made.working.connect(self.working)
        return made

    @cached_property
    def paper(self) -> PaperOut:
        """Prints and saves."""
        made = PaperOut(self.look, self._over)
        made.working.connect(self.working)
        made.file_chosen.connect(self.save_to)
        PrintingNote(self.look, self._over, made)
        return made

    @cached_property
    def files(self) -> VisitFiles:
        """Saves small files."""
        made = VisitFiles(self.look, self._desk, self._over)
        made.working.connect(self.working)
        return made

    def show_visit(self, shown: Shown, visit: Visit | None) -> None:
        """This is the visit that leaves when it is asked for."""
        self._shown, self._visit = shown, visit

    def print(self) -> None:
        """Ask for a printer."""
        if self._order():
            self.maker.when_fresh(self.paper.ask_printer)

    def export(self, *, fillable: bool = False) -> None:
        """Ask where the sheet shall lie; with `fillable` its boxes can be filled in on a tablet."""
        if self._shown and self._visit:
            self._fillable = fillable
            words = self.look.words
            more = words.tr("to fill in") if fillable else ""
            self.paper.ask_file(proposed_name(self._shown.client.company, SHEET, words, more))

    def save_to(self, path: str) -> None:
        """Write the sheet there."""
        if self._order(fillable=self._fillable):
            self.maker.when_fresh(partial(self.paper.save, path=path))

    def calendar(self) -> None:
        """Ask where the calendar entry shall lie; taking it again changes the entry instead of doubling it."""
        if self._shown and self._visit:
            calendar = calendar_of(self._desk, [self._visit], self.look.words)
            self.files.ask_calendar(calendar, calendar_name(self._shown.client, self._visit))

    def mail(self) -> None:
        """Make a draft to our own people with the sheet attached."""
        if self._order():
            self.maker.when_fresh(self._draft)

    def _draft(self, made: Made) -> None:
        if self._shown is None or self._visit is None:
            return
        client, words = self._shown.client, self.look.words
        name = proposed_name(client.company, SHEET, words)
        attached = [Attached(name, made.data)]
        stamp = self._desk.clock.now()
        data = visit_mail(client, self._shown.workspace, self._visit, words, stamp, attached)
        self.files.ask_mail(data, f"{name.removesuffix('.pdf')}.eml")

    def _order(self, *, fillable: bool = False) -> bool:
        if self._shown is None or self._visit is None:
            return False
        shown, language = self._shown, self.look.words.language
        order = order_of(shown.client, shown.workspace, self._visit, shown.today, language, fillable=fillable)
        self.maker.ask(order)
        return True

    def menu(self, deeds: VisitDeeds) -> QMenu:
        """Everything that can leave, and what can be done with the visit as a whole."""
        menu, tr = QMenu(self._over), self.look.tr
        menu.aboutToHide.connect(menu.deleteLater)
        for words, key, does in (
            (tr("Print the sheet"), "P", self.print),
            (tr("Save the sheet as PDF"), "Ctrl+E", self.export),
            (tr("Save a sheet to fill in on a tablet"), "", partial(self.export, fillable=True)),
            (tr("Into the calendar"), "C", self.calendar),
            (tr("Mail draft with the sheet"), "", self.mail),
        ):
            action = menu.addAction(f"{words}\t{key}" if key else words)
            action.triggered.connect(does)
        menu.addSeparator()
        menu.addAction(tr("The whole plan on paper")).triggered.connect(deeds.go_to_paper)
        menu.addAction(tr("Remove this visit")).triggered.connect(deeds.remove_visit)
        return menu
