"""The row of a client's places: tabs with an accent line under the chosen one, the page's actions at the right."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import CENTRE, paint_focus, paint_text, text_width


class TabRow(QWidget):
    """Says which tab was chosen; the arrows walk over the tabs."""

    chosen = Signal(str)

    def __init__(self, look: Look, labels: Mapping[str, str]) -> None:
        super().__init__()
        self.look = look
        self._tabs = {name: _Tab(look, name, look.tr(label)) for name, label in labels.items()}
        self._corner: QWidget | None = None
        self.setFixedHeight(look.size("tabs"))
        self.setAccessibleName(look.tr("Places of this client"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.theme.px(16), 0, look.size("gutter_right"), 0)
        self._row.setSpacing(0)
        for tab in self._tabs.values():
            self._row.addWidget(tab)
            tab.clicked.connect(self._choose)
        self._row.addStretch(1)

    def show_tab(self, name: str) -> None:
        """Mark the tab of the place where we are; only it can be reached by Tab."""
        for found, tab in self._tabs.items():
            tab.setChecked(found == name)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if found == name else Qt.FocusPolicy.NoFocus)

    def show_quiet(self, names: Collection[str]) -> None:
        """Mute the tabs of places that hold nothing yet."""
        for found, tab in self._tabs.items():
            tab.show_quiet(found in names)

    def show_corner(self, corner: QWidget | None) -> None:
        """Set the actions of the page at the right end, instead of those before."""
        if corner is self._corner:
            return
        if self._corner is not None:
            self._row.removeWidget(self._corner)
            self._corner.hide()
        self._corner = corner
        if corner is not None:
            self._row.addWidget(corner)
            corner.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the tab beside."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        names = list(self._tabs)
        here = next((index for index, name in enumerate(names) if self._tabs[name].isChecked()), 0)
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(names):
            self.chosen.emit(names[here + step])
            self._tabs[names[here + step]].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.look.colour("line"))
        painter.end()

    def _choose(self) -> None:
        tab = self.sender()
        if isinstance(tab, _Tab):
            tab.setChecked(True)
            self.chosen.emit(tab.name)


class _Tab(QAbstractButton):
    """One tab; as wide as its words in the strong weight, so that nothing moves when it is chosen."""

    def __init__(self, look: Look, name: str, words: str) -> None:
        super().__init__()
        self.look, self.name = look, name
        self._quiet = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFixedHeight(look.size("tabs"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_quiet(self, quiet: bool) -> None:
        """Mute the words of a place that holds nothing yet."""
        self._quiet = quiet
        self.update()

    def sizeHint(self) -> QSize:
        """The words and the gap between tabs."""
        return QSize(round(text_width(self.text(), self.look.fonts.bold())) + self.look.theme.px(25), self.height())

    def minimumSizeHint(self) -> QSize:
        """Tabs may come closer together in a narrow window."""
        return QSize(round(text_width(self.text(), self.look.fonts.bold())) + self.look.theme.px(9), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and underline."""
        look = self.look
        painter = QPainter(self)
        font = look.fonts.bold() if self.isChecked() else look.font("body")
        lit = self.isChecked() or self.underMouse()
        ink = look.colour("text" if lit else "muted" if self._quiet else "text2")
        paint_text(painter, QRectF(self.rect()).adjusted(0, 0, 0, -2), self.text(), font, ink, CENTRE)
        if self.isChecked():
            width = text_width(self.text(), look.fonts.bold())
            thick = look.size("underline")
            left = (self.width() - width) / 2
            painter.fillRect(QRectF(left, self.height() - thick, width, thick), look.colour("accent"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(2, 4, -2, -5), look)
        painter.end()
