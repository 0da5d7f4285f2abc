"""Buttons of three ranks with the key that presses them painted inside."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.painters import LEFT, paint_text, square, text_width

_INKS = {"primary": "on_accent", "second": "text", "third": "text2", "danger": "bad"}


def key_words(key: str) -> str:
    """A key as its cap shows it: "Ctrl+Shift+N" is Ctrl Shift N, and ⌘ ⇧ N on a Mac."""
    told = key.replace("Return", "Enter")
    if sys.platform == "darwin":
        for name, sign in (("Ctrl", "⌘"), ("Shift", "⇧"), ("Alt", "⌥")):
            told = told.replace(name, sign)
    return told if told == "+" else told.replace("+", " ")


def with_key(words: str, key: str) -> str:
    """What a button does, with its key, as a tooltip tells it."""
    return f"{words}  {key_words(key)}"


class Button(QPushButton):
    """A button of rank primary, second, third or danger; `key` is shown as a keycap inside.

    With a `scope` the key presses the button while the keyboard is inside that widget. A single letter then still
    belongs to a text field that has the keyboard, because fields claim letters before shortcuts see them.
    `spread` puts the words at the left and the key at the right of a wide button.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        rank: str = "second",
        *,
        icon: str = "",
        key: str = "",
        scope: QWidget | None = None,
        small: bool = False,
        spread: bool = False,
    ) -> None:
        super().__init__()
        self.look = look
        self._icon, self._cap, self._spread = icon, key_words(key), spread
        self._ink = _INKS[rank]
        self.setProperty("rank", rank)
        self.setProperty("small", "true" if small else "false")
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(look.fonts.bold() if rank == "primary" else look.font("body", 500))
        self.setFixedHeight(look.size("button_small" if small else "button"))
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if spread else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        self.setAutoDefault(False)
        if key:
            self.setToolTip(f"{text}  {self._cap}")
        if key and scope is not None:
            shortcut = QShortcut(QKeySequence(key), scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.press)

    def press(self) -> None:
        """Press the button as its key does: only when it can be seen."""
        if self.isVisible() and self.isEnabled():
            self.click()

    def show_words(self, text: str) -> None:
        """Say something else on the button."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        return QSize(round(self._inner_width() + self.look.theme.px(26)), self.height())

    def minimumSizeHint(self) -> QSize:
        """The same: a button's words are never cut."""
        return self.sizeHint()

    def _inner_width(self) -> float:
        px = self.look.theme.px
        width = text_width(self.text(), self.font())
        if self._icon:
            width += self.look.size("icon") + (px(8) if self.text() else 0)
        if self._cap:
            width += keycap_width(self._cap, self.look) + px(10)
        return width

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the style, then icon, words and keycap."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look, px = self.look, self.look.theme.px
        ink = self._ink if self.isEnabled() else "muted"
        inner = QRectF(self.rect()).adjusted(px(13), 0, -px(13), 0)
        left = inner.left() if self._spread else inner.left() + (inner.width() - self._inner_width()) / 2
        if self._icon:
            side = look.size("icon")
            look.icons.paint(painter, square(QPointF(left + side / 2, inner.center().y()), side), self._icon, ink)
            left += side + (px(8) if self.text() else 0)
        words = QRectF(left, inner.top(), text_width(self.text(), self.font()) + 1, inner.height())
        used = paint_text(painter, words, self.text(), self.font(), look.colour(ink), LEFT)
        if not self._cap:
            return
        wide = keycap_width(self._cap, look)
        start = inner.right() - wide if self._spread else left + used + px(10)
        cap_ink = look.colour("on_accent") if self._ink == "on_accent" and self.isEnabled() else None
        keycap(painter, QRectF(start, inner.top(), wide, inner.height()), self._cap, look, cap_ink)


class IconButton(QToolButton):
    """A square third-rank button of an icon alone; its words are its tooltip and its name for screen readers."""

    def __init__(self, look: Look, icon: str, words: str, *, colour: str = "text2", small: bool = False) -> None:
        super().__init__()
        self.look = look
        self.setProperty("rank", "third")
        side = look.size("button_small" if small else "button")
        self.setFixedSize(side, side)
        self.setIcon(look.icons.icon(icon, colour))
        self.setIconSize(QSize(look.size("icon"), look.size("icon")))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
