"""One fact in the brief: read as a sentence with its source; F2 or a double click opens its fields right there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.company import Fact
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, square, text_width
from kamdesk.ui.parts.record_form import RecordForm

_STALE = 180  # days after which a fact is to be looked up again (method §2, F13)
SOURCE = 172  # px of the column at the right


class Source(QWidget):
    """Where something is known from and as of when, at the right end; with a clock when it is old."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._words, self._stale = "", False
        self.setFixedSize(look.theme.px(SOURCE), look.fonts.leading("body"))

    def show_source(self, source: str, day: date | None, today: date) -> None:
        """Show a source and its day."""
        told = tell_day(day, self.look.words, today) if day else ""
        self._words = self.look.tr("{source}, {day}", source=source, day=told) if source and told else source or told
        self._stale = bool(day and (today - day).days > _STALE)
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, elided at their end."""
        look, painter, px = self.look, QPainter(self), self.look.theme.px
        rect, font = QRectF(self.rect()), look.font("small")
        ink, sign = ("warn", px(20)) if self._stale else ("muted", 0)
        paint_text(painter, rect.adjusted(sign, 0, 0, 0), self._words, font, look.colour(ink), RIGHT)
        if self._stale:
            used = min(text_width(self._words, font), rect.width() - sign)
            middle = rect.center()
            middle.setX(rect.right() - used - px(11))
            look.icons.paint(painter, square(middle, px(14)), "clock-alert", "warn")
        painter.end()


class FactLine(QWidget):
    """Shows a fact; can be edited in place."""

    edited = Signal(object)  # Doing
    removing = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._fact: Fact | None = None
        self._shown: Shown | None = None
        self._form: RecordForm | None = None
        self._text = Paragraph(look, font=look.font())
        self._source = Source(look)
        self._read = QWidget()
        row = QHBoxLayout(self._read)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space("l"))
        row.addWidget(self._text, 1)
        row.addWidget(self._source, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._read)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(look.tr("F2 edits it"))

    def fact(self) -> Fact | None:
        """The fact it shows."""
        return self._fact

    def show_fact(self, fact: Fact, shown: Shown) -> None:
        """Show a fact; open fields keep what is half typed."""
        self._fact, self._shown = fact, shown
        self._text.setText(fact.text.strip() or self.look.tr("Nothing written yet"))
        self._source.show_source(fact.source, fact.day, shown.today)
        self.setAccessibleName(fact.text)
        if self._form is not None:
            self._form.show_record(fact, shown.client, shown.workspace, shown.today)

    def open(self) -> None:
        """Show the fields."""
        if self._form is not None or self._fact is None or self._shown is None:
            return
        self._form = RecordForm(self.look, Fact, (("", ("text", "source", "day", "topic")),))
        self._form.edited.connect(self.edited)
        self._editor = QWidget()
        column = QVBoxLayout(self._editor)
        gap = self.look.theme.space("s")
        column.setContentsMargins(0, gap, 0, gap)
        column.addWidget(self._form)
        row = QHBoxLayout()
        row.addStretch(1)
        removing = Button(self.look, self.look.tr("Remove"), "third", icon="trash-2", small=True)
        closing = Button(self.look, self.look.tr("Done"), "second", key="Esc", small=True)
        row.addWidget(removing)
        row.addWidget(closing)
        column.addLayout(row)
        self._read.hide()
        self._column.addWidget(self._editor)
        self._form.show_record(self._fact, self._shown.client, self._shown.workspace, self._shown.today)
        removing.clicked.connect(self._remove)
        closing.clicked.connect(self.close_form)
        self._form.start("text")

    def close_form(self) -> None:
        """Show the sentence again."""
        if self._form is None:
            return
        self.setFocus()  # what was typed is committed by losing the keyboard
        self._form = None
        self._column.removeWidget(self._editor)
        self._editor.hide()
        self._editor.deleteLater()
        self._read.show()

    def _remove(self) -> None:
        if self._fact is not None:
            self.removing.emit(self._fact.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 or Enter opens, Esc closes, Delete removes."""
        if event.key() == Qt.Key.Key_Escape and self._form is not None:
            self.close_form()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._form is None:
            self.open()
        elif event.key() == Qt.Key.Key_Delete and self._form is None:
            self._remove()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the fields."""
        self.open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of the keyboard, or under the mouse the dots that say it can be edited."""
        if self._form is not None:
            return
        painter = QPainter(self)
        area = QRectF(self._text.geometry())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.look, self.look.theme.radius("badge"))
        elif self.underMouse():
            pen = QPen(self.look.colour("muted"), 1)
            pen.setDashPattern([1, 3])
            painter.setPen(pen)
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()
