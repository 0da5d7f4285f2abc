"""One person on the heat map: a chip with name, score and how we stand against the rival; it can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication

from kamdesk.client.account import LeadWord, Person
from kamdesk.client.person_tactic import person_tactic
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.heat_cells import attitude_words, influence_words
from kamdesk.ui.parts.marks import mark
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, square, text_width

MARKS = {
    LeadWord.AHEAD: ("triangle", "ok"),
    LeadWord.LEVEL: ("circle", "muted"),
    LeadWord.BEHIND: ("triangle-down", "bad"),
    None: ("dashed-ring", "muted"),
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
HEIGHT = 28  # px
_WIDEST = 190


class HeatChip(QAbstractButton):
    """Arrows walk to the next person, with Shift they move this one; Esc lets go of what is dragged."""

    walked = Signal(int, int)  # to the right, up
    stepped = Signal(int, int)
    dragged = Signal(QPoint)  # where the middle of the chip is now, in the board
    dropped = Signal(QPoint)
    let_go = Signal()
    opened = Signal(str)
    focused = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.person: Person | None = None
        self.current = False
        self.dragging = False
        self._from: QPoint | None = None
        self.setFont(look.font("small", 500))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # one of all can be reached by Tab: the current one
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def key(self) -> str:
        """The person's key."""
        return self.person.contact.key if self.person else ""

    def show_person(self, person: Person) -> None:
        """Show this person."""
        self.person = person
        told = self._lines(person)
        self.setText(person.contact.name)
        self.setAccessibleName("; ".join(told))
        self.setToolTip("\n".join(told))
        self.setAccessibleDescription(self.look.tr("Shift and an arrow key rate anew"))
        self.update()

    def show_current(self, current: bool) -> None:
        """Mark the chosen person; Tab leads to it."""
        self.current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def wanted(self, most: int) -> QSize:
        """Room for name and score, at most so wide."""
        px = self.look.theme.px
        wide = round(text_width(self.text(), self.font()) + text_width(self._score(), self.font())) + px(44)
        return QSize(min(wide, px(_WIDEST), most), px(HEIGHT))

    def _score(self) -> str:
        if self.person is None or self.person.score is None:
            return "?"
        return tell_decimal(self.person.score, 1)

    def _lines(self, person: Person) -> list[str]:
        look, contact = self.look, person.contact
        attitude = attitude_words(person.attitude, look)
        if contact.attitude is None and person.attitude:
            attitude = look.tr("{attitude}, from the weigh-in", attitude=attitude)
        level = f"{contact.influence} " if contact.influence else ""
        lines = [
            ", ".join(part for part in (contact.name, contact.title_at_work) if part),
            look.tr("Influence: {level}", level=f"{level}{influence_words(contact.influence, look)}"),
            look.tr("Attitude: {attitude}", attitude=attitude),
            look.tr("Weigh-in: {score}", score=self._score()),
        ]
        if person.lead is not None:
            lines.append(look.tr("Against the rival: {lead}", lead=tell_gap(person.lead)))
        if tactic := person_tactic(person):
            lines.append(f"{look.tr(tactic.label)}: {look.tell(tactic.said)}")
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        look, px, painter, person = self.look, self.look.theme.px, QPainter(self), self.person
        if person is None:
            return
        rect = QRectF(self.rect())
        edge = QPen(look.colour("accent" if self.current else "field" if self.underMouse() else "edge"), 1)
        if person.contact.placeholder:
            edge.setDashPattern([3, 2.5])
        ground = "sel" if self.current else "hover" if self.underMouse() else "canvas"
        rounded(painter, rect, look.theme.radius("control"), look.colour(ground), edge)
        shape, ink = MARKS[person.lead_word]
        mark(painter, square(QPointF(px(14), rect.center().y()), px(9)), shape, look.colour(ink))
        inner = rect.adjusted(px(24), 0, -px(8), 0)
        self._paint_words(painter, inner)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        """The name, and the score where both have room."""
        look, px, score = self.look, self.look.theme.px, self._score()
        wide, font = text_width(score, self.font()), self.font()
        if text_width(self.text(), font) + wide + px(6) <= inner.width():
            paint_text(painter, inner, score, font, look.colour("muted" if score == "?" else "text2"), RIGHT)
            inner = inner.adjusted(0, 0, -wide - px(6), 0)
        vague = self.person is not None and self.person.contact.placeholder
        paint_text(painter, inner, self.text(), font, look.colour("text2" if vague else "text"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, rate, open, or let go."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.stepped.emit(*arrow)
        elif arrow:
            self.walked.emit(*arrow)
        elif event.key() == Qt.Key.Key_Escape and self.dragging:
            self._release()
            self.let_go.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who has the keyboard is chosen."""
        super().focusInEvent(event)
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin to drag."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse once it moved far enough."""
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        away = event.position().toPoint() - self._from
        if not self.dragging and away.manhattanLength() >= QApplication.startDragDistance():
            self.dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.raise_()
        if self.dragging:
            self.move(self.pos() + away)
            self.dragged.emit(self.geometry().center())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop."""
        was = self.dragging
        self._release()
        super().mouseReleaseEvent(event)
        if was:
            self.dropped.emit(self.geometry().center())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person."""
        self.opened.emit(self.key)

    def _release(self) -> None:
        self._from, self.dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
