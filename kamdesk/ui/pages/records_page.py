"""What pages with a list and beside it the form of the chosen record have in common."""

from __future__ import annotations

from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.records_pane import RecordsPane

_PANEL = 384  # px, wide enough for a label beside its field


class RecordsPage(Page):
    """A list and a form. What is chosen and what removing takes along is up to the page: `show_record`, `remove`."""

    def __init__(self, look: Look, desk: Desk, pane: RecordsPane, panel: FormPanel) -> None:
        super().__init__(look, desk)
        self.pane, self.panel = pane, panel
        self.arrange(pane, panel, _PANEL)
        pane.edited.connect(self.edited)
        pane.chosen.connect(self.show_record)
        pane.opened.connect(self._open)
        pane.wanting.connect(self._want)
        pane.removing.connect(self.remove)
        panel.edited.connect(self.edited)
        panel.removing.connect(self.remove)

    def show_record(self, key: str) -> None:
        """Show the record of this key in the form, or with "" what the form is for."""
        raise NotImplementedError

    def remove(self, key: str) -> None:
        """Remove the record of this key with all that hangs on it."""
        raise NotImplementedError

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
