"""The real sheet of a visit beside its preparation: made anew after every edit, turned over by its arrows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.making import Made, PaperMaker
from kamdesk.ui.pages.visit.order import order_of
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.pdf_pages import PdfPages

_PAUSE = 10  # ms after an edit: the sheet shall stand there within 250
_BESIDE = 16  # px at either side of the page


class SheetPreview(QWidget):
    """One page at a time as wide as there is room; scroll place and page stay when the sheet is made anew."""

    working = Signal(object)  # Job

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        tr = look.tr
        self.maker = PaperMaker(self, _PAUSE)
        self.pages = PdfPages(look, self, _BESIDE)
        self.pages.setAccessibleName(tr("Visit sheet"))
        self.pages.setPageMode(QPdfView.PageMode.SinglePage)
        self._facts = Label(look, "", "small", "text2", elide=True)
        self._before = IconButton(look, "chevron-left", with_key(tr("Page before"), ","), small=True)
        self._after = IconButton(look, "chevron-right", with_key(tr("Next page"), "."), small=True)
        self._where = Label(look, "", "small", "text2")
        self._foot = Label(look, "", "small", "text2", elide=True)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._arrange()
        self._before.clicked.connect(self.page_before)
        self._after.clicked.connect(self.next_page)
        self.pages.pageNavigator().currentPageChanged.connect(self._tell)
        self.maker.working.connect(self.working)
        self.maker.made.connect(self._take)
        self.maker.failed.connect(self._fail)

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.look.colour("desk"))
        self.setPalette(palette)
        bar = QHBoxLayout()
        bar.setContentsMargins(px(24), px(4), px(16), px(4))
        bar.setSpacing(px(2))
        bar.addWidget(self._facts, 1)
        for part in (self._before, self._where, self._after):
            bar.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot)

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Make the sheet anew if anything in it has changed."""
        language = self.look.words.language
        if self.maker.latest is not None and self.maker.latest.order.parts != (visit.key,):
            self.pages.pageNavigator().jump(0, QPointF())
        self.maker.ask(order_of(shown.client, shown.workspace, visit, shown.today, language))

    @property
    def page(self) -> int:
        """The page that is seen, from 1."""
        return self.pages.pageNavigator().currentPage() + 1

    def page_before(self) -> None:
        """Turn back."""
        self._go_to(self.page - 1)

    def next_page(self) -> None:
        """Turn over."""
        self._go_to(self.page + 1)

    def _go_to(self, page: int) -> None:
        if 1 <= page <= self.pages.shown.pageCount():
            self.pages.pageNavigator().jump(page - 1, QPointF())
            self._tell(page - 1)

    def _take(self, made: Made) -> None:
        page = self.page
        place = self.pages.verticalScrollBar().value()
        self.pages.show_pdf(made.data)
        if 1 < page <= made.written.pages:
            self.pages.pageNavigator().jump(page - 1, QPointF())
            self.pages.verticalScrollBar().setValue(place)
        self._facts.setText(self.look.trn("A4, {n} page, internal", "A4, {n} pages, internal", made.written.pages))
        self._foot.setText(self.look.tr("The strip below the tear line stays in the bag"))
        self._tell(self.page - 1)

    def _fail(self) -> None:
        self._facts.setText(self.look.tr("The sheet could not be made; what is shown is older."))

    def _tell(self, page: int) -> None:
        count = self.pages.shown.pageCount()
        self._where.setText(f"{page + 1} / {count}" if count else "")
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < count)
