"""What to do with the plan, and what it lacks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.document.plan import CHAPTERS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper_making import Order, is_empty
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.line_button import LineButton


class PaperPanel(QWidget):
    """Export and print; below them what each chapter holds, leading to the place where it is filled."""

    place_wanted = Signal(str)  # a section of the client

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr, theme = look.tr, look.theme
        self.export = Button(look, tr("Export PDF"), "primary", key="Ctrl+E", spread=True)
        self.print = Button(look, tr("Print"), key="Ctrl+P", spread=True)
        self._heading = Heading(look, tr("What the plan holds"))
        self._note = Paragraph(look, "", "small", "muted")
        self._lines: dict[str, LineButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.space("l"), theme.size("gutter_right"), theme.space("l"))
        column.setSpacing(theme.px(8))
        column.addWidget(self.export)
        column.addWidget(self.print)
        column.addSpacing(theme.px(16))
        column.addWidget(self._heading)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        column.addLayout(lines)
        for name, chapter in CHAPTERS.items():
            if not chapter.sections:
                continue
            line = LineButton(look, height=34, role="body", colour="text")
            line.setObjectName(chapter.sections[0])
            line.clicked.connect(self._want)
            self._lines[name] = line
            lines.addWidget(line)
        column.addSpacing(theme.px(4))
        column.addWidget(self._note)
        column.addStretch(1)

    def show_order(self, order: Order) -> None:
        """Show what a plan holds."""
        tr, client = self.look.tr, order.client
        empty = 0
        for name, line in self._lines.items():
            chapter = CHAPTERS[name]
            main = chapter.sections[-1] if "company" in chapter.sections else chapter.sections[0]
            count = len(getattr(client, main))
            lacking = is_empty(client, name)
            empty += lacking
            tail = tr("empty") if lacking else str(count) if count else ""
            ink = "bad" if lacking else "muted"
            icon = "flag" if lacking else "check" if name in order.chapters else "minus"
            colour = "bad" if lacking else "ok" if name in order.chapters else "muted"
            line.show_line(tr(chapter.label), icon=icon, icon_colour=colour, tail=tail, tail_colour=ink)
        told = tr("{n} empty", n=empty) if empty else ""
        self._heading.show_note(told, "bad")
        self._note.setText(
            tr("An empty chapter is printed as one line with a red flag. Enter leads to its place.") if empty else ""
        )
        self._note.setVisible(empty > 0)

    def _want(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.place_wanted.emit(sender.objectName())
