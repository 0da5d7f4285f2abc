"""The first column of a visit: its checklist, and what we must learn there."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kamdesk.client.client import Client, Workspace
from kamdesk.client.library import Template
from kamdesk.client.visit_records import CheckItem, PointKind, Visit
from kamdesk.client.visiting import Readiness, readiness
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit_column import Block, Opening, VisitColumn
from kamdesk.ui.pages.visit_rows import CheckDelegate, Group, Point, PointDelegate
from kamdesk.ui.parts.buttons import Button

_GROUPED = 10  # a checklist of more lines stands in groups
_LEARN = 3  # points to learn at least (method C1, line 11)
_CHECK = ("text", "remark", "group", "must", "weight")
_POINT = ("text", "ask", "answer")


class ChecksColumn(VisitColumn):
    """Ticks, folds, edits and adds lines; takes the lines of another template."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._workspace: Workspace | None = None
        self._folded: set[tuple[str, str]] = set()  # visit, group
        self.checks = Block(
            look,
            look.tr("Prepare"),
            CheckDelegate(look),
            adding=look.tr("Add a line"),
            empty=look.tr("A checklist says what must be done before going. Take one below, or add a line."),
            number=1,
            key="A",
            scope=self,
        )
        self.learn = Block(
            look,
            look.tr("Must learn"),
            PointDelegate(look, PointKind.LEARN),
            adding=look.tr("Add what we must learn"),
            empty=look.tr("What do we not know yet, and who could tell us? At least three points."),
        )
        self._template = Button(look, "", "third", icon="list", small=True)
        self.add_block(self.checks)
        self.column.insertWidget(1, self._template)
        self.column.setSpacing(0)
        self.column.insertSpacing(2, look.theme.px(18))
        self.add_block(self.learn)
        self.column.addStretch(1)
        assert self.checks.adding is not None
        assert self.learn.adding is not None
        self.checks.adding.named.connect(self._add_check)
        self.learn.adding.named.connect(self._add_learn)
        self._template.clicked.connect(self.open_templates)

    def show_visit(self, client: Client, workspace: Workspace, visit: Visit) -> None:
        """Show the preparation of a visit."""
        self.client, self._workspace, self.visit = client, workspace, visit
        ready = readiness(visit, client.checks)
        self.checks.show_rows(self._rows(ready))
        self.checks.heading.show_note(f"{ready.done} / {ready.total}" if ready.total else "")
        names = {contact.key: contact.name for contact in client.contacts}
        learn = [item for item in client.points if item.visit == visit.key and item.kind is PointKind.LEARN]
        self.learn.show_rows([Point(item, names.get(item.ask or "", "")) for item in learn])
        few = len(learn) < _LEARN and visit.result is None
        told = self.look.tr("{n}, at least {m}", n=len(learn), m=_LEARN) if few else str(len(learn))
        self.learn.heading.show_note(told, "warn" if few else "muted")
        used = next((item.name for item in workspace.templates if item.key == visit.template), "")
        self._template.show_words(used or self.look.tr("Take a checklist"))
        self._template.setVisible(bool(workspace.templates))
        self._template.setToolTip(self.look.tr("Take the lines of another checklist; what is ticked stays"))

    def _rows(self, ready: Readiness) -> list[CheckItem | Group]:
        assert self.client is not None
        assert self.visit is not None
        mine = [item for item in self.client.checks if item.visit == self.visit.key]
        mine.sort(key=lambda item: item.rank or 0)
        if ready.total <= _GROUPED:
            return list(mine)
        rows: list[CheckItem | Group] = []
        for name in dict.fromkeys(item.group for item in mine):
            lines = [item for item in mine if item.group == name]
            folded = (self.visit.key, name) in self._folded
            title = name or self.look.tr("Other lines")
            rows.append(Group(f"group {name}", title, sum(item.done for item in lines), len(lines), folded))
            rows.extend(() if folded else lines)
        return rows

    def tick_row(self, key: str) -> None:
        """Tick a line or a point; a group stays open, so that Space and Down tick one line after the other."""
        record = self.client.get(key) if self.client else None
        if record is not None:
            self.did.emit(steps.tick(record))  # type: ignore[arg-type]

    def open_row(self, key: str) -> None:
        """Edit a line or a point; fold a group."""
        record = self.client.get(key) if self.client else None
        if record is None:
            self._fold(key)
        elif isinstance(record, CheckItem):
            start = "text" if record.remark else "remark"
            self.opening.emit(Opening(record, _CHECK, start, self.rows_of_sender()))
        else:
            self.opening.emit(Opening(record, _POINT, "", self.rows_of_sender()))

    def remove_row(self, key: str) -> None:
        """Take a line or a point away."""
        if self.client and (record := self.client.get(key)):
            self.did.emit(steps.remove(self.client, record))

    def open_templates(self) -> None:
        """The menu of checklists."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for template in self._workspace.templates if self._workspace else ():
            action = menu.addAction(template.name)
            action.setData(template.key)
            action.setCheckable(True)
            action.setChecked(self.visit is not None and template.key == self.visit.template)
        menu.triggered.connect(self._take)
        menu.popup(self._template.mapToGlobal(self._template.rect().bottomLeft()))

    def take_template(self, template: Template) -> None:
        """Take the lines of a template."""
        if self.client and self._workspace and self.visit:
            self.did.emit(steps.take_checklist(self.client, self._workspace, self.visit, template))

    def _take(self, action: QAction) -> None:
        for template in self._workspace.templates if self._workspace else ():
            if template.key == action.data():
                self.take_template(template)

    def _add_check(self, words: str) -> None:
        if self.client and self.visit:
            row = self.checks.rows.model_of_rows.item(self.checks.rows.currentIndex())
            group = row.group if isinstance(row, CheckItem) else ""
            self.did.emit(steps.new_check(self.client, self.visit, words, group))

    def _add_learn(self, words: str) -> None:
        if self.client and self.visit:
            self.did.emit(steps.new_point(self.client, self.visit, PointKind.LEARN, words)[1])

    def _fold(self, key: str) -> None:
        if self.visit is not None:
            self._folded ^= {(self.visit.key, key.removeprefix("group "))}
            self._again()

    def _again(self) -> None:
        if self.client and self._workspace and self.visit:
            self.show_visit(self.client, self._workspace, self.visit)
