"""A list under its heading, with the line to add by below it; or what to do while there is nothing to list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.empty import EmptyState


class ListColumn(QVBoxLayout):
    """Keeps heading and line in the gutters; the list reaches the edges, or to `apart` px from each.

    `none` stands below the list for when there are records, but none in the view that was chosen.
    """

    def __init__(
        self,
        look: Look,
        head: QHBoxLayout,
        rows: QWidget,
        empty: EmptyState,
        adder: AddRow,
        *,
        apart: tuple[int, int] = (0, 0),
        none: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._rows, self._empty, self._adder, self._none = rows, empty, adder, none
        space, left, right = look.theme.space, look.size("gutter_left"), look.size("gutter_right")
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        head.setContentsMargins(left, space("l"), right, space("s"))
        self.addLayout(head)
        self._held = _beside(rows, (apart[0], 0, apart[1], 0))
        self.addLayout(self._held, 1)
        if none is not None:
            self.addLayout(_beside(none, (left, space("s"), right, space("s"))))
        self.addWidget(empty)
        self.addLayout(_beside(adder, (left, space("xs"), right, space("s"))))
        self.addStretch(0)

    def show_filled(self, some: bool, found: bool | None = None) -> None:
        """Show list or sentence: whether there are records, and any in the view.

        Without records the line to add by stands right below the sentence, and only once it is asked for.
        """
        found = some if found is None else found
        self._rows.setVisible(found)
        self._empty.setVisible(not some)
        self._adder.setVisible(some or self._adder.is_open())
        if self._none is not None:
            self._none.setVisible(some and not found)
        self.setStretchFactor(self._held, 1 if found else 0)  # a row keeps its share even while all in it is hidden
        self.setStretch(self.count() - 1, 0 if found else 1)


def _beside(widget: QWidget, margins: tuple[int, int, int, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.addWidget(widget)
    return row
