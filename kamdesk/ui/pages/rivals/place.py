"""The comparison place: what the client needs, where we stand and where each rival stands, and what follows."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QKeyEvent

from kamdesk.client.account import account
from kamdesk.client.comparing import ADVICE
from kamdesk.client.stance import stance
from kamdesk.desk import rivals as steps
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Page, Shown
from kamdesk.ui.pages.rivals.panel import RivalsPanel
from kamdesk.ui.pages.rivals.sheet_face import SheetFace
from kamdesk.words import NC_

_PANEL, _NARROW_PANEL = 376, 320  # px at 100 % text


class RivalsPage(Page):
    """Compares three ways, need by need."""

    name: ClassVar[str] = "rivals"
    label: ClassVar[str] = NC_("place", "Rivals")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._summed = False
        self.face = SheetFace(look, desk)
        self.body = self.face.body
        self.panel = RivalsPanel(look)
        self.arrange(self.face, self.panel, width=_PANEL, narrow=_NARROW_PANEL)
        self.face.edited.connect(self.edited)
        self.face.going.connect(self.going)
        self.face.chosen.connect(self._walked)
        self.face.acting.connect(self._take_on)
        self.face.summed.connect(self._sum)
        self.panel.chosen.connect(self.face.go)
        self.panel.taking.connect(self._take_on)

    def show_client(self, shown: Shown) -> None:
        """Show the sheet; the current cell and what is half typed stay."""
        self.face.show_client(shown)
        self.show_panel(bool(self.face.rows))
        self._show_beside()
        self.show_keys()

    def _show_beside(self) -> None:
        shown, sheet = self.face.shown, self.face.sheet
        if sheet is not None:
            verdict = stance(shown.client, shown.workspace, account(shown.client, shown.today), shown.today)
            self.panel.show_stance(sheet, verdict, summed=self._summed)
            self._walked(self.face.key)

    def _walked(self, key: str) -> None:
        self.panel.show_rows(self.face.rows, key, self.face.shown.today, is_open=not self.desk.read_only)

    def open_item(self, key: str, action: str) -> None:
        """Go to a need, or to where a rival stands on it; "new" adds a need."""
        self.face.open_item(key, action)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return self.face.keys()

    def _take_on(self) -> None:
        row, shown = self.face.row, self.face.shown
        if row is None or row.row.tactic is None or self.desk.read_only:
            return
        tr, tactic = self.look.tr, row.row.tactic
        values = {"tactic": tr(tactic.label), "need": row.factor.name, "advice": tr(ADVICE[tactic])}
        text = tr("{tactic} on {need}: {advice}", **values)
        step = steps.take_on(shown.client, shown.workspace.profile, row.factor, text, shown.today)
        self.edited.emit(Doing(step.said, step.edits, True))

    def _sum(self, summed: bool) -> None:
        self._summed = summed
        self._show_beside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S shows the sum, where no cell would take the letter."""
        if event.text().lower() == "s" and self.face.rows:
            self.face.toggle_sum()
        else:
            super().keyPressEvent(event)
