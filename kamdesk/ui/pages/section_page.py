"""The page any plain section of a client gets by itself: a list, and beside it the form of the chosen record."""

from __future__ import annotations

from kamdesk.client.client import Section
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page, Shown
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.records_pane import RecordsPane
from kamdesk.ui.parts.steps import removing
from kamdesk.words import N_

_PANEL = 384  # px, wide enough for a label beside its field


class SectionPage(Page):
    """Made from the section's description alone."""

    name = "section"
    label = N_("Records")

    def __init__(self, look: Look, desk: Desk, section: Section) -> None:
        self.section = section
        self._shown: Shown | None = None
        super().__init__(look, desk)
        self.pane, self.panel = RecordsPane(look, section.name), FormPanel(look, section.record)
        self.arrange(self.pane, self.panel, _PANEL)
        self.pane.edited.connect(self.edited)
        self.pane.chosen.connect(self.show_record)
        self.pane.opened.connect(self._open)
        self.pane.wanting.connect(self._want)
        self.pane.removing.connect(self.remove)
        self.panel.edited.connect(self.edited)
        self.panel.removing.connect(self.remove)

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

    def open_item(self, key: str, action: str) -> None:
        """Go to a record, or name a new one."""
        if action == "new":
            self.pane.start_new()
        elif key:
            self.pane.choose(key)

    def keys(self) -> list[tuple[str, str]]:
        """What can be done with the list."""
        tr, trc = self.look.tr, self.look.trc
        return [
            ("F2", tr("edit cell")),
            ("Enter", tr("to the form")),
            ("Ctrl N", trc("key", "new")),
            ("Del", trc("key", "remove")),
        ]

    def _open(self, _key: str) -> None:
        self.panel.start()

    def _want(self, _key: str, name: str) -> None:
        self.panel.start(name)
