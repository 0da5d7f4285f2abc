"""The six dimensions of a whole client as a block: now, at the weigh-ins before, the rival's, and what is wanted."""

from __future__ import annotations

from kamdesk.client.units import tell_decimal
from kamdesk.client.wanted import wanted_levels
from kamdesk.client.weigh_records import Dimension
from kamdesk.picture.radar import Axis, radar
from kamdesk.picture.shapes import Picture
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.picture_view import PictureView

_WIDTH, _RADIUS = 252.0, 76.0  # points


class RadarBlock(Block):
    """The radar of the account."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Radar of the client"))
        self.picture = PictureView(look)
        self.column.addWidget(self.picture, 1)

    def show_relation(self, relation: Relation) -> None:
        """Show the four series."""
        look, figures = self.look, relation.account
        note = look.trn("{n} person, by influence", "{n} people, by influence", figures.weighed)
        self.heading.show_note(note if figures.weighed else look.tr("nobody weighed yet"))
        self.picture.show_picture(_radar(relation, look))


def _radar(relation: Relation, look: Look) -> Picture:
    figures, wanted = relation.account, wanted_levels(relation.account, relation.targets)
    axes = []
    for dimension in Dimension:
        now, theirs, aim = figures.now[dimension], figures.rival_levels[dimension], wanted[dimension]
        told = [look.tr(dimension.label), _level(look.tr("Now"), now)]
        told += [_level(relation.rival, theirs)] if theirs is not None else []
        told += [_level(look.tr("Target"), aim)] if aim is not None else []
        spoken = ", ".join(told)
        axes.append(Axis(look.tr(dimension.label), now, figures.last[dimension], theirs, aim, spoken=spoken))
    key = [("now", look.tr("Now"))]
    if figures.last_day:
        key.append(("last", month_of(figures.last_day, look, relation.shown.today)))
    if relation.rival and figures.rival_ari is not None:
        key.append(("rival", relation.rival))
    if any(level is not None for level in wanted.values()):
        key.append(("target", look.tr("Target")))
    spoken = "; ".join(axis.spoken for axis in axes)
    return radar(axes, width=_WIDTH, radius=_RADIUS, key=key, values=False, label=spoken)


def _level(name: str, level: float | None) -> str:
    return f"{name} {'?' if level is None else tell_decimal(level, 2)}"
