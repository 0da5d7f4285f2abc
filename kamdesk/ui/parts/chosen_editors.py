"""Editors of what is chosen: one of several, any of several, a level of 1-5, yes or no."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QWidget

from kamdesk.client.record import Choice, Field, Value
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import TONES, tick_box
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.fields import PASSING
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.painters import CENTRE, paint_focus, paint_text, rounded, square, text_width
from kamdesk.words import N_


class Combo(QComboBox):
    """A list to choose from that does not change when the mouse wheel passes over it."""

    escaped = Signal()
    departed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFixedHeight(look.size("field"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow, which the style sheet takes away."""
        super().paintEvent(event)
        painter, px = QPainter(self), self.look.theme.px
        box = square(QPointF(self.width() - px(16), self.height() / 2), self.look.size("icon"))
        self.look.icons.paint(painter, box, "chevron-down", "muted")
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page instead."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left for good."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.departed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, Esc leaves the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class ChoiceEditor(Editor):
    """One of several, or unknown."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.combo = Combo(look)
        self.combo.addItem(look.tr(field.unset or N_("Unknown")), None)
        for member in field.choices or ():
            self.combo.addItem(look.tr(member.label), member)
        self.carry(self.combo)
        self.combo.activated.connect(self._choose)
        self.combo.escaped.connect(self.left)
        self.combo.departed.connect(self.left)

    def put(self, value: Value) -> None:
        """Show the choice."""
        members = [None, *(self.field.choices or ())]
        self.combo.setCurrentIndex(members.index(value) if value in members else 0)

    def _choose(self, row: int) -> None:
        members: list[Choice | None] = [None, *(self.field.choices or ())]
        self.accept(members[row])


class TickEditor(Editor):
    """Yes or no."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.box = TickBox(look)
        self.carry(self.box)
        self.box.clicked.connect(self.accept)

    def put(self, value: Value) -> None:
        """Show the tick."""
        self.box.setChecked(bool(value))


