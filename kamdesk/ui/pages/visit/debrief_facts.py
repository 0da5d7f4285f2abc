"""What was learned at a visit and is filed: facts about people, rivals and needs, each leading to its place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.plan_records import Action
from kamdesk.client.record import Record
from kamdesk.client.visit_papers import Intel
from kamdesk.client.visit_records import Visit
from kamdesk.client.weigh_records import Evidence
from kamdesk.desk.filing import filed_from
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.debrief_card import ANSWER, FACT, INTEL, Picked
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.line_button import LineButton


class FiledFacts(QWidget):
    """A line for each, below them the ways to write another one down."""

    wanted = Signal(str, str)  # place and key
    picked = Signal(object)  # Picked without words

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.lines: list[LineButton] = []
        self._places: dict[str, tuple[str, str]] = {}
        tr = look.tr
        told = {FACT: tr("About a person"), INTEL: tr("About a rival or a need"), ANSWER: tr("An open question")}
        self.buttons = {kind: Button(look, words, "third", icon="plus", small=True) for kind, words in told.items()}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._held = QVBoxLayout()
        self._held.setSpacing(0)
        self._column.addLayout(self._held)
        ways = QWidget()
        flow = Flow(ways, look.theme.px(4))
        for button in self.buttons.values():
            flow.addWidget(button)
            button.clicked.connect(self._start)
        policy = ways.sizePolicy()
        policy.setHeightForWidth(True)
        ways.setSizePolicy(policy)
        self._column.addWidget(ways)

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show what was filed out of this visit."""
        facts = [item for item in filed_from(shown.client, visit) if not isinstance(item, Action)]
        names = {item.key: item.name for item in shown.client.contacts}
        names |= {item.key: item.name for item in shown.client.factors}
        names |= {item.key: item.called for item in shown.workspace.rivals}
        while len(self.lines) < len(facts):
            line = LineButton(self.look, height=30, role="body", colour="text")
            line.clicked.connect(self._want)
            self._held.addWidget(line)
            self.lines.append(line)
        for line in self.lines[len(facts) :]:
            line.hide()
        self._places = {}
        for line, fact in zip(self.lines, facts, strict=False):
            self._show(line, fact, names)

    def _show(self, line: LineButton, fact: Record, names: dict[str, str]) -> None:
        tr = self.look.tr
        if isinstance(fact, Evidence):
            about, icon, sure = fact.contact or "", "user", fact.confidence
            self._places[fact.key] = ("weighin", about)
            tail = [tr(fact.dimension.label) if fact.dimension else ""]
        else:
            assert isinstance(fact, Intel)
            about, icon, sure = fact.rival or fact.factor or "", "swords" if fact.rival else "target", fact.confidence
            self._places[fact.key] = ("rivals", fact.factor or fact.rival or "")
            tail = [fact.source]
        tail.append(tr(sure.label) if sure else "")
        line.show_line(fact.text, icon=icon, lead=names.get(about, ""), tail=" · ".join(filter(None, tail)))
        line.setObjectName(fact.key)
        line.show()

    def _want(self) -> None:
        name = self.sender().objectName()
        if name in self._places:
            self.wanted.emit(*self._places[name])

    def _start(self) -> None:
        button = self.sender()
        for kind, known in self.buttons.items():
            if known is button:
                self.picked.emit(Picked(kind, "", QRect(known.mapToGlobal(QPoint(0, 0)), known.size()), known))
