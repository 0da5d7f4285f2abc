"""V2, the battle card of a rival at a client: one page always; verifiable, dated, tagged (method T7, BC1-BC3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kamdesk.client.comparing import Row as Need
from kamdesk.client.contest_records import CallKind
from kamdesk.client.proposals import CallState, proposals, words_of
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import battle_card_asked, battle_card_lines, battle_card_top
from kamdesk.document.chapters.battle_card_told import Faced, ended
from kamdesk.document.chapters.rival_sheet import whole
from kamdesk.document.flow import Part, Story, room_left
from kamdesk.document.growing import grown
from kamdesk.document.shortening import cut
from kamdesk.document.style import style
from kamdesk.document.text import bold, spans

_STRONG = 0.54  # of the width: what is strong has our words beside it


def _weighed(faced: Faced, limit: int) -> Block:
    """What is strong beside what is weak."""
    return Pair(battle_card_lines.strengths(faced, limit), battle_card_lines.weak_points(faced, limit), _STRONG)


# The parts of a card from the top down: how each is made, and of what it may show more.
_PARTS: dict[str, Callable[[Faced, int], Block | None]] = {
    "head": lambda faced, _: battle_card_top.head(faced),
    "glance": battle_card_top.glance,
    "weighed": _weighed,
    "differences": battle_card_lines.differences,
    "attacks": battle_card_asked.answered,
    "asked": battle_card_asked.asked,
    "news": battle_card_lines.news,
    "rule": lambda faced, _: _rule(faced),
}
_LEAST = dict.fromkeys(_PARTS, 1)
_TABLES = ("attacks", "weighed", "asked", "differences", "news")
# What is shown more of first, as long as there is room; what finds none stays as it is.
_ORDER = ("glance", *_TABLES, *_TABLES, *("glance",) * 4)


def build(faced: Faced) -> Story:
    """The card: as much as fits the page, the rest counted."""
    story = _told(faced, _fitted(faced))
    return replace(story, alone=True)


def title(faced: Faced) -> str:
    """What the card calls itself at the head of its page."""
    return faced.press.tr("Battle card · {rival}", rival=faced.name)


def _told(faced: Faced, blocks: Sequence[Block]) -> Story:
    press = faced.press
    told = press.tr("Battle card")
    if faced.order and (order := cut(faced.order.name)):
        told = press.tr("Battle card · {order}", order=order)
    parts = [Part(block) for block in blocks]
    story = press.story("V2", told, _conclusions(faced), parts, most=1)
    return replace(story, title=faced.name)


def _fitted(faced: Faced) -> list[Block]:
    """Every part at its least, then one after the other shows more while all stay on the page."""
    makers = {name: partial(make, faced) for name, make in _PARTS.items()}
    sizes = style()
    room = room_left(_told(faced, ()))
    return grown(makers, _LEAST, _ORDER, room, sizes.mm("width"), sizes.mm("gap_least"))


def _rule(faced: Faced) -> Block:
    press = faced.press
    fair = press.tr("Only what can be verified is said; no rival is run down.")
    told = press.tr(
        "Internal lines never reach the client. Out of date {n} days after its update.",
        n=faced.stale_days,
    )
    return press.note(spans(bold(f"{fair}\u2002", "ink"), told))


def _conclusions(faced: Faced) -> list[str]:
    """Where the rival is best and where it is worst, then what we do with our best; the first that fits two lines."""
    press, rival = faced.press, faced.name
    theirs, ours = ([whole(cut(row.factor.name)) for row in rows[:2]] for rows in (faced.behind, faced.ahead))
    told: list[str] = []
    action = _action(faced, faced.ahead[0]) if faced.ahead else ""
    for number in (2, 1):
        values = {"rival": rival, "theirs": press.list(theirs[:number]), "ours": press.list(ours[:number])}
        if theirs and ours and action:
            told.append(press.tr("{rival} wins on {theirs} and loses on {ours}: {action}", action=action, **values))
        if theirs and ours:
            told.append(press.tr("{rival} wins on {theirs} and loses on {ours}.", **values))
    values = {"rival": rival, "theirs": press.list(theirs), "ours": press.list(ours)}
    if theirs and not ours:
        told.append(press.tr("{rival} wins on {theirs}; we lead on nothing that is known.", **values))
    if ours and not theirs:
        told.append(press.tr("{rival} loses on {ours} and wins on nothing that is known.", **values))
    if not theirs and not ours:
        told.append(press.tr("Nothing tells {rival} and us apart yet: the sheet is level or not filled.", rival=rival))
    return told


def _action(faced: Faced, row: Need) -> str:
    """What is done with our best need: the rep's own words, else the advice; nothing where it was put aside."""
    subject = faced.subject
    made = proposals(subject.client, subject.workspace, subject.account, subject.today)
    found = next((it for it in made if it.kind is CallKind.FACTOR and it.factor == row.factor.key), None)
    if found is None or found.state is CallState.DISCARDED:
        return ""
    words = words_of(found)
    return ended(faced.press, cut(words if isinstance(words, str) else faced.press.tell(words)))
