"""The plan leaves the program: as a file with a name that every system takes, or through the system's printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QFileInfo, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kamdesk.errors import Trouble
from kamdesk.exchange.outfile import put_file
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.parts.toast import Note, Toast
from kamdesk.words import said

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kamdesk.document.binding import Written
    from kamdesk.store.step import Step
    from kamdesk.ui.pages.paper.print import Printing

Keeps = Callable[[bytes], "Step"]


class Leaves(Protocol):
    """What leaves: a file with its pages, and what it is called at the printer."""

    @property
    def name(self) -> str:
        """What the printer's list of jobs calls it."""
        ...

    @property
    def data(self) -> bytes:
        """The file."""
        ...

    @property
    def written(self) -> Written:
        """Its pages."""
        ...


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that lies where it was wanted, and the step that keeps it as an edition."""

    path: Path
    step: Step | None = None


class PaperOut(QObject):
    """Asks where to, does it beside the window, says what came of it."""

    file_chosen = Signal(str)  # its path
    working = Signal(object)  # Job
    printed = Signal(int, int)  # pages done, pages in all
    left = Signal(object)  # Leaves, on its way to the printer as a whole
    ended = Signal()  # of printing
    kept = Signal(object)  # Step: the edition that left
    mail_wanted = Signal(object)  # Path of what shall go along

    def __init__(self, look: Look, over: QWidget, *, covers: bool = False) -> None:
        """What `covers` the window hides the bar that tells its troubles, and tells them itself."""
        super().__init__(over)
        self.look, self._over, self._covers = look, over, covers
        self._made: Leaves | None = None
        self._saved: Path | None = None
        self._folder = ""
        self._asking: QDialog | None = None
        self._printer: QPrinter | None = None
        self._printing: Printing | None = None
        self._toast = Toast(look, over)
        self._toast.acted.connect(self.show_folder)
        self._toast.acted_also.connect(self._want_mail)

    @property
    def busy(self) -> bool:
        """True while something is asked or printed."""
        return self._asking is not None or self._printing is not None

    def ask_file(self, name: str) -> None:
        """Ask where the file shall lie, in the folder of the last time; `name` is proposed."""
        if self.busy:
            return
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        tr = self.look.tr
        dialog = QFileDialog(self._over, tr("Export PDF"), self._folder or home, tr("PDF files (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder"))  # Qt's own catalogue lacks these two
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.file_chosen)
        self._open(dialog)

    def save(self, made: Leaves, path: str, keeps: Keeps | None = None, password: str = "") -> None:
        """Put the file there, whole or not at all; Trouble reaches the window by the job.

        `keeps` makes the step that keeps it as an edition; with a `password` nobody opens the file without it.
        """
        target = Path(path)

        def work(_progress: Progress) -> Saved:
            data = made.data
            if password:
                from kamdesk.document.locking import lock  # dear, and few lock

                data = lock(data, password)
            put_file(target, data)
            return Saved(target, keeps(data) if keeps else None)

        job = Job(said("Saving {file}", file=target.name), work)
        job.done.connect(self._tell_saved)
        job.failed.connect(self._tell_trouble)
        self.working.emit(job)

    def show_folder(self) -> None:
        """Open the folder of the file that was saved last, or say where it is."""
        if self._saved is not None and not _opened(self._saved.parent):
            words = self.look.tr("No program here shows folders. It is {folder}", folder=str(self._saved.parent))
            self._toast.show_note(Note(words, "folder-open", "warn"))

    def open_draft(self, draft: Path) -> None:
        """Open a mail draft in the mail program; where there is none it can be taken from its folder."""
        self._saved, tr = draft, self.look.tr
        if _opened(draft):
            note = Note(tr("Mail draft {file}", file=draft.name), "paperclip", action=tr("Show in folder"))
        else:
            words = tr("No mail program opens {file}; it lies beside the PDF", file=draft.name)
            note = Note(words, "paperclip", "warn", action=tr("Show in folder"))
        self._toast.show_note(note)

    def ask_printer(self, made: Leaves) -> None:
        """Show the system's print dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # dear, and few print

        if self.busy:
            return
        self._made = made
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self._over)
        dialog.setMinMax(1, made.written.pages)
        dialog.setFromTo(1, made.written.pages)
        dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)  # from and to are what stands there when asked for
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(self._print_asked)
        self._open(dialog)

    def print_to(self, made: Leaves, printer: QPrinter) -> None:
        """Print on a printer, page by page."""
        from kamdesk.ui.pages.paper.print import Printing

        if self._printing is None:
            self._made = made
            self._printing = Printing(made.data, made.name, printer, self)
            self._printing.progressed.connect(self.printed)
            self._printing.ended.connect(self._tell_printed)
            self.printed.emit(0, self._printing.pages)
            self._printing.start()

    def stop(self) -> None:
        """Stop printing."""
        if self._printing is not None:
            self._printing.stop()

    def _print_asked(self) -> None:
        if self._made is not None and self._printer is not None:
            self.print_to(self._made, self._printer)

    def _want_mail(self) -> None:
        if self._saved is not None:
            self.mail_wanted.emit(self._saved)

    def _tell_saved(self, saved: Saved) -> None:
        self._saved = saved.path
        self._folder = QFileInfo(str(saved.path)).absolutePath()
        tr = self.look.tr
        if saved.step is None:
            self._toast.show_note(Note(tr("Saved {file}", file=saved.path.name), action=tr("Show in folder")))
            return
        self.kept.emit(saved.step)
        words = tr("Saved {file}: {edition}", file=saved.path.name, edition=self.look.tell(saved.step.said))
        self._toast.show_note(Note(words, action=tr("Show in folder"), also=tr("Mail draft")))

    def _tell_trouble(self, trouble: object) -> None:
        if self._covers and isinstance(trouble, Trouble):
            self._toast.show_note(Note(trouble.tell(self.look.words), "circle-alert", "bad", lasting=True))

    def _tell_printed(self, outcome: str, pages: int) -> None:
        self._printing = None
        told = {
            "finished": self.look.trn("{n} page sent to the printer", "{n} pages sent to the printer", pages),
            "stopped": self.look.tr("Printing was stopped"),
            "failed": self.look.tr("The printer did not take the pages; choose another one or export the PDF"),
        }[outcome]
        icon, ink = ("check", "ok") if outcome == "finished" else ("circle-alert", "warn")
        self._toast.show_note(Note(told, icon, ink))
        if outcome == "finished" and self._made is not None and pages == self._made.written.pages:
            self.left.emit(self._made)
        self.ended.emit()

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog without a loop of its own, and forget it when it is closed."""
        self._asking = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        QDialog.open(dialog)  # QPrintDialog has an open of its own with other arguments

    def _closed(self) -> None:
        self._asking = None


def _opened(path: Path) -> bool:
    """Whether the system has a program that opens it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
