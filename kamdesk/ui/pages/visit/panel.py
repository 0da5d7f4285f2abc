"""What to carry to a visit: who will be there and what moves them, promises both ways, how the last one ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.carrying import Carried
from kamdesk.client.comparing import stale
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import local_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import RESULT_ICONS, RESULT_TONES
from kamdesk.ui.parts.badges import TONES
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.marks import gap
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, text_width
from kamdesk.ui.parts.portraits import avatar
from kamdesk.ui.parts.scrolled import Scrolled

_MOST_PROMISES = 6


class VisitPanel(QWidget):
    """Everything in it leads to the place it comes from."""

    person_wanted = Signal(str)  # key of a contact
    action_wanted = Signal(str)
    visit_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._people: list[PersonCard] = []
        self._lines: list[PromiseLine] = []
        self._who = Heading(look, tr("What to carry"))
        self._no_one = Paragraph(look, tr("Nobody of theirs is on the list yet."), "small", "muted")
        self._promised = Heading(look, tr("Open promises"))
        self._no_promise = Paragraph(look, tr("Nothing is promised, on either side."), "small", "muted")
        self._last = Heading(look, tr("Last time"))
        self._last_line = LineButton(look, height=32, role="body", colour="text")
        self._outcome = [Paragraph(look, "", "body", "text2") for _ in range(3)]
        self._last_key = ""
        self._arrange()
        self._last_line.clicked.connect(self._want_last)

    def _arrange(self) -> None:
        theme = self.look.theme
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(theme.space("xl"), theme.space("l"), theme.size("gutter_right"), theme.space("xl"))
        inner.setSpacing(theme.px(6))
        self._people_box, self._promise_box = QVBoxLayout(), QVBoxLayout()
        for box in (self._people_box, self._promise_box):
            box.setSpacing(0)
        self._people_box.setSpacing(theme.px(4))
        parts = (
            (self._who, self._no_one, self._people_box),
            (self._promised, self._no_promise, self._promise_box),
        )
        for heading, widget, box in parts:
            inner.addWidget(heading)
            inner.addWidget(widget)
            inner.addLayout(box)
            inner.addSpacing(theme.px(16))
        inner.addWidget(self._last)
        inner.addWidget(self._last_line)
        for paragraph in self._outcome:
            inner.addWidget(paragraph)
        inner.addStretch(1)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(body))

    def show_carried(self, found: Carried, today: date, rival: str) -> None:
        """Show what to carry; `rival` is what the main one is called."""
        self._show_people(found.people, today, rival)
        self._show_promises([*found.ours, *found.theirs], today)
        ours, theirs = len(found.ours), len(found.theirs)
        self._promised.show_note(self.look.tr("ours {ours}, theirs {theirs}", ours=ours, theirs=theirs))
        self._show_last(found.last, today)

    def _show_people(self, people: Sequence[Person], today: date, rival: str) -> None:
        while len(self._people) < len(people):
            card = PersonCard(self.look)
            card.clicked.connect(self._want_person)
            self._people_box.addWidget(card)
            self._people.append(card)
        for card in self._people[len(people) :]:
            card.hide()
        for card, person in zip(self._people, people, strict=False):
            card.show_person(person, today, rival)
            card.show()
        self._no_one.setVisible(not people)

    def _show_promises(self, actions: Sequence[Action], today: date) -> None:
        ours = [item for item in actions if item.side is Side.OURS]
        theirs = [item for item in actions if item.side is Side.THEIRS]
        half = _MOST_PROMISES // 2
        shown = [
            *ours[: max(half, _MOST_PROMISES - len(theirs))],
            *theirs[: max(half, _MOST_PROMISES - len(ours))],
        ]
        while len(self._lines) < len(shown):
            line = PromiseLine(self.look)
            line.clicked.connect(self._want_action)
            self._promise_box.addWidget(line)
            self._lines.append(line)
        for line in self._lines[len(shown) :]:
            line.hide()
        for line, action in zip(self._lines, shown, strict=False):
            line.show_action(action, today)
            line.show()
        self._no_promise.setVisible(not shown)

    def _show_last(self, last: Visit | None, today: date) -> None:
        tr = self.look.tr
        self._last_key = last.key if last else ""
        told = []
        if last:
            day = tell_day(local_day(last.at), self.look.words, today) if last.at else ""
            result = self.look.tr(last.result.label) if last.result else tr("no debrief")
            icon = RESULT_ICONS[last.result] if last.result else "clipboard-pen"
            ink = TONES[RESULT_TONES[last.result]][1] if last.result else "warn"
            self._last_line.show_line(last.objective or tr("Visit"), icon=icon, icon_colour=ink, tail=f"{day} {result}")
            told = [last.agreed, tr("Still open: {what}", what=last.unresolved) if last.unresolved else ""]
            told.append(tr("Do differently: {what}", what=last.better) if last.better else "")
        self._last_line.setVisible(last is not None)
        self._last.show_note("" if last else tr("This is the first visit"))
        for paragraph, words in zip(self._outcome, [*told, "", "", ""][:3], strict=True):
            paragraph.setText(words)
            paragraph.setVisible(bool(words))

    def _want_person(self) -> None:
        card = self.sender()
        if isinstance(card, PersonCard) and card.person:
            self.person_wanted.emit(card.person.contact.key)

    def _want_action(self) -> None:
        line = self.sender()
        if isinstance(line, PromiseLine):
            self.action_wanted.emit(line.key)

    def _want_last(self) -> None:
        self.visit_wanted.emit(self._last_key)


class PromiseLine(LineButton):
    """An open promise with its direction: ours goes out, theirs comes in."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, height=32, role="body", colour="text")
        self.key = ""

    def show_action(self, action: Action, today: date) -> None:
        """Show this promise; late is said in red words."""
        self.key = action.key
        ours = action.side is Side.OURS
        late = (today - action.due).days if action.due else 0
        if late > 0:
            tail, ink = self.look.trn("{n} day late", "{n} days late", late), "bad"
        elif action.due:
            tail, ink = self.look.tr("Today") if not late else tell_day(action.due, self.look.words, today), "muted"
        else:
            tail, ink = self.look.tr("no day"), "warn"
        icon = "arrow-up-right" if ours else "arrow-down-left"
        lead = self.look.tr("Ours") if ours else action.person or self.look.tr("Theirs")
        self.show_line(action.text, icon=icon, lead=lead, tail=tail, tail_colour=ink)


