"""V3, the expansion card of a person: one page always, with lines to write on where nothing is known (S3-14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kamdesk.client.targets import Gap
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import person_card_levels, person_card_parts, person_card_rows
from kamdesk.document.chapters.person_card_parts import Card
from kamdesk.document.fitting import PITCH, WritingLines
from kamdesk.document.flow import Part, Story, room_left
from kamdesk.document.growing import grown
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject

_MOST_LINES = 7  # to write on at the foot of a page
_AROUND = 16 * MM  # title and gaps of the lines
# The parts of a card from the top down: how each is made, and of what it may show more.
_PARTS: dict[str, Callable[[Card, int], Block | None]] = {
    "fields": person_card_parts.head,
    "steps": person_card_levels.levels,
    "lines": person_card_parts.wants,
    "known": person_card_rows.knowing,
    "actions": person_card_rows.actions,
    "facts": person_card_rows.facts,
    "personal": person_card_parts.personal,
}
_LEAST = {"fields": 1, "steps": 1, "lines": 2, "known": 1, "actions": 1, "facts": 0, "personal": 2}
# What is shown more of first, as long as there is room; what finds none stays as it is.
_FIRST = ("steps", "facts", "fields", "known", "actions", "steps", "facts", "actions", "facts", "lines")
_THEN = ("actions", "facts", "known", "personal", "actions", "facts", "lines")
_ROUNDS = 6


def build(press: Press, subject: Subject, key: str) -> Story:
    """The card of one person: as much as fits the page, the rest counted; on what room is left one can write."""
    card = Card(press, subject, key)
    story = _told(card, _fitted(card))
    lines = min(_MOST_LINES, int((room_left(story) - _AROUND) / PITCH))
    if lines > 0:
        notes = press.titled(press.tr("From the next talk"), WritingLines(lines))
        story = replace(story, parts=(*story.parts, Part(notes)))
    return replace(story, alone=True)


def _told(card: Card, blocks: Sequence[Block]) -> Story:
    press, contact = card.press, card.contact
    name, post = contact.name or press.tr("No name"), contact.title_at_work
    told = press.tr("Expansion card · {name}", name=name)
    if post.strip():
        told = press.tr("Expansion card · {name}, {title}", name=name, title=post)
    story = press.story("V3", told, _conclusions(card), [Part(block) for block in blocks], most=1)
    return replace(story, title=name)


def _fitted(card: Card) -> list[Block]:
    """Every part at its least, then one after the other shows more while all stay on the page."""
    makers = {name: partial(make, card) for name, make in _PARTS.items()}
    room, order = room_left(_told(card, ())), (*_FIRST, *_THEN * _ROUNDS)
    return grown(makers, _LEAST, order, room, style().mm("width"), style().mm("gap_least"))


def _conclusions(card: Card) -> Sequence[str]:
    """What stands and what comes first; the first sentence whose facts are known, then a shorter one."""
    press, person = card.press, card.person
    if card.gone:
        return _left(card)
    if card.contact.placeholder:
        return [press.tr("Not identified yet: who is it, and who could tell us?")]
    if person.score is None:
        filled = sum(item.filled for item in card.items)
        return [press.tr("Not weighed yet; {n} of {m} fields of the card are filled.", n=filled, m=len(card.items))]
    first = next((gap for gap in card.gaps.gaps if gap.gap), None) if card.gaps else None
    return [*([_step(card, first)] if first else []), *_stands(card)]


def _left(card: Card) -> list[str]:
    press, contact = card.press, card.contact
    day = press.day(contact.left)
    heir = card.subject.contact(contact.successor)
    told = [press.tr("Left on {day}; the successor is {name}.", day=day, name=heir.name)] if heir else []
    return [*told, press.tr("Left on {day}.", day=day)]


def _step(card: Card, gap: Gap) -> str:
    """The gap of the highest priority, behind what it is for."""
    press, person = card.press, card.person
    values = {
        "dimension": press.tr(gap.dimension.label),
        "now": gap.now,
        "wanted": gap.wanted,
        "priority": tell_decimal(gap.priority, 2),
    }
    if person.contested:
        return press.tr(
            "Must be won ({gap} against {rival}): first lift {dimension} from {now} to {wanted} (priority {priority}).",
            gap=tell_gap(person.lead or 0, 2),
            rival=card.rival,
            **values,
        )
    return press.tr(
        "Stands at {score}; first lift {dimension} from {now} to {wanted} (priority {priority}).",
        score=tell_decimal(person.score or 0, 2),
        **values,
    )


def _stands(card: Card) -> list[str]:
    press, person, missing = card.press, card.person, card.gaps is None
    score = tell_decimal(person.score or 0, 2)
    if person.lead is None:
        if missing:
            return [press.tr("Stands at {score}; no target is set.", score=score)]
        return [press.tr("Stands at {score}.", score=score)]
    gap = tell_gap(person.lead, 2)
    if person.contested and missing:
        told = press.tr("Must be won ({gap} against {rival}); no target is set.", gap=gap, rival=card.rival)
        return [told, press.tr("Must be won ({gap}).", gap=gap)]
    if person.contested:
        told = press.tr("Must be won ({gap} against {rival}).", gap=gap, rival=card.rival)
        return [told, press.tr("Must be won ({gap}).", gap=gap)]
    told = press.tr("Stands at {score}, {gap} against {rival}.", score=score, gap=gap, rival=card.rival)
    return [told, press.tr("Stands at {score}.", score=score)]
