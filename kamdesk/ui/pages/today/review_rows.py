"""The questions of the weekly review, each with the key that answers it, and the promises one of them is about."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import chip, chip_width, keycap, tick_box
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, square, text_width

_HIGH = 44  # px
_INKS = {"done": "ok", "later": "warn", "now": "accent", "todo": "edge"}


class _Answered(QAbstractButton):
    """A button that leaves Enter to the page: it goes on to the next client wherever the keyboard stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Question(_Answered):
    """A key, the question and its answer as a chip; pressed, the answer turns."""

    def __init__(self, look: Look, key: str, words: str) -> None:
        super().__init__()
        self.look = look
        self._key = key
        self._answer = ("", "neutral", "")  # words, tone, icon
        self.setText(words)
        self.setFixedHeight(look.theme.px(_HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)

    def show_answer(self, words: str, tone: str = "neutral", icon: str = "circle") -> None:
        """Show this answer."""
        self._answer = (words, tone, icon)
        self.setAccessibleName(f"{self.text()} {words}")
        self.update()

    @property
    def answer(self) -> str:
        """The words of the answer."""
        return self._answer[0]

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(360, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint key, question and answer."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        keycap(painter, rect.adjusted(px(8), 0, 0, 0), self._key, look)
        words, tone, icon = self._answer
        wide = chip_width(words, look, icon)
        room = rect.adjusted(px(42), 0, -wide - px(24), 0)
        paint_text(painter, room, self.text(), look.fonts.bold("section"), look.colour("text"))
        box = QRectF(rect.right() - wide - px(8), rect.top(), wide, rect.height())
        chip(painter, box, words, look, tone, icon)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()


class Steps(QAbstractButton):
    """How far the review is, as one square for each client: done, left for later, now, still to come."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._states: tuple[str, ...] = ()
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(look.theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_states(self, states: tuple[str, ...]) -> None:
        """Show these."""
        self._states = states
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares; very many become a bar."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        count = max(1, len(self._states))
        apart = px(4) if count <= 40 else 0
        wide = min(px(22), (self.width() - apart * (count - 1)) / count)
        for at, state in enumerate(self._states):
            box = QRectF(at * (wide + apart), px(3), wide, px(6))
            ink = look.colour(_INKS[state])
            if wide > px(6):
                rounded(painter, box, px(3), ink)
            else:
                painter.fillRect(box, ink)
        painter.end()


class KeptRow(_Answered):
    """One promise of the client with its box."""

    def __init__(self, look: Look, key: str, words: str, side: str, day: str, *, late: bool) -> None:
        super().__init__()
        self.look = look
        self.key = key
        self._side, self._late, self._ink = side, day, "bad" if late else "text2"
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(" ".join(filter(None, (words, day))))
        self.setFixedHeight(look.theme.px(32))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, direction, words and how late it is."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        middle = rect.center().y()
        tick_box(painter, square(QPointF(px(52), middle), px(18)), self.isChecked(), look)
        look.icons.paint(painter, square(QPointF(px(78), middle), px(14)), self._side, "muted")
        font = look.font("small", 500)
        wide = text_width(self._late, font) + px(8)
        ink = "muted" if self.isChecked() else "text"
        room = rect.adjusted(px(94), 0, -wide - px(16), 0)
        paint_text(painter, room, self.text(), look.font(), look.colour(ink))
        end = rect.adjusted(0, 0, -px(8), 0)
        paint_text(painter, end, self._late, font, look.colour(self._ink if not self.isChecked() else "muted"), RIGHT)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()
