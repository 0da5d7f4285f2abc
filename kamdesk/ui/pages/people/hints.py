"""What the decision chain lacks: chips above the legend of the people map, and the whole list with whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.chain import ChainRule, Flag
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_focus, paint_text, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_WIDEST = 260  # px of one chip
_LOOKS = {
    ChainRule.CONTESTED: ("bad", "x"),
    ChainRule.OPPONENT: ("bad", "circle-alert"),
    ChainRule.ROLE: ("warn", "user-search"),
    ChainRule.PLACEHOLDER: ("warn", "user-search"),
    ChainRule.REPORTS: ("warn", "network"),
    ChainRule.INFORMAL: ("warn", "spline"),
    ChainRule.WEIGHED: ("warn", "scale"),
}
_USUAL = ("warn", "triangle-alert")


class HintRow(QWidget):
    """The gravest gaps as chips; how many more there are is said on the last one, which opens the list."""

    chosen = Signal(object)  # Flag
    listed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._flags: Sequence[Flag] = ()
        self._some = False
        self._chips: list[HintChip] = []
        self._term = Label(look, look.tr("Hints"), "small", "muted")
        self.more = Button(look, "", "third", key="H", small=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.px(8))
        self._row.addWidget(self._term)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.setFixedHeight(look.size("button_small"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(self.listed)

    def show_flags(self, flags: Sequence[Flag], *, some: bool) -> None:
        """Show these gaps; `some` is whether there is anybody at all."""
        if list(flags) == list(self._flags) and some == self._some:
            return
        self._flags, self._some = flags, some
        for button in self._chips:
            button.deleteLater()
        self._chips = []
        for at, flag in enumerate(flags[:5]):
            made = HintChip(self.look, flag)
            made.clicked.connect(self._press)
            self._chips.append(made)
            self._row.insertWidget(1 + at, made)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many chips as fit."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        gap = self.look.theme.px(8)
        self.more.show_words(self.look.trn("All {n} hint", "All {n} hints", len(self._flags)))
        room = self.width() - self._term.sizeHint().width() - self.more.sizeHint().width() - 2 * gap
        for button in self._chips:
            room -= button.sizeHint().width() + gap
            button.setVisible(room >= 0)
        self.more.setVisible(bool(self._flags))
        complete = self._some and not self._flags
        self._term.setText(self.look.tr("No gap in the decision chain.") if complete else self.look.tr("Hints"))

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, HintChip):
            self.chosen.emit(sender.flag)


class HintChip(QAbstractButton):
    """One gap; a click goes to whom or what it is about."""

    def __init__(self, look: Look, flag: Flag) -> None:
        super().__init__()
        self.look, self.flag = look, flag
        self._tone, self._icon = _LOOKS.get(flag.rule, _USUAL)
        self.setText(look.tell(flag.said))
        ask = look.tr("Ask {name}", name=flag.ask.name) if flag.ask else ""
        self.setAccessibleName(self.text())
        self.setToolTip("\n".join(filter(None, (self.text(), ask))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The chip, a long one cut."""
        wide = min(chip_width(self.text(), self.look, self._icon), self.look.theme.px(_WIDEST))
        return QSize(int(wide) + 2, self.look.size("chip") + self.look.theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        chip(painter, QRectF(self.rect()), self.text(), self.look, self._tone, self._icon)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.look, self.look.theme.radius("badge"))
        painter.end()


class _FlagDelegate(RowDelegate):
    """What is missing, below it what to ask whom, or what is being done about it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(46), look.theme.px(12))

    def draw(self, painter: QPainter, rect: QRectF, item: tuple[int, Flag], *, selected: bool) -> None:
        """Paint a gap."""
        look, px, flag = self.look, self.look.theme.px, item[1]
        tone, icon = _LOOKS.get(flag.rule, _USUAL)
        side = look.size("icon")
        look.icons.paint(painter, left_square(rect, side), icon, tone)
        words = rect.adjusted(side + px(12), px(4), 0, -px(4))
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        paint_text(painter, upper, look.tell(flag.said), look.font("name"), look.colour("text"))
        small, lower = look.font("small"), upper.translated(0, words.height() / 2)
        right = ""
        if flag.answer:
            right = look.tr("Planned: {text}", text=flag.answer.text)
        elif flag.ask:
            right = look.tr("Ask {name}", name=flag.ask.name)
        wide = min(text_width(right, small) + 1, lower.width() * 0.55)
        paint_text(painter, lower.adjusted(0, 0, -wide - px(12), 0), look.tell(flag.asks), small, look.colour("muted"))
        end = QRectF(lower.right() - wide, lower.top(), wide, lower.height())
        paint_text(painter, end, right, small, look.colour("ok" if flag.answer else "accent"), RIGHT)


class HintList(Floating):
    """Everything that is missing, the gravest first: Enter goes there, A plans the question as an action."""

    chosen = Signal(object)  # Flag
    planned = Signal(object)  # Flag
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=620, foot=True)
        tr = look.tr
        self._heading = Heading(look, tr("Is the decision chain complete?"))
        self._plan = Button(look, tr("Plan to ask"), "second", icon="plus", key="A", small=True)
        self._close = Button(look, tr("Close"), "third", key="Esc", small=True)
        self._delegate = _FlagDelegate(look)
        self.rows = RowList(self._delegate, tr("Hints"), key=_key)
        px = look.theme.px
        self._heading.add(self._plan)
        self._heading.add(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(14), 0, px(8), px(4))
        head.addWidget(self._heading)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_list)
        self.rows.installEventFilter(self)
        self.rows.opened.connect(self._open)
        self._plan.clicked.connect(self._ask)
        self._close.clicked.connect(self.close_list)

    def show_flags(self, flags: Sequence[Flag], *, locked: bool = False) -> None:
        """Show these gaps."""
        self.rows.show_rows(list(enumerate(flags)))
        self._heading.show_count(len(flags) or "")
        self._plan.setEnabled(not locked)
        if not flags:
            self.close_list()

    def open_list(self) -> None:
        """Take the keyboard."""
        self.appear()
        self.rows.setFocus()

    def close_list(self) -> None:
        """Go, and give the keyboard back."""
        if not self.isHidden():
            self.closed.emit()
            self.hide()

    def sizeHint(self) -> QSize:
        """As high as its rows, within the room there is."""
        high = self.rows.model_of_rows.rowCount() * self.look.theme.px(46) + self.look.theme.px(58)
        return QSize(super().sizeHint().width(), min(high, self.look.theme.px(420)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list has the keyboard, letters are no shortcuts of the page."""
        claimed = event.type() == QEvent.Type.ShortcutOverride and watched is self.rows
        if claimed and isinstance(event, QKeyEvent) and event.text().isalnum():
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A plans the question; the other keys are not the map's."""
        if event.key() == Qt.Key.Key_A:
            self._ask()
        event.accept()

    def _current(self) -> Flag | None:
        item = self.rows.model_of_rows.item(self.rows.currentIndex())
        return item[1] if item else None

    def _open(self, _key: str) -> None:
        if (flag := self._current()) is not None:
            self.close_list()
            self.chosen.emit(flag)

    def _ask(self) -> None:
        if (flag := self._current()) is not None:
            self.planned.emit(flag)


def _key(row: tuple[int, Flag]) -> str:
    return f"{row[0]}:{row[1].rule.value}:{row[1].key}"
