"""The comparison place, used by its keys on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, RivalKind, Standing
from kamdesk.desk.rivals import in_order, standing_of
from kamdesk.ui.pages.rivals.cell_line import CellLine
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, US, WANTS, WEIGHT
from kamdesk.ui.pages.rivals.editor import CellEditor
from kamdesk.ui.pages.rivals.place import RivalsPage
from kamdesk.ui.parts.typed_editors import TypedEditor
from tests.ui import story
from tests.ui.held import Held
from tests.ui.rivals_hand import on_the_sheet, page

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, ESCAPE, TAB, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Delete
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page on the story's client, the keyboard in the sheet on our detection rate."""
    yield from on_the_sheet(tmp_path, story.whole())


def cell(held: Held) -> tuple[str, str]:
    """The current need and column."""
    view = page(held).body.view
    return view.key, view.column


def editor(held: Held) -> CellEditor:
    """The editor that lies over a cell."""
    found = page(held).body.editor
    assert isinstance(found, CellEditor)
    return found


def factor(held: Held, key: str) -> Factor:
    """A need as it is stored."""
    found = held.client.get(key)
    assert isinstance(found, Factor)
    return found


def kerui(held: Held, need: str) -> Standing:
    """Where the main rival stands, as it is stored."""
    found = standing_of(held.client, need, "kerui")
    assert found is not None
    return found


def words(held: Held, need: str, column: str) -> str:
    """What a cell says to a screen reader."""
    rows = page(held).body.view.rows
    return str(rows.index_of(need, rows.columns.index(column)).data())


def test_arrows_move_the_cell(held: Held) -> None:
    assert cell(held) == ("detection", US)
    held.press(RIGHT, DOWN)
    assert cell(held) == ("price", "kerui")
    held.press(LEFT, LEFT, LEFT, UP)
    assert cell(held) == ("detection", WEIGHT)


def test_typing_begins_to_edit_the_cell_and_enter_goes_down(held: Held) -> None:
    held.press(LEFT, "8", " ", "h", ENTER)
    assert factor(held, "detection").wants == "8 h"
    assert cell(held) == ("price", WANTS)
    assert held.done == ["Change Client wants of Detection rate"]


def test_value_score_source_and_day_are_written_in_one_small_editor(held: Held) -> None:
    held.press(RIGHT, ENTER)
    held.press("9", "7", "%", TAB, "2", TAB)
    held.type_text("行业刊物")
    held.press(TAB)
    held.press("1", "1", "-", "0", "2", ENTER)
    known = kerui(held, "detection")
    assert (known.value, known.score, known.source, known.day) == ("97%", 2, "行业刊物", date(2026, 11, 2))
    assert held.done == ["科瑞 on Detection rate"]
    assert page(held).body.editor is None


def test_tab_goes_on_to_the_next_cell_with_what_was_typed(held: Held) -> None:
    page(held).body.view.go("detection", WEIGHT)
    held.press("4", "0", TAB)
    assert factor(held, "detection").importance == Decimal(40)
    assert cell(held) == ("detection", WANTS)


def test_escape_forgets_what_was_typed(held: Held) -> None:
    held.press("5", ESCAPE)
    assert (factor(held, "detection").value, page(held).body.editor, held.done) == ("", None, [])
    assert cell(held) == ("detection", US)


def test_delete_clears_a_cell_and_undo_brings_it_back(held: Held) -> None:
    held.press(RIGHT, DELETE)
    assert (kerui(held, "detection").value, kerui(held, "detection").score) == ("", None)
    assert words(held, "detection", "kerui") == "unknown"
    held.desk.undo()
    assert kerui(held, "detection").value == "98.9%"


def test_delete_on_a_need_removes_it_with_its_cells_in_one_step(held: Held) -> None:
    page(held).body.view.go("price", NEED)
    held.press(DELETE)
    assert [item.key for item in in_order(held.client)] == ["detection", "service"]
    assert standing_of(held.client, "price", "kerui") is None
    held.desk.undo()
    assert kerui(held, "price").score == 4


def test_rubbish_stays_in_the_field_and_says_what_is_wrong(held: Held) -> None:
    page(held).body.view.go("detection", WEIGHT)
    held.press("m", "u", "c", "h", ENTER)
    open_editor = editor(held)
    assert "is no percentage" in open_editor.first.problem()
    assert isinstance(open_editor.first, TypedEditor)
    assert open_editor.first.line.text() == "much"
    assert (factor(held, "detection").importance, held.done) == (Decimal(50), [])


def test_a_wrong_day_holds_the_whole_cell_back(held: Held) -> None:
    held.press(ENTER, TAB, TAB, TAB, "3", "1", ".", "2", ".", ENTER)
    assert "is no day" in editor(held).editors["day"].problem()
    assert held.done == []
    QApplication.processEvents()
    over = editor(held)
    layout = over.layout()
    assert layout is not None
    assert over.height() >= layout.totalHeightForWidth(over.width()) - 4, "what is wrong has room to be read"
    assert over.parentWidget().rect().contains(over.geometry())


