"""What is missing in the decision chain, with who could tell us; and in few words what is well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.client.chain import Flag
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.lines import GotoLine
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.anew import emptied
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.sign_lines import SignLine

_FEW = 10
_TWO = 1000  # px at 100 % text, from which there are two columns


class FlagsBlock(Block):
    """The red flags, the gravest first; more of them on demand."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Red flags of the decision chain"), wide=6, narrow=6)
        self._all = False
        self._relation: Relation | None = None

    def show_relation(self, relation: Relation) -> None:
        """Show the flags."""
        self._relation = relation
        emptied(self.column, keep=1)
        look, flags = self.look, relation.flags
        self.heading.show_count(len(flags))
        self.heading.show_note(look.tr("who could tell us"))
        shown = flags if self._all else flags[:_FEW]
        if shown:
            self.column.addWidget(self._columns([self._line(flag, relation) for flag in shown]))
        if len(flags) > _FEW:
            told = look.tr("Show fewer") if self._all else look.tr("Show all {n}", n=len(flags))
            more = Button(look, told, "third", small=True)
            more.clicked.connect(self._toggle)
            self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not flags:
            self.column.addWidget(SignLine(look, "circle-check", "ok", look.tr("Nothing is missing."), "text2"))
        self.fill()

    def _columns(self, lines: list[GotoLine]) -> QWidget:
        """The lines in two columns, read downwards; one above the other where there is little room."""
        held = QWidget()
        grid = QGridLayout(held)
        px = self.look.theme.px
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(32))
        grid.setVerticalSpacing(px(2))
        count = 2 if self.width() >= px(_TWO) and len(lines) > 1 else 1
        rows = -(-len(lines) // count)
        for number, line in enumerate(lines):
            grid.addWidget(line, number % rows, number // rows)
        for column in range(count):
            grid.setColumnStretch(column, 1)
        return held

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out anew where one column becomes two."""
        super().resizeEvent(event)
        two = self.look.theme.px(_TWO)
        if self._relation is not None and (event.oldSize().width() >= two) != (event.size().width() >= two):
            self.show_relation(self._relation)

    def _line(self, flag: Flag, relation: Relation) -> GotoLine:
        look = self.look
        told = look.tell(flag.said)
        seen_to = flag.answer is not None
        if flag.answer is not None:
            tail = look.tr("planned: {text}", text=flag.answer.text)
        else:
            tail = look.tr("ask {name}", name=flag.ask.name) if flag.ask else look.tr("nobody yet")
        line = GotoLine(look, Goto(flag.place, relation.shown.client.key, flag.key), told)
        line.show_line(
            told, icon="circle-check" if seen_to else "flag", icon_colour="muted" if seen_to else "bad", tail=tail
        )
        line.going.connect(self.going)
        return line

    def _toggle(self) -> None:
        self._all = not self._all
        if self._relation is not None:
            self.show_relation(self._relation)
