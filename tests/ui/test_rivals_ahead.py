"""What is typed into the sheet is painted before it is stored, and taken up again where it could not be stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.client.rival_records import Factor
from kamdesk.ui.doing import Doing
from kamdesk.ui.pages.rivals.cell_line import CellLine
from tests.ui import story
from tests.ui.held import Held
from tests.ui.rivals_hand import on_the_sheet, page


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page on the story's client, the keyboard in the sheet on our detection rate."""
    yield from on_the_sheet(tmp_path, story.whole())


def shown(held: Held) -> int | None:
    """Our score of the detection rate as the sheet shows it."""
    rows = page(held).body.view.rows
    score = rows.item(rows.index_of("detection")).factor.score
    assert score is None or isinstance(score, int)
    return score


def stored(held: Held) -> int | None:
    """The same as it is stored."""
    found = held.client.get("detection")
    assert isinstance(found, Factor)
    return found.score


def test_the_cell_is_shown_and_left_before_it_is_stored(held: Held) -> None:
    seen: list[tuple[int | None, int | None, str, bool]] = []
    before, view = stored(held), page(held).body.view

    def look(_doing: Doing) -> None:
        seen.append((shown(held), stored(held), view.key, page(held).body.editor is None))

    new = 1 if before != 1 else 2
    page(held).face.deeds.edited.disconnect(page(held).face.edited)
    page(held).face.deeds.edited.connect(look)
    page(held).face.deeds.edited.connect(page(held).face.edited)
    held.press(str(new))
    held.press(Qt.Key.Key_Return)
    [(at_once, then, key, left)] = seen
    assert (at_once, then, left) == (new, before, True)
    assert key != "detection"
    assert (stored(held), shown(held), view.key) == (new, new, key)


def test_what_could_not_be_stored_is_taken_up_again(held: Held) -> None:
    before, view = stored(held), page(held).body.view
    page(held).face.deeds.edited.disconnect(page(held).face.edited)  # nobody stores it
    held.press("1" if before != 1 else "2")
    held.press(Qt.Key.Key_Return)
    line = page(held).body.editor
    assert isinstance(line, CellLine)
    assert line.line.text() == ("1" if before != 1 else "2")
    assert line.isAncestorOf(QApplication.focusWidget() or view)
    assert (view.key, stored(held), shown(held)) == ("detection", before, before)
