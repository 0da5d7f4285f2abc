"""The sheet of the comparison as tests hold it."""

from __future__ import annotations

from kamdesk.client.rival_records import Factor, Standing
from kamdesk.desk.rivals import standing_of
from kamdesk.ui.pages.rivals.place import RivalsPage
from kamdesk.ui.pages.rivals.sheet_face import SheetFace
from tests.ui.held import Held


def face(held: Held) -> SheetFace:
    """The sheet."""
    assert isinstance(held.page, RivalsPage)
    return held.page.face


def go(held: Held, key: str, column: str) -> None:
    """Make a cell the current one."""
    face(held).body.view.go(key, column)


def us(held: Held, key: str) -> Factor:
    """A need as it is stored."""
    found = held.client.get(key)
    assert isinstance(found, Factor)
    return found


def kerui(held: Held, need: str) -> Standing:
    """Where the main rival stands, as it is stored."""
    found = standing_of(held.client, need, "kerui")
    assert found is not None
    return found
