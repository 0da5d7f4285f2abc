"""How a line of the palette is painted, and the model that holds the lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kamdesk.ui.hit_rows import Row
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.painters import left_square, paint_text, rounded, text_width
from kamdesk.ui.parts.portraits import avatar, logo_tile

Index = QModelIndex | QPersistentModelIndex
_HEAD = 30  # px
_SIDE = 20  # px from the card's edge to a row's text


class PaletteRows(QAbstractListModel):
    """The lines found; heads cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Hold these lines instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The line at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def first(self) -> QModelIndex:
        """The first line that can be chosen, invalid when that one waits until somebody goes there."""
        index = self.next_of(-1, 1)
        row = self.row(index)
        return QModelIndex() if row is not None and row.waits else index

    def next_of(self, row: int, step: int) -> QModelIndex:
        """The next line that can be chosen, round the end; invalid when there is none."""
        count = len(self._rows)
        for away in range(1, count + 1):
            at = (row + step * away) % count
            if not self._rows[at].head:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line's words, for screen readers too."""
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, [row.text, row.more, row.why]))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are only read."""
        row = self.row(index)
        if row is None or row.head:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Paints a line: picture, name, what belongs to it, why it was found, its key."""

    def __init__(self, look: Look, model: PaletteRows, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are lower than rows."""
        row = self._model.row(index)
        return QSize(100, self.look.theme.px(_HEAD) if row and row.head else self.look.size("palette_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row = self._model.row(index)
        if row is None:
            return
        look, px = self.look, self.look.theme.px
        rect = QRectF(option.rect)
        if row.head:
            head = rect.adjusted(px(_SIDE), px(6), -px(_SIDE), 0)
            paint_text(painter, head, row.text, look.font("small"), look.colour("muted"))
            return
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = rect.adjusted(px(8), 0, -px(8), 0)
        if chosen:
            rounded(painter, ground, look.theme.radius("control"), look.colour("sel"))
            bar = QRectF(ground.left(), ground.top(), look.size("bar"), ground.height())
            painter.fillRect(bar, look.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, ground, look.theme.radius("control"), look.colour("hover"))
        end = self._paint_end(painter, rect.adjusted(0, 0, -px(_SIDE), 0), row, chosen=chosen)
        self._paint_name(
            painter, QRectF(rect.left() + px(_SIDE), rect.top(), end - rect.left() - px(_SIDE), rect.height()), row
        )

    def _paint_name(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        look, px = self.look, self.look.theme.px
        box = left_square(rect, px(24))
        if row.person:
            avatar(painter, box, row.person, row.attitude, look, ground="raised", shape=row.known)
        elif row.client:
            logo_tile(painter, box, row.client, row.text, row.logo, look)
        elif row.icon:
            look.icons.paint(painter, left_square(rect, look.size("icon"), px(4)), row.icon, "text2")
        words = rect.adjusted(px(36), 0, -px(12), 0)
        used = paint_text(painter, words, row.text, look.font("body", 500), look.colour("text"))
        if row.more and used + px(40) < words.width():
            rest = words.adjusted(used + px(12), 0, 0, 0)
            paint_text(painter, rest, row.more, look.font("body"), look.colour("muted"))

    def _paint_end(self, painter: QPainter, rect: QRectF, row: Row, *, chosen: bool) -> float:
        """Paint the key and the reason at the right; gives where they begin."""
        look, px = self.look, self.look.theme.px
        left = rect.right()
        key = row.key or ("Enter" if chosen else "")
        if key:
            wide = keycap_width(key, look)
            left -= wide
            keycap(painter, QRectF(left, rect.top(), wide, rect.height()), key, look)
            left -= px(10)
        if row.why:
            wide = min(text_width(row.why, look.fonts.bold("small")) + 2, rect.width() * 0.5)
            left -= wide
            self._paint_why(painter, QRectF(left, rect.top(), wide, rect.height()), row)
        return left

    def _paint_why(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        look = self.look
        muted, accent = look.colour("muted"), look.colour("accent")
        at = row.why.casefold().find(row.marked.casefold()) if row.marked else -1
        to = at + len(row.marked)
        parts = [(row.why, muted, False)]
        if at >= 0:
            parts = [(row.why[:at], muted, False), (row.why[at:to], accent, True), (row.why[to:], muted, False)]
        for text, colour, strong in parts:
            font = look.fonts.bold("small") if strong else look.font("small")
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
            rect.setLeft(rect.left() + text_width(shown, font))
