"""The people map as a hand at the keyboard finds it: the page, the map, whom one stands at; and its keys by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.client.people import Contact
from kamdesk.ui.pages.people.map import MapFace
from tests.ui import people_story
from tests.ui.held import Held

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page with the keyboard on the map."""
    with people_story.shown(tmp_path) as made:
        made.page.map.view.setFocus()
        yield made


@pytest.fixture
def face(held: Held) -> MapFace:
    """The map."""
    return held.page.map


def at(held: Held, key: str) -> None:
    """Stand at a person."""
    held.page.open_item(key, "")


def person(held: Held, name: str) -> Contact:
    """Somebody by the name."""
    return next(contact for contact in held.client.contacts if contact.name == name)
