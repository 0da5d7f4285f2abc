"""The head of a person's panel: who it is, what can be done with them, and closing the panel."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.ui.look import Look
from kamdesk.ui.pages.person.told import post
from kamdesk.ui.parts.buttons import Button, IconButton, key_words
from kamdesk.ui.parts.figures import Avatar
from kamdesk.ui.parts.labels import Label


class PersonHead(QWidget):
    """Name and post, Weigh, Action, Note, and a menu with the rest."""

    asked = Signal(str)  # "weigh", "action", "fact", "edit", "card", "boss", "path", "leave", "back", "close"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr, trc = look.tr, look.trc
        self._avatar, self._name = Avatar(look, 2, "tile"), Label(look, "", "title", elide=True)
        self._line = Label(look, "", "small", "text2", wrap=True)
        self.close_panel = IconButton(look, "x", tr("Close"), small=True)
        self.weigh = Button(look, tr("Weigh"), "primary", key="W")
        self.action = Button(look, tr("Action"), "second", key="A")
        self.fact = Button(look, trc("button", "Note"), "second", key="L")
        self.more = IconButton(look, "ellipsis", tr("More about this person"))
        self._gone = False
        for name, button in (
            ("close", self.close_panel),
            ("weigh", self.weigh),
            ("action", self.action),
            ("fact", self.fact),
        ):
            button.setObjectName(name)
            button.clicked.connect(self._press)
        self.more.clicked.connect(self._open)
        self._arrange()

    def _arrange(self) -> None:
        space = self.look.theme.space
        top, words, buttons = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        top.setSpacing(space("m"))
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        top.addWidget(self._avatar)
        top.addLayout(words, 1)
        top.addWidget(self.close_panel)
        buttons.setSpacing(space("s"))
        for button in (self.weigh, self.action, self.fact):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("m"))
        column.addLayout(top)
        column.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel the last button goes; its key and its line in the menu stay."""
        super().resizeEvent(event)
        buttons, gap = (self.weigh, self.action, self.fact, self.more), self.look.theme.space("s")
        self.fact.setVisible(sum(button.sizeHint().width() + gap for button in buttons) - gap <= self.width())

    def minimumSizeHint(self) -> QSize:
        """What a narrow panel has."""
        return QSize(self.look.theme.px(200), super().minimumSizeHint().height())

    def show_person(self, person: Person, names: Mapping[str, str]) -> None:
        """Show who it is."""
        contact = person.contact
        self._gone = contact.left is not None
        self._avatar.show_person(contact.name, person.attitude, shape=not contact.placeholder)
        self._name.setText(contact.name)
        told = post(contact, names, self.look)
        self._line.setText(told)
        self._line.setVisible(bool(told))

    def lock(self, locked: bool) -> None:
        """Look only."""
        for button in (self.action, self.fact):
            button.setEnabled(not locked)

    def _press(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())

    def _open(self) -> None:
        tr, menu = self.look.tr, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        rows = [
            ("fact", tr("Note what happened"), "clipboard-pen", "L"),
            ("edit", tr("All fields"), "pencil", "F2"),
            ("card", tr("Key person card"), "id-card", "4"),
            ("boss", tr("Reports to…"), "network", "R"),
            ("path", tr("Path to this person"), "waypoints", "P"),
        ]
        if self._gone:
            rows.append(("back", tr("Is here after all"), "undo-2", ""))
        else:
            rows.append(("leave", tr("Has left, or remove"), "user-x", key_words("Del")))
        for name, words, icon, key in rows:
            action = menu.addAction(self.look.icons.icon(icon), f"{words}\t{key}" if key else words)
            action.setObjectName(name)
            action.triggered.connect(self._press)
        menu.popup(self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height() + 2)))
