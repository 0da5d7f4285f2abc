"""Who is on the scales: the person, the side, the working day and, when one looks back, the older weigh-in."""

from __future__ import annotations

from datetime import date

from kamdesk.client.account import Person, account
from kamdesk.client.rival_records import Rival
from kamdesk.client.weigh_records import WeighIn
from kamdesk.desk.weighin import Sitting, look_back, rivals_of, sit, weighins_of
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.weighin_head import OURS
from kamdesk.ui.pages.weighin_words import RowShown


class Scales:
    """What the page has chosen to show of a client; without any widget."""

    def __init__(self) -> None:
        self.people: tuple[Person, ...] = ()
        self.rivals: tuple[Rival, ...] = ()
        self.contact, self.whose, self.back = "", OURS, ""
        self._shown: Shown | None = None
        self._day: date | None = None  # another working day than today

    def take(self, shown: Shown) -> None:
        """Take the client as it is now; what is gone is not chosen any more."""
        self._shown = shown
        self.people = account(shown.client, shown.today).people
        self.rivals = rivals_of(shown.client, shown.workspace)
        if self.contact not in self._keys:
            self.contact, self.back, self._day = (self._keys or [""])[0], "", None
        if self.whose not in {rival.key for rival in self.rivals}:
            self.whose = OURS
        if self.people and self.back and self._past(self._sit(self._rival)) is None:
            self.back = ""

    @property
    def shown(self) -> Shown:
        """The client as it was last taken."""
        assert self._shown is not None
        return self._shown

    @property
    def _keys(self) -> list[str]:
        return [person.contact.key for person in self.people]

    @property
    def working_day(self) -> date:
        """The day that a change is written under."""
        return self._day or self.shown.today

    @property
    def _rival(self) -> Rival | None:
        return next((rival for rival in self.rivals if rival.key == self.whose), None)

    @property
    def sitting(self) -> Sitting:
        """What is weighed: for us or a rival, now or as it was kept then."""
        now = self._sit(self._rival)
        past = self._past(now)
        return look_back(now, past) if past else now

    @property
    def ours(self) -> Sitting:
        """Our own weigh-in of the person, whichever side is being weighed."""
        return self.sitting if self.whose == OURS else self._sit(None, self.sitting.day)

    @property
    def theirs(self) -> Sitting | None:
        """The estimate of the rival that is weighed, or else of the main one."""
        if self.whose != OURS:
            return self.sitting
        return self._sit(self.rivals[0], self.sitting.day) if self.rivals else None

    def row(self, look: Look, *, read_only: bool) -> RowShown:
        """What the six rows show."""
        sitting, theirs = self.sitting, self.theirs
        other = theirs if sitting.rival is None else self.ours
        name = theirs.rival.called if theirs and theirs.rival else ""
        return RowShown(
            sitting,
            sitting.weighed,
            sitting.weighed_before,
            other.weighed if other and other.kept else None,
            name if sitting.rival is None else look.trc("weigh-in", "us"),
            self.shown.today,
            is_open=not self.back and not read_only,
        )

    def choose(self, contact: str) -> bool:
        """Choose a person; False when it is the same or nobody."""
        if contact == self.contact or contact not in self._keys:
            return False
        self.contact, self.back = contact, ""
        return True

    def neighbour(self, by: int) -> str:
        """The key of the next person, or of the one before, most influential first."""
        keys = self._keys
        return keys[max(0, min(len(keys) - 1, keys.index(self.contact) + by))] if keys else ""

    def work_on(self, day: date) -> None:
        """Write changes under this day."""
        self._day = None if day == self.shown.today else day

    def _sit(self, rival: Rival | None, day: date | None = None) -> Sitting:
        contact = next(person.contact for person in self.people if person.contact.key == self.contact)
        return sit(self.shown.client, self.shown.workspace, contact, day or self.working_day, rival)

    def _past(self, sitting: Sitting) -> WeighIn | None:
        return next((item for item in weighins_of(sitting) if item.key == self.back), None)
