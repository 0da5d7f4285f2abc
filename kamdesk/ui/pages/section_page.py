"""The page any plain section of a client gets by itself: a list, and beside it the form of the chosen record."""

from __future__ import annotations

from kamdesk.client.client import Section
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.records_page import RecordsPage
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.records_pane import RecordsPane
from kamdesk.ui.parts.steps import removing
from kamdesk.words import N_


class SectionPage(RecordsPage):
    """Made from the section's description alone."""

    name = "section"
    label = N_("Records")

    def __init__(self, look: Look, desk: Desk, section: Section) -> None:
        self.section = section
        self._shown: Shown | None = None
        super().__init__(look, desk, RecordsPane(look, section.name), FormPanel(look, section.record))

    def show_client(self, shown: Shown) -> None:
        """Show the section of this client."""
        self._shown = shown
        records = getattr(shown.client, self.section.name)
        self.pane.show_records(records, shown.client, shown.workspace, shown.today)
        self.pane.lock(self.desk.read_only)
        self.show_panel(bool(records))
        self.show_record(self.pane.table.current_key())
        self.show_keys()

    def show_record(self, key: str) -> None:
        """Show a record of this section in the form."""
        if self._shown is None:
            return
        held = getattr(self._shown.client, self.section.name)
        record = next((item for item in held if item.key == key), None)
        self.panel.show_record(record, self._shown.client, self._shown.workspace, self._shown.today)
        self.panel.lock(self.desk.read_only)

    def remove(self, key: str) -> None:
        """Remove a record and what hangs on it at this client."""
        record = self._shown.client.get(key) if self._shown else None
        if record is not None and self._shown is not None:
            self.edited.emit(removing(self._shown.client, record))
