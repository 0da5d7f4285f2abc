"""New people on the map by the keyboard: one after the other, posts nobody has been met in, names there are already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.company import Company
from kamdesk.client.people import TieKind
from kamdesk.ui.pages.people.map import MapFace
from kamdesk.ui.pages.people.place import PeoplePage
from tests.ui.held import Held
from tests.ui.map_keys import ENTER, ESCAPE, SHIFT, at, face, held, person

__all__ = ["face", "held"]  # fixtures


def test_new_people_are_named_one_after_the_other_below_the_chosen_one(held: Held, face: MapFace) -> None:
    at(held, "lh")
    held.press("n")
    held.type_text("周航")
    held.press(Qt.Key.Key_Tab)
    held.type_text("车间主任")
    held.press(ENTER)
    held.type_text("郑爽")
    held.press(ENTER, ENTER)
    made = person(held, "周航")
    assert (made.title_at_work, made.department, made.reports_to) == ("车间主任", "生产部", "lh")
    assert face.scene.current == person(held, "郑爽").key
    assert held.focus is face.view


def test_a_post_nobody_has_been_met_in_is_made_with_shift_n(held: Held, face: MapFace) -> None:
    at(held, "he")
    held.press("n", held=SHIFT)
    held.type_text("法务总监")
    held.press(ENTER, ESCAPE)
    assert person(held, "法务总监").placeholder


def test_a_name_that_is_there_already_is_told_and_made_on_a_second_enter(held: Held, face: MapFace) -> None:
    at(held, "he")
    held.press("n")
    held.type_text("陈启明")
    held.press(ENTER)
    assert face.asking.card._notice.isVisible()
    assert len(held.client.contacts) == 10
    held.press(ENTER)
    assert len(held.client.contacts) == 11


def test_a_client_is_mapped_from_nothing_by_the_keyboard_alone(qapp: QApplication, tmp_path: Path) -> None:
    held = Held(tmp_path, [Company(key="n", owner="n", name="New")], PeoplePage)
    QTest.qWaitForWindowActive(held.page)
    held.page.body.empty.buttons["new"].setFocus()
    held.press("n")
    held.type_text("Anna")
    held.press(ENTER, ESCAPE, "n")
    held.type_text("Piotr")
    held.press(ENTER, ESCAPE, "t")
    held.type_text("anna")
    held.press(ENTER, ENTER)
    assert held.client.contacts[1].reports_to == held.client.contacts[0].key
    assert (held.client.ties[0].source, held.client.ties[0].kind) == (held.client.contacts[1].key, TieKind.TRUST)
    held.close()
