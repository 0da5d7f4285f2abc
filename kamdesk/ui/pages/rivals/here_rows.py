"""Rows of a rival at this client: the rivals here, who supports them, and the orders won and lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.account import Account
from kamdesk.client.contest import Deals, Supporter
from kamdesk.client.people import Attitude
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.client.units import tell_day, tell_money
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.all_rivals_list import KIND_ICONS
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.marks import gap
from kamdesk.ui.parts.painters import left_square, paint_lines, paint_text
from kamdesk.ui.parts.portraits import avatar
from kamdesk.ui.parts.rows import RowDelegate

_DEALS = {Deal.WON: ("ok", "check"), Deal.LOST: ("bad", "x"), Deal.OPEN: ("soft", "clock")}


@dataclass(frozen=True, slots=True)
class HereRow:
    """One rival at this client."""

    rival: Rival
    told: str  # main rival, its share, how much is not known

    @property
    def key(self) -> str:
        """The rival's."""
        return self.rival.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join(filter(None, (self.rival.called, self.told)))


class HereDelegate(RowDelegate):
    """Sign of the kind, name, and how it stands here."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(52), look.size("gutter_left"))

    def draw(self, painter: QPainter, rect: QRectF, item: HereRow, *, selected: bool) -> None:
        """Paint a rival."""
        look, px = self.look, self.look.theme.px
        icon = KIND_ICONS[item.rival.kind or RivalKind.COMPANY]
        look.icons.paint(painter, left_square(rect, look.size("icon")), icon, "text2")
        room = rect.adjusted(px(28), 0, 0, 0)
        paint_lines(painter, room, item.rival.called, item.told, look)


@dataclass(frozen=True, slots=True)
class BackerRow:
    """One person who stands nearer to the rival."""

    supporter: Supporter
    attitude: Attitude | None
    below: str  # how we know, as of when
    sign: str  # told or measured

    @property
    def key(self) -> str:
        """The person's."""
        return self.supporter.contact.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join(filter(None, (self.supporter.contact.name, self.below, self.sign)))


def backer_rows(found: Sequence[Supporter], people: Account, look: Look, today: date) -> list[BackerRow]:
    """The supporters as rows."""
    rows = []
    for item in found:
        person = people.person(item.contact.key)
        day = tell_day(item.day, look.words, today) if item.day else ""
        note = item.note or (look.tr("how we know is not written down") if item.told else look.tr("as weighed"))
        below = look.tr("{source}, {day}", source=note, day=day) if day else note
        if item.confidence is not None:
            below = look.tr("{source} · {confidence}", source=below, confidence=look.tr(item.confidence.label))
        sign = look.trc("supporter", "Told") if item.told else look.trc("supporter", "Weighed")
        rows.append(BackerRow(item, person.attitude if person else None, below, sign))
    return rows


class BackerDelegate(FoldedDelegate):
    """Face, name and title, how we know; at the right our lead with this person."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, inset=look.size("overhang"))

    def _lines(self, item: BackerRow) -> tuple[str, ...]:
        return fold(item.below, self.look.font("small"), self.width - self.look.theme.px(38 + 130), 3)

    def row_height(self, item: BackerRow) -> int:
        """The words folded."""
        px = self.look.theme.px
        small = line_height(self.look.font("small"), px(18))
        return max(px(52), px(20) + len(self._lines(item)) * small + px(14))

    def draw(self, painter: QPainter, rect: QRectF, item: BackerRow, *, selected: bool) -> None:
        """Paint a person."""
        look, px = self.look, self.look.theme.px
        contact = item.supporter.contact
        side = look.size("avatar", 0) + px(4)
        ground = "sel" if selected else "canvas"
        box = QRectF(rect.left(), rect.top() + px(8), side, side)
        avatar(painter, box, contact.name, item.attitude, look, ground=ground)
        right = rect.right() - px(126)
        room = QRectF(rect.left() + px(40), rect.top() + px(6), right - rect.left() - px(46), px(20))
        used = paint_text(painter, room, contact.name, look.font("name", 500), look.colour("text"))
        beside = room.adjusted(used + px(8), 0, 0, 0)
        paint_text(painter, beside, contact.title_at_work, look.font("small"), look.colour("text2"))
        below = QRectF(room.left(), room.bottom(), room.width(), rect.height())
        small = line_height(look.font("small"), px(18))
        paint_folded(painter, below, self._lines(item), look.font("small"), look.colour("text2"), small)
        lead = QRectF(right, rect.top() + px(6), px(54), px(20))
        gap(painter, lead, item.supporter.lead, look)
        tone = "plain" if item.supporter.told else "soft"
        wide = min(chip_width(item.sign, look), px(68))
        place = QRectF(QPointF(rect.right() - wide, rect.top() + px(5)), QPointF(rect.right(), rect.top() + px(27)))
        chip(painter, place, item.sign, look, tone)


@dataclass(frozen=True, slots=True)
class DealRow:
    """One order for which we stand or stood against the rival."""

    opportunity: Opportunity
    below: str
    state: str

    @property
    def key(self) -> str:
        """The order's."""
        return self.opportunity.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join(filter(None, (self.opportunity.name, self.state, self.below)))


def deal_rows(found: Deals, look: Look, today: date) -> list[DealRow]:
    """The orders as rows: open ones first."""
    rows = []
    for item in (*found.open, *found.won, *found.lost):
        told = [tell_day(item.close, look.words, today)] if item.close else []
        if item.amount is not None:
            told.append(tell_money(item.amount, look.words))
        if item.is_open and item.ahead is not None:
            told.append(look.tr("ahead: {who}", who=look.tr(item.ahead.label)))
        if item.why:
            told.append(item.why)
        rows.append(DealRow(item, " · ".join(told), look.tr((item.state or Deal.OPEN).label)))
    return rows


class DealDelegate(FoldedDelegate):
    """The order, when and why; at the right what became of it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, inset=look.size("overhang"))

    def _lines(self, item: DealRow) -> tuple[str, ...]:
        return fold(item.below, self.look.font("small"), self.width - self.look.theme.px(86), 3)

    def row_height(self, item: DealRow) -> int:
        """The words folded."""
        px = self.look.theme.px
        return px(20) + len(self._lines(item)) * line_height(self.look.font("small"), px(18)) + px(14)

    def draw(self, painter: QPainter, rect: QRectF, item: DealRow, *, selected: bool) -> None:
        """Paint an order."""
        look, px = self.look, self.look.theme.px
        tone, icon = _DEALS.get(item.opportunity.state or Deal.OPEN, ("neutral", "minus"))
        wide = chip_width(item.state, look, icon)
        top = rect.top() + px(6)
        place = QRectF(QPointF(rect.right() - wide, top), QPointF(rect.right(), top + px(22)))
        chip(painter, place, item.state, look, tone, icon)
        room = QRectF(rect.left(), top, rect.width() - wide - px(10), px(20))
        paint_text(painter, room, item.opportunity.name, look.font("name", 500), look.colour("text"))
        below = QRectF(rect.left(), room.bottom(), rect.width() - px(86), rect.height())
        small = line_height(look.font("small"), px(18))
        paint_folded(painter, below, self._lines(item), look.font("small"), look.colour("text2"), small)
