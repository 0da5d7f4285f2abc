"""Walking over Today by the keyboard: from list to list, and what the keys are called."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.ui.look import Look
from kamdesk.ui.pages.today_rows import TodayList


def next_list(lists: Sequence[TodayList], at: int, step: int) -> TodayList | None:
    """The next list with rows after (or before) the one at a place; -1 is before the first."""
    following = lists[at + 1 :] if step > 0 else lists[:at][::-1] if at > 0 else ()
    return next((rows for rows in following if not rows.isHidden() and rows.model_of_rows.rowCount()), None)


def day_keys(look: Look) -> list[tuple[str, str]]:
    """The keys of the day for the cheat sheet."""
    tr, trc = look.tr, look.trc
    return [
        ("Enter", tr("Prepare the visit, or open the line")),
        ("P", tr("Print the visit sheet")),
        ("C", tr("Add to calendar")),
        ("Space", tr("Done")),
        ("S", tr("Later: the next working day")),
        ("Shift S", tr("Later: in a week")),
        ("N", tr("New visit")),
        ("R", tr("Weekly review")),
        ("Ctrl Shift P", trc("key", "print tomorrow")),
    ]
