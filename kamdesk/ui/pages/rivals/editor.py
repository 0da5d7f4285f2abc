"""What a cell of the sheet turns into: one field to type into, or everything that is known with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from kamdesk.client.record import Kind, Record, field_of
from kamdesk.ui.look import Look
from kamdesk.ui.parts.chosen_editors import ChoiceEditor, LevelEditor, TickEditor
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_focus, rounded
from kamdesk.ui.parts.typed_editors import DayEditor, TypedEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONE, _WIDE = 168, 400  # px at 100 % text: with one field, with many


_KINDS: dict[Kind, type[Editor]] = {
    Kind.NUMBER: LevelEditor,
    Kind.DAY: DayEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.TICK: TickEditor,
}


class CellEditor(QWidget):
    """Lies over the cell. Enter and Tab hand over what was typed when nothing is wrong with it, Esc forgets it."""

    finished = Signal(object, str)  # the values by field, and where to go on: "down", "right", "left" or ""
    cancelled = Signal()

    def __init__(self, look: Look, kind: type[Record], names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._over = look, parent
        self.editors: dict[str, Editor] = {name: self._editor(kind, name) for name in names}
        self._given: dict[str, Any] = {}
        self._cell = QRect()
        self._title = Label(look, "", "small", "text2", elide=True, strong=True)
        self.setAutoFillBackground(False)
        self._arrange()
        for editor in self.editors.values():
            if isinstance(editor, TypedEditor):
                editor.line.entered.connect(self._enter)
                editor.line.escaped.connect(self.cancelled)
            elif isinstance(editor, LevelEditor):
                editor.steps.escaped.connect(self.cancelled)
            elif isinstance(editor, ChoiceEditor):
                editor.combo.escaped.connect(self.cancelled)

    def _editor(self, kind: type[Record], name: str) -> Editor:
        field = field_of(kind, name)
        return _KINDS.get(field.kind, TypedEditor)(self.look, field)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        grid = QGridLayout(self)
        pad = px(10) if self.is_whole else px(4)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        if not self.is_whole:
            grid.addWidget(self.first, 0, 0)
            return
        grid.addWidget(self._title, 0, 0, 1, 2)
        for row, editor in enumerate(self.editors.values(), 1):
            label = Label(look, look.tr(editor.field.label), "small", "text2")
            low = isinstance(editor, LevelEditor | TickEditor)
            label.setFixedHeight(look.size("button_small" if low else "field"))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, row, 1)
        grid.setColumnStretch(1, 1)

    @property
    def is_whole(self) -> bool:
        """True for the editor of everything that is known of a cell."""
        return len(self.editors) > 1

    def show_title(self, words: str) -> None:
        """Say which cell it is."""
        self._title.setText(words)

    def open_over(self, cell: QRect, values: Mapping[str, Any], today: date) -> None:
        """Lie over a cell of the parent with these values."""
        self._given = dict(values)
        for name, editor in self.editors.items():
            editor.today = today
            editor.show_value(values[name])
        self.lie_over(cell)
        self.show()
        self.raise_()
        self.start()

    def lie_over(self, cell: QRect) -> None:
        """Take place over a cell of the parent."""
        width = max(cell.width(), self.look.theme.px(_WIDE if self.is_whole else _ONE))
        self.setFixedWidth(min(width, self._over.width()))
        self._cell = cell
        self._place()

    def _place(self) -> None:
        """As high as what is said in it needs at its width, and inside the parent."""
        layout, cell, room = self.layout(), self._cell, self._over.rect()
        assert layout is not None
        layout.activate()
        high = layout.totalSizeHint().height()
        if layout.hasHeightForWidth():  # while something folded is said in it
            high = layout.totalHeightForWidth(self.width())
        self.resize(self.width(), high)
        left = min(cell.left(), room.right() - self.width())
        top = cell.top() if self.is_whole else cell.center().y() - self.height() // 2
        self.move(max(0, left), max(0, min(top, room.bottom() - self.height())))

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what is said below the fields."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return heard

    @property
    def first(self) -> Editor:
        """The field that is typed into first."""
        return next(iter(self.editors.values()))

    def start(self, words: str = "", name: str = "") -> None:
        """Take the keyboard; with `words` begin with them, with `name` in that field."""
        self.editors.get(name, self.first).start(words)

    def compose(self, event: QInputMethodEvent) -> None:
        """Take over what an input method began to compose in the cell."""
        if isinstance(self.first, TypedEditor):
            self.first.line.selectAll()
            QApplication.sendEvent(self.first.line, event)

    def hand_over(self, way: str = "") -> None:
        """Read everything; stay with the first field that has something wrong, else hand the values over."""
        if self.isHidden():
            return
        for editor in self.editors.values():
            if isinstance(editor, TypedEditor):
                editor.finish()
            if editor.problem():
                editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.finished.emit({name: editor.value() for name, editor in self.editors.items()}, way)

    @property
    def changed(self) -> bool:
        """True when a field holds another value than at first, or something that is no value."""
        typed = (editor for editor in self.editors.values() if isinstance(editor, TypedEditor))
        if any(editor.half_typed() for editor in typed):
            return True
        return any(editor.value() != self._given[name] for name, editor in self.editors.items())

    def _enter(self) -> None:
        self.hand_over("down")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the score, which is no field of text; Esc anywhere."""
        if event.key() in _ENTER:
            self.hand_over("down")
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        # everything else stays here: the arrows shall not walk the sheet below

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab walks the fields and then goes on to the next cell."""
        fields = [editor.control for editor in self.editors.values()]
        at = next((place for place, field in enumerate(fields) if field.hasFocus()), 0) + (1 if following else -1)
        if 0 <= at < len(fields):
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.hand_over("right" if following else "left")
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the ring of the cell."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = self.look.theme.radius("control")
        rounded(painter, rect, radius, self.look.colour("raised"))
        paint_focus(painter, rect, self.look, radius)
        painter.end()
