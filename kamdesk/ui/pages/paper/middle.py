"""The middle of the paper place: the pages, or what to tick when there are none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.account import main_rival
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.again_bar import AgainBar
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, Order
from kamdesk.ui.pages.paper.view import PaperView
from kamdesk.ui.parts.empty import EmptyState


class PaperMiddle(QStackedWidget):
    """The pages; or no chapter, no person or no rival is ticked, or the document has nothing to tell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr = look.tr
        self.view, self.again = PaperView(look), AgainBar(look)
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
        self.nothing = EmptyState(
            look,
            "handshake",
            tr("Nothing is on the plan with the client yet"),
            tr("Tick “On the plan with the client” at a goal or an action; it then stands here for both sides."),
            [("plan", tr("Go to the actions"), "")],
        )
        self._pages = QWidget()
        column = QVBoxLayout(self._pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.again)
        column.addWidget(self.view, 1)
        for part in (self._pages, self.none, self.nobody, self.unopposed, self.nothing):
            self.addWidget(part)

    def show_order(self, order: Order) -> None:
        """Show the pages, or why there are none."""
        self._show_offers(order)
        missing = {CARDS: self.nobody, BATTLE: self.unopposed, PLAN: self.none}.get(order.document, self.nothing)
        self.setCurrentWidget(self._pages if order.anything else missing)

    def _show_offers(self, order: Order) -> None:
        """A button that would tick nobody is not offered."""
        client = order.client
        keys = any(it.key_player and not it.gone(order.on) for it in client.contacts)
        self.nobody.buttons["key"].setVisible(keys)
        self.unopposed.buttons["main"].setVisible(main_rival(client) is not None)
