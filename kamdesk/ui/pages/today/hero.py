"""The next visit as Today's largest thing: when and where, whom and what for, what to ask, what is still missing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.carrying import visit_before
from kamdesk.client.client import Client
from kamdesk.client.glance import Glance
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import end_of, local_day, readiness
from kamdesk.ui.look import Look
from kamdesk.ui.pages.today.hero_parts import AskLine, Guest, HeroButton, Missing, Share, Standing
from kamdesk.ui.pages.today.hero_words import away_words, guests_of, last_words, must_asks
from kamdesk.ui.parts.figures import GradeBadge, LogoTile, RingFigure
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.tiles import Card

_GUESTS, _ASKS, _MISSING = 3, 2, 3
_SPLIT = 700  # px at 100 % text, below which only the ring stands at the right
_SOON = 24 * 60  # minutes


class Hero(Card):
    """Enter prepares, P prints the sheet, C gives it to the calendar; the page carries them out."""

    prepared = Signal()
    printed = Signal()
    dated = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._make()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._upper())
        column.addWidget(Rule(look))
        column.addLayout(self._foot())
        self.prepare.clicked.connect(self.prepared)
        self.paper.clicked.connect(self.printed)
        self.calendar.clicked.connect(self.dated)

    def _make(self) -> None:
        look, tr = self.look, self.look.tr
        self.time = Label(look, "", "figure")
        self.away = Label(look, "", "body", "accent")
        self._place = Label(look, "", "small", "text2", wrap=True)
        self._minutes = Label(look, "", "small", "text2")
        self._logo = LogoTile(look, 1)
        self._client = Label(look, "", "body", "text2")
        self._grade = GradeBadge(look)
        self._lead = Standing(look)
        self.aim = Label(look, "", "aim", wrap=True)
        self._guests = [Guest(look) for _ in range(_GUESTS)]
        self._must = Label(look, tr("Must ask"), "small", "text2")
        self._asks = [AskLine(look) for _ in range(_ASKS)]
        self.ring = RingFigure(look, look.size("ring_figure", 3) / look.theme.scale, figure=True)
        self.share = Share(look)
        self._open = Label(look, "", "small", "muted")
        self._missing = [Missing(look) for _ in range(_MISSING)]
        self.prepare = HeroButton(look, tr("Prepare"), "primary", key="Enter")
        self.paper = HeroButton(look, tr("Print the visit sheet"), key="P")
        self.calendar = HeroButton(look, tr("Add to calendar"), "third", key="C")
        self._last = Label(look, "", "small", "muted", elide=True)
        self._last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _upper(self) -> QHBoxLayout:
        px, space = self.look.theme.px, self.look.theme.space
        row = QHBoxLayout()
        row.setContentsMargins(space("xl"), px(18), space("xl"), px(16))
        row.setSpacing(space("xl"))
        self._when_column = QWidget()
        self._when_column.setFixedWidth(px(116))
        when = QVBoxLayout(self._when_column)
        when.setContentsMargins(0, 0, 0, 0)
        when.setSpacing(px(2))
        when.addWidget(self.time)
        when.addWidget(self.away)
        when.addSpacing(px(8))
        when.addWidget(self._place)
        when.addWidget(self._minutes)
        when.addStretch(1)
        row.addWidget(self._when_column)
        row.addWidget(Rule(self.look, upright=True))
        row.addLayout(self._middle(), 1)
        self._right = QWidget()
        self._right.setFixedWidth(px(208))
        self._right.setLayout(self._readiness())
        row.addWidget(self._right)
        return row

    def _middle(self) -> QVBoxLayout:
        px, space = self.look.theme.px, self.look.theme.space
        who = QHBoxLayout()
        who.setSpacing(space("s"))
        for part in (self._logo, self._client, self._grade):
            who.addWidget(part)
        who.addWidget(self._lead, 1)
        people = QHBoxLayout()
        people.setSpacing(space("l"))
        for guest in self._guests:
            people.addWidget(guest, 1)
        asks = QGridLayout()
        asks.setContentsMargins(0, 0, 0, 0)
        asks.setHorizontalSpacing(space("m"))
        asks.setVerticalSpacing(px(2))
        asks.addWidget(self._must, 0, 0, Qt.AlignmentFlag.AlignTop)
        for at, line in enumerate(self._asks):
            asks.addWidget(line, at, 1)
        asks.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setSpacing(px(7))
        column.addLayout(who)
        column.addWidget(self.aim)
        column.addLayout(people)
        column.addLayout(asks)
        column.addStretch(1)
        return column

    def _readiness(self) -> QVBoxLayout:
        space = self.look.theme.space
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self.share)
        beside.addWidget(self._open)
        beside.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(space("m"))
        top.addWidget(self.ring)
        top.addLayout(beside, 1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.px(4))
        column.addLayout(top)
        column.addSpacing(self.look.theme.px(8))
        for line in self._missing:
            column.addWidget(line)
        column.addStretch(1)
        return column

    def _foot(self) -> QHBoxLayout:
        px, space = self.look.theme.px, self.look.theme.space
        row = QHBoxLayout()
        row.setContentsMargins(space("xl"), px(12), space("xl"), px(12))
        row.setSpacing(space("s"))
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self._last, 100)
        row.addStretch(1)  # where there is no room for the last visit the buttons stay together
        return row

    @property
    def buttons(self) -> tuple[HeroButton, ...]:
        """The buttons at its foot."""
        return (self.prepare, self.paper, self.calendar)

    def show_visit(self, client: Client, visit: Visit, glance: Glance, now: datetime) -> None:
        """Show the next visit of a client."""
        look, tr = self.look, self.look.tr
        today = local_day(now)
        self._logo.show_company(client.key, client.company.called, client.company.logo)
        self._client.setText(client.company.called)
        self._grade.show_grade(client.company.grade)
        self._lead.show_lead(glance.lead, glance.rival)
        self.aim.setText(visit.objective or tr("No objective yet"))
        self._place.setText(visit.place)
        self._place.setVisible(bool(visit.place))
        self._minutes.setText(look.trn("{n} minute", "{n} minutes", visit.minutes) if visit.minutes else "")
        for guest, person in zip(self._guests, [*guests_of(client, visit), *[None] * _GUESTS], strict=False):
            guest.show_person(person)
        asked = must_asks(client, visit, glance, look)
        self._must.setVisible(bool(asked))
        for line, text in zip(self._asks, [*asked, *[""] * _ASKS], strict=False):
            line.show_text(text)
        self._show_ready(client, visit, now)
        last = visit_before(client, visit)
        self._last.setText(last_words(last, now, look) if last else tr("First visit"))
        self.show_time(visit, now)
        self.setAccessibleName(f"{self.time.text()} {client.company.called} {visit.objective} {today:%Y-%m-%d}")

    def show_time(self, visit: Visit, now: datetime) -> None:
        """Say how far off it is, minute by minute."""
        if visit.at is None:
            return
        self.time.setText(f"{visit.at.astimezone():%H:%M}")
        self.away.setText(away_words(visit.at, end_of(visit), now, self.look))

    def _show_ready(self, client: Client, visit: Visit, now: datetime) -> None:
        look, ready = self.look, readiness(visit, client.checks)
        soon = visit.at is not None and (visit.at - now).total_seconds() / 60 < _SOON
        self.ring.show_share(ready.done, ready.total, soon=soon)
        share = look.tr("{share} prepared", share=f"{ready.share:.0%}") if ready.total else look.tr("No checklist yet")
        self.share.show_text(*((look.tr("Ready to go"), "ok") if ready.ready else (share, "text")))
        left = len(ready.missing)
        self._open.setText(look.trn("{n} item to go", "{n} items to go", left) if left else "")
        for line, item in zip(self._missing, [*ready.missing, *[None] * _MISSING], strict=False):
            line.show_item(item)
        self.prepare.show_words(look.tr("Go on preparing") if ready.done else look.tr("Prepare"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page keeps ring and buttons, and lets go of names and of the last visit."""
        super().resizeEvent(event)
        px, width = self.look.theme.px, event.size().width()
        narrow = width < px(_SPLIT)
        self._right.setFixedWidth(px(72 if narrow else 208))
        for part in (self.share, self._open):
            part.setHidden(narrow)
        for line in self._missing:
            line.setHidden(narrow or not line.text())
        self._guests[2].setHidden(narrow or not self._guests[2].named)
        self._last.setHidden(width < px(620))
