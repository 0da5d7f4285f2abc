"""The red bar over a page: what could not be saved, tried again or copied from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kamdesk.errors import Trouble
from kamdesk.ui.job import Job
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import left_square


class TroubleBar(QWidget):
    """Says a Trouble; hidden while there is none, and when what failed has been done after all."""

    retried = Signal()
    copied = Signal()
    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._failed: tuple[object, str] = (None, "")  # what the last job met, and what it was to do
        self._undone = ""  # what has failed and is told here
        self._words = Label(look, "", "body", "bad", wrap=True)
        self._retry = Button(look, look.tr("Try again"), small=True)
        self._copy = Button(look, look.tr("Copy text"), small=True)
        self._close = IconButton(look, "x", look.tr("Close"), small=True, colour="bad")
        theme = look.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(56), theme.space("s"), theme.size("gutter_right"), theme.space("s"))
        row.setSpacing(theme.space("s"))
        row.addWidget(self._words, 1)
        for button in (self._retry, self._copy, self._close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._retry.clicked.connect(self.retried)
        self._copy.clicked.connect(self.copied)
        self._close.clicked.connect(self._dismiss)
        self.hide()

    def watch(self, job: Job) -> None:
        """Hear what becomes of a job."""
        job.failed.connect(partial(self._fail, job.said.text))
        job.done.connect(partial(self._succeed, job.said.text))

    def _fail(self, said: str, trouble: object) -> None:
        self._failed = trouble, said

    def _succeed(self, said: str, _outcome: object) -> None:
        if said == self._undone:
            self._undone = ""
            self.hide()

    def show_trouble(self, trouble: Trouble, waiting: bool) -> None:
        """Say it; `waiting` offers to try again and to copy what was typed."""
        told = trouble.tell(self.look.words)
        self._undone = self._failed[1] if self._failed[0] is trouble and not waiting else ""
        self._words.setText(told)
        self.setAccessibleName(told)
        self._retry.setVisible(waiting)
        self._copy.setVisible(waiting)
        self.show()

    def take_away(self, page: Page | None) -> None:
        """Nothing is wrong any more; after Try again the work goes on where it was on the page."""
        if page is not None and self.isAncestorOf(QApplication.focusWidget() or page):
            page.keyboard_place().setFocus()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft red ground, its line and the sign."""
        look = self.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("bad_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("bad"))
        sign = left_square(QRectF(self.rect()), look.size("icon"), look.size("gutter_left"))
        look.icons.paint(painter, sign, "circle-alert", "bad")
        painter.end()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
