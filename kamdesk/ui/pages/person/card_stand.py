"""How a person stands: radar and figures of now, target and rival, and below it what follows for us (T5)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.client import Client
from kamdesk.client.person_tactic import PersonTactic
from kamdesk.client.sums import Sum, sum_of_gap, sum_of_score
from kamdesk.client.targets import PersonGaps, counted_level
from kamdesk.client.units import tell_day, tell_gap, tell_known
from kamdesk.client.weigh_records import Dimension
from kamdesk.picture.radar import Axis, radar
from kamdesk.picture.shapes import Picture
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.marks import gap_colour
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.sum_card import SumButton
from kamdesk.ui.parts.tiles import Card

_WIDTH, _RADIUS = 250, 58  # points


def person_radar(person: Person, gaps: PersonGaps | None, rival: str, look: Look, today: date) -> Picture:
    """The six levels that count, what is wanted, and the rival's."""
    axes, unknown = [], look.tr("Unknown")
    for dimension in Dimension:
        now, name = counted_level(person, dimension), look.tr(dimension.label)
        wanted = gaps.target.level(dimension) if gaps else None
        theirs = person.rival.counted[dimension].counted if person.rival else None
        counts = person.weighed is None or person.weighed.weights[dimension] > 0
        spoken = f"{name}: {now or unknown}"
        axes.append(Axis(name, now, None, theirs, wanted, muted=not counts, name=dimension.value, spoken=spoken))
    key = [("now", look.tr("Now"))]
    if gaps:
        month = month_of(gaps.target.by, look, today) if gaps.target.by else ""
        key.append(("target", look.tr("Target {month}", month=month) if month else look.tr("Target")))
    if rival and person.rival:
        key.append(("rival", rival))
    spoken = "; ".join(axis.spoken for axis in axes)
    return radar(axes, width=_WIDTH, radius=_RADIUS, key=key, label=spoken)


class Standing(Card):
    """The tile: four figures, each with its arithmetic, and the radar; a dimension leads to the weigh-in."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._client = self._key = ""
        self._person: Person | None = None
        self._gaps: PersonGaps | None = None
        self._whole: Client | None = None
        self.heading = Heading(look, look.tr("Six-dimension weigh-in"))
        self.radar = PictureView(look)
        self.figures: dict[str, SumButton] = {}
        self._words: dict[str, Label] = {}
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(14), px(18), px(12))
        column.setSpacing(look.theme.space("s"))
        column.addWidget(self.heading)
        column.addLayout(self._figures())
        column.addWidget(self.radar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.radar.chosen.connect(self._lead)

    def _figures(self) -> QGridLayout:
        grid, look = QGridLayout(), self.look
        grid.setHorizontalSpacing(look.theme.space("m"))
        grid.setVerticalSpacing(0)
        names = {"now": look.tr("Now"), "target": look.tr("Target"), "rival": look.tr("Rival"), "lead": look.tr("Lead")}
        for column, (name, words) in enumerate(names.items()):
            self._words[name] = Label(look, words, "small", "muted")
            self.figures[name] = SumButton(look, "title", label=words)
            self._words[name].setContentsMargins(look.theme.px(4), 0, 0, 0)
            grid.addWidget(self._words[name], 0, column)
            grid.addWidget(self.figures[name], 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        return grid

    def show_person(self, person: Person, gaps: PersonGaps | None, rival: str, shown: Shown) -> None:
        """Show how this person stands."""
        look = self.look
        self._client, self._key = shown.client.key, person.contact.key
        self._person, self._gaps, self._whole = person, gaps, shown.client
        day = person.weighed.weighin.day if person.weighed else None
        note = tell_day(day, look.words, shown.today) if day else look.tr("not weighed yet")
        if person.weighed and person.score is None:
            note = look.tr("not enough known")
        self.heading.show_note(note)
        self.radar.show_picture(person_radar(person, gaps, rival, look, shown.today))
        self._words["rival"].setText(rival or look.tr("Rival"))
        wanted = gaps.score_wanted if gaps else None
        self.figures["now"].show_number(tell_known(person.score, 1), self._score if person.weighed else None)
        self.figures["target"].show_number(tell_known(wanted, 1), self._gap if gaps else None)
        self.figures["rival"].show_number(tell_known(person.rival_score, 1))
        lead = "–" if person.lead is None else tell_gap(person.lead)
        self.figures["lead"].show_number(lead, colour="text" if person.lead is None else gap_colour(person.lead))

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops."""
        return [*self.figures.values(), self.radar]

    def _score(self) -> Sum | None:
        return sum_of_score(self._whole, self._person) if self._whole and self._person else None

    def _gap(self) -> Sum | None:
        return sum_of_gap(self._gaps) if self._gaps else None

    def _lead(self, _dimension: str) -> None:
        self.going.emit(Goto("weighin", self._client, self._key))


class TacticTile(Card):
    """The tactic for a person in a word, why, and what to do."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._move, self._reason = Label(look, "", "section"), Label(look, "", "small", "muted", elide=True)
        self._advice, self._note = Paragraph(look), Paragraph(look, "", "small", "warn")
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(12), px(18), px(14))
        column.setSpacing(px(4))
        for part in (self._move, self._reason, self._advice, self._note):
            column.addWidget(part)

    def show_tactic(self, tactic: PersonTactic | None) -> None:
        """Show a tactic, or what is missing for one."""
        look = self.look
        known = tactic is not None
        self._move.setText(look.tr(tactic.label) if tactic else look.tr("No tactic yet"))
        self._reason.setText(look.tell(tactic.reason) if tactic else "")
        self._reason.setVisible(known)
        advice = look.tell(tactic.said) if tactic else look.tr("It follows from influence and attitude.")
        self._advice.setText(advice)
        note = look.tell(tactic.note) if tactic and tactic.note else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{self._move.text()}. {advice}")
