"""The card as a brief: what we know by topic, who decides, the rivals, each with its source; edited where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.client.account import Account, Person
from kamdesk.client.company import Fact, Topic
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.client.telling import tell_list
from kamdesk.client.unknowns import Unknown
from kamdesk.ui.look import Look
from kamdesk.ui.pages.fact_line import FactLine, Source
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.pages.person.rows import roles_words
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.brief_row import BriefRow
from kamdesk.ui.parts.figures import UnknownBadge
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.painters import left_square, paint_focus, paint_lines, rounded, text_width
from kamdesk.ui.parts.portraits import avatar
from kamdesk.ui.parts.steps import adding, fresh, removing
from kamdesk.words import N_

_HINTS = {
    Topic.THEY: N_("What do they make, how large are they?"),
    Topic.MATTERS: N_("What must they reach this year, and how is it measured?"),
    Topic.US: N_("What do we deliver, and what do they say of it?"),
    Topic.NEXT: N_("What has been agreed to come next?"),
}
_DECIDERS = 5
_RIVALS = 2
_VALUES = 3


class FactRow(BriefRow):
    """The facts of one topic."""

    edited = Signal(object)

    def __init__(self, look: Look, topic: Topic) -> None:
        super().__init__(look, look.tr(topic.label))
        self.look, self.topic = look, topic
        self.lines: dict[str, FactLine] = {}
        self._shown: Shown | None = None
        self._asking = AddRow(look, look.tr(_HINTS[topic])) if topic in _HINTS else None
        if self._asking is not None:
            self._asking.named.connect(self._add)
            self.column.addWidget(self._asking)

    def show_facts(self, facts: Iterable[Fact], shown: Shown) -> None:
        """Show these facts; lines that are open keep what is half typed."""
        self._shown = shown
        wanted = {fact.key: fact for fact in facts}
        for key in [key for key in self.lines if key not in wanted]:
            line = self.lines.pop(key)
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, (key, fact) in enumerate(wanted.items()):
            if key not in self.lines:
                self.lines[key] = self._line()
            line = self.lines[key]
            if self.column.indexOf(line) != at:
                self.column.insertWidget(at, line)
            line.show_fact(fact, shown)
        self.setVisible(bool(wanted) or self._asking is not None)
        if self._asking is not None:
            self._asking.setVisible(not wanted)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        asking = [self._asking.opener, self._asking.line] if self._asking is not None else []
        return [*self.lines.values(), *asking]

    def _add(self, words: str) -> None:
        if self._shown is None:
            return
        roots = (self._shown.client, self._shown.workspace)
        made = fresh(Fact, roots, words, self._shown.today, topic=self.topic, day=self._shown.today)
        if made is not None:
            self.edited.emit(adding(made))

    def _line(self) -> FactLine:
        line = FactLine(self.look)
        line.edited.connect(self.edited)
        line.removing.connect(self._remove)
        return line

    def _remove(self, key: str) -> None:
        fact = self._shown.client.get(key) if self._shown else None
        if fact is not None and self._shown is not None:
            self.edited.emit(removing(self._shown.client, fact))


class DecidersRow(BriefRow):
    """The people who decide, and what is unknown about them."""

    going = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Who decides"))
        self.look = look
        self._people: list[PersonButton] = []
        self._key = ""
        held = QWidget()
        self._flow = Flow(held, look.theme.px(10))
        policy = held.sizePolicy()
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        self.column.addWidget(held)
        self._unknown = QWidget()
        row = QHBoxLayout(self._unknown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(UnknownBadge(look))
        self._words = Paragraph(look, font=look.font(), colour="text2")
        row.addWidget(self._words, 1)
        self.column.addWidget(self._unknown)

    def show_people(self, figures: Account, unknown: Unknown | None, shown: Shown) -> None:
        """Show the most influential people and the first unknown about people."""
        self._key = shown.client.key
        people = figures.people[:_DECIDERS]
        while len(self._people) < len(people):
            button = PersonButton(self.look)
            button.clicked.connect(self._go)
            self._people.append(button)
            self._flow.addWidget(button)
        for at, button in enumerate(self._people):
            button.setVisible(at < len(people))
            if at < len(people):
                button.show_person(people[at])
        self._unknown.setVisible(unknown is not None)
        if unknown is not None:
            said = self.look.tell(unknown.said)
            who = unknown.ask.name if unknown.ask else ""
            told = self.look.tr("Unknown: {what}. Ask {name}.", what=said, name=who)
            self._words.setText(told if who else self.look.tr("Unknown: {what}.", what=said))
        self.setVisible(bool(people) or unknown is not None)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        return list(self._people)

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, PersonButton):
            self.going.emit(Goto("people", self._key, button.key))


class PersonButton(QAbstractButton):
    """Avatar, name and role; leads to the person."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.key = ""
        self._person: Person | None = None
        self._line = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, person: Person) -> None:
        """Show this person."""
        self.key, self._person = person.contact.key, person
        self._line = roles_words(person.contact, self.look, 1) or person.contact.title_at_work
        self.setText(person.contact.name)
        self.setAccessibleName(self.look.tr("{name}, {role}", name=person.contact.name, role=self._line))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both lines, within reason."""
        look, px = self.look, self.look.theme.px
        words = max(text_width(self.text(), look.font("name")), text_width(self._line, look.font("small")))
        return QSize(min(round(words) + px(50), px(190)), px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the person."""
        if self._person is None:
            return
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        side = look.size("avatar", 1)
        ground = "hover" if self.underMouse() else "canvas"
        avatar(painter, left_square(rect, side), self.text(), self._person.attitude, look, step=1, ground=ground)
        paint_lines(painter, rect.adjusted(side + px(10), 0, -px(2), 0), self.text(), self._line, look)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()


