"""P5: the people map with its legend, which roles are covered, what is missing, and the way to whoever decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kamdesk.client.account import Person, role_cover
from kamdesk.client.units import tell_decimal
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.people_flags import flags
from kamdesk.document.chapters.people_lines import known, lines
from kamdesk.document.chapters.people_map import drawn
from kamdesk.document.chapters.people_route import Aim, aim, steps
from kamdesk.document.chapters.people_tables import agendas, cover
from kamdesk.document.chapters.reach import reach
from kamdesk.document.flow import Part, Story, fits_a_page
from kamdesk.document.press import Press
from kamdesk.document.style import style
from kamdesk.document.subject import Subject


def build(press: Press, subject: Subject) -> Story:
    """The map; then role cover beside the red flags, the route, the key people; what is looked up moves."""
    if not subject.account.people:
        return press.missing("P5", press.tr("People"))
    gravest, others, every = flags(press, subject)
    whole = _chapter(press, subject, every, None)
    return whole if others is None or fits_a_page(whole) else _chapter(press, subject, gravest, others)


def _chapter(press: Press, subject: Subject, red: Block, other_flags: Block | None) -> Story:
    """The chapter with these flags beside the role cover."""
    found = aim(subject)
    way = found.way if found else None
    told: list[Block] = [Pair(cover(press, subject), red, 0.54)]
    told += [steps(press, subject, way)] if way else []
    story = press.story("P5", press.tr("People"), _conclusions(press, subject, found), ())
    made = drawn(press, subject, found.person.contact.key if found else "", way, story.head, told)
    parts = [*story.parts, *made.parts]
    if made.shares:
        parts += [Part(block, moves=number >= made.shares) for number, block in enumerate(told)]
    else:
        told = [made.notes, *told] if made.notes else told
        parts += [Part(block, paper=None if number else press.stock.upright) for number, block in enumerate(told)]
    parts += _looked_up(press, subject, other_flags, 0.0 if made.shares else _room(story, told))
    return replace(story, parts=tuple(parts), paper=made.paper)


def _room(story: Story, told: Sequence[Block]) -> float:
    """What is left of the page behind the map's."""
    paper, gap = story.paper, style().mm("gap_least")
    free = paper.bottom - paper.top - story.again.height(paper.width) - style().mm("first_gap") / 2
    return free - sum(block.height(paper.width) + gap for block in told)


def _looked_up(press: Press, subject: Subject, other_flags: Block | None, room: float) -> list[Part]:
    """Who decides what, as far as there is room on the chapter's second page; the rest moves to the appendix."""
    short, whole = agendas(press, subject, room)
    first = [Part(whole, moves=True)] if whole else []
    if short and whole:
        first = [Part(short, whole=whole)]
    rest = (other_flags, lines(press, subject), known(press, subject), reach(press, subject))
    return first + [Part(block, moves=True) for block in rest if block]


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
    told = [press.tr("Roles covered {n} / {m}: not yet {role} {name} ({score}).", **values)]
    if first:
        told.insert(
            0,
            press.tr(
                "Roles covered {n} / {m}: not yet {role} {name} ({score}); the way leads through {first}.",
                first=first,
                **values,
            ),
        )
    return told
