"""The keys of the People place as footer and cheat sheet tell them."""

from __future__ import annotations

from kamdesk.ui.look import Look


def people_keys(look: Look, *, on_map: bool) -> list[tuple[str, str]]:
    """What can be done with the people; the map knows more than the list."""
    tr, trc = look.tr, look.trc
    rows = [
        ("Enter", tr("to the form")),
        ("W", trc("key", "weigh")),
        ("A", trc("key", "action")),
        ("N", trc("key", "new")),
    ]
    rest = [
        ("Del", tr("left or removed")),
        ("Ctrl F", trc("key", "find")),
        ("L", trc("key", "note")),
        ("1 2 3 4", tr("map, list, heat map, card")),
    ]
    if not on_map:
        return [*rows, *rest]
    return [
        *rows,
        ("R", tr("reports to")),
        ("I T C", trc("key", "line")),
        ("Ctrl ← ↑ → ↓", trc("key", "move")),
        *rest[:2],
        ("Space", trc("key", "fold")),
        ("P", trc("key", "path")),
        ("E", tr("edit lines")),
        ("H", tr("hints")),
        ("Shift N", tr("somebody not met")),
        *rest[2:],
        ("+ − 0 F", trc("key", "zoom")),
        ("Ctrl A", tr("choose all")),
    ]
