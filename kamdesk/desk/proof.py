"""Writing down what proves a level, correcting it, taking it away; the weigh-in of the day goes along in one step."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from kamdesk.client.edit import Edit, add, removal
from kamdesk.client.record import new_key
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.client.weighing import caps, carried, latest, weigh
from kamdesk.desk.weighin import Sitting
from kamdesk.store.step import Step
from kamdesk.words import Said, said


def prove(sitting: Sitting, fact: Evidence) -> Step:
    """Write a fact down. Where it lifts a level that did not count fully, the person is weighed anew on this day,
    because a weigh-in is never proven by what was written down after it."""
    facts = (*sitting.client.evidence, fact)
    return Step(_words(sitting, fact), (add(fact), *_counted_anew(sitting, facts, (), (fact.dimension,))))


def correct_proof(sitting: Sitting, before: Evidence, after: Evidence) -> Step:
    """Change a fact; the weigh-in of the day counts by it as it is now, older ones as they did."""
    facts = tuple(after if item.key == before.key else item for item in sitting.client.evidence)
    touched = (before.dimension, after.dimension)
    return Step(_words(sitting, after), (Edit(before, after), *_counted_anew(sitting, facts, touched, touched)))


def remove_proof(sitting: Sitting, fact: Evidence) -> Step:
    """Take a fact away; the weigh-in of the day does not count by it any more, older ones stay as they are."""
    facts = tuple(item for item in sitting.client.evidence if item.key != fact.key)
    edits = (*removal(sitting.client, fact), *_counted_anew(sitting, facts, (fact.dimension,), ()))
    return Step(said("Remove a fact about {name}", name=sitting.contact.name), edits)


def _counted_anew(
    sitting: Sitting,
    facts: tuple[Evidence, ...],
    lowered: Iterable[Dimension | None],
    lifted: Iterable[Dimension | None],
) -> tuple[Edit, ...]:
    """Our weigh-in of the day by the facts as they are then; `lowered` may count less than before, the rest may not.

    Where there is none of the day yet, a copy of the last one is made under it when a level in `lifted` counts more.
    """
    client, rules = sitting.client, sitting.client.rules
    ours = latest(client.weighins, sitting.contact.key, before=sitting.day + timedelta(1))
    if ours is None or sitting.past:
        return ()
    stands = weigh(ours, client.evidence, rules=rules)
    if ours.day == sitting.day:
        found = caps(ours, facts, rules)
        fewer = {_kept(dimension): found[_kept(dimension)] for dimension in lowered if dimension}
        after = dataclasses.replace(carried(ours, stands, facts, rules), **fewer)
        return (Edit(ours, after),) if after != ours else ()
    values: dict[str, Any] = {"key": new_key(), "day": sitting.day, "remark": ""}
    anew: WeighIn = carried(dataclasses.replace(ours, **values), stands, facts, rules)
    more = any((anew.kept(d) or 0) > (stands.counted[d].counted or 0) for d in lifted if d)
    return (add(anew),) if more else ()


def _kept(dimension: Dimension) -> str:
    return f"{dimension.value}_counted"


def _words(sitting: Sitting, fact: Evidence) -> Said:
    assert fact.dimension is not None
    return said("Fact about {name}: {dimension}", name=sitting.contact.name, dimension=Said(fact.dimension.label))
