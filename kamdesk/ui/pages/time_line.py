"""The time line of a client: what happened last, today, what is coming; arrows walk, Enter leads there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kamdesk.client.events import Event
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.parts.marks import mark
from kamdesk.ui.parts.painters import CENTRE, paint_focus, paint_text, square

_PAST, _COMING = 3, 3
_WEIGHTY = ("visit", "rival", "weighin")


def chosen_events(events: Sequence[Event], today: date) -> list[Event]:
    """The last few that mattered and the next few, one for each day."""
    past = [event for event in events if event.day < today and (event.kind in _WEIGHTY or event.done)]
    coming = [event for event in events if event.day >= today and not event.done]
    return [*_one_a_day(reversed(past), _PAST)[::-1], *_one_a_day(coming, _COMING)]


def _one_a_day(events: Iterable[Event], most: int) -> list[Event]:
    found: dict[date, Event] = {}
    for event in events:
        known = found.get(event.day)
        if known is None and len(found) == most:
            break
        if known is None or (event.kind == "visit" and known.kind != "visit"):
            found[event.day] = event
    return list(found.values())


class TimeLine(QWidget):
    """Paints events at equal distances with today among them."""

    chosen = Signal(object)  # Event

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._events: list[Event] = []
        self._today = date.today()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.tr("Time line"))

    def show_events(self, events: Sequence[Event], today: date) -> None:
        """Show the weightiest of these."""
        self._events, self._today = chosen_events(events, today), today
        self._at = min(self._at, len(self._events) - 1)
        told = [f"{tell_day(event.day, self.look.words, today)} {self.look.tell(event.said)}" for event in self._events]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(400, self.look.theme.px(76))

    def _places(self) -> tuple[list[float], float]:
        """Where each event stands, and where today does."""
        before = sum(1 for event in self._events if event.day < self._today)
        own = any(event.day == self._today for event in self._events)
        slots = len(self._events) + (0 if own else 1)
        step = self.width() / max(1, slots)
        xs = [step * (at + 0.5 + (0 if own or at < before else 1)) for at in range(len(self._events))]
        return xs, step * (before + 0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, the days above and the words below."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        xs, now = self._places()
        middle = float(px(32))
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawLine(QPointF(px(4), middle), QPointF(now, middle))
        pen = QPen(look.colour("edge"), 2)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(now, middle), QPointF(self.width() - px(4), middle))
        for at, (item, x) in enumerate(zip(self._events, xs, strict=True)):
            self._paint_event(painter, item, x, middle, at)
        if not any(item.day == self._today for item in self._events):
            self._paint_words(painter, now, middle, self.look.tr("Today"), "", strong=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(QPointF(now, middle), px(6), px(6))
        painter.end()

    def _paint_event(self, painter: QPainter, item: Event, x: float, middle: float, at: int) -> None:
        look, px = self.look, self.look.theme.px
        coming = item.day > self._today
        box = square(QPointF(x, middle), px(10))
        if item.kind == "rival":
            mark(painter, box, "triangle", look.colour("rival"))
        elif coming:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("canvas"))
            painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
            mark(painter, box.adjusted(-1, -1, 1, 1), "ring", look.colour("field"))
        else:
            mark(painter, box, "circle", look.colour("accent"))
        today = item.day == self._today
        day = look.tr("Today") if today else tell_day(item.day, look.words, self._today)
        self._paint_words(painter, x, middle, day, look.tell(item.said), strong=today)
        if self.hasFocus() and at == self._at:
            room = self._room()
            paint_focus(painter, QRectF(x - room / 2, 0, room, self.height()), look)

    def _room(self) -> float:
        xs, _ = self._places()
        apart = xs[1] - xs[0] if len(xs) > 1 else self.width()
        return min(apart, self.width() / max(1, len(xs)))

    def _paint_words(self, painter: QPainter, x: float, middle: float, day: str, words: str, *, strong: bool) -> None:
        look, px = self.look, self.look.theme.px
        room = self._room() - px(6)
        ink = look.colour("accent" if strong else "muted")
        font = look.fonts.bold("small") if strong else look.font("small")
        paint_text(painter, QRectF(x - room / 2, middle - px(30), room, px(18)), day, font, ink, CENTRE)
        paint_text(
            painter,
            QRectF(x - room / 2, middle + px(13), room, px(18)),
            words,
            look.font("small"),
            look.colour("text2"),
            CENTRE,
        )

    def _under(self, x: float) -> int:
        xs, _ = self._places()
        near = [(abs(place - x), at) for at, place in enumerate(xs)]
        return min(near)[1] if near and min(near)[0] < self._room() / 2 else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go where the event is."""
        at = self._under(event.position().x())
        if at >= 0:
            self.chosen.emit(self._events[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter leads there."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step and self._events:
            self._at = max(0, min(len(self._events) - 1, self._at + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at < len(self._events):
            self.chosen.emit(self._events[self._at])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say the whole sentence when the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._under(event.pos().x())
            QToolTip.showText(event.globalPos(), self.look.tell(self._events[at].said) if at >= 0 else "", self)
            return True
        return super().event(event)
