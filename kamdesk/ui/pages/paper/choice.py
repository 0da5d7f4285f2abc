"""What a person chose for the papers of one client: chapters in an order, for whom, under which words."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamdesk.client.paper_records import Audience
from kamdesk.desk import editions
from kamdesk.document.contents import CONTENTS, appendix_last
from kamdesk.ui.pages.paper.order import PLAN


def may_hold(audience: Audience) -> frozenset[str]:
    """The chapters that an edition for this audience may hold."""
    return frozenset(name for name, chapter in CONTENTS.items() if audience in chapter.audiences)


def is_locked(chapter: str) -> bool:
    """Whether a chapter never goes to the client."""
    return Audience.CLIENT not in CONTENTS[chapter].audiences


@dataclass(slots=True)
class Choice:
    """The choice for one client; it changes while the place is used."""

    names: list[str] = field(default_factory=lambda: list(CONTENTS))  # every chapter, in the order of print
    ticked: set[str] = field(default_factory=lambda: set(CONTENTS))
    audience: Audience = Audience.INTERNAL
    watermark: str = ""
    notice: str = ""
    reader: str = ""
    locked: bool = False  # a password is asked for when it leaves
    compared: str = ""  # key of the edition it is compared with, "" for the last one
    preset: str = ""  # key of the saved choice it came from

    def printed(self) -> tuple[str, ...]:
        """The chapters that are printed, in their order."""
        allowed = may_hold(self.audience)
        return tuple(name for name in self.names if name in self.ticked and name in allowed)

    def move(self, name: str, to: int) -> bool:
        """Give a chapter another place; False when it stands there already."""
        to = max(0, min(len(self.names) - 1, to))
        if self.names.index(name) == to:
            return False
        self.names.remove(name)
        self.names.insert(to, name)
        self.names = appendix_last(self.names)
        return True

    def take(self, order: editions.Order) -> None:
        """Choose what a saved choice asks for; what it does not name stays behind its usual neighbour.

        Chapters its readers may not have were not taken out by anybody: another edition has them ticked.
        """
        self.audience = order.audience
        self.watermark, self.notice = order.watermark, order.notice
        if order.document == PLAN:
            named = [name for name in order.chapters if name in CONTENTS]
            self.names = appendix_last(_with_the_rest(named))
            self.ticked = set(named or CONTENTS) | (set(CONTENTS) - may_hold(order.audience))


def _with_the_rest(named: list[str]) -> list[str]:
    """The named chapters in their order; each of the others behind the one it usually follows."""
    names, usual = list(named), list(CONTENTS)
    for at, name in enumerate(usual):
        if name not in names:
            names.insert(names.index(usual[at - 1]) + 1 if at else 0, name)
    return names
