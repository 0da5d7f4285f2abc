"""The pages in small beside the large ones: drawn one by one while nothing else is to be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPen, QShowEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import CENTRE, paint_text
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

WIDTH = 128
_PAPER, _LINE = 92, 22  # px: a page's width, the number below it


class Thumbnails(RowList):
    """Enter or a click scrolls to a page."""

    prints = False  # what a document is made of is no list of records
    wanted = Signal(int)  # a page, from 1

    def __init__(self, look: Look) -> None:
        self._paints = _PageDelegate(look)
        super().__init__(self._paints, look.tr("Pages in small"), key=str)
        self.look = look
        self._document: QPdfDocument | None = None
        self.setFixedWidth(look.theme.px(WIDTH))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        palette = self.palette()
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, look.colour("desk"))
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(True)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._draw_next)
        self.opened.connect(self._want)
        self.clicked.connect(self._want_current)

    def show_document(self, document: QPdfDocument) -> None:
        """Show the pages of a file; what is drawn of an older one stays until it is drawn anew."""
        self._document = document
        count = document.pageCount()
        self._paints.sizes = [(size.width(), size.height()) for size in map(document.pagePointSize, range(count))]
        self._paints.stale = set(range(count))
        self.show_rows(range(1, count + 1))
        self.scheduleDelayedItemsLayout()
        if self.isVisible():
            self._idle.start()

    def show_page(self, page: int) -> None:
        """Mark the page that is seen."""
        self.choose(str(page))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn while nobody saw it."""
        super().showEvent(event)
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        super().hideEvent(event)
        self._idle.stop()

    def _draw_next(self) -> None:
        """Draw one page: those in sight first."""
        if not self._paints.stale or self._document is None:
            self._idle.stop()
            return
        top = self.indexAt(self.viewport().rect().topLeft()).row()
        page = min(self._paints.stale, key=lambda page: (page < top, page))
        self._paints.stale.discard(page)
        if page < self._document.pageCount():
            self._paints.drawn[page] = self._draw(page)
            self.viewport().update()

    def _draw(self, page: int) -> QImage:
        assert self._document is not None
        ratio = self.devicePixelRatioF()
        size = self._paints.paper(page) * ratio
        options = QPdfDocumentRenderOptions()
        found = self._document.render(page, size.toSize(), options)
        image = QImage(found.size(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.drawImage(0, 0, found)
        painter.end()
        return image

    def _want(self, key: str) -> None:
        self.wanted.emit(int(key))

    def _want_current(self, _index: object) -> None:
        self._want(self.current_key())


class _PageDelegate(RowDelegate):
    """A page with its number below."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.sizes: list[tuple[float, float]] = []
        self.drawn: dict[int, QImage] = {}
        self.stale: set[int] = set()

    def paper(self, page: int) -> QSizeF:
        """A page's size in px; one that lies across is as wide and less high."""
        wide, tall = self.sizes[page] if page < len(self.sizes) else (210.0, 297.0)
        width = self.look.theme.px(_PAPER)
        return QSizeF(width, width * tall / wide)

    def row_height(self, item: int) -> int:
        """The page and its number."""
        return round(self.paper(item - 1).height()) + self.look.theme.px(_LINE + 10)

    def draw(self, painter: QPainter, rect: QRectF, item: int, *, selected: bool) -> None:
        """Paint a page."""
        look, px, size = self.look, self.look.theme.px, self.paper(item - 1)
        box = QRectF(rect.center().x() - size.width() / 2, rect.top() + px(8), size.width(), size.height())
        painter.fillRect(box, Qt.GlobalColor.white)
        image = self.drawn.get(item - 1)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image)
        painter.setPen(QPen(look.colour("accent" if selected else "edge"), 2 if selected else 1))
        painter.drawRect(box)
        below = QRectF(rect.left(), box.bottom(), rect.width(), px(_LINE))
        paint_text(painter, below, str(item), look.font("small"), look.colour("text" if selected else "muted"), CENTRE)
