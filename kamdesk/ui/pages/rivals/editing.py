"""Which editor lies over which cell of the sheet, and what becomes of what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.client.rival_records import Factor, Standing
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cell_line import CellLine
from kamdesk.ui.pages.rivals.cells import NEED, US, WANTS, WEIGHT, Place, SheetRow
from kamdesk.ui.pages.rivals.editor import CellEditor
from kamdesk.ui.pages.rivals.sheet import SheetView

_FIELDS = {NEED: "name", WEIGHT: "importance", WANTS: "wants"}
_KNOWN = ("value", "score", "source", "day", "confidence", "tellable")
_OURS = (*_KNOWN, "benefit", "question")
_THEIRS = (*_KNOWN, "answer", "matches_on")
_LINE, _RIVAL = "line", "rival"


class CellEditing(QObject):
    """One editor at most is open; it stays until what it handed over is stored."""

    typed = Signal(str, str, object)  # key of the need, column, values by field

    def __init__(self, look: Look, view: SheetView, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._view, self._over = look, view, over
        self.today = date.min
        self.is_open = True  # something can be changed at all
        self._records: dict[Place, Factor | Standing] = {}
        self._made: dict[str, CellEditor | CellLine] = {}
        self._place: Place | None = None
        self._sent: Mapping[str, Any] | None = None
        self._way = ""
        self._left: tuple[CellEditor | CellLine, QWidget | None, str] | None = None  # while it is stored
        self._resized = QTimer(self, interval=0, singleShot=True)
        self._resized.timeout.connect(self._follow_cell)
        over.installEventFilter(self)
        view.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    @property
    def editor(self) -> CellEditor | CellLine | None:
        """The editor that lies over a cell just now."""
        return next((editor for editor in self._made.values() if not editor.isHidden()), None)

    def take(self, rows: Sequence[SheetRow], standings: Sequence[Standing], today: date) -> None:
        """Know these records; close the editor when what it handed over is stored, or its cell is gone."""
        self.today = today
        self._records = {(row.key, US): row.factor for row in rows}
        self._records |= {(item.factor or "", item.rival or ""): item for item in standings}
        if self._place is None:
            return
        key, column = self._place
        if (key, US) not in self._records or column not in self._view.rows.columns:
            self.close()
        elif self._sent is not None and self._holds(self._place, self._sent):
            way = self._way
            self.close()
            self._view.step(way)

    def _record(self, place: Place) -> Factor | Standing:
        key, column = place
        own = column in _FIELDS or column == US
        return self._records.get((key, US) if own else place) or Standing()

    def _holds(self, place: Place, values: Mapping[str, Any]) -> bool:
        record = self._record(place)
        return all(getattr(record, name) == value for name, value in values.items())

    def edit(self, words: str = "") -> CellEditor | CellLine | None:
        """Type into the current cell, beginning with `words`; None where that cannot be."""
        column = self._view.column
        return self._open(column if column in _FIELDS else _LINE, words)

    def open_whole(self, field: str = "") -> None:
        """Open everything that is known of the current cell, at this field; what is half typed is kept first."""
        if (typed := self.editor) is not None and typed.changed:
            typed.hand_over()
            if self.editor is not None:  # something is wrong with it, or it could not be saved
                return
        column = self._view.column
        kind = column if column in _FIELDS or column == US else _RIVAL
        editor = self._open(kind)
        if isinstance(editor, CellEditor) and editor.is_whole:
            rows = self._view.rows
            name = rows.item(self._view.currentIndex()).factor.name
            editor.show_title(self.look.tr("{need} · {who}", need=name, who=rows.heading(column)))
            editor.start(name=field)

    def _open(self, kind: str, words: str = "") -> CellEditor | CellLine | None:
        view = self._view
        place, column = view.rows.place(view.currentIndex()), view.column
        if not self.is_open or not view.rows.is_typed(column):
            return None
        self.close(keep_keyboard=True)
        editor = self._editor(kind)
        self._place, self._sent = place, None
        view.being_edited = True
        view.scrollTo(view.currentIndex())
        record = self._record(place)
        names = ("value", "score") if isinstance(editor, CellLine) else editor.editors
        values = {name: getattr(record, name) for name in names}
        editor.open_over(self._cell(), values, self.today)
        if words:
            editor.start(words)
        return editor

    def _cell(self) -> QRect:
        """Where the current cell lies in the widget its editor lies over."""
        rect = self._view.visualRect(self._view.currentIndex())
        return QRect(self._view.viewport().mapTo(self._over, rect.topLeft()), rect.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor stays over its cell when there is more or less room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.editor is not None:
            self._resized.start()
        return False

    def _follow_cell(self) -> None:
        """The columns have shared the new room by now."""
        if self.editor is not None:
            self.editor.lie_over(self._cell())

    def _editor(self, kind: str) -> CellEditor | CellLine:
        """The editor of a kind, made when it is first wanted."""
        if kind not in self._made:
            made: CellEditor | CellLine
            if kind == _LINE:
                made = CellLine(self.look, self._over)
            elif kind == _RIVAL:
                made = CellEditor(self.look, Standing, _THEIRS, self._over)
            else:
                made = CellEditor(self.look, Factor, _OURS if kind == US else (_FIELDS[kind],), self._over)
            made.hide()
            made.finished.connect(self._finish)
            made.cancelled.connect(self.close)
            self._made[kind] = made
        return self._made[kind]

    def compose(self, event: QInputMethodEvent) -> None:
        """Go on in the current cell with what an input method began to compose."""
        if editor := self.edit():
            editor.compose(event)

    def _finish(self, values: Mapping[str, Any], way: str) -> None:
        if self._place is None or values == self._sent:  # handed over already; it waits to be saved
            return
        self._sent, self._way = values, way
        if self._holds(self._place, values):
            self.close()
            self._view.step(way)
        else:
            self.typed.emit(*self._place, values)
            self._come_back()

    def go_on(self) -> None:
        """Leave the cell that was typed into, which is about to be stored."""
        editor, keyboard = self.editor, QApplication.focusWidget()
        if editor is None or self._sent is None:
            return
        self._left, self._way = (editor, keyboard, self._way), ""
        self._view.being_edited = False
        if editor.isAncestorOf(keyboard or self._over):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        self._view.step(self._left[-1])

    def _come_back(self) -> None:
        """Take up again what could not be stored."""
        left, self._left = self._left, None
        if left is None or self._place is None:
            return
        editor, keyboard, self._way = left
        self._view.go(*self._place)
        self._view.being_edited = True
        editor.show()
        if keyboard is not None:
            keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_back(self) -> None:
        """Close the editor whose words went another way than into the record, and go on as after any other."""
        if self._place is not None:
            way = self._way
            self.close()
            self._view.step(way)

    def close(self, *, keep_keyboard: bool = False) -> None:
        """Let the editor go with what is typed in it."""
        editor, self._place, self._sent = self.editor, None, None
        self._view.being_edited = False
        if editor is not None:
            inside = editor.isAncestorOf(QApplication.focusWidget() or self._over)
            if inside and not keep_keyboard:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            self._view.viewport().update()

    def _focus_moved(self, _old: object, new: QWidget | None) -> None:
        """A press elsewhere hands over what was typed; what is wrong stays open as it was typed."""
        editor = self.editor
        if editor is None or new is None or new is editor or editor.isAncestorOf(new):
            return
        if new.window() is not self._over.window():
            return  # a calendar or a menu, from which the keyboard comes back
        if editor.changed:
            editor.hand_over()
        else:
            self.close(keep_keyboard=True)
