"""The sheet of the comparison as tests hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.desk.rivals import standing_of
from kamdesk.ui.pages.rivals.place import RivalsPage
from kamdesk.ui.pages.rivals.sheet_face import SheetFace
from tests.ui.held import Held


def on_the_sheet(folder: Path, records: Iterable[Record]) -> Iterator[Held]:
    """The page over a store in a folder, the keyboard in the sheet on our detection rate; closed at the end."""
    made = Held(folder / "data", [*records], RivalsPage)
    made.page.open_item("detection", "")
    yield made
    made.close()


def page(held: Held) -> RivalsPage:
    """The page itself."""
    assert isinstance(held.page, RivalsPage)
    return held.page


def face(held: Held) -> SheetFace:
    """The sheet."""
    return page(held).face


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
