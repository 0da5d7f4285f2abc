"""What was to be asked at a visit with a line for each answer, and what they brought up, to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.desk import visit as steps
from kamdesk.desk.debriefing import asked_at, raised_at
from kamdesk.desk.filing import answer
from kamdesk.ui.look import Look
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label


class AskedRows(QWidget):
    """The questions in the order of the sheet; an answer is kept as it is left."""

    did = Signal(object)  # Step

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._client: Client | None = None
        self._visit: Visit | None = None
        self.rows: list[AnswerRow] = []
        self.boxes: list[TickBox] = []
        self._points: dict[str, TalkPoint] = {}
        self._answers, self._raised = QVBoxLayout(), QVBoxLayout()
        self._answers.setSpacing(look.theme.px(6))
        self._raised.setSpacing(look.theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(8))
        column.addLayout(self._answers)
        column.addLayout(self._raised)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_visit(self, client: Client, visit: Visit) -> None:
        """Show what was to be asked at this visit."""
        self._client, self._visit = client, visit
        asked, raised = asked_at(client, visit), raised_at(client, visit)
        self._points = {item.key: item for item in (*asked, *raised)}
        self._show_asked(asked)
        self._show_raised(raised)
        self.setVisible(bool(self._points))

    def _show_asked(self, points: Sequence[TalkPoint]) -> None:
        while len(self.rows) < len(points):
            row = AnswerRow(self.look)
            row.left.connect(self._answer)
            self._answers.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(points) :]:
            row.hide()
        for row, point in zip(self.rows, points, strict=False):
            row.show_point(point)
            row.show()

    def _show_raised(self, points: Sequence[TalkPoint]) -> None:
        while len(self.boxes) < len(points):
            box = TickBox(self.look)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.clicked.connect(self._tick)
            self._raised.addWidget(box)
            self.boxes.append(box)
        for box in self.boxes[len(points) :]:
            box.hide()
        for box, point in zip(self.boxes, points, strict=False):
            box.setText(point.text)
            box.setAccessibleName(point.text)
            box.setToolTip(point.answer or self.look.tr("Tick what came up and was answered"))
            box.setChecked(point.done)
            box.setObjectName(point.key)
            box.show()

    def _answer(self) -> None:
        row = self.sender()
        if self._client is None or self._visit is None or not isinstance(row, AnswerRow) or row.point is None:
            return
        words = row.line.text().strip()
        if words and words != row.told:
            self.did.emit(answer(self._client, self._visit, row.point, words, self.look.words))

    def _tick(self) -> None:
        point = self._points.get(self.sender().objectName())
        if point is not None:
            self.did.emit(steps.tick(point))


class AnswerRow(QWidget):
    """A question and the line its answer is written on."""

    left = Signal()  # Enter, or the keyboard went elsewhere

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.point: TalkPoint | None = None
        self.told = ""
        self._question = Label(look, "", "body", "text2", wrap=True)
        self.line = Line(look, look.tr("Answer"), look.tr("What they answered"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(3))
        column.addWidget(self._question)
        column.addWidget(self.line)
        self.line.entered.connect(self._go_on)
        self.line.departed.connect(self.left)
        self.line.escaped.connect(self._show)

    def show_point(self, point: TalkPoint) -> None:
        """Show this question; what is half typed stays while it is the same one."""
        other = self.point is None or self.point.key != point.key
        typed = self.line.text() != self.told
        self.point, self.told = point, " ".join(point.answer.split())
        star = "★ " if point.kind is PointKind.LEARN else ""
        self._question.setText(star + point.text)
        self.line.setAccessibleName(point.text)
        if other or not typed:
            self._show()

    def _show(self) -> None:
        self.line.setText(self.told)
        self.line.setCursorPosition(0)

    def _go_on(self) -> None:
        """Enter goes on as Tab does."""
        self.left.emit()
        self.focusNextPrevChild(True)
