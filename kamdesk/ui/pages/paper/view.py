"""The pages of the real file on the screen: scrolled, zoomed, and replaced without losing the place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.search_bar import SearchBar
from kamdesk.ui.pages.paper.thumbnails import Thumbnails
from kamdesk.ui.parts.buttons import Button, IconButton, with_key
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.pdf_pages import PdfPages

_LEAST, _MOST, _STEP = 0.4, 4.0, 1.2


class PaperView(QWidget):
    """A toolbar over the pages; `moved` carries the number of the page that is seen, from 1."""

    moved = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self.pages = PdfPages(look, self)
        self.pages.setAccessibleName(tr("Pages of the plan"))
        self._before = IconButton(look, "chevron-up", tr("Page before"), small=True)
        self._after = IconButton(look, "chevron-down", tr("Next page"), small=True)
        self._where = Label(look, "", "small", "text2")
        self._out = IconButton(look, "minus", with_key(tr("Smaller"), "−"), small=True)
        self._in = IconButton(look, "plus", with_key(tr("Larger"), "+"), small=True)
        self.fit = Button(look, tr("Page width"), "third", small=True)
        self.small = IconButton(look, "layers", with_key(tr("Pages in small"), "T"), small=True)
        self.small.setCheckable(True)
        self.seek = IconButton(look, "search", with_key(tr("Search in the pages"), "Ctrl+F"), small=True)
        self.search = SearchBar(look, self.pages)
        self.thumbs = Thumbnails(look)
        self.thumbs.hide()
        self.export = Button(look, tr("Export PDF"), "primary", key="Ctrl+E", small=True)
        self._of = ""  # what is shown: of whom, and which document
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px = self.look.theme.px
        bar = QFrame()
        bar.setAutoFillBackground(True)
        palette = bar.palette()
        palette.setColor(QPalette.ColorRole.Window, self.look.colour("desk"))
        bar.setPalette(palette)
        bar.setFixedHeight(px(40))
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(4))
        for part in (self.small, self._before, self._after, self._where):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.seek)
        row.addSpacing(px(8))
        for button in (self._out, self.fit, self._in):
            row.addWidget(button)
        row.addSpacing(px(8))
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.thumbs)
        beside.addWidget(self.pages, 1)
        column.addLayout(beside, 1)

    def _connect(self) -> None:
        self.pages.pageNavigator().currentPageChanged.connect(self._tell)
        self.pages.zoomed.connect(self.zoom)
        self._before.clicked.connect(self.page_before)
        self._after.clicked.connect(self.next_page)
        self._out.clicked.connect(self.zoom_out)
        self._in.clicked.connect(self.zoom_in)
        self.fit.clicked.connect(self.fit_width)
        self.small.clicked.connect(self._show_small)
        self.seek.clicked.connect(self.start_search)
        self.search.closed.connect(self._end_search)
        self.thumbs.wanted.connect(self.go_to)

    def show_pdf(self, data: bytes, of: str = "") -> None:
        """Show this file; scroll place and zoom stay as they were, but another document begins at its top."""
        self.pages.show_pdf(data)
        if of != self._of:
            self._of = of
            self.go_to(1)
            self.pages.verticalScrollBar().setValue(0)  # Qt does not jump to the page it is on
        self.search.show_document(self.document)
        self.thumbs.show_document(self.document)
        self._tell(self.page - 1)

    def start_search(self) -> None:
        """Ask what to look for; the buttons that zoom make room."""
        self._show_tools(False)
        self.search.start()

    def _end_search(self) -> None:
        self._show_tools(True)
        self.pages.setFocus()

    def _show_tools(self, shown: bool) -> None:
        for tool in (self.seek, self._out, self.fit, self._in):
            tool.setVisible(shown)

    def turn_small(self) -> None:
        """Show the pages in small, or no more."""
        self.small.click()

    def _show_small(self, shown: bool) -> None:
        self.thumbs.setVisible(shown)
        self.thumbs.show_page(self.page)

    @property
    def document(self) -> QPdfDocument:
        """What is shown."""
        return self.pages.shown

    @property
    def page(self) -> int:
        """The number of the page that is seen, from 1."""
        return self.pages.pageNavigator().currentPage() + 1

    def go_to(self, page: int) -> None:
        """Scroll to a page."""
        if 1 <= page <= self.document.pageCount():
            self.pages.pageNavigator().jump(page - 1, QPointF())
            self._tell(page - 1)

    def go_to_first(self) -> None:
        """Scroll to the first page."""
        self.go_to(1)

    def page_before(self) -> None:
        """Scroll one page up."""
        self.go_to(self.page - 1)

    def next_page(self) -> None:
        """Scroll one page down."""
        self.go_to(self.page + 1)

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.zoom(1 / _STEP)

    def fit_width(self) -> None:
        """Show the pages as wide as there is room."""
        shares = self._shares()
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._stay(shares)
        self.fit.show_words(self.look.tr("Page width"))

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller by a factor."""
        now = self._factor() * factor
        shares = self._shares()
        self.pages.setZoomMode(QPdfView.ZoomMode.Custom)
        self.pages.setZoomFactor(max(_LEAST, min(_MOST, now)))
        self.fit.show_words(f"{self.pages.zoomFactor():.0%}")
        self._stay(shares)

    def _factor(self) -> float:
        """How large the pages are now, 1.0 being a point for a point of paper on the screen."""
        if self.pages.zoomMode() is QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.pages.zoomFactor()
        margins = self.pages.documentMargins()
        room = self.pages.viewport().width() - margins.left() - margins.right()
        natural = self.document.pagePointSize(0).width() * self.pages.logicalDpiX() / 72
        return room / natural

    def _shares(self) -> tuple[float, float]:
        """How far down and how far across the view stands; a page that was seen whole grows around its middle."""
        down, across = self.pages.verticalScrollBar(), self.pages.horizontalScrollBar()
        return (
            down.value() / down.maximum() if down.maximum() else 0.0,
            across.value() / across.maximum() if across.maximum() else 0.5,
        )

    def _stay(self, shares: tuple[float, float]) -> None:
        """Stay at the same place of the document, though its pages have changed their size."""
        for bar, share in zip((self.pages.verticalScrollBar(), self.pages.horizontalScrollBar()), shares, strict=True):
            bar.setValue(round(share * bar.maximum()))

    def _tell(self, page: int) -> None:
        count = self.document.pageCount()
        self._where.setText(self.look.tr("Page {n} of {m}", n=page + 1, m=count) if count else "")
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < count)
        self.thumbs.show_page(page + 1)
        self.moved.emit(page + 1)
