"""The head of a checklist: its name and what it is for, its versions, and what can be done with it as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kamdesk.client.library import Template, TemplateItem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.library.checklist_rows import told_for, version_words
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Label, Paragraph

_NAMED = 6  # lines of a file that are named one by one


class ChecklistHead(QWidget):
    """Name, count, versions; copy and export; a notice when a line of a file could not be read."""

    copying = Signal()
    saving = Signal()
    version_chosen = Signal(str)  # the key of a version, the present one's too
    taking_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._versions: Sequence[Template] = ()
        self._current = ""
        self.heading = Heading(look, "", role="section")
        self.version = Button(look, "", "third", icon="history", small=True)
        self.copy = Button(look, tr("Copy"), "third", icon="copy", small=True)
        self.export = Button(look, tr("Export"), "third", icon="download", small=True)
        self.take_back = Button(look, tr("Take this version back"), "second", icon="undo-2", small=True)
        self._facts = Label(look, "", "small", "muted", elide=True)
        self._notice = Paragraph(look, "", "small", "warn")
        self._arrange()
        self.copy.clicked.connect(self.copying)
        self.export.clicked.connect(self.saving)
        self.take_back.clicked.connect(self.taking_back)
        self.version.clicked.connect(self._open_versions)

    def _arrange(self) -> None:
        px, column = self.look.theme.px, QVBoxLayout(self)
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(self.heading, 1)
        for button in (self.take_back, self.version, self.copy, self.export):
            row.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(row)
        column.addWidget(self._facts)
        column.addWidget(self._notice)

    def show_template(
        self,
        template: Template | None,
        shown: Template | None,
        items: Sequence[TemplateItem],
        older: Sequence[Template],
    ) -> None:
        """Show a checklist, or an older version of it."""
        look, tr = self.look, self.look.tr
        for part in (self.version, self.copy, self.export, self._facts):
            part.setVisible(template is not None)
        self.heading.show_words(shown.title if shown else "")
        self.heading.show_count(len(items) or "")
        musts = sum(1 for item in items if item.must)
        self.heading.show_note(look.trn("{n} must-have", "{n} must-haves", musts) if musts else "")
        past = template is not None and shown is not None and shown.key != template.key
        self.take_back.setVisible(past)
        if template is None or shown is None:
            return
        self._versions, self._current = (template, *older), shown.key
        self.version.show_words(version_words(shown, look))
        self.version.setEnabled(bool(older))
        told = told_for(shown, look)
        self._facts.setText(tr("{told} · older version, only to read", told=told) if past else told)

    def show_notice(self, lines: Sequence[str], kept: int) -> None:
        """Say which lines of a file were left out; nothing for none."""
        look = self.look
        told = list(lines[:_NAMED])
        if (more := len(lines) - len(told)) > 0:
            told.append(look.trn("and {n} more line", "and {n} more lines", more))
        if told:
            told.insert(0, look.trn("{n} line was brought in; left out:", "{n} lines were brought in; left out:", kept))
        self._notice.setText("\n".join(told))
        self._notice.setVisible(bool(told))

    def versions_menu(self) -> QMenu:
        """The versions, the present one first."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for at, template in enumerate(self._versions):
            words = version_words(template, self.look)
            action = menu.addAction(self.look.tr("{version}, in use", version=words) if not at else words)
            action.setData(template.key)
            action.setCheckable(True)
            action.setChecked(template.key == self._current)
        menu.triggered.connect(self._choose)
        return menu

    def _open_versions(self) -> None:
        self.versions_menu().popup(self.version.mapToGlobal(self.version.rect().bottomLeft()))

    def _choose(self, action: QAction) -> None:
        self.version_chosen.emit(str(action.data()))
