"""The first start: in which language, and with the sample or empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.painters import left_square, paint_focus, paint_text, rounded
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.words import LANGUAGES, OWN_NAMES

_WIDTH = 560


class Welcome(QWidget):
    """Fills the window until the choice is made."""

    chosen = Signal(str)  # "sample" or "empty"
    wished = Signal(str, object)  # "language" "zh_TW"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._sign = _Sign(look)
        self._language = Segments(look, [Option(name, OWN_NAMES[name]) for name in LANGUAGES], tr("Language"))
        self._language.choose(look.words.language)
        self._sample = _Choice(
            look,
            "sample",
            tr("Load the sample"),
            tr("Twelve invented clients to try everything on; remove them any time."),
            "building-2",
        )
        self._empty = _Choice(look, "empty", tr("Start empty"), tr("Begin with your own first client."), "plus")
        self._waiting = Label(look, "", "body", "accent")
        self._arrange()
        self.setFocusProxy(self._sample)
        self._sample.clicked.connect(self._choose)
        self._empty.clicked.connect(self._choose)
        self._language.chosen.connect(self._choose_language)

    def show_waiting(self) -> None:
        """Say at once that the sample is being loaded; the store then needs the window's thread for a second or two."""
        self._waiting.setText(self.look.tr("Loading the sample…"))
        self.repaint()

    def _arrange(self) -> None:
        look, tr, theme = self.look, self.look.tr, self.look.theme
        told = tr(
            "Keep your key accounts, weigh the relationships, compare the rivals, prepare the next visit "
            "and print the plan. Everything stays on this computer."
        )
        column = QVBoxLayout()
        column.setSpacing(theme.space("l"))
        column.addStretch(2)
        column.addWidget(self._sign)
        column.addWidget(Label(look, tr("Welcome to KAMDesk"), "page"))
        column.addWidget(Paragraph(look, told, "body", "text2"))
        column.addSpacing(theme.space("s"))
        column.addWidget(self._sample)
        column.addWidget(self._empty)
        column.addSpacing(theme.space("s"))
        column.addWidget(self._language, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._waiting)
        column.addStretch(3)
        held = QWidget()
        held.setFixedWidth(theme.px(_WIDTH))
        held.setLayout(column)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(held)
        row.addStretch(1)

    def _choose(self) -> None:
        choice = self.sender()
        if isinstance(choice, _Choice):
            self.chosen.emit(choice.value)

    def _choose_language(self, value: object) -> None:
        self.wished.emit("language", value)


class _Choice(QAbstractButton):
    """A large button of two lines; Enter presses it too."""

    def __init__(self, look: Look, value: str, words: str, more: str, icon: str) -> None:
        super().__init__()
        self.look, self.value = look, value
        self._more, self._icon = more, icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self.setFixedHeight(look.theme.px(72))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(self.look.theme.px(_WIDTH), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and the line that explains them."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill = look.colour("hover" if self.underMouse() else "tile")
        rounded(painter, rect, look.theme.radius("tile"), fill, QPen(look.colour("edge"), 1))
        look.icons.paint(painter, left_square(rect, px(24), px(22)), self._icon, "accent")
        upper = QRectF(px(66), px(14), rect.width() - px(110), px(24))
        paint_text(painter, upper, self.text(), look.font("section"), look.colour("text"))
        lower = upper.translated(0, px(22))
        paint_text(painter, lower, self._more, look.font("small"), look.colour("muted"))
        arrow = QRectF(rect.right() - px(38), 0, px(16), rect.height())
        look.icons.paint(painter, left_square(arrow, px(16)), "chevron-right", "muted")
        if self.hasFocus():
            paint_focus(painter, rect, look, look.theme.radius("tile"))
        painter.end()


class _Sign(QWidget):
    """The program's sign, large."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._side = look.theme.px(48)
        self._drawn = look.icons.program().pixmap(QSize(self._side, self._side))
        self.setFixedSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._drawn)
        painter.end()
