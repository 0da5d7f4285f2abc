"""The top of the account's face: what it comes to in two lines, and the figures a boss asks for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client import sums
from kamdesk.client.account import role_cover
from kamdesk.client.rollup import LightColour
from kamdesk.client.units import tell_decimal, tell_gap, tell_known
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.relation.figures import FigureStrip
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.figure_column import FigureColumn
from kamdesk.ui.parts.figures import Figure
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.marks import mark
from kamdesk.ui.parts.painters import rounded, square
from kamdesk.ui.parts.sum_card import Arithmetic
from kamdesk.words import Said, said

_LAMPS = (
    (LightColour.RED, "bad", "square"),
    (LightColour.AMBER, "warn", "triangle"),
    (LightColour.GREEN, "ok", "circle"),
)


class Lamps(Figure):
    """Three lamps in a row, one of them lit: the place, the shape and the colour each tell which."""

    def __init__(self, look: Look) -> None:
        px = look.theme.px
        super().__init__(look, px(70), px(26))
        self._colour: LightColour | None = None

    def show_colour(self, colour: LightColour) -> None:
        """Light one lamp."""
        self._colour = colour
        self.setAccessibleName(self.look.tr(colour.label))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the case and the lamps."""
        look, px = self.look, self.look.theme.px
        edge = QPen(look.colour("edge"), 1)
        rounded(painter, rect, rect.height() / 2, look.colour("canvas"), edge)
        for at, (colour, ink, shape) in enumerate(_LAMPS):
            middle = rect.center()
            middle.setX(rect.left() + rect.width() * (at + 0.5) / len(_LAMPS))
            lit = colour is self._colour
            box = square(middle, px(16 if lit else 8))
            if not lit:
                mark(painter, box, "ring", look.colour("edge"))
            elif shape == "square":
                rounded(painter, box.adjusted(1, 1, -1, -1), px(3), look.colour(ink))
            else:
                mark(painter, box, shape, look.colour(ink))


class HeadFigure(FigureColumn):
    """One figure of the account; all of them stand on one line whatever their size."""

    def __init__(self, look: Look, label: str, role: str = "figure", *, apart: int = 4) -> None:
        super().__init__(look, label, role, apart=apart)
        self.number.setFixedHeight(QFontMetrics(look.fonts.bold("figure")).height())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_figure(
        self,
        text: str,
        arithmetic: Arithmetic | None,
        line: str = "",
        gap: float | None = None,
        *,
        label: str = "",
        colour: str = "text",
    ) -> None:
        """Show a figure, what stands below it, and a difference with its sign before that."""
        if label:
            self.label.setText(label)
        self.number.show_number(text, arithmetic, colour=colour)
        self.show_gap(gap, line)
        self.note.setToolTip(line)
        items = [item for at in range(self.row.indexOf(self.number) + 1) if (item := self.row.itemAt(at)) is not None]
        whole = sum(item.sizeHint().width() for item in items) + self.row.spacing() * (len(items) - 1)
        self.setMinimumWidth(max(self.look.theme.px(96), whole))


