"""The library: the checklists visits start from, our own people, and what the rep says of himself."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.library import Colleague, Profile, Template, TemplateItem, Threshold, WeightSet
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.library.checklists import Checklists
from kamdesk.ui.pages.library.rules import RuleRow, RulesShelf
from kamdesk.ui.pages.page import Page
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.place_head import place_head
from kamdesk.ui.parts.record_form import RecordForm
from kamdesk.ui.parts.records_pane import RecordsPane
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.ui.parts.steps import removing_shared
from kamdesk.words import N_

_PANEL = 360
_ROOMY = 1040  # px from which on list and form stand side by side
_SHELVES = (
    ("checklists", N_("Checklists")),
    ("colleagues", N_("Our people")),
    ("profile", N_("You")),
    ("rules", N_("Rules")),
)
_WEIGHTS = (
    "acceptance_weight",
    "activity_weight",
    "information_weight",
    "guidance_weight",
    "project_weight",
    "rivalry_weight",
)
_TEMPLATE = ("name", "purpose", "kind", "grades", "from_step", "to_step")
_PROFILE = (("", ("name", "company")), (N_("Weights of a new weigh-in"), _WEIGHTS))
_SHELF_OF = {Colleague: "colleagues", Profile: "profile", WeightSet: "profile", Threshold: "rules"}


class LibraryPage(Page):
    """One shelf at a time."""

    name = "library"
    label = N_("Library")
    rail = True

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._asked = False  # the form was asked for by hand
        tr = look.tr
        self.title = Label(look, tr("Library"), "page")
        self.shelves = Segments(look, [Option(name, tr(words)) for name, words in _SHELVES], tr("Shelves"), boxed=False)
        self.checklists = Checklists(look, desk)
        teaching = tr("Write down who of your own company visits clients or helps; they can then attend visits.")
        names = ("name", "title_at_work", "phone", "email")
        self.colleagues = RecordsPane(look, "colleagues", names, teaching=teaching, icon="users", removes=False)
        self.profile = RecordForm(look, Profile, _PROFILE)
        self.rules = RulesShelf(look)
        self.panels = {
            Template: FormPanel(look, Template, (("", _TEMPLATE),)),
            TemplateItem: FormPanel(look, TemplateItem, (("", ("text", "group", "must", "weight")),)),
            Colleague: FormPanel(look, Colleague),
        }
        self._stack, self._panels = QStackedWidget(), QStackedWidget()
        for panel in self.panels.values():
            self._panels.addWidget(panel)
        self.arrange(self._laid(), self._panels, _PANEL)
        self._connect()
        self.refresh()

    def _laid(self) -> QWidget:
        theme, space = self.look.theme, self.look.theme.space
        left, right = theme.size("gutter_left"), theme.size("gutter_right")
        own = QWidget()
        form = QVBoxLayout(own)
        form.setContentsMargins(left, space("s"), right, 0)
        form.setSpacing(space("l"))
        note = self.look.tr(
            "Your name and company stand on what you print. The weights are what a new weigh-in starts with."
        )
        form.addWidget(Paragraph(self.look, note, colour="text2"))
        self.profile.setMaximumWidth(theme.px(560))
        form.addWidget(self.profile)
        form.addStretch(1)
        for part in (self.checklists, self.colleagues, own, self.rules):
            self._stack.addWidget(part)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(place_head(self.look, self.title, self.shelves, space("m")))
        column.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        self.shelves.chosen.connect(self._turn)
        self.checklists.edited.connect(self.edited)
        self.checklists.chosen.connect(self._show_record)
        self.checklists.opened.connect(self._open)
        self.checklists.working.connect(self.working)
        self.colleagues.edited.connect(self.edited)
        self.colleagues.chosen.connect(self._show_record)
        self.colleagues.opened.connect(self._open)
        self.colleagues.removing.connect(self._remove)
        self.profile.edited.connect(self.edited)
        self.rules.edited.connect(self.edited)
        for kind, panel in self.panels.items():
            panel.edited.connect(self.edited if kind is Colleague else self.checklists.keep)
            panel.removing.connect(self._remove)

    def refresh(self) -> None:
        """Read again what all clients share."""
        workspace, today = self.desk.workspace(), self.desk.today
        self.checklists.show_workspace(workspace)
        self.colleagues.show_records(workspace.colleagues, None, workspace, today)
        self.colleagues.lock(self.desk.read_only)
        self.profile.show_record(workspace.profile, None, workspace, today)
        self.profile.setEnabled(not self.desk.read_only)
        self.rules.show_workspace(workspace, locked=self.desk.read_only)
        for panel in self.panels.values():
            record = panel.record()
            panel.show_record(workspace.get(record.key) if record else None, None, workspace, today)
            panel.lock(self.desk.read_only)
        self._turn()

    def open_item(self, key: str, action: str) -> None:
        """Go to a template, a line, a colleague or the profile, name a new one of the shelf, or change a "rule"."""
        record = self.desk.workspace().get(key)
        if isinstance(record, Threshold):
            key, action = record.name, "rule"
        shelf = _SHELF_OF.get(type(record), "checklists") if record else "rules" if action == "rule" else ""
        if shelf:
            self.shelves.choose(shelf)
            self._turn()
        if action == "rule" or (action == "find" and self.shelves.value() == "rules"):
            self.rules.start(key)
        elif action == "new":
            self._start_new()
        elif isinstance(record, TemplateItem):
            self.checklists.templates.choose(record.template or "")
            self.checklists.lines.choose(key)
        elif isinstance(record, Template):
            self.checklists.templates.choose(key)
        elif isinstance(record, Colleague):
            self.colleagues.choose(key)

    def more_lists(self) -> list[tuple[str, list[RuleRow]]]:
        """The rules, which are fields and no rows."""
        return [(self.look.tr("Rules"), self.rules.shown())] if self.shelves.value() == "rules" else []

    def keys(self) -> list[tuple[str, str]]:
        """What can be done with the shelf."""
        tr, trc = self.look.tr, self.look.trc
        if self.shelves.value() == "profile":
            return []
        if self.shelves.value() == "rules":
            return [("Enter", trc("key", "keep")), ("Esc", trc("key", "as before")), ("Ctrl F", trc("key", "find"))]
        keys = [
            ("F2", tr("edit cell")),
            ("Enter", tr("to the form")),
            ("Ctrl N", trc("key", "new")),
            ("Del", trc("key", "remove")),
        ]
        return [*keys, ("Alt ↑ ↓", trc("key", "move"))] if self.shelves.value() == "checklists" else keys

    def _turn(self, _value: object = None) -> None:
        shelf = self.shelves.value()
        at = next(place for place, (name, _) in enumerate(_SHELVES) if name == shelf)
        self._stack.setCurrentIndex(at)
        if shelf == "checklists":
            self._show_record(self.checklists.current_key())
        elif shelf == "colleagues":
            self._show_record(self.colleagues.table.current_key())
        else:
            self.show_panel(False)
        self.show_keys()

    def _show_record(self, key: str) -> None:
        """Show the form of a record beside its list."""
        record = self.desk.workspace().get(key)
        panel = self.panels.get(type(record)) if record else None
        roomy = self._asked or self.width() >= self.look.theme.px(_ROOMY)
        self.show_panel(panel is not None and roomy and self.shelves.value() in ("checklists", "colleagues"))
        if panel is not None and record is not None:
            panel.show_record(record, None, self.desk.workspace(), self.desk.today)
            panel.lock(self.desk.read_only)
            self._panels.setCurrentWidget(panel)

    def _open(self, key: str) -> None:
        self._asked = True
        self._show_record(key)
        panel = self._panels.currentWidget()
        if isinstance(panel, FormPanel):
            panel.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the form only when it is asked for."""
        super().resizeEvent(event)
        self._turn()

    def _remove(self, key: str) -> None:
        record = self.desk.workspace().get(key)
        if isinstance(record, (Template, TemplateItem)):
            self.checklists.remove(key)
        elif record is not None and not self.desk.read_only:
            self.edited.emit(removing_shared(self.desk, record))

    def _start_new(self) -> None:
        if self.shelves.value() == "colleagues":
            self.colleagues.start_new()
        elif self.checklists.templates.current_key():
            self.checklists.adder.open()
        else:
            self.checklists.template_adder.open()
