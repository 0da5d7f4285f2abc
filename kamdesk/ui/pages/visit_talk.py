"""The second and third column of a visit: what they may ask and we shall ask; what we can give, and the tactics."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, Row, comparison
from kamdesk.client.visit_records import Concession, PointKind, Step, TalkPoint, Visit
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit_column import Block, Opening, VisitColumn
from kamdesk.ui.pages.visit_ladder_rows import RungDelegate, RungRow, TacticDelegate, TacticRow
from kamdesk.ui.pages.visit_rows import Point, PointDelegate
from kamdesk.ui.parts.labels import Paragraph

_ANSWERED = ("text", "answer", "proof")
_ASKED = ("text", "ask", "answer")
_RUNG = ("item", "step", "offer", "unit", "against")
_MOST_TACTICS = 5
_ORDER = {Step.OPEN: 0, Step.NEXT: 1, None: 1, Step.FLOOR: 2}


class TalkColumn(VisitColumn):
    """Questions of theirs with answer and proof, points of dispute, and what we ask."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        tr = look.tr
        kinds = (
            (
                PointKind.QUESTION,
                tr("Add a question"),
                tr("What will they ask? Write each question; Enter on it then takes our answer."),
            ),
            (PointKind.DISPUTE, tr("Add a point of dispute"), tr("Where do the two sides want different things?")),
            (PointKind.ASK, tr("Add a question of ours"), tr("Three to six: situation, problem, effect, benefit.")),
        )
        self._of: dict[PointKind, Block] = {}
        for kind, adding, empty in kinds:
            first = kind is PointKind.QUESTION
            block = Block(
                look,
                tr(kind.label),
                PointDelegate(look, kind),
                adding=adding,
                empty=empty,
                number=2 if first else 0,
                key="A" if first else "",
                scope=self if first else None,
            )
            self._of[kind] = self.add_block(block)
            assert block.adding is not None
            block.adding.setProperty("kind", kind.value)
            block.adding.named.connect(self._add)
        self.column.addStretch(1)

    def block(self, kind: PointKind) -> Block:
        """The list of one kind of point."""
        return self._of[kind]

    def show_visit(self, client: Client, visit: Visit) -> None:
        """Show the talking points of a visit."""
        self.client, self.visit = client, visit
        names = {contact.key: contact.name for contact in client.contacts}
        for kind, block in self._of.items():
            mine = [item for item in client.points if item.visit == visit.key and item.kind is kind]
            block.show_rows([Point(item, names.get(item.ask or "", "")) for item in mine])
            block.heading.show_note(str(len(mine)) if mine else "")

    def open_row(self, key: str) -> None:
        """Edit a point; one without an answer begins there."""
        record = self.client.get(key) if self.client else None
        if isinstance(record, TalkPoint):
            answered = record.kind is not PointKind.ASK
            start = "answer" if answered and not record.answer else "text"
            self.opening.emit(Opening(record, _ANSWERED if answered else _ASKED, start, self.rows_of_sender()))

    def tick_row(self, key: str) -> None:
        """Tick a point: talked about."""
        record = self.client.get(key) if self.client else None
        if isinstance(record, TalkPoint):
            self.did.emit(steps.tick(record))

    def remove_row(self, key: str) -> None:
        """Take a point away."""
        if self.client and (record := self.client.get(key)):
            self.did.emit(steps.remove(self.client, record))

    def _add(self, words: str) -> None:
        kind = PointKind(self.sender().property("kind"))
        if self.client and self.visit:
            self.did.emit(steps.new_point(self.client, self.visit, kind, words)[1])


