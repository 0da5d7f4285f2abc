"""The pages of a PDF file as it would lie on the disk: scrolled, zoomed, and replaced without losing the place."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from kamdesk.ui.look import Look

STEP = 1.2  # of one turn of the wheel


class PdfPages(QPdfView):
    """White pages on the desk; Ctrl and the wheel zoom. Replacing the file keeps the place."""

    zoomed = Signal(float)

    def __init__(self, look: Look, holder: QWidget, beside: int = 48) -> None:
        """`beside` is the room at either side of a page, in px at 100 %.

        The holder keeps the documents too: made after the pages they go after them, with their drawing thread.
        """
        super().__init__(holder)
        px = look.theme.px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocumentMargins(QMargins(px(beside), px(4), px(beside), px(24)))
        self.setPageSpacing(px(16))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        palette = self.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, look.colour("desk"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._replaced: QPdfDocument | None = None
        self._holder = holder
        self.shown = QPdfDocument(self._holder)
        self.setDocument(self.shown)

    def show_pdf(self, data: bytes) -> None:
        """Show this file; scroll place and zoom stay as they were.

        QPdfView draws on a thread of its own and crashes when the document it draws is closed meanwhile, so the old
        one is kept until the next replacement.
        """
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        places = [bar.value() for bar in bars]
        if self._replaced is not None:
            self._replaced.deleteLater()
        self._replaced, self.shown = self.shown, QPdfDocument(self._holder)
        buffer = QBuffer(self.shown)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.shown.load(buffer)
        self.setDocument(self.shown)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def scale_of(self, page: int) -> float:
        """How many px a point of paper takes on a page, counted from 0."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom:
            return self.zoomFactor() * self.logicalDpiX() / 72
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        return room / max(1.0, self.shown.pagePointSize(page).width())

    def show_place(self, page: int, y: float) -> None:
        """Scroll so that a place `y` points below the top of a page is in the upper part of the view.

        Qt's own jump knows pages only.
        """
        before = sum(
            round(self.shown.pagePointSize(at).height() * self.scale_of(at)) + self.pageSpacing() for at in range(page)
        )
        place = self.documentMargins().top() + before + round(y * self.scale_of(page))
        self.verticalScrollBar().setValue(place - self.viewport().height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the same place of the document, though its pages change their size."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        super().resizeEvent(event)
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            bar.setValue(round(share * bar.maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)
