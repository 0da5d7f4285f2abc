"""The saved choices of a client's papers: their menu, and the names they are given."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kamdesk.client.client import Client
from kamdesk.client.paper_records import PaperPreset
from kamdesk.desk import editions, paper_presets
from kamdesk.store.step import Step
from kamdesk.ui.doing import Doing
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.ask_sheet import AskSheet


class Presets(QObject):
    """Choosing applies; saving, renaming and removing are steps that can be undone."""

    edited = Signal(object)  # Doing
    applied = Signal(object)  # PaperPreset
    saved = Signal(str)  # key of the choice that is the chosen one now

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self._client: Client | None = None
        self.sheet: AskSheet | None = None

    def open_menu(self, client: Client, now: editions.Order, chosen: str, below: QWidget, *, locked: bool) -> None:
        """Show the saved choices; `chosen` is the key of the one that was applied last."""
        self.menu(client, now, chosen, locked=locked).popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def menu(self, client: Client, now: editions.Order, chosen: str, *, locked: bool) -> QMenu:
        """The menu: the choices, then what can be done."""
        self._client = client
        tr, menu = self.look.tr, QMenu(self._over)
        menu.aboutToHide.connect(menu.deleteLater)
        current = None
        for preset in client.presets:
            action = menu.addAction(preset.name)
            action.setCheckable(True)
            action.setChecked(preset.key == chosen)
            action.triggered.connect(partial(self.applied.emit, preset))
            current = preset if preset.key == chosen else current
        if not client.presets:
            menu.addAction(tr("No choice is saved yet")).setEnabled(False)
        menu.addSeparator()
        steps = [(tr("Save this choice…"), partial(self.ask_name, now, current))]
        if current is not None:
            steps += [
                (tr("Rename “{name}”…", name=current.name), partial(self.ask_other_name, current)),
                (tr("Remove “{name}”", name=current.name), partial(self._remove, current)),
            ]
        for words, does in steps:
            action = menu.addAction(words)
            action.setEnabled(not locked)
            action.triggered.connect(does)
        return menu

    def ask_name(self, now: editions.Order, current: PaperPreset | None, _on: bool = False) -> None:
        """Ask under which name the choice shall be saved; that of the current one is proposed."""
        tr = self.look.tr
        told = tr("Document, chapters in their order, edition, paper and words are saved for this client.")
        sheet = self._ask(tr("Save this choice"), told, tr("Save"), current.name if current else "")
        sheet.problem = self._no_name
        sheet.answered.connect(partial(self._save, now))
        sheet.ask()

    def ask_other_name(self, preset: PaperPreset, _on: bool = False) -> None:
        """Ask for another name."""
        tr = self.look.tr
        sheet = self._ask(tr("Rename the choice"), "", tr("Rename"), preset.name)
        sheet.problem = partial(self._problem, preset)
        sheet.answered.connect(partial(self._rename, preset))
        sheet.ask()

    def _ask(self, title: str, told: str, does: str, now: str) -> AskSheet:
        sheet = self.sheet = AskSheet(self.look, self._over.window(), title, told, does, now)
        return sheet

    def _no_name(self, text: str) -> str:
        return "" if text.strip() else self.look.tr("A name is needed.")

    def _problem(self, preset: PaperPreset, text: str) -> str:
        found = paper_presets.name_problem(self._client, text, preset) if self._client else None
        return self.look.tell(found) if found else ""

    def _save(self, now: editions.Order, name: str) -> None:
        if self._client is not None:
            step = paper_presets.save(self._client, name, now)
            self._do(step)
            self.saved.emit(step.edits[0].record.key)

    def _rename(self, preset: PaperPreset, name: str) -> None:
        self._do(paper_presets.rename(preset, name))

    def _remove(self, preset: PaperPreset, _on: bool = False) -> None:
        if self._client is not None:
            self._do(paper_presets.remove(self._client, preset))

    def _do(self, step: Step) -> None:
        if step.edits:
            self.edited.emit(Doing(step.said, tuple(step.edits), toast=True))
