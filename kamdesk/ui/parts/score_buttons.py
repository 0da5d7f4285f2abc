"""Six square buttons for a level, ? and 1 to 5: what counts, what is unproven, what it was, what is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import CENTRE, paint_focus, paint_text, rounded, square

UNKNOWN = 0  # the place of "?" before 1 to 5
PLACES = (UNKNOWN, 1, 2, 3, 4, 5)
_BELOW = 8  # px under a button for the tick of last time


class ScoreButtons(QWidget):
    """The buttons of one row; the row itself has the keyboard, and `point_at` moves its ring."""

    picked = Signal(int)  # 1-5, UNKNOWN for "?"
    aimed = Signal(int)  # the right mouse button: 1-5 is wanted, UNKNOWN for nothing
    pointed = Signal(int)  # the mouse is over a level, or -1: over none

    def __init__(self, look: Look, spoken: str) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(spoken)
        self._buttons = {place: _Level(look, place) for place in PLACES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons.values():
            row.addWidget(button)
            button.clicked.connect(self._clicked)
            button.entered.connect(self.pointed)
            button.aimed.connect(self.aimed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_levels(
        self, entered: int | None, counted: int | None, last: int | None, target: int | None = None, *, muted: bool
    ) -> None:
        """Show the level entered, the one that counts, the ones of last time and wanted; `muted`: none of it counts."""
        for place, button in self._buttons.items():
            button.target_here = place == target
            button.entered_here = place == (entered or UNKNOWN)
            button.counted_here = place == counted
            button.last_here = place == last
            button.muted = muted
            button.setChecked(button.entered_here)
            button.update()

    def show_texts(self, texts: Sequence[str]) -> None:
        """Say what each place stands for, "?" first: the tooltips, and what a screen reader says."""
        for button, text in zip(self._buttons.values(), texts, strict=True):
            button.setToolTip(text)
            button.setAccessibleName(f"{self.accessibleName()}, {button.text()}: {text}")

    def show_aiming(self, aiming: bool) -> None:
        """Let a ring follow the mouse while the next level that is chosen is the one wanted."""
        for button in self._buttons.values():
            button.aiming = aiming
            button.update()

    def point_at(self, place: int) -> None:
        """Draw the ring of the keyboard round a place, -1 for none."""
        for held, button in self._buttons.items():
            button.pointed_here = held == place
            button.update()

    def set_open(self, is_open: bool) -> None:
        """Let the buttons be pressed, or only shown."""
        for button in self._buttons.values():
            button.setEnabled(is_open)

    def button(self, place: int) -> QAbstractButton:
        """The button of a place."""
        return self._buttons[place]

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse points at nothing any more."""
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Level):
            self.picked.emit(button.place)


class _Level(QAbstractButton):
    """One place."""

    entered = Signal(int)
    aimed = Signal(int)

    def __init__(self, look: Look, place: int) -> None:
        super().__init__()
        self.look, self.place = look, place
        self.entered_here = self.counted_here = self.last_here = self.pointed_here = self.muted = False
        self.target_here = self.aiming = False
        self._pad = look.size("score_gap") // 2
        self.setText("?" if place == UNKNOWN else str(place))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        side = look.size("score") + 2 * self._pad
        self.setFixedSize(QSize(side, side + look.theme.px(_BELOW)))

    def nextCheckState(self) -> None:
        """What is chosen is shown when it is stored, not when it is clicked."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell what the mouse is over."""
        super().enterEvent(event)
        self.entered.emit(self.place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button says what is wanted."""
        if event.button() == Qt.MouseButton.RightButton:
            self.aimed.emit(self.place)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, the tick of last time, the ring of what is wanted and that of the keyboard."""
        look = self.look
        painter = QPainter(self)
        side = look.size("score")
        box = QRectF(self._pad, self._pad, side, side)
        fill, pen, ink = self._style()
        rounded(painter, box, look.theme.radius("control"), look.colour(fill), pen)
        strong = self.entered_here or self.counted_here
        font = look.font("section", 600) if strong else look.fonts.sized(10.5, 400)
        paint_text(painter, box, self.text(), font, look.colour(ink), CENTRE)
        if self.last_here:
            self._paint_tick(painter, box)
        if self.target_here or (self.aiming and self.underMouse() and self.place != UNKNOWN):
            self._paint_target(painter, box)
        if self.pointed_here:
            whole = square(box.center(), side + 2 * self._pad)
            paint_focus(painter, whole, look, look.theme.radius("control") + self._pad)
        painter.end()

    def _style(self) -> tuple[str, QPen, str]:
        """Fill, edge and ink."""
        look = self.look
        if self.place == UNKNOWN:
            pen = QPen(look.colour("field"), 1.5 if self.entered_here else 1)
            pen.setDashPattern([3.0, 2.4])
            return ("neutral_soft" if self.entered_here else self._ground()), pen, "text2"
        if self.counted_here:
            filled = "field" if self.muted else "accent"
            return filled, QPen(look.colour(filled), 1), "canvas" if self.muted else "on_accent"
        if self.entered_here:
            pen = QPen(look.colour("warn"), 2)
            pen.setDashPattern([2.4, 1.8])
            return "canvas", pen, "warn"
        return (
            self._ground(),
            QPen(look.colour("edge" if self.muted else "field"), 1),
            "muted" if self.muted else "text",
        )

    def _ground(self) -> str:
        return "hover" if self.underMouse() and self.isEnabled() else "canvas"

    def _paint_target(self, painter: QPainter, box: QRectF) -> None:
        """A ring of 10 px over the upper right corner."""
        look, px = self.look, self.look.theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("target"), 1.5))
        painter.setBrush(look.colour("canvas"))
        painter.drawEllipse(square(QPointF(box.right() - px(2), box.top() + px(2)), px(9.0)))
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        px = self.look.theme.px
        pen = QPen(self.look.colour("before"), 2)
        pen.setDashPattern([2.5, 1.2])
        painter.setPen(pen)
        middle = QPointF(box.center().x(), box.bottom() + px(6))
        painter.drawLine(middle - QPointF(px(6), 0), middle + QPointF(px(6), 0))
