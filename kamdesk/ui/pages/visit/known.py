"""What is known and leads elsewhere: promises of both sides, what the rivals did of late."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.moves import Move
from kamdesk.client.prefill import Prefilled
from kamdesk.client.promises import Entry
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.column import Block, VisitColumn
from kamdesk.ui.pages.visit.told_rows import Told, ToldDelegate

_MOST_PROMISES, _MOST_MOVES = 6, 4


class PromisesPart(VisitColumn):
    """Open promises, ours and theirs, the first due first."""

    wanted = Signal(str)  # the key of an action

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        empty = tr("Nothing is promised, on either side.")
        self.promises = Block(look, tr("Open promises"), ToldDelegate(look), empty=empty)
        self.add_block(self.promises)

    def show_known(self, known: Prefilled, today: date) -> None:
        """Show what is owed."""
        ours, theirs = known.promises.ours_open, known.promises.theirs_open
        half = _MOST_PROMISES // 2
        shown = [*ours[: max(half, _MOST_PROMISES - len(theirs))], *theirs[: max(half, _MOST_PROMISES - len(ours))]]
        self.promises.show_rows([self._row(entry, entry in ours, today) for entry in shown])
        tr = self.look.tr
        note = tr("ours {ours}, theirs {theirs}", ours=len(ours), theirs=len(theirs)) if ours or theirs else ""
        self.promises.heading.show_note(note)

    def _row(self, entry: Entry, ours: bool, today: date) -> Told:
        look = self.look
        icon = "arrow-up-right" if ours else "arrow-down-left"
        who = entry.who or (look.tr("Ours") if ours else look.tr("Theirs"))
        tail, ink = _due(entry, look, today)
        return Told(entry.action.key, entry.action.text, who, tail, icon, tail_ink=ink)

    def open_row(self, key: str) -> None:
        """Go to the promise."""
        self.wanted.emit(key)


class MovesPart(VisitColumn):
    """What rivals did of late, with source and day."""

    wanted = Signal(str)  # the key of a rival

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        self._rivals: dict[str, str] = {}
        empty = tr("Nothing is on record about rivals here. Ask, and write it down with its source.")
        self.moves = Block(look, tr("Rival's moves"), ToldDelegate(look), empty=empty)
        self.add_block(self.moves)

    def show_known(self, known: Prefilled, today: date) -> None:
        """Show the newest of what rivals did."""
        shown = known.moves[:_MOST_MOVES]
        self._rivals = {move.key: move.rival.key for move in shown}
        self.moves.show_rows([self._row(move, today) for move in shown])
        more = len(known.moves) - len(shown)
        self.moves.heading.show_note(self.look.trn("{n} more", "{n} more", more) if more else "")

    def _row(self, move: Move, today: date) -> Told:
        look = self.look
        day = tell_day(move.day, look.words, today) if move.day else look.tr("no day")
        sure = look.tr(move.confidence.label) if move.confidence else ""
        note = " · ".join(filter(None, (move.source, sure)))
        text = move.text.tell(look.words)
        ink = "warn" if move.old or not move.day else "muted"
        return Told(move.key, f"{move.rival.called}  {text}", note, day, "swords", tail_ink=ink)

    def open_row(self, key: str) -> None:
        """Go to the rival."""
        self.wanted.emit(self._rivals.get(key, ""))


def _due(entry: Entry, look: Look, today: date) -> tuple[str, str]:
    """When a promise is due, and its colour; late is said in red words."""
    if entry.late:
        return look.trn("{n} day late", "{n} days late", entry.late), "bad"
    if entry.action.due is None:
        return look.tr("no day"), "warn"
    return (look.tr("Today") if not entry.days else tell_day(entry.action.due, look.words, today)), "muted"
