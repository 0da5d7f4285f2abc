"""The middle of the paper place: the pages, or what to tick when there are none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.making import BATTLE, CARDS, Order
from kamdesk.ui.pages.paper.view import PaperView
from kamdesk.ui.parts.empty import EmptyState


class PaperMiddle(QStackedWidget):
    """The pages; or no chapter, no person or no rival is ticked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr = look.tr
        self.view = PaperView(look)
        self.none = EmptyState(
            look,
            "file-text",
            tr("No chapter is chosen"),
            tr("Tick at the left what the plan shall hold; its pages then stand here as they will be printed."),
            [("all", tr("All chapters"), "")],
        )
        self.nobody = EmptyState(
            look,
            "id-card",
            tr("Nobody is chosen"),
            tr("Tick at the left whose cards shall be printed, one page each; key people have influence 4 or 5."),
            [("key", tr("Key people"), ""), ("people", tr("Go to the people"), "")],
        )
        self.unopposed = EmptyState(
            look,
            "swords",
            tr("No rival is chosen"),
            tr("Tick at the left of whom a battle card shall be printed; rivals are named in the place Rivals."),
            [("main", tr("Main rival"), ""), ("rivals", tr("Go to the rivals"), "")],
        )
        for part in (self.view, self.none, self.nobody, self.unopposed):
            self.addWidget(part)

    def show_order(self, order: Order) -> None:
        """Show the pages, or why there are none."""
        missing = {CARDS: self.nobody, BATTLE: self.unopposed}.get(order.document, self.none)
        self.setCurrentWidget(self.view if order.parts else missing)