class LadderColumn(VisitColumn):
    """The concession ladder down to its floor, and the tactics of the three-way comparison."""

    tactic = Signal(str)  # the key of a need whose row is wanted

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        tr = look.tr
        self.ladder = Block(
            look,
            tr("Concession ladder"),
            RungDelegate(look),
            adding=tr("Add a step"),
            empty=tr("What do we open with, what can we give, and what for? The last step is the floor."),
            number=3,
            key="A",
            scope=self,
        )
        self.tactics = Block(
            look, tr("Tactics"), TacticDelegate(look), empty=tr("Compare the needs in Rivals, then tactics stand here.")
        )
        self._warning = Paragraph(look, "", "small", "warn")
        self.add_block(self.ladder)
        self.column.setSpacing(0)
        self.column.addSpacing(look.theme.px(6))
        self.column.addWidget(self._warning)
        self.column.addSpacing(look.theme.px(18))
        self.add_block(self.tactics)
        self.column.addStretch(1)
        assert self.ladder.adding is not None
        self.ladder.adding.named.connect(self._add)

    def show_visit(self, client: Client, workspace: Workspace, visit: Visit) -> None:
        """Show the ladder of a visit and the tactics of its client."""
        self.client, self.visit = client, visit
        rungs = [item for item in client.concessions if item.visit == visit.key]
        self.ladder.show_rows(_laddered(rungs))
        items = list(dict.fromkeys(item.item for item in rungs if item.item))
        self.ladder.heading.show_note(items[0] if len(items) == 1 else "")
        sheet = comparison(client, workspace)
        rows = [TacticRow(row, self._told(row)) for row in _acting(sheet)]
        self.tactics.show_rows(rows)
        self.tactics.heading.show_note(self.look.tr("from Rivals") if rows else "")
        self._warn(rungs, sheet)

    def _warn(self, rungs: list[Concession], sheet: Comparison) -> None:
        """Say what the ladder lacks: a floor for each item, something in return, an answer where we lose outright."""
        tr = self.look.tr
        told = []
        without = [item for item in dict.fromkeys(rung.item for rung in rungs) if not _has_floor(rungs, item)]
        if without and rungs:
            name = without[0]
            told.append(
                tr("“{item}” has no floor yet; F makes a step the floor", item=name)
                if name
                else tr("No floor yet; F makes a step the floor")
            )
        if sheet.fatal and not rungs:
            told.append(tr("We lose on “{need}”: the ladder must answer it", need=sheet.fatal[0].factor.name))
        self._warning.setText("\n".join(told))
        self._warning.setVisible(bool(told))

    def _told(self, row: Row) -> str:
        factor = row.factor
        if not factor.value:
            return factor.name
        return self.look.tr("{need}: {value}", need=factor.name, value=factor.value)

    def open_row(self, key: str) -> None:
        """Edit a rung, or go to a need in the comparison."""
        record = self.client.get(key) if self.client else None
        if isinstance(record, Concession):
            start = "offer" if record.against else "against"
            self.opening.emit(Opening(record, _RUNG, start, self.ladder.rows))
        elif record is not None:
            self.tactic.emit(key)

    def remove_row(self, key: str) -> None:
        """Take a rung away."""
        record = self.client.get(key) if self.client else None
        if self.client and isinstance(record, Concession):
            self.did.emit(steps.remove(self.client, record))

    def make_floor(self) -> None:
        """Make the current rung the floor."""
        record = self.client.get(self.ladder.rows.current_key()) if self.client else None
        if self.client and isinstance(record, Concession) and record.step is not Step.FLOOR:
            self.did.emit(steps.set_floor(self.client, record))

    def _add(self, words: str) -> None:
        if self.client and self.visit:
            self.did.emit(steps.new_rung(self.client, self.visit, words)[1])


def _has_floor(rungs: list[Concession], item: str) -> bool:
    return any(rung.step is Step.FLOOR for rung in rungs if rung.item == item)


def _laddered(rungs: list[Concession]) -> list[RungRow]:
    """The rungs of each item from the opening to the floor."""
    items = list(dict.fromkeys(rung.item for rung in rungs))
    rows: list[RungRow] = []
    for item in items:
        mine = [rung for rung in rungs if rung.item == item]
        mine.sort(key=lambda rung: (_ORDER[rung.step], rung.rank or 0))
        named = item if len(items) > 1 else ""
        rows.extend(RungRow(rung, min(depth, 4), named if depth == 0 else "") for depth, rung in enumerate(mine))
    return rows


def _acting(sheet: Comparison) -> list[Row]:
    """The needs worth acting on, those that move most first."""
    rows = [row for row in sheet.rows if row.tactic is not None]
    return sorted(rows, key=lambda row: -abs(row.impact or 0.0))[:_MOST_TACTICS]
