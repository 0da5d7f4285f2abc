"""Where we win outright and where we lose outright, each with what is still missing; a press leads to the need."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.kills import Kill, Kills
from kamdesk.client.units import tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.parts.anew import emptied, keyboard_kept
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.sign_lines import CheckLine

Line = tuple[Kill, str, str, str, str]  # icon, colour, words, what is missing or planned


class KillsPart(QWidget):
    """Kill points, fatal weaknesses with their plan, and what would be a kill point but for one thing."""

    need_wanted = Signal(str)  # key of a need
    ladder_wanted = Signal(str)  # key of the visit whose ladder answers a weakness, "" where none does

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._kills: dict[CheckLine, Kill] = {}
        self._heading = Heading(look, look.tr("Kill points"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(6))
        column.addWidget(self._heading)
        column.addLayout(self._lines)

    def show_kills(self, found: Kills) -> None:
        """Show them; nothing stands here where there is none."""
        self._heading.show_count(len(found.ours) or "")
        with keyboard_kept((self,)):
            emptied(self._lines)
            self._kills = {}
            for kill, icon, ink, told, why in self._told(found):
                line = CheckLine(self.look, icon, ink, told, why)
                self._kills[line] = kill
                self._lines.addWidget(line)
                line.clicked.connect(self._go)
        self.setVisible(bool(self._kills))

    def _told(self, found: Kills) -> Iterator[Line]:
        tr = self.look.tr
        for kill in found.ours:
            yield (kill, "crosshair", "ok" if kill.sure else "warn", self._named(kill), self._missing(kill))
        for kill in found.theirs:
            told = tr("They win outright: {need}", need=self._named(kill))
            yield (kill, "triangle-alert", "bad", told, self._plan(kill))
        for kill in found.nearly:
            told = tr("Nearly: {need}", need=self._named(kill))
            yield (kill, "circle-dashed", "muted", told, self._missing(kill))

    def _named(self, kill: Kill) -> str:
        gap = tell_gap(kill.row.gap, 0) if kill.row.gap is not None else "?"
        return self.look.tr("{need}, gap {gap}", need=kill.row.factor.name, gap=gap)

    def _missing(self, kill: Kill) -> str:
        return "; ".join(self.look.tell(lacks) for lacks in kill.missing)

    def _plan(self, kill: Kill) -> str:
        if kill.plan is None:
            return self.look.tr("No concession ladder answers it yet")
        offered = " ".join(filter(None, (kill.plan.item, kill.plan.offer)))
        return self.look.tr("Concession ladder: {offer}", offer=offered)

    def _go(self) -> None:
        line = self.sender()
        if not isinstance(line, CheckLine):
            return
        kill = self._kills[line]
        if kill.row.fatal:
            self.ladder_wanted.emit((kill.plan.visit or "") if kill.plan else "")
        else:
            self.need_wanted.emit(kill.row.factor.key)
