"""What stands below the people map in a small window: one line, and the legend over the map when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.ui.pages.people.legend import Sign
from kamdesk.ui.pages.people.map import MapFace
from tests.ui import people_story
from tests.ui.held import Held


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    with people_story.shown(tmp_path) as made:
        yield made


@pytest.fixture
def face(held: Held) -> MapFace:
    return held.page.map


def words(part: object) -> set[str]:
    return {sign.accessibleName() for sign in part.findChildren(Sign) if sign.isVisible()}  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(1264, 804), (924, 604), (700, 400)])
def test_the_map_has_most_of_the_place_in_every_window(held: Held, face: MapFace, size: tuple[int, int]) -> None:
    held.page.resize(*size)
    QApplication.processEvents()
    assert face.view.height() >= 0.8 * face.height()
    assert face.foot.zoom.isVisible()


def test_with_room_the_legend_is_always_there(held: Held, face: MapFace) -> None:
    held.page.resize(1500, 804)
    QApplication.processEvents()
    assert "not identified" in words(face.foot.legend)
    assert not face.foot.explain.isVisible()


def test_in_a_small_window_a_button_lays_the_legend_over_the_map_and_escape_takes_it_away(
    held: Held, face: MapFace
) -> None:
    held.page.resize(924, 604)
    QApplication.processEvents()
    assert not face.foot.legend.isVisible()
    face.foot.explain.click()
    assert {"Coach", "not identified", "Reports to", "Path"} <= words(face.foot.card)
    assert face.rect().contains(face.foot.card.geometry())
    for place in (face.view, face.foot.explain):
        face.foot.card.appear()
        place.setFocus()
        held.press(Qt.Key.Key_Escape)
        assert not face.foot.card.isVisible()


def test_the_opened_legend_follows_the_overlay_and_goes_when_there_is_room(held: Held, face: MapFace) -> None:
    held.page.resize(924, 604)
    QApplication.processEvents()
    face.foot.explain.click()
    before = words(face.foot.card)
    face.show_overlay("lead")
    assert words(face.foot.card) != before
    held.page.resize(1500, 804)
    QApplication.processEvents()
    assert not face.foot.card.isVisible()
    assert "not identified" in words(face.foot.legend)
