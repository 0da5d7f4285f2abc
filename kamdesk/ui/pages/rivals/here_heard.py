"""What was heard of one rival at this client, the newest first: facts filed in a debrief, with whom it is from."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from kamdesk.client.rival_records import Rival
from kamdesk.client.units import tell_day
from kamdesk.client.visit_papers import Intel
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.rivals.columns import column_in
from kamdesk.ui.parts.anew import emptied
from kamdesk.ui.parts.labels import Heading, Label

_MOST = 5  # the rest stands in the rival's file


class HeardPart(QWidget):
    """A few lines to read; nothing at all while nothing was heard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._head = Heading(look, look.tr("Heard here"))
        self._lines = QWidget()
        self._rows = column_in(self._lines, look.theme.px(2))
        column = column_in(self, look.theme.px(4))
        column.addWidget(self._head)
        column.addWidget(self._lines)
        column.addSpacing(look.theme.px(10))

    def show_rival(self, shown: Shown, rival: Rival) -> None:
        """Show what was heard of this rival."""
        mine = [item for item in shown.client.intel if item.rival == rival.key]
        found = sorted(mine, key=_day, reverse=True)
        emptied(self._rows)
        for item in found[:_MOST]:
            told = self._told(item, shown.today)
            self._rows.addWidget(Label(self.look, item.text, "body", wrap=True))
            if told:
                self._rows.addWidget(Label(self.look, told, "small", "text2", wrap=True))
        self._head.show_count(len(found) or "")
        self.setVisible(bool(found))

    def _told(self, item: Intel, today: date) -> str:
        look = self.look
        day = tell_day(item.day, look.words, today) if item.day else ""
        sure = look.tr(item.confidence.label) if item.confidence else ""
        return " · ".join(part for part in (item.source, day, sure) if part)


def _day(item: Intel) -> date:
    return item.day or date.min
