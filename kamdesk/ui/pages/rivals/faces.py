"""The two faces of the comparison place: the sheet of needs, and each rival at this client."""

from __future__ import annotations

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import with_key
from kamdesk.ui.parts.segments import Option, Segments

SHEET, HERE = "sheet", "here"
FACES = (SHEET, HERE)


def face_segments(look: Look) -> Segments:
    """Says which face is shown and turns to the other one: Alt+1 and Alt+2, because a cell takes bare digits."""
    tr, trc = look.tr, look.trc
    options = (
        Option(SHEET, trc("comparison", "Sheet"), "grid-3x3"),
        Option(HERE, trc("comparison", "Rival here"), "swords"),
    )
    made = Segments(look, options, tr("Sheet or rival here"))
    made.setToolTip(with_key(tr("Sheet or rival here"), "Alt+1 2"))
    return made
