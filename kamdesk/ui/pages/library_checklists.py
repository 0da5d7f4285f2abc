"""The checklists visits start from: the templates at the left, the lines of the chosen one beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.edit import add, change
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.visiting import default_template
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Rule
from kamdesk.ui.parts.painters import paint_lines
from kamdesk.ui.parts.record_table import RecordTable
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.steps import adding, removing_shared
from kamdesk.words import said

_LIST = 264  # px
_STEP = 10  # between the ranks of two lines


class TemplateDelegate(RowDelegate):
    """A template's name and what it is for."""

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint a template."""
        paint_lines(painter, rect, item.name, item.purpose, self.look)


class LineTable(RecordTable):
    """The lines of a template; Alt+Up and Alt+Down move one."""

    moving = Signal(str, int)  # key and by how many places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current line."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.current_key():
            self.moving.emit(self.current_key(), step)
        else:
            super().keyPressEvent(event)


class Checklists(QWidget):
    """Templates and their lines, edited in place."""

    edited = Signal(object)
    chosen = Signal(str)  # the key of a template or of a line, whichever was chosen last
    opened = Signal(str)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self._desk = look, desk
        tr = look.tr
        self._workspace: Workspace | None = None
        self.templates = RowList(
            TemplateDelegate(look, look.theme.px(50), look.theme.px(12)), tr("Checklist templates")
        )
        self.template_adder = AddRow(look, tr("New checklist"))
        self.lines = LineTable(look, "template_items", ("text", "group", "must", "weight"), gutter=look.theme.px(24))
        self.lines.keep_given_order()
        self.adder = AddRow(look, tr("New line"), key="Ctrl+N")
        self.heading = Heading(look, "", role="section")
        self._standard = Button(look, tr("Add the standard checklist"), "third", icon="plus", small=True)
        self._arrange()
        self.lines.removing.disconnect(self.lines.remove)
        self._connect()

    def _arrange(self) -> None:
        look, space = self.look, self.look.theme.space
        left = QVBoxLayout()
        left.setContentsMargins(look.size("gutter_left") - look.theme.px(12), 0, 0, space("s"))
        left.setSpacing(space("xs"))
        adders = QVBoxLayout()
        adders.setContentsMargins(look.theme.px(12), 0, look.theme.px(12), 0)
        adders.addWidget(self.template_adder)
        adders.addWidget(self._standard)
        left.addWidget(self.templates, 1)
        left.addLayout(adders)
        held = QWidget()
        held.setLayout(left)
        held.setFixedWidth(look.theme.px(_LIST))
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        head, below = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(look.theme.px(24), space("xs"), look.size("gutter_right"), space("xs"))
        below.setContentsMargins(look.theme.px(24), space("xs"), look.size("gutter_right"), space("s"))
        head.addWidget(self.heading)
        below.addWidget(self.adder)
        right.addLayout(head)
        right.addWidget(self.lines, 1)
        right.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(held)
        row.addWidget(Rule(look, upright=True))
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.templates.chosen.connect(self._show_lines)
        self.templates.opened.connect(self.opened)
        self.templates.removing.connect(self.remove)
        self.template_adder.named.connect(self._add_template)
        self._standard.clicked.connect(self._add_standard)
        self.lines.edited.connect(self.edited)
        self.lines.chosen.connect(self.chosen)
        self.lines.opened.connect(self.opened)
        self.lines.removing.connect(self.remove)
        self.lines.moving.connect(self._move)
        self.adder.named.connect(self._add_line)

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the templates."""
        self._workspace = workspace
        self.templates.show_rows(workspace.templates)
        self.templates.choose_first()
        self._fill_lines()
        for part in (self.adder, self.template_adder, self._standard):
            part.setEnabled(not self._desk.read_only)

    def items(self) -> list[TemplateItem]:
        """The lines of the chosen template in their order."""
        key = self.templates.current_key()
        held = self._workspace.template_items if self._workspace else ()
        return sorted((item for item in held if item.template == key), key=_rank)

    def remove(self, key: str) -> None:
        """Remove a template with its lines, or a line."""
        record = self._workspace.get(key) if self._workspace else None
        if record is not None and not self._desk.read_only:
            self.edited.emit(removing_shared(self._desk, record))

    def _show_lines(self, key: str) -> None:
        self._fill_lines()
        self.chosen.emit(key)

    def _fill_lines(self) -> None:
        if self._workspace is None:
            return
        items = self.items()
        self.lines.show_records(items, None, self._workspace, self._desk.today)
        template = self._workspace.get(self.templates.current_key())
        self.heading.show_words(template.title if template else "")
        self.heading.show_count(len(items) or "")
        musts = sum(1 for item in items if item.must)
        self.heading.show_note(self.look.trn("{n} must-have", "{n} must-haves", musts) if musts else "")
        self.adder.setVisible(template is not None)
        self.lines.setVisible(template is not None)

    def _add_template(self, name: str) -> None:
        made = Template(owner=WORKSPACE, name=name)
        self.edited.emit(adding(made))
        self.templates.choose(made.key)

    def _add_standard(self) -> None:
        template, items = default_template(self.look.words)
        edits = tuple(add(record) for record in (template, *items))
        self.edited.emit(Doing(said("Add the standard checklist"), edits))
        self.templates.choose(template.key)

    def _add_line(self, words: str) -> None:
        items = self.items()
        rank = max((_rank(item) for item in items), default=0) + _STEP
        group = items[-1].group if items else ""
        made = TemplateItem(
            owner=WORKSPACE, template=self.templates.current_key(), text=words, group=group, weight=1, rank=rank
        )
        self.edited.emit(adding(made))
        self.lines.choose(made.key)

    def _move(self, key: str, step: int) -> None:
        """Change places with the neighbour; ranks are written anew where they do not tell the two apart."""
        items = self.items()
        at = next(place for place, item in enumerate(items) if item.key == key)
        if not 0 <= at + step < len(items) or self._desk.read_only:
            return
        items[at], items[at + step] = items[at + step], items[at]
        ranked = [(item, (place + 1) * _STEP) for place, item in enumerate(items)]
        edits = tuple(change(item, rank=rank) for item, rank in ranked if item.rank != rank)
        self.edited.emit(Doing(said("Move a line of the checklist"), edits))


def _rank(item: TemplateItem) -> int:
    return item.rank or 0
