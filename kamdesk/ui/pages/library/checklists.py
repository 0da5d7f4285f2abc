"""The checklists visits start from: the templates at the left, the lines of the chosen one beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.choosing import current
from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.record import Record, fields_of
from kamdesk.client.visit_records import Visit
from kamdesk.desk import templates as steps
from kamdesk.desk.desk import Desk
from kamdesk.exchange.checklist_file import Read
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.library.checklist_files import ChecklistFiles
from kamdesk.ui.pages.library.checklist_head import ChecklistHead
from kamdesk.ui.pages.library.checklist_rows import LineTable, Listed
from kamdesk.ui.pages.library.checklist_shelf import ChecklistShelf
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.parts.steps import adding

_COLUMNS = ("text", "group", "must", "weight")


class Checklists(QWidget):
    """Templates and their lines, edited in place; a change to one that visits used begins a new version."""

    edited = Signal(object)
    chosen = Signal(str)  # the key of a template or of a line, whichever was chosen last
    opened = Signal(str)
    working = Signal(object)  # Job

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self._desk = look, desk
        tr = look.tr
        self._workspace: Workspace | None = None
        self._older = ""  # the key of the older version that is shown
        self._last = ""  # the key that was chosen last, of a checklist or of a line
        self.shelf = ChecklistShelf(look)
        self.templates, self.template_adder = self.shelf.templates, self.shelf.adder
        self.lines = LineTable(look, "template_items", _COLUMNS, gutter=look.theme.px(24))
        self.lines.keep_given_order()
        self.adder = AddRow(look, tr("New line"), key="Ctrl+N")
        self.head, self.files = ChecklistHead(look), ChecklistFiles(look, self)
        self.head.show_notice((), 0)
        self._arrange()
        self.lines.removing.disconnect(self.lines.remove)
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.shelf)
        row.addWidget(Rule(self.look, upright=True))
        row.addLayout(_beside(self.look, self.head, self.lines, self.adder), 1)

    def _connect(self) -> None:
        self.templates.chosen.connect(self._show_lines)
        self.templates.opened.connect(self.opened)
        self.templates.removing.connect(self.remove)
        self.template_adder.named.connect(self._add_template)
        self.shelf.shipped.connect(self._add_shipped)
        self.shelf.bring.clicked.connect(self.files.ask)
        self.files.brought.connect(self.take_read)
        self.files.working.connect(self.working)
        self.lines.edited.connect(self.keep)
        self.lines.chosen.connect(self._choose)
        self.lines.opened.connect(self.opened)
        self.lines.removing.connect(self.remove)
        self.lines.moving.connect(self._move)
        self.adder.named.connect(self._add_line)
        self.head.copying.connect(self.copy)
        self.head.saving.connect(self.save)
        self.head.version_chosen.connect(self.show_version)
        self.head.taking_back.connect(self.take_back)

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the templates in use."""
        self._workspace = workspace
        counted = [Listed(item, len(steps.lines_of(workspace, item.key))) for item in current(workspace.templates)]
        self.templates.show_rows(counted)
        self.templates.choose_first()
        self._fill_lines()
        for part in (self.adder, *self.shelf.changing, self.head.copy, self.head.take_back):
            part.setEnabled(not self._desk.read_only)

    @property
    def template(self) -> Template | None:
        """The checklist that is chosen, as it is in use."""
        return self._found(self.templates.current_key())

    def current_key(self) -> str:
        """What was chosen last, a checklist or a line of it."""
        known = self._last and self._workspace is not None and self._workspace.get(self._last) is not None
        return self._last if known else self.templates.current_key()

    def items(self) -> list[TemplateItem]:
        """The lines that are shown, in their order."""
        key = self._older or self.templates.current_key()
        return steps.lines_of(self._workspace, key) if self._workspace else []

    def keep(self, doing: Doing) -> None:
        """Keep a change to a checklist or a line; where visits were prepared with it, as a new version."""
        edit = doing.edits[0] if len(doing.edits) == 1 else None
        before, after = (edit.before, edit.after) if edit else (None, None)
        if self._workspace is None or before is None or after is None:
            self.edited.emit(doing)
            return
        values = _changed(before, after)
        if isinstance(before, Template) and self._used(before):
            self._do(steps.change_template(self._workspace, before, True, **values))
        elif isinstance(before, TemplateItem) and (of := self._of(before)) is not None and self._used(of):
            self._do(steps.change_line(self._workspace, of, True, before, **values))
        else:
            self.edited.emit(doing)

    def remove(self, key: str) -> None:
        """Remove a checklist with its lines and versions, or a line."""
        record = self._workspace.get(key) if self._workspace else None
        if self._workspace is None or self._desk.read_only or self._older:
            return
        if isinstance(record, Template):
            self._do(steps.remove_template(self._workspace, record, self._desk.store.all(Visit)))
        elif isinstance(record, TemplateItem) and (of := self._of(record)) is not None:
            self._do(steps.remove_line(self._workspace, of, self._used(of), record))

    def copy(self) -> None:
        """Make a checklist of one's own out of the chosen one."""
        if self._workspace and self.template:
            made, step = steps.copy_template(self._workspace, self.template, self.look.words)
            self._do(step)
            self.templates.choose(made.key)

    def save(self) -> None:
        """Write what is shown as a file."""
        shown = self._shown()
        if shown is not None:
            self.files.save(shown, self.items())

    def take_read(self, read: Read) -> None:
        """Add what a file holds, and name the lines that could not be read."""
        if self._workspace is None:
            return
        self._do(steps.bring_template(self._workspace, read.template, read.lines))
        self.templates.choose(read.template.key)
        self.head.show_notice([self.look.tell(problem.said) for problem in read.problems], len(read.lines))

    def show_version(self, key: str) -> None:
        """Show an older version to be read, or the present one."""
        self._older = key if self.template is not None and key != self.template.key else ""
        self._fill_lines()

    def take_back(self) -> None:
        """Use the older version that is shown again."""
        older = self._shown()
        if self._workspace and self.template and older and self._older:
            self._older = ""
            self._do(steps.take_back(self._workspace, self.template, older))

    def _shown(self) -> Template | None:
        return self._found(self._older) if self._older else self.template

    def _found(self, key: str) -> Template | None:
        found = self._workspace.get(key) if self._workspace else None
        return found if isinstance(found, Template) else None

    def _show_lines(self, key: str) -> None:
        self._older = ""
        self.head.show_notice((), 0)
        self._fill_lines()
        self._choose(key)

    def _choose(self, key: str) -> None:
        self._last = key
        self.chosen.emit(key)

    def _fill_lines(self) -> None:
        if self._workspace is None:
            return
        template, shown, items = self.template, self._shown(), self.items()
        self.lines.locked = bool(self._older)
        self.lines.show_records(items, None, self._workspace, self._desk.today)
        older = steps.versions_of(self._workspace, template) if template else []
        self.head.show_template(template, shown, items, older)
        self.adder.setVisible(template is not None and not self._older)
        self.lines.setVisible(template is not None)

    def _of(self, line: TemplateItem) -> Template | None:
        return self._found(line.template or "")

    def _used(self, template: Template) -> bool:
        return steps.used(template, self._desk.store.all(Visit))

    def _do(self, step: Step) -> None:
        if step.edits:
            self.edited.emit(Doing(step.said, step.edits))

    def _add_template(self, name: str) -> None:
        made = Template(owner=WORKSPACE, name=name)
        self.edited.emit(adding(made))
        self.templates.choose(made.key)

    def _add_shipped(self, template: Template, items: tuple[TemplateItem, ...]) -> None:
        if self._workspace is not None:
            self._do(steps.bring_template(self._workspace, template, items))
            self.templates.choose(template.key)

    def _add_line(self, words: str) -> None:
        if self._workspace and self.template:
            made, step = steps.add_line(self._workspace, self.template, self._used(self.template), words)
            self._do(step)
            self.lines.choose(made.key)

    def _move(self, key: str, step: int) -> None:
        """Change places with the neighbour."""
        record = self._workspace.get(key) if self._workspace else None
        if isinstance(record, TemplateItem) and not self._desk.read_only and not self._older:
            of = self._of(record)
            if self._workspace and of is not None:
                self._do(steps.move_line(self._workspace, of, self._used(of), record, step))


def _changed(before: Record, after: Record) -> dict[str, Any]:
    """The fields that have another value now."""
    held = {field.name: getattr(after, field.name) for field in fields_of(type(after))}
    return {name: value for name, value in held.items() if value != getattr(before, name)}


def _beside(look: Look, above: QWidget, lines: QWidget, below: QWidget) -> QVBoxLayout:
    """The lines of a checklist between its head and the way to add one."""
    space, column = look.theme.space, QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head, foot = QHBoxLayout(), QHBoxLayout()
    for held, widget, under in ((head, above, "xs"), (foot, below, "s")):
        held.setContentsMargins(look.theme.px(24), space("xs"), look.size("gutter_right"), space(under))
        held.addWidget(widget)
    column.addLayout(head)
    column.addWidget(lines, 1)
    column.addLayout(foot)
    return column
