"""A short word about what was done, with one thing to do about it; it goes by itself and never takes the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import left_square, paint_text, rounded, text_width

_TICK = 100  # ms
_ABOVE = 24  # px between the toast and the window's edge


@dataclass(frozen=True, slots=True)
class Note:
    """What a toast says: words, an icon, and the words and key of what can be done about it, perhaps of two things."""

    words: str
    icon: str = "check"
    colour: str = "ok"
    action: str = ""
    key: str = ""
    also: str = ""  # the words of another thing that can be done
    lasting: bool = False  # stays until it is taken away: work that goes on


class Toast(QWidget):
    """A child of what it lies over, above the middle of its lower edge."""

    acted = Signal()
    acted_also = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._over = look, parent
        self._note = Note("")
        self._share = -1.0  # of the work done, below 0 while unknown
        self._left = 0  # ms
        self._shift = 0  # px that the middle lies right of the parent's own
        self._words = Label(look, "", "body", elide=False)
        self._action, self._also = _ActionButton(look), _ActionButton(look)
        self._close = IconButton(look, "x", look.tr("Close"), small=True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, interval=_TICK)
        self.setFixedHeight(look.size("toast"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.theme.px(44), 0, look.theme.px(8), 0)
        self._row.setSpacing(look.theme.space("m"))
        for part in (self._words, self._action, self._also, self._close):
            self._row.addWidget(part)
        self._timer.timeout.connect(self._tick)
        self._action.clicked.connect(self._act)
        self._also.clicked.connect(self._act_also)
        self._close.clicked.connect(self._dismiss)
        parent.installEventFilter(self)
        self.hide()

    def show_note(self, note: Note) -> None:
        """Say this, instead of what was said before."""
        self._note, self._share = note, -1.0
        self._words.setText(note.words)
        self._action.show_action(note.action, note.key)
        self._also.show_action(note.also, "")
        self._left = self.look.size("toast_seconds") * 1000
        self.setAccessibleName(note.words)
        self._row.activate()
        self._settle()
        self.show()
        self.raise_()
        self._timer.stop() if note.lasting else self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, note.words))

    def show_progress(self, done: int, total: int) -> None:
        """Draw how far the work is."""
        self._share = done / total if total else -1.0
        self.update()

    def middle_at(self, shift: int) -> None:
        """Lie this many px right of the parent's middle: over the page, not over the rail."""
        self._shift = shift
        self._settle()

    def take_away(self) -> None:
        """Go without a word."""
        self._timer.stop()
        self.hide()

    @property
    def running(self) -> bool:
        """True while its time runs out."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        """As wide as its words, not wider than what it lies over."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._over.width() - self.look.theme.px(48)), self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._settle()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody reads."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on running out."""
        if self.isVisible() and not self._note.lasting:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon and the line that runs out."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, look.theme.radius("card"), look.colour("raised"), QPen(look.colour("edge"), 1))
        look.icons.paint(painter, left_square(rect, look.size("icon"), px(16)), self._note.icon, self._note.colour)
        whole = look.size("toast_seconds") * 1000
        share = self._share if self._note.lasting else self._left / whole if look.motion else 0.0
        if share > 0:
            line = QRectF(px(6), rect.bottom() - 3, (rect.width() - px(12)) * min(1.0, share), 2)
            painter.fillRect(line, look.colour("accent"))
        painter.end()

    def _settle(self) -> None:
        self.resize(self.sizeHint())
        left = (self._over.width() - self.width() + self._shift) // 2
        self.move(max(0, left), self._over.height() - self.height() - self.look.theme.px(_ABOVE))

    def _tick(self) -> None:
        self.run_out(_TICK)

    def run_out(self, passed: int) -> None:
        """So many ms have passed."""
        self._left -= passed
        if self._left <= 0:
            self._dismiss()
        elif self.look.motion:
            self.update()

    def _act(self) -> None:
        self.take_away()
        self.acted.emit()

    def _act_also(self) -> None:
        self.take_away()
        self.acted_also.emit()

    def _dismiss(self) -> None:
        self.take_away()
        self.closed.emit()


class _ActionButton(QAbstractButton):
    """The words of an action in accent, with its key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_action(self, words: str, key: str) -> None:
        """Offer this; nothing when `words` is empty."""
        self._key = key
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for words and key."""
        width = text_width(self.text(), self.look.fonts.bold()) + self.look.theme.px(2)
        if self._key:
            width += keycap_width(self._key, self.look) + self.look.theme.px(10)
        return QSize(round(width), self.look.size("toast"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and key."""
        look = self.look
        painter = QPainter(self)
        rect = QRectF(self.rect())
        font = look.fonts.bold()
        used = paint_text(painter, rect, self.text(), font, look.colour("accent"))
        if self._key:
            keycap(painter, rect.adjusted(used + look.theme.px(10), 0, 0, 0), self._key, look)
        painter.end()
