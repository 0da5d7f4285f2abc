"""Fills a place of fixed height: every block at its least first, then one after the other shows more while all fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from kamdesk.document.blocks import Block

Maker = Callable[[int], Block | None]  # a block that shows so much; None for one that has nothing to show


def grown(
    makers: Mapping[str, Maker],
    least: Mapping[str, int],
    order: Sequence[str],
    room: float,
    width: float,
    gap: float,
) -> list[Block]:
    """The blocks from the top down; `order` names who may show one step more next, as often as its name stands there.

    What finds no room for its next step stays as it is.
    """
    limits = dict(least)

    @cache
    def made(name: str, limit: int) -> tuple[Block | None, float]:
        block = makers[name](limit)
        return block, block.height(width) if block else 0.0

    shown = [tall for name in makers if (tall := made(name, limits[name])[1])]
    free = room - sum(shown) - gap * max(len(shown) - 1, 0)
    stuck: set[str] = set()
    for name in order:
        if name in stuck:
            continue
        now, then = made(name, limits[name])[1], made(name, limits[name] + 1)[1]
        more = then - now + (gap if then and not now else 0.0)
        if more > free:
            stuck.add(name)
        else:
            limits[name], free = limits[name] + 1, free - more
    return [block for name in makers if (block := made(name, limits[name])[0])]
