"""One dimension of a weigh-in: the level, what it looks like in a person's behaviour, and the facts behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.details import Habits
from kamdesk.ui.pages.weighin.facts import FactList
from kamdesk.ui.pages.weighin.hint import SuggestionLine
from kamdesk.ui.pages.weighin.invites import InviteList
from kamdesk.ui.pages.weighin.level import CappedNote
from kamdesk.ui.pages.weighin.reading import LevelReading
from kamdesk.ui.pages.weighin.words import RowShown, all_texts, compared, spoken_row
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_ground
from kamdesk.ui.parts.score_buttons import PLACES, UNKNOWN, ScoreButtons


class WeighRow(QWidget):
    """One row. It has the keyboard as a whole; the page hands the keys down."""

    picked = Signal(object, int)  # Dimension, place
    aimed = Signal(object, int)  # Dimension, place that is wanted
    entered = Signal(object)  # Dimension: the keyboard or the mouse came here
    grown = Signal()

    def __init__(self, look: Look, dimension: Dimension, habits: Habits) -> None:
        super().__init__()
        self.look, self.dimension = look, dimension
        self._shown: RowShown | None = None
        self._current, self._aiming, self._at, self._over = False, False, -1, -1
        self._names = _RowNames(look, look.tr(dimension.label))
        self.levels = ScoreButtons(look, look.tr(dimension.label))
        self._texts = QWidget()
        self._reading = LevelReading(look, dimension)
        self._text = self._reading.text
        every = look.tr("All five levels")
        self._all = IconButton(look, "list", f"{every}  L", small=True)
        self.capped = CappedNote(look)
        self.hint = SuggestionLine(look)
        self.facts = FactList(look, dimension, habits)
        self.invites = InviteList(look) if dimension is Dimension.ACTIVITY else None
        self._grid = QGridLayout(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.size("row_weigh"))
        self.levels.show_texts(all_texts(self.dimension, look))
        kept = self._all.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._all.setSizePolicy(kept)
        self._all.hide()
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, px(3), 0, 0)
        column.setSpacing(px(3))
        for part in (self._reading, self.capped, self.hint, self.facts, self.invites):
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)
        self._grid.setContentsMargins(look.size("gutter_left"), px(12), look.size("gutter_right"), px(10))
        self._grid.setVerticalSpacing(px(4))
        self.show_wide(True)

    def _connect(self) -> None:
        self.levels.picked.connect(self.pick)
        self.levels.aimed.connect(self.aim)
        self.levels.pointed.connect(self._hover)
        self._reading.picked.connect(self.pick)
        self._all.clicked.connect(self.show_all)
        self.hint.taken.connect(self.pick)
        for part in (self.facts, self.invites):
            if part is not None:
                part.grown.connect(self.grown)
                part.closed.connect(self._take_keyboard)

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
        wanted = shown.wanted(self.dimension)
        self.levels.show_levels(level.entered, level.counted, before, wanted, muted=muted)
        self.levels.set_open(shown.is_open)
        self._reading.show_entered(self._entered)
        self._names.show_note(compared(shown, self.dimension, self.look), muted=muted)
        self.capped.show_level(level)
        self._show_text()
        self._show_hint()
        self.facts.show_facts(shown.sitting, is_open=shown.is_open)
        if self.invites is not None:
            self.invites.show_invitations(shown.sitting, shown.today, is_open=shown.is_open)
        self.setAccessibleName(spoken_row(shown, self.dimension, self.look))

    @property
    def _entered(self) -> int:
        """The place of the level that is entered."""
        return (self._shown.weighed.counted[self.dimension].entered or UNKNOWN) if self._shown else UNKNOWN

    def _show_text(self) -> None:
        """The text of the level under the mouse, else at the keyboard's ring, else entered."""
        self._reading.read(next(place for place in (self._over, self._at, self._entered) if place >= 0))

    def _show_hint(self) -> None:
        if shown := self._shown:
            suggested = shown.suggested.get(self.dimension)
            self.hint.show_suggested(suggested, self._entered or None, current=self._current, is_open=shown.is_open)

    def show_current(self, current: bool) -> None:
        """Be the row that the keys are for."""
        if current != self._current:
            self._current = current
            self.show_aiming(False)
            self._point_at(-1)
            self._all.setVisible(current)
            self._show_hint()
            self.facts.show_current(current)
            if self.invites is not None:
                self.invites.show_current(current)
            self.update()

    def show_aiming(self, aiming: bool) -> None:
        """Let the next level that is chosen be the one wanted."""
        can = bool(self._shown and self._shown.aims)
        if (aiming and can) != self._aiming:
            self._aiming = aiming and can
            self.levels.show_aiming(self._aiming)
            self._names.show_aiming(self._aiming)

    def turn_aiming(self) -> None:
        """Aim, or stop aiming."""
        self.show_aiming(not self._aiming)

    @property
    def aiming(self) -> bool:
        """True while the next level that is chosen is the one wanted."""
        return self._aiming

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
        self._reading.show_all()
        self.grown.emit()

    def _point_at(self, place: int) -> None:
        self._at = place
        self.levels.point_at(place)
        self._show_text()

    def pick(self, place: int) -> None:
        """Choose a level, UNKNOWN for none; while aiming it is the level wanted."""
        if self._aiming:
            self.aim(place)
        elif self._shown and self._shown.is_open:
            self._point_at(-1)
            self.picked.emit(self.dimension, place)

    def aim(self, place: int) -> None:
        """Want a level, UNKNOWN for none."""
        self.show_aiming(False)
        if self._shown and self._shown.aims:
            self._point_at(-1)
            self.aimed.emit(self.dimension, place)

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


class _RowNames(QWidget):
    """The name of the dimension and how the level compares; while aiming, how to say what is wanted."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self._compared = ""
        self._name = Label(look, name, "section", strong=True, wrap=True)
        self._note = Label(look, "", "small", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.theme.px(3), 0, 0)
        column.setSpacing(look.theme.px(2))
        column.addWidget(self._name)
        column.addWidget(self._note)

    def show_note(self, note: str, *, muted: bool) -> None:
        """Show how the level compares; `muted` where it does not count."""
        self._compared = note
        self._name.show_colour("muted" if muted else "text")
        self._note.setText(note)

    def show_aiming(self, aiming: bool) -> None:
        """Say which keys say what is wanted."""
        self._note.setText(self.look.tr("Target: 1–5, 0 for none") if aiming else self._compared)
        self._note.show_colour("accent" if aiming else "text2")
