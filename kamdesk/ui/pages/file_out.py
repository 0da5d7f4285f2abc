"""A small file leaves the program: asked where to, written whole or not at all, opened when wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kamdesk.exchange.outfile import put_file
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.parts.toast import Note, Toast
from kamdesk.words import said


class FileOut(QObject):
    """Calendar entries and mail drafts; the program that the system has for them opens the file afterwards."""

    working = Signal(object)  # Job
    saved = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self._data = b""
        self._saved: Path | None = None
        self._folder = ""
        self._asking: QFileDialog | None = None
        self._toast = Toast(look, over)
        self._toast.acted.connect(self.open_saved)

    def ask(self, data: bytes, name: str, kind: str) -> None:
        """Ask where the file shall lie, in the folder of the last time; `kind` is "Calendar (*.ics)"."""
        if self._asking is not None:
            return
        self._data = data
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        tr = self.look.tr
        dialog = QFileDialog(self._over, tr("Save"), self._folder or home, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder"))  # Qt's own catalogue lacks these two
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind"))
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(self._closed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asking = dialog
        dialog.open()

    @property
    def asking(self) -> QFileDialog | None:
        """The dialog while it is open."""
        return self._asking

    def save(self, path: str) -> None:
        """Put the file there; Trouble reaches the window by the job."""
        target, data = Path(path), self._data
        self._folder = QFileInfo(path).absolutePath()

        def work(_progress: Progress) -> Path:
            put_file(target, data)
            return target

        job = Job(said("Saving {file}", file=target.name), work)
        job.done.connect(self._tell_saved)
        self.working.emit(job)

    def open_saved(self) -> None:
        """Open the file that was saved last with the program the system has for it; without one say where it lies."""
        if self._saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved))):
            words = self.look.tr("No program here opens it. It is {file}", file=str(self._saved))
            self._toast.show_note(Note(words, "folder-open", "warn"))

    def _tell_saved(self, path: Path) -> None:
        self._saved = path
        self.saved.emit()
        tr = self.look.tr
        self._toast.show_note(Note(tr("Saved {file}", file=path.name), action=tr("Open")))

    def _closed(self) -> None:
        self._asking = None
