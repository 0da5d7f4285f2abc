"""What the prepared visit sheet and the empty one share: the place above the tear line, the boxes of the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kamdesk.client.visit_records import Result
from kamdesk.document.arranged import Across, Pair
from kamdesk.document.blocks import Block
from kamdesk.document.fitting import Blank
from kamdesk.document.flow import Page, Placed
from kamdesk.document.growing import Maker, grown
from kamdesk.document.paper import A4
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.table import Row
from kamdesk.document.text import Spans

TIGHT = 5.0  # from a box to its words
TEAR = 208.5 * MM  # from the upper edge, on both sides (PAPER.md)
_ABOVE = TEAR - 3 * MM  # where the part above the tear line ends
_LABEL, _RIM = 14.0, 4.0
_SENTENCE, _PROMISE = 60 * MM, 0.16


def beside(press: Press, name: str) -> Spans:
    """A name of less weight behind a text; it goes to the next line as a whole."""
    return press.mute("\u2002" + "\u00a0".join(name.split())) if name.strip() else ()


def fill_above(page: Page, makers: Mapping[str, Maker], least: Mapping[str, int], order: Sequence[str]) -> None:
    """Put the blocks above the tear line, the spare height shared evenly by the gaps."""
    sizes = style()
    y = A4.top + page.placed[0].block.height(A4.width) + sizes.mm("first_gap")
    room, gap = _ABOVE - y, sizes.mm("gap_least")
    blocks = grown(makers, least, order, room, A4.width, gap)
    spare = room - sum(block.height(A4.width) for block in blocks)
    gap = min(spare / max(len(blocks) - 1, 1), sizes.mm("gap_most"))
    for block in blocks:
        page.placed.append(Placed(block, A4.left, y, A4.width))
        y += block.height(A4.width) + gap


def result_boxes(press: Press, tall: float) -> Block:
    """Boxes for the result and for the objective, and a line `tall` points high for what we promise."""
    met = (press.trc("box", "best"), press.trc("box", "minimum"), press.trc("box", "neither"))
    left = Across([press.key(press.tr("Result")), press.boxes([press.tr(it.label) for it in Result])], _LABEL)
    right = Across([press.key(press.tr("Objective")), press.boxes(met)], _LABEL)
    gap = A4.width - _RIM - left.natural() - right.natural()
    rows: list[Block] = [left, right]
    if gap >= _LABEL:  # both on one line
        rows = [Pair(left, right, left.natural() / (left.natural() + right.natural()), gap)]
    promise = Pair(press.key(press.tr("We promise")), Blank(_SENTENCE, tall), _PROMISE, 0.0)
    return press.table((press.column(share=1.0),), [Row((block,)) for block in (*rows, promise)])
