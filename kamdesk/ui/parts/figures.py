"""The small painters as widgets of a fixed size, for pages that are made of layouts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.client.company import Grade
from kamdesk.client.people import Attitude
from kamdesk.client.units import tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.parts import badges, marks, portraits
from kamdesk.ui.parts.painters import text_width


class Figure(QWidget):
    """A widget that is painted by `draw` and never takes the keyboard; its words are for screen readers."""

    def __init__(self, look: Look, width: float, height: float, spoken: str = "") -> None:
        super().__init__()
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(spoken)
        self.resize_to(width, height)

    def resize_to(self, width: float, height: float) -> None:
        """Take another size."""
        self.setFixedSize(QSize(int(width + 0.999), int(height + 0.999)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure over the whole widget."""
        painter = QPainter(self)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the figure inside `rect`."""


class Chip(Figure):
    """A chip with a text and perhaps an icon; tones: soft ok warn bad neutral plain."""

    def __init__(self, look: Look, text: str, tone: str = "soft", icon: str = "") -> None:
        super().__init__(look, badges.chip_width(text, look, icon), look.size("chip"), text)
        self._said, self._tone, self._icon = text, tone, icon

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the chip."""
        badges.chip(painter, rect, self._said, self.look, self._tone, self._icon)


class Keycap(Figure):
    """The name of a key."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(look, badges.keycap_width(key, look), look.size("keycap"), key)
        self._key = key

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the keycap."""
        badges.keycap(painter, rect, self._key, self.look)


class GradeBadge(Figure):
    """A client's grade."""

    def __init__(self, look: Look, grade: Grade | None = None) -> None:
        super().__init__(look, look.size("grade"), look.size("grade"))
        self.show_grade(grade)

    def show_grade(self, grade: Grade | None) -> None:
        """Show this grade; None is unknown."""
        self._grade = grade
        name = self.look.tr("Grade {grade}", grade=grade.value) if grade else self.look.tr("No grade yet")
        self.setAccessibleName(name)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the badge."""
        badges.grade_badge(painter, rect, self._grade, self.look)


class UnknownBadge(Figure):
    """The dashed "?"."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("unknown"), look.size("unknown"), look.tr("Unknown"))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the badge."""
        badges.unknown_badge(painter, rect, self.look)


class RingFigure(Figure):
    """How far a preparation is; `side` in px of 100 % text, `figure` writes 6/8 inside."""

    def __init__(self, look: Look, side: float, *, figure: bool = False) -> None:
        super().__init__(look, look.theme.px(side), look.theme.px(side))
        self._figure = figure
        self.show_share(0, 0)

    def show_share(self, done: int, total: int, *, soon: bool = False) -> None:
        """Show so many done of so many; `soon` when the visit is within a day."""
        self._share = (done, total, soon)
        self.setAccessibleName(self.look.tr("{done} of {total} prepared", done=done, total=total))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring."""
        done, total, soon = self._share
        marks.ring(painter, rect, done, total, self.look, soon=soon, figure=self._figure)


class GapMark(Figure):
    """A lead or a lag with its mark."""

    def __init__(self, look: Look, value: float | None = None, role: str = "name", weight: int = 500) -> None:
        super().__init__(look, 1, look.theme.px(18))
        self._role, self._weight = role, weight
        self.show_value(value)

    def show_value(self, value: float | None) -> None:
        """Show this lead; None is unknown."""
        self._value = value
        told = "–" if value is None else tell_gap(value)
        self.setAccessibleName(told)
        font = self.look.font(self._role, self._weight)
        self.resize_to(text_width(told, font) + self.look.theme.px(16), max(self.height(), self.look.theme.px(18)))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the mark and the number."""
        marks.gap(painter, rect, self._value, self.look, role=self._role, weight=self._weight)


class Avatar(Figure):
    """A person, with the shape of the attitude; sizes by step 28, 32, 44."""

    def __init__(self, look: Look, step: int = 0, ground: str = "canvas") -> None:
        side = look.size("avatar", step) + look.theme.px(4)
        super().__init__(look, side, side)
        self._step, self._ground = step, ground
        self._name, self._shape = "", False
        self._attitude: Attitude | None = None

    def show_person(self, name: str, attitude: Attitude | None, *, shape: bool = True) -> None:
        """Show this person."""
        self._name, self._attitude, self._shape = name, attitude, shape
        self.setAccessibleName(name)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the avatar."""
        portraits.avatar(
            painter,
            rect,
            self._name,
            self._attitude,
            self.look,
            step=self._step,
            ground=self._ground,
            shape=self._shape,
        )


class LogoTile(Figure):
    """A client's logo or letter; sizes by step 18, 22, 32, 40."""

    def __init__(self, look: Look, step: int = 3) -> None:
        super().__init__(look, look.size("logo", step), look.size("logo", step))
        self._shown: tuple[str, str, bytes | None] = ("", "", None)

    def show_company(self, key: str, name: str, picture: bytes | None) -> None:
        """Show this client."""
        self._shown = (key, name, picture)
        self.setAccessibleName(name)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the tile."""
        key, name, picture = self._shown
        portraits.logo_tile(painter, rect, key, name, picture, self.look)
