"""Visit sheets on their way to the printer: one visit's, or all of tomorrow's with their cover."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.printing_note import PrintingNote
from kamdesk.ui.parts.toast import Note, Toast
from kamdesk.words import Said, Words, said

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kamdesk.ui.pages.paper.print import Printing


@dataclass(frozen=True, slots=True)
class Sheets:
    """What shall be printed: visits with their clients, in the order of the day."""

    visits: tuple[tuple[Client, str], ...]  # a client and the key of its visit
    workspace: Workspace
    on: date
    cover: date | None = None  # the day the cover is for; None without one


class SheetsOut(QObject):
    """Writes the sheets beside the window, then asks the system for a printer."""

    working = Signal(object)  # Job
    printed = Signal(int, int)  # pages done, pages in all
    ended = Signal()  # of printing

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self._data, self._pages, self._name = b"", 0, ""
        self._asking: QDialog | None = None
        self._printer: QPrinter | None = None
        self._printing: Printing | None = None
        self._toast = Toast(look, over)
        self.note = PrintingNote(look, over, self)

    @property
    def asking(self) -> QDialog | None:
        """The print dialog while it is open."""
        return self._asking

    def print_sheets(self, sheets: Sheets, name: str, told: Said) -> None:
        """Write the sheets and ask for a printer."""
        if self._asking is not None or self._printing is not None:
            return
        self._name = name
        words = self.look.words

        def work(_progress: Progress) -> tuple[bytes, int]:
            out = io.BytesIO()
            written = _write(sheets, out, words)
            return out.getvalue(), written

        job = Job(told, work)
        job.done.connect(self._ask)
        self.working.emit(job)

    def _ask(self, made: tuple[bytes, int]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # dear, and few print

        self._data, self._pages = made
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)  # a sheet has two sides
        dialog = QPrintDialog(self._printer, self._over)
        dialog.setMinMax(1, self._pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(self._print)
        dialog.finished.connect(self._closed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asking = dialog
        QDialog.open(dialog)  # QPrintDialog has an open of its own with other arguments

    def _print(self) -> None:
        from kamdesk.ui.pages.paper.print import Printing

        if self._printer is not None:
            self._printing = Printing(self._data, self._name, self._printer, self)
            self._printing.progressed.connect(self.printed)
            self._printing.ended.connect(self._tell)
            self.printed.emit(0, self._printing.pages)
            self._printing.start()

    def stop(self) -> None:
        """Stop printing."""
        if self._printing is not None:
            self._printing.stop()

    def _tell(self, outcome: str, pages: int) -> None:
        self._printing = None
        self.ended.emit()
        look = self.look
        if outcome == "finished":
            told = look.trn("{n} page sent to the printer", "{n} pages sent to the printer", pages)
            self._toast.show_note(Note(told))
        elif outcome == "stopped":
            self._toast.show_note(Note(look.tr("Printing was stopped"), "circle-alert", "warn"))
        else:
            told = look.tr("The printer did not take the pages; choose another one or export the PDF")
            self._toast.show_note(Note(told, "circle-alert", "warn"))

    def _closed(self) -> None:
        self._asking = None


def sheets_words(visits: Sequence[object]) -> Said:
    """What the job is called."""
    return said("Making the visit sheets") if len(visits) != 1 else said("Making the visit sheet")


def _write(sheets: Sheets, out: io.BytesIO, words: Words) -> int:
    """Write them; gives the number of pages."""
    from kamdesk.document import visit_sheet  # dear, and not needed to see the day

    if sheets.cover is None:
        (client, visit), *_ = sheets.visits
        return visit_sheet.write_visit(client, sheets.workspace, out, words, sheets.on, visit).pages
    pairs = list(sheets.visits)
    return visit_sheet.write_tomorrow(pairs, sheets.workspace, out, words, sheets.on, sheets.cover).pages
