"""A row of a page that is read downwards: what it is about at the left, what is known of it at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Paragraph, Rule


class BriefRow(QWidget):
    """A label, what belongs to it, and a line below."""

    def __init__(self, look: Look, label: str, lower: int = 0) -> None:
        """`lower` px stands the label, where what belongs to it has a rim."""
        super().__init__()
        px = look.theme.px
        words = Paragraph(look, label, colour="muted")
        words.setFixedWidth(px(76 if look.words.chinese else 96))
        head = QVBoxLayout()
        head.setContentsMargins(0, px(lower), 0, 0)
        head.addWidget(words)
        head.addStretch(1)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(4))
        row = QHBoxLayout()
        row.setContentsMargins(0, px(9), 0, px(9))
        row.setSpacing(px(8))
        row.addLayout(head)
        row.addLayout(self.column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(Rule(look))
