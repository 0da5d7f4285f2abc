"""Where a rival is met: at each client what it supplies, how the relationship stands, our stance, won and lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter

from kamdesk.client.company import Company
from kamdesk.client.rival_file import AtClient
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.marks import gap
from kamdesk.ui.parts.painters import paint_text
from kamdesk.ui.parts.portraits import logo_tile

_HEIGHT = 56  # px at 100 % text


@dataclass(frozen=True, slots=True)
class AtRow:
    """One client in words."""

    at: AtClient
    company: Company
    upper: str  # main rival here, won and lost
    lower: str  # what it supplies, its share, until when
    stance: str

    @property
    def key(self) -> str:
        """The client's."""
        return self.at.client_key

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join(filter(None, (self.at.name, self.upper, self.lower, self.stance)))

    def measured(self, at: AtClient, look: Look) -> AtRow:
        """The row with the figures worked out."""
        return replace(self, at=at, stance=_stance(at, look))


def at_rows(found: tuple[AtClient, ...], companies: Mapping[str, Company], look: Look, today: date) -> list[AtRow]:
    """The clients as rows."""
    return [
        AtRow(at, companies[at.client_key], _upper(at, look), _lower(at, look, today), _stance(at, look))
        for at in found
        if at.client_key in companies
    ]


def _upper(at: AtClient, look: Look) -> str:
    told = [look.tr("main rival")] if at.main else []
    if at.won:
        told.append(look.trn("{n} won", "{n} won", at.won))
    if at.lost:
        told.append(look.trn("{n} lost", "{n} lost", at.lost))
    return " · ".join(told)


def _lower(at: AtClient, look: Look, today: date) -> str:
    told = [at.supplies] if at.supplies else []
    if at.share is not None:
        told.append(look.tr("share {share}%", share=f"{at.share.normalize():f}"))
    if at.contract_end is not None:
        told.append(look.tr("contract until {day}", day=tell_day(at.contract_end, look.words, today)))
    return " · ".join(told) or look.tr("what it supplies here is not known")


def _stance(at: AtClient, look: Look) -> str:
    return look.tr(at.stance.label) if at.stance else ""


class AtDelegate(FoldedDelegate):
    """Tile and name of the client, what it supplies; at the right our lead and the stance."""

    unmeasured = Signal(object)  # an AtRow that is seen, and whose figures are to be worked out

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(_HEIGHT), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: AtRow, *, selected: bool) -> None:
        """Paint a client."""
        if not item.at.measured:
            self.unmeasured.emit(item)
        look, px = self.look, self.look.theme.px
        side = look.size("logo", 1)
        tile = QRectF(rect.left(), rect.center().y() - px(19), side, side)
        logo_tile(painter, tile, item.key, item.company.called, item.company.logo, look)
        right = self._draw_right(painter, rect, item)
        room = QRectF(rect.left() + side + px(10), rect.center().y() - px(20), 0, px(20))
        room.setRight(right - px(10))
        used = paint_text(painter, room, item.company.called, look.font("name", 500), look.colour("text"))
        beside = room.adjusted(used + px(10), 0, 0, 0)
        paint_text(painter, beside, item.upper, look.font("small"), look.colour("text2"))
        below = QRectF(room.left(), room.bottom(), room.width(), px(18))
        known = bool(item.at.supplies or item.at.share is not None)
        ink = look.colour("text2" if known else "muted")
        paint_text(painter, below, item.lower, look.font("small"), ink)

    def _draw_right(self, painter: QPainter, rect: QRectF, item: AtRow) -> float:
        """Paint lead and stance in columns; gives where they begin."""
        look, px = self.look, self.look.theme.px
        stance, lead = px(76), px(52)
        left = rect.right() - stance - lead
        gap(painter, QRectF(left, rect.top(), lead, rect.height()), item.at.lead, look)
        if item.stance:
            wide = min(chip_width(item.stance, look), stance)
            place = QRectF(QPointF(rect.right() - wide, rect.top()), QPointF(rect.right(), rect.bottom()))
            chip(painter, place, item.stance, look, "soft")
        return left
