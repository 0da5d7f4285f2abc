"""The arithmetic of a number: a button that looks like the figure, and the card that shows how it came about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.sums import Sum
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton, key_words, with_key
from kamdesk.ui.parts.figures import Keycap
from kamdesk.ui.parts.labels import Label, Paragraph, Rule
from kamdesk.ui.parts.painters import LEFT, paint_focus, paint_text, rounded, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.sheet import Sheet
from kamdesk.ui.parts.sum_rows import SumDelegate, SumRow, SumTable, table_of, told

Arithmetic = Callable[[], Sum | None]
_OPENERS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_APART = 6  # px between the number and the card


def open_sum(anchor: QWidget, look: Look, arithmetic: Sum, leading: Callable[[str], object] | None = None) -> SumCard:
    """Show a sum beside a widget; `leading` hears the key of the record a line leads to."""
    card = SumCard(look, anchor, arithmetic)
    if leading is not None:
        card.leading.connect(leading)
    card.open()
    return card


class SumButton(QAbstractButton):
    """A figure that opens its arithmetic by F2, Enter, Space or a click; without arithmetic it is just a figure."""

    leading = Signal(str)  # the key of the record a line of the arithmetic leads to

    def __init__(
        self, look: Look, role: str = "body", *, strong: bool = True, label: str = "", align: Qt.AlignmentFlag = LEFT
    ) -> None:
        """`role` is the type's; `label` is what the number is, for a screen reader; `align` sets it in its room."""
        super().__init__()
        self.look, self._label, self._align = look, label, align
        self._colour = "text"
        self._arithmetic: Arithmetic | None = None
        self.setFont(look.fonts.bold(role) if strong else look.font(role))
        self._pad = look.theme.px(4)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Fixed if align == LEFT else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_sum)
        self.show_number("–")

    def show_number(self, text: str, arithmetic: Arithmetic | None = None, *, colour: str = "text") -> None:
        """Show a figure; `arithmetic` is asked for its sum when somebody wants to see it."""
        self._arithmetic, self._colour = arithmetic, colour
        self.setText(text)
        self.setAccessibleName(f"{self._label}: {text}" if self._label else text)
        opens = arithmetic is not None
        self.setAccessibleDescription(self.look.tr("Show the sum") if opens else "")
        self.setToolTip(with_key(self.look.tr("Show the sum"), "F2") if opens else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def open_sum(self) -> None:
        """Show how the number came about."""
        found = self._arithmetic() if self._arithmetic else None
        if found is not None:
            open_sum(self, self.look, found, self.leading.emit)

    def sizeHint(self) -> QSize:
        """The figure; its hover and its ring reach a little outside."""
        wide = text_width(self.text(), self.font()) + 2 * self._pad
        return QSize(round(wide) + 1, self.fontMetrics().height() + self.look.theme.px(2))

    def minimumSizeHint(self) -> QSize:
        """A number is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Enter open; arrows are left to the page."""
        if event.key() in _OPENERS:
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, under a hover a dotted line that says there is more."""
        look, painter = self.look, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self._arithmetic:
            rounded(painter, rect, look.theme.radius("badge"), look.colour("hover"))
        inner = rect.adjusted(self._pad, 0, -self._pad, 0)
        paint_text(painter, inner, self.text(), self.font(), look.colour(self._colour), self._align)
        if self.hasFocus():
            paint_focus(painter, rect, look, look.theme.radius("badge"))
        painter.end()


class SumCard(Sheet):
    """Title, the formula in words, the lines that go in, the result, remarks; Esc closes, Ctrl+C copies."""

    leading = Signal(str)  # the key of the record of a line

    def __init__(self, look: Look, anchor: QWidget, arithmetic: Sum) -> None:
        self.table = table_of(arithmetic, look.words)
        delegate = SumDelegate(look, self.table)
        width = min(max(delegate.wanted + look.theme.px(40), look.theme.px(440)), look.theme.px(760))
        super().__init__(look, anchor.window(), round(width / look.theme.scale))
        self._anchor: QWidget | None = anchor
        self.rows = _Lines(look, delegate, self.table)
        self._copied = Label(look, "", "small", "ok")
        self.setAccessibleName(self.table.title)
        self._arrange()
        self.rows.opened.connect(self._lead)
        self.rows.clicked.connect(self._press)
        anchor.destroyed.connect(self._let_go)
        self.closed.connect(self.deleteLater)

    def _arrange(self) -> None:
        look, theme, table = self.look, self.look.theme, self.table
        copy = IconButton(look, "copy", with_key(look.tr("Copy"), "Ctrl+C"), small=True)
        copy.clicked.connect(self.copy)
        head = QHBoxLayout()
        head.addWidget(Label(look, table.title, "section", wrap=True), 1)
        head.addWidget(self._copied)
        head.addWidget(copy)
        above = _words(theme.px(8), theme.px(4))
        above.addLayout(head)
        if table.formula:
            above.addWidget(Paragraph(look, table.formula, "small", "text2"))
        below = _words(theme.px(8), theme.px(4))
        if table.answer:
            answer = Label(look, table.answer, "aim")
            answer.setAlignment(Qt.AlignmentFlag.AlignRight)
            answer.setContentsMargins(0, 0, theme.px(12), theme.px(4))
            below.addWidget(answer)
        for note in table.notes:
            below.addWidget(Paragraph(look, note, "small", "muted"))
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(12), theme.px(14), theme.px(12), theme.px(12))
        inner.setSpacing(theme.px(4))
        inner.addLayout(above)
        inner.addSpacing(theme.px(6))
        inner.addWidget(_Line(look, self.rows, table.head, "muted", above=False))
        inner.addWidget(self.rows)
        inner.addWidget(_Line(look, self.rows, table.result, "text2", above=True))
        inner.addLayout(below)
        self.column.addLayout(inner)
        self.column.addWidget(Rule(look, colour="edge"))
        self.column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        look, theme = self.look, self.look.theme
        keys = [("↑ ↓", look.tr("line")), (key_words("Ctrl+C"), look.tr("copy")), ("Esc", look.tr("close"))]
        if any(row.leads for row in self.table.rows):
            keys.insert(1, ("Enter", look.tr("to the record")))
        foot = QWidget()
        foot.setFixedHeight(look.size("footer"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.space("s"))
        for key, words in keys:
            row.addWidget(Keycap(look, key))
            row.addWidget(Label(look, words, "small", "text2"))
            row.addSpacing(theme.space("s"))
        row.addStretch(1)
        return foot

    def take_focus(self) -> None:
        """The lines have the keyboard; a sum without any leaves it to the card."""
        if self.table.rows:
            self.rows.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Stand below the number, above it where there is more room, always inside the window."""
        theme = self.look.theme
        width = min(self._width, self.width() - theme.px(32))
        self.rows.delegate.set_room(width - theme.px(42))
        whole = self.rows.limit(0)
        beside = self.column.totalHeightForWidth(width) - whole
        self.rows.limit(max(theme.px(90), self.height() - theme.px(68) - beside))
        super().fit()
        if self._anchor is None:
            return
        at = QRectF(QPoint(0, 0), self._anchor.size()).translated(self._anchor.mapTo(self._over, QPoint(0, 0)))
        edge, card = theme.px(12), self.card.geometry()
        top = at.bottom() + _APART
        if top + card.height() > self.height() - edge:
            top = at.top() - _APART - card.height()
        if top < edge:
            top = max(edge, self.height() - edge - card.height())
        left = min(max(edge, at.left() - theme.px(28)), self.width() - edge - card.width())
        self.card.move(round(left), round(top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, F2 closes what it opened, Esc closes."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_F2:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the sum on the clipboard, its table in columns."""
        QGuiApplication.clipboard().setText(told(self.table))
        self._copied.setText(self.look.tr("Copied"))

    def _press(self) -> None:
        self._lead(self.rows.current_key())

    def _lead(self, key: str) -> None:
        row = next((row for row in self.table.rows if row.key == key), None)
        if row is not None and row.leads:
            self.close_sheet()
            self.leading.emit(row.leads)

    def _let_go(self) -> None:
        """The number is gone, and with it the place for the keyboard to go back to."""
        self._anchor = self._before = None
        self.hide()
        self.deleteLater()


class _Lines(RowList):
    """The lines; copying and closing are the card's."""

    def __init__(self, look: Look, delegate: SumDelegate, table: SumTable) -> None:
        super().__init__(delegate, look.tr("What goes in"))
        self.delegate = delegate
        self.show_rows(table.rows)

    def limit(self, most: int) -> int:
        """Be as high as the lines, at most so high; 0 for no limit. Gives the height."""
        whole = sum(self.delegate.row_height(row) for row in self.model_of_rows.rows)
        height = min(whole, most) if most else whole
        self.setFixedHeight(height)
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the words anew."""
        self.delegate.set_room(self.viewport().width())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the card what is not for walking."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Line(QWidget):
    """The head of the columns or the totals, painted in the columns of the lines."""

    def __init__(self, look: Look, lines: _Lines, row: SumRow, colour: str, *, above: bool) -> None:
        super().__init__()
        self.look, self._lines, self._row, self._colour, self._above = look, lines, row, colour, above
        self.setFixedHeight(look.theme.px(28))
        self.setAccessibleName(row.title)
        if not any(row.terms):
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the line between them and the lines."""
        painter = QPainter(self)
        rect = QRectF(0, 0, self._lines.viewport().width(), self.height())
        self._lines.delegate.draw_row(painter, rect, self._row, self._colour)
        edge = rect.top() if self._above else rect.bottom() - 1
        painter.fillRect(QRectF(0, edge, self.width(), 1), self.look.colour("edge"))
        painter.end()


def _words(side: int, apart: int) -> QVBoxLayout:
    """A column of words whose first letters stand where those of the lines do."""
    column = QVBoxLayout()
    column.setContentsMargins(side, 0, 0, 0)
    column.setSpacing(apart)
    return column
