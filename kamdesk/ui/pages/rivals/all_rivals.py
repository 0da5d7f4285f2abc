"""The rivals, known once for all clients: a list, all that is known of one, and the clients where they stand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.company import Company
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.records_page import RecordsPage
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.painters import left_square, paint_text
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.records_pane import RecordsPane
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.steps import removing_shared
from kamdesk.words import N_

_GROUPS = (
    ("", ("name", "short", "website", "products")),
    (N_("How they compare"), ("strengths", "weaknesses")),
    (N_("Notes"), ("notes",)),
)


class CompanyDelegate(RowDelegate):
    """A client's tile and name."""

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint a client."""
        look, side = self.look, self.look.size("logo", 1)
        logo_tile(painter, left_square(rect, side), item.key, item.called, item.logo, look)
        paint_text(
            painter, rect.adjusted(side + look.theme.px(10), 0, 0, 0), item.name, look.font(), look.colour("text")
        )


class AllRivalsPage(RecordsPage):
    """What is written here about a rival stands behind every client's comparison."""

    name = "rivals"
    label = N_("Rivals")
    rail = True

    def __init__(self, look: Look, desk: Desk) -> None:
        teaching = look.tr(
            "Write a name below. A rival is known once and compared at every client; “do nothing” is one too."
        )
        names = ("name", "short", "products", "website")
        pane = RecordsPane(look, "rivals", names, teaching=teaching, icon="swords", role="page", removes=False)
        panel = FormPanel(look, Rival, _GROUPS, note=look.tr("Choose a rival to see all that is known."))
        super().__init__(look, desk, pane, panel)
        self._heading = Heading(look, look.tr("At these clients"))
        self.clients = RowList(CompanyDelegate(look), look.tr("At these clients"), growing=True)
        panel.tail.addWidget(self._heading)
        panel.tail.addWidget(self.clients)
        self.clients.opened.connect(self._open_client)
        self.refresh()

    def refresh(self) -> None:
        """Read the rivals again."""
        workspace = self.desk.workspace()
        self.pane.show_records(workspace.rivals, None, workspace, self.desk.today)
        self.pane.lock(self.desk.read_only)
        self.show_panel(bool(workspace.rivals))
        self.show_record(self.pane.table.current_key())
        self.show_keys()

    def show_record(self, key: str) -> None:
        """Show a rival, and the clients where it stands."""
        workspace = self.desk.workspace()
        rival = workspace.get(key)
        self.panel.show_record(rival, None, workspace, self.desk.today)
        self.panel.lock(self.desk.read_only)
        there = self._companies(key) if rival else []
        self.clients.show_rows(there)
        self._heading.show_count(len(there))
        for part in (self._heading, self.clients):
            part.setVisible(bool(there))

    def _companies(self, rival: str) -> list[Company]:
        """The clients where a rival is the main one or compared."""
        compared = {item.owner for item in self.desk.store.all(Standing) if item.rival == rival}
        return [item for item in self.desk.store.companies() if item.rival == rival or item.key in compared]

    def _open_client(self, key: str) -> None:
        self.going.emit(Goto("rivals", key))

    def remove(self, key: str) -> None:
        """Remove a rival at all clients."""
        rival = self.desk.workspace().get(key)
        if rival is not None and not self.desk.read_only:
            self.edited.emit(removing_shared(self.desk, rival))
            self.pane.table.choose_first()
