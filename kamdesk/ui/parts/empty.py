"""What stands where there is nothing yet: one sentence that teaches, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label, Paragraph

Deed = tuple[str, str, str]  # name, words, key


class EmptyState(QWidget):
    """A title, a sentence, a primary button and perhaps quieter ones; `pressed` carries the name of the button."""

    pressed = Signal(str)

    def __init__(self, look: Look, icon: str, title: str, sentence: str, deeds: Sequence[Deed] = ()) -> None:
        super().__init__()
        self.look = look
        self._title = Label(look, title, "title")
        self._sentence = Paragraph(look, sentence, "body", "text2")
        self._sentence.setMaximumWidth(look.theme.px(520))
        sign = QLabel()
        sign.setPixmap(look.icons.pixmap(icon, "muted", look.theme.px(28)))
        row = QHBoxLayout()
        row.setSpacing(look.theme.space("s"))
        self.buttons: dict[str, Button] = {}
        for at, (name, words, key) in enumerate(deeds):
            button = Button(look, words, "primary" if at == 0 else "second" if at == 1 else "third", key=key)
            button.setObjectName(name)
            button.clicked.connect(self._press)
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        gap = look.theme.space
        column.setContentsMargins(look.size("gutter_left"), gap("xl"), look.size("gutter_right"), gap("l"))
        column.setSpacing(gap("m"))
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addStretch(1)

    def show_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.pressed.emit(sender.objectName())
