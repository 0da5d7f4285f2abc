"""The line over the people map that asks for a person: typed by name or pinyin, or walked to with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.people import Contact
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.find import Found, FoundDelegate, find
from kamdesk.ui.pages.people.map_walk import DOWN, LEFT, RIGHT, UP
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.row_list import RowList

NOBODY = "nobody"  # the key of the row that stands for no boss at all
_WIDTH = 460
_ARROWS = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN, Qt.Key.Key_Left: LEFT, Qt.Key.Key_Right: RIGHT}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its name in code, its words, and whether "nobody" is an answer."""

    name: str  # "find", "boss", "influence", "trust", "conflict"
    words: str
    nobody: bool = False


class PromptLine(Line):
    """A line whose arrows belong to whoever asks as long as nothing is typed; Up and Down always do."""

    walked = Signal(object)  # one of UP, DOWN, LEFT, RIGHT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of arrows that do not move in the text."""
        way = _ARROWS.get(Qt.Key(event.key()))
        upright = way in (UP, DOWN)
        if (
            way is not None
            and (upright or not self.text())
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.walked.emit(way)
        else:
            super().keyPressEvent(event)


class PeoplePrompt(Floating):
    """Asks one question at a time. `aimed` tells whom Enter would take, so that the map can show it."""

    aimed = Signal(str)
    stepped = Signal(object)  # an arrow while nothing is typed
    picked = Signal(str)  # a key, NOBODY, or "" for whom the map shows
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=_WIDTH, foot=True)
        self.question: Question | None = None
        self._people: Sequence[Contact] = ()
        self._words = Label(look, "", "body", "text2", wrap=True)
        self.line = PromptLine(look, look.tr("Name or pinyin"), look.tr("Name or pinyin, or the arrows"))
        self._delegate = FoundDelegate(look)
        self.rows = RowList(self._delegate, look.tr("People found"), growing=True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self.line.textChanged.connect(self._type)
        self.line.walked.connect(self._walk)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self.close_prompt)
        self.line.departed.connect(self._depart)
        self.rows.clicked.connect(self._click)

    def _arrange(self) -> None:
        px = self.look.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._words)
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addWidget(self.rows)

    def ask(self, question: Question, people: Sequence[Contact], typed: str = "") -> None:
        """Ask, among these people."""
        self.question, self._people = question, people
        self._words.setText(question.words)
        self.line.setText(typed)
        self._show([])
        if not typed:
            self._type("")
        self.appear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, people: Sequence[Contact]) -> None:
        """The people changed while it asks; what is typed stays."""
        self._people = people

    def close_prompt(self) -> None:
        """Ask nothing any more."""
        if self.question is not None:
            self.question = None
            self.closed.emit()
            self.hide()

    def _show(self, rows: list[Found]) -> None:
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        if rows:
            self.rows.setCurrentIndex(self.rows.model_of_rows.index(0, 0))
        if not self.isHidden():
            self.settle()

    def _type(self, words: str) -> None:
        if self.question is None:
            return
        rows = find(self._people, words)
        if self.question.nobody:
            rows.append(Found(NOBODY, self.look.tr("Nobody"), self.look.tr("stands at the top")))
        self._show(rows)
        self.aimed.emit(rows[0].key if words.strip() and rows else "")

    def _walk(self, way: tuple[int, int]) -> None:
        if not self.line.text():
            self.stepped.emit(way)
            return
        count, at = self.rows.model_of_rows.rowCount(), self.rows.currentIndex().row()
        if count:
            self.rows.setCurrentIndex(self.rows.model_of_rows.index((at + way[1]) % count, 0))
            self.aimed.emit(self.rows.current_key())

    def _enter(self) -> None:
        if not self.line.text().strip():
            self.picked.emit("")
        elif key := self.rows.current_key():
            self.picked.emit(key)

    def _click(self) -> None:
        if key := self.rows.current_key():
            self.picked.emit(key)

    def _depart(self) -> None:
        """A click elsewhere closes; a click on a person of the map answers first."""
        if self.question is not None and self.question.name == "find":
            self.close_prompt()
