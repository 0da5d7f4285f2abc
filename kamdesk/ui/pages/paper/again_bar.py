"""The strip above the pages of an edition that is shown as it was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kamdesk.client.units import tell_long_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.order import Order
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label


class AgainBar(QFrame):
    """Says which edition it is, and leads back to the one to come."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, look.colour("soft"))
        self.setPalette(palette)
        self._words = Label(look, "", "body", elide=True)
        self.back = Button(look, look.tr("Back to the draft"), "third", key="Esc", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.px(24), 0, look.theme.px(12), 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.back)
        self.setFixedHeight(look.theme.px(40))
        self.back.clicked.connect(self.left)
        self.hide()

    def show_order(self, order: Order | None) -> None:
        """Tell of an edition; None hides the strip."""
        self.setVisible(order is not None)
        if order is None:
            return
        tr, issue = self.look.tr, order.issue
        day = tell_long_day(order.on, self.look.words)
        words = tr("Edition {n} as it was on {day}", n=issue.number, day=day)
        if issue.reader:
            words = tr("Edition {n} as {reader} got it on {day}", n=issue.number, reader=issue.reader, day=day)
        self._words.setText(words)

    def words(self) -> str:
        """What it says."""
        return self._words.text()
