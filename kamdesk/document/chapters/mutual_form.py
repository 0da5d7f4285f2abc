"""What both sides write on a plan with the client: what is not agreed yet, and their signatures."""

from __future__ import annotations

from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.chapters.mutual_told import Mutual
from kamdesk.document.fitting import PITCH, Blank, Space
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.table import Row

_STEPS = 6  # empty rows for steps
_SIGNED, _NAMED = 9.6 * MM, 6.4 * MM  # for a signature; for a name and a date


def goal(mutual: Mutual) -> Titled:
    """A line for the goal, for how one will see it, and for its day."""
    press = mutual.press
    asked = (press.tr("What we want to reach together"), press.tr("Measured by"), press.tr("By"))
    rows = [Row((low(press.muted(word)), Blank(0.0, PITCH))) for word in asked]
    return press.titled(press.tr("Goal"), press.table((press.column(), press.column(share=1.0)), rows))


def steps(mutual: Mutual) -> Titled:
    """Numbered rows: the day, the step, and who of either side does it."""
    press = mutual.press
    columns = (
        press.column(),
        press.column(press.tr("By"), share=0.5),
        press.column(press.trc("mutual", "Step"), share=2.0),
        press.column(mutual.us_briefly, share=0.8),
        press.column(mutual.them, share=0.8),
    )
    empty = [Blank(0.0, PITCH)] * (len(columns) - 1)
    rows = [Row((low(press.muted(str(number))), *empty)) for number in range(1, _STEPS + 1)]
    note = press.tr("count back from the goal: what must be done before it, and by whom")
    return press.titled(press.tr("Steps to agree"), press.table(columns, rows), note)


def signed(mutual: Mutual) -> Titled:
    """Where both sides put their names, and what they hold to."""
    press = mutual.press
    both = Pair(_side(press, mutual.them), _side(press, mutual.us))
    rule = press.tr("Whoever cannot keep a day tells the other side at once; the plan is brought up to date together.")
    return press.titled(press.tr("Agreed by both sides"), Stack([both, press.note(rule)], 2.2 * MM))


def _side(press: Press, name: str) -> Block:
    """Signature, name and date on lines to write on."""
    signature, who, day = press.tr("Signature"), press.trc("form", "Name"), press.trc("form", "Date")
    rows = [
        Row((press.key(press.tr("For {name}", name=name), most=2),), takes=(4,)),
        Row((low(press.muted(signature), _SIGNED), Blank(0.0, _SIGNED)), takes=(1, 3)),
        Row(tuple(it for word in (who, day) for it in (low(press.muted(word), _NAMED), Blank(0.0, _NAMED)))),
    ]
    return press.table((press.column(), press.column(share=1.4), press.column(), press.column(share=1.0)), rows)


def low(word: Prose, tall: float = PITCH) -> Stack:
    """A word on the line one writes on."""
    return Stack([Space(tall - word.kind.leading), word])
