"""Why a person is to be treated so: influence, where he or she stands, the lead over the rival, as chips (T5)."""

from __future__ import annotations

from kamdesk.client.account import Person
from kamdesk.client.chip import Chip
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.weigh_records import Dimension
from kamdesk.words import Said, said


def person_chips(person: Person) -> tuple[Chip, ...]:
    """The facts a person's tactic rests on; what is unknown is left out, it proves nothing."""
    contact, found = person.contact, []
    if contact.is_owner:
        found.append(Chip(said("Owns the company"), "contacts", contact.key, "is_owner"))
    if contact.influence is not None:
        found.append(Chip(said("Influence {level}", level=contact.influence), "contacts", contact.key, "influence"))
    if contact.attitude is not None:
        told = said("Set by hand: {attitude}", attitude=Said(contact.attitude.label))
        found.append(Chip(told, "contacts", contact.key, "attitude"))
    weighed = person.weighed
    score = person.score
    if weighed is not None and score is not None:
        told = said("Weighed {score}", score=tell_decimal(score, 1))
        found.append(Chip(told, "weighins", weighed.weighin.key))
    rivalry = weighed.counted[Dimension.RIVALRY].counted if weighed else None
    if weighed is not None and rivalry is not None:
        told = said("Rivals: level {level}", level=rivalry)
        found.append(Chip(told, "weighins", weighed.weighin.key, Dimension.RIVALRY.value))
    lead = person.lead
    if lead is not None and person.rival is not None:
        told = said("Lead {lead}", lead=tell_gap(lead, 1))
        found.append(Chip(told, "weighins", person.rival.weighin.key))
    return tuple(found)
