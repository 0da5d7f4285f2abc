"""Somebody who attends a visit, as a chip: of theirs with a small radar, the attitude and the last word."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.client.account import Person
from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Attitude
from kamdesk.client.prefill import Guest as Known
from kamdesk.client.units import tell_decimal
from kamdesk.client.visit_records import Attendee, Presence, Visit
from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.parts.marks import gap_colour
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, text_width
from kamdesk.ui.parts.portraits import avatar

_WIDEST = 210  # px of a chip's words
_KNOWN = (208, 66)  # px of a chip that tells what is known
_OURS = 31  # px, the height of a chip of ours: one line
_RADAR, _TOP = 50, 5  # px of the radar, the highest level
_LONG_NAME, _BESIDE = 150, 144  # px up to which a chip grows with a name, and what stands beside it


@dataclass(frozen=True, slots=True)
class Guest:
    """One who attends, as the chip shows it."""

    attendee: Attendee
    name: str
    line: str  # the task, or the title where there is none
    attitude: Attitude | None
    ours: bool
    known: Known | None = None  # what to have in mind about one of theirs


def guests(client: Client, workspace: Workspace, visit: Visit, look: Look, known: Sequence[Known] = ()) -> list[Guest]:
    """Who attends a visit, theirs and ours, in the order they were written down; `known` of theirs."""
    contacts = {item.key: item for item in client.contacts}
    colleagues = {item.key: item for item in workspace.colleagues}
    told = {item.attendee.key: item for item in known}
    found = []
    for item in client.attendees:
        if item.visit != visit.key:
            continue
        contact, colleague = contacts.get(item.contact or ""), colleagues.get(item.colleague or "")
        person = contact or colleague
        name = person.name if person else look.tr("Somebody")
        line = item.task or (person.title_at_work if person else "") or look.tr("no task yet")
        if item.presence and item.presence is not Presence.CAME:
            line = look.tr(item.presence.label)
        ours = contact is None and item.contact is None
        weighed = told[item.key].person if item.key in told else None
        attitude = weighed.attitude if weighed else contact.attitude if contact else None
        found.append(Guest(item, name, line, attitude, ours, told.get(item.key)))
    return found


class PersonChip(QAbstractButton):
    """Avatar with the attitude's shape, name, one line; of theirs the last word and a radar. Delete removes."""

    opened = Signal(object)
    removing = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.guest: Guest | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_guest(self, guest: Guest) -> None:
        """Show this person."""
        self.guest = guest
        told = [guest.name, guest.line]
        if guest.known is not None:
            told += [self._score(), self.look.tr(guest.attitude.label) if guest.attitude else "", self._word()[0]]
        self.setAccessibleName(", ".join(filter(None, told)))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def _score(self) -> str:
        person = self.guest.known.person if self.guest and self.guest.known else None
        return tell_decimal(person.score, 1) if person and person.score is not None else "?"

    def _word(self) -> tuple[str, str]:
        """The last word of somebody of theirs, or what is to be done because there is none; and its colour."""
        known, tr = self.guest.known if self.guest else None, self.look.tr
        if known is None:
            return "", "muted"
        if known.stranger:
            return tr("never met"), "warn"
        if known.word is None:
            return tr("no word on record"), "muted"
        return tr("“{text}”", text=known.word.text), "text2"

    def sizeHint(self) -> QSize:
        """As wide as name and line."""
        look, px = self.look, self.look.theme.px
        if self.guest and self.guest.known:
            name = min(text_width(self.guest.name, look.font("name")), px(_LONG_NAME))
            return QSize(max(px(_KNOWN[0]), round(name) + px(_BESIDE)), px(_KNOWN[1]))
        words = 0.0
        if self.guest:
            words = text_width(self.guest.name, look.font("name")) + text_width(self.guest.line, look.font("small"))
        return QSize(round(min(words, px(_WIDEST))) + px(60), px(_OURS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens like Space, Delete takes away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        elif event.key() == Qt.Key.Key_Delete and self.guest:
            self.removing.emit(self.guest.attendee)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.opened.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        if self.guest is None:
            return
        look, painter, guest = self.look, QPainter(self), self.guest
        rect = QRectF(self.rect())
        ground = "hover" if self.underMouse() else "canvas"
        edge = QPen(look.colour("warn" if guest.known and guest.known.stranger else "edge"), 1)
        rounded(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), look.theme.radius("control"), look.colour(ground), edge)
        if guest.known:
            self._paint_known(painter, rect, ground)
        else:
            self._paint_line(painter, rect, ground)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

    def _paint_line(self, painter: QPainter, rect: QRectF, ground: str) -> None:
        """Paint somebody in one line: name and task."""
        assert self.guest is not None
        look, px, guest = self.look, self.look.theme.px, self.guest
        avatar(
            painter,
            QRectF(px(2), 0, px(30), rect.height()),
            guest.name,
            guest.attitude,
            look,
            ground=ground,
            shape=not guest.ours,
        )
        words = rect.adjusted(px(38), 0, -px(8), 0)
        used = paint_text(painter, words, guest.name, look.font("name"), look.colour("text"))
        rest = words.adjusted(used + px(8), 0, 0, 0)
        paint_text(painter, rest, guest.line, look.font("small"), look.colour("text2"))

    def _paint_known(self, painter: QPainter, rect: QRectF, ground: str) -> None:
        """Paint somebody of theirs: attitude, name and title, score and lead, the last word, the radar."""
        assert self.guest is not None
        assert self.guest.known is not None
        look, px, guest, person = self.look, self.look.theme.px, self.guest, self.guest.known.person
        avatar(painter, QRectF(px(6), 0, px(32), px(44)), guest.name, guest.attitude, look, ground=ground)
        box = QRectF(rect.right() - px(_RADAR) - px(6), rect.top() + px(8), px(_RADAR), px(_RADAR))
        paint_radar(painter, box, person, look)
        figure = QRectF(box.left() - px(34), rect.top() + px(4), px(30), px(18))
        score = look.font("name", tabular=True)
        known = person is not None and person.score is not None
        paint_text(painter, figure, self._score(), score, look.colour("text" if known else "muted"), RIGHT)
        if person is not None and person.lead is not None:
            told = f"{person.lead:+.1f}".replace("-", "−")
            ink = look.colour(gap_colour(person.lead))
            paint_text(painter, figure.translated(0, px(18)), told, look.font("small", tabular=True), ink, RIGHT)
        text, colour = self._word()
        row = QRectF(rect.left() + px(46), rect.top() + px(43), box.left() - rect.left() - px(52), px(18))
        paint_text(painter, row, text, look.font("small"), look.colour(colour))
        name = QRectF(rect.left() + px(46), rect.top() + px(4), figure.left() - rect.left() - px(52), px(18))
        paint_text(painter, name, guest.name, look.font("name"), look.colour("text"))
        title = name.translated(0, px(18))
        paint_text(painter, title, guest.line, look.font("small"), look.colour("text2"))


def paint_radar(painter: QPainter, box: QRectF, person: Person | None, look: Look) -> None:
    """The six dimensions of a person as a small figure: our level filled, the rival's as a line; no words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for level in (_TOP, 3):
        painter.setPen(QPen(look.colour("line" if level != _TOP else "edge"), 1))
        painter.drawPolygon(QPolygonF([_at(box, number, level) for number in range(len(Dimension))]))
    if person is not None and person.rival is not None:
        _paint_levels(painter, box, _levels(person, rival=True), look.colour("rival"), filled=False)
    if person is not None and person.weighed is not None:
        _paint_levels(painter, box, _levels(person), look.colour("us"), filled=True)
    painter.restore()


def _levels(person: Person, *, rival: bool = False) -> list[int | None]:
    weighed = person.rival if rival else person.weighed
    assert weighed is not None
    return [weighed.counted[item].counted if item in weighed.counted else None for item in Dimension]


def _paint_levels(painter: QPainter, box: QRectF, levels: Sequence[int | None], ink: QColor, *, filled: bool) -> None:
    """A ring through the levels that are known; a lone one is a dot."""
    points = [_at(box, number, level) for number, level in enumerate(levels) if level]
    painter.setPen(QPen(ink, 1.4, Qt.PenStyle.SolidLine if filled else Qt.PenStyle.DotLine))
    ground = QColor(ink)
    ground.setAlphaF(0.16)
    painter.setBrush(ground if filled else Qt.BrushStyle.NoBrush)
    if len(points) > 1:
        painter.drawPolygon(QPolygonF(points))
    elif points:
        painter.drawEllipse(points[0], 1.5, 1.5)


def _at(box: QRectF, number: int, level: int) -> QPointF:
    turn = 2 * math.pi * number / len(Dimension)
    reach = box.width() / 2 * level / _TOP
    return box.center() + QPointF(math.sin(turn) * reach, -math.cos(turn) * reach)
