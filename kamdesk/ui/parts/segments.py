"""One of several, chosen by a click or the arrows: a segmented control, or tabs beside a title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, square, text_width


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: the value it stands for, its words and perhaps an icon."""

    value: object
    text: str
    icon: str = ""


class Segments(QWidget):
    """A row of options of which one is chosen, or with `toggle` perhaps none.

    `boxed` is the segmented control with its frame; otherwise tabs of a page, without one.
    """

    chosen = Signal(object)  # the value; None when nothing is chosen any more

    def __init__(
        self,
        look: Look,
        options: Sequence[Option],
        spoken: str,
        *,
        boxed: bool = True,
        toggle: bool = False,
        spread: bool = False,
    ) -> None:
        """`spread` options share the width there is, with their words in the middle."""
        super().__init__()
        self.look = look
        self._boxed, self._toggle = boxed, toggle
        self._group = QButtonGroup(self)
        self._group.setExclusive(not toggle)
        self._values: dict[QAbstractButton, object] = {}
        self.setAccessibleName(spoken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0 if boxed else look.theme.px(2))
        for index, option in enumerate(options):
            segment = _Segment(look, option, boxed=boxed, first=index == 0, spread=spread)
            self._values[segment] = option.value
            self._group.addButton(segment)
            row.addWidget(segment)
        across = QSizePolicy.Policy.Fixed if boxed else QSizePolicy.Policy.Maximum
        across = QSizePolicy.Policy.Ignored if spread else across
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        if options and not toggle:
            self.choose(options[0].value)

    def value(self) -> object:
        """The chosen value, None without one."""
        button = self._group.checkedButton()
        return self._values[button] if button else None

    @property
    def narrows(self) -> bool:
        """Whether it chooses what is shown, and not only how."""
        return not self._boxed or self._toggle

    def words(self) -> str:
        """The words of the chosen option, "" without one."""
        button = self._group.checkedButton()
        return button.text() if button else ""

    def choose(self, value: object) -> None:
        """Choose without telling anybody; None takes the choice away where that is allowed."""
        for button, held in self._values.items():
            button.setChecked(held == value)

    def show_counts(self, counts: Mapping[Any, int]) -> None:
        """Write a count beside the options that have one."""
        for button, value in self._values.items():
            if isinstance(button, _Segment) and value in counts:
                button.show_count(counts[value])

    def minimumSizeHint(self) -> QSize:
        """Tabs can do with the room of one; a segmented control cannot."""
        if self._boxed or not self._values:
            return self.sizeHint()
        return max((button.sizeHint() for button in self._values), key=QSize.width)

    def sizeHint(self) -> QSize:
        """Room for all, also for those that are left out now."""
        gap = 0 if self._boxed else self.look.theme.px(2)
        widths = [button.sizeHint().width() for button in self._values]
        return QSize(sum(widths) + gap * max(0, len(widths) - 1), self.look.size("button"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out tabs that do not fit, never the chosen one."""
        super().resizeEvent(event)
        if self._boxed:
            return
        room = self.width() - sum(button.sizeHint().width() for button in self._values if button.isChecked())
        for button in self._values:
            if not button.isChecked():
                room -= button.sizeHint().width() + self.look.theme.px(2)
                button.setVisible(room >= 0)

    def _clicked(self, button: QAbstractButton) -> None:
        if self._toggle:
            for other in self._values:
                if other is not button:
                    other.setChecked(False)
        self.chosen.emit(self.value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of a segmented control."""
        if not self._boxed:
            return
        painter = QPainter(self)
        look = self.look
        edge = QPen(look.colour("edge"), 1)
        rounded(painter, QRectF(self.rect()), look.theme.radius("control"), look.colour("canvas"), edge)
        painter.end()


class _Segment(QAbstractButton):
    """One option of Segments."""

    def __init__(self, look: Look, option: Option, *, boxed: bool, first: bool, spread: bool) -> None:
        super().__init__()
        self.look = look
        self._icon, self._boxed, self._first, self._spread = option.icon, boxed, first, spread
        self._count: int | None = None
        self.setText(option.text)
        self.setAccessibleName(option.text)
        self.setCheckable(True)
        self.setFixedHeight(look.size("button"))
        across = QSizePolicy.Policy.Expanding if spread else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def minimumSizeHint(self) -> QSize:
        """Spread words may stand closer to the edges."""
        hint = self.sizeHint()
        return QSize(hint.width() - self.look.theme.px(16), hint.height()) if self._spread else hint

    def show_count(self, count: int) -> None:
        """Write a count after the words."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and count, wide enough for the strong weight."""
        px = self.look.theme.px
        width = text_width(self.text(), self.look.fonts.bold()) + px(24 if self._boxed else 18)
        if self._icon:
            width += self.look.size("icon") + px(6)
        if self._count is not None:
            width += text_width(str(self._count), self.look.font("small")) + px(7)
        return QSize(round(width), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the option."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1) if self._boxed else QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            rounded(painter, ground, px(5), look.colour("sel" if self.isChecked() else "hover"))
        if self._boxed and not self._first:
            painter.fillRect(QRectF(0, 1, 1, self.height() - 2), look.colour("edge"))
        font = look.fonts.bold() if self.isChecked() else look.font("body")
        left = float(px(12 if self._boxed else 9))
        if self._spread:
            left = max(px(4), left + (self.width() - self.sizeHint().width()) / 2)
        if self._icon:
            side = look.size("icon")
            ink = "accent" if self.isChecked() else "text2"
            look.icons.paint(painter, square(QPointF(left + side / 2, self.height() / 2), side), self._icon, ink)
            left += side + px(6)
        room = QRectF(left, 0, self.width() - left, self.height())
        used = paint_text(painter, room, self.text(), font, look.colour("text" if self.isChecked() else "text2"))
        if self._count is not None:
            rest = QRectF(left + used + px(7), 0, self.width() - left - used - px(7), self.height())
            paint_text(painter, rest, str(self._count), look.font("small"), look.colour("muted"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look)
        painter.end()
