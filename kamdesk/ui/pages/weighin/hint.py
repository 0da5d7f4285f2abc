"""What the facts and invitations themselves suggest as a level: one quiet line below it, with a way to take it over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kamdesk.client.suggest import Suggested
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label


class SuggestionLine(QWidget):
    """Hidden while nothing is suggested, or just what is entered."""

    taken = Signal(int)  # the level suggested

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.level: int | None = None  # what can be taken over
        icon = QLabel()
        icon.setPixmap(look.icons.pixmap("circle-help", "muted", look.theme.px(14)))
        self._words = Label(look, "", "small", "text2", wrap=True)
        self._take = Button(look, look.tr("Take over"), "third", key="V", small=True)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._take)
        self._take.clicked.connect(self.take)
        self.hide()

    def show_suggested(self, suggested: Suggested | None, entered: int | None, *, current: bool, is_open: bool) -> None:
        """Show what is suggested beside what is entered; why it cannot be said yet is told in the current row only."""
        level = suggested.level if suggested else None
        self.level = level if is_open and level != entered else None
        shown = suggested is not None and (level != entered if level else current)
        self.setVisible(shown)
        if not shown or suggested is None:
            return
        look, why, detail = self.look, self.look.tell(suggested.why), self.look.tell(suggested.detail)
        if level:
            self._words.setText(look.tr("{why}, {detail} → {level}", why=why, detail=detail, level=level))
        else:
            self._words.setText(why)
        self.setToolTip(detail)
        self._take.setVisible(self.level is not None and current)

    def take(self) -> None:
        """Take the level over."""
        if self.level is not None:
            self.taken.emit(self.level)
