"""V1, the visit sheet: one A4, two sides, with a line to tear along; below it stays in the bag (method C1, S1-3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.chapters import visit_sheet_back, visit_sheet_front, visit_sheet_rival, visit_sheet_strip
from kamdesk.document.chapters.visit_sheet_form import TEAR, fill_above
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.flow import Heading, Page, Placed
from kamdesk.document.growing import Maker, grown
from kamdesk.document.paper import A4
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.tearing import SheetHead, Tag, TearLine
from kamdesk.document.text import bold, plain

_STRIP, _STRIP_TEXT = 213.0 * MM, 219.4 * MM  # where the strip begins, and what stands on it
_APART, _GAP = 8 * MM, 2.6 * MM  # on a strip
_HALF = 83 * MM
_LADDER, _RIVAL = 98 * MM, 68 * MM


def pages(told: Told) -> list[Page]:
    """The two sides, the front first."""
    press = told.press
    front = _side(told, press.tr("V1 front"), _readiness(told), press.tr("INTERNAL · before we go"))
    fill_above(front, visit_sheet_front.makers(told), visit_sheet_front.LEAST, visit_sheet_front.ORDER)
    strip = visit_sheet_strip
    left = _column(strip.bring(told), strip.BRING_LEAST, strip.BRING_ORDER, _HALF)
    right = _column(strip.behind(told), strip.BEHIND_LEAST, strip.BEHIND_ORDER, _HALF)
    _put(front, Pair(left, right, gutter=_APART))
    front.titles.append(Heading(f"{told.code} · {told.subject.client.company.called}"))
    back = _side(told, press.tr("V1 back"), _aim(told), press.tr("INTERNAL · floors and the rival"))
    fill_above(back, visit_sheet_back.makers(told), visit_sheet_back.LEAST, visit_sheet_back.ORDER)
    rival = visit_sheet_rival
    floors = strip.floors(told) | rival.tactics(told)
    least, order = strip.FLOORS_LEAST | rival.TACTICS_LEAST, (*strip.FLOORS_ORDER, *rival.TACTICS_ORDER)
    left = _column(floors, least, order, _LADDER)
    right = _column(rival.rival(told), rival.LEAST, rival.ORDER, _RIVAL)
    _put(back, Pair(left, right, _LADDER / (_LADDER + _RIVAL), _APART))
    return [front, back]


def _side(told: Told, side: str, conclusions: Sequence[str], tag: str) -> Page:
    """One side with its head, the tear line and the head of the strip."""
    press = told.press
    head = SheetHead(
        press.prose(f"{side}\u2002{told.when}", "kicker", most=1),
        press.note(press.tr("code to enter")),
        press.prose(told.code, "visit_code", "right"),
        _concluded(press, conclusions),
    )
    words = press.prose(press.tr("Tear here at the door; what is below stays in the bag"), "label", "middle", most=1)
    strip = Tag(press.prose((bold(tag, "white"),), "cell", most=1), press.note(told.code, "right"))
    tear = TearLine(words)
    return Page(
        [
            Placed(head, A4.left, A4.top, A4.width),
            Placed(tear, 0.0, TEAR - tear.height(A4.size[0]) / 2, A4.size[0]),
            Placed(strip, A4.left, _STRIP, A4.width),
        ]
    )


def _concluded(press: Press, conclusions: Sequence[str]) -> Prose:
    """The first sentence that stands on one line, else the last one cut."""
    kind = style().types["conclusion"]
    fits = (text for text in conclusions if press.setter.line(plain(text), kind).width <= A4.width)
    return press.prose(next(fits, conclusions[-1]), "conclusion", most=1)


def _column(makers: Mapping[str, Maker], least: Mapping[str, int], order: Sequence[str], width: float) -> Block:
    """A column of a strip."""
    return Stack(grown(makers, least, order, A4.bottom - _STRIP_TEXT, width, _GAP), _GAP)


def _put(page: Page, block: Block) -> None:
    page.placed.append(Placed(block, A4.left, _STRIP_TEXT, A4.width))


def _readiness(told: Told) -> list[str]:
    """How ready it is; what is missing by name stands on the strip, since a checklist may name anything."""
    press, ready = told.press, told.ready
    if not ready.total:
        return [press.tr("This visit has no checklist yet.")]
    values = {"share": f"{ready.share * 100:.0f}", "n": ready.must_done, "m": ready.must_total}
    if ready.ready:
        return [press.tr("Readiness {share}%, must-haves {n} / {m}: ready to go.", **values)]
    short = press.tr("Readiness {share}%, must-haves {n} / {m}.", **values)
    if part := told.next_part:
        if len(ready.missing_musts) == 1:
            return [
                press.tr("Readiness {share}%, must-haves {n} / {m}: only “{part}” is open.", part=part, **values),
                short,
            ]
        return [press.tr("Readiness {share}%, must-haves {n} / {m}: first comes “{part}”.", part=part, **values), short]
    if ready.missing_musts:
        return [short]
    return [press.tr("Readiness {share}%, must-haves {n} / {m}: 80 % are needed to go.", **values), short]


def _aim(told: Told) -> list[str]:
    """What must be heard before leaving."""
    press = told.press
    whole = press.tr("Before you leave, hear who does what by which day.")
    if told.first is None or not told.first.name.strip():
        return [whole]
    return [press.tr("Before you leave, hear {name} say who does what by which day.", name=told.first.name), whole]
