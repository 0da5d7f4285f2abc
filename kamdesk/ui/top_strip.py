"""What lies over the top of every place: back and forward at the left, the palette's field at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from kamdesk.ui.actions import deed
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.buttons import IconButton, key_words, with_key
from kamdesk.ui.parts.painters import left_square, paint_focus, paint_text, rounded

ARROWS = 88  # px that the two arrows take from the left edge of the page
_SIDE = 16


class Arrows(QWidget):
    """Back and forward over the places visited."""

    back = Signal()
    forward = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._back = self._button(look, "back")
        self._forward = self._button(look, "forward")
        self.setFixedSize(look.theme.px(ARROWS), look.size("strip"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.px(_SIDE), 0, look.theme.px(8), 0)
        row.setSpacing(0)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        self._back.clicked.connect(self.back)
        self._forward.clicked.connect(self.forward)

    def show_way(self, back: bool, forward: bool) -> None:
        """Say which way there is somewhere to go."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    @staticmethod
    def _button(look: Look, name: str) -> IconButton:
        found = deed(name)
        return IconButton(look, found.icon, with_key(look.tr(found.label), found.keys[0]))


class PaletteField(QAbstractButton):
    """Looks like a field and opens the palette."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._key = key_words(deed("palette").keys[0])
        self.setText(look.tr("Search or command"))
        self.setAccessibleName(self.text())
        self.setFixedHeight(look.size("field"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def sizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(self.look.theme.px(200), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a field with a magnifier, words and the key."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill = look.colour("hover" if self.underMouse() else "canvas")
        rounded(painter, rect, look.theme.radius("control"), fill, QPen(look.colour("field"), 1))
        look.icons.paint(painter, left_square(rect, px(14), px(10)), "search", "muted")
        cap = keycap_width(self._key, look)
        end = rect.right() - px(7) - cap
        paint_text(
            painter,
            QRectF(px(33), 0, end - px(38), rect.height()),
            self.text(),
            look.font("body"),
            look.colour("muted"),
        )
        keycap(painter, QRectF(end, 0, cap, rect.height()), self._key, look)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()
