"""What is known of a fact besides its words and its day: source, confirmation, kind, confidence, told unasked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.client.record import Choice, field_of
from kamdesk.client.weigh_records import Confidence, Dimension, Evidence, EvidenceKind
from kamdesk.ui.look import Look
from kamdesk.ui.parts.chosen_editors import Combo, TickBox
from kamdesk.ui.parts.fields import Line

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass
class Habits:
    """How the last fact was written down; the next one begins like it. One for all six rows of a page."""

    details: bool = False  # the fields behind the first line are open
    kind: EvidenceKind | None = None
    confidence: Confidence | None = None


class QuickChoice(Combo):
    """One of several, or nothing, in a form that Enter finishes: letters and arrows choose, Alt+Down opens the list."""

    entered = Signal()

    def __init__(self, look: Look, spoken: str, choices: type[Choice], nothing: str) -> None:
        super().__init__(look)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.addItem(nothing, "")
        for member in choices:
            self.addItem(look.tr(member.label), member.value)
        self._choices = choices

    def choice(self) -> Any:
        """The member that is chosen, None for nothing."""
        held = self.currentData()
        return self._choices(held) if held else None

    def show_choice(self, member: Choice | None) -> None:
        """Choose a member, or nothing."""
        self.setCurrentIndex(self.findData(member.value if member else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes the form."""
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class QuickTick(TickBox):
    """A tick in a form that Enter finishes and Esc closes."""

    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes, Esc closes."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FactDetails(QWidget):
    """Two lines of fields below the first one of the form."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, look: Look, dimension: Dimension, habits: Habits) -> None:
        super().__init__()
        self.look, self._habits = look, habits
        tr, label = look.tr, lambda name: look.tr(field_of(Evidence, name).label)
        self.source = Line(look, label("source"), label("source"))
        self.second = Line(look, label("second_source"), label("second_source"))
        self.second.setToolTip(tr(field_of(Evidence, "second_source").hint))
        self.kind = QuickChoice(look, look.trc("evidence", "Kind"), EvidenceKind, tr("What kind of fact"))
        self.sure = QuickChoice(look, label("confidence"), Confidence, tr("How sure"))
        self.unasked = QuickTick(look, label("volunteered"))
        self.unasked.setVisible(dimension is Dimension.INFORMATION)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.theme.px(6))
        for place, widget in enumerate((self.source, self.second, self.kind, self.sure)):
            grid.addWidget(widget, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        grid.addWidget(self.unasked, 2, 0, 1, 2)
        self.setFocusProxy(self.source)
        for field in (self.source, self.second, self.kind, self.sure, self.unasked):
            field.entered.connect(self.entered)
            field.escaped.connect(self.escaped)

    def show_fact(self, fact: Evidence | None) -> None:
        """Show what is known of a fact; of a new one what the last one was like."""
        shown = fact or Evidence(kind=self._habits.kind, confidence=self._habits.confidence)
        self.source.setText(shown.source)
        self.second.setText(shown.second_source)
        self.kind.show_choice(shown.kind)
        self.sure.show_choice(shown.confidence)
        self.unasked.setChecked(shown.volunteered)

    def values(self) -> dict[str, Any]:
        """What is typed and chosen, by field."""
        return {
            "source": self.source.text().strip(),
            "second_source": self.second.text().strip(),
            "kind": self.kind.choice(),
            "confidence": self.sure.choice(),
            "volunteered": self.unasked.isChecked(),
        }

    def remember(self) -> None:
        """Let the next fact begin like this one."""
        self._habits.kind, self._habits.confidence = self.kind.choice(), self.sure.choice()
