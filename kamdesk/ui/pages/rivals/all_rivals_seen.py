"""The figures of the clients where a rival is met, worked out for the rows that are seen: there can be hundreds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from kamdesk.client.rival_file import AtClient
from kamdesk.ui.pages.rivals.all_rivals_at import AtDelegate, AtRow
from kamdesk.ui.parts.folded_rows import FoldedList

Measure = Callable[[AtClient], AtClient]

_SLICE = 0.010  # s at a time: keys and painting come between


class SeenRows(QObject):
    """Hears from the delegate which rows it painted without their figures, and gives them to it row by row."""

    def __init__(self, rows: FoldedList, delegate: AtDelegate) -> None:
        super().__init__(rows)
        self._rows, self._look = rows, delegate.look
        self._wanted: dict[str, AtRow] = {}
        self._measure: Measure | None = None
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._some)
        delegate.unmeasured.connect(self._want)

    def begin(self, measure: Measure) -> None:
        """Forget what was wanted: other rows are shown now."""
        self._wanted.clear()
        self._measure = measure

    def _want(self, row: AtRow) -> None:
        self._wanted[row.key] = row
        if not self._timer.isActive():
            self._timer.start()

    def _some(self) -> None:
        """Measure as many as a moment allows."""
        done: dict[str, AtRow] = {}
        end = monotonic() + _SLICE
        while self._wanted and self._measure is not None and (not done or monotonic() < end):
            key = next(iter(self._wanted))
            row = self._wanted.pop(key)
            done[key] = row.measured(self._measure(row.at), self._look)
        if done:
            self._rows.show_rows([done.get(row.key, row) for row in self._rows.model_of_rows.rows])
        if self._wanted:
            self._timer.start()
