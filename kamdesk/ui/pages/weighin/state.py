"""Who is on the scales: the person, the side, the working day and, when one looks back, the older weigh-in."""

from __future__ import annotations

import dataclasses
from datetime import date

from kamdesk.client.account import Account, Person, account
from kamdesk.client.rival_records import Rival
from kamdesk.client.suggest import Suggested, suggestion
from kamdesk.client.targets import PersonGaps, gaps_to, target_of
from kamdesk.client.weigh_records import Dimension, Target, WeighIn
from kamdesk.desk.weighin import Sitting, look_back, rivals_of, sit, weighins_of
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.weighin.head import OURS
from kamdesk.ui.pages.weighin.words import RowShown


class Scales:
    """What the page has chosen to show of a client; without any widget."""

    def __init__(self) -> None:
        self.people: tuple[Person, ...] = ()
        self.rivals: tuple[Rival, ...] = ()
        self.contact, self.whose, self.back = "", OURS, ""
        self.against = ""  # the weigh-in that `back`, or what stands now, is compared with
        self._shown: Shown | None = None
        self._account: Account | None = None
        self._day: date | None = None  # another working day than today

    def take(self, shown: Shown) -> None:
        """Take the client as it is now; what is gone is not chosen any more."""
        self._shown = shown
        self._account = account(shown.client, shown.today)
        self.people = tuple(person for person in self._account.people if not person.contact.placeholder)
        self.rivals = rivals_of(shown.client, shown.workspace)
        if self.contact not in self._keys:
            self.contact, self.back, self.against, self._day = (self._keys or [""])[0], "", "", None
        if self.whose not in {rival.key for rival in self.rivals}:
            self.whose = OURS
        if self.people:
            kept = {item.key for item in weighins_of(self._sit(self._rival))}
            self.back = self.back if self.back in kept else ""
            self.against = self.against if self.against in kept else ""

    @property
    def shown(self) -> Shown:
        """The client as it was last taken."""
        assert self._shown is not None
        return self._shown

    @property
    def account(self) -> Account:
        """The figures of the whole client."""
        assert self._account is not None
        return self._account

    @property
    def person(self) -> Person:
        """The person with all figures of today."""
        return next(person for person in self.people if person.contact.key == self.contact)

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
        """What is weighed: for us or a rival, now, as it was kept then, or one weigh-in held against another."""
        now = self._sit(self._rival)
        chosen, other = self._kept(now, self.back), self._kept(now, self.against)
        if other is None:
            return look_back(now, chosen) if chosen else now
        chosen = chosen or now.now
        newer, older = sorted((chosen, other), key=lambda item: item.day or date.min, reverse=True)
        return dataclasses.replace(look_back(now, newer), before=older)

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

    @property
    def is_now(self) -> bool:
        """True while what stands now is shown, neither an older weigh-in nor a comparison."""
        return not (self.back or self.against)

    @property
    def target(self) -> Target | None:
        """What is wanted of the person, or was when one looks back."""
        day = self.shown.today if self.is_now else self.sitting.day
        return target_of(self.shown.client, self.contact, day)

    @property
    def gaps(self) -> PersonGaps | None:
        """What stands held against what is wanted; None without a target."""
        target = self.target
        return gaps_to(self.shown.client, self.person, target) if target else None

    def row(self, look: Look, *, read_only: bool) -> RowShown:
        """What the six rows show."""
        sitting, theirs = self.sitting, self.theirs
        other = theirs if sitting.rival is None else self.ours
        name = theirs.rival.called if theirs and theirs.rival else ""
        is_open = self.is_now and not read_only
        mine = sitting.rival is None
        return RowShown(
            sitting,
            sitting.weighed,
            sitting.weighed_before,
            other.weighed if other and other.kept else None,
            name if mine else look.trc("weigh-in", "us"),
            self.shown.today,
            is_open=is_open,
            target=self.target if mine else None,
            compared=bool(self.against),
            aims=is_open and mine,
            suggested=self._suggested(sitting) if is_open and mine else {},
        )

    def _suggested(self, sitting: Sitting) -> dict[Dimension, Suggested]:
        found = {d: suggestion(sitting.client, self.contact, d, sitting.day) for d in Dimension}
        return {dimension: item for dimension, item in found.items() if item is not None}

    def choose(self, contact: str) -> bool:
        """Choose a person; False when it is the same or nobody."""
        if contact == self.contact or contact not in self._keys:
            return False
        self.contact, self.back, self.against = contact, "", ""
        return True

    def choose_whose(self, whose: str) -> None:
        """Weigh for us (OURS) or estimate a rival."""
        self.whose, self.back, self.against = whose, "", ""

    def look_at(self, key: str) -> None:
        """Look at a weigh-in as it was kept; the newest is what stands now."""
        newest = key == next((item.key for item in weighins_of(self._sit(self._rival))), "")
        self.back, self.against = "" if newest else key, ""

    def compare(self, one: str, other: str) -> None:
        """Hold one weigh-in against another."""
        self.back, self.against = (one, other) if one != other else (one, "")

    def come_back(self) -> bool:
        """Be at what stands now again; False when that is shown already."""
        was = not self.is_now
        self.back = self.against = ""
        return was

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

    @staticmethod
    def _kept(sitting: Sitting, key: str) -> WeighIn | None:
        return next((item for item in weighins_of(sitting) if item.key == key), None) if key else None
