"""How wide the columns of the sheet are."""

from __future__ import annotations

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, US, WANTS, WEIGHT
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.parts.painters import text_width

_SHARES = {NEED: 1.0, WANTS: 0.7, US: 1.0}  # of the room that is left over; a rival takes 1.0
_LEAST = {NEED: 96, WEIGHT: 50, WANTS: 76, US: 88, TACTIC: 54}
_USUAL = {NEED: 142, WEIGHT: 62, WANTS: 100, US: 122, TACTIC: 168}
_RIVAL_LEAST, _RIVAL_USUAL = 88, 130
_SCROLLED = {NEED: 116, WEIGHT: 54, WANTS: 84, US: 110, TACTIC: 56}  # where it scrolls; a rival is as wide as us


def widths(rows: SheetModel, look: Look, room: int) -> list[int]:
    """A width in px for each column: the usual ones and more, or less, down to where it is better to scroll."""
    px, columns = look.theme.px, rows.columns
    extra = look.size("gutter_left") - px(10)
    usual = [px(_USUAL.get(name, _RIVAL_USUAL)) for name in columns]
    least = [max(px(_LEAST.get(name, _RIVAL_LEAST)), _words_need(name, rows, look)) for name in columns]
    usual[0], least[0] = usual[0] + extra, least[0] + extra
    if sum(usual) <= room:
        parts = [_SHARES.get(name, 1.0 if name in rows.rivals else 0.0) for name in columns]
        spare = room - sum(usual)
        found = [round(width + spare * part / sum(parts)) for width, part in zip(usual, parts, strict=True)]
    elif sum(least) <= room:
        give, need = sum(usual) - sum(least), sum(usual) - room
        found = [round(width - need * (width - low) / give) for width, low in zip(usual, least, strict=True)]
    else:
        found = [max(px(_SCROLLED.get(name, _SCROLLED[US])), _words_need(name, rows, look)) for name in columns]
        found[0] += extra
        return found
    found[-1] += room - sum(found)  # what rounding left over
    return found


def _words_need(name: str, rows: SheetModel, look: Look) -> int:
    """The room of the words of a narrow column, which are ours and never cut."""
    if name not in (WEIGHT, WANTS):
        return 0
    return round(text_width(rows.heading(name), look.font("small"))) + look.theme.px(18)
