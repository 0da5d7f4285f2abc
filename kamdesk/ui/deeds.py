"""The shortcuts, the menus and the commands of a window: each deed of actions.py carried to the step that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kamdesk.desk.desk import Desk
from kamdesk.ui.actions import DEEDS, Deed, deed
from kamdesk.ui.look import Look
from kamdesk.ui.pages.registry import rail_places
from kamdesk.words import LANGUAGES, OWN_NAMES

_WRITING = frozenset({"undo", "redo", "new", "new_client", "remove_client", "sample"})
_CLIENT_MENU = ("apart", "export", "print", "print_list", "remove_client")


class Deeds(QObject):
    """Runs deeds by name and says which can be done now."""

    def __init__(self, frame: QWidget, look: Look, desk: Desk, has_client: Callable[[], bool]) -> None:
        super().__init__(frame)
        self._frame, self._look, self._desk, self._has_client = frame, look, desk, has_client
        self._steps: dict[str, Callable[[], object]] = {"menu": self.open_menu, "language": self.open_languages}

    def carry(self, steps: Mapping[str, Callable[[], object]]) -> None:
        """Learn what each name does, and listen to the keys."""
        self._steps.update(steps)
        for found in DEEDS:
            self._bind(found.name, found.keys)
        for index, place in enumerate(rail_places()):
            self._bind(f"place:{place}", (f"Ctrl+{index + 1}",))

    def run(self, name: str) -> None:
        """Do what is called so; nothing when it cannot be done now."""
        known = {found.name: found for found in DEEDS}
        if name in self._steps and (name not in known or self.can(known[name]) is not None):
            self._steps[name]()

    def can(self, wanted: Deed) -> str | None:
        """The words of a deed as they are now: "Undo: Merge 王强"; None while it cannot be done."""
        look, desk = self._look, self._desk
        if (wanted.name in _WRITING and desk.read_only) or (wanted.client and not self._has_client()):
            return None
        if wanted.name == "undo":
            said = desk.undo_said
            return look.tr("Undo: {what}", what=look.tell(said)) if said else None
        if wanted.name == "redo":
            said = desk.redo_said
            return look.tr("Redo: {what}", what=look.tell(said)) if said else None
        return look.tr(wanted.label)

    def open_menu(self) -> None:
        """The menu of everything, under the program's name."""
        self._open([found.name for found in DEEDS if found.listed], QPoint(8, self._look.size("strip") - 6))

    def open_client_menu(self, below: QWidget) -> None:
        """The menu of the client that is shown."""
        self._open(_CLIENT_MENU, below.mapTo(self._frame, QPoint(0, below.height() - 4)))

    def open_languages(self) -> None:
        """The menu of languages, each by its own name."""
        menu = self._menu()
        for name in LANGUAGES:
            action = menu.addAction(OWN_NAMES[name])
            action.setObjectName(f"language:{name}")
            action.setCheckable(True)
            action.setChecked(name == self._look.words.language)
            action.triggered.connect(self._run_sender)
        menu.popup(self._frame.mapToGlobal(QPoint(12, self._frame.height() - menu.sizeHint().height() - 48)))

    def _open(self, names: Iterable[str], at: QPoint) -> None:
        menu = self._menu()
        for name in names:
            found = deed(name)
            words = self.can(found)
            action = menu.addAction(self._look.icons.icon(found.icon), words or self._look.tr(found.label))
            action.setObjectName(name)
            action.setEnabled(words is not None)
            if found.keys:
                action.setShortcut(QKeySequence(found.keys[0]))
                action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(self._run_sender)
        menu.popup(self._frame.mapToGlobal(at))

    def _menu(self) -> QMenu:
        menu = QMenu(self._frame)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _bind(self, name: str, keys: tuple[str, ...]) -> None:
        if keys:
            action = QAction(self._frame)
            action.setObjectName(name)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(self._run_sender)
            self._frame.addAction(action)

    def _run_sender(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.run(sender.objectName())
