"""The head of a visit: how far it is prepared, what it is for, when and where, and its three goals."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.record import Value, field_of
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_moment
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import Readiness, local_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.words import ready_words, result_words
from kamdesk.ui.parts.figures import Chip, RingFigure
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.words import N_

_GOALS = (
    ("best", N_("Best"), N_("What will they do, by when?")),
    ("minimum", N_("At least"), N_("What is the least we accept?")),
    ("reason", N_("Reason for the client"), N_("Why should they see us?")),
)
_NAMED = 3  # of what is missing
DIRECTIONS = {True: QBoxLayout.Direction.LeftToRight, False: QBoxLayout.Direction.TopToBottom}


class VisitHead(QWidget):
    """Ring, objective, day, length, place; everything is edited where it stands."""

    changed = Signal(str, object)  # the name of a field, its new value

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._key = ""
        self._chip: Chip | None = None
        self._chip_said = ("", "", "")
        tr = look.tr
        self.ring = RingFigure(look, look.size("ring_figure", 2) / look.theme.scale, figure=True)
        self.fields = {
            "objective": self._field("objective", tr("What is this visit for? One sentence"), "aim", most=2),
            "at": self._field("at", tr("Day and time")),
            "minutes": self._field("minutes", tr("Length")),
            "place": self._field("place", tr("Place")),
            "kind": self._field("kind", tr("Which kind?")),
            "step": self._field("step", tr("Which buying step?")),
        }
        self.missing = LineButton(look, icon="list", icon_colour="warn")
        self.warning = LineButton(look, icon="triangle-alert", icon_colour="warn", colour="warn")
        self.tiles = {name: GoalTile(look, name, tr(label), tr(empty)) for name, label, empty in _GOALS}
        self._arrange()
        for name, field in self.fields.items():
            field.setObjectName(name)
            field.committed.connect(self._commit)
        for name, tile in self.tiles.items():
            tile.value.setObjectName(name)
            tile.value.committed.connect(self._commit)

    def _field(self, name: str, empty: str, role: str = "body", most: int = 1) -> InPlace:
        aim = role == "aim"
        colour, wide = ("text", 360) if aim else ("text2", 150)
        return InPlace(self.look, field_of(Visit, name), empty, role=role, colour=colour, most=most, wide=wide)

    def _arrange(self) -> None:
        px = self.look.theme.px
        facts = QHBoxLayout()
        facts.setSpacing(px(4))
        for name in ("at", "minutes", "place", "kind", "step"):
            facts.addWidget(self.fields[name], 0, Qt.AlignmentFlag.AlignTop)
        facts.addStretch(1)
        self.chip_row = QHBoxLayout()
        self.chip_row.setSpacing(px(8))
        self._row = QBoxLayout(DIRECTIONS[True])
        self._row.setSpacing(px(12))
        self._row.addWidget(self.fields["objective"], 1, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self.chip_row)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(self._row)
        words.addLayout(facts)
        for line in (self.missing, self.warning):
            line.hide()
            words.addWidget(line)
        aim, self._goals = QHBoxLayout(), QHBoxLayout()
        aim.setSpacing(px(12))
        aim.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        aim.addLayout(words, 1)
        for tile in self.tiles.values():
            self._goals.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(aim)
        column.addLayout(self._goals)
        self.show_wide(True)

    def show_wide(self, wide: bool) -> None:
        """Set the button beside the aim, or below it where there is little room."""
        self._row.setDirection(DIRECTIONS[wide])
        self._goals.setSpacing(self.look.theme.space("xl" if wide else "s"))
        self.chip_row.setAlignment(Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft)

    def show_visit(self, shown: Shown, visit: Visit, ready: Readiness) -> None:
        """Show a visit; what is half typed stays while it is the same one."""
        other, self._key = visit.key != self._key, visit.key
        soon = visit.at is not None and (local_day(visit.at) - shown.today).days <= 1
        self.ring.show_share(ready.done, ready.total, soon=soon)
        self.ring.setVisible(ready.total > 0)
        words, tr = self.look.words, self.look.tr
        told = {
            "objective": visit.objective,
            "at": tell_moment(visit.at, words, shown.today) if visit.at else "",
            "minutes": tr("{n} minutes", n=visit.minutes) if visit.minutes is not None else "",
            "place": visit.place,
            "kind": tr(visit.kind.label) if visit.kind else "",
            "step": tr("Buying step {n}", n=visit.step) if visit.step else "",
        }
        for name, field in self.fields.items():
            field.reckon_from(shown.today)
            field.show_value(getattr(visit, name), told[name], other=other)
        for name, tile in self.tiles.items():
            tile.value.show_value(getattr(visit, name), getattr(visit, name), other=other)
        self._show_missing(visit, ready)
        self._show_chip(result_words(visit, self.look) or ready_words(ready, self.look))

    def _show_missing(self, visit: Visit, ready: Readiness) -> None:
        """Name what is missing before one may go; a press leads to the first of it."""
        open_ones = ready.missing_musts or (ready.missing if not ready.ready else ())
        named = tell_list([item.text for item in open_ones[:_NAMED]], self.look.words)
        more = len(open_ones) - _NAMED
        tail = self.look.trn("and {n} more", "and {n} more", more) if more > 0 else ""
        self.missing.show_line(named, icon="list", icon_colour="warn", lead=self.look.tr("Still missing"), tail=tail)
        self.missing.setVisible(bool(open_ones) and visit.result is None)

    def warn(self, told: str) -> None:
        """Say what speaks against this day and hour; "" for nothing."""
        self.warning.show_line(told, icon="triangle-alert", icon_colour="warn")
        self.warning.setVisible(bool(told))

    def _show_chip(self, said: tuple[str, str, str]) -> None:
        if said == self._chip_said:
            return
        self._chip_said = said
        if self._chip is not None:
            self.chip_row.removeWidget(self._chip)
            self._chip.deleteLater()
            self._chip = None
        if said[0]:
            self._chip = Chip(self.look, *said)
            self.chip_row.insertWidget(0, self._chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def _commit(self, value: Value) -> None:
        sender = self.sender()
        if sender is not None:
            self.changed.emit(sender.objectName(), value)


class GoalTile(QFrame):
    """A label and a goal that is edited in place."""

    def __init__(self, look: Look, name: str, label: str, empty: str) -> None:
        super().__init__()
        px = look.theme.px
        self.setProperty("part", "tile")
        self.value = InPlace(look, field_of(Visit, name), empty, role="name", most=3)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(9), px(9), px(9), px(7))
        column.setSpacing(0)
        words = Label(look, label, "small", "text2")
        words.setIndent(px(6))
        column.addWidget(words)
        column.addWidget(self.value)
        column.addStretch(1)
