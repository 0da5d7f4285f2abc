"""One dimension of a weigh-in: the level, what it looks like in a person's behaviour, and the facts behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin_facts import FactList
from kamdesk.ui.pages.weighin_level import CappedNote, LevelLine
from kamdesk.ui.pages.weighin_words import RowShown, all_texts, compared, level_words, place_label, place_text
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.painters import paint_ground
from kamdesk.ui.parts.score_buttons import PLACES, UNKNOWN, ScoreButtons


class WeighRow(QWidget):
    """One row. It has the keyboard as a whole; the page hands the keys down."""

    picked = Signal(object, int)  # Dimension, place
    entered = Signal(object)  # Dimension: the keyboard or the mouse came here
    grown = Signal()

    def __init__(self, look: Look, dimension: Dimension) -> None:
        super().__init__()
        self.look, self.dimension = look, dimension
        self._shown: RowShown | None = None
        self._current, self._at, self._over = False, -1, -1
        name = look.tr(dimension.label)
        self._names = QWidget()
        self._name = Label(look, name, "section", strong=True, wrap=True)
        self._note = Label(look, "", "small", "text2", wrap=True)
        self.levels = ScoreButtons(look, name)
        self._texts = QWidget()
        self._level = Label(look, "", "body", "text2")
        self._text = Paragraph(look)
        self._all = IconButton(look, "list", f"{look.tr('All five levels')}  L", small=True)
        self._every: list[LevelLine] = []  # made when they are first asked for
        self._levels_column = QVBoxLayout()
        self.capped = CappedNote(look)
        self.facts = FactList(look, dimension)
        self._grid = QGridLayout(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.size("row_weigh"))
        self.levels.show_texts(all_texts(self.dimension, look))
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, px(3), 0, 0)
        names.setSpacing(px(2))
        names.addWidget(self._name)
        names.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.setContentsMargins(0, 0, px(34), 0)  # the button that shows all levels lies over it
        head.addWidget(self._level, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._text, 1)
        kept = self._all.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._all.setSizePolicy(kept)
        self._all.hide()
        self._level.setFixedHeight(look.fonts.leading("body"))
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, px(3), 0, 0)
        column.setSpacing(px(3))
        column.addLayout(head)
        self._levels_column.setSpacing(0)
        column.addLayout(self._levels_column)
        column.addWidget(self.capped)
        column.addWidget(self.facts)
        column.addStretch(1)
        self._grid.setContentsMargins(look.size("gutter_left"), px(12), look.size("gutter_right"), px(10))
        self._grid.setVerticalSpacing(px(4))
        self.show_wide(True)

    def _connect(self) -> None:
        self.levels.picked.connect(self.pick)
        self.levels.pointed.connect(self._hover)
        self._all.clicked.connect(self.show_all)
        self.facts.grown.connect(self.grown)
        self.facts.closed.connect(self._take_keyboard)

    def show_wide(self, wide: bool) -> None:
        """Set the texts beside the levels, or below them where the page is narrow."""
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._names, 0, 0, top)
        self._grid.addWidget(self.levels, 0, 1, top)
        if wide:
            self._grid.addWidget(self._texts, 0, 2, 1, 2)
        else:
            self._grid.addWidget(self._texts, 1, 0, 1, 4)
        self._grid.addWidget(self._all, 0 if wide else 1, 3, top)
        self._grid.setHorizontalSpacing(self.look.theme.px(20 if wide else 6))
        self._names.setFixedWidth(self.look.theme.px(132 if wide else 104))
        self._all.raise_()
        self._grid.setColumnStretch(2, 1)

    def show_row(self, shown: RowShown) -> None:
        """Show this person's row."""
        self._shown = shown
        level = shown.weighed.counted[self.dimension]
        before = shown.before.counted[self.dimension].counted if shown.before else None
        muted = not shown.weighed.weights[self.dimension]
        self.levels.show_levels(level.entered, level.counted, before, muted=muted)
        self.levels.set_open(shown.is_open)
        self._mark_level()
        self._name.show_colour("muted" if muted else "text")
        self._note.setText(compared(shown, self.dimension, self.look))
        self.capped.show_level(level)
        self._show_text()
        self.facts.show_facts(shown.sitting, is_open=shown.is_open)
        self.setAccessibleName(f"{self._name.text()}: {level_words(level.entered)}")

    @property
    def _entered(self) -> int:
        """The place of the level that is entered."""
        return (self._shown.weighed.counted[self.dimension].entered or UNKNOWN) if self._shown else UNKNOWN

    def _show_text(self) -> None:
        """The text of the level under the mouse, else at the keyboard's ring, else entered."""
        place = next(place for place in (self._over, self._at, self._entered) if place >= 0)
        self._level.setText(place_label(place, self.look))
        self._text.setText(place_text(self.dimension, place, self.look))

    def show_current(self, current: bool) -> None:
        """Be the row that the keys are for."""
        if current != self._current:
            self._current = current
            self._point_at(-1)
            self._all.setVisible(current)
            self.facts.show_current(current)
            self.update()

    def point(self, step: int) -> None:
        """Move the keyboard's ring over the levels."""
        at = self._at if self._at >= 0 else self._entered
        self._point_at(max(0, min(len(PLACES) - 1, at + step)))

    def pick_pointed(self) -> None:
        """Choose the level at the keyboard's ring."""
        if self._at >= 0:
            self.pick(self._at)

    def show_all(self) -> None:
        """Show the texts of all five levels, or hide them again."""
        shown = bool(self._every) and not self._every[0].isHidden()
        for place in PLACES[1:] if not self._every else ():
            line = LevelLine(self.look, self.dimension, place)
            line.picked.connect(self.pick)
            self._levels_column.addWidget(line)
            self._every.append(line)
        for line in self._every:
            line.setVisible(not shown)
        self._mark_level()
        self.grown.emit()

    def _mark_level(self) -> None:
        for line in self._every:
            line.show_entered(self._entered)

    def _point_at(self, place: int) -> None:
        self._at = place
        self.levels.point_at(place)
        self._show_text()

    def pick(self, place: int) -> None:
        """Choose a level, UNKNOWN for none."""
        if self._shown and self._shown.is_open:
            self._point_at(-1)
            self.picked.emit(self.dimension, place)

    def _hover(self, place: int) -> None:
        self._over = place
        self._show_text()

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere makes it the current row."""
        super().mousePressEvent(event)
        self.entered.emit(self.dimension)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.entered.emit(self.dimension)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        focus = QApplication.focusWidget()
        focused = focus is not None and (focus is self or self.isAncestorOf(focus))
        paint_ground(painter, QRectF(self.rect()), self.look, selected=self._current, focused=focused)
        painter.end()
