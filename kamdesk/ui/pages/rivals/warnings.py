"""What to see to before the sheet decides: one line at a time; a press goes to the cell and on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kamdesk.client.comparing import SheetWarning
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, square, text_width

KEY = "Ctrl+J"


class WarningLine(QAbstractButton):
    """Icon, sentence, how many more there are, and the key that goes to the next."""

    going = Signal(str, str)  # key of the need, key of the rival ("" for us)

    def __init__(self, look: Look, scope: QWidget) -> None:
        super().__init__()
        self.look = look
        self._warnings: Sequence[SheetWarning] = ()
        self._at = 0
        self._visited: SheetWarning | None = None
        self._cap = key_words(KEY)
        self.setFixedHeight(look.theme.px(26))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.go_on)
        shortcut = QShortcut(QKeySequence(KEY), scope)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.go_on)

    def show_warnings(self, warnings: Sequence[SheetWarning]) -> None:
        """Show these; the one that was shown stays where it is among them."""
        shown = self._warnings[self._at] if self._at < len(self._warnings) else None
        self._warnings = warnings
        self._at = warnings.index(shown) if shown in warnings else min(self._at, max(0, len(warnings) - 1))
        self.setVisible(bool(warnings))
        self._tell()

    def _tell(self) -> None:
        told = "; ".join(self.look.tell(warning.said) for warning in self._warnings[:12])
        self.setAccessibleName(told)
        self.setToolTip("\n".join(self.look.tell(warning.said) for warning in self._warnings[:24]))
        self.update()

    def go_on(self) -> None:
        """Go to the cell of this warning, or when it is that already to the next one's."""
        cells = [warning for warning in self._warnings if warning.factor]
        if not cells:
            return
        shown = self._warnings[self._at]
        if not shown.factor or shown == self._visited:
            following = [warning for warning in self._warnings[self._at + 1 :] if warning.factor]
            shown = (following or cells)[0]
        self._visited = shown
        self._at = list(self._warnings).index(shown)
        self._tell()
        self.going.emit(shown.factor, shown.rival)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        if not self._warnings:
            return
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect, small = QRectF(self.rect()), look.font("small")
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        inner = rect.adjusted(px(10), 0, -px(8), 0)
        look.icons.paint(
            painter, square(QPointF(inner.left() + px(7), inner.center().y()), px(14)), "triangle-alert", "warn"
        )
        inner.setLeft(inner.left() + px(22))
        cap = keycap_width(self._cap, look)
        keycap(painter, QRectF(inner.right() - cap, inner.top(), cap, inner.height()), self._cap, look)
        inner.setRight(inner.right() - cap - px(10))
        count = look.tr("{at} of {n}", at=self._at + 1, n=len(self._warnings)) if len(self._warnings) > 1 else ""
        room = inner.adjusted(0, 0, -text_width(count, small) - px(10), 0)
        used = paint_text(painter, room, look.tell(self._warnings[self._at].said), small, look.colour("warn"))
        paint_text(painter, inner.adjusted(used + px(10), 0, 0, 0), count, small, look.colour("muted"))
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()
