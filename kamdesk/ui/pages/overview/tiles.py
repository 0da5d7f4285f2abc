"""The tiles of the overview: radar, next visit, comparison, promises, red flags; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.client.account import Account
from kamdesk.client.comparing import Comparison
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.sums import sum_of_ari
from kamdesk.client.units import tell_decimal, tell_known
from kamdesk.client.unknowns import Unknown
from kamdesk.client.visiting import next_visit, readiness
from kamdesk.picture.shapes import Picture
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import account_radar, month_of
from kamdesk.ui.pages.clients.rows import when
from kamdesk.ui.pages.leading import leading_to
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.parts.buttons import with_key
from kamdesk.ui.parts.marks import bar, gap
from kamdesk.ui.parts.painters import paint_text, rounded, square
from kamdesk.ui.parts.picture_view import paint_picture
from kamdesk.ui.parts.sum_card import open_sum
from kamdesk.ui.parts.tiles import Tile, paint_label

_SQUARES = 12
_FLAGS = 8
_SOON = timedelta(days=1)


class RadarTile(Tile):
    """The weigh-in of the whole account with its radar; F2 shows how its score came about."""

    leading = Signal(str)  # the key of the record a line of the sum comes from

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Six-dimension weigh-in"), "weighin")
        self._picture: Picture | None = None
        self._score = "?"
        self._lines: tuple[tuple[float | None, str], ...] = ()
        self._account: Account | None = None

    def show_account(self, figures: Account, rival: str, shown: Shown) -> None:
        """Show how we stand."""
        look = self.look
        self._account = figures
        self.setToolTip(with_key(look.tr("Show the sum"), "F2"))
        self._picture = account_radar(figures, rival, look, shown.today, width=232, radius=62)
        self._score = tell_known(figures.ari, 1)
        lines: list[tuple[float | None, str]] = []
        if figures.change is not None and figures.last_day:
            month = month_of(figures.last_day, look, shown.today)
            lines.append((figures.change, look.tr("vs {month}", month=month)))
        if rival and figures.lead is not None:
            lines.append((figures.lead, look.tr("vs {rival}", rival=rival)))
        if figures.ari is None:
            lines.append((None, look.tr("nobody weighed yet")))
        self._lines = tuple(lines)
        self.setAccessibleName(f"{self.text()}: {self._score}. {self._picture.label}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 shows the sum."""
        if event.key() == Qt.Key.Key_F2 and self._account is not None:
            open_sum(self, self.look, sum_of_ari(self._account), self.leading.emit)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Two tiles wide."""
        px = self.look.theme.px
        return QSize(px(456), px(282))

    def minimumSizeHint(self) -> QSize:
        """As high as that, but narrower if need be."""
        return QSize(self.look.theme.px(300), self.sizeHint().height())

    def draw(self, painter: QPainter, inner: QRectF) -> None:
        """Paint score, what it is beside, and the radar."""
        look, px = self.look, self.look.theme.px
        paint_label(painter, inner, self.text(), look)
        left = min(px(112), inner.width() * 0.28)
        figure = QRectF(inner.left(), inner.top() + px(78), left, px(40))
        paint_text(painter, figure, self._score, look.font("figure"), look.colour("text"))
        for at, (value, words) in enumerate(self._lines):
            line = QRectF(inner.left(), figure.bottom() + px(4) + at * px(22), left + px(20), px(20))
            used = gap(painter, line, value, look, role="small") + px(6) if value is not None else 0.0
            paint_text(painter, line.adjusted(used, 0, 0, 0), words, look.font("small"), look.colour("text2"))
        if self._picture:
            area = QRectF(inner.left() + left, inner.top() + px(2), inner.width() - left, inner.height())
            paint_picture(painter, area, self._picture, look)


class OverviewTiles(QWidget):
    """All tiles of a client."""

    going = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._goto: dict[str, Goto] = {}
        self._shown: Shown | None = None
        self.radar = RadarTile(look)
        tr = look.tr
        self.visit, self.rivals = Tile(look, tr("Next visit"), "visits"), Tile(look, tr("Comparison"), "rivals")
        self.plan, self.flags = Tile(look, tr("Promises"), "plan"), Tile(look, tr("Red flags"), "people")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.theme.space("m"))
        grid.addWidget(self.radar, 0, 0, 1, 2)
        for at, tile in enumerate((self.visit, self.rivals, self.plan, self.flags)):
            grid.addWidget(tile, 1 + at // 2, at % 2)
        for tile in self.stops():
            tile.clicked.connect(self._go)
        self.radar.leading.connect(self._lead)

    def stops(self) -> tuple[Tile, ...]:
        """The tiles as they are read, for the keyboard."""
        return (self.radar, self.visit, self.rivals, self.plan, self.flags)

    def show_client(
        self, shown: Shown, figures: Account, sheet: Comparison, rival: str, flags: Sequence[Unknown], now: datetime
    ) -> None:
        """Show this client."""
        self._shown = shown
        self._goto = {tile: Goto(tile, shown.client.key) for tile in ("weighin", "visits", "rivals", "plan", "people")}
        self.radar.show_account(figures, rival, shown)
        self._show_visit(shown, now)
        self._show_comparison(sheet)
        self._show_promises(shown)
        self._show_flags(flags)

    def _show_visit(self, shown: Shown, now: datetime) -> None:
        look, visit = self.look, next_visit(shown.client, now)
        if visit is None or visit.at is None:
            self.visit.show_figure("–", look.tr("Nothing is planned yet"))
            self._goto["visits"] = Goto("visits", shown.client.key, "", "new")
            return
        ready = readiness(visit, shown.client.checks)
        self._goto["visits"] = Goto("visits", shown.client.key, visit.key, "prepare")
        share = ready.done / ready.total if ready.total else 0.0
        colour = "ok" if share >= 1 else "warn" if share < 0.5 and visit.at - now < _SOON else "accent"
        words = look.tr("{done} of {total} prepared", done=ready.done, total=ready.total)
        self.visit.show_figure(when(visit.at, look, shown.today), words, Share(look, share, colour))

    def _show_comparison(self, sheet: Comparison) -> None:
        look = self.look
        ours = sheet.total
        best = max((total for total in sheet.totals.values() if total is not None), default=None)
        if ours is None:
            self.rivals.show_figure("?", look.tr("Needs are not weighed yet"))
            return
        name = next((rival.called for rival in sheet.rivals if sheet.totals.get(rival.key) == best), "")
        told = look.tr("{rival} {total}", rival=name, total=tell_decimal(best, 2)) if best is not None else ""
        figure = tell_decimal(ours, 2)
        marked = (best - 1) / 4 if best is not None else None
        self.rivals.show_figure(figure, told, Share(look, (ours - 1) / 4, "accent", marked))

    def _show_promises(self, shown: Shown) -> None:
        look, actions = self.look, shown.client.actions
        done = sum(1 for action in actions if action.done)
        open_ones = [action for action in actions if not action.done]
        ours = sum(1 for action in open_ones if action.side is not Side.THEIRS)
        words = look.tr("we owe {ours}, they owe {theirs}", ours=ours, theirs=len(open_ones) - ours)
        if not actions:
            self.plan.show_figure("–", look.tr("Nothing is promised yet"))
            return
        painting = Squares(look, done, open_ones, shown)
        self.plan.show_figure(f"{done} / {len(actions)}", words, painting)

    def _show_flags(self, flags: Sequence[Unknown]) -> None:
        look = self.look
        if not flags:
            self.flags.show_figure("0", look.tr("What must be known is known"))
            return
        said = look.tell(flags[0].said)
        self.flags.show_figure(str(len(flags)), said, Flags(look, len(flags)), height=16)
        self._goto["people"] = Goto(flags[0].place, self._goto["people"].client, flags[0].key)

    def _go(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.going.emit(self._goto[tile.place])

    def _lead(self, key: str) -> None:
        if self._shown and (goto := leading_to(self._shown.client, self._shown.workspace, key)):
            self.going.emit(goto)


class Share:
    """A bar, with a tick where the other one stands."""

    def __init__(self, look: Look, share: float, colour: str = "accent", marked: float | None = None) -> None:
        self._look, self._share, self._colour, self._marked = look, share, colour, marked

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it."""
        bar(painter, rect, self._share, self._look, self._colour)
        if self._marked is not None:
            x = rect.left() + rect.width() * max(0.0, min(1.0, self._marked))
            painter.fillRect(QRectF(x - 1, rect.center().y() - 6, 2, 12), self._look.colour("text"))


