"""The buttons of the rail: places with counts, the program's name, the line that says how safe the data is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.pages.registry import Place
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, square


@dataclass(frozen=True, slots=True)
class Safety:
    """What the rail's foot says: the last moment of saving, and how the data is protected."""

    saved_at: datetime | None
    protected: bool
    read_only: bool = False
    failed: bool = False  # the last change could not be saved


class RailButton(QAbstractButton):
    """What all buttons of the rail share: hover, focus, folding."""

    def __init__(self, look: Look, words: str, height: int) -> None:
        super().__init__()
        self.look = look
        self.folded = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedHeight(look.theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def fold(self, folded: bool) -> None:
        """Show the icon only, or words too."""
        self.folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail lets it be."""
        return QSize(40, self.height())

    def ground(self, painter: QPainter) -> None:
        """Paint hover, choice and focus."""
        look, rect = self.look, QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            fill = look.colour("sel" if self.isChecked() else "hover")
            rounded(painter, rect, look.theme.radius("control"), fill)
        if self.isChecked():
            bar = QRectF(0, look.theme.px(8), look.size("bar"), rect.height() - look.theme.px(16))
            rounded(painter, bar, 1.5, look.colour("accent"))
        if self.hasFocus():
            paint_focus(painter, rect, look)


class PlaceButton(RailButton):
    """One place: icon, words, count."""

    def __init__(self, look: Look, place: Place, index: int) -> None:
        super().__init__(look, look.tr(place.label), 34)
        self.place = place.name
        self._icon = place.icon
        self.count: int | None = None
        self._key = key_words(f"Ctrl+{index + 1}")
        self.setCheckable(True)
        self.setToolTip(f"{self.text()}  {self._key}")

    def show_count(self, count: int | None) -> None:
        """Write the count at the right."""
        self.count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()} {count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        self.ground(painter)
        middle = self.height() / 2
        side = look.size("icon")
        at = self.width() / 2 if self.folded else px(10) + side / 2
        ink = "accent" if self.isChecked() else "text2"
        look.icons.paint(painter, square(QPointF(at, middle), side), self._icon, ink)
        if not self.folded:
            font = look.font("body", 500)
            words = QRectF(px(36), 0, self.width() - px(72), self.height())
            paint_text(painter, words, self.text(), font, look.colour("text" if self.isChecked() else "text2"))
            if self.count is not None:
                end = QRectF(self.width() - px(60), 0, px(50), self.height())
                colour = look.colour("accent" if self.isChecked() else "muted")
                paint_text(painter, end, f"{self.count}", look.font("small"), colour, RIGHT)
        painter.end()


class RailHead(RailButton):
    """The program's sign and name; pressed, it opens the menu of everything the window can do."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "KAMDesk", 32)
        self.setToolTip(look.tr("Menu"))
        self.setAccessibleName(look.tr("Menu"))
        self._sign = look.icons.program().pixmap(QSize(look.theme.px(20), look.theme.px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign and name."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            self.ground(painter)
        painter.drawPixmap(QRectF(px(1), (self.height() - px(20)) / 2, px(20), px(20)).toRect(), self._sign)
        words = QRectF(px(30), 0, self.width() - px(30), self.height())
        paint_text(painter, words, self.text(), look.fonts.sized(10.5, 600), look.colour("text"))
        painter.end()


class SafetyLine(RailButton):
    """A shield with two short lines: saved when, protected how. Pressed, it shows where the data is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", 44)
        self._icon, self._colour = "shield", "muted"
        self._lines = ("", "")

    def show_safety(self, safety: Safety) -> None:
        """Say it in words and in the shield's colour."""
        tr = self.look.tr
        saved = ""
        if safety.saved_at is not None:
            saved = tr("Saved {time}", time=f"{safety.saved_at.astimezone():%H:%M}")
        upper = tr("Not saved") if safety.failed else tr("Read only") if safety.read_only else saved or tr("All saved")
        self._lines = (upper, tr("Protected by passphrase") if safety.protected else tr("No passphrase yet"))
        bad = safety.failed or safety.read_only
        self._icon = "shield-alert" if bad else "shield-check"
        self._colour = "bad" if safety.failed else "warn" if safety.read_only else "ok"
        self.setText("; ".join(self._lines))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shield and lines."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        self.ground(painter)
        side = look.size("icon")
        first, second = (
            QRectF(px(34), px(4), self.width() - px(38), px(18)),
            QRectF(px(34), px(22), self.width() - px(38), px(18)),
        )
        at = (
            QPointF(self.width() / 2, self.height() / 2)
            if self.folded
            else QPointF(px(10) + side / 2, first.center().y())
        )
        look.icons.paint(painter, square(at, side), self._icon, self._colour)
        if not self.folded:
            small = look.font("small")
            paint_text(
                painter, first, self._lines[0], small, look.colour("text" if self._colour == "ok" else self._colour)
            )
            paint_text(painter, second, self._lines[1], small, look.colour("muted"))
        painter.end()
