"""What a document is about: one client on one day, with the measures its chapters share, each computed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamdesk.client.account import Account, account
from kamdesk.client.alarms import Alarms, alarms, alarms_of_copy
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, Importance, comparison
from kamdesk.client.comparing import Row as Need
from kamdesk.client.difference import Changed, difference
from kamdesk.client.editions import told_to
from kamdesk.client.library import Colleague
from kamdesk.client.moved import Moved, what_changed
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.rival_records import Factor, Rival
from kamdesk.client.targets import Gap, PersonGaps, all_gaps
from kamdesk.client.telling import Names, names_of
from kamdesk.client.trust import must_haves
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import coming_visits
from kamdesk.client.wanted import held_targets
from kamdesk.words import Words


def subject_for(
    client: Client,
    workspace: Workspace,
    on: date,
    audience: Audience,
    before: Client | None = None,
    before_day: date | None = None,
) -> Subject:
    """A client on a day as an audience may read it, with what it was told of an earlier one."""
    told, shared = told_to(client, workspace, audience)
    earlier = told_to(before, workspace, audience)[0] if before else None
    emptied = told is not client or shared is not workspace
    return Subject(told, shared, on, earlier, before_day, alarms(client, workspace, on) if emptied else None)


@dataclass(frozen=True)
class Subject:
    """One client on one day."""

    client: Client
    workspace: Workspace
    today: date
    before: Client | None = None  # as an earlier edition told it
    before_day: date | None = None
    raised: Alarms | None = None  # of the client itself, when this is a copy that leaves something out

    @cached_property
    def alarms(self) -> Alarms:
        """What is wrong or not known; what this copy only leaves out is neither."""
        own = alarms(self.client, self.workspace, self.today)
        return alarms_of_copy(self.raised, own) if self.raised else own

    @cached_property
    def differences(self) -> tuple[Changed, ...]:
        """Every record that is not as the earlier edition told it."""
        return difference(self.before, self.client) if self.before else ()

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """What has changed since the earlier edition, the telling changes first."""
        if self.before is None:
            return ()
        return what_changed(self.before, self.client, self.workspace, self.today, self.before_day)

    @cached_property
    def called_ever(self) -> Names:
        """What a link leads to is called, now or in the earlier edition."""
        earlier = names_of(self.before) if self.before else self.called
        return lambda key: self.called(key) or earlier(key)

    @cached_property
    def changed(self) -> frozenset[str]:
        """What is marked in the margin: the key of each record that changed, and those of its fields."""
        fields = (f"{it.key}.{field.name}" for it in self.differences for field, _, _ in it.fields)
        return frozenset((*(it.key for it in self.differences), *fields))

    @cached_property
    def account(self) -> Account:
        """The relationship."""
        return account(self.client, self.today)

    @cached_property
    def targets(self) -> dict[str, PersonGaps]:
        """What each relationship shall come to, by person."""
        return held_targets(self.client, self.account, self.today)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is still missing, the highest priority first."""
        return all_gaps(self.client, self.account, self.today)

    @cached_property
    def comparison(self) -> Comparison:
        """The three-way sheet."""
        return comparison(self.client, self.workspace)

    @cached_property
    def next_visit(self) -> Visit | None:
        """The first visit from today on that has no result yet."""
        return next(iter(coming_visits(self.client, self.today)), None)

    @cached_property
    def called(self) -> Names:
        """What a link leads to is called."""
        return names_of(self.client, self.workspace)

    @cached_property
    def open_actions(self) -> tuple[Action, ...]:
        """What is still to be done, the earliest due first, undated last."""
        waiting = [action for action in self.client.actions if action.done is None]
        return tuple(sorted(waiting, key=lambda action: action.due or date.max))

    @cached_property
    def action_numbers(self) -> dict[str, int]:
        """By which number the pages call an open action: A1 is the earliest due."""
        return {action.key: number for number, action in enumerate(self.open_actions, 1)}

    @cached_property
    def rival(self) -> Rival | None:
        """The main rival."""
        return next((rival for rival in self.workspace.rivals if rival.key == self.account.rival), None)

    @cached_property
    def worst_need(self) -> Need | None:
        """Where the main rival's lead costs most, needs of high weight before others; None when it leads on none."""
        lost = [row for row in self.comparison.rows if (row.gap_main or 0) < 0 and row.share]
        return min(
            lost,
            key=lambda row: (row.importance is not Importance.HIGH, (row.share or 0) * (row.gap_main or 0)),
            default=None,
        )

    def weighed(self, factor: Factor) -> tuple[str, ...]:
        """The records that a row on a need tells of: the need, and how every rival stands on it."""
        return (factor.key, *(it.key for it in self.client.standings if it.factor == factor.key))

    def contact(self, key: str | None) -> Contact | None:
        """A person of the client by key."""
        return next((contact for contact in self.client.contacts if contact.key == key), None)

    def colleague(self, key: str | None) -> Colleague | None:
        """Somebody of ours by key."""
        return next((colleague for colleague in self.workspace.colleagues if colleague.key == key), None)

    def names(self) -> list[str]:
        """What is never broken at a line's end."""
        rivals = [name for rival in self.workspace.rivals for name in (rival.name, rival.short)]
        people = [contact.name for contact in self.client.contacts]
        ours = [colleague.name for colleague in self.workspace.colleagues]
        needs = [factor.name for factor in self.client.factors]
        return [*people, *rivals, *ours, *needs, self.client.company.short, self.workspace.profile.name]

    def against(self, words: Words) -> str:
        """What the main rival is called in a sentence or a label."""
        return self.rival.called if self.rival else words.tr("the rival")

    def too_little(self, words: Words) -> str:
        """The last resort of every conclusion: how much of what a plan must have is known."""
        items = must_haves(self.client, self.today)
        filled = sum(item.filled for item in items)
        return words.tr("Too little is known: {n} of {m} must-haves are filled.", n=filled, m=len(items))
