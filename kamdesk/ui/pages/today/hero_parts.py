"""The small parts of the next visit: somebody who attends, a question to ask, an item that is missing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.client.people import Contact
from kamdesk.client.units import tell_gap
from kamdesk.client.visit_records import CheckItem
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import unknown_badge
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.marks import gap_colour, triangle
from kamdesk.ui.parts.painters import left_square, paint_text, square, text_width
from kamdesk.ui.parts.portraits import avatar
from kamdesk.words import N_

LEVEL = 0.05  # a smaller difference is none


class HeroButton(Button):
    """A button of the next visit: Enter presses it, the arrows lead on to the lines of the page."""

    passed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Down leads to the first line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.passed.emit(1)  # a scroll area around would take the key
        elif event.key() == Qt.Key.Key_Up:
            event.accept()  # nothing stands above
        else:
            super().keyPressEvent(event)


class _Part(QWidget):
    """A painted line that takes the width there is."""

    def __init__(self, look: Look, height: int) -> None:
        super().__init__()
        self.look = look
        self.setFixedHeight(look.theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(160, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it inside `rect`."""


class Standing(_Part):
    """How we stand against the main rival: ▲ ahead of 科瑞 +0.4; nothing while it is not known."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 22)
        self._lead: float | None = None
        self._told, self._rival = "", ""

    def show_lead(self, lead: float | None, rival: str) -> None:
        """Show a lead over a rival, or a lag."""
        self._lead = lead if rival else None
        colour = gap_colour(lead)
        words = {"ok": N_("ahead of {rival}"), "bad": N_("behind {rival}")}.get(colour, N_("level with {rival}"))
        self._told, self._rival = self.look.tr(words, rival=rival), rival
        self.setVisible(self._lead is not None)
        whole = f"{self._told} {tell_gap(lead)}" if lead is not None else ""
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint mark, words and figure in the colour of the lead."""
        if self._lead is None:
            return
        look, px, font = self.look, self.look.theme.px, self.look.font()
        ink = look.colour(gap_colour(self._lead))
        left = rect.left()
        if abs(self._lead) >= LEVEL:
            box = square(QPointF(left + px(5), rect.center().y()), px(8))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            triangle(painter, box.adjusted(0, 0.5, 0, -0.5), up=self._lead > 0)
            left += px(14)
        figure = text_width(tell_gap(self._lead), font) + px(6)
        room = QRectF(left, rect.top(), max(0.0, rect.right() - left - figure), rect.height())
        # in a narrow window mark and figure say which way it is; the rival's name alone is read, half a sentence is not
        told = self._told if text_width(self._told, font) <= room.width() else self._rival
        left += paint_text(painter, room, told, font, ink) + px(6)
        paint_text(painter, QRectF(left, rect.top(), figure, rect.height()), tell_gap(self._lead), font, ink)


class Share(_Part):
    """How far the preparation is, in strong words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self._text, self._colour = "", "text"

    def text(self) -> str:
        """The words."""
        return self._text

    def show_text(self, text: str, colour: str) -> None:
        """Say this."""
        self._text, self._colour = text, colour
        self.setAccessibleName(text)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words."""
        paint_text(painter, rect, self._text, self.look.fonts.bold(), self.look.colour(self._colour))


class Guest(_Part):
    """Avatar with the shape of the attitude, name, role and attitude in words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 38)
        self._person: Contact | None = None

    @property
    def named(self) -> bool:
        """Whether somebody is shown."""
        return self._person is not None

    def show_person(self, person: Contact | None) -> None:
        """Show somebody, or nobody."""
        self._person = person
        self.setVisible(person is not None)
        if person is not None:
            self.setAccessibleName(f"{person.name}, {self._told(person)}")
            self.setToolTip(self.accessibleName())
        self.update()

    def _told(self, person: Contact) -> str:
        attitude = self.look.tr(person.attitude.label) if person.attitude else self.look.tr("attitude unknown")
        if not person.title_at_work:
            return attitude
        return self.look.tr("{title}, {attitude}", title=person.title_at_work, attitude=attitude)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the person."""
        if self._person is None:
            return
        look, px = self.look, self.look.theme.px
        face = QRectF(rect.left(), rect.top(), px(32), rect.height())
        avatar(painter, face, self._person.name, self._person.attitude, look, ground="tile")
        left, half = face.right() + px(8), rect.height() / 2
        name = QRectF(left, rect.top(), rect.right() - left, half)
        paint_text(painter, name, self._person.name, look.font("name"), look.colour("text"))
        paint_text(
            painter, name.translated(0, half), self._told(self._person), look.font("small"), look.colour("text2")
        )


class AskLine(_Part):
    """The dashed "?" and a question."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 24)
        self._text = ""

    def show_text(self, text: str) -> None:
        """Show a question; nothing for ""."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the question."""
        px = self.look.theme.px
        unknown_badge(painter, left_square(rect, px(18)), self.look)
        paint_text(painter, rect.adjusted(px(26), 0, 0, 0), self._text, self.look.font(), self.look.colour("text"))


class Missing(_Part):
    """An item of the checklist that is not done; a must-have with its star."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 22)
        self._item: CheckItem | None = None

    def text(self) -> str:
        """Its words, "" without one."""
        return self._item.text if self._item else ""

    def show_item(self, item: CheckItem | None) -> None:
        """Show an item, or nothing."""
        self._item = item
        self.setVisible(item is not None)
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the item."""
        if self._item is None:
            return
        look, px = self.look, self.look.theme.px
        middle = square(QPointF(rect.left() + px(7), rect.center().y()), px(14))
        look.icons.paint(
            painter, middle, "star" if self._item.must else "circle", "warn" if self._item.must else "muted"
        )
        room = rect.adjusted(px(22), 0, 0, 0)
        paint_text(painter, room, self._item.text, look.font("small"), look.colour("text2"))
