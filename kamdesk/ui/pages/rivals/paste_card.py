"""What a pasted table would do to the sheet, before it does it: each cell, and what is refused and why."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.desk.pasting import PastedCell, Pasting
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.pages.rivals.told import listed
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_text, rounded, square

_WIDTH = 560  # px at 100 % text
_MOST_ROWS, _MOST_REFUSED, _MOST_NAMED = 8, 6, 6
_LONGEST = 24  # letters of a name


class PasteCard(Floating):
    """Enter pastes what is not refused as one step, Esc leaves everything as it was."""

    kept = Signal(object)  # Pasting
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=_WIDTH)
        self._plan: Pasting | None = None
        self._title = Label(look, "", "section")
        self._told = Label(look, "", "small", "text2", wrap=True)
        self.preview = PastePreview(look)
        self._refused = Label(look, "", "small", "bad", wrap=True)
        self.paste = Button(look, "", "primary", key="Enter")
        self.cancel = Button(look, look.tr("Cancel"), "second", key="Esc")
        self._arrange()
        self.paste.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._close)

    def _arrange(self) -> None:
        px = self.look.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.paste)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(16))
        column.setSpacing(px(8))
        for widget in (self._title, self._told, self.preview, self._refused):
            column.addWidget(widget)
        column.addSpacing(px(4))
        column.addLayout(row)

    def show_plan(self, plan: Pasting, rows: SheetModel) -> None:
        """Show what would be pasted, and take the keyboard."""
        look, tr = self.look, self.look.tr
        self._plan = plan
        kept = len(plan.cells) - plan.refused
        asked = look.trn("Paste {n} cell?", "Paste {n} cells?", kept)
        self._title.setText(asked if kept else tr("Nothing can be pasted"))
        told = []
        if plan.new_needs:
            told.append(tr("New needs: {names}", names=listed(look, self._named(plan.new_needs))))
        if plan.refused:
            told.append(look.trn("{n} cell is refused.", "{n} cells are refused.", plan.refused))
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self.preview.show_cells(plan.cells)
        lines = self._refusals(plan, rows)
        if len(lines) > _MOST_REFUSED:
            lines = [*lines[:_MOST_REFUSED], tr("+{n} more", n=len(lines) - _MOST_REFUSED)]
        self._refused.setText("\n".join(lines))
        self._refused.setVisible(bool(lines))
        self.paste.show_words(look.trn("Paste {n} cell", "Paste {n} cells", kept))
        self.paste.setVisible(kept > 0)
        self.setAccessibleName(". ".join([self._title.text(), *told, *lines]))
        self.appear()
        (self.paste if kept else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, needs: tuple[str, ...]) -> list[str]:
        """The first of the names, as long as they can be told in a line or two."""
        rest = len(needs) - _MOST_NAMED
        names = [_cut(name) for name in needs[:_MOST_NAMED]]
        return [*names, self.look.tr("+{n} more", n=rest)] if rest > 0 else names

    def _refusals(self, plan: Pasting, rows: SheetModel) -> list[str]:
        """Each refused cell with its reason; those of a row that are refused for the same one in a line."""
        look, tr = self.look, self.look.tr
        found: dict[tuple[int, str, str], list[str]] = {}
        for cell in plan.cells:
            if cell.problem is not None:
                need = _cut(cell.need) or tr("row {n}", n=cell.row + 1)
                column = rows.heading(cell.column) if cell.column in rows.columns else tr("beyond the last column")
                found.setdefault((cell.row, need, look.tell(cell.problem)), []).append(column)
        told = []
        for (_, need, reason), columns in found.items():
            names = listed(look, dict.fromkeys(columns))
            told.append(tr("{need} · {column}: {reason}", need=need, column=names, reason=reason))
        return told

    def _keep(self) -> None:
        plan = self._plan
        self._close()
        if plan is not None:
            self.kept.emit(plan)

    def _close(self) -> None:
        self._plan = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; nothing goes to the sheet below."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


class PastePreview(QWidget):
    """The pasted cells as they would lie, those refused crossed out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._rows: list[list[PastedCell]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: tuple[PastedCell, ...]) -> None:
        """Show these, row by row."""
        by_row: dict[int, list[PastedCell]] = {}
        for cell in cells:
            by_row.setdefault(cell.row, []).append(cell)
        self._rows = [by_row[row] for row in sorted(by_row)]
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """A low row each, and one for the rest."""
        rows = min(len(self._rows), _MOST_ROWS) + (len(self._rows) > _MOST_ROWS)
        return QSize(320, rows * self.look.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        high, small = px(26), look.font("small")
        most = max((len(row) for row in self._rows), default=1)
        named = px(110)
        wide = (self.width() - named) / max(1, most)
        for at, row in enumerate(self._rows[:_MOST_ROWS]):
            name = QRectF(0, at * high, named - px(8), high)
            paint_text(painter, name, row[0].need or look.tr("new"), small, look.colour("muted"))
            for place, cell in enumerate(row):
                box = QRectF(named + place * wide, at * high, wide - px(3), high - px(3))
                self._paint_cell(painter, box, cell)
        if len(self._rows) > _MOST_ROWS:
            rest = QRectF(0, _MOST_ROWS * high, self.width(), high)
            paint_text(painter, rest, look.tr("+{n} more", n=len(self._rows) - _MOST_ROWS), small, look.colour("muted"))
        painter.end()

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: PastedCell) -> None:
        look, px = self.look, self.look.theme.px
        refused = cell.problem is not None
        rounded(painter, box, look.theme.radius("badge"), look.colour("bad_soft" if refused else "ok_soft"))
        inner = box.adjusted(px(6), 0, -px(4), 0)
        if refused:
            look.icons.paint(painter, square(QPointF(inner.left() + px(6), inner.center().y()), px(12)), "x", "bad")
            inner.setLeft(inner.left() + px(16))
        ink = look.colour("bad" if refused else "text")
        paint_text(painter, inner, " ".join(cell.text.split()) or "–", look.font("small"), ink)