class TickBox(QAbstractButton):
    """A box with perhaps some words; Space and a click tick it."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self.look = look
        self.setCheckable(True)
        self.setText(text)
        self.setFont(look.font())
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box and words."""
        px = self.look.theme.px
        words = round(text_width(self.text(), self.font())) + px(12) if self.text() else 0
        return QSize(px(24) + words, self.look.size("button_small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box and words."""
        painter, px = QPainter(self), self.look.theme.px
        tick_box(painter, QRectF(px(2), 0, px(20), self.height()), self.isChecked(), self.look)
        words = QRectF(px(30), 0, self.width() - px(30), self.height())
        paint_text(painter, words, self.text(), self.font(), self.look.colour("text"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.look)
        painter.end()


class FlagsEditor(Editor):
    """Any of several, as chips that are on or off."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        held = QWidget()
        flow = Flow(held, look.theme.px(6))
        self.chips: dict[Choice, ChipButton] = {}
        for member in field.choices or ():
            chip = ChipButton(look, look.tr(member.label))
            self.chips[member] = chip
            flow.addWidget(chip)
            chip.clicked.connect(self._toggle)
        policy = held.sizePolicy()
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        self.carry(next(iter(self.chips.values()), held), held)
        for chip in self.chips.values():
            chip.setAccessibleName(f"{look.tr(field.label)}: {chip.text()}")

    def put(self, value: Value) -> None:
        """Show which are on."""
        on = value if isinstance(value, tuple) else ()
        for member, chip in self.chips.items():
            chip.setChecked(member in on)

    def _toggle(self, _on: bool) -> None:
        self.accept(tuple(member for member, chip in self.chips.items() if chip.isChecked()))


class ChipButton(QAbstractButton):
    """A chip that is on or off."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self.look = look
        self.setText(text)
        self.setCheckable(True)
        self.setFont(look.font("small"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        px = self.look.theme.px
        return QSize(round(text_width(self.text(), self.font())) + px(20), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip: filled when on, an outline when off."""
        look, painter = self.look, QPainter(self)
        fill, ink = TONES["soft"] if self.isChecked() else ("hover" if self.underMouse() else "canvas", "text2")
        edge = QPen(look.colour("accent" if self.isChecked() else "edge"), 1)
        rounded(painter, QRectF(self.rect()), look.theme.radius("badge"), look.colour(fill), edge)
        paint_text(painter, QRectF(self.rect()), self.text(), self.font(), look.colour(ink), CENTRE)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look, look.theme.radius("badge"))
        painter.end()


class LevelEditor(Editor):
    """A level of a few steps: buttons ? 1 2 3 4 5; the digits and ? choose, arrows walk."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.steps = LevelButtons(look, field.low or 1, field.high or 5)
        self.carry(self.steps)
        self.steps.picked.connect(self.accept)
        self.steps.escaped.connect(self.give_up)

    def put(self, value: Value) -> None:
        """Show the level."""
        self.steps.show_level(value if isinstance(value, int) else None)


class LevelButtons(QWidget):
    """The row of a level's steps as one control."""

    picked = Signal(object)  # int | None
    escaped = Signal()

    def __init__(self, look: Look, low: int, high: int) -> None:
        super().__init__()
        self.look = look
        self._levels: list[int | None] = [None, *range(low, high + 1)]
        self._level: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_level(self, level: int | None) -> None:
        """Show a level, None for unknown."""
        self._level = level
        self.setAccessibleDescription(self.look.tr("Unknown") if level is None else str(level))
        self.update()

    def sizeHint(self) -> QSize:
        """One small button for each step."""
        px = self.look.theme.px
        return QSize(len(self._levels) * px(34) - px(6), self.look.size("button_small"))

    def minimumSizeHint(self) -> QSize:
        """The steps can stand closer in a narrow panel."""
        return QSize(len(self._levels) * self.look.theme.px(24), self.look.size("button_small"))

    def _box(self, place: int) -> QRectF:
        px = self.look.theme.px
        pitch = min(px(34), (self.width() + px(6)) / len(self._levels))
        return QRectF(place * pitch, 0, pitch - px(6), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps, the chosen one filled."""
        look, painter = self.look, QPainter(self)
        for place, level in enumerate(self._levels):
            box, on = self._box(place), level == self._level
            pen = QPen(look.colour("field"), 1)
            if level is None:
                pen.setDashPattern([2.5, 2.0])
            fill = look.colour("neutral_soft" if level is None else "accent") if on else look.colour("canvas")
            rounded(painter, box, look.theme.radius("badge"), fill, None if on and level is not None else pen)
            ink = "on_accent" if on and level is not None else "text2"
            paint_text(painter, box, str(level or "?"), look.font("small", 500), look.colour(ink), CENTRE)
            if self.hasFocus() and on:
                paint_focus(painter, box, look, look.theme.radius("badge"), "text" if level else "accent")
        painter.end()

    def mouseReleaseEvent(self, event: object) -> None:
        """Pick the step that was clicked."""
        place = event.position()  # type: ignore[attr-defined]
        for at, level in enumerate(self._levels):
            if self._box(at).contains(place):
                self.picked.emit(level)

    def event(self, event: QEvent) -> bool:
        """Its digits are no shortcuts of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_level(event):
            event.accept()
            return True
        return super().event(event)

    def _is_level(self, event: QKeyEvent) -> bool:
        return event.text() == "?" or (event.text().isdecimal() and int(event.text()) in self._levels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and ? pick, arrows walk, Esc leaves."""
        at = self._levels.index(self._level) if self._level in self._levels else 0
        walk = {Qt.Key.Key_Right: at + 1, Qt.Key.Key_Left: at - 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif walk is not None:
            self.picked.emit(self._levels[max(0, min(len(self._levels) - 1, walk))])
        elif event.text() == "?" or event.key() == Qt.Key.Key_Delete:
            self.picked.emit(None)
        elif event.text().isdecimal() and int(event.text()) in self._levels:
            self.picked.emit(int(event.text()))
        else:
            super().keyPressEvent(event)
