"""The three faces of the weigh-in place: one person, the whole client, the relationship plan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.parts.segments import Option, Segments

PERSON, CLIENT, PLAN = "person", "client", "plan"
FACES = (PERSON, CLIENT, PLAN)


class FaceStrip(QWidget):
    """Says which face is shown and turns to another one; in a narrow page in shorter words."""

    turned = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr, trc, px = look.tr, look.trc, look.theme.px
        following = tr("The next face")
        words = (tr("One person"), tr("Whole client"), tr("Relationship plan"))
        short = (trc("face", "Person"), trc("face", "Client"), trc("face", "Plan"))
        icons = ("user", "building-2", "target")
        whole = [Option(*option) for option in zip(FACES, words, icons, strict=True)]
        brief = [Option(*option) for option in zip(FACES, short, strict=True)]
        self._wide = Segments(look, whole, tr("What is weighed"))
        self._narrow = Segments(look, brief, tr("What is weighed"))
        self._narrow.hide()
        row = QHBoxLayout()
        row.setContentsMargins(look.size("gutter_left"), px(7), look.size("gutter_right"), px(7))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(look))
        for segments in (self._wide, self._narrow):
            row.addWidget(segments)
            segments.chosen.connect(self._tell)
            segments.setToolTip(f"{following}  F")
        row.addStretch(1)

    def show_face(self, face: str) -> None:
        """Mark a face."""
        self._wide.choose(face)
        self._narrow.choose(face)

    def minimumSizeHint(self) -> QSize:
        """Room for the shorter words."""
        return QSize(self._narrow.sizeHint().width() + self._margins(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the words there is room for."""
        super().resizeEvent(event)
        wide = self._wide.sizeHint().width() + self._margins() <= event.size().width()
        self._wide.setVisible(wide)
        self._narrow.setVisible(not wide)

    def _margins(self) -> int:
        return self.look.size("gutter_left") + self.look.size("gutter_right")

    def _tell(self, face: object) -> None:
        self.turned.emit(str(face))
