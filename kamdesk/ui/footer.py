"""The foot of a page: what its keys do, and a remark at the right end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.painters import RIGHT, paint_text, text_width


class Footer(QWidget):
    """One line of keycaps with words; what does not fit is left out, the page's cheat sheet has it all."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: list[tuple[str, str]] = []
        self._remark = ""
        self._held: QWidget | None = None
        self.setFixedHeight(look.size("footer"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_keys(self, keys: list[tuple[str, str]], remark: str = "") -> None:
        """Show these keycaps and words, and this remark."""
        self._keys, self._remark = keys, remark
        self.setAccessibleName("; ".join([*(f"{key}: {words}" for key, words in keys), *filter(None, [remark])]))
        self.update()

    def hold(self, widget: QWidget) -> None:
        """Put a widget of the page at the right end; the keys end before it."""
        self._held = widget
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, self._look.size("gutter_right"), 0)
        row.addStretch(1)
        row.addWidget(widget)

    def sizeHint(self) -> QSize:
        """As high as the theme has it."""
        return QSize(400, self._look.size("footer"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above, the keys from the left and the remark at the right."""
        look, painter = self._look, QPainter(self)
        small = look.font("small")
        painter.fillRect(self.rect(), look.colour("canvas"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        x: float = look.size("gutter_left")
        end: float = self.width() - look.size("gutter_right")
        if self._held and not self._held.isHidden():
            end = self._held.x() - look.theme.space("m")
        if self._remark:
            width = text_width(self._remark, small) + 1
            paint_text(
                painter,
                QRectF(end - width, 1, width, self.height() - 1),
                self._remark,
                small,
                look.colour("muted"),
                RIGHT,
            )
            end -= width + look.theme.space("xl")
        for key, words in self._keys:
            cap, told = keycap_width(key, look), text_width(words, small) + 1
            if x + cap + look.theme.space("s") + told > end:
                break
            keycap(painter, QRectF(x, 1, cap, self.height() - 1), key, look)
            x += cap + look.theme.space("s")
            paint_text(painter, QRectF(x, 1, told, self.height() - 1), words, small, look.colour("text2"))
            x += told + look.theme.space("xl")
        painter.end()