class RivalsRow(BriefRow):
    """What the rivals offer, the newest and the oldest fact telling how far to trust it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Rivals"))
        self.look = look
        self._lines: list[tuple[QWidget, Paragraph, Source]] = []

    def show_rivals(self, rivals: Iterable[Rival], shown: Shown) -> None:
        """Show the first of these rivals."""
        told = [(rival, self._standings(rival, shown)) for rival in rivals][:_RIVALS]
        while len(self._lines) < len(told):
            self._lines.append(self._line())
        for at, (widget, words, source) in enumerate(self._lines):
            widget.setVisible(at < len(told))
            if at < len(told):
                rival, standings = told[at]
                words.setText(self._words(rival, standings, shown))
                dated = [item for item in standings if item.day]
                oldest = min(dated, key=_day, default=None)
                source.show_source(oldest.source if oldest else "", oldest.day if oldest else None, shown.today)
        self.setVisible(bool(told))

    def _line(self) -> tuple[QWidget, Paragraph, Source]:
        widget, words, source = QWidget(), Paragraph(self.look, font=self.look.font()), Source(self.look)
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.theme.space("l"))
        row.addWidget(words, 1)
        row.addWidget(source, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(widget)
        return widget, words, source

    def _words(self, rival: Rival, standings: list[Standing], shown: Shown) -> str:
        names = {factor.key: factor.name for factor in shown.client.factors}
        told = [
            self.look.tr("{need} {value}", need=names.get(item.factor or "", ""), value=item.value)
            for item in standings
            if item.value
        ][:_VALUES]
        if not told:
            return self.look.tr("{rival}: nothing known yet", rival=rival.called)
        return self.look.tr("{rival}: {facts}", rival=rival.called, facts=tell_list(told, self.look.words))

    @staticmethod
    def _standings(rival: Rival, shown: Shown) -> list[Standing]:
        weight = {factor.key: factor.importance or 0 for factor in shown.client.factors}
        held = [item for item in shown.client.standings if item.rival == rival.key and item.factor in weight]
        return sorted(held, key=lambda item: -weight[item.factor or ""])


def _day(item: Standing) -> date:
    return item.day or date.max
