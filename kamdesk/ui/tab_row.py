"""The row of a client's places: tabs with an accent line under the chosen one, the page's actions at the right."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.painters import CENTRE, paint_focus, paint_text, text_width

_GAP = 12  # px between the tabs and the actions


class TabRow(QWidget):
    """Says which tab was chosen; the arrows walk over the tabs. Tabs without room wait in a menu at the end."""

    chosen = Signal(str)

    def __init__(self, look: Look, labels: Mapping[str, str]) -> None:
        super().__init__()
        self.look = look
        self._tabs = {name: _Tab(look, self, name, look.tr(label)) for name, label in labels.items()}
        self._more = IconButton(look, "ellipsis", look.tr("More places"), small=True)
        self._more.setParent(self)
        self._corner: QWidget | None = None
        self._here = ""
        self.setFixedHeight(look.size("tabs"))
        self.setAccessibleName(look.tr("Places of this client"))
        self._more.clicked.connect(self._open_more)
        for tab in self._tabs.values():
            tab.clicked.connect(self._choose)

    def show_tab(self, name: str) -> None:
        """Mark the tab of the place where we are; only it can be reached by Tab."""
        self._here = name
        for found, tab in self._tabs.items():
            tab.setChecked(found == name)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if found == name else Qt.FocusPolicy.NoFocus)
        self._settle()

    def show_quiet(self, names: Collection[str]) -> None:
        """Mute the tabs of places that hold nothing yet."""
        for found, tab in self._tabs.items():
            tab.show_quiet(found in names)

    def show_corner(self, corner: QWidget | None) -> None:
        """Set the actions of the page at the right end, instead of those before."""
        if corner is self._corner:
            return
        if self._corner is not None:
            self._corner.hide()
        self._corner = corner
        if corner is not None:
            corner.setParent(self)
            corner.show()
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every part its place."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Tabs come closer together first, then the lesser actions go, then the last tabs."""
        px = self.look.theme.px
        left, right = px(16), self.width() - self.look.size("gutter_right")
        wide = sum(tab.sizeHint().width() for tab in self._tabs.values())
        close = sum(tab.minimumSizeHint().width() for tab in self._tabs.values())
        if self._corner is not None:
            actions = self._corner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            fits = left + close + px(_GAP) + self._corner_width(actions) <= right
            for action in actions[:-1]:
                action.setVisible(fits)
            corner = self._corner_width(actions if fits else actions[-1:])
            self._corner.setGeometry(right - corner, 0, corner, self.height())
            right -= corner + px(_GAP)
        self._settle_tabs(left, right, loose=left + wide <= right)

    def _corner_width(self, actions: Sequence[QWidget]) -> int:
        gap = self.look.theme.space("m")
        return sum(action.sizeHint().width() + gap for action in actions)

    def _settle_tabs(self, left: int, right: int, *, loose: bool) -> None:
        widths = {
            name: (tab.sizeHint() if loose else tab.minimumSizeHint()).width() for name, tab in self._tabs.items()
        }
        if left + sum(widths.values()) > right:
            right -= self._more.width()
        kept = widths.get(self._here, 0)  # the place where we are always has its tab
        hidden = False
        for name, tab in self._tabs.items():
            kept -= widths[name] if name == self._here else 0
            hidden = hidden or left + widths[name] + kept > right
            shown = name == self._here or not hidden
            tab.setVisible(shown)
            if shown:
                tab.setGeometry(left, 0, widths[name], self.height())
                left += widths[name]
        self._more.setVisible(hidden)
        self._more.move(left, (self.height() - self._more.height()) // 2)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name, tab in self._tabs.items():
            if tab.isHidden():
                action = menu.addAction(tab.text())
                action.setObjectName(name)
                action.triggered.connect(self._choose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

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
        sender = self.sender()
        if sender is not None:
            self.show_tab(self._here)  # a checkable tab would change by itself; the owner says where we are
            self.chosen.emit(sender.objectName())


class _Tab(QAbstractButton):
    """One tab; as wide as its words in the strong weight, so that nothing moves when it is chosen."""

    def __init__(self, look: Look, row: QWidget, name: str, words: str) -> None:
        super().__init__(row)
        self.look = look
        self.setObjectName(name)
        self._quiet = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFixedHeight(look.size("tabs"))
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
