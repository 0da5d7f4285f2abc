"""Which visit: the coming ones first, then the past ones, in one row; what does not fit stands in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.carrying import moment
from kamdesk.client.client import Client
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import end_of, local_day, readiness
from kamdesk.desk.visit import to_debrief
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import RESULT_ICONS, RESULT_TONES, day_words
from kamdesk.ui.parts.badges import TONES
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.marks import ring
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_MOST_LISTED = 11  # rows of the list before it scrolls


@dataclass(frozen=True, slots=True)
class Listed:
    """A visit as strip and list show it."""

    visit: Visit
    day: str
    done: int
    total: int
    soon: bool
    waiting: bool  # it is over and nobody has said what came of it

    @property
    def key(self) -> str:
        """The visit's."""
        return self.visit.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return f"{self.day} {self.visit.objective}"


def listed(client: Client, today: date, now: datetime, look: Look) -> list[Listed]:
    """The visits of a client: coming ones from the next on, then past ones from the latest back."""
    coming = sorted((item for item in client.visits if _is_coming(item, now)), key=moment)
    past = sorted((item for item in client.visits if not _is_coming(item, now)), key=moment, reverse=True)
    rows = []
    for visit in (*coming, *past):
        ready = readiness(visit, client.checks)
        day = local_day(visit.at) if visit.at else None
        time = f" {visit.at.astimezone():%H:%M}" if visit.at and visit in coming else ""
        told = f"{day_words(day, today, look)}{time}" if day else look.tr("No day")
        soon = day is not None and (day - today).days <= 1
        rows.append(Listed(visit, told, ready.done, ready.total, soon, to_debrief(visit, now)))
    return rows


def _is_coming(visit: Visit, now: datetime) -> bool:
    return visit.result is None and (visit.at is None or end_of(visit) >= now)


def _sign(painter: QPainter, box: QRectF, item: Listed, look: Look) -> None:
    """The ring of a coming visit, the result of a past one, or that it waits for its debrief."""
    if item.visit.result is not None:
        ink = TONES[RESULT_TONES[item.visit.result]][1]
        look.icons.paint(painter, box, RESULT_ICONS[item.visit.result], ink)
    elif item.waiting:
        look.icons.paint(painter, box, "clipboard-pen", "warn")
    else:
        ring(painter, box, item.done, item.total, look, soon=item.soon)


