"""P5: the people map with its legend, which roles are covered, what is missing, and the way to whoever decides."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.client.account import Person, role_cover
from kamdesk.client.units import tell_decimal
from kamdesk.document.arranged import Pair
from kamdesk.document.chapters.people_lines import known, lines
from kamdesk.document.chapters.people_map import map_parts
from kamdesk.document.chapters.people_route import Aim, aim, steps
from kamdesk.document.chapters.people_tables import MARKS, agendas, cover, flags
from kamdesk.document.chapters.reach import reach
from kamdesk.document.flow import Part, Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject

__all__ = ["MARKS", "build"]


def build(press: Press, subject: Subject) -> Story:
    """The map, role cover beside the red flags, the route; then what is looked up."""
    if not subject.account.people:
        return press.missing("P5", press.tr("People"))
    found = aim(subject)
    way = found.way if found else None
    paper, parts = map_parts(press, subject, found.person.contact.key if found else "", way)
    upright = press.stock.upright
    apart = upright if paper != upright or any(part.paper for part in parts) else None
    parts.append(Part(Pair(cover(press, subject), flags(press, subject), 0.5), paper=apart))
    if way:
        parts.append(Part(steps(press, subject, way), gives_way=1 if apart is None else 0))
    looked_up = (tell(press, subject) for tell in (agendas, lines, known, reach))
    parts += [Part(table, moves=True) for table in looked_up if table]
    story = press.story("P5", press.tr("People"), _conclusions(press, subject, found), parts)
    return replace(story, paper=paper)


def _conclusions(press: Press, subject: Subject, found: Aim | None) -> list[str]:
    """What is covered, the role and person that are missing, and the first step of the route where there is one."""
    rows = role_cover(subject.account.people, subject.client.rules)
    number, first = sum(covered for _, _, covered in rows), ""
    if found and found.way:
        first = found.way.people[0].name
    for roles, holders, covered in rows:
        if covered:
            continue
        role = press.tr(roles[0].label)
        best = max(holders, key=lambda person: person.score or 0, default=None)
        if best is None:
            return [press.tr("Roles covered {n} / {m}: no {role} is named.", n=number, m=len(rows), role=role)]
        led = first if found and found.person.contact.key == best.contact.key else ""
        return _missing(press, best, led, {"n": number, "m": len(rows), "role": role, "name": best.contact.name})
    if found and first:
        name = found.person.contact.name
        return [
            press.tr(
                "All {m} roles are covered; the way to {name} leads through {first}.",
                m=len(rows),
                name=name,
                first=first,
            ),
            press.tr("All {m} roles are covered.", m=len(rows)),
        ]
    return [press.tr("All {m} roles are covered.", m=len(rows))]


def _missing(press: Press, best: Person, first: str, values: dict[str, object]) -> list[str]:
    """The sentences for a role that is held, but not covered, the longest first."""
    if best.score is None:
        told = [press.tr("Roles covered {n} / {m}: {role} {name} has not been weighed.", **values)]
        if first:
            told.insert(
                0,
                press.tr(
                    "Roles covered {n} / {m}: {role} {name} has not been weighed; the way leads through {first}.",
                    first=first,
                    **values,
                ),
            )
        return told
    values = {**values, "score": tell_decimal(best.score, 2)}
    told = [press.tr("Roles covered {n} / {m}: what is missing is {role} {name} ({score}).", **values)]
    if first:
        told.insert(
            0,
            press.tr(
                "Roles covered {n} / {m}: {role} {name} is missing ({score}); the way leads through {first}.",
                first=first,
                **values,
            ),
        )
    return told
