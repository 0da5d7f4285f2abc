"""A list as pages over the window: seen, exported, printed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kamdesk.exchange.filename import safe_stem
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.out import PaperOut
from kamdesk.ui.pages.paper.printing_note import PrintingNote
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.pdf_pages import PdfPages
from kamdesk.ui.parts.sheet import Sheet
from kamdesk.words import said

if TYPE_CHECKING:
    from kamdesk.document.binding import Written
    from kamdesk.document.record_list import Listed

_WIDTH, _HEIGHT = 860, 1400  # px; never higher than the window


@dataclass(frozen=True, slots=True)
class MadeList:
    """A list as it would lie on the disk."""

    listed: Listed
    data: bytes
    written: Written

    @property
    def name(self) -> str:
        """What the printer's list of jobs calls it."""
        return self.listed.title


class ListSheet(Sheet):
    """Ctrl+E exports, Ctrl+P prints, Esc closes; where the page has several lists, another can be chosen."""

    working = Signal(object)  # Job

    def __init__(self, look: Look, over: QWidget, lists: Sequence[Listed], on: date, rep: str) -> None:
        super().__init__(look, over, _WIDTH)
        tr, theme = look.tr, look.theme
        self._lists, self._on, self._rep = lists, on, rep
        self._listed = lists[0]
        self.which = Combo(look)
        self.which.setAccessibleName(tr("Which list?"))
        self.which.addItems([it.title for it in lists])
        self.which.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.made: MadeList | None = None
        self.setAccessibleName(tr("Print this list"))
        self.pages = PdfPages(look, self.card)
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pages.setMinimumHeight(theme.px(240))
        self._facts = Label(look, "", "small", "muted", elide=True)
        self.print = Button(look, tr("Print"), key="Ctrl+P")
        self.export = Button(look, tr("Export PDF"), "primary", key="Ctrl+E")
        self._close = IconButton(look, "x", tr("Close"))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(12), theme.px(16), theme.px(12))
        head.setSpacing(theme.space("m"))
        head.addWidget(Label(look, lists[0].title, "title") if len(lists) == 1 else self.which)
        head.addWidget(self._facts, 1)
        head.addWidget(self.print)
        head.addWidget(self.export)
        head.addWidget(self._close)
        self.column.addLayout(head)
        self.column.addWidget(self.pages, 1)
        for button in (self.print, self.export):
            button.setEnabled(False)
        self.out = PaperOut(look, self, covers=True)
        self.out.working.connect(self.working)
        self.out.file_chosen.connect(self._save)
        PrintingNote(look, self, self.out)
        self.print.clicked.connect(self._print)
        self.export.clicked.connect(self._ask_file)
        self._close.clicked.connect(self.close_sheet)
        self.which.activated.connect(self._choose)

    def make(self) -> None:
        """Make the pages beside the window."""
        listed, words, on, rep = self._listed, self.look.words, self._on, self._rep

        def work(_progress: Progress) -> MadeList:
            from kamdesk.document.record_list import write_list

            held = io.BytesIO()
            written = write_list(listed, held, words, on, rep)
            return MadeList(listed, held.getvalue(), written)

        job = Job(said("Making the pages"), work)
        job.done.connect(self._take)
        self.working.emit(job)

    def fit(self) -> None:
        """As high as the window lets it."""
        super().fit()
        px = self.look.theme.px
        height = min(px(_HEIGHT), self.height() - px(48))
        width = self.card.width()
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def take_focus(self) -> None:
        """The keyboard scrolls the pages."""
        self.pages.setFocus()

    def _choose(self, at: int) -> None:
        self._listed, self.made = self._lists[at], None
        for button in (self.print, self.export):
            button.setEnabled(False)
        self.make()

    def _take(self, made: MadeList) -> None:
        if made.listed is not self._listed:  # another was chosen meanwhile
            return
        self.made = made
        self.pages.show_pdf(made.data)
        for button in (self.print, self.export):
            button.setEnabled(True)
        count, rows = made.written.pages, sum(not row.group for row in self._listed.rows)
        pages = self.look.trn("{n} page", "{n} pages", count)
        self._facts.setText(self.look.trn("{n} entry, {pages}", "{n} entries, {pages}", rows, pages=pages))

    def _ask_file(self) -> None:
        name = f"{self._listed.about} {self._listed.title}".strip()
        self.out.ask_file(safe_stem(name) + ".pdf")

    def _save(self, path: str) -> None:
        if self.made is not None:
            self.out.save(self.made, path)

    def _print(self) -> None:
        if self.made is not None:
            self.out.ask_printer(self.made)

    def event(self, event: QEvent) -> bool:
        """The keys of the two buttons are no shortcuts of the window while the sheet lies over it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._button(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the two buttons."""
        if (button := self._button(event)) is not None:
            button.press()
        else:
            super().keyPressEvent(event)

    def _button(self, event: QKeyEvent) -> Button | None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return {Qt.Key.Key_E: self.export, Qt.Key.Key_P: self.print}.get(Qt.Key(event.key())) if control else None
