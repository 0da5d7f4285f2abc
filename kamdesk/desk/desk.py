"""What a person can do, without a window: change with words, take back, do again, look things up."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit
from kamdesk.desk.change import Change
from kamdesk.store.step import Step
from kamdesk.words import Said

if TYPE_CHECKING:
    from kamdesk.client.glance import Glance
    from kamdesk.client.today import Today
    from kamdesk.store.search import Hit
    from kamdesk.store.store import Store


class Clock:
    """The time as the desk sees it; tests and the sample's stories bring their own."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The local day."""
        return self.now().astimezone().date()


class Desk:
    """One person's desk over one store; used on the thread the store is used on."""

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        self.store = store
        self.clock = clock or Clock()
        self.saved_at: datetime | None = None
        self.away_since: datetime | None = None  # when the program was open before; what happened since is told
        self._day: tuple[tuple[Glance, ...], datetime, Today] | None = None
        self._heard: list[Callable[[Change], None]] = []
        self._done: list[int] = []
        self._undone: list[int] = []
        self._said: dict[int, Said] = {}
        self._remember()

    @property
    def read_only(self) -> bool:
        """True when nothing can be changed, for example on a medium that is write-protected."""
        return self.store.read_only

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.today()

    def listen(self, heard: Callable[[Change], None]) -> None:
        """Be told of every change, after it is safely stored."""
        self._heard.append(heard)

    def do(self, said: Said, *edits: Edit) -> Change:
        """Make a change as one step that can be taken back; without edits nothing happens.

        Trouble when it can't be stored; then nothing has changed.
        """
        real = tuple(edit for edit in edits if edit.before != edit.after)
        if real:
            number = self._apply(Step(said, real, "do"))
            self._said[number] = said
            self._done.append(number)
            self._undone.clear()
        return self._tell(said, real)

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        return self._swap(self._done, self._undone, "undo")

    def redo(self) -> Change | None:
        """Do the step again that was last taken back; None when there is none."""
        return self._swap(self._undone, self._done, "redo")

    @property
    def undo_said(self) -> Said | None:
        """The words of the step that undo would take back."""
        return self._said[self._done[-1]] if self._done else None

    @property
    def redo_said(self) -> Said | None:
        """The words of the step that redo would do again."""
        return self._said[self._undone[-1]] if self._undone else None

    def clients(self) -> tuple[Glance, ...]:
        """One row for each client, for lists."""
        return self.store.glances(self.today)

    def client(self, key: str) -> Client:
        """One whole client; Trouble when it is gone."""
        return self.store.client(key)

    def day(self) -> Today:
        """What today asks for over all clients; worked out once a minute, and after every change."""
        from kamdesk.client.rules import Rules
        from kamdesk.client.today import today_of

        rows, minute = self.clients(), self.clock.now().replace(second=0, microsecond=0)
        if self._day is None or self._day[0] is not rows or self._day[1] != minute:
            rules = Rules.of(self.workspace().thresholds)
            self._day = rows, minute, today_of(rows, minute, self.today, rules, self.away_since)
        return self._day[2]

    def workspace(self) -> Workspace:
        """What all clients share."""
        return self.store.workspace()

    def find(self, text: str, limit: int = 50, sections: Collection[str] = ()) -> list[Hit]:
        """What matches a text, a pinyin or its initials, best first."""
        return self.store.find(text, limit, sections)

    def _apply(self, step: Step) -> int:
        self.saved_at = self.store.apply(step)
        return self.store.last_step

    def _swap(self, source: list[int], target: list[int], kind: str) -> Change | None:
        if not source:
            return None
        number = source[-1]
        edits = self.store.edits_of(number)
        if kind == "undo":
            edits = tuple(edit.swapped for edit in reversed(edits))
        self._apply(Step(self._said[number], edits, kind))
        target.append(source.pop())
        return self._tell(self._said[number], edits)

    def _tell(self, said: Said, edits: tuple[Edit, ...]) -> Change:
        change = Change.of(said, edits)
        if edits:
            self._day = None
            for heard in tuple(self._heard):
                heard(change)
        return change

    def _remember(self) -> None:
        """Walk the logged steps, so that the undo list outlives a restart."""
        for step in self.store.steps():
            if step.kind == "do":
                self._said[step.number] = step.said
                self._done.append(step.number)
                self._undone.clear()
                continue
            source, target = (self._done, self._undone) if step.kind == "undo" else (self._undone, self._done)
            if source:  # the walk starts in the middle of a long life: what it undid may lie before
                target.append(source.pop())
