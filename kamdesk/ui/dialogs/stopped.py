"""The data cannot be opened: why, what to do, and to try again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.errors import Trouble
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label, Paragraph

_WIDTH = 560


class Stopped(QWidget):
    """Fills the window until the data can be opened."""

    retried = Signal()

    def __init__(self, look: Look, trouble: Trouble, folder: Path) -> None:
        super().__init__()
        self._told, self._folder = trouble.tell(look.words), folder
        tr, theme = look.tr, look.theme
        retry = Button(look, tr("Try again"), "primary")
        copy = Button(look, tr("Copy text"), "second", icon="copy")
        show = Button(look, tr("Open folder"), "third", icon="folder-open")
        column = QVBoxLayout()
        column.setSpacing(theme.space("l"))
        column.addStretch(2)
        column.addWidget(Label(look, tr("The data cannot be opened"), "page"))
        column.addWidget(Paragraph(look, trouble.what.tell(look.words)))
        if trouble.advice is not None:
            column.addWidget(Paragraph(look, trouble.advice.tell(look.words), "body", "text2"))
        row = QHBoxLayout()
        row.setSpacing(theme.space("s"))
        for button in (retry, copy, show):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        held = QWidget()
        held.setFixedWidth(theme.px(_WIDTH))
        held.setLayout(column)
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        middle.addWidget(held)
        middle.addStretch(1)
        self.setAccessibleName(self._told)
        self.setFocusProxy(retry)
        retry.clicked.connect(self.retried)
        copy.clicked.connect(self._copy)
        show.clicked.connect(self._show_folder)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._told)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
