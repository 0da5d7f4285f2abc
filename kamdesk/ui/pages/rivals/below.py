"""Below the sheet: what matters against where we stand; beside it the attacks that are expected."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.comparing import Comparison, Row, Tactic
from kamdesk.client.units import tell_gap
from kamdesk.picture.importance_gap import importance_gap, ringed
from kamdesk.picture.shapes import Picture
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import SheetRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.picture_view import PictureView

_NARROW = 640  # px at 100 % text: below this the two stand under each other
_PAUSE = 80  # ms: laying out the labels of many needs takes longer than a key may
_WIDE, _HIGH = 290.0, 200.0  # pt, the chart


class SheetBelow(QWidget):
    """The chart, whose marks go to their needs when pressed, and what the page sets beside it."""

    chosen = Signal(str)  # key of a need
    adding = Signal()  # a rival

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._sheet: Comparison | None = None
        self._chosen = ""
        self._drawn: tuple[Comparison, Picture] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._chart = PictureView(look)
        soon = look.tr("Shown as soon as our score and a rival's are known.")
        self._soon = Label(look, soon, "small", "muted", wrap=True)
        self.add = Button(look, look.tr("Add a rival"), "primary", icon="plus")
        self._left, self._alone = QWidget(), QWidget()
        self._beside: QWidget | None = None
        self._grid = QGridLayout(self)
        self._wide: bool | None = None
        self._arrange()
        self._pause.timeout.connect(self._draw)
        self._chart.chosen.connect(self.chosen)
        self.add.clicked.connect(self.adding)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._alone)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(2))
        left.addWidget(Label(look, look.tr("Weight against gap"), "section"))
        left.addWidget(Label(look, look.tr("gap = our score less the best rival's"), "small", "text2", elide=True))
        left.addSpacing(px(6))
        left.addWidget(self._chart)
        left.addWidget(self._soon)
        left.addStretch(1)
        nobody = look.tr("A rival gets a column beside ours; doing nothing may be one too.")
        right.addWidget(Label(look, look.tr("Who else is asked?"), "section"))
        right.addWidget(Label(look, nobody, "small", "text2", wrap=True))
        right.addSpacing(px(8))
        right.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._grid.setContentsMargins(look.size("gutter_left"), px(16), look.size("gutter_right"), px(16))
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setVerticalSpacing(px(20))
        self._fold(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def hold_beside(self, widget: QWidget) -> None:
        """Set a widget at the right of the chart; it stands there as soon as a rival is compared."""
        self._beside = widget
        wide, self._wide = bool(self._wide), None
        self._fold(wide)
        self._show_right()

    def show_sheet(self, sheet: Comparison, rows: list[SheetRow], chosen: str) -> None:
        """Show the chart."""
        self._sheet = sheet
        self.show_chosen(chosen)
        drawn = any(row.row.gap is not None and row.row.share is not None for row in rows)
        self._chart.setVisible(drawn)
        self._soon.setVisible(not drawn)
        self._show_right()

    def show_chosen(self, chosen: str) -> None:
        """Ring this need; a chart that must be laid out anew follows as soon as no key has come for a moment."""
        self._chosen = chosen
        if not self.look.motion or (self._drawn is not None and self._drawn[0] is self._sheet):
            self._draw()
        else:
            self._pause.start()

    def _draw(self) -> None:
        self._pause.stop()
        if self._sheet is not None:
            self._chart.show_picture(ringed(self._picture(self._sheet), self._chosen))

    def _picture(self, sheet: Comparison) -> Picture:
        """The chart of a sheet, laid out once."""
        look = self.look
        if self._drawn is None or self._drawn[0] is not sheet:
            words = {tactic: look.tr(tactic.label) for tactic in Tactic}
            told = "; ".join(_spoken(row, look) for row in sheet.rows)
            self._drawn = (sheet, importance_gap(sheet.rows, words, width=_WIDE, height=_HIGH, label=told))
        return self._drawn[1]

    def _show_right(self) -> None:
        alone = self._sheet is not None and self._sheet.main is None
        self._alone.setVisible(alone)
        if self._beside is not None:
            self._beside.setVisible(not alone)

    def fold(self, width: int) -> None:
        """Beside each other where there is room."""
        self._fold(width >= self.look.theme.px(_NARROW))

    def _fold(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        row, column = (0, 1) if wide else (1, 0)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._alone, row, column)
        if self._beside is not None:
            self._grid.addWidget(self._beside, row, column)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)


def _spoken(row: Row, look: Look) -> str:
    gap = tell_gap(row.gap, 0) if row.gap is not None else "?"
    return look.tr("{need}: gap {gap}", need=row.factor.name, gap=gap)
