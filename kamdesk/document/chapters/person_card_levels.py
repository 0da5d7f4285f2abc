"""The card's weigh-in: the radar beside the six dimensions with what the next level looks like."""

from __future__ import annotations

from kamdesk.client.levels import LEVELS, QUESTIONS
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Counted
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Prose
from kamdesk.document.chapters.person_card_parts import Card
from kamdesk.document.parts import Titled
from kamdesk.document.style import MM
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Span, bold, plain, spans
from kamdesk.picture.manner import PAPER
from kamdesk.picture.radar import Axis, radar

_RADAR, _TABLE, _RADIUS = 57 * MM, 112 * MM, 16.5 * MM
_STEPS = 3
_APART, _NOW = 5.0, 1  # padding; the column of the level that stands


def levels(card: Card, steps: int) -> Pair:
    """The picture and its numbers; what the next level looks like takes so many lines."""
    return Pair(_radar(card), _table(card, min(steps, _STEPS)), _RADAR / (_RADAR + _TABLE), 5 * MM)


def _radar(card: Card) -> Titled:
    press, person = card.press, card.person
    weights = person.weighed.weights if person.weighed else {}
    axes = [
        Axis(
            press.tr("D{n} {dimension}", n=number, dimension=press.tr(dimension.label)),
            _counted(card, dimension),
            None,
            person.rival.counted[dimension].counted if person.rival else None,
            card.gaps.target.level(dimension) if card.gaps else None,
            muted=bool(weights) and not weights.get(dimension),
        )
        for number, dimension in enumerate(Dimension, 1)
    ]
    key = [("now", press.tr("now"))]
    if any(axis.target is not None for axis in axes):
        key.append(("target", press.tr("target")))
    if any(axis.rival is not None for axis in axes):
        key.append(("rival", card.rival))
    picture = radar(axes, radius=_RADIUS, width=_RADAR, manner=PAPER, key=key)
    day = person.weighed.weighin.day if person.weighed else None
    note = press.tr("weighed {day}", day=press.day(day)) if day else press.tr("not weighed")
    return press.titled(press.tr("Six dimensions"), press.figure(picture, "middle"), note)


def _counted(card: Card, dimension: Dimension) -> int | None:
    weighed = card.person.weighed
    return weighed.counted[dimension].counted if weighed else None


def _table(card: Card, steps: int) -> Titled:
    press = card.press
    columns = (
        press.column(press.tr("Dimension"), apart=_APART),
        press.column(press.tr("now"), align="middle", apart=_APART),
        press.column(press.tr("target"), align="middle", apart=_APART),
        Column(press.prose(card.rival, "head", "middle", most=1), apart=_APART),
        press.column(press.tr("What the next level looks like"), share=1.0),
    )
    rows = [_row(card, dimension, steps) for dimension in Dimension]
    return press.titled(press.tr("Now, target, next level"), press.table(columns, rows))


def _row(card: Card, dimension: Dimension, steps: int) -> Row:
    press, person = card.press, card.person
    level = person.weighed.counted[dimension] if person.weighed else Counted(None, None)
    share = person.weighed.weights.get(dimension, 0) if person.weighed else 1
    number = list(Dimension).index(dimension) + 1
    name = spans(Span(f"D{number} ", 0, "muted"), Span(press.tr(dimension.label), 0, "" if share else "muted"))
    wanted = card.gaps.target.level(dimension) if card.gaps else None
    rival = person.rival.counted[dimension].counted if person.rival else None
    cells = (
        press.cell(name, most=1),
        _now(card, level),
        press.accent(str(wanted), "middle") if wanted else press.muted("—", "middle"),
        press.cell(str(rival or "—"), "middle"),
        _next(card, dimension, level, steps),
    )
    return Row(cells, panel=frozenset((_NOW,)) if level.capped else frozenset())


def _now(card: Card, level: Counted) -> Block:
    press = card.press
    if level.entered is None:
        return press.key("?", "middle")
    if not level.capped:
        return press.key(str(level.entered), "middle")
    return press.cell(spans(Span(f"{level.entered} → ", 0, "muted"), bold(str(level.counted))), "middle")


def _next(card: Card, dimension: Dimension, level: Counted, most: int) -> Prose:
    """The text of the level after this one; of an unknown one what to ask; of a capped one what it lacks."""
    press = card.press
    if level.entered is None:
        return press.prose(plain(press.tr(QUESTIONS[dimension][0]), colour="ink"), "note", most=most)
    if level.capped and level.reason:
        return press.prose((bold(press.tell(level.reason), "ink"),), "note", most=most)
    if level.entered >= len(LEVELS[dimension]):
        return press.prose(press.tr("the highest level; keep it"), "note", most=most)
    told = f"{level.entered + 1}  {press.tr(LEVELS[dimension][level.entered])}"
    return press.prose(plain(told, colour="ink"), "note", most=most)