class Squares:
    """Promises as a row of squares: kept, open, late."""

    def __init__(self, look: Look, done: int, open_ones: Sequence[Action], shown: Shown) -> None:
        late = sum(1 for action in open_ones if action.due and action.due < shown.today)
        whole = done + len(open_ones)
        scale = min(1.0, _SQUARES / whole)
        self._look = look
        self._late = min(_SQUARES, max(1, round(late * scale))) if late else 0
        self._open = max(0, round(len(open_ones) * scale) - self._late)
        self._done = max(0, min(whole, _SQUARES) - self._late - self._open)

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them."""
        count = self._done + self._open + self._late
        step = min(rect.width() / max(1, count), self._look.theme.px(18))
        colour = self._look.colour
        for at in range(count):
            box = QRectF(rect.left() + at * step, rect.center().y() - 4, step - 4, 8)
            if at < self._done:
                rounded(painter, box, 2, colour("accent"))
            else:
                late = at >= self._done + self._open
                rounded(painter, box, 2, None, QPen(colour("bad" if late else "field"), 1.3))


class Flags:
    """As many flags as there are unknowns, within reason."""

    def __init__(self, look: Look, count: int) -> None:
        self._look, self._count = look, count

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them."""
        side = self._look.theme.px(16)
        for at in range(min(self._count, _FLAGS)):
            middle = QPointF(rect.left() + side / 2 + at * side * 1.35, rect.center().y())
            self._look.icons.paint(painter, square(middle, side), "flag", "bad")
