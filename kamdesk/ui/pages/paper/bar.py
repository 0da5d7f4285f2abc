"""The bar below the pages: whether the document can be printed, in words, and how far work on it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.chapter_words import names_of
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, Made
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_text, square

_MOST_SIGNS = 12


class PaperBar(QWidget):
    """One line; with work under way it offers to stop."""

    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._icon, self._ink, self._words = "", "muted", ""
        self._when = Label(look, "", "small", "muted")
        self.stop = Button(look, look.tr("Stop"), "third", key="Esc", small=True)
        self.stop.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.space("xl"), 0, look.theme.space("xl"), 0)
        row.addStretch(1)
        row.addWidget(self._when)
        row.addWidget(self.stop)
        self.setFixedHeight(look.size("footer"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.stop.clicked.connect(self.stopped)

    def show_made(self, made: Made, moment: str) -> None:
        """Say whether the document can be printed as it is."""
        tr = self.look.tr
        missing = made.written.missing_characters
        empty = made.order.empty
        self._when.setText(tr("Updated {moment}", moment=moment))
        if missing:
            signs = " ".join(missing[:_MOST_SIGNS])
            words = self.look.trn(
                "{n} character cannot be printed: {signs}",
                "{n} characters cannot be printed: {signs}",
                len(missing),
                signs=signs,
            )
            self._say("triangle-alert", "warn", words)
        elif made.written.logo_lost:
            self._say(
                "triangle-alert", "warn", tr("The logo cannot be printed and is left out: choose another picture")
            )
        elif empty:
            names = names_of(empty, self.look)
            words = self.look.trn(
                "{n} chapter is empty: {names}", "{n} chapters are empty: {names}", len(empty), names=names
            )
            self._say("flag", "warn", words)
        elif made.order.document in (CARDS, BATTLE):
            count = made.written.pages
            words = self.look.trn(
                "Ready to print: fonts complete, {n} card", "Ready to print: fonts complete, {n} cards", count
            )
            self._say("circle-check", "ok", words)
        elif made.order.document != PLAN:
            self._say("circle-check", "ok", tr("Ready to print: fonts complete"))
        else:
            self._say("circle-check", "ok", tr("Ready to print: fonts complete, no empty chapter"))

    def show_words(self, words: str, icon: str = "", colour: str = "muted") -> None:
        """Say something else."""
        self._when.setText("")
        self._say(icon, colour, words)

    def show_printing(self, done: int, total: int) -> None:
        """Say how far the printing is."""
        self.stop.show()
        self.show_words(self.look.tr("Printing: page {n} of {m}", n=min(done + 1, total), m=total), "printer", "accent")

    def end_work(self) -> None:
        """Nothing can be stopped any more."""
        self.stop.hide()

    def words(self) -> str:
        """What it says."""
        return self._words

    def _say(self, icon: str, colour: str, words: str) -> None:
        self._icon, self._ink, self._words = icon, colour, words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, look.colour("canvas"))
        painter.fillRect(QRectF(0, 0, rect.width(), 1), look.colour("line"))
        left = float(look.theme.space("xl"))
        if self._icon:
            look.icons.paint(painter, square(QPointF(left + px(8), rect.center().y()), px(16)), self._icon, self._ink)
            left += px(26)
        taken = self._when.width() + (self.stop.width() if self.stop.isVisible() else 0) + px(40)
        room = QRectF(left, 1, rect.width() - left - taken, rect.height() - 1)
        paint_text(painter, room, self._words, look.font(), look.colour("text"))
        painter.end()