class RelationHead(QWidget):
    """Two lines in words, then light, both indexes, coverage, lead and role cover."""

    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        font = look.fonts.bold("aim")
        self._first, self._second = Paragraph(look, role="aim", font=font), Paragraph(look, role="aim", font=font)
        self.light = HeadFigure(look, tr("Key people"), "page", apart=0)
        self.lamps = Lamps(look)
        self.light.row.insertWidget(0, self.lamps)
        self.ari = HeadFigure(look, tr("Index (ARI)"))
        self.low = HeadFigure(look, tr("Conservative"))
        self.coverage = HeadFigure(look, tr("Coverage"))
        self.lead = HeadFigure(look, tr("Lead"))
        self.roles = HeadFigure(look, tr("Roles covered"))
        self._arrange()

    def columns(self) -> tuple[HeadFigure, ...]:
        """The figures as they are read."""
        return (self.light, self.ari, self.low, self.coverage, self.lead, self.roles)

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.figures = FigureStrip(self.look, self.columns())
        for figure in self.columns():
            figure.leading.connect(self.leading)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._first)
        words.addWidget(self._second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addLayout(words)
        column.addWidget(self.figures)

    def show_relation(self, relation: Relation) -> None:
        """Show the figures of a client."""
        tell = self.look.tell
        self._first.setText(tell(_about_us(relation)))
        self._second.setText(tell(_about_rival(relation, self.look)))
        self._show_light(relation)
        self._show_indexes(relation)
        self._show_lead(relation)

    def _show_light(self, relation: Relation) -> None:
        look, client = self.look, relation.shown.client
        colour = relation.light.colour
        self.lamps.show_colour(colour)
        arithmetic = partial(sums.sum_of_light, client, relation.account)
        n = len(relation.key_people)
        self.light.show_figure(look.tr(colour.label), arithmetic, look.trn("{n} key person", "{n} key people", n))

    def _show_indexes(self, relation: Relation) -> None:
        look, client, figures = self.look, relation.shown.client, relation.account
        whole = sum(person.influence for person in figures.people)
        known = sum(person.influence for person in figures.people if person.score is not None)
        told = look.trn("{n} person weighed", "{n} people weighed", figures.weighed)
        if figures.change is not None and figures.last_day:
            told = look.tr("vs {month}", month=month_of(figures.last_day, look, relation.shown.today))
        ari, low = (tell_known(value, 2, "–") for value in (figures.ari, figures.ari_conservative))
        self.ari.show_figure(ari, partial(sums.sum_of_ari, figures), told, figures.change)
        missing = sum(person.score is None for person in figures.people if person.influence)
        told = (
            look.trn(
                "{n} not weighed, taken as {level}",
                "{n} not weighed, taken as {level}",
                missing,
                level=tell_decimal(client.rules.unweighed, 1),
            )
            if missing
            else look.tr("all are weighed")
        )
        self.low.show_figure(low, partial(sums.sum_of_conservative, figures), told)
        share = look.tr("influence {known} of {whole}", known=known, whole=whole)
        covered = f"{figures.coverage:.0%}" if whole else "–"
        self.coverage.show_figure(covered, partial(sums.sum_of_cover, figures), share)

    def _show_lead(self, relation: Relation) -> None:
        look, client, figures = self.look, relation.shown.client, relation.account
        label = look.tr("Lead over {rival}", rival=relation.rival) if relation.rival else look.tr("Lead")
        arithmetic = partial(sums.sum_of_lead, figures, relation.rival)
        if figures.lead is None or figures.lead_word is None:
            told = look.tr("the rival is not weighed yet") if relation.rival else look.tr("no main rival yet")
            self.lead.show_figure("–", None, told, label=label)
        else:
            told = look.tr(figures.lead_word.label)
            self.lead.show_figure(tell_gap(figures.lead, 2), arithmetic, told, label=label)
        cover = role_cover(figures.people, client.rules)
        done = sum(covered for _, _, covered in cover)
        told = look.tr("from {level} on", level=tell_decimal(client.rules.covers, 1))
        self.roles.show_figure(f"{done} / {len(cover)}", partial(sums.sum_of_roles, figures), told)


def _about_us(relation: Relation) -> Said:
    """The light in words."""
    return said("{colour}: {reason}.", colour=Said(relation.light.colour.label), reason=relation.light.reason)


def _about_rival(relation: Relation, look: Look) -> Said:
    """Against whom, how far, and who must be won."""
    figures = relation.account
    if figures.ari is None:
        return said("Nobody is weighed yet: weigh the key people first.")
    if not relation.rival:
        return said("No main rival is named, so nobody knows how far ahead we are.")
    if figures.lead is None or figures.lead_word is None:
        return said("How {rival} stands with these people is not estimated yet.", rival=relation.rival)
    values = {"word": Said(figures.lead_word.label), "rival": relation.rival, "lead": tell_gap(figures.lead, 2)}
    if not relation.contested:
        return said("Against {rival}: {word} ({lead}); no key person is lost to them.", **values)
    names = ("、" if look.words.chinese else ", ").join(person.contact.name for person in relation.contested[:3])
    return said("Against {rival}: {word} ({lead}); must win: {names}.", names=names, **values)
