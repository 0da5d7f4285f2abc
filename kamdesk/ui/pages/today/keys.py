"""The keys of Today by their names."""

from __future__ import annotations

from kamdesk.ui.look import Look


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