def test_chinese_is_composed_right_in_the_cell(held: Held) -> None:
    page(held).body.view.go("detection", WANTS)
    QApplication.sendEvent(held.focus, QInputMethodEvent("bu di yu", []))
    assert held.focus is editor(held).first.control
    held.type_text("不低于 99%")
    held.press(ENTER)
    assert factor(held, "detection").wants == "不低于 99%"


def test_alt_and_arrows_rank_the_needs(held: Held) -> None:
    held.press(DOWN, held=ALT)
    assert [item.key for item in in_order(held.client)] == ["price", "detection", "service"]
    assert cell(held) == ("detection", US)
    held.press(UP, UP, held=ALT)
    assert [item.key for item in in_order(held.client)] == ["detection", "price", "service"]


def test_what_is_unknown_makes_no_tactic_and_says_so(held: Held) -> None:
    service = page(held).face.sheet.row("service")  # type: ignore[union-attr]
    assert service is not None
    assert service.tactic is None
    assert words(held, "service", TACTIC) == "No rival's score is known"
    assert words(held, "service", "kerui") == "unknown"
    page(held).body.view.go("service", TACTIC)
    held.press(ENTER)
    assert held.client.actions == ()


def test_marks_say_who_is_better_in_words_too(held: Held) -> None:
    assert "better" in words(held, "detection", US)
    assert "worse" in words(held, "detection", "kerui")
    assert "worse" in words(held, "price", US)


def test_enter_on_a_tactic_makes_an_action_linked_to_the_need(held: Held) -> None:
    page(held).body.view.go("detection", TACTIC)
    held.press(ENTER)
    (action,) = held.client.actions
    assert (action.factor, action.due) == ("detection", date(2026, 12, 7))


def test_control_n_adds_needs_one_after_the_other(held: Held) -> None:
    page(held).open_item("", "new")
    held.type_text("交期")
    held.press(ENTER)
    held.type_text("服务")
    held.press(ENTER)
    assert [item.name for item in in_order(held.client)][3:] == ["交期", "服务"]


def test_tab_after_the_name_of_a_new_need_goes_on_to_its_weight(held: Held) -> None:
    page(held).open_item("", "new")
    held.type_text("包装")
    held.press(TAB)
    added = in_order(held.client)[-1]
    assert added.name == "包装"
    assert cell(held) == (added.key, WEIGHT)
    held.press("4", "0", ENTER)
    assert factor(held, added.key).importance == Decimal(40)


def test_a_shared_rival_gets_a_column_and_loses_it_again(held: Held) -> None:
    page(held).face.deeds.bring("brandt")
    assert page(held).body.view.rows.columns == (NEED, WEIGHT, WANTS, US, "kerui", "brandt", TACTIC)
    page(held).face.deeds.set_main("brandt")
    assert page(held).body.view.rows.columns[4:6] == ("brandt", "kerui")
    page(held).face.deeds.drop("brandt")
    assert held.client.company.rival is None
    assert "brandt" not in page(held).body.view.rows.columns


def test_a_new_rival_is_shared_by_all_clients(held: Held) -> None:
    page(held).face.deeds.make_rival("自己动手")
    assert "自己动手" in [rival.name for rival in held.desk.workspace().rivals]
    assert page(held).body.view.rows.columnCount() == 7


def test_weights_that_do_not_sum_to_a_hundred_are_told(held: Held) -> None:
    page(held).body.view.go("detection", WEIGHT)
    held.press("4", "0", ENTER)
    assert "90" in page(held).body.warnings.accessibleName()


def test_the_sum_is_shown_only_when_asked_for(held: Held) -> None:
    assert page(held).body.sum.isHidden()
    page(held).body.view.go("detection", TACTIC)
    held.press("s")
    assert not page(held).body.sum.isHidden()
    assert "3.60" in page(held).body.sum.accessibleName()
    assert "unknown" in page(held).body.sum.accessibleName()


def test_a_change_from_elsewhere_leaves_a_half_typed_cell_alone(held: Held) -> None:
    held.press("9", "9")
    held.show()
    line = page(held).body.editor
    assert isinstance(line, CellLine)
    assert (line.line.text(), held.focus) == ("99", line.line)


def test_without_needs_five_usual_ones_can_be_begun_with(qapp: QApplication, tmp_path: Path) -> None:
    records: list[Record] = [*story.rivals(), story.company()]
    held = Held(tmp_path / "data", records, RivalsPage)
    page(held).face.empty.buttons["usual"].click()
    first = in_order(held.client)[0]
    assert (first.name, first.importance) == ("Price", Decimal(20))
    assert len(held.client.factors) == 5
    held.close()


def test_doing_nothing_is_a_rival_too(held: Held) -> None:
    page(held).face.deeds.make_kind(RivalKind.NOTHING)
    rival = held.desk.workspace().rivals[-1]
    assert (rival.name, rival.kind) == ("Do nothing", RivalKind.NOTHING)
    assert cell(held) == ("detection", rival.key)
    assert RivalKind.NOTHING not in page(held).body.top._kinds


def test_the_panel_follows_the_need_as_soon_as_the_keys_rest(held: Held, qtbot: QtBot) -> None:
    page(held).catch_up()
    held.press(DOWN)
    qtbot.waitUntil(lambda: page(held).panel._need == "price")
