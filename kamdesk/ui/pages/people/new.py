"""The card over the people map that makes people: name, title, department, one after the other below the same boss."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Line, Notice
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label

_WIDTH = 560


class NewPersonCard(Floating):
    """Enter makes the person and stays for the next one; Enter on an empty name and Esc close."""

    named = Signal(str, str, str)  # name, title, department
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=_WIDTH, foot=True)
        tr = look.tr
        self.boss, self.placeholder = "", False  # key of whom the new ones report to
        self._words = Label(look, "", "body", "text2", elide=True)
        self.name = Line(look, tr("Name"))
        self.title = Line(look, tr("Title"), tr("Title"))
        self.department = Line(look, tr("Department"), tr("Department"))
        self._notice = Notice(look)
        self._doubted = ""  # the name that was said to be there already
        px = look.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for line, share in ((self.name, 4), (self.title, 4), (self.department, 3)):
            row.addWidget(line, share)
            line.entered.connect(self._enter)
            line.escaped.connect(self.close_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(6))
        column.addWidget(self._words)
        column.addLayout(row)
        column.addWidget(self._notice)
        self.name.textEdited.connect(self._type)

    def ask(self, words: str, boss: str, department: str, *, placeholder: bool) -> None:
        """Ask for people below somebody; a placeholder is a post whose holder we have not met."""
        tr = self.look.tr
        self._words.setText(words)
        hint = tr("Post, such as head of finance") if placeholder else tr("Name")
        self.name.setPlaceholderText(hint)
        self.title.setVisible(not placeholder)
        if boss != self.boss or not self.department.isModified():
            self.department.setText(department)
        self.boss, self.placeholder = boss, placeholder
        self._say("")
        self.appear()
        self.name.setFocus()

    def doubt(self, problem: str) -> None:
        """Say what is doubtful about the name; a second Enter makes the person all the same."""
        self._doubted = self.name.text()
        self._say(problem)

    @property
    def doubted(self) -> bool:
        """True when the name was doubted and has been entered again."""
        return bool(self._doubted) and self._doubted == self.name.text()

    def next(self) -> None:
        """The person is made: ask for the next one."""
        self._doubted = ""
        self.name.clear()
        self.title.clear()
        self._say("")
        self.name.setFocus()

    def close_card(self) -> None:
        """Ask no more."""
        if not self.isHidden():
            self.name.clear()
            self.title.clear()
            self.closed.emit()
            self.hide()

    def _enter(self) -> None:
        name = self.name.text().strip()
        if name:
            self.named.emit(name, self.title.text().strip(), self.department.text().strip())
        elif self.title.text().strip():
            self._say(self.look.tr("This must not be empty."))
        else:
            self.close_card()

    def _type(self, _words: str) -> None:
        self._doubted = ""
        self._say("")

    def _say(self, problem: str) -> None:
        self._notice.say(problem)
        self.name.setAccessibleDescription(problem)
        if not self.isHidden():
            self.settle()
