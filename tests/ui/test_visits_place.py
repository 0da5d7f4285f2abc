"""The place of a client's visits as a whole: what it carries beside, where it leads, what the frame asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.visit.place import VisitsPage
from tests.ui.held import Held
from tests.ui.visit_story import page, press, story, visit


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The visits place of the story."""
    held = Held(tmp_path / "data", story(), VisitsPage)
    yield held
    held.close()


def test_the_panel_says_what_to_carry(held: Held) -> None:
    panel = page(held).panel
    assert [card.person.contact.name for card in panel._people if card.person] == ["王璐"]
    assert panel._lines[0].text() == "发报告"
    assert "2 days late" in panel._lines[0].accessibleName()
    panel._people[0].click()
    panel._lines[0].click()
    assert held.went == [Goto("people", "hx", "wang"), Goto("plan", "hx", "a1")]


def chosen(held: Held, words: str) -> None:
    """Choose from what can be done with the visit."""
    menu = page(held).out.menu(page(held).deeds)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()


def test_the_whole_plan_is_a_choice_away(held: Held) -> None:
    chosen(held, "The whole plan on paper")
    assert held.went == [Goto("paper", "hx")]


def test_a_visit_goes_with_everything_and_comes_back_by_undo(held: Held) -> None:
    chosen(held, "Remove this visit")
    assert [item.key for item in held.client.visits] == ["past"]
    assert not held.client.checks
    assert visit(held).key == "past"
    held.desk.undo()
    assert len(held.client.checks) == 2


def test_the_frame_asks_for_actions(held: Held) -> None:
    page(held).open_item("past", "prepare")
    assert visit(held).key == "past"
    assert not page(held).view.debriefing
    page(held).open_item("next", "debrief")
    assert page(held).view.debriefing
    page(held).open_item("", "new")
    assert len(held.client.visits) == 3


def test_a_narrow_page_gives_the_panel_up_and_i_brings_it(held: Held) -> None:
    page(held).resize(924, 600)
    assert page(held).panel_width == 0
    press(held, Qt.Key.Key_I)
    assert page(held).panel_width > 0
    assert page(held).side.face == "carry"
    press(held, Qt.Key.Key_I)
    assert page(held).panel_width == 0


def test_everything_has_a_name_for_screen_readers(held: Held) -> None:
    for widget in page(held).findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget


def test_the_chip_of_a_person_grows_with_a_long_name(held: Held) -> None:
    chip = page(held).view.body.people.theirs._chips[0]
    assert chip.guest is not None
    guest = chip.guest

    def wide(name: str) -> int:
        chip.show_guest(replace(guest, name=name))
        return chip.sizeHint().width()

    usual = wide("王璐")
    assert wide("陈启明") == usual
    assert usual < wide("Agnieszka Dąbrowska") < 2 * usual
    assert wide("W" * 400) < 2 * usual
