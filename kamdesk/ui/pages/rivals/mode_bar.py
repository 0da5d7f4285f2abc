"""The bar above the sheet while it is not looked at as it is: what is tried and what moves, or whose eyes these are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.role_view import View
from kamdesk.desk.what_if import Moved
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import rounded
from kamdesk.words import Said

_MOST = 8  # things that move, as chips
_WIDEST = 300  # px of a chip at 100 % text


class ModeBar(QWidget):
    """Hidden while the sheet is looked at as it is."""

    keeping = Signal()
    leaving = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._tone = "warn_soft"
        self._title = Label(look, "", "body", strong=True)
        self._told = Label(look, "", "small", "text2", wrap=True)
        self._moves = QWidget()
        self._flow = Flow(self._moves, look.theme.px(6))
        self.keep = Button(look, look.tr("Keep"), "primary", key="Enter", small=True)
        self.leave = Button(look, look.tr("Discard"), "second", key="Esc", small=True)
        self._arrange()
        self.keep.clicked.connect(self.keeping)
        self.leave.clicked.connect(self.leaving)
        self.hide()

    def _arrange(self) -> None:
        px = self.look.theme.px
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._moves.setSizePolicy(policy)
        self.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        for widget in (self._title, self._told, self._moves):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(10), px(8))
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)

    def show_trying(self, cells: int, moves: Sequence[Moved], note: str = "") -> None:
        """Say how many cells are tried and what moves with them; with `note` why something was not."""
        look, tr = self.look, self.look.tr
        tried = look.trn("What if: {n} cell tried", "What if: {n} cells tried", cells)
        self._title.setText(tried if cells else tr("What if"))
        if not cells:
            told = tr("Press 1-5 on a score or type another weight; nothing is kept until you say so.")
        else:
            told = "" if moves else tr("Nothing moves: the same tactics, the same stance.")
        self._show(note or told, [move.said for move in moves], "warn_soft")
        self.keep.setEnabled(cells > 0)
        self.keep.show()
        self.leave.show_words(tr("Discard"))

    def show_eyes(self, view: View, note: str = "") -> None:
        """Say through whose eyes the sheet is seen."""
        look, tr = self.look, self.look.tr
        name = look.tell(view.name) if isinstance(view.name, Said) else view.name
        self._title.setText(tr("Seen by {name}", name=name))
        needs = look.trn("{n} need matters here", "{n} needs matter here", view.needs)
        what = tr("Weights are this person's own.") if view.contact else tr("Weights are the mean of its people.")
        self._show(note or tr("{needs}. {what}", needs=needs, what=what), [], "soft")
        self.keep.hide()
        self.leave.show_words(tr("Everybody"))

    def _show(self, told: str, moves: Sequence[Said], tone: str) -> None:
        self._tone = tone
        self._told.setText(told)
        self._told.setVisible(bool(told))
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = [self.look.tell(said) for said in moves[:_MOST]]
        if len(moves) > _MOST:
            words.append(self.look.tr("+{n} more", n=len(moves) - _MOST))
        for text in words:
            chip = Chip(self.look, text, "plain")
            chip.setFixedWidth(min(chip.width(), self.look.theme.px(_WIDEST)))
            self._flow.addWidget(chip)
        self._moves.setVisible(bool(words))
        self.setAccessibleName(". ".join(filter(None, (self._title.text(), told, *words))))
        self.show()
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        pen = QPen(self.look.colour("edge"), 1)
        rounded(painter, QRectF(self.rect()), self.look.theme.radius("card"), self.look.colour(self._tone), pen)
        painter.end()
