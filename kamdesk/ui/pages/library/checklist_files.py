"""Checklists come in from files and go out as files; a line that cannot be read is named, the rest is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kamdesk.client.library import Template, TemplateItem
from kamdesk.errors import Trouble
from kamdesk.exchange.checklist_file import MAX_BYTES, Read, read_checklist, write_checklist
from kamdesk.exchange.filename import safe_stem
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.pages.file_out import FileOut
from kamdesk.words import said


class ChecklistFiles(QObject):
    """Asks for files, and reads and writes them beside the window."""

    working = Signal(object)  # Job
    brought = Signal(object)  # Read

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self._asking: QFileDialog | None = None
        self.out = FileOut(look, over)
        self.out.working.connect(self.working)

    def save(self, template: Template, lines: list[TemplateItem]) -> None:
        """Ask where a checklist shall lie, as a text that people can read and write."""
        data = write_checklist(template, lines).encode("utf-8")
        self.out.ask(data, f"{safe_stem(template.name)}.txt", self._kind())

    def ask(self) -> None:
        """Ask which file to bring in."""
        if self._asking is not None:
            return
        tr = self.look.tr
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._over, tr("Bring in a checklist"), home, self._kind())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder"))  # Qt's own catalogue lacks these two
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read)
        dialog.finished.connect(self._closed)
        self._asking = dialog
        dialog.open()

    @property
    def asking(self) -> QFileDialog | None:
        """The dialog while it is open."""
        return self._asking

    def read(self, path: str) -> None:
        """Read a file; Trouble reaches the window by the job."""
        source = Path(path)

        def work(_progress: Progress) -> Read:
            return read_checklist(_bytes_of(source), source.stem)

        job = Job(said("Reading {file}", file=source.name), work)
        job.done.connect(self.brought)
        self.working.emit(job)

    def _kind(self) -> str:
        return self.look.tr("Checklists (*.txt)")

    def _closed(self) -> None:
        self._asking = None


def _bytes_of(source: Path) -> bytes:
    """What a file holds, and no more of it than shows that it is too large."""
    try:
        with source.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Trouble(
            said("{file} cannot be read: {why}", file=source.name, why=why), said("Nothing was brought in.")
        ) from error
