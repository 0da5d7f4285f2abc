"""Searching in the pages: a field, how many places there are, and a way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.pdf_pages import PdfPages

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH = 168


class SearchBar(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before, Esc ends the search."""

    closed = Signal()

    def __init__(self, look: Look, pages: PdfPages) -> None:
        super().__init__()
        self.look, self._pages = look, pages
        tr = look.tr
        self.model = QPdfSearchModel(self)
        self._at = -1
        self.field = _Field(look, tr("Search in the pages"), tr("Search in the pages"))
        self.field.setMinimumWidth(look.theme.px(_WIDTH) // 2)
        self.field.setMaximumWidth(look.theme.px(_WIDTH))
        self.field.setFixedHeight(look.size("button_small"))
        self._count = Label(look, "", "small", "text2")
        self._before = IconButton(look, "chevron-up", with_key(tr("Place before"), "Shift+Enter"), small=True)
        self._after = IconButton(look, "chevron-down", with_key(tr("Next place found"), "Enter"), small=True)
        self._close = IconButton(look, "x", with_key(tr("End the search"), "Esc"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(4))
        for part in (self.field, self._count, self._before, self._after, self._close):
            row.addWidget(part)
        self._settled = QTimer(self, interval=60, singleShot=True)  # the search runs beside, page by page
        self._settled.timeout.connect(self._begin)
        self.field.textChanged.connect(self._search)
        self.field.entered.connect(self.go_on)
        self.field.back.connect(self.go_back)
        self.field.escaped.connect(self.end)
        self._before.clicked.connect(self.go_back)
        self._after.clicked.connect(self.go_on)
        self._close.clicked.connect(self.end)
        self.model.countChanged.connect(self._settled.start)
        self.hide()

    def start(self) -> None:
        """Show the field and put the keyboard into it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def end(self) -> None:
        """Forget what was sought."""
        self.field.clear()
        self.hide()
        self.closed.emit()

    def show_document(self, document: QPdfDocument) -> None:
        """Search in another file, for the same."""
        self.model.setDocument(document)
        self._pages.setSearchModel(self.model)

    def go_on(self) -> None:
        """Go to the next place, after the last to the first."""
        self._go(self._at + 1)

    def go_back(self) -> None:
        """Go to the place before."""
        self._go(self._at - 1)

    @property
    def found(self) -> int:
        """How many places there are."""
        return self.model.rowCount(self.model.index(-1, -1))

    def words(self) -> str:
        """What it says of them."""
        return self._count.text()

    def _search(self, text: str) -> None:
        self._at = -1
        self.model.setSearchString(text.strip())
        self._settled.start()

    def _begin(self) -> None:
        """Go to the first place at or after the page that is seen, once some are known."""
        if self._at < 0 and self.found:
            here = self._pages.pageNavigator().currentPage()
            first = next((at for at in range(self.found) if self.model.resultAtIndex(at).page() >= here), 0)
            self._go(first)
        self._tell()

    def _go(self, at: int) -> None:
        if not self.found:
            return
        self._at = at % self.found
        place = self.model.resultAtIndex(self._at)
        self._pages.setCurrentSearchResultIndex(self._at)
        self._pages.show_place(place.page(), place.location().y())
        self._tell()

    def _tell(self) -> None:
        tr, asked = self.look.tr, bool(self.field.text().strip())
        told = tr("{n} of {m}", n=self._at + 1, m=self.found) if self.found else tr("not found")
        self._count.setText(told if asked else "")
        for button in (self._before, self._after):
            button.setEnabled(self.found > 1)


class _Field(Line):
    """A line in which Shift+Enter goes back."""

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Shift+Enter apart from Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.back.emit()
        else:
            super().keyPressEvent(event)
