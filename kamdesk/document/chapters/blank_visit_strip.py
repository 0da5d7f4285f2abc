"""The strips of the empty visit sheet, below the tear line: what to bring, who they are; floors, the rival."""

from __future__ import annotations

from kamdesk.client.visit_records import Step
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.blank_visit_rows import ROW, grid, lined, titled
from kamdesk.document.press import Press

_NARROW = ROW * 0.86


def bring(press: Press) -> list[Block]:
    """What to bring along, and the way there."""
    boxes = lined(press, [""] * 3, before=lambda: press.mark("box"), tall=_NARROW)
    way = lined(press, [press.tr("Address"), press.tr("Registration")], tall=_NARROW)
    return [titled(press, press.tr("To bring"), boxes), titled(press, press.tr("On the way"), way)]


def behind(press: Press) -> list[Block]:
    """How the people stand; what is still to do."""
    heads = (press.trc("form", "Name"), press.tr("weigh-in · attitude"))
    people = grid(press, heads, (1.0, 1.4), 3, _NARROW)
    todo = lined(press, [""] * 2, before=lambda: press.mark("box"), tall=_NARROW)
    return [titled(press, press.tr("Who they are to us"), people), titled(press, press.tr("Still to do"), todo)]


def floors(press: Press) -> list[Block]:
    """The ladder of concessions, and what may be granted alone."""
    heads = ("", *(press.tr(step.label) for step in Step), press.tr("In return"))
    ladder = grid(press, heads, (0.8, *(0.8 for _ in Step), 1.0), 4, _NARROW)
    limits = lined(press, [press.tr("Authority"), press.tr("Without a deal")], tall=_NARROW)
    return [titled(press, press.tr("Concessions"), ladder, press.tr("below the floor: call first"), must=True), limits]


def rival(press: Press) -> list[Block]:
    """How the rival stands, and what is not said."""
    stands = lined(press, [""] * 4, tall=_NARROW)
    unsaid = lined(press, [""] * 2, tall=_NARROW)
    return [titled(press, press.tr("The rival"), stands), titled(press, press.tr("Not said today"), unsaid)]
