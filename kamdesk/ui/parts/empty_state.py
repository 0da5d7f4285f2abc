"""What stands where there is nothing yet: what the place is for, in a sentence, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label

_WIDTH = 460


class EmptyState(QWidget):
    """Icon, words, a sentence and a primary button, a little above the middle."""

    acted = Signal()

    def __init__(self, look: Look, icon: str, words: str, sentence: str, action: str, key: str = "") -> None:
        super().__init__()
        px = look.theme.px
        picture = QLabel()
        picture.setPixmap(look.icons.pixmap(icon, "muted", px(32)))
        self._title = Label(look, words, "title")
        self._sentence = Label(look, sentence, "body", "text2", wrap=True)
        self._sentence.setFixedWidth(px(_WIDTH))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(look, action, "primary", key=key)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(12))
        column.addStretch(2)
        for widget in (picture, self._title, self._sentence, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.button.clicked.connect(self.acted)

    def show_words(self, words: str, sentence: str, action: str) -> None:
        """Say something else."""
        self._title.setText(words)
        self._sentence.setText(sentence)
        self.button.show_words(action)
