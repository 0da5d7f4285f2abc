"""The line on top of a chapter, written by hand over the page it stands on; empty brings the computed one back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.desk.paper_presets import conclusion_of
from kamdesk.document.contents import CONTENTS
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.sentence_field import SentenceField

_WIDTH = 560


class ConclusionCard(Floating):
    """Enter keeps what was written, Esc gives it up."""

    written = Signal(str, str)  # chapter and text, "" for the computed line
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=_WIDTH, foot=True)
        tr, theme = look.tr, look.theme
        self.chapter = ""
        self._title = Label(look, "", "section")
        self.field = SentenceField(
            look, tr("Conclusion"), tr("So what? One sentence for whoever reads this chapter"), 2
        )
        self.keep = Button(look, tr("Keep"), "primary", key="Enter", small=True)
        self.compute = Button(look, tr("As computed"), "third", small=True)
        self.cancel = Button(look, tr("Cancel"), "third", key="Esc", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addWidget(self._title)
        column.addWidget(self.field)
        told = tr("It stands on top of the chapter with a pencil, in every language you print.")
        column.addWidget(Paragraph(look, told, "small", "muted"))
        row = QHBoxLayout()
        row.addWidget(self.compute)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.field.entered.connect(self._keep)
        self.field.escaped.connect(self.close_card)
        self.field.textChanged.connect(self.settle)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.close_card)
        self.compute.clicked.connect(self._compute)

    def open(self, chapter: str, client: Client) -> None:
        """Write the conclusion of a chapter."""
        self.chapter = chapter
        label = self.look.tr(CONTENTS[chapter].label)
        self._title.setText(self.look.tr("Conclusion of “{chapter}”", chapter=label))
        now = conclusion_of(client, chapter)
        self.compute.setVisible(bool(now))
        self.appear()
        self.field.start(now)

    def close_card(self) -> None:
        """Go without a word."""
        self.hide()
        self.closed.emit()

    def _keep(self) -> None:
        text = self.field.sentence()
        self.close_card()
        self.written.emit(self.chapter, text)

    def _compute(self) -> None:
        self.close_card()
        self.written.emit(self.chapter, "")
