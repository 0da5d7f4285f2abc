"""Printing through the system: the file's own pages, drawn in strips so that the window stays alive."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

_DOTS = 600  # per inch at most; what is finer is not seen
_STRIP = 2_000_000  # dots drawn at once


class Printing(QObject):
    """Prints a file from its bytes, so that a newer plan does not change what is on its way to the paper."""

    progressed = Signal(int, int)  # pages done, pages in all
    ended = Signal(str, int)  # "finished", "stopped" or "failed", and the pages done

    def __init__(self, data: bytes, name: str, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._painter = QPainter()
        self._printer.setDocName(name)
        self._pages = pages_to_print(printer, self._document.pageCount())
        self._at = 0  # the page of the list
        self._row = 0  # dots from its top
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._draw_strip)

    @property
    def pages(self) -> int:
        """How many pages are printed."""
        return len(self._pages)

    def start(self) -> None:
        """Begin."""
        if not self._pages:
            self._end("failed")
            return
        self._printer.setFullPage(True)
        self._ask_paper()
        if self._painter.begin(self._printer):
            self._timer.start(0)
        else:
            self._end("failed")

    def stop(self) -> None:
        """Stop after the strip under way."""
        if self._timer.isActive():
            self._printer.abort()
            self._end("stopped")

    def _draw_strip(self) -> None:
        page = self._pages[self._at]
        full = self._full_size(page)
        height = min(max(1, _STRIP // full.width()), full.height() - self._row)
        strip = QRect(0, self._row, full.width(), height)
        image = render_strip(self._document, page, full, strip)
        scale = self._shrunk(full) * self._printer.resolution() / self._dots()
        size = QSize(round(strip.width() * scale), math.ceil(strip.height() * scale))
        self._painter.drawImage(QRect(QPoint(0, round(strip.top() * scale)), size), image)
        self._row += height
        if self._row >= full.height():
            self._turn()

    def _turn(self) -> None:
        """Go on to the next page, if there is one."""
        self._row, self._at = 0, self._at + 1
        self.progressed.emit(self._at, len(self._pages))
        if self._at == len(self._pages):
            self._end("finished")
            return
        self._ask_paper()
        if not self._printer.newPage():
            self._end("failed")

    def _end(self, outcome: str) -> None:
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()
        self._document.close()
        self.ended.emit(outcome, self._at)
        self.deleteLater()

    def _ask_paper(self) -> None:
        """Ask the printer for the paper of the page that comes; maps lie across, and may be larger."""
        size = self._document.pagePointSize(self._pages[self._at])
        wide = size.width() > size.height()
        self._printer.setPageSize(QPageSize(size.transposed() if wide else size, QPageSize.Unit.Point))
        across, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(across if wide else upright)

    def _shrunk(self, full: QSize) -> float:
        """How much smaller a page must be on the paper there is: 1 where the printer has what was asked for."""
        paper = self._printer.paperRect(QPrinter.Unit.Inch).size() * self._dots()
        return min(1.0, (paper.width() + 1) / full.width(), (paper.height() + 1) / full.height())

    def _dots(self) -> int:
        return min(_DOTS, self._printer.resolution())

    def _full_size(self, page: int) -> QSize:
        points = self._document.pagePointSize(page)
        return QSize(round(points.width() * self._dots() / 72), round(points.height() * self._dots() / 72))


def pages_to_print(printer: QPrinter, count: int) -> list[int]:
    """The pages that were asked for, from 0, in the order they go to the printer."""
    asked = printer.pageRanges()  # "2, 5-7"; its first and its last alone would print what lies between too
    pages = [page for page in range(count) if asked.isEmpty() or asked.contains(page + 1)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


def render_strip(document: QPdfDocument, page: int, full: QSize, strip: QRect) -> QImage:
    """A strip of a page that would be `full` dots large, on white."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(full)
    options.setScaledClipRect(strip)
    drawn = document.render(page, strip.size(), options)
    image = QImage(strip.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image
