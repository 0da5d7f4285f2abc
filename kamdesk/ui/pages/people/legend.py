"""What the borders, shades and lines of the people map mean, always below it; and the buttons that zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.people import TieKind
from kamdesk.picture.manner import SCREEN
from kamdesk.picture.map_people import OVERLAYS, legend_of
from kamdesk.picture.people_map import MapPath, MapTie, border_sign, tie_shapes
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.figures import Figure
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.painters import CENTRE, paint_text, rounded, text_width
from kamdesk.ui.parts.picture_view import paint_shapes

_POINT = 96 / 72
_HIGH = 22
_LINE = 28  # px of a line's sample


class Sign(Figure):
    """A sample with its words; `sample` paints it into so many px at the left."""

    def __init__(self, look: Look, words: str, wide: float, sample: Callable[[QPainter, QRectF], None]) -> None:
        self._words, self._sample, self._wide = words, sample, look.theme.px(wide)
        used = text_width(words, look.font("small")) + self._wide + look.theme.px(8) if words else self._wide
        super().__init__(look, used + 1, look.theme.px(_HIGH), words)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint sample and words."""
        self._sample(painter, QRectF(rect.left(), rect.top(), self._wide, rect.height()))
        words = rect.adjusted(self._wide + self.look.theme.px(8), 0, 0, 0)
        paint_text(painter, words, self._words, self.look.font("small"), self.look.colour("text2"))


class _Border:
    """Paints the mark of a border."""

    def __init__(self, look: Look, state: str) -> None:
        self._look, self._state = look, state

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.center())
        painter.scale(_POINT * self._look.theme.scale, _POINT * self._look.theme.scale)
        paint_shapes(painter, border_sign(self._state, 0, 0, 3.8, SCREEN), self._look)
        painter.restore()


class _Tied:
    """Paints a sample of a line: a reporting line without a kind."""

    def __init__(self, look: Look, kind: str) -> None:
        self._look, self._kind = look, kind

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        middle = rect.center().y()
        if not self._kind:
            painter.setPen(QPen(self._look.colour("field"), 1.5))
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
            return
        long = rect.width() / (_POINT * self._look.theme.scale)
        path = MapPath(MapTie("", self._kind, "", ""), ((0.0, 0.0), (long, 0.0)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left(), middle)
        painter.scale(_POINT * self._look.theme.scale, _POINT * self._look.theme.scale)
        paint_shapes(painter, tie_shapes(path, SCREEN), self._look)
        painter.restore()


class _Shades:
    """Paints the five shades of influence with their figures."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def __call__(self, painter: QPainter, rect: QRectF) -> None:
        look, wide = self._look, rect.width() / 5
        high = look.theme.px(16)
        for level in range(1, 6):
            box = QRectF(rect.left() + (level - 1) * wide, rect.center().y() - high / 2, wide, high)
            painter.fillRect(box, look.colour(f"i{level}"))
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.drawRect(box)
            paint_text(painter, box, str(level), look.fonts.sized(8.0, 500), look.colour("text"), CENTRE)


class MapLegend(QWidget):
    """Two lines that fold where there is little room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._overlay = ""
        self._borders, self._others = QWidget(), QWidget()
        gap = look.theme.px(14)
        self._first, self._second = Flow(self._borders, gap), Flow(self._others, gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(2))
        column.addWidget(self._borders)
        column.addWidget(self._others)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        for part in (self, self._borders, self._others):
            part.setSizePolicy(policy)
        self._fill_second()

    def show_overlay(self, overlay: str) -> None:
        """Explain the borders of this overlay."""
        if overlay == self._overlay:
            return
        self._overlay = overlay
        while (item := self._first.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        look = self.look
        self._first.addWidget(self._term(look.tr(OVERLAYS[overlay])))
        for state, words in legend_of(overlay, look.words):
            self._first.addWidget(Sign(look, words, 12, _Border(look, state)))

    def fits(self, width: int) -> bool:
        """Whether each of the two lines is one line in so much room."""
        high = self.look.theme.px(_HIGH)
        return all(flow.heightForWidth(width) <= high for flow in (self._first, self._second))

    def _fill_second(self) -> None:
        look, tr, trc = self.look, self.look.tr, self.look.trc
        self._second.addWidget(self._term(tr("Influence")))
        self._second.addWidget(Sign(look, "", 110, _Shades(look)))
        self._second.addWidget(Sign(look, tr("Reports to"), _LINE, _Tied(look, "")))
        for kind in TieKind:
            self._second.addWidget(Sign(look, tr(kind.label), _LINE, _Tied(look, kind.value)))
        self._second.addWidget(Sign(look, trc("line", "Path"), _LINE, _Tied(look, "route")))

    def _term(self, words: str) -> Label:
        label = Label(self.look, words, "small", "muted")
        label.setFixedHeight(self.look.theme.px(_HIGH))
        return label


class ZoomBox(QWidget):
    """− 100 % + and fit, in one frame."""

    zoomed = Signal(float)  # steps
    reset = Signal()
    fitted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr, px = look.tr, look.theme.px
        self.less = IconButton(look, "minus", with_key(tr("Smaller"), "−"), small=True)
        self.more = IconButton(look, "plus", with_key(tr("Larger"), "+"), small=True)
        self.fit = IconButton(look, "maximize", with_key(tr("The whole map"), "F"), small=True)
        self.share = Label(look, "100%", "small", "text2")
        self.share.setFixedWidth(px(40))
        self.share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(2), px(2), px(2), px(2))
        row.setSpacing(0)
        divider = Rule(look, upright=True, colour="edge")
        for part in (self.less, self.share, self.more, divider, self.fit):
            row.addWidget(part)
        self.setFixedHeight(look.size("button"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.less.clicked.connect(self._out)
        self.more.clicked.connect(self._in)
        self.fit.clicked.connect(self.fitted)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the map is."""
        self.share.setText(f"{round(zoom * 100)}%")

    def _in(self) -> None:
        self.zoomed.emit(1.0)

    def _out(self) -> None:
        self.zoomed.emit(-1.0)

    def mouseDoubleClickEvent(self, event: object) -> None:
        """A double click on the figure goes back to 100 %."""
        self.reset.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter, look = QPainter(self), self.look
        edge = QPen(look.colour("edge"), 1)
        rounded(painter, QRectF(self.rect()), look.theme.radius("control"), look.colour("canvas"), edge)
        painter.end()
