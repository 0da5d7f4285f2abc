"""What the Plan place says: its keys, and what stands there before anything is planned."""

from __future__ import annotations

from kamdesk.ui.look import Look
from kamdesk.ui.parts.empty import EmptyState


def plan_keys(look: Look, *, promises: bool, unnoted: bool) -> list[tuple[str, str]]:
    """What the keys do in the list, or in the ledger of promises; `unnoted` ones can be noted there."""
    tr, trc = look.tr, look.trc
    more = [("S", trc("key", "snooze")), ("E", tr("Prove by what was kept"))] if promises else []
    more += [("W", tr("Note who promised"))] if promises and unnoted else []
    turn = ("P", tr("All actions") if promises else tr("Promises"))
    others = [turn, ("Ctrl N", trc("key", "new")), ("Del", trc("key", "remove"))]
    return [("Space", trc("key", "done")), *more, ("Enter", tr("to the form")), *others]


def no_actions(look: Look) -> EmptyState:
    """What is shown while nothing is planned."""
    tr = look.tr
    return EmptyState(
        look,
        "file-check",
        tr("What do we owe them, what do they owe us?"),
        tr("Write it as you would say it: “send the ISO report @Lin 12-04”. The name and the day are understood."),
        (("new", tr("New action"), "Ctrl+N"),),
    )