class VisitStrip(QWidget):
    """Tabs of visits; `chosen` carries the key of the visit that is wanted."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._items: Sequence[Listed] = ()
        self._current = ""
        self._tabs: list[_VisitTab] = []
        self.all = Button(look, "", "third", icon="list", key="V", small=True)
        self.popup: VisitPopup | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.px(4))
        self._row.addStretch(1)
        self._row.addWidget(self.all)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.tr("Visits"))
        self.all.clicked.connect(self.open_list)

    def show_visits(self, items: Sequence[Listed], current: str) -> None:
        """Show these visits, one of them current."""
        self._items, self._current = items, current
        self.all.show_words(self.look.trn("{n} visit", "{n} visits", len(items)))
        self._settle()

    def step(self, by: int) -> None:
        """Go to the next visit of the row, or the one before."""
        keys = [item.key for item in self._items]
        at = keys.index(self._current) + by if self._current in keys else 0
        if 0 <= at < len(keys):
            self.chosen.emit(keys[at])

    def open_list(self) -> None:
        """Open the list of all visits."""
        if self.popup is None:
            self.popup = VisitPopup(self.look, self)
            self.popup.chosen.connect(self.chosen)
        self.popup.open_below(self.all, self._items, self._current)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(400, self.look.theme.px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._settle()

    def _fitting(self) -> list[Listed]:
        """The visits there is room for, the current one always among them."""
        look = self.look
        wide = {
            item.key: _width(item, look, current=item.key == self._current) + look.theme.px(4) for item in self._items
        }
        room = self.width() - self.all.sizeHint().width() - look.theme.px(16) - wide.get(self._current, 0)
        shown: list[Listed] = []
        for item in self._items:
            if item.key == self._current:
                shown.append(item)
            elif room >= wide[item.key]:
                shown.append(item)
                room -= wide[item.key]
            else:
                room = 0  # those after it wait in the list, so that the row has no gaps
        return shown

    def _settle(self) -> None:
        shown = self._fitting()
        for tab in self._tabs[len(shown) :]:
            tab.hide()
        while len(self._tabs) < len(shown):
            tab = _VisitTab(self.look)
            tab.clicked.connect(self._tell)
            self._row.insertWidget(len(self._tabs), tab)
            self._tabs.append(tab)
        for tab, item in zip(self._tabs, shown, strict=False):
            tab.show_visit(item, current=item.key == self._current)
            tab.show()
        self.all.setVisible(len(self._items) > 1)

    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, _VisitTab) and sender.item:
            self.chosen.emit(sender.item.key)


def _width(item: Listed, look: Look, *, current: bool = False) -> int:
    px = look.theme.px
    day = text_width(item.day, look.fonts.bold() if current else look.font())
    aim = min(text_width(item.visit.objective, look.font("small")), px(150)) if item.visit.objective else 0
    return round(day + aim + px(50 if aim else 40))


class _VisitTab(QAbstractButton):
    """One visit of the strip."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.item: Listed | None = None
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_visit(self, item: Listed, *, current: bool) -> None:
        """Show this visit."""
        self.item = item
        self.setChecked(current)
        self.setAccessibleName(item.title)
        self.setToolTip(item.title)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The owner says which one is current."""

    def sizeHint(self) -> QSize:
        """Day and objective."""
        wide = _width(self.item, self.look, current=self.isChecked()) if self.item else 80
        return QSize(wide, self.look.theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tab."""
        if self.item is None:
            return
        look, px, painter, item = self.look, self.look.theme.px, QPainter(self), self.item
        rect = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = look.colour("sel" if self.isChecked() else "hover")
            rounded(painter, rect, look.theme.radius("control"), ground)
        _sign(painter, square(QPointF(px(17), rect.center().y()), px(16)), item, look)
        font = look.fonts.bold() if self.isChecked() else look.font()
        words = rect.adjusted(px(32), 0, -px(8), 0)
        used = paint_text(painter, words, item.day, font, look.colour("text"))
        rest = words.adjusted(used + px(8), 0, 0, 0)
        paint_text(painter, rest, item.visit.objective, look.font("small"), look.colour("text2"))
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()


class VisitPopup(QFrame):
    """All visits of a client; Enter goes to one, Esc closes."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.look = look
        self.setProperty("part", "card")
        self.rows = RowList(_PopupDelegate(look), look.tr("Visits"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, look.theme.px(6), 1, look.theme.px(6))
        column.addWidget(self.rows)
        self.rows.opened.connect(self._choose)
        self.rows.clicked.connect(self._clicked)

    def open_below(self, button: QWidget, items: Sequence[Listed], current: str) -> None:
        """Open with a visit chosen."""
        px = self.look.theme.px
        self.rows.show_rows(items)
        high = min(len(items), _MOST_LISTED) * self.look.size("row") + px(14)
        self.resize(px(460), high)
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        self.move(corner)
        self.show()
        self.rows.choose(current)
        self.rows.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and V close."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_V):
            self.close()
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: object) -> None:
        self._choose(self.rows.current_key())

    def _choose(self, key: str) -> None:
        self.close()
        self.chosen.emit(key)


class _PopupDelegate(RowDelegate):
    """Sign, day, objective."""

    def draw(self, painter: QPainter, rect: QRectF, item: Listed, *, selected: bool) -> None:
        """Paint a row."""
        look, px = self.look, self.look.theme.px
        _sign(painter, square(QPointF(rect.left() + px(22), rect.center().y()), px(16)), item, look)
        day = QRectF(rect.left() + px(42), rect.top(), px(126), rect.height())
        paint_text(painter, day, item.day, look.font("name"), look.colour("text"))
        aim = rect.adjusted(px(174), 0, -px(12), 0)
        objective = item.visit.objective or look.tr("No objective yet")
        paint_text(painter, aim, objective, look.font(), look.colour("text" if item.visit.objective else "muted"))