class PersonCard(QAbstractButton):
    """One of theirs: name, title, score and lead, agendas, and when the person was weighed last."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.person: Person | None = None
        self._weighed, self._old = "", False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_person(self, person: Person, today: date, rival: str) -> None:
        """Show this person."""
        tr, contact = self.look.tr, person.contact
        self.person = person
        day = person.weighed.weighin.day if person.weighed else None
        self._old = stale(day, today)
        told = tr("weighed {day}", day=tell_day(day, self.look.words, today)) if day else tr("never weighed")
        attitude = tr(person.attitude.label) if person.attitude else tr("attitude unknown")
        against = tr("against {rival}", rival=rival) if person.lead is not None and rival else ""
        self._weighed = " · ".join(filter(None, (attitude, told, against)))
        self.setAccessibleName(f"{contact.name}, {contact.title_at_work}, {self._weighed}")
        self.setToolTip(tr("Open in People"))
        self.updateGeometry()
        self.update()

    def _agendas(self, width: float) -> list[tuple[str, ...]]:
        if self.person is None:
            return []
        tr, contact = self.look.tr, self.person.contact
        told = [
            tr("For the job: {agenda}", agenda=contact.business_agenda) if contact.business_agenda else "",
            tr("For oneself: {agenda}", agenda=contact.personal_agenda) if contact.personal_agenda else "",
        ]
        return [fold(words, self.look.font("small"), width - self.look.theme.px(16), 2) for words in told if words]

    def hasHeightForWidth(self) -> bool:
        """Agendas fold."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Two lines and the agendas."""
        px = self.look.theme.px
        return px(70) + sum(len(lines) for lines in self._agendas(width)) * px(18) + px(4)

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        if self.person is None:
            return
        look, px, painter, person = self.look, self.look.theme.px, QPainter(self), self.person
        rect = QRectF(self.rect()).adjusted(-px(0), 0, px(0), 0)
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        inner = rect.adjusted(px(8), px(6), -px(8), -px(6))
        disc = QRectF(inner.left(), inner.top(), px(32), px(36))
        avatar(painter, disc, person.contact.name, person.attitude, look, step=1, ground="tile")
        end = self._paint_score(painter, inner)
        words = QRectF(inner.left() + px(44), inner.top(), end - inner.left() - px(52), px(18))
        paint_text(painter, words, person.contact.name, look.font("name"), look.colour("text"))
        below = words.translated(0, px(18))
        paint_text(painter, below, person.contact.title_at_work, look.font("small"), look.colour("text2"))
        row = QRectF(inner.left(), inner.top() + px(38), inner.width(), px(20))
        paint_text(painter, row, self._weighed, look.font("small"), look.colour("warn" if self._old else "muted"))
        top = row.bottom() + px(2)
        for lines in self._agendas(rect.width()):
            room = QRectF(inner.left(), top, inner.width(), px(36))
            top += paint_folded(painter, room, lines, look.font("small"), look.colour("text2"), px(18))
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

    def _paint_score(self, painter: QPainter, inner: QRectF) -> float:
        """The score and the lead below it, at the right end; gives where they begin."""
        look, px, person = self.look, self.look.theme.px, self.person
        assert person is not None
        told = "?" if person.score is None else tell_decimal(person.score, 1)
        font = look.fonts.bold("aim")
        wide = max(text_width(told, font), px(44))
        upper = QRectF(inner.right() - wide, inner.top(), wide, px(20))
        paint_text(painter, upper, told, font, look.colour("text" if person.score is not None else "muted"), RIGHT)
        if person.lead is not None:
            gap(painter, upper.translated(0, px(18)), person.lead, look, align=RIGHT, role="small")
        return upper.left()
