"""The list of all rivals: name, where each is met, won and lost, and how many of its facts are out of date."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kamdesk.client.rival_records import RivalKind
from kamdesk.desk.rival_list import Tally
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.painters import left_square, paint_text
from kamdesk.ui.parts.rows import Index, RowDelegate, Rows

KIND_ICONS = {RivalKind.COMPANY: "building-2", RivalKind.INHOUSE: "users", RivalKind.NOTHING: "circle-dashed"}
_HEIGHT = 56  # px at 100 % text


@dataclass(frozen=True, slots=True)
class FormerHead:
    """Stands above those that are rivals no longer."""

    count: int
    title: str
    key: str = "former"


Row = Tally | FormerHead


class RivalRows(Rows):
    """The head cannot be chosen; the arrows pass over it."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self.item(index), FormerHead) else super().flags(index)


def listed(found: tuple[Tally, ...], look: Look) -> list[Row]:
    """The rows of the list: the rivals of today, then the former ones under their head."""
    former = [row for row in found if row.former]
    rows: list[Row] = [row for row in found if not row.former]
    if former:
        rows += [FormerHead(len(former), look.trc("rivals", "Former")), *former]
    return rows


def met_words(row: Tally, look: Look) -> str:
    """Where it is met, and what came of it."""
    at = look.trn("at {n} client", "at {n} clients", len(row.at)) if row.at else look.tr("met nowhere")
    if not row.won and not row.lost:
        return at
    return look.tr("{at}, won {won}, lost {lost}", at=at, won=row.won, lost=row.lost)


class RivalDelegate(RowDelegate):
    """Sign of the kind, name, where it is met; at the right how much is out of date."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(_HEIGHT), look.size("gutter_left"))

    def row_height(self, item: Row) -> int:
        """The head stands lower, with air above."""
        return self.look.theme.px(44) if isinstance(item, FormerHead) else self.height

    def draw(self, painter: QPainter, rect: QRectF, item: Row, *, selected: bool) -> None:
        """Paint a rival or the head."""
        look, px = self.look, self.look.theme.px
        if isinstance(item, FormerHead):
            low = rect.adjusted(0, px(14), 0, 0)
            used = paint_text(painter, low, item.title, look.font("small"), look.colour("muted"))
            beside = low.adjusted(used + px(8), 0, 0, 0)
            paint_text(painter, beside, str(item.count), look.font("small"), look.colour("muted"))
            return
        icon = KIND_ICONS[item.rival.kind or RivalKind.COMPANY]
        ink = "muted" if item.former else "text2"
        look.icons.paint(painter, left_square(rect, look.size("icon")), icon, ink)
        left, right, top = rect.left() + px(28), rect.right(), rect.center().y() - px(20)
        if item.stale:
            words = look.trn("{n} out of date", "{n} out of date", item.stale)
            wide = chip_width(words, look, "clock-alert")
            place = QRectF(QPointF(right - wide, top - px(1)), QPointF(right, top + px(21)))
            chip(painter, place, words, look, "warn", "clock-alert")
            right -= wide + px(10)
        room = QRectF(left, top, right - left, px(20))
        ink = "muted" if item.former else "text"
        paint_text(painter, room, item.rival.called, look.font("name", 500), look.colour(ink))
        below = QRectF(left, room.bottom(), rect.right() - left, px(18))
        paint_text(painter, below, met_words(item, look), look.font("small"), look.colour("text2"))
