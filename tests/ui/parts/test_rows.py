"""Rows are never reset: whatever comes, selection and values follow their keys."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from kamdesk.ui.look import Look
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import ITEM, RowDelegate, Rows


@dataclass(frozen=True)
class Thing:
    key: str
    title: str = ""


def things(keys: str, title: str = "") -> list[Thing]:
    return [Thing(key, title or key) for key in keys]


@pytest.fixture
def rows(qapp: QApplication) -> Rows:
    model = Rows()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)  # type: ignore[attr-defined]
    return model


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=1, max_size=6))
def test_after_any_change_the_rows_are_as_given_and_held_places_follow_their_keys(
    rows: Rows, orders: list[list[str]]
) -> None:
    for turn, order in enumerate(orders):
        places = [rows.index(row, 0) for row in range(rows.rowCount())]
        held = {rows.key_of(place): QPersistentModelIndex(place) for place in places}
        given = things("".join(order), f"turn {turn}")
        rows.show_rows(given)
        assert list(rows.rows) == given
        for key, index in held.items():
            assert index.isValid() == (key in order)
            if index.isValid():
                assert index.data(ITEM).key == key


def test_nothing_is_signalled_when_nothing_changed(rows: Rows) -> None:
    rows.show_rows(things("abc"))
    told: list[str] = []
    rows.layoutChanged.connect(lambda: told.append("layout"))
    rows.dataChanged.connect(lambda: told.append("data"))
    rows.rowsInserted.connect(lambda: told.append("rows"))
    rows.show_rows(things("abc"))
    assert told == []


def test_the_model_is_never_reset(rows: Rows) -> None:
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.show_rows(things("abcdef"))
    rows.show_rows(things("fx"))
    rows.show_rows([])
    assert told == []


def test_the_current_row_stays_with_its_key(look: Look, qtbot) -> None:
    view = RowList(RowDelegate(look), "things")
    qtbot.addWidget(view)
    view.show_rows(things("abcd"))
    view.choose("c")
    view.show_rows(things("dxcba"))
    assert view.current_key() == "c"


def test_enter_opens_space_ticks_and_delete_removes_the_current_row(look: Look, qtbot) -> None:
    view = RowList(RowDelegate(look), "things")
    qtbot.addWidget(view)
    view.show_rows(things("ab"))
    view.choose("b")
    told: list[tuple[str, str]] = []
    view.opened.connect(lambda key: told.append(("opened", key)))
    view.ticked.connect(lambda key: told.append(("ticked", key)))
    view.removing.connect(lambda key: told.append(("removing", key)))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        qtbot.keyClick(view, key)
    assert told == [("opened", "b"), ("ticked", "b"), ("removing", "b")]


def test_where_the_current_row_goes_the_next_one_is_current(qapp: QApplication) -> None:
    listed = RowList(RowDelegate(Look.make("en", motion=False)), "Things")
    listed.show_rows(things("abcd"))
    listed.choose("b")
    listed.show_rows(things("acd"))
    assert listed.current_key() == "c"
    listed.choose("d")
    listed.show_rows(things("ac"))
    assert listed.current_key() == "c"
    listed.show_rows([])
    assert listed.current_key() == ""
