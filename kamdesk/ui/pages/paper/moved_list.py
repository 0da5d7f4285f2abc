"""What moved since an edition: a sign, of whom or what, and from what to what; Enter leads there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.marks import triangle
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

if TYPE_CHECKING:
    from kamdesk.client.moved import Moved

_FIRST = 6  # so many are shown before somebody asks for all
_SIGNS = {
    "up": ("", "ok"),
    "down": ("", "bad"),
    "new": ("plus", "accent"),
    "gone": ("minus", "muted"),
    "same": ("pencil", "muted"),
}


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One move as the list shows it."""

    key: str
    title: str
    value: str
    sign: str  # the value of a client.moved.Sign
    section: str
    record: str


class MovedPart(QWidget):
    """Heading, list, a line for all of them, and one that leads to the page they are printed on."""

    wanted = Signal(str, str)  # section and key of a record
    printed = Signal()  # where the changes are printed

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._moved: Sequence[Moved] = ()
        self._all = False
        self._number: int | None = None
        self.heading = Heading(look, "")
        self.rows = RowList(_MovedDelegate(look), look.tr("What changed"), growing=True)
        self.more = LineButton(look, "", icon="chevron-down")
        self.page = LineButton(look, look.tr("The changes go along in the PDF"), icon="file-text", colour="accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addSpacing(look.theme.px(4))
        for part in (self.rows, self.more, self.page):
            column.addWidget(part)
        self.rows.opened.connect(self._open)
        self.rows.clicked.connect(self._open_current)
        self.more.clicked.connect(self._show_all)
        self.page.clicked.connect(self.printed)

    def show_moved(self, moved: Sequence[Moved], number: int | None) -> None:
        """Show what moved since the edition of this number; nothing without one."""
        self.setVisible(number is not None)
        if number is None:
            return
        look = self.look
        self._moved, self._number = moved, number
        self.heading.show_words(look.tr("Since edition {n}", n=number))
        real = sum(move.sign.value != "still" for move in moved)
        count = look.trn("{n} change", "{n} changes", real) if real else look.tr("nothing changed")
        self.heading.show_count(count)
        shown = moved if self._all else moved[:_FIRST]
        rows = [_row(at, move, look) for at, move in enumerate(moved)]
        self.rows.show_rows(rows[: len(shown)], rows)
        self.rows.setVisible(bool(shown))
        rest = len(moved) - len(shown)
        self.more.show_line(look.trn("{n} more", "{n} more", rest), icon="chevron-down")
        self.more.setVisible(rest > 0)
        self.page.setVisible(bool(moved))

    def _show_all(self) -> None:
        self._all = True
        self.show_moved(self._moved, self._number)

    def _open(self, key: str) -> None:
        row = self.rows.model_of_rows.item(self.rows.model_of_rows.index_of(key))
        if row is not None:
            self.wanted.emit(row.section, row.record)

    def _open_current(self, _index: object) -> None:
        self._open(self.rows.current_key())


def _row(at: int, move: Moved, look: Look) -> MovedRow:
    return MovedRow(str(at), look.tell(move.said), look.tell(move.value), move.sign.value, move.section, move.key)


class _MovedDelegate(RowDelegate):
    """Sign, words, value at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(34))

    def draw(self, painter: QPainter, rect: QRectF, item: MovedRow, *, selected: bool) -> None:
        """Paint a move."""
        look, px = self.look, self.look.theme.px
        icon, ink = _SIGNS.get(item.sign, ("equal", "muted"))
        middle = QPointF(rect.left() + px(9), rect.center().y())
        if icon:
            look.icons.paint(painter, square(middle, px(14)), icon, ink)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(ink))
            triangle(painter, square(middle, px(8)), up=item.sign == "up")
        small = look.font("small")
        words = rect.adjusted(px(26), 0, -px(4), 0)
        wide = min(text_width(item.value, small) + 1, words.width() * 0.62)
        paint_text(
            painter, words.adjusted(words.width() - wide, 0, 0, 0), item.value, small, look.colour("text2"), RIGHT
        )
        paint_text(painter, words.adjusted(0, 0, -wide - px(8), 0), item.title, look.font(), look.colour("text"))
