"""The small card that files what was selected in the notes: an action, a promise, a fact, an answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.plan_records import Side
from kamdesk.client.visit_records import Visit
from kamdesk.desk.filing import one_line, promised_side
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.debrief_about import AnswerAbout, FactAbout, IntelAbout
from kamdesk.ui.pages.visit.debrief_file import file_action, file_promise
from kamdesk.ui.pages.visit.debrief_walk import reveal
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.words import N_

ACTION, PROMISE, FACT, INTEL, ANSWER = "t", "p", "e", "r", "u"
KINDS = {
    ACTION: N_("Action"),
    PROMISE: N_("Promise"),
    FACT: N_("Fact about a person"),
    INTEL: N_("Fact about a rival or a need"),
    ANSWER: N_("Answer to what was unknown"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Picked:
    """What is to be filed: as what, the words, where they stand on the screen, and who had the keyboard."""

    kind: str
    text: str
    at: QRect
    source: QWidget


class FilingCard(QFrame):
    """Enter files, Esc goes back to the words; Tab stays inside."""

    filed = Signal(object)  # Step

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self._kind, self._source = "", over
        self._asking = False  # for the side: once it is chosen, the promise is filed
        tr = look.tr
        self.title = Label(look, "", "section")
        self.line = Line(look, tr("What is to be filed"))
        sides = [Option(Side.THEIRS, tr("They promised")), Option(Side.OURS, tr("We promised"))]
        self.side = Segments(look, sides, tr("Who promised"), toggle=True)
        self._asks = Label(look, tr("Who promised it? Choose by the arrows and Enter."), "small", "warn", wrap=True)
        self.fact, self.intel, self.asked = FactAbout(look), IntelAbout(look), AnswerAbout(look)
        self._parts: dict[str, QWidget] = {
            PROMISE: self.side,
            FACT: self.fact,
            INTEL: self.intel,
            ANSWER: self.asked,
        }
        self.keep = Button(look, tr("File"), "primary", key="Return", small=True)
        self.close_button = Button(look, tr("Close"), "third", key="Esc", small=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.setProperty("part", "card")
        self.setFixedWidth(px(440))
        foot = QHBoxLayout()
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self.line)
        for part in self._parts.values():
            stay = Qt.AlignmentFlag.AlignLeft if part is self.side else Qt.AlignmentFlag(0)
            column.addWidget(part, 0, stay)
        column.insertWidget(column.indexOf(self.side) + 1, self._asks)
        column.addLayout(foot)
        self.hide()

    def _connect(self) -> None:
        self.keep.clicked.connect(self.file)
        self.close_button.clicked.connect(self.close_card)
        for line in self.findChildren(Line):
            line.entered.connect(self.file)
        for part in self._parts.values():
            for combo in part.findChildren(Combo):
                combo.installEventFilter(self)
        self.line.textChanged.connect(self._tell)
        self.side.chosen.connect(self._choose_side)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_card)

    def open_for(self, picked: Picked, shown: Shown, visit: Visit) -> None:
        """Open below what was selected, with its words filled in; the keyboard goes to what must be chosen."""
        self._shown, self._visit = shown, visit
        self._kind, self._source, self._asking = picked.kind, picked.source, False
        self.title.setText(self.look.tr(KINDS[picked.kind]))
        self.line.setText(one_line(picked.text))
        self.line.setPlaceholderText(self.look.tr("What, @who, until when") if picked.kind in (ACTION, PROMISE) else "")
        for kind, part in self._parts.items():
            part.setVisible(kind == picked.kind)
        text = self.line.text()
        if self._kind == PROMISE:
            self.side.choose(promised_side(shown.client, shown.workspace, text, shown.today))
        for about in (self.fact, self.intel, self.asked):
            about.begin(shown, visit, text)
        self._tell()
        self.show()
        self._settle(picked.at)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)
        reveal(self)

    def show_client(self, shown: Shown, visit: Visit) -> None:
        """Know the client as it is now; close when another visit is shown."""
        if self._visit is not None and self._visit.key != visit.key:
            self.close_card()
        self._shown, self._visit = shown, visit

    def file(self) -> None:
        """File it, if there are words and it is known what about; whose promise it is is asked for."""
        step = self._step()
        if step is None:
            self._asking = self._kind == PROMISE and bool(self.line.text().strip())
            (self.side.findChildren(QAbstractButton)[0] if self._asking else self.line).setFocus()
            return
        self.close_card()
        self.filed.emit(step)

    def close_card(self) -> None:
        """Go back to where the words stand."""
        if not self.isHidden():
            focus = QApplication.focusWidget()
            if focus is not None and self.isAncestorOf(focus):
                self._source.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()

    def _step(self) -> Step | None:
        text, shown, visit = self.line.text().strip(), self._shown, self._visit
        if not text or shown is None or visit is None:
            return None
        if self._kind == ACTION:
            return file_action(shown, visit, text)
        if self._kind == PROMISE:
            side = self.side.value()
            return file_promise(shown, visit, text, side)[1] if isinstance(side, Side) else None
        if self._kind == FACT:
            return self.fact.step(shown, visit, text)
        if self._kind == INTEL:
            return self.intel.step(shown, visit, text)
        return self.asked.step(shown, visit, text)

    def _choose_side(self, side: object) -> None:
        self._tell()
        if self._asking and side is not None:
            self.file()

    def _tell(self) -> None:
        self._asks.setVisible(self._kind == PROMISE and self.side.value() is None)
        if self._shown is None or self._visit is None:
            return
        now = (self._shown, self._visit, self.line.text())
        if self._kind == FACT:
            self.fact.propose(*now)
            self.fact.tell(*now)
        elif self._kind == INTEL:
            self.intel.propose(*now)

    def _settle(self, at: QRect) -> None:
        """Stand below the words, inside the form."""
        if (laid := self.layout()) is not None:
            laid.activate()
        self.adjustSize()
        corner = self._over.mapFromGlobal(at.bottomLeft()) + QPoint(0, 4)
        room = self._over.rect()
        left = max(0, min(corner.x(), room.right() - self.width()))
        top = max(0, min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.raise_()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Walk round inside the card."""
        inside = [item for item in self.findChildren(QWidget) if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stops = [item for item in inside if item.isVisible() and not item.focusProxy()]
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus is not None and focus in stops else -1
        stops[(at + (1 if following else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter files from a list as well; Alt+Down and Space open it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.file()
            return True
        return super().eventFilter(watched, event)
