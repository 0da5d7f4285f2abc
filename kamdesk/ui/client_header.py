"""The head of a client's page: who it is, how we stand against the rival, when we meet next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.client.company import Company
from kamdesk.ui.header_figures import HeaderFigure, header_figures
from kamdesk.ui.look import Look
from kamdesk.ui.pages.leading import leading_to
from kamdesk.ui.pages.page import PALETTE_FIELD, Shown
from kamdesk.ui.parts.badges import grade_badge
from kamdesk.ui.parts.buttons import with_key
from kamdesk.ui.parts.marks import gap_colour, ring, triangle
from kamdesk.ui.parts.painters import left_square, paint_focus, paint_text, rounded, text_width
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.sum_card import open_sum
from kamdesk.ui.top_strip import ARROWS

_INSET = 6  # px, hover and focus reach this far outside what they are about


class ClientHeader(QWidget):
    """Leads to the places its figures come from, and opens the client's menu."""

    going = Signal(object)  # Goto
    menu_wanted = Signal(object)  # the widget to open it below

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._name = _NameButton(look)
        self._figures: list[_FigureButton] = []
        self._shown: Shown | None = None
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # figures go when there is no room
        theme = look.theme
        field = theme.px(PALETTE_FIELD) + theme.size("gutter_right")
        self._row.setContentsMargins(theme.px(ARROWS) - theme.px(_INSET), 0, field + theme.space("xl"), 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        self.setFixedHeight(theme.size("strip"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name.clicked.connect(self._want_menu)

    def show_client(self, shown: Shown, now: datetime) -> None:
        """Show this client as it is at this moment."""
        self._shown = shown
        self._name.show_company(shown.client.company, shown.today.year)
        wanted = header_figures(shown, now, self.look.words)
        for old in self._figures[len(wanted) :]:
            self._row.removeWidget(old)
            old.deleteLater()
        del self._figures[len(wanted) :]
        while len(self._figures) < len(wanted):
            button = _FigureButton(self.look)
            button.clicked.connect(self._go)
            button.leading.connect(self._lead)
            self._row.addWidget(button)
            self._figures.append(button)
        for button, figure in zip(self._figures, wanted, strict=True):
            button.show_figure(figure)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave figures out, the last first, where the window is too narrow for all."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._name.minimumSizeHint().width()
        for button in self._figures:
            room -= button.sizeHint().width()
            button.setVisible(room >= 0)

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, _FigureButton) and button.figure:
            self.going.emit(button.figure.goto)

    def _lead(self, key: str) -> None:
        """Go to the record that a line of a figure's sum comes from."""
        if self._shown and (goto := leading_to(self._shown.client, self._shown.workspace, key)):
            self.going.emit(goto)

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self._name)


class _HeaderButton(QAbstractButton):
    """Fills the strip's height, says hover and focus."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFixedHeight(look.size("strip"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def ground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint hover and focus."""
        if self.underMouse():
            rounded(painter, rect, self.look.theme.radius("control"), self.look.colour("hover"))
        if self.hasFocus():
            paint_focus(painter, rect, self.look)


class _NameButton(_HeaderButton):
    """Logo, name, grade and one line on what the client is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._company: Company | None = None
        self._line = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(look.tr("What can be done with this client"))

    def show_company(self, company: Company, year: int) -> None:
        """Show this company."""
        self._company = company
        since = self.look.tr("year {n}", n=year - company.since + 1) if company.since and company.since <= year else ""
        self._line = " · ".join(filter(None, [company.industry, company.region, since]))
        self.setText(company.called)
        self.setAccessibleName(company.name)
        self.setAccessibleDescription(self._line)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longer of both lines."""
        look, px = self.look, self.look.theme.px
        upper = text_width(self.text(), look.font("title")) + px(54)
        width = max(upper, text_width(self._line, look.font("small")))
        return QSize(round(width + px(56 + 2 * _INSET)), self.height())

    def minimumSizeHint(self) -> QSize:
        """A short name stays readable."""
        return QSize(min(self.look.theme.px(220), self.sizeHint().width()), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        if self._company is None:
            return
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        self.ground(painter, rect.adjusted(0, px(6), 0, -px(6)))
        logo = left_square(rect, look.size("logo", 2), px(1 + _INSET))
        logo_tile(painter, logo, self._company.key, self._company.called, self._company.logo, look)
        left = logo.right() + px(14)
        room = rect.width() - left - px(54 + _INSET)
        upper = QRectF(left, px(9), room, px(22))
        used = paint_text(painter, upper, self.text(), look.font("title"), look.colour("text"))
        badge = left_square(upper.translated(used + px(8), 0), look.size("grade"))
        grade_badge(painter, badge, self._company.grade, look)
        arrow = left_square(upper.translated(badge.right() - left + px(6), 0), px(14))
        look.icons.paint(painter, arrow, "chevron-down", "muted")
        lower = QRectF(left, px(31), rect.width() - left - px(_INSET), px(17))
        paint_text(painter, lower, self._line, look.font("small"), look.colour("muted"))
        painter.end()


class _FigureButton(_HeaderButton):
    """A figure with its label, a line at its left; leads to where it comes from, F2 shows its sum."""

    leading = Signal(str)  # the key of the record a line of the sum comes from

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.figure: HeaderFigure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: HeaderFigure) -> None:
        """Show this figure."""
        self.figure = figure
        self.setText(f"{figure.label}: {figure.text} {figure.more}".strip())
        self.setAccessibleName(self.text())
        self.setToolTip(with_key(self.look.tr("Show the sum"), "F2") if figure.arithmetic else figure.hint)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 shows how the figure came about."""
        if event.key() == Qt.Key.Key_F2 and self.figure and self.figure.arithmetic:
            open_sum(self, self.look, self.figure.arithmetic(), self.leading.emit)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the wider line and what stands before it."""
        if self.figure is None:
            return QSize(0, self.height())
        look, px, figure = self.look, self.look.theme.px, self.figure
        lower = text_width(figure.text, look.font("body", 500)) + self._mark_width()
        if figure.more:
            lower += text_width(figure.more, look.font("body")) + px(5)
        width = max(text_width(figure.label, look.font("small")), lower)
        return QSize(round(width + px(40) + (px(42) if figure.total else 0)), self.height())

    def _mark_width(self) -> int:
        return self.look.theme.px(14) if self.figure and self.figure.gap is not None else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure."""
        if self.figure is None:
            return
        look, px, figure = self.look, self.look.theme.px, self.figure
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(QRectF(0, px(10), 1, rect.height() - px(20)), look.colour("line"))
        self.ground(painter, rect.adjusted(px(6), px(6), -px(6), -px(6)))
        left = float(px(19))
        if figure.total:
            ring(
                painter,
                left_square(rect, look.size("ring_figure", 1), left),
                figure.done,
                figure.total,
                look,
                soon=figure.soon,
            )
            left += px(42)
        label = QRectF(left, px(10), rect.width() - left, px(18))
        paint_text(painter, label, figure.label, look.font("small"), look.colour("muted"))
        lower = QRectF(left, px(28), rect.width() - left, px(20))
        ink = look.colour(gap_colour(figure.gap) if figure.gap is not None else "text" if figure.known else "muted")
        if figure.gap is not None:
            self._paint_mark(painter, lower, figure.gap)
            lower.setLeft(lower.left() + self._mark_width())
        used = paint_text(painter, lower, figure.text, look.font("body", 500), ink)
        if figure.more:
            lower.setLeft(lower.left() + used + px(5))
            paint_text(painter, lower, figure.more, look.font("body"), look.colour("muted"))
        painter.end()

    def _paint_mark(self, painter: QPainter, rect: QRectF, value: float) -> None:
        box = left_square(rect, self.look.theme.px(9))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour(gap_colour(value)))
        if gap_colour(value) == "muted":
            painter.fillRect(QRectF(box.left(), box.center().y() - 1, box.width(), 2), self.look.colour("muted"))
        else:
            triangle(painter, box.adjusted(0, 1, 0, -1), up=value > 0)
