"""The leak check: what a copy for others leaves out, by name, and where it is printed instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QLabel, QToolTip, QVBoxLayout, QWidget

from kamdesk.client.paper_records import Audience
from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.painters import paint_lines, square
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

if TYPE_CHECKING:
    from kamdesk.client.leak_check import LeftOut

_FIRST = 4  # lines shown before somebody asks for all
_NAMED = 6  # names told in a line


@dataclass(frozen=True, slots=True)
class LeakRow:
    """One thing that stays here."""

    key: str
    title: str
    where: str
    names: str


class LeakPart(QWidget):
    """A line for each thing that stays here; the whole list on demand."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._left: Sequence[LeftOut] = ()
        self._audience = Audience.CLIENT
        self._all = False
        self.heading = Heading(look, look.tr("Leak check"))
        shield = QLabel()
        shield.setPixmap(look.icons.pixmap("shield-check", "ok", look.theme.px(16)))
        self.heading.add(shield)
        self._note = Paragraph(look, "", "small", "muted")
        self.rows = _LeakList(_LeakDelegate(look), look.tr("Leak check"), growing=True)
        self.more = LineButton(look, "", icon="chevron-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addSpacing(look.theme.px(4))
        for part in (self._note, self.rows, self.more):
            column.addWidget(part)
        self.more.clicked.connect(self._show_all)

    def show_left(self, left: Sequence[LeftOut], audience: Audience) -> None:
        """Show what the copy for this audience leaves out."""
        look, self._left, self._audience = self.look, left, audience
        brief = audience is Audience.BRIEF
        told = look.tr("The brief leaves out:") if brief else look.tr("A client's copy leaves out:")
        self._note.setText(told if left else look.tr("There is nothing to leave out."))
        shown = left if self._all else left[:_FIRST]
        rows = [_row(at, item, look) for at, item in enumerate(left)]
        self.rows.show_rows(rows[: len(shown)], rows)
        self.rows.setVisible(bool(shown))
        rest = len(left) - len(shown)
        self.more.show_line(look.trn("{n} more", "{n} more", rest), icon="chevron-down")
        self.more.setVisible(rest > 0)

    def _show_all(self) -> None:
        self._all = True
        self.show_left(self._left, self._audience)


class _LeakList(RowList):
    """All names of a row under the mouse."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell them."""
        if isinstance(event, QHelpEvent):
            row = self.model_of_rows.item(self.indexAt(event.pos()))
            QToolTip.showText(event.globalPos(), row.names if row is not None else "", self)
            return True
        return super().viewportEvent(event)


class _LeakDelegate(RowDelegate):
    """A lock, what it is and of whom, below it where it is printed instead."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(48))

    def draw(self, painter: QPainter, rect: QRectF, item: LeakRow, *, selected: bool) -> None:
        """Paint a line."""
        look, px = self.look, self.look.theme.px
        look.icons.paint(painter, square(QPointF(rect.left() + px(9), rect.center().y()), px(14)), "lock", "muted")
        paint_lines(painter, rect.adjusted(px(26), 0, 0, 0), item.title, item.where, look)


def _row(at: int, item: LeftOut, look: Look) -> LeakRow:
    names = f"{look.tell(item.label)}\n{_joined(item.names, look)}"
    return LeakRow(str(at), _told(item, look), look.tell(item.where), names)


def _told(item: LeftOut, look: Look) -> str:
    """What and of whom: “Attitude of 5: 王璐, …”; a single one by its name alone."""
    label = look.tell(item.label)
    if item.count == 1 and item.names:
        return look.tr("{what} {name}", what=label, name=item.names[0])
    names = _joined(item.names[:_NAMED], look)
    if not names:
        return look.tr("{what}: {n}", what=label, n=item.count)
    return look.tr("{what} of {n}: {names}", what=label, n=item.count, names=names)


def _joined(names: Sequence[str], look: Look) -> str:
    return ("、" if look.words.chinese else ", ").join(names)
