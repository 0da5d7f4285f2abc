"""The relationship with a client as its two faces show it: every measure taken once, and where its records lead."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.account import Account, Person, account
from kamdesk.client.chain import Flag, chain_flags
from kamdesk.client.dependence import Dependence, dependence
from kamdesk.client.mix import Mix, activity_mix
from kamdesk.client.quality import Check, plan_quality
from kamdesk.client.rival_records import Rival
from kamdesk.client.rollup import Layers, Light, Warning, layers, light, warnings
from kamdesk.client.targets import Gap, PersonGaps, all_gaps
from kamdesk.client.wanted import held_targets
from kamdesk.ui.pages.leading import leading_to
from kamdesk.ui.pages.page import Goto, Shown


@dataclass(frozen=True, slots=True)
class Relation:
    """Everything the faces say of one client on one day."""

    shown: Shown
    account: Account
    rival: str  # what the main rival is called, "" without one
    light: Light
    warnings: tuple[Warning, ...]
    layers: Layers
    dependence: Dependence
    mix: Mix
    flags: tuple[Flag, ...]
    gaps: tuple[Gap, ...]  # the highest priority first
    targets: dict[str, PersonGaps]  # by contact
    quality: tuple[Check, ...]

    @property
    def key_people(self) -> tuple[Person, ...]:
        """The people of influence 4 and 5."""
        return tuple(person for person in self.account.people if person.contact.key_player)

    @property
    def contested(self) -> tuple[Person, ...]:
        """The key people with whom the rival stands better, the gravest first."""
        found = (self.account.person(contact.key) for contact in self.account.contested)
        return tuple(person for person in found if person is not None)

    def goto(self, key: str) -> Goto | None:
        """The place of a record by its key; None when it is nowhere any more."""
        return leading_to(self.shown.client, self.shown.workspace, key)


def relation_of(shown: Shown) -> Relation:
    """Take every measure."""
    client, workspace, today = shown.client, shown.workspace, shown.today
    figures = account(client, today)
    rival = workspace.get(figures.rival)
    return Relation(
        shown=shown,
        account=figures,
        rival=rival.called if isinstance(rival, Rival) else "",
        light=light(client, figures),
        warnings=tuple(warnings(figures)),
        layers=layers(client, figures, today),
        dependence=dependence(client, workspace, figures),
        mix=activity_mix(client, today),
        flags=tuple(chain_flags(client, workspace, figures, today)),
        gaps=all_gaps(client, figures, today),
        targets=held_targets(client, figures, today),
        quality=tuple(plan_quality(client, figures, today)),
    )
