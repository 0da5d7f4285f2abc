"""The first column of a visit: its checklist, and what we must learn there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kamdesk.client.asking import Ask
from kamdesk.client.choosing import current, fitting, version_of
from kamdesk.client.client import Client, Workspace
from kamdesk.client.library import Template
from kamdesk.client.prefill import Prefilled
from kamdesk.client.visit_records import CheckItem, PointKind, Visit
from kamdesk.client.visiting import Readiness, readiness
from kamdesk.desk import preparing
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.column import ADD_KEY, Block, Opening, VisitColumn
from kamdesk.ui.pages.visit.offers import Offers
from kamdesk.ui.pages.visit.rows import CheckDelegate, Group, Point, PointDelegate
from kamdesk.ui.parts.buttons import Button

_GROUPED = 10  # a checklist of more lines stands in groups
_OFFERED = 3  # questions offered at once
_LEARN = 3  # points to learn at least (method C1, line 11)
_CHECK = ("text", "remark", "group", "must", "weight")
_POINT = ("text", "ask", "answer")


class ChecksColumn(VisitColumn):
    """Ticks, folds, edits and adds lines; takes the lines of another template."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._workspace: Workspace | None = None
        self._known: Prefilled | None = None
        self._folded: set[tuple[str, str]] = set()  # visit, group
        self.checks = Block(
            look,
            look.tr("Prepare"),
            CheckDelegate(look),
            adding=look.tr("Add a line"),
            empty=look.tr("A checklist says what must be done before going. Take one below, or add a line."),
            number=1,
            key=ADD_KEY,
        )
        self.asks: Offers[Ask] = Offers(_OFFERED)
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
        assert self.checks.adding is not None
        assert self.learn.adding is not None
        self.checks.adding.named.connect(self._add_check)
        self.learn.adding.named.connect(self._add_learn)
        self._template.clicked.connect(self.open_templates)

    def show_visit(self, client: Client, workspace: Workspace, visit: Visit, known: Prefilled) -> None:
        """Show the preparation of a visit."""
        self._known = known
        self.client, self._workspace, self.visit = client, workspace, visit
        ready = readiness(visit, client.checks)
        self.checks.show_rows(self._rows(ready))
        self.checks.heading.show_note(f"{ready.done} / {ready.total}" if ready.total else "")
        names = {contact.key: contact.name for contact in client.contacts}
        learn = [item for item in client.points if item.visit == visit.key and item.kind is PointKind.LEARN]
        found = [(ask.question.tell(self.look.words), ask) for ask in known.asks if not ask.must]
        here = {item.text for item in learn}
        self.asks.offer(visit, [(text, self._whom(ask), ask) for text, ask in found if text not in here])
        self.learn.show_rows([*(Point(item, names.get(item.ask or "", "")) for item in learn), *self.asks.rows])
        few = len(learn) < _LEARN and visit.result is None
        told = self.look.tr("{n}, at least {m}", n=len(learn), m=_LEARN) if few else str(len(learn))
        self.learn.heading.show_note(told, "warn" if few else "muted")
        self._show_template(client, workspace, visit)

    def _show_template(self, client: Client, workspace: Workspace, visit: Visit) -> None:
        """Say which checklist is used, or which one fits better than that."""
        tr = self.look.tr
        used = next((item for item in workspace.templates if item.key == visit.template), None)
        better = preparing.fitting_template(client, workspace, visit) if visit.result is None else None
        told = used.name if used else tr("Take a checklist")
        newer = used is not None and used.replaced_by is not None
        if better is not None and (visit.kind is not None or newer):
            told = tr("{name} fits better", name=better.name)
        self._template.show_words(told)
        self._template.setVisible(bool(workspace.templates))
        version = visit.template_version or (version_of(used) if used else 1)
        self._template.setToolTip(
            tr("Version {n}. Take the lines of another checklist; what is ticked stays", n=version)
        )

    def _whom(self, ask: Ask) -> str:
        return self.look.tr("ask {name}", name=ask.who.name) if ask.who else ""

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
        elif ask := self.asks.get(key):
            self.take_ask(ask)

    def take_ask(self, ask: Ask) -> None:
        """Turn what is not known into a question of this visit."""
        if self.client and self.visit:
            text, who = ask.question.tell(self.look.words), ask.who.key if ask.who else None
            self.did.emit(preparing.take_point(self.client, self.visit, PointKind.LEARN, text, ask=who))

    def take_first_ask(self) -> None:
        """The same for the weightiest one."""
        if self.asks.rows:
            self.take_ask(self.asks.rows[0].taken)

    def open_row(self, key: str) -> None:
        """Edit a line or a point; fold a group."""
        record = self.client.get(key) if self.client else None
        if ask := self.asks.get(key):
            self.take_ask(ask)
        elif record is None:
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
        elif self.asks.get(key):
            self.asks.decline(key)
            self._again()

    def open_templates(self) -> None:
        """The menu of checklists."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for template in self._offered_templates():
            action = menu.addAction(template.name)
            action.setData(template.key)
            action.setCheckable(True)
            action.setChecked(self.visit is not None and template.key == self.visit.template)
        menu.triggered.connect(self._take)
        menu.popup(self._template.mapToGlobal(self._template.rect().bottomLeft()))

    def _offered_templates(self) -> tuple[Template, ...]:
        """Those that are made for a visit like this first, then the others."""
        if self._workspace is None or self.client is None or self.visit is None:
            return ()
        held, grade = self._workspace.templates, self.client.company.grade
        best = fitting(held, self.visit.kind, grade, self.visit.step)
        return (*best, *(item for item in current(held) if item not in best))

    def go_to_missing(self) -> None:
        """Bring the keyboard to the first line that is missing, must-haves first."""
        if self.client is None or self.visit is None:
            return
        missing = readiness(self.visit, self.client.checks).missing
        if missing:
            self._folded.discard((self.visit.key, missing[0].group))
            self._again()
            self.checks.rows.choose(missing[0].key)
        self.checks.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

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
        if self.client and self._workspace and self.visit and self._known:
            self.show_visit(self.client, self._workspace, self.visit, self._known)
