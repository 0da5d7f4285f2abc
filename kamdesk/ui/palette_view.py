"""The palette over the window: type, walk with the arrows, Enter goes there, Ctrl+Enter in a window of its own."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QWidget

from kamdesk.ui.hit_rows import Row
from kamdesk.ui.look import Look
from kamdesk.ui.palette import Finder
from kamdesk.ui.palette_row import PaletteDelegate, PaletteRows
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.figures import Keycap
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.painters import left_square
from kamdesk.ui.parts.sheet import Sheet

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 200  # characters
_PAUSE = 90  # ms without a key before the deep search


class Palette(Sheet):
    """Says which line was chosen."""

    chosen = Signal(object)  # Row

    def __init__(self, look: Look, parent: QWidget, finder: Finder) -> None:
        width, top = (round(look.size(name) / look.theme.scale) for name in ("palette_width", "palette_top"))
        super().__init__(look, parent, width, top)
        self._finder = finder
        self._field = _PaletteField(look)
        self._rows = PaletteRows(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._list = QListView()
        self._empty = Label(look, look.tr("Nothing found"), "body", "muted")
        self._arrange()
        self._field.textChanged.connect(self._find)
        self._pause.timeout.connect(self._find_deep)
        self._field.stepped.connect(self._step)
        self._field.entered.connect(self._enter)
        self._field.escaped.connect(self.close_sheet)
        self._list.clicked.connect(self._click)

    def open(self) -> None:
        """Begin anew."""
        self._finder.begin()
        self._field.clear()
        self._find("")
        super().open()

    def take_focus(self) -> None:
        """The field has the keyboard as long as the palette is open."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, text: str) -> None:
        """Type a text."""
        self._field.setText(text)

    @property
    def rows(self) -> list[Row]:
        """The lines shown."""
        count = self._rows.rowCount()
        found = (self._rows.row(self._rows.index(row)) for row in range(count))
        return [row for row in found if row is not None]

    @property
    def chosen_row(self) -> Row | None:
        """The line that Enter would choose."""
        return self._rows.row(self._list.currentIndex())

    def _arrange(self) -> None:
        look, theme = self.look, self.look.theme
        self._list.setModel(self._rows)
        self._list.setItemDelegate(PaletteDelegate(look, self._rows, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(look.tr("Found"))
        self._list.setStyleSheet("background: transparent;")
        self._empty.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        self.column.addWidget(self._field)
        self.column.addWidget(Rule(look, colour="edge"))
        self.column.addWidget(self._list)
        self.column.addWidget(self._empty)
        self.column.addWidget(Rule(look, colour="edge"))
        self.column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        look, theme = self.look, self.look.theme
        foot = QWidget()
        foot.setFixedHeight(look.size("footer"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.space("s"))
        for key, words in ((">", look.tr("commands")), ("@", look.tr("people")), ("#", look.tr("clients"))):
            row.addWidget(Keycap(look, key))
            row.addWidget(Label(look, words, "small", "text2"))
            row.addSpacing(theme.space("s"))
        row.addStretch(1)
        row.addWidget(Keycap(look, key_words("Ctrl+Enter")))
        row.addWidget(Label(look, look.tr("new window"), "small", "text2"))
        return foot

    def _find(self, text: str) -> None:
        self._pause.start()
        self._show(self._finder.rows(text[:_LONGEST], deep=False))
        self._mark(self._rows.first())

    def _find_deep(self) -> None:
        """Add what takes longer to find; the line that is chosen stays chosen."""
        chosen = self.chosen_row
        rows = self._finder.rows(self._field.text()[:_LONGEST])
        self._show(rows)
        self._mark(self._rows.index(rows.index(chosen)) if chosen in rows else self._rows.first())

    def _show(self, rows: list[Row]) -> None:
        self._rows.show_rows(rows)
        searched = not self._pause.isActive()  # before the deep search nobody knows that there is nothing
        self._empty.setVisible(not rows and searched)
        self._list.setVisible(bool(rows) or not searched)
        self._list.setFixedHeight(self._height(rows))
        self.fit()

    def _height(self, rows: list[Row]) -> int:
        theme = self.look.theme
        heads = sum(row.head for row in rows)
        wanted = theme.px(30) * heads + theme.size("palette_row") * (len(rows) - heads) + theme.px(8)
        most = self._over.height() - theme.size("palette_top") - theme.px(136)
        return min(wanted, max(most, theme.px(120)))

    def _mark(self, index: QModelIndex) -> None:
        self._list.setCurrentIndex(index)
        if index.isValid():
            before = index.siblingAtRow(index.row() - 1)
            row = self._rows.row(before)
            if row is not None and row.head:
                self._list.scrollTo(before)
            self._list.scrollTo(index)

    def _step(self, step: int) -> None:
        at = self._list.currentIndex().row()
        for _ in range(abs(step)):
            found = self._rows.next_of(at, 1 if step > 0 else -1)
            if not found.isValid():
                return
            at = found.row()
        self._mark(self._rows.index(at))

    def _enter(self, apart: bool) -> None:
        row = self.chosen_row
        if row is not None and not row.head:
            self._choose(row, apart)

    def _click(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None and not row.head:
            self._choose(row, apart=False)

    def _choose(self, row: Row, apart: bool) -> None:
        self._pause.stop()
        self.close_sheet()
        if apart and row.goto:
            row = dataclasses.replace(row, goto=dataclasses.replace(row.goto, apart=True))
        self.chosen.emit(row)


class _PaletteField(QLineEdit):
    """The field of the palette; while an input method composes, its keys are the input method's."""

    stepped = Signal(int)
    entered = Signal(bool)  # True with Ctrl
    escaped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._composing = False
        self.setProperty("part", "bare")
        self.setFont(look.fonts.sized(13.0))
        self.setPlaceholderText(look.tr("Search or command"))
        self.setAccessibleName(look.tr("Search or command"))
        cap = round(keycap_width("Esc", look))
        self.setTextMargins(look.theme.px(50), 0, cap + look.theme.px(28), 0)

    def sizeHint(self) -> QSize:
        """As high as the theme has it, whatever the style sheet says of other fields."""
        return QSize(200, self.look.size("palette_field"))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a text is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the lines, Enter chooses, Esc closes."""
        key = Qt.Key(event.key())
        if self._composing:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the magnifier and the key that closes."""
        super().paintEvent(event)
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        look.icons.paint(painter, left_square(rect, px(18), px(20)), "search", "text2")
        cap = keycap_width("Esc", look)
        keycap(painter, QRectF(rect.right() - cap - px(16), 0, cap, rect.height()), "Esc", look)
        painter.end()
