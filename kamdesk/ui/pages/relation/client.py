"""The relationship with a whole client in one picture: how strong it is, against whom, and what is done next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.desk.organisation import score_item
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.pages.relation.flags import FlagsBlock
from kamdesk.ui.pages.relation.grid import BlockGrid
from kamdesk.ui.pages.relation.head import RelationHead
from kamdesk.ui.pages.relation.knows import DependenceBlock, KnowsBlock
from kamdesk.ui.pages.relation.layers import LayersBlock, OrganisationBlock
from kamdesk.ui.pages.relation.mix import MixBlock
from kamdesk.ui.pages.relation.moves import MovesBlock
from kamdesk.ui.pages.relation.next import NextBlock
from kamdesk.ui.pages.relation.radar import RadarBlock
from kamdesk.ui.pages.relation.roles import RolesBlock
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.anew import keyboard_kept
from kamdesk.ui.parts.scrolled import Scrolled

RelationBlock = (
    RadarBlock
    | NextBlock
    | LayersBlock
    | MovesBlock
    | RolesBlock
    | DependenceBlock
    | MixBlock
    | KnowsBlock
    | OrganisationBlock
    | FlagsBlock
)


class ClientFace(Scrolled):
    """Head and blocks; it scrolls as a whole."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    leading = Signal(str)  # the key of a record

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._relation: Relation | None = None
        self.head = RelationHead(look)
        self.radar, self.next, self.layers = RadarBlock(look), NextBlock(look), LayersBlock(look)
        self.moves = MovesBlock(look)
        self.roles, self.dependence = RolesBlock(look), DependenceBlock(look)
        self.knows, self.organisation = KnowsBlock(look), OrganisationBlock(look)
        self.mix, self.flags = MixBlock(look), FlagsBlock(look)
        self.grid = BlockGrid(look, self.blocks())
        self._arrange()
        self._connect()

    def blocks(self) -> tuple[RelationBlock, ...]:
        """The blocks as they are read."""
        return (
            self.radar,
            self.next,
            self.layers,
            self.moves,
            self.roles,
            self.dependence,
            self.mix,
            self.knows,
            self.organisation,
            self.flags,
        )

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(look.size("gutter_left"), px(18), look.size("gutter_right"), px(24))
        column.setSpacing(px(18))
        column.addWidget(self.head)
        column.addWidget(self.grid)
        column.addStretch(1)
        self.hold(body)

    def _connect(self) -> None:
        for going in (self.next, self.moves, self.knows, self.flags):
            going.going.connect(self.going)
        leading = (self.head, self.next, self.layers, self.moves, self.roles, self.dependence, self.mix)
        for block in leading:
            block.leading.connect(self.leading)
        self.organisation.scored.connect(self._score)

    def show_relation(self, relation: Relation, *, read_only: bool) -> None:
        """Show the relationship; the scroll place stays."""
        self._relation = relation
        self.head.show_relation(relation)
        self.organisation.set_open(not read_only)
        with keyboard_kept(self.blocks()):
            for block in self.blocks():
                block.show_relation(relation)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        tr = self.look.tr
        return [("Tab", tr("next number")), ("F2", tr("sum")), ("Enter", tr("open")), ("1–5", tr("company score"))]

    def _score(self, item: str, level: int | None) -> None:
        if self._relation is not None:
            shown = self._relation.shown
            step = score_item(shown.client, item, level, shown.today)
            self.edited.emit(Doing(step.said, step.edits))
