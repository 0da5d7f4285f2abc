"""The comparison place asked for more: another rival, other words for a tactic, one more attack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.ui.pages.rivals.cells import TACTIC, US
from tests.ui import story
from tests.ui.held import Held
from tests.ui.rivals_hand import on_the_sheet, page

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page on the story's client, the keyboard in the sheet on our detection rate."""
    yield from on_the_sheet(tmp_path, story.whole())


def cell(held: Held) -> tuple[str, str]:
    """The current need and column."""
    view = page(held).body.view
    return view.key, view.column


def test_another_rival_is_picked_by_typing_and_an_unknown_name_becomes_a_new_one(held: Held) -> None:
    place = page(held)
    held.press("r", held=ALT)
    asking = place.body.top.asking
    assert held.focus is asking.line
    held.type_text("远方检测")
    held.press(ENTER)
    assert asking.line.text() == "远方检测"  # the first Enter only says that it is new
    held.press(ENTER)
    rival = held.desk.workspace().rivals[-1]
    assert (rival.name, cell(held)) == ("远方检测", ("detection", rival.key))
    assert asking.isHidden()
    assert not place.body.top.add.isHidden()


def test_escape_from_the_question_which_rival_goes_back_to_the_cell(held: Held) -> None:
    held.press("r", held=ALT)
    held.press(ESCAPE)
    assert held.focus is page(held).body.view
    assert cell(held) == ("detection", US)


def test_on_a_tactic_e_words_it_anew_and_a_writes_down_an_attack(held: Held) -> None:
    place = page(held)
    place.face.go("detection", TACTIC)
    held.press("a")
    assert held.focus is place.attacks.adder.line
    held.press(ESCAPE)
    place.body.view.setFocus()
    held.press("e")
    assert place.panel.isAncestorOf(held.focus)
    held.type_text("带上样件")
    held.press(ENTER)
    assert any(call.text.endswith("带上样件") for call in held.client.calls)
