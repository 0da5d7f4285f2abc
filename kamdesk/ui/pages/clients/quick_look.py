"""The client at a glance beside the list: four figures, the next visit, who decides, the radar, what to ask."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Account, account
from kamdesk.client.client import Client
from kamdesk.client.plan_records import Side
from kamdesk.client.rival_records import Rival
from kamdesk.client.units import tell_gap, tell_known
from kamdesk.client.unknowns import unknowns
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import next_visit, readiness
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import account_radar, month_of
from kamdesk.ui.pages.clients.rows import when
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.pages.person.rows import PersonDelegate, key_of
from kamdesk.ui.pages.told_rows import ToldList, UnknownDelegate, unknown_key
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import Figure, GradeBadge, LogoTile, RingFigure
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.marks import gap_colour, triangle
from kamdesk.ui.parts.painters import paint_text, text_width
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.ui.parts.tiles import Card

_PEOPLE, _ASKS = 5, 3
_SOON = timedelta(days=1)


class QuickLook(QWidget):
    """Shows one client; everything in it leads to its place."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._key = ""
        self._head = _Head(look)
        self._figures = _Figures(look)
        self._visit = _VisitCard(look)
        self._people_heading = Heading(look, look.tr("People who decide"))
        delegate = PersonDelegate(look, "tile")
        self._people = RowList(delegate, look.tr("People who decide"), key=key_of, growing=True)
        self._radar_heading = Heading(look, look.tr("Six dimensions"))
        self._radar = PictureView(look)
        asks = UnknownDelegate(look, look.size("row_term"))
        self._asks = ToldList(look, look.tr("Worth asking"), asks, unknown_key, most=_ASKS)
        body = QWidget()
        column = QVBoxLayout(body)
        theme = look.theme
        column.setContentsMargins(theme.space("xl"), theme.px(4), theme.size("gutter_right"), theme.space("l"))
        column.setSpacing(theme.space("m"))
        parts = (self._head, self._figures, self._visit, self._people_heading, self._people)
        for part in (*parts, self._radar_heading, self._radar, self._asks):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))
        self._visit.going.connect(self.going)
        self._people.opened.connect(self._open_person)
        self._people.clicked.connect(self._click_person)
        self._asks.going.connect(self.going)

    def show_client(self, shown: Shown, now: datetime) -> None:
        """Show this client."""
        client, look = shown.client, self.look
        self._key = client.key
        figures = account(client, shown.today)
        rival = shown.workspace.get(figures.rival)
        name = rival.called if isinstance(rival, Rival) else ""
        self._head.show_client(client, shown.today.year)
        self._figures.show_items(_items(client, figures, name, shown, look))
        self._visit.show_visit(client, next_visit(client, now), shown, now)
        people = figures.people[:_PEOPLE]
        self._people.show_rows(people)
        self._people_heading.show_note("" if len(figures.people) <= _PEOPLE else str(len(figures.people)))
        self._people_heading.setVisible(bool(people))
        self._people.setVisible(bool(people))
        weighed = figures.ari is not None
        self._radar_heading.setVisible(weighed)
        self._radar.setVisible(weighed)
        if weighed:
            self._radar.show_picture(account_radar(figures, name, look, shown.today, width=252, radius=51))

        self._asks.show_told(unknowns(client, shown.workspace, shown.today), client.key)

    def _open_person(self, key: str) -> None:
        self.going.emit(Goto("people", self._key, key))

    def _click_person(self) -> None:
        self._open_person(self._people.current_key())


Item = tuple[str, str, str, float | None]  # label, figure, line below, a lead to mark


def _items(client: Client, figures: Account, rival: str, shown: Shown, look: Look) -> list[Item]:
    changed = ""
    if figures.change is not None and figures.last_day:
        month = month_of(figures.last_day, look, shown.today)
        changed = look.tr("{gap} vs {month}", gap=tell_gap(figures.change), month=month)
    contested = len(figures.contested)
    behind = look.trn("behind at {n}", "behind at {n}", contested) if contested else look.tr("behind at none")
    open_ones = [action for action in client.actions if action.done is None]
    ours = [action for action in open_ones if action.side is not Side.THEIRS]
    late = sum(1 for action in open_ones if action.due and action.due < shown.today)
    return [
        (look.tr("Weigh-in"), tell_known(figures.ari, 1), changed, None),
        (
            look.tr("Against {rival}", rival=rival) if rival else look.tr("Against the rival"),
            tell_gap(figures.lead) if figures.lead is not None else "?",
            behind if figures.lead is not None else "",
            figures.lead,
        ),
        (
            look.tr("Weighed"),
            f"{figures.weighed}/{len(figures.people)}",
            look.tr("{share} known", share=f"{figures.coverage:.0%}"),
            None,
        ),
        (
            look.tr("We owe"),
            str(len(ours)),
            look.trn("{n} late", "{n} late", late) if late else look.tr("none late"),
            None,
        ),
    ]


