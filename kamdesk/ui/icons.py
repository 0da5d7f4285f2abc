"""Icons of resources/icons in any colour and size: drawn from SVG once, then kept as pixmaps."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kamdesk.paths import resource
from kamdesk.ui.theme import Theme


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _draw(svg: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Icons:
    """The icons of one theme: `icons.icon("sun")`, `icons.pixmap("sun", "accent", 20)`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str = "text2", size: int = 0, ratio: float = 0.0) -> QPixmap:
        """One icon in a colour of the theme; a size of 0 is the usual one, a ratio of 0 that of the screen."""
        wanted = (
            name,
            self._theme.colour(colour).name(),
            size or self._theme.size("icon"),
            ratio or QGuiApplication.instance().devicePixelRatio(),  # type: ignore[union-attr]
        )
        if wanted not in self._kept:
            self._kept[wanted] = _draw(_source(name).replace("currentColor", wanted[1]), wanted[2], wanted[3])
        return self._kept[wanted]

    def icon(self, name: str, colour: str = "text2", chosen: str = "", size: int = 0) -> QIcon:
        """The icon of a button: muted when it cannot be used, in the colour `chosen` while it is on."""
        made = QIcon(self.pixmap(name, colour, size))
        made.addPixmap(self.pixmap(name, "edge", size), QIcon.Mode.Disabled)
        if chosen:
            made.addPixmap(self.pixmap(name, chosen, size), QIcon.Mode.Normal, QIcon.State.On)
        return made

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: str = "text2") -> None:
        """Paint an icon in the middle of `rect`, as large as its smaller side."""
        size = int(min(rect.width(), rect.height()))
        drawn = self.pixmap(name, colour, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.center() - QPointF(size / 2, size / 2), drawn)

    @staticmethod
    def program() -> QIcon:
        """The program's own sign, for windows and task bars."""
        made = QIcon()
        for file in sorted(resource("icons").glob("kamdesk-*.png")):
            made.addFile(str(file))
        return made
