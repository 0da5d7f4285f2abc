"""Below the sheet: what matters against where we stand, and what the main rival will attack with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.comparing import ADVICE, Comparison, Row, Tactic
from kamdesk.client.units import tell_gap
from kamdesk.picture.importance_gap import importance_gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.rows import US, SheetRow
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_text
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_MOST_ATTACKS = 4
_NARROW = 640  # px at 100 % text: below this the two stand under each other


@dataclass(frozen=True, slots=True)
class Attack:
    """A need on which the main rival stands better, and what we have against it."""

    key: str
    title: str
    answer: str
    chip: str
    tone: str
    icon: str


def attacks(sheet: Comparison, rows: list[SheetRow], look: Look) -> list[Attack]:
    """What the main rival will bring up, the heaviest first. Source: method T6."""
    main = sheet.main
    worse = [row for row in rows if main and (row.row.gap_main or 0) < 0]
    worse.sort(key=lambda row: (row.row.share or 0) * (row.row.gap_main or 0))
    found = []
    for row in worse[:_MOST_ATTACKS]:
        theirs, ours = row.cells[main or ""], row.cells[US]
        values = {"need": row.factor.name, "theirs": theirs.value or theirs.score, "ours": ours.value or ours.score}
        title = look.tr("{need}: {theirs} against our {ours}", **values)
        tactic = row.row.tactic or Tactic.NEUTRALISE
        if row.action is None:
            state = (look.tr(ADVICE[tactic]), look.tr("No answer yet"), "warn", "circle-alert")
        elif row.action.done:
            state = (row.action.text, look.tr("Ready"), "ok", "check")
        else:
            state = (row.action.text, look.tr("Planned"), "soft", "clock")
        found.append(Attack(row.key, title, *state))
    return found


class SheetBelow(QWidget):
    """Chart and attacks; a press on either goes to the need."""

    chosen = Signal(str)  # key of a need
    adding = Signal()  # a rival

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._chart = PictureView(look)
        self._attacks = RowList(_AttackDelegate(look), look.tr("What the rival will attack with"), growing=True)
        self._attacks_title = Label(look, "", "section")
        self._answers = Label(look, look.tr("and the answer we have"), "small", "text2", elide=True)
        self._nothing = Label(look, "", "small", "text2", wrap=True)
        self._soon = Label(
            look, look.tr("Shown as soon as our score and a rival's are known."), "small", "muted", wrap=True
        )
        self.add = Button(look, look.tr("Add a rival"), "primary", icon="plus")
        self._left, self._right = QWidget(), QWidget()
        self._grid = QGridLayout(self)
        self._wide: bool | None = None
        self._arrange()
        self._chart.chosen.connect(self.chosen)
        self._attacks.opened.connect(self.chosen)
        self._attacks.clicked.connect(self._click)
        self.add.clicked.connect(self.adding)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(2))
        left.addWidget(Label(look, look.tr("Weight against gap"), "section"))
        left.addWidget(Label(look, look.tr("gap = our score less the best rival's"), "small", "text2", elide=True))
        left.addSpacing(px(6))
        left.addWidget(self._chart)
        left.addWidget(self._soon)
        left.addStretch(1)
        right.addWidget(self._attacks_title)
        right.addWidget(self._answers)
        right.addWidget(self._attacks)
        right.addWidget(self._nothing)
        right.addSpacing(px(8))
        right.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._grid.setContentsMargins(look.size("gutter_left"), px(16), look.size("gutter_right"), px(16))
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setVerticalSpacing(px(20))
        self._fold(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_sheet(self, sheet: Comparison, rows: list[SheetRow], chosen: str) -> None:
        """Show chart and attacks."""
        look, tr = self.look, self.look.tr
        words = {tactic: tr(tactic.label) for tactic in Tactic}
        told = "; ".join(_spoken(row, look) for row in sheet.rows)
        self._chart.show_picture(
            importance_gap(sheet.rows, words, width=290.0, height=200.0, chosen=chosen, label=told)
        )
        drawn = any(row.gap is not None and row.share is not None for row in sheet.rows)
        self._chart.setVisible(drawn)
        self._soon.setVisible(not drawn)
        main = sheet.rival(sheet.main)
        found = attacks(sheet, rows, look)
        self._attacks.show_rows(found)
        for widget in (self._answers, self._attacks):
            widget.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.add.setVisible(main is None)
        if main:
            self._attacks_title.setText(tr("What {rival} will attack with", rival=main.called))
            self._nothing.setText(tr("Nowhere does the main rival stand better, as far as is known."))
        else:
            self._attacks_title.setText(tr("Who else is asked?"))
            self._nothing.setText(tr("A rival gets a column beside ours; doing nothing may be one too."))

    def fold(self, width: int) -> None:
        """Beside each other where there is room."""
        self._fold(width >= self.look.theme.px(_NARROW))

    def _fold(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)

    def _click(self) -> None:
        if key := self._attacks.current_key():
            self.chosen.emit(key)


def _spoken(row: Row, look: Look) -> str:
    gap = tell_gap(row.gap, 0) if row.gap is not None else "?"
    return look.tr("{need}: gap {gap}", need=row.factor.name, gap=gap)


class _AttackDelegate(RowDelegate):
    """What they bring up, what we have, and whether it is ready."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("row_tactic"))

    def draw(self, painter: QPainter, rect: QRectF, item: Attack, *, selected: bool) -> None:
        """Paint one attack."""
        look, px = self.look, self.look.theme.px
        wide = chip_width(item.chip, look, item.icon)
        top = rect.center().y() - px(19)
        place = QRectF(QPointF(rect.right() - wide, top), QPointF(rect.right(), top + px(22)))
        chip(painter, place, item.chip, look, item.tone, item.icon)
        upper = QRectF(rect.left(), top, rect.width() - wide - px(12), px(20))
        paint_text(painter, upper, item.title, look.font("name", 500), look.colour("text"))
        lower = QRectF(rect.left(), upper.bottom(), rect.width() - px(4), px(18))
        paint_text(painter, lower, item.answer, look.font("small"), look.colour("text2"))
