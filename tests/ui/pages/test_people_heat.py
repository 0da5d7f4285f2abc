"""The heat map: who stands where, moved by keys and by mouse, always with words and always to be taken back."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kamdesk.client.edit import add, change
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.weighing import latest
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.people.heat_cells import COLUMNS, ROWS, Cell, cell_words
from kamdesk.ui.pages.people.place import PeoplePage
from kamdesk.ui.theme import Theme
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.pages.conftest import Hold
from tests.ui.test_looks import contrast

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def held(hold: Hold) -> Held:
    """王璐 neutral with influence 4, 何建国 and 李蔚 without an attitude."""
    made = hold(PeoplePage)
    wang = made.client.get("wang")
    made.desk.do(said("Begin"), change(wang, attitude=Attitude.NEUTRAL))
    made.page.show_face("heat")
    return made


def board(held: Held) -> Any:
    return held.page.faces.heat.board


def where(held: Held, key: str) -> Cell:
    return next(cell for cell in cells() if key in board(held).people_at(cell))


def cells() -> list[Cell]:
    return [Cell(influence, attitude) for influence in ROWS for attitude in COLUMNS]


def test_everybody_stands_on_one_cell_and_unknown_ones_in_a_tray(held: Held) -> None:
    assert where(held, "wang") == Cell(4, Attitude.NEUTRAL)
    assert where(held, "he") == Cell(5, None)
    assert where(held, "li") == Cell(2, None)
    assert sum(len(board(held).people_at(cell)) for cell in cells()) == 3


def test_the_keyboard_is_on_the_chosen_person_and_arrows_walk(held: Held) -> None:
    held.page.open_item("wang", "")
    assert held.focus is board(held).chips["wang"]
    held.press(Qt.Key.Key_Right)
    assert held.page.item() == "he"
    held.press(Qt.Key.Key_Down)
    assert held.page.item() == "li"
    held.press(Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert held.page.item() == "wang"


def test_shift_and_an_arrow_rate_and_the_weigh_in_of_the_day_notes_it(held: Held) -> None:
    held.page.open_item("wang", "")
    held.press(Qt.Key.Key_Right, held=SHIFT)
    wang = held.client.get("wang")
    assert (wang.attitude, wang.influence) == (Attitude.SUPPORTER, 4)
    assert held.done == ["Heat map: 王璐"]
    assert latest(held.client.weighins, "wang").remark == "Attitude: Neutral → Supporter"
    assert held.focus is board(held).chips["wang"]
    held.press(Qt.Key.Key_Up, held=SHIFT)
    assert held.client.get("wang").influence == 5
    held.press(Qt.Key.Key_Up, held=SHIFT)  # there is nothing above
    assert len(held.done) == 2
    notes = [item for item in held.client.weighins if item.contact == "wang" and item.day == TODAY]
    assert [item.remark for item in notes] == ["Attitude: Neutral → Supporter; Influence: 4 → 5"]
    held.desk.undo()
    held.desk.undo()
    assert held.client.get("wang").influence == 4
    assert where(held, "wang") == Cell(4, Attitude.NEUTRAL)


def test_a_tray_is_left_for_the_middle_by_keys(held: Held) -> None:
    held.page.open_item("he", "")
    held.press(Qt.Key.Key_Left, held=SHIFT)
    assert held.client.get("he").attitude is Attitude.NEUTRAL
    held.desk.do(said("New"), add(Contact(key="new", owner=held.key, name="新人")))
    held.page.open_item("new", "")
    held.press(Qt.Key.Key_Up, held=SHIFT)
    assert held.client.get("new").influence == 3


def drag(held: Held, key: str, to: QPoint) -> None:
    chip = board(held).chips[key]
    start = chip.rect().center()
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        goal = board(held).mapToGlobal(chip.geometry().center() + (to - chip.geometry().center()) * share)
        QTest.mouseMove(chip, chip.mapFromGlobal(goal))


def drop(held: Held, key: str) -> None:
    chip = board(held).chips[key]
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())


def test_a_person_is_dragged_to_another_cell(held: Held) -> None:
    drag(held, "wang", board(held).cells[Cell(2, Attitude.COACH)].center())
    drop(held, "wang")
    wang = held.client.get("wang")
    assert (wang.attitude, wang.influence) == (Attitude.COACH, 2)
    assert where(held, "wang") == Cell(2, Attitude.COACH)
    assert board(held).cells[Cell(2, Attitude.COACH)].contains(board(held).chips["wang"].geometry())


def test_a_person_is_dragged_into_a_tray_and_is_unknown(held: Held) -> None:
    drag(held, "wang", board(held).cells[Cell(None, Attitude.NEUTRAL)].center())
    drop(held, "wang")
    assert held.client.get("wang").influence is None
    assert held.client.get("wang").attitude is Attitude.NEUTRAL


def test_esc_lets_go_of_what_is_dragged_and_a_drop_outside_changes_nothing(held: Held) -> None:
    home = board(held).chips["wang"].geometry()
    drag(held, "wang", board(held).cells[Cell(5, Attitude.ENEMY)].center())
    held.press(Qt.Key.Key_Escape)
    drop(held, "wang")
    assert board(held).chips["wang"].geometry() == home
    drag(held, "wang", QPoint(-300, -300))
    drop(held, "wang")
    assert board(held).chips["wang"].geometry() == home
    assert held.done == []


def test_who_moves_up_keeps_an_attitude_that_only_the_weigh_in_gives(held: Held) -> None:
    weighin = held.client.get("aug")
    levels = {f"{name}_counted": 4 for name in ("acceptance", "information", "project")}
    held.desk.do(said("x"), change(held.client.get("wang"), attitude=None), change(weighin, **levels))
    assert where(held, "wang").attitude is not None
    held.page.open_item("wang", "")
    held.press(Qt.Key.Key_Up, held=SHIFT)
    assert held.client.get("wang").influence == 5
    assert held.client.get("wang").attitude is None


def test_enter_opens_the_card_and_w_weighs(held: Held) -> None:
    held.page.open_item("wang", "")
    held.press("w")
    assert held.went == [Goto("weighin", held.key, "wang", "weigh")]
    held.press(Qt.Key.Key_Return)
    assert held.page.faces.name == "card"
    assert held.page.faces.card.current() == "wang"


def test_everything_is_said_in_words_too(held: Held) -> None:
    chip = board(held).chips["wang"]
    assert chip.accessibleName().startswith("王璐, 采购总监; Influence: 4 Political structure; Attitude: Neutral")
    assert "Win over" in chip.toolTip()
    known = [cell for cell in cells() if cell.influence and cell.attitude]
    assert all(cell_words(cell, held.look) and cell.ground for cell in known)
    assert len({(cell_words(cell, held.look), cell.ground) for cell in known}) == 5  # a colour never without its word


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_on_every_heat(dark: bool) -> None:
    theme = Theme(dark)
    for ground in ("heat_hot", "heat_warm", "heat_keep", "heat_help", "heat_rest"):
        for ink in ("text", "text2", "muted"):
            assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5, (ink, ground)


def test_two_hundred_people_are_all_there_and_each_inside_the_cell(held: Held) -> None:
    attitudes = [*Attitude, None]
    crowd = [
        Contact(
            key=f"p{n}", owner=held.key, name=f"Person {n}", influence=n % 6 or None, attitude=attitudes[n % 5 + n % 2]
        )
        for n in range(200)
    ]
    held.desk.do(said("Crowd"), *(add(item) for item in crowd))
    found = [key for cell in cells() for key in board(held).people_at(cell)]
    assert sorted(found) == sorted([*(item.key for item in crowd), "wang", "he", "li"])
    for cell in cells():
        for key in board(held).people_at(cell):
            assert board(held).cells[cell].contains(board(held).chips[key].geometry()), key


def test_who_has_left_is_not_on_the_board(held: Held) -> None:
    wang = held.client.get("wang")
    held.desk.do(said("x"), change(wang, left=TODAY))
    assert "wang" not in board(held).chips


def test_a_step_never_leads_out_of_the_grid() -> None:
    for cell in cells():
        for right, up in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            after = cell.step(right, up)
            assert dataclasses.astuple(after) != dataclasses.astuple(cell) or cell.influence in (1, 5) or cell.attitude
            assert after.influence in ROWS
            assert after.attitude in COLUMNS
