"""The card of a client as a brief that reads: state and consequence, what we know, what matters now, the time line."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.brief import concerns, events, headline, unknowns
from kamdesk.client.company import Company, Fact, Topic
from kamdesk.client.comparing import comparison
from kamdesk.client.events import Event
from kamdesk.client.rival_records import Rival
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.overview.brief import DecidersRow, FactRow, RivalsRow
from kamdesk.ui.pages.overview.tiles import OverviewTiles
from kamdesk.ui.pages.page import Goto, Page, Shown
from kamdesk.ui.pages.time_line import TimeLine, chosen_events
from kamdesk.ui.pages.told_rows import ConcernDelegate, ToldList, UnknownDelegate, concern_key, unknown_key
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.ui.parts.steps import adding, fresh
from kamdesk.words import N_

_CARD = 400  # px of the card's panel
_TILES = 456
_ROOMY = 1080  # px from which on brief and tiles stand side by side
_MATTERS = 6
_GROUPS = (
    ("", ("name", "short", "logo", "grade", "grade_reason", "stage")),
    (N_("What we want"), ("goal", "rival")),
    (N_("The company"), ("industry", "group", "region", "address", "website", "since")),
    (N_("Notes"), ("notes",)),
)


class OverviewPage(Page):
    """The brief. E opens the card beside it with the company's fields; a fact is edited where it stands."""

    name = "overview"
    label = N_("Overview")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._card: bool | None = None  # whether the card is shown; None: as much as is known decides
        self._make()
        prepare = Button(look, look.tr("Prepare the visit"), "primary", key="V", scope=self)
        self._editing = Button(look, look.tr("Edit the card"), "third", icon="pencil", key="E", scope=self)
        self.arrange(Scrolled(self._laid()), self.card, _CARD, actions=(self._editing, prepare))
        prepare.clicked.connect(self._prepare)
        self._editing.clicked.connect(self.toggle_card)
        self._connect()

    def _make(self) -> None:
        look = self.look
        bold = look.font("aim")
        self.state = Paragraph(look, font=bold)
        self.consequence = Paragraph(look, font=bold)
        for line in (self.state, self.consequence):
            line.show_leading(look.theme.px(29))
        self.facts = {topic: FactRow(look, topic) for topic in Topic}
        self.deciders, self.rivals = DecidersRow(look), RivalsRow(look)
        self.adder = AddRow(look, look.tr("Add a fact"), key="Ctrl+N")
        rows = ConcernDelegate(look, 0, look.size("overhang"))
        note = look.tr("by weight")
        self.matters = ToldList(look, look.tr("What matters now"), rows, concern_key, note=note, most=_MATTERS)
        self.time_heading = Heading(look, look.tr("Time line"))
        self.time_line = TimeLine(look)
        self.tiles = OverviewTiles(look)
        self.asks = ToldList(look, look.tr("Worth asking"), UnknownDelegate(look), unknown_key)
        self.card = FormPanel(look, Company, _GROUPS, removable=False)

    def _laid(self) -> QWidget:
        theme, gap = self.look.theme, self.look.theme.space
        self._brief = QVBoxLayout()
        self._brief.setSpacing(0)
        for line in (self.state, self.consequence):
            self._set(line)
        self._brief.addSpacing(gap("s"))
        for part in self._rows():
            self._set(part)
        self._brief.addSpacing(gap("l"))
        self._brief.addWidget(self.matters)  # its rows reach further out, so that their letters align
        self._brief.addSpacing(gap("l"))
        self._set(self.time_heading, after="s")
        self._set(self.time_line, after="l")
        self._set(self.facts[Topic.OTHER])
        self._set(self.adder)
        self._brief.addStretch(1)
        self.aside = QWidget()
        self.aside.setFixedWidth(theme.px(_TILES))
        aside = QVBoxLayout(self.aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(gap("l"))
        for widget in (self.tiles, self.asks):
            aside.addWidget(widget)
        aside.addStretch(1)
        body = QWidget()
        row = QHBoxLayout(body)
        out = theme.size("overhang")
        row.setContentsMargins(theme.size("gutter_left") - out, gap("l"), theme.size("gutter_right"), gap("xl"))
        row.setSpacing(theme.px(36) - out)
        row.addLayout(self._brief, 1)
        row.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        return body

    def _set(self, part: QWidget, after: str = "") -> None:
        held, out = QHBoxLayout(), self.look.size("overhang")
        held.setContentsMargins(out, 0, out, 0)
        held.addWidget(part)
        self._brief.addLayout(held)
        if after:
            self._brief.addSpacing(self.look.theme.space(after))

    def _rows(self) -> list[QWidget]:
        facts = self.facts
        known, after = (Topic.THEY, Topic.MATTERS), (Topic.US, Topic.NEXT)
        return [*(facts[topic] for topic in known), self.deciders, self.rivals, *(facts[topic] for topic in after)]

    def _connect(self) -> None:
        for row in self.facts.values():
            row.edited.connect(self.edited)
        self.card.edited.connect(self.edited)
        for part in (self.deciders, self.tiles, self.matters, self.asks):
            part.going.connect(self.going)
        self.adder.named.connect(self._add_fact)
        self.time_line.chosen.connect(self._open_event)

    def show_client(self, shown: Shown) -> None:
        """Show this client as it is now."""
        self._shown = shown
        client, workspace, today = shown.client, shown.workspace, shown.today
        figures, sheet = account(client, today), comparison(client, workspace)
        main = workspace.get(figures.rival)
        rival = main.called if isinstance(main, Rival) else ""
        asks = unknowns(client, workspace, today)
        state, consequence = headline(client, workspace, today)
        self.state.setText(self.look.tell(state))
        self.consequence.setText(self.look.tell(consequence))
        for topic, row in self.facts.items():
            row.show_facts(_of_topic(client.facts, topic), shown)
        self.deciders.show_people(figures, next((ask for ask in asks if ask.place == "people"), None), shown)
        self.rivals.show_rivals(sheet.rivals, shown)
        self.matters.show_told(concerns(client, workspace, today), client.key)
        self.asks.show_told(asks, client.key)
        happened = chosen_events(events(client, workspace), today)
        self.time_line.show_events(happened, today)
        for part in (self.time_heading, self.time_line):
            part.setVisible(bool(happened))
        self.tiles.show_client(shown, figures, sheet, rival, asks, self.desk.clock.now())
        self.card.show_record(client.company, client, workspace, today)
        self.card.lock(self.desk.read_only)
        self.adder.setEnabled(not self.desk.read_only)
        self._show_card()
        self._order_stops()

    def _order_stops(self) -> None:
        """The keyboard goes through the brief as it reads, whatever was made when."""
        stops = [stop for row in self._rows() if isinstance(row, FactRow | DecidersRow) for stop in row.stops()]
        stops += [self.matters.list, self.time_line, *self.facts[Topic.OTHER].stops()]
        stops += [self.adder.opener, self.adder.line, *self.tiles.stops(), self.asks.list]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def open_item(self, key: str, action: str) -> None:
        """Go to a fact, write a new one, or open the card."""
        if action == "new":
            self.adder.open()
        elif action == "fill":
            self.card.start("short")
        elif action == "card" or (self._shown and key == self._shown.client.key):
            self._card = True
            self._show_card()
            self.card.start("name")
        for row in self.facts.values():
            if key in row.lines:
                row.lines[key].setFocus()

    def more_lists(self) -> list[tuple[str, tuple[Fact, ...]]]:
        """What is known, which stands here in sentences."""
        return [(self.look.tr("Facts"), self._shown.client.facts)] if self._shown else []

    def keys(self) -> list[tuple[str, str]]:
        """What can be done here."""
        tr = self.look.tr
        return [("Tab", tr("next fact")), ("F2", tr("edit it")), ("Ctrl N", tr("new fact")), ("E", tr("edit the card"))]

    def toggle_card(self) -> None:
        """Put the keyboard into the card's fields, or hide them when it is there."""
        focus = QApplication.focusWidget()
        self._card = not self.panel_width or focus is None or not self.card.isAncestorOf(focus)
        self._show_card()
        if self._card:
            self.card.start("name")
        else:
            self.setFocus()

    def _show_card(self) -> None:
        if self._card is None and self._shown is not None:  # from then on it stays, however much is written
            self._card = not self._shown.client.facts and not self._shown.client.contacts
        self.show_panel(bool(self._card))
        self._make_columns()

    def _make_columns(self) -> None:
        room = self.width() - self.panel_width
        self.aside.setVisible(room >= self.look.theme.px(_ROOMY))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles stand beside the brief only where there is room for both."""
        super().resizeEvent(event)
        self._make_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card."""
        if event.key() == Qt.Key.Key_Escape and self.panel_width and self._card:
            self.toggle_card()
        else:
            super().keyPressEvent(event)

    def _add_fact(self, words: str) -> None:
        if self._shown is None:
            return
        roots = (self._shown.client, self._shown.workspace)
        made = fresh(Fact, roots, words, self._shown.today, topic=Topic.OTHER, day=self._shown.today)
        if made is not None:
            self.edited.emit(adding(made))

    def _prepare(self) -> None:
        if self._shown:
            self.going.emit(Goto("visits", self._shown.client.key, "", "prepare"))

    def _open_event(self, event: Event) -> None:
        if self._shown:
            self.going.emit(Goto(event.place, self._shown.client.key, event.key))


def _of_topic(facts: tuple[Fact, ...], topic: Topic) -> list[Fact]:
    return [fact for fact in facts if fact.topic is topic or (topic is Topic.OTHER and fact.topic is None)]
