"""What stands around the pages: for whom this copy is, a word of confidentiality, a watermark; and a password."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.choice import Choice
from kamdesk.ui.pages.paper.offering import offer
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label, Paragraph

_WIDTH = 460


class OptionsCard(Floating):
    """Lies over the pages; they follow when a field is left."""

    turned = Signal()
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=_WIDTH)
        tr, theme = look.tr, look.theme
        self._choice = Choice()
        self.reader = Line(look, tr("Given to"), tr("Name of the reader"))
        self.notice = Line(look, tr("Confidentiality word"), tr("Confidential"))
        self.watermark = Line(look, tr("Watermark"), tr("none"))
        self.password = TickBox(look, tr("Ask for a password at the export"))
        self._close = IconButton(look, "x", with_key(tr("Close"), "Esc"), small=True)
        self._fields = {"reader": self.reader, "notice": self.notice, "watermark": self.watermark}
        self._labels: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("This copy"), "section"), 1)
        head.addWidget(self._close)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        labels = {"reader": tr("Given to"), "notice": tr("Confidentiality word"), "watermark": tr("Watermark")}
        for at, (name, words) in enumerate(labels.items()):
            self._labels[name] = Label(look, words, "body", "text2")
            grid.addWidget(self._labels[name], at, 0)
            grid.addWidget(self._fields[name], at, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.password, 0, Qt.AlignmentFlag.AlignLeft)
        told = tr("The reader stands in the footer and in the list of editions. AES-256 locks the file.")
        column.addWidget(Paragraph(look, told, "small", "muted"))
        for line in self._fields.values():
            line.entered.connect(self._take)
            line.departed.connect(self._take)
            line.escaped.connect(self.close_card)
        self.password.clicked.connect(self._take)
        self._close.clicked.connect(self.close_card)

    def open(self, choice: Choice, readers: Iterable[str]) -> None:
        """Show what is chosen; `readers` are proposed."""
        self._choice = choice
        for name, line in self._fields.items():
            line.setText(getattr(choice, name))
        self.password.setChecked(choice.locked)
        offer(self.reader, readers)
        self.appear()
        self.reader.setFocus()

    def close_card(self) -> None:
        """Take over what was typed and go."""
        self._take()
        self.hide()
        self.closed.emit()

    def _take(self, _on: object = None) -> None:
        choice = self._choice
        before = (choice.reader, choice.notice, choice.watermark)
        for name, line in self._fields.items():
            setattr(choice, name, line.text().strip())
        locked = self.password.isChecked()
        if before != (choice.reader, choice.notice, choice.watermark) or locked != choice.locked:
            choice.locked = locked
            self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)
