"""The board of influence × attitude: cells by their heat with a word and a number, and a chip for each person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kamdesk.client.account import Person
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.heat_cells import (
    COLUMNS,
    ROWS,
    Cell,
    cell_of,
    cell_told,
    influence_words,
)
from kamdesk.ui.pages.people.heat_chip import HEIGHT, HeatChip
from kamdesk.ui.pages.people.heat_paint import WORD, paint_cell, paint_column, paint_row
from kamdesk.ui.parts.painters import paint_focus, text_width

_HEAD, _LEAST, _TRAY = 32, 66, 46  # px: column heads, a cell and a tray without anybody
_APART = 14  # px between the cells and the trays
_ROOMY = 720  # px from which on influence is told in words beside its number


class HeatBoard(QWidget):
    """Chips are moved between cells by mouse or keyboard; the board only says where one shall stand."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object)  # key, Cell

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.locked = False
        self.chips: dict[str, HeatChip] = {}
        self.cells: dict[Cell, QRect] = {}
        self._held: dict[Cell, list[HeatChip]] = {}
        self._over: Cell | None = None
        self._current = ""
        self._high = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(look.tr("People by influence and attitude"))

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these people; chips stay what they are, so the keyboard stays where it is."""
        wanted = {person.contact.key: person for person in people}
        for key in [key for key in self.chips if key not in wanted]:
            chip = self.chips.pop(key)
            chip.hide()
            chip.deleteLater()
        for key, person in wanted.items():
            if key not in self.chips:
                self.chips[key] = self._chip()
            self.chips[key].show_person(person)
        if self._current not in self.chips:
            self._current = next(iter(wanted), "")
        for key, chip in self.chips.items():
            chip.show_current(key == self._current)
        self._arrange()

    def current(self) -> str:
        """The key of the chosen person."""
        return self._current

    def choose(self, key: str) -> HeatChip | None:
        """Choose a person without telling."""
        if key not in self.chips:
            return None
        self._current = key
        for name, chip in self.chips.items():
            chip.show_current(name == key)
        return self.chips[key]

    def people_at(self, cell: Cell) -> list[str]:
        """Who stands on a cell, in the order of the chips."""
        return [chip.key for chip in self._held.get(cell, ())]

    def cell_at(self, place: QPoint) -> Cell | None:
        """The cell under a point."""
        return next((cell for cell, rect in self.cells.items() if rect.contains(place)), None)

    def _chip(self) -> HeatChip:
        chip = HeatChip(self.look)
        chip.setParent(self)
        chip.walked.connect(self._walk)
        chip.stepped.connect(self._step)
        chip.dragged.connect(self._drag)
        chip.dropped.connect(self._drop)
        chip.let_go.connect(self._arrange)
        chip.opened.connect(self.opened)
        chip.focused.connect(self._focus)
        chip.show()
        return chip

    def _sender(self) -> HeatChip:
        chip = self.sender()
        assert isinstance(chip, HeatChip)
        return chip

    def _focus(self) -> None:
        key = self._sender().key
        if key != self._current:
            self.choose(key)
            self.chosen.emit(key)

    def _walk(self, right: int, up: int) -> None:
        if (chip := _nearest(self.chips.values(), self._sender(), right, up)) is not None:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, right: int, up: int) -> None:
        chip = self._sender()
        if chip.person is not None:
            self._move(chip, cell_of(chip.person).step(right, up))

    def _drag(self, middle: QPoint) -> None:
        self._over = None if self.locked else self.cell_at(middle)
        self.update()

    def _drop(self, middle: QPoint) -> None:
        cell = self.cell_at(middle)
        self._arrange()
        if cell is not None:
            self._move(self._sender(), cell)

    def _move(self, chip: HeatChip, cell: Cell) -> None:
        if not self.locked and chip.person is not None and cell != cell_of(chip.person):
            self.moved.emit(chip.key, cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the chosen person."""
        if chip := self.chips.get(self._current):
            chip.setFocus(event.reason())

    def hasHeightForWidth(self) -> bool:
        """Cells grow with who stands on them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """As high as it was last."""
        return QSize(self.look.theme.px(640), self._high or self.look.theme.px(480))

    def minimumSizeHint(self) -> QSize:
        """Names are cut in a narrow one."""
        return QSize(self.look.theme.px(420), self._high or self.look.theme.px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._over, self._held = None, {}
        for chip in self.chips.values():
            if chip.person is not None:
                self._held.setdefault(cell_of(chip.person), []).append(chip)
        high = self._place(self.width(), move=True)
        if high != self._high:
            self._high = high
            self.updateGeometry()
        self.update()

    def _place(self, width: int, *, move: bool) -> int:
        px, top = self.look.theme.px, self.look.theme.px(_HEAD)
        columns = _columns(width, self.look)
        for row in ROWS:
            if row is None:
                top += px(_APART)
            cells = [Cell(row, attitude) for attitude in COLUMNS]
            least = px(_TRAY if row is None else _LEAST)
            fit = [self._fill(cell, place, top, move=move) for cell, place in zip(cells, columns, strict=True)]
            high = max([least, *fit])
            if move:
                for cell, (left, wide) in zip(cells, columns, strict=True):
                    self.cells[cell] = QRect(left, top, wide, high)
            top += high
        return top + px(4)

    def _fill(self, cell: Cell, place: tuple[int, int], top: int, *, move: bool) -> int:
        """Set the chips of a cell like words; gives the height they need."""
        px, (left, wide) = self.look.theme.px, place
        gap, inset = px(4), px(6)
        start = top + (px(WORD) if cell.move else inset)
        x, y, room = left + inset, start, wide - 2 * inset
        for chip in self._held.get(cell, ()):
            size = chip.wanted(room)
            if x > left + inset and x + size.width() > left + inset + room:
                x, y = left + inset, y + px(HEIGHT) + gap
            if move and not chip.dragging:
                chip.setGeometry(x, y, size.width(), size.height())
            x += size.width() + gap
        return y + px(HEIGHT) + inset - top if self._held.get(cell) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint heads, cells, trays, and the cell under what is dragged."""
        painter = QPainter(self)
        for cell, rect in self.cells.items():
            held = len(self._held.get(cell, ()))
            paint_cell(painter, QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), cell, held, self.look)
            if cell == self._over:
                paint_focus(painter, QRectF(rect), self.look, self.look.theme.radius("badge"))
            if cell.row == 0:
                paint_column(painter, QRectF(rect.left(), 0, rect.width(), self.look.theme.px(_HEAD)), cell, self.look)
            if cell.column == 0:
                side = QRectF(0, rect.top(), rect.left() - self.look.theme.px(10), rect.height())
                paint_row(painter, side, cell, self.look)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say what a cell is when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos())
            QToolTip.showText(event.globalPos(), cell_told(cell, self.look) if cell else "", self)
            return True
        return super().event(event)


def _nearest(chips: Iterable[HeatChip], one: HeatChip, right: int, up: int) -> HeatChip | None:
    """The nearest chip in a direction; what lies aside counts double, and far aside only where nothing else is."""
    at = one.geometry().center()
    found: list[tuple[bool, int, str, HeatChip]] = []
    for chip in chips:
        away = chip.geometry().center() - at
        ahead = away.x() * right - away.y() * up
        aside = abs(away.y()) if right else abs(away.x())
        if ahead > one.height() // 2:
            found.append((aside > 2 * ahead, ahead + 2 * aside, chip.key, chip))
    return min(found)[3] if found else None


def _columns(width: int, look: Look) -> list[tuple[int, int]]:
    """Left edge and width of each column; the tray stands apart."""
    px = look.theme.px
    widest = max(text_width(influence_words(row, look), look.font("small")) for row in ROWS)
    side = min(round(widest) + px(20), px(150)) if width >= px(_ROOMY) else px(36)
    wide = (width - side - px(_APART)) // len(COLUMNS)
    lefts = [side + wide * at for at in range(len(COLUMNS) - 1)]
    return [*((left, wide) for left in lefts), (side + px(_APART) + wide * (len(COLUMNS) - 1), wide)]
