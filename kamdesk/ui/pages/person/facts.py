"""The term and value rows of a person's panel; a press goes to the field where the value is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.dependence import acquainted
from kamdesk.client.people import INFLUENCE, Attitude, Contact
from kamdesk.client.record import field_of
from kamdesk.client.telling import tell_list
from kamdesk.client.weighing import attitude_in_doubt
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person.told import last_met
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.marks import attitude_mark, pips
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_focus, paint_text, rounded, text_width

_MOST = 3  # lines of a long value
NAMES = ("roles", "attitude", "influence", "coverage", "our_owner", "business_agenda", "personal_agenda")


@dataclass(frozen=True, slots=True)
class Fact:
    """A row: the words of the value, what stands before them, and a remark at the right end."""

    name: str
    words: str = ""
    chips: tuple[str, ...] = ()
    attitude: Attitude | None = None
    level: int | None = None
    remark: str = ""
    colour: str = "muted"
    spoken: str = field(default="")


class FactRow(QAbstractButton):
    """32 px high, more where a long value folds."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look, self.name = look, name
        self._term = look.tr(field_of(Contact, name).label)
        self._fact = Fact(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_fact(self, fact: Fact) -> None:
        """Show this value."""
        self._fact = fact
        words = fact.words or ", ".join(fact.chips) or self.look.tr("Unknown")
        self.setAccessibleName(" ".join(filter(None, (f"{self._term}: {words}", fact.remark))))
        self.setToolTip(words if fact.words else "")
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        return self.look.theme.px(74 if self.look.words.chinese else 122)

    def _lines(self, width: float) -> tuple[str, ...]:
        room = width - self._left() - self._remark_width(width)
        return fold(self._fact.words, self.look.font(), room, _MOST)

    def _remark_width(self, width: float) -> float:
        if not self._fact.remark:
            return 0.0
        room, px = width - self._left(), self.look.theme.px
        wide = text_width(self._fact.remark, self.look.font("small")) + px(12)
        words = text_width(self._fact.words or self.look.tr("Unknown"), self.look.font()) + px(2)
        before = 0 if self._plain() else px(18) if self._fact.level is None else px(44)
        return min(wide, max(room - words - before, room * 0.3))

    def _plain(self) -> bool:
        return not self._fact.chips and self._fact.attitude is None and self._fact.level is None

    def hasHeightForWidth(self) -> bool:
        """A long value folds."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the folded value."""
        lines = len(self._lines(width)) if self._plain() else 1
        return self.look.size("row_term") + max(0, lines - 1) * line_height(self.look.font(), 20)

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(240, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """A row."""
        return QSize(120, self.look.size("row_term"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint term, value and remark."""
        look, fact, painter = self.look, self._fact, QPainter(self)
        rect, row = QRectF(self.rect()), QRectF(0, 0, self.width(), look.size("row_term"))
        if self.underMouse() and self.isEnabled():
            around = rect.adjusted(0, 1, 0, -1)
            rounded(painter, around, look.theme.radius("control"), look.colour("hover"))
        paint_text(painter, row, self._term, look.font(), look.colour("muted"))
        remark = self._remark_width(rect.width())
        value = row.adjusted(self._left(), 0, -remark, 0)
        if remark:
            paint_text(
                painter, row.adjusted(row.width() - remark, 0, 0, 0), fact.remark, look.font("small"),
                look.colour(fact.colour), RIGHT,
            )  # fmt: skip
        if fact.chips:
            self._paint_chips(painter, value)
        elif self._plain() and fact.words:
            leading, lines = line_height(look.font(), 20), self._lines(rect.width())
            top = (look.size("row_term") - leading) / 2
            inner = QRectF(value.left(), top, value.width(), rect.height())
            paint_folded(painter, inner, lines, look.font(), look.colour("text"), leading)
        else:
            self._paint_marked(painter, value)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

    def _paint_chips(self, painter: QPainter, rect: QRectF) -> None:
        left, gap = rect.left(), self.look.theme.px(6)
        for at, words in enumerate(self._fact.chips):
            rest = len(self._fact.chips) - at
            room = rect.right() - left
            more = f"+{rest}"
            if at and chip_width(words, self.look) + (0 if rest == 1 else gap + chip_width(more, self.look)) > room:
                chip(painter, QRectF(left, rect.top(), room, rect.height()), more, self.look, "neutral")
                return
            left += chip(painter, QRectF(left, rect.top(), room, rect.height()), words, self.look) + gap

    def _paint_marked(self, painter: QPainter, rect: QRectF) -> None:
        look, px, fact, left = self.look, self.look.theme.px, self._fact, rect.left()
        if fact.attitude is not None:
            attitude_mark(painter, left_square(rect, look.size("attitude")), fact.attitude, look)
            left += px(18)
        elif fact.level is not None:
            left += pips(painter, rect, fact.level, look) + px(8)
        words, ink = fact.words or look.tr("Unknown"), "text" if fact.words else "muted"
        paint_text(
            painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), words, look.font(), look.colour(ink)
        )


class PersonFacts(QWidget):
    """The rows that matter most; an agenda nobody knows is shown too, because it is to be found out."""

    pressed = Signal(str)  # the name of a field

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.rows = {name: FactRow(look, name) for name in NAMES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows.values():
            column.addWidget(row)
            row.clicked.connect(self._press)

    def show_person(self, person: Person, shown: Shown) -> None:
        """Show what is known of a person."""
        for fact in facts_of(person, shown, self.look):
            self.rows[fact.name].show_fact(fact)

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, FactRow):
            self.pressed.emit(sender.name)


def facts_of(person: Person, shown: Shown, look: Look) -> tuple[Fact, ...]:
    """The rows of a person."""
    contact, tr = person.contact, look.tr
    roles = tuple(tr(role.label) for role in contact.roles)
    level = contact.influence
    influence = f"{level}, {tr(INFLUENCE[level])}" if level else ""
    return (
        Fact("roles", chips=roles),
        _attitude(person, shown, look),
        Fact("influence", influence, level=level),
        _coverage(contact, shown, look),
        _owner(contact, shown, look),
        Fact("business_agenda", contact.business_agenda.strip()),
        Fact("personal_agenda", contact.personal_agenda.strip()),
    )


def _attitude(person: Person, shown: Shown, look: Look) -> Fact:
    tr, attitude = look.tr, person.attitude
    words = tr(attitude.label) if attitude else ""
    if attitude_in_doubt(person.contact.attitude, person.weighed) and person.weighed and person.weighed.band:
        remark = tr("the weigh-in says {attitude}", attitude=tr(person.weighed.band.label))
        return Fact("attitude", words, attitude=attitude, remark=remark, colour="warn")
    before = person.before
    if before and before.band and before.band is not attitude and before.weighin.day:
        month = month_of(before.weighin.day, look, shown.today)
        remark = tr("{attitude} in {month}", attitude=tr(before.band.label), month=month)
        return Fact("attitude", words, attitude=attitude, remark=remark)
    return Fact("attitude", words, attitude=attitude)


def _coverage(contact: Contact, shown: Shown, look: Look) -> Fact:
    words = look.tr(contact.coverage.label) if contact.coverage else ""
    met = last_met(shown.client, contact.key, shown.today)
    if met is None:
        return Fact("coverage", words, remark=look.tr("never met"))
    days = (shown.today - met).days
    return Fact("coverage", words, remark=look.tr("met today") if not days else look.tr("met {n} d ago", n=days))


def _owner(contact: Contact, shown: Shown, look: Look) -> Fact:
    """Who of us answers for the person; a warning where the whole tie hangs on one of us."""
    names = {colleague.key: colleague.name for colleague in shown.workspace.colleagues}
    known = [colleague.name for colleague in acquainted(shown.client, shown.workspace).get(contact.key, ())]
    owner = names.get(contact.our_owner or "", "")
    words = owner or tell_list(known, look.words)
    if contact.key_player and len(known) == 1:
        return Fact("our_owner", words, remark=look.tr("the only one, at risk"), colour="warn")
    if len(known) > 1 and owner:
        return Fact("our_owner", words, remark=look.tr("{n} more know them", n=len(known) - 1))
    return Fact("our_owner", words)
