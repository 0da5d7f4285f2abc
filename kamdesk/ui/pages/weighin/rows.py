"""The six rows of a weigh-in, one of them current; they scroll together."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kamdesk.client.activities import Invitation
from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.details import Habits
from kamdesk.ui.pages.weighin.row import WeighRow
from kamdesk.ui.pages.weighin.words import RowShown
from kamdesk.ui.parts.scrolled import Scrolled

_WIDE = 760  # px at 100 % text: below this the texts stand under the levels
_ANY_WIDTH = 16_777_215  # px, as wide as Qt lets anything be


class WeighRows(Scrolled):
    """Six rows; `step` walks them."""

    picked = Signal(object, int)  # Dimension, place
    aimed = Signal(object, int)  # Dimension, place that is wanted
    kept = Signal(object, object)  # a fact before (None for a new one) and after
    removed = Signal(object)  # a fact
    invited = Signal(object, object)  # an invitation before (None for a new one) and after
    uninvited = Signal(object)  # an invitation
    moved = Signal(object)  # Dimension: another row is the current one

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.current = Dimension.ACCEPTANCE
        self._wide = True
        habits = Habits()
        self._rows = {dimension: WeighRow(look, dimension, habits) for dimension in Dimension}
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for row in self._rows.values():
            self._column.addWidget(row)
        self._column.addStretch(1)
        self.hold(body)
        self._connect()
        self._rows[self.current].show_current(True)

    def _connect(self) -> None:
        QApplication.instance().focusChanged.connect(self._repaint)  # type: ignore[union-attr]
        for row in self._rows.values():
            row.picked.connect(self.picked)
            row.aimed.connect(self.aimed)
            row.entered.connect(self.choose)
            row.grown.connect(self._reveal_soon)
            row.facts.kept.connect(self.kept)
            row.facts.removed.connect(self.removed)
            if row.invites is not None:
                row.invites.kept.connect(self.invited)
                row.invites.removed.connect(self.uninvited)

    @property
    def row(self) -> WeighRow:
        """The current row."""
        return self._rows[self.current]

    def of(self, dimension: Dimension) -> WeighRow:
        """The row of a dimension."""
        return self._rows[dimension]

    def hold_below(self, panel: QWidget) -> None:
        """Have something stand below the rows and scroll with them."""
        panel.setMaximumWidth(_ANY_WIDTH)
        self._column.insertWidget(len(self._rows), panel)
        panel.show()

    def show_rows(self, shown: RowShown) -> None:
        """Show a person's levels."""
        for row in self._rows.values():
            row.show_row(shown)

    def choose(self, dimension: Dimension) -> None:
        """Make a row the current one."""
        if dimension is self.current:
            return
        self.row.show_current(False)
        self.current = dimension
        self.row.show_current(True)
        self.moved.emit(dimension)

    def open_invitation(self, invitation: Invitation | None = None) -> None:
        """Write an invitation down in the row where they count, or change one."""
        self.choose(Dimension.ACTIVITY)
        if (invites := self.row.invites) is not None:
            invites.open_form(invitation)

    def step(self, by: int) -> None:
        """Go to the next row or the one before, with the keyboard."""
        order = list(Dimension)
        at = max(0, min(len(order) - 1, order.index(self.current) + by))
        self.choose(order[at])
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the current row."""
        self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal_soon()

    def _repaint(self) -> None:
        """The bar of the current row tells whether the keyboard is anywhere in it."""
        self.row.update()

    def _reveal_soon(self) -> None:
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        self.ensureWidgetVisible(self.row, 0, 0)
        self.horizontalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk the rows, which is the page's part; they do not scroll."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts below the levels where there is little room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.look.theme.px(_WIDE)
        if wide != self._wide:
            self._wide = wide
            for row in self._rows.values():
                row.show_wide(wide)
