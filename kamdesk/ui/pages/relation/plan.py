"""The relationship plan: every gap with its next level and its actions, made and ticked where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client import sums
from kamdesk.client.record import Record
from kamdesk.client.targets import Gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.relation.plan_delegate import PlanDelegate
from kamdesk.ui.pages.relation.plan_rows import PlanRow, RowKind, plan_rows
from kamdesk.ui.pages.relation.plan_side import PlanSide
from kamdesk.ui.pages.relation.plan_steps import suggesting, suggesting_all, taking_away, taking_on, ticking
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.record_card import RecordCard
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.steps import removing
from kamdesk.ui.parts.sum_card import open_sum

_SIDE, _NARROW_SIDE, _NARROW = 352, 288, 1000  # px at 100 % text
_BENEATH = 740  # px at 100 % text: in a narrower face the side stands below the list
_FIELDS = ("text", "person", "due", "activity", "hours", "cost", "opportunity", "goal", "proof", "done")
_AIMS = ("by", "opportunity", "goal", "remark")


class PlanFace(QWidget):
    """The list of gaps at the left, what it comes to at the right."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._relation: Relation | None = None
        self._open = True
        self.delegate = PlanDelegate(look)
        self.list = PlanList(self.delegate, look.tr("Gaps by priority"))
        self.side = PlanSide(look)
        self.title = Heading(look, look.tr("Relationship plan"), role="title")
        self.suggest = Button(look, "", small=True)
        self.adder = AddRow(look, look.tr("Action for this gap: what shall we do?"), key="A", scope=self)
        self.empty = _empty(look)
        self.card = RecordCard(look, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, out = self.look, self.look.size("overhang")
        px = look.theme.px
        self.title.add(self.suggest)
        left = QVBoxLayout()
        left.setContentsMargins(look.size("gutter_left") - out, px(14), px(16), px(10))
        left.setSpacing(px(8))
        head = QVBoxLayout()
        head.setContentsMargins(out, 0, out, 0)
        head.addWidget(self.title)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        left.addWidget(self.empty, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(out, 0, out, 0)
        foot.addWidget(self.adder)
        left.addLayout(foot)
        self._frame = QFrame()
        self._frame.setProperty("part", "panel")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 0, 0, 0)
        inner.addWidget(self.side)
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addLayout(left, 3)
        self._halves.addWidget(self._frame, 0)

    def _connect(self) -> None:
        self.list.opened.connect(self._press)
        self.list.ticked.connect(self._tick)
        self.list.removing.connect(self._remove)
        self.list.summed.connect(self._sum)
        self.list.weighing.connect(self._weigh)
        self.delegate.ticked.connect(self._tick)
        self.delegate.asked.connect(self._sum)
        self.side.going.connect(self.going)
        self.side.leading.connect(self.leading)
        self.adder.named.connect(self._add)
        self.suggest.clicked.connect(self._suggest_all)
        self.empty.pressed.connect(self._begin)
        self.card.edited.connect(self.edited)
        self.card.removing.connect(self._remove_record)
        self.card.closed.connect(self.list.setFocus)

    def show_relation(self, relation: Relation, *, read_only: bool) -> None:
        """Show the plan; the chosen row and the scroll place stay."""
        look, shown = self.look, relation.shown
        self._relation, self._open = relation, not read_only
        self.delegate.today, self.delegate.rival = shown.today, relation.rival
        rows = plan_rows(relation, look)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        bare = sum(not gap.actions for gap in relation.gaps)
        told = look.trn("{n} gap", "{n} gaps", len(relation.gaps))
        self.title.show_count(told if relation.gaps else "")
        missing = sum(row.lacks for row in rows)
        without = look.trn("{n} without an action", "{n} without an action", bare) if bare else ""
        self.title.show_note(without, "warn")
        self.suggest.setVisible(missing > 0 and self._open)
        self.suggest.show_words(look.trn("Suggest {n} target", "Suggest {n} targets", missing))
        self.adder.setVisible(self._open and bool(relation.gaps))
        self.side.show_relation(relation)
        self.card.show_client(shown.client, shown.workspace, shown.today)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        tr = self.look.tr
        return [
            ("Enter", tr("change, take on")),
            ("Space", tr("done")),
            ("A", tr("action")),
            ("F2", tr("sum")),
            ("W", tr("weigh in")),
            ("Del", tr("remove")),
        ]

    def _row(self, key: str) -> PlanRow | None:
        return next((row for row in self.list.model_of_rows.rows if row.key == key), None)

    def _do(self, doing: Doing | None) -> None:
        if doing is not None and doing.edits and self._open:
            self.edited.emit(doing)

    def _press(self, key: str) -> None:
        row, relation = self._row(key), self._relation
        if row is None or relation is None or not self._open:
            return
        if row.kind is RowKind.ACTION and row.action is not None:
            self._edit(row.action, _FIELDS, "text", key)
        elif row.kind is RowKind.GAP and row.held is not None and row.gap is not None:
            self._edit(row.held.target, (row.gap.dimension.value, *_AIMS), row.gap.dimension.value, key)
        elif row.kind is RowKind.PROPOSAL and row.gap is not None:
            self._take_on(row.gap, row.text)
        elif row.lacks:
            self._do(suggesting(relation, row))
        else:
            self._weigh(key)

    def _edit(self, record: Record, names: tuple[str, ...], start: str, key: str) -> None:
        index = self.list.model_of_rows.index_of(key)
        at = self.list.visualRect(index)
        corner = self.list.viewport().mapTo(self, at.topLeft())
        self.card.open_for(record, names, QRect(corner, at.size()), start)

    def _take_on(self, gap: Gap, text: str) -> None:
        if self._relation is not None and self._open:
            doing, made = taking_on(self._relation, gap, text, self.look.words)
            self.edited.emit(doing)
            self.list.choose(f"action:{made}")

    def _add(self, text: str) -> None:
        row = self._row(self.list.current_key())
        gap = row.gap if row is not None else None
        if gap is None and self._relation is not None and self._relation.gaps:
            gap = self._relation.gaps[0]
        if gap is not None:
            self.adder.close_line()
            self._take_on(gap, text)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, key: str) -> None:
        row, relation = self._row(key), self._relation
        if row is not None and row.action is not None and relation is not None:
            self._do(ticking(row.action, relation.shown.today))

    def _remove(self, key: str) -> None:
        row, relation = self._row(key), self._relation
        if row is not None and relation is not None:
            self._do(taking_away(relation, row))

    def _remove_record(self, record: Record) -> None:
        if self._relation is not None:
            self._do(removing(self._relation.shown.client, record))

    def _sum(self, key: str) -> None:
        row, relation = self._row(key), self._relation
        if row is None or relation is None:
            return
        if row.gap is not None:
            open_sum(self.list, self.look, sums.sum_of_priority(row.gap), self.leading.emit)
        elif row.person is not None:
            open_sum(self.list, self.look, sums.sum_of_score(relation.shown.client, row.person), self.leading.emit)

    def _weigh(self, key: str) -> None:
        row, relation = self._row(key), self._relation
        if row is not None and relation is not None and row.contact:
            self.going.emit(Goto("weighin", relation.shown.client.key, row.contact, "weigh"))

    def _suggest_all(self) -> None:
        if self._relation is not None:
            self._do(suggesting_all(self._relation, self.list.model_of_rows.rows))

    def _begin(self, _name: str = "") -> None:
        if self._relation is not None:
            self.going.emit(Goto("weighin", self._relation.shown.client.key, "", "weigh"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side gives way in a narrow window, and goes below the list in a very narrow one."""
        super().resizeEvent(event)
        px, width = self.look.theme.px, event.size().width()
        beneath = width < px(_BENEATH)
        ways = QHBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if beneath else ways.LeftToRight)
        self._halves.setStretch(1, 1 if beneath else 0)
        if beneath:
            self._frame.setMinimumWidth(0)
            self._frame.setMaximumWidth(width)
        else:
            self._frame.setFixedWidth(px(_NARROW_SIDE if width < px(_NARROW) else _SIDE))


class PlanList(RowList):
    """The rows of the plan with their own keys."""

    summed = Signal(str)  # F2
    weighing = Signal(str)  # W

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 shows the sum, W goes to the weigh-in of the person."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_F2:
            self.summed.emit(self.current_key())
        elif plain and event.text().lower() == "w":
            self.weighing.emit(self.current_key())
        else:
            super().keyPressEvent(event)


def _empty(look: Look) -> EmptyState:
    """What stands here while no key person is known and nothing is wanted."""
    sentence = look.tr(
        "A target says where a relationship shall be, until when and what it is good for. "
        "Weigh the key people first; then a target just ahead of the rival is suggested for each."
    )
    return EmptyState(
        look, "target", look.tr("No relationship target yet"), sentence, (("weigh", look.tr("Weigh in"), ""),)
    )
