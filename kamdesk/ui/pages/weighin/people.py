"""Everybody who can be weighed, in a card below the name: with our score, the rival's, and who must be won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.find import find
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.badges import chip, chip_width, unknown_badge
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import RIGHT, paint_lines, paint_text, square
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.segments import Option, Segments

_WIDTH, _ROW, _MOST = 420, 46, 8  # px, px, rows seen at once
ALL, CONTESTED, OPEN = "all", "contested", "open"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list."""

    person: Person
    title: str  # what a screen reader says

    @property
    def key(self) -> str:
        """The contact's."""
        return self.person.contact.key


class PeopleCard(QFrame):
    """All people, those who must be won, or those not weighed yet; typing narrows, Enter picks."""

    chosen = Signal(str)

    def __init__(self, look: Look, button: QWidget) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.look, self._button = look, button
        self._people: Sequence[Person] = ()
        self.setProperty("part", "card")
        tr = look.tr
        options = [Option(ALL, tr("All")), Option(CONTESTED, tr("Must be won")), Option(OPEN, tr("Not weighed"))]
        self.which = Segments(look, options, tr("Which people"), boxed=False)
        self.field = FilterField(look, tr("Name"), _WIDTH - 32)
        self.list = RowList(_PersonDelegate(look), tr("People"))
        self._none = Label(look, "", "small", "muted", wrap=True)
        self._arrange()
        self.which.chosen.connect(self._show)
        self.field.textChanged.connect(self._show)
        self.field.walked.connect(self._walk)
        self.field.entered.connect(self._enter)
        self.field.escaped.connect(self.close)
        self.list.opened.connect(self._pick)
        self.list.clicked.connect(self._click)

    def _arrange(self) -> None:
        px = self.look.theme.px
        head = QHBoxLayout()
        head.addWidget(self.which)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list)

    def open_for(self, people: Sequence[Person], current: str) -> None:
        """Open below the button."""
        self._people = people
        counts = {ALL: len(people), CONTESTED: len(_of(people, CONTESTED)), OPEN: len(_of(people, OPEN))}
        self.which.show_counts(counts)
        self.field.clear()
        self._show()
        px = self.look.theme.px
        self.list.setFixedHeight(px(_ROW) * max(1, min(_MOST, len(people))))
        self.setFixedWidth(px(_WIDTH))
        self.adjustSize()
        self.move(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))
        self.show()
        self.list.choose(current)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show(self, _which: object = None) -> None:
        which = str(self.which.value())
        people = _of(self._people, which)
        if asked := self.field.text().strip():
            found = [item.key for item in find((person.contact for person in people), asked, len(people))]
            people = sorted((p for p in people if p.contact.key in found), key=lambda p: found.index(p.contact.key))
        self.list.show_rows([PersonRow(person, _spoken(person, self.look)) for person in people])
        told = self.look.tr("Nobody: the rival is ahead with no key person.") if which == CONTESTED else ""
        self._none.setText(told or self.look.tr("Nobody here."))
        self._none.setVisible(not people)
        if not self.list.currentIndex().isValid():
            self.list.choose_first()

    def _walk(self, step: int) -> None:
        count = self.list.model_of_rows.rowCount()
        at = max(0, min(count - 1, self.list.currentIndex().row() + step))
        if count:
            self.list.setCurrentIndex(self.list.model_of_rows.index(at, 0))

    def _enter(self) -> None:
        self._pick(self.list.current_key())

    def _click(self, index: QModelIndex) -> None:
        self._pick(self.list.model_of_rows.key_of(index))

    def _pick(self, key: str) -> None:
        if key:
            self.close()
            self.chosen.emit(key)


class _PersonDelegate(RowDelegate):
    """Name and title, "must be won", our score and the lead."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(_ROW), look.theme.px(8))

    def draw(self, painter: QPainter, rect: QRectF, item: PersonRow, *, selected: bool) -> None:
        """Paint one person."""
        look, px, person = self.look, self.look.theme.px, item.person
        lead = QRectF(rect.right() - px(64), rect.top(), px(64), rect.height())
        score = QRectF(lead.left() - px(44), rect.top(), px(40), rect.height())
        right = score.left() - px(8)
        if person.contested:
            told = look.tr("must be won")
            wide = chip_width(told, look)
            chip(painter, QRectF(right - wide, rect.top(), wide, rect.height()), told, look, "bad")
            right -= wide + px(8)
        names = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        paint_lines(painter, names, person.contact.name, person.contact.title_at_work, look)
        if person.score is None:
            unknown_badge(painter, square(score.center(), px(18)), look)
            return
        font = look.font("name", 500, tabular=True)
        paint_text(painter, score, tell_decimal(person.score, 1), font, look.colour("text"), RIGHT)
        if person.lead is not None:
            marks.gap(painter, lead, person.lead, look, align=RIGHT, role="small")


def _of(people: Sequence[Person], which: str) -> list[Person]:
    """Those of one kind; who must be won comes with the widest gap first."""
    if which == CONTESTED:
        return sorted((p for p in people if p.contested), key=lambda p: p.influence * (p.lead or 0))
    return [person for person in people if which == ALL or person.score is None]


def _spoken(person: Person, look: Look) -> str:
    score = look.tr("not weighed") if person.score is None else tell_decimal(person.score, 1)
    words = [person.contact.name, score]
    if person.lead is not None:
        words.append(look.tr("lead {gap}", gap=tell_gap(person.lead)))
    if person.contested:
        words.append(look.tr("must be won"))
    return ", ".join(words)
