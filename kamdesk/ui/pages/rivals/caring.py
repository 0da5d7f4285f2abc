"""Who cares for the current need: the card with the people, opened below the need."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from kamdesk.client.rival_records import Factor
from kamdesk.client.role_view import carers
from kamdesk.ui.pages.rivals.body import SheetBody
from kamdesk.ui.pages.rivals.carers_card import CarersCard
from kamdesk.ui.pages.rivals.sheet_deeds import SheetDeeds


class Caring(QObject):
    """Makes the card when it is first wanted."""

    def __init__(self, body: SheetBody, deeds: SheetDeeds) -> None:
        super().__init__(body)
        self.body, self.deeds = body, deeds
        self.card: CarersCard | None = None

    def open(self) -> None:
        """Open the card for the current need."""
        view, client = self.body.view, self.deeds.known.client
        factor = client.get(view.key)
        if not isinstance(factor, Factor) or not self.deeds.is_open:
            return
        if self.card is None:
            self.card = CarersCard(self.body.look, self.body.held)
            self.card.added.connect(self.deeds.care)
            self.card.weighed.connect(self.deeds.weigh_for)
            self.card.removed.connect(self.deeds.care_not)
            self.card.closed.connect(view.setFocus)
        rect = view.visualRect(view.rows.index_of(factor.key))
        corner = view.viewport().mapTo(
            self.body.held, rect.bottomLeft() + QPoint(self.body.look.size("gutter_left"), 2)
        )
        self.card.open_at(corner, factor)
        self.show()

    def show(self) -> None:
        """Show who cares as it is now."""
        if self.card is not None:
            client = self.deeds.known.client
            self.card.show_people(client.contacts, carers(client, self.card.need))

    def close(self) -> None:
        """Let the card go."""
        if self.card is not None:
            self.card.close_card()
