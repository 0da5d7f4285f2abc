"""The third column of a visit: the concession ladder with its floor and its limits, and the tactics."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.client.calls import CallState
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.ladder import Ladder, beyond
from kamdesk.client.prefill import Prefilled
from kamdesk.client.proposals import Proposal, words_of
from kamdesk.client.visit_records import Concession, Step, Visit
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.column import ADD_KEY, Block, Opening, VisitColumn
from kamdesk.ui.pages.visit.ladder_rows import TONES, RungDelegate, RungRow, TacticDelegate, TacticRow
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.words import Said

_RUNG = ("item", "step", "offer", "unit", "against", "authority", "call")
_MOST_TACTICS = 5
_ORDER = {Step.OPEN: 0, Step.NEXT: 1, None: 1, Step.FLOOR: 2}


class LadderColumn(VisitColumn):
    """The concession ladder down to its floor, and the tactics of the three-way comparison."""

    tactic = Signal(str)  # the key of a need whose row is wanted

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        self.ladder = Block(
            look,
            tr("Concession ladder"),
            RungDelegate(look),
            adding=tr("Add a step"),
            empty=tr("What do we open with, what can we give, and what for? The last step is the floor."),
            number=3,
            key=ADD_KEY,
            gap=8,
        )
        self.tactics = Block(
            look, tr("Tactics"), TacticDelegate(look), empty=tr("Compare the needs in Rivals, then tactics stand here.")
        )
        self._warning = Paragraph(look, "", "small", "warn")
        self.add_block(self.ladder)
        self.column.setSpacing(0)
        self.column.addSpacing(look.theme.px(6))
        warned = QHBoxLayout()
        over = look.size("overhang")
        warned.setContentsMargins(over, 0, over, 0)
        warned.addWidget(self._warning)
        self.column.addLayout(warned)
        self.column.addSpacing(look.theme.px(18))
        self.add_block(self.tactics)
        assert self.ladder.adding is not None
        self.ladder.adding.named.connect(self._add)

    def show_visit(self, client: Client, workspace: Workspace, visit: Visit, known: Prefilled) -> None:
        """Show the ladder of a visit and the tactics of its client."""
        self.client, self.visit = client, visit
        rungs = [item for item in client.concessions if item.visit == visit.key]
        self.ladder.show_rows(_laddered(rungs, _beyond(known.ladders)))
        items = list(dict.fromkeys(item.item for item in rungs if item.item))
        self.ladder.heading.show_note(items[0] if len(items) == 1 else "")
        sheet = comparison(client, workspace)
        rows = self._tactics(sheet, known)
        self.tactics.show_rows(rows)
        self.tactics.heading.show_note(self.look.tr("from Rivals") if rows else "")
        self._warn(rungs, sheet, known)

    def _warn(self, rungs: list[Concession], sheet: Comparison, known: Prefilled) -> None:
        """Say what the ladder lacks: authority, a floor for each item, an answer where we lose outright."""
        tr = self.look.tr
        told = [warning.tell(self.look.words) for warning in known.warnings]
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

    def _tactics(self, sheet: Comparison, known: Prefilled) -> list[TacticRow]:
        """What was accepted with the words for it, then what is proposed for the needs that move most."""
        planned = {item.row.factor.key for item in known.taken if item.row and item.action}
        order = sorted(known.tactics, key=lambda it: it.state is not CallState.ACCEPTED and it.factor not in planned)
        accepted = sum(it.state is CallState.ACCEPTED for it in order)
        return [self._tactic(it, sheet, planned) for it in order[: max(_MOST_TACTICS, accepted)]]

    def _tactic(self, proposal: Proposal, sheet: Comparison, planned: set[str]) -> TacticRow:
        """Whom or what it is about, with what we do once that is decided, else with what we offer."""
        words, accepted = self.look.words, proposal.state is CallState.ACCEPTED
        row = sheet.row(proposal.factor or "")
        does: Said | str = words_of(proposal) if accepted else row.factor.value if row else ""
        tail = words.tr("in the plan") if proposal.factor in planned else words.tr(CallState.ACCEPTED.label)
        subject = proposal.subject
        return TacticRow(
            key=proposal.factor or proposal.contact or proposal.rival or "",
            label=proposal.label.tell(words),
            icon=proposal.icon,
            tone=TONES.get(proposal.code, "warn") if proposal.factor else "neutral",
            title=subject if isinstance(subject, str) else subject.tell(words),
            words=does if isinstance(does, str) else does.tell(words),
            tail=tail if accepted or proposal.factor in planned else "",
        )

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


def _beyond(held: tuple[Ladder, ...]) -> set[str]:
    """The keys of the rungs that somebody else must allow."""
    return {rung.key for ladder in held for rung in ladder.rungs if beyond(ladder, rung)}


def _laddered(rungs: list[Concession], far: set[str]) -> list[RungRow]:
    """The rungs of each item from the opening to the floor."""
    items = list(dict.fromkeys(rung.item for rung in rungs))
    rows: list[RungRow] = []
    for item in items:
        mine = [rung for rung in rungs if rung.item == item]
        mine.sort(key=lambda rung: (_ORDER[rung.step], rung.rank or 0))
        named = item if len(items) > 1 else ""
        rows.extend(
            RungRow(rung, min(depth, 4), named if depth == 0 else "", rung.key in far)
            for depth, rung in enumerate(mine)
        )
    return rows
