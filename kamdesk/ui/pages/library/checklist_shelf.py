"""The list of checklists, and the three ways to a new one: by name, from the program, from a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kamdesk.client.shipped_checklists import shipped_templates
from kamdesk.ui.look import Look
from kamdesk.ui.pages.library.checklist_rows import TemplateDelegate
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.row_list import RowList

_WIDE = 288  # px


class ChecklistShelf(QWidget):
    """The checklists in use."""

    shipped = Signal(object, object)  # Template, its items

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr, px, space = look.tr, look.theme.px, look.theme.space
        self.templates = RowList(TemplateDelegate(look, px(50), px(12)), tr("Checklist templates"))
        self.adder = AddRow(look, tr("New checklist"))
        self.standard = Button(look, tr("Add a shipped checklist"), "third", icon="plus", small=True)
        self.bring = Button(look, tr("Bring in a file"), "third", icon="folder-open", small=True)
        adders = QVBoxLayout()
        adders.setContentsMargins(px(12), 0, px(12), 0)
        for part in self.changing:
            adders.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size("gutter_left") - px(12), 0, 0, space("s"))
        column.setSpacing(space("xs"))
        column.addWidget(self.templates, 1)
        column.addLayout(adders)
        self.setFixedWidth(px(_WIDE))
        self.standard.clicked.connect(self._open_shipped)

    @property
    def changing(self) -> tuple[QWidget, ...]:
        """What only works where something may be changed."""
        return self.adder, self.standard, self.bring

    def shipped_menu(self) -> QMenu:
        """The checklists that come with the program, in the language of the window."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for at, (template, _) in enumerate(shipped_templates(self.look.words)):
            menu.addAction(template.name).setData(at)
        menu.triggered.connect(self._take)
        return menu

    def _open_shipped(self) -> None:
        self.shipped_menu().popup(self.standard.mapToGlobal(self.standard.rect().bottomLeft()))

    def _take(self, action: QAction) -> None:
        self.shipped.emit(*shipped_templates(self.look.words)[action.data()])
