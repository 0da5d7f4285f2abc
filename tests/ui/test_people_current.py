"""Who is marked in a face of the people is the one in the panel, and a refusal hides nothing of what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui import people_story
from tests.ui.held import Held


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    with people_story.shown(tmp_path) as made:
        yield made


@pytest.mark.parametrize("face", ["list", "heat", "card"])
def test_with_nobody_chosen_on_the_map_another_face_begins_with_somebody_who_is_still_there(
    held: Held, face: str
) -> None:
    held.page.map.scene.choose("")
    assert held.page.item() == ""
    held.page.show_face(face)
    assert held.page.item() == "he"
    assert held.page.panel.record().name == "何建国"


def test_the_sentence_of_a_refused_ring_does_not_lie_over_the_question(held: Held) -> None:
    page = held.page
    page.map.choose("he")
    page.map.setFocus()
    held.press("r")
    held.type_text("王璐")
    held.press(Qt.Key.Key_Return)
    assert page.map.notice.words()
    assert page.map.asking.open
    assert page.map.notice.geometry().bottom() < page.map.view.height() / 2
