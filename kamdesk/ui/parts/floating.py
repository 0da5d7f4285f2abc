"""A small card that lies over a widget at its top or its foot, in the middle, and stays there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from kamdesk.ui.look import Look


class Floating(QFrame):
    """Hidden at first; `settle` gives it the room it asks for, never more than what it lies over has."""

    def __init__(self, look: Look, over: QWidget, *, width: int = 0, foot: bool = False) -> None:
        super().__init__(over)
        self.look, self._over, self._width, self._foot = look, over, width, foot
        self.setProperty("part", "card")
        self.hide()
        over.installEventFilter(self)

    def appear(self) -> None:
        """Be seen, above everything else."""
        self.show()
        self.settle()
        self.raise_()

    def settle(self) -> None:
        """Take place again: the contents or the room changed."""
        px = self.look.theme.px
        room = self._over.rect().adjusted(px(12), px(12), -px(12), -px(12))
        if layout := self.layout():
            layout.activate()
        hint = self.sizeHint()
        width = min(px(self._width) if self._width else hint.width(), room.width())
        layout = self.layout()
        edge = 2  # px: the frame takes one from each side of what is folded
        tall = layout.heightForWidth(width - edge) + edge if layout and layout.hasHeightForWidth() else hint.height()
        height = min(tall, room.height())
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.bottom() - height if self._foot else room.top(), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the room changes."""
        if event.type() == QEvent.Type.Resize and watched is self._over and not self.isHidden():
            self.settle()
        return False
