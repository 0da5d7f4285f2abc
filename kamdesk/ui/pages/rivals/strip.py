"""The line above the sheet that tells the current cell in full, however narrow its column is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, WANTS, WEIGHT, SheetRow
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.pages.rivals.sheet_keys import EVIDENCE
from kamdesk.ui.pages.rivals.told import evidence_words, listed, words_of
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.buttons import key_words, with_key
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, square, text_width

_WHERE = 0.36  # of the line, at most, for the names of need and column


class CellStrip(QAbstractButton):
    """Where, what, and where that comes from; a press opens the evidence of the cell."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._where = self._what = self._whence = ""
        self._old = False
        self._cap = key_words(EVIDENCE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.theme.px(30))
        self.clicked.connect(self.asked)

    def show_cell(self, item: SheetRow | None, column: str, rows: SheetModel) -> None:
        """Tell this cell."""
        look, tr = self.look, self.look.tr
        self._where = self._what = self._whence = ""
        self._old = False
        if item is not None and column:
            self._where = tr("{need} · {who}", need=item.factor.name, who=rows.heading(column))
            self._what, self._whence = self._told(item, column, rows)
        self._where, self._what, self._whence = (
            " ".join(text.split()) for text in (self._where, self._what, self._whence)
        )
        self.setVisible(bool(self._where))
        self.setAccessibleName(listed(look, filter(None, (self._where, self._what, self._whence))))
        self.setToolTip(with_key(tr("Source, day, confidence"), EVIDENCE))
        self.update()

    def _told(self, item: SheetRow, column: str, rows: SheetModel) -> tuple[str, str]:
        look, tr = self.look, self.look.tr
        if column == NEED:
            names = listed(look, (contact.name for contact in item.carers))
            return (tr("matters to {names}", names=names) if names else tr("nobody named yet who cares")), ""
        if column == WEIGHT and item.row.share is not None and item.row.importance:
            share = tr(
                "{share} % of all, {importance}",
                share=round(item.row.share),
                importance=look.tr(item.row.importance.label),
            )
            return words_of(item, column, look, rows.today), share
        if column == TACTIC:
            return words_of(item, column, look, rows.today), " · ".join(look.tell(chip) for chip in item.row.reason)
        if column in (WEIGHT, WANTS):
            return words_of(item, column, look, rows.today), ""
        cell = item.cells[column]
        if not cell.known:
            return tr("unknown"), ""
        self._old = cell.old
        score = tr("score {score}", score=cell.score) if cell.score is not None else tr("score unknown")
        what = tr("{value} ({score})", value=cell.value, score=score) if cell.value else score
        return what, " · ".join(evidence_words(cell, look, rows.today))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where, what and whence in one line, and the key that opens more."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, look.theme.radius("control"), look.colour("hover" if self.underMouse() else "tile"))
        inner = rect.adjusted(px(10), 0, -px(8), 0)
        cap = keycap_width(self._cap, look)
        keycap(painter, QRectF(inner.right() - cap, inner.top(), cap, inner.height()), self._cap, look)
        inner.setRight(inner.right() - cap - px(10))
        small = look.font("small")
        where = inner.adjusted(0, 0, -inner.width() * (1 - _WHERE), 0)
        inner.setLeft(inner.left() + paint_text(painter, where, self._where, small, look.colour("muted")) + px(12))
        strong = look.font("small", 500)
        whence = min(text_width(self._whence, small), inner.width() * 0.5) + (px(12) if self._whence else 0)
        room = inner.adjusted(0, 0, -whence, 0)
        inner.setLeft(inner.left() + paint_text(painter, room, self._what, strong, look.colour("text")) + px(12))
        if self._old:
            place = square(QPointF(inner.left() + px(6), inner.center().y()), px(12))
            look.icons.paint(painter, place, "clock-alert", "warn")
            inner.setLeft(inner.left() + px(16))
        paint_text(painter, inner, self._whence, small, look.colour("warn" if self._old else "text2"))
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()