class _Head(QWidget):
    """Logo, name, what it is, grade."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._logo = LogoTile(look, 3)
        self._name = Label(look, "", "section", elide=True)
        self._line = Label(look, "", "small", "muted", elide=True)
        self._grade = GradeBadge(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, look.theme.px(4))
        row.setSpacing(look.theme.space("m"))
        words = QVBoxLayout()
        words.setSpacing(look.theme.px(2))
        words.addWidget(self._name)
        words.addWidget(self._line)
        row.addWidget(self._logo)
        row.addLayout(words, 1)
        row.addWidget(self._grade)

    def show_client(self, client: Client, year: int) -> None:
        """Show this client."""
        company, look = client.company, self.look
        self._logo.show_company(company.key, company.called, company.logo)
        self._name.setText(company.name)
        self._name.setToolTip(company.name)
        since = company.since
        age = look.tr("year {n}", n=year - since + 1) if since and since <= year else ""
        self._line.setText(" · ".join(part for part in (company.industry, company.region, age) if part))
        self._grade.show_grade(company.grade)


class _Figures(Figure):
    """Four figures side by side, a thin line between them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 1, look.theme.px(60))
        self.setMinimumWidth(0)
        self.setMaximumWidth(16_777_215)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._items: list[Item] = []

    def show_items(self, items: list[Item]) -> None:
        """Show these."""
        self._items = items
        self.setAccessibleName("; ".join(f"{label}: {figure}" for label, figure, _, _ in items))
        self.update()

    def _widths(self, width: float, gap: float) -> list[float]:
        """Each column the room of its words, what is left over shared alike; all narrower when there is too little."""
        small, large = self.look.font("small"), self.look.fonts.sized(12, 600)
        wanted = [
            max(text_width(label, small), text_width(line, small), text_width(figure, large) + self.look.theme.px(14))
            + 2
            for label, figure, line, _ in self._items
        ]
        room = width - gap * (len(wanted) - 1)
        if sum(wanted) > room:
            return [each * room / sum(wanted) for each in wanted]
        return [each + (room - sum(wanted)) / max(1, len(wanted)) for each in wanted]

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the columns."""
        look, px = self.look, self.look.theme.px
        left, gap = rect.left(), px(14)
        widths = self._widths(rect.width(), gap)
        for at, (label, figure, line, lead) in enumerate(self._items):
            room = widths[at]
            left += widths[at - 1] + gap if at else 0
            if at:
                painter.fillRect(QRectF(left - px(7), rect.top(), 1, rect.height()), look.colour("line"))
            paint_text(painter, QRectF(left, 0, room, px(18)), label, look.font("small"), look.colour("muted"))
            ink, mark = look.colour("text"), 0
            if lead is not None:
                ink, mark = look.colour(gap_colour(lead)), px(13)
                _mark(painter, QPointF(left, px(30)), lead, look)
            second = QRectF(left + mark, px(19), room - mark, px(22))
            paint_text(painter, second, figure, look.fonts.sized(12, 600), ink)
            paint_text(painter, QRectF(left, px(42), room, px(18)), line, look.font("small"), look.colour("text2"))


def _mark(painter: QPainter, left: QPointF, lead: float, look: Look) -> None:
    side = look.theme.px(8)
    box = QRectF(left.x(), left.y() - side / 2, side, side)
    ink = look.colour(gap_colour(lead))
    if abs(lead) < 0.05:
        painter.fillRect(QRectF(box.left(), left.y() - 1, side, 2), ink)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    triangle(painter, box, up=lead > 0)


class _VisitCard(Card):
    """The next visit and the button that prepares it."""

    going = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__("card")
        self.look = look
        self._goto = Goto("visits")
        self._ring = RingFigure(look, 46, figure=True)
        self._when = Label(look, "", "body", strong=True, elide=True)
        self._aim = Label(look, "", "small", "text2", elide=True)
        self._prepare = Button(look, look.tr("Prepare"), "primary", small=True)
        row = QHBoxLayout(self)
        px = look.theme.px
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._when)
        words.addWidget(self._aim)
        row.addWidget(self._ring)
        row.addLayout(words, 1)
        row.addWidget(self._prepare)
        self._prepare.clicked.connect(self._go)

    def show_visit(self, client: Client, visit: Visit | None, shown: Shown, now: datetime) -> None:
        """Show a visit, or that none is planned."""
        look = self.look
        if visit is None or visit.at is None:
            self._goto = Goto("visits", client.key, "", "new")
            self._ring.hide()
            self._when.setText(look.tr("No next visit"))
            self._aim.setText(look.tr("Nothing is planned yet"))
            self._prepare.show_words(look.tr("Plan a visit"))
            return
        ready = readiness(visit, client.checks)
        self._goto = Goto("visits", client.key, visit.key, "prepare")
        self._ring.setVisible(ready.total > 0)
        self._ring.show_share(ready.done, ready.total, soon=visit.at - now < _SOON)
        self._when.setText(when(visit.at, look, shown.today))
        self._aim.setText(visit.objective or look.tr("Objective still open"))
        self._aim.setToolTip(visit.objective)
        self._prepare.show_words(look.tr("Prepare"))

    def _go(self) -> None:
        self.going.emit(self._goto)
