"""Weighing one person: what stands on the scales on a day, and the steps that write a change down."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, removal
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.presets import Weights, as_fields, starting_weights
from kamdesk.client.record import new_key
from kamdesk.client.rival_records import Rival
from kamdesk.client.units import tell_day
from kamdesk.client.visit_records import Attendee, Presence
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.client.weighing import Weighed, caps, carried, history, latest, weigh
from kamdesk.store.step import Step
from kamdesk.words import Said, Words, said


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person, for us or for a rival, on a day: a change is written under `day`, what stands may be older."""

    client: Client
    contact: Contact
    rival: Rival | None
    day: date
    now: WeighIn
    kept: bool  # False while nobody has ever weighed this person
    before: WeighIn | None
    weights: Weights
    past: bool = False  # an older weigh-in is looked at as it was kept; no fact of today is part of it

    @property
    def fresh(self) -> bool:
        """True when what stands was weighed on the day itself, so that a change amends it."""
        return self.kept and self.now.day == self.day

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The facts about this person up to the day, newest first."""
        mine = [item for item in self.client.evidence if item.contact == self.contact.key and self._known(item)]
        return tuple(sorted(mine, key=lambda item: item.day or date.min, reverse=True))

    @property
    def weighed(self) -> Weighed:
        """What stands comes to."""
        return self.weigh(self.now)

    @property
    def weighed_before(self) -> Weighed | None:
        """What the one before came to."""
        return self.weigh(self.before) if self.before else None

    def weigh(self, weighin: WeighIn) -> Weighed:
        """What any weigh-in of this person comes to; an estimate of a rival takes our weights."""
        return weigh(weighin, self.evidence, weights=self.weights, rules=self.client.rules)

    def _known(self, fact: Evidence) -> bool:
        return fact.day is None or fact.day <= self.day

    def facts(self, dimension: Dimension) -> tuple[Evidence, ...]:
        """The facts about one dimension, newest first."""
        return tuple(item for item in self.evidence if item.dimension is dimension)


@dataclass(frozen=True, slots=True)
class Noted:
    """A line somebody wrote after a visit at which the person was: it may be a fact."""

    text: str
    day: date
    visit: str = ""  # the key of the visit


def sit(client: Client, workspace: Workspace, contact: Contact, day: date, rival: Rival | None = None) -> Sitting:
    """What stands of a person on a day; before the first weigh-in an empty one with the usual weights."""
    until = day + timedelta(1)
    ours = latest(client.weighins, contact.key, before=until)
    weights = _weights_of(ours) if ours else starting_weights(workspace.profile, client.company)
    known = latest(client.weighins, contact.key, rival.key, until) if rival else ours
    now = known or _empty(client, contact, day, rival, {} if rival else weights)
    before = latest(client.weighins, contact.key, now.rival, now.day) if known else None
    return Sitting(client, contact, rival, day, now, known is not None, before, weights)


def rivals_of(client: Client, workspace: Workspace) -> tuple[Rival, ...]:
    """The rivals this client knows of, the main one first: those compared with us and those whose level we estimate."""
    main = main_rival(client)
    named = {main, *(item.rival for item in client.standings), *(item.rival for item in client.weighins)}
    kept = [rival for rival in workspace.rivals if rival.key in named]
    return tuple(sorted(kept, key=lambda rival: rival.key != main))


def look_back(sitting: Sitting, weighin: WeighIn) -> Sitting:
    """An older weigh-in of the same person as it was kept."""
    day = weighin.day or sitting.day
    before = latest(sitting.client.weighins, sitting.contact.key, weighin.rival, day)
    weights = sitting.weights if weighin.rival else _weights_of(weighin)
    return dataclasses.replace(sitting, day=day, now=weighin, kept=True, before=before, weights=weights, past=True)


def weighins_of(sitting: Sitting) -> list[WeighIn]:
    """All weigh-ins of the person for the same side, newest first."""
    return history(sitting.client.weighins, sitting.contact.key, sitting.now.rival)[::-1]


def set_level(sitting: Sitting, dimension: Dimension, level: int | None) -> Step:
    """Write a level, 1-5 or None for unknown."""
    values: dict[str, Any] = {
        "name": sitting.contact.name,
        "dimension": Said(dimension.label),
        "level": said("unknown") if level is None else level,
    }
    if sitting.rival is None:
        words = said("Weigh {name}: {dimension} {level}", **values)
    else:
        words = said("Estimate {rival} at {name}: {dimension} {level}", rival=sitting.rival.called, **values)
    return Step(words, (amended(sitting, {dimension.value: level}, judged=True),))


def set_levels(sitting: Sitting, level: int | None) -> Step:
    """Write one level down for every dimension that counts, where no more is known of a rival (method F5)."""
    assert sitting.rival is not None
    values = {dimension.value: level for dimension in Dimension if sitting.weights[dimension]}
    told = said("unknown") if level is None else level
    words = said(
        "Estimate {rival} at {name}: {level} throughout",
        rival=sitting.rival.called,
        name=sitting.contact.name,
        level=told,
    )
    return Step(words, (amended(sitting, values, judged=True),))


def set_weights(sitting: Sitting, weights: Weights) -> Step:
    """Choose dimensions and weights for this weigh-in and those after it; older ones keep theirs."""
    return Step(said("Weights for {name}", name=sitting.contact.name), (amended(sitting, as_fields(weights)),))


def amended(sitting: Sitting, values: dict[str, Any], *, judged: bool = False) -> Edit:
    """The change on the weigh-in of the day; where there is none yet, a copy of the last one under the day.

    Once a level is judged, all of them count by the facts there are on the day; before that, what stands is carried
    over, so that other weights, a remark or one more fact never look like a change of the person.
    """
    if sitting.fresh or not sitting.kept:
        after = dataclasses.replace(sitting.now, **values)
    else:
        after = dataclasses.replace(sitting.now, **{"key": new_key(), "day": sitting.day, "remark": "", **values})
    facts, rules = sitting.client.evidence, sitting.client.rules
    if judged or not sitting.kept:
        after = dataclasses.replace(after, **caps(after, facts, rules))
    else:
        after = carried(after, sitting.weighed, facts, rules)
    return Edit(sitting.now if sitting.fresh else None, after)


def day_problem(sitting: Sitting, day: date, today: date) -> Said | None:
    """Why a weigh-in cannot be of this day."""
    if day > today:
        return said("Nobody can be weighed on a day that is still to come.")
    taken = any(item.day == day and item.key != sitting.now.key for item in weighins_of(sitting))
    if sitting.fresh and taken:
        return said("There is a weigh-in of this person on that day already.")
    return None


def set_day(sitting: Sitting, day: date, words: Words) -> Step:
    """Correct the day of a weigh-in that is kept; its levels count by the facts up to the right day."""
    told = said("Weigh-in of {name}: day {day}", name=sitting.contact.name, day=tell_day(day, words))
    moved = dataclasses.replace(sitting.now, day=day)
    kept = caps(moved, sitting.client.evidence, sitting.client.rules)
    return Step(told, (Edit(sitting.now, dataclasses.replace(moved, **kept)),))


def remove_weighin(sitting: Sitting, weighin: WeighIn, words: Words) -> Step:
    """Take a weigh-in away."""
    day = tell_day(weighin.day, words) if weighin.day else ""
    told = said("Remove the weigh-in of {name}, {day}", name=sitting.contact.name, day=day)
    return Step(told, removal(sitting.client, weighin))


def next_level(sitting: Sitting, dimension: Dimension) -> int | None:
    """The level to work for: one above what counts; None from unknown and at the top."""
    counted = sitting.weighed.counted[dimension].counted
    return counted + 1 if counted is not None and counted < 5 else None


def open_actions(sitting: Sitting) -> list[Action]:
    """What we still owe this person, the next due first."""
    mine = [item for item in sitting.client.actions if item.contact == sitting.contact.key and item.done is None]
    return sorted(mine, key=lambda item: item.due or date.max)


def notes_to_pick(sitting: Sitting, dimension: Dimension, limit: int = 4) -> list[Noted]:
    """What was agreed or learned at past visits with this person and is no fact of the dimension yet, newest first."""
    used = {item.text.strip() for item in sitting.facts(dimension)}
    came = {item.visit for item in sitting.client.attendees if item.contact == sitting.contact.key and _came(item)}
    found: list[Noted] = []
    for visit in sitting.client.visits:
        day = visit.at.astimezone().date() if visit.at else None
        if visit.key in came and day and day <= sitting.day:
            lines = f"{visit.agreed}\n{visit.learned}".splitlines()
            kept = (line.strip().lstrip("-*#>• \t").strip() for line in lines)
            found.extend(Noted(line, day, visit.key) for line in kept if line and line not in used)
    return sorted(found, key=lambda noted: noted.day, reverse=True)[:limit]


def _came(attendee: Attendee) -> bool:
    return attendee.presence is not Presence.MISSING


def _weights_of(weighin: WeighIn) -> Weights:
    return {dimension: weighin.weight(dimension) for dimension in Dimension}


def _empty(client: Client, contact: Contact, day: date, rival: Rival | None, weights: Weights) -> WeighIn:
    values: dict[str, Any] = {f"{dimension.value}_weight": weight for dimension, weight in weights.items()}
    return WeighIn(owner=client.key, contact=contact.key, rival=rival.key if rival else None, day=day, **values)
