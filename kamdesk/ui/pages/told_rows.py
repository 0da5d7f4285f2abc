"""Rows of what matters now and of what to ask, each leading to a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.concerns import Concern
from kamdesk.client.unknowns import Unknown
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import PAGES
from kamdesk.ui.parts.badges import unknown_badge
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_text, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_LATE = ("clock-alert", "user-x", "triangle-alert")
_WARNING = ("shield-alert", "refresh-cw", "clipboard-pen")


def concern_key(concern: Concern) -> str:
    """What tells one concern from another."""
    return f"{concern.place}:{concern.key}:{concern.said.text}"


def unknown_key(unknown: Unknown) -> str:
    """What tells one unknown from another."""
    return f"{unknown.place}:{unknown.key}:{unknown.said.text}:{sorted(map(str, unknown.said.values.values()))}"


class ConcernDelegate(RowDelegate):
    """Icon, sentence, why, and the place it leads to."""

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint a concern."""
        look, px, font = self.look, self.look.theme.px, self.look.font("small")
        ink = "bad" if item.icon in _LATE else "warn" if item.icon in _WARNING else "text2"
        side = look.size("icon")
        look.icons.paint(painter, left_square(rect, side), item.icon, ink)
        wide = max(self._draw_place(painter, rect, look.tr(PAGES[item.place].label)), px(70))
        inner = rect.adjusted(side + px(12), 0, -(wide + px(12)), 0)
        words, why = look.tell(item.said), look.tell(item.why)
        room = min(text_width(why, font) + 1, inner.width() * 0.4)
        told = QRectF(inner.right() - room, inner.top(), room, inner.height())
        paint_text(painter, told, why, font, look.colour("bad" if item.icon == "clock-alert" else "muted"), RIGHT)
        paint_text(painter, inner.adjusted(0, 0, -room - px(12), 0), words, look.font(), look.colour("text"))

    def _draw_place(self, painter: QPainter, rect: QRectF, place: str) -> float:
        """The place it leads to, with an arrow, at the right end; gives the width."""
        look, px, font = self.look, self.look.theme.px, self.look.font("small")
        wide = text_width(place, font) + px(16)
        end = QRectF(rect.right() - wide, rect.top(), wide, rect.height())
        arrow = square(QPointF(end.right() - px(6), end.center().y()), px(12))
        look.icons.paint(painter, arrow, "chevron-right", "accent")
        paint_text(painter, end.adjusted(0, 0, -px(15), 0), place, font, look.colour("accent"), RIGHT)
        return wide


class UnknownDelegate(RowDelegate):
    """The "?", what to find out, whom to ask."""

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint an unknown."""
        look, px = self.look, self.look.theme.px
        side = look.size("unknown")
        unknown_badge(painter, left_square(rect, side), look)
        font = look.font("small")
        ask = look.tr("ask {name}", name=item.ask.name) if item.ask else ""
        wide = min(text_width(ask, font) + 1, rect.width() * 0.35)
        paint_text(
            painter,
            QRectF(rect.right() - wide, rect.top(), wide, rect.height()),
            ask,
            font,
            look.colour("muted"),
            RIGHT,
        )
        words = rect.adjusted(side + px(10), 0, -(wide + px(10)), 0)
        paint_text(painter, words, look.tell(item.said), look.font(), look.colour("text"))


class ToldList(QWidget):
    """A heading with its count and the first few concerns or unknowns below it, each leading to its place.

    Rows with an inset reach that far beyond the heading, so that their letters align with it.
    """

    going = Signal(object)  # Goto

    def __init__(
        self, look: Look, title: str, delegate: RowDelegate, key: Callable[[Any], str], *, note: str = "", most: int = 5
    ) -> None:
        super().__init__()
        self._key_of, self._most = key, most
        self._client = ""
        self._held: dict[str, Concern | Unknown] = {}
        self.heading = Heading(look, title, note)
        self.list = RowList(delegate, title, key=key, growing=True)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space("xs"))
        head.setContentsMargins(delegate.inset, 0, delegate.inset, 0)
        head.addWidget(self.heading)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._click)

    def show_told(self, told: Sequence[Concern | Unknown], client: str) -> None:
        """Show the first of these, which belong to a client; without any the whole part is hidden."""
        self._client = client
        self._held = {self._key_of(item): item for item in told[: self._most]}
        self.list.show_rows(list(self._held.values()), told)
        self.heading.show_count(len(told))
        self.setVisible(bool(told))

    def shown(self) -> list[str]:
        """The keys of the rows shown."""
        return list(self._held)

    def _open(self, key: str) -> None:
        if item := self._held.get(key):
            self.going.emit(Goto(item.place, self._client, item.key))

    def _click(self) -> None:
        self._open(self.list.current_key())
