"""The frame of the window: going about, saving and failing, undo, keys, sheets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import change
from kamdesk.desk.desk import Desk
from kamdesk.settings import Settings
from kamdesk.ui.actions import DEEDS, deed
from kamdesk.ui.client_view import ClientView
from kamdesk.ui.field_undo import FieldUndo
from kamdesk.ui.frame import Frame
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.registry import client_places, rail_places
from kamdesk.ui.pages.weighin.form import FactForm
from kamdesk.ui.pages.weighin.place import WeighInPage
from kamdesk.ui.pages.weighin.row import WeighRow
from kamdesk.ui.shared import Shared
from kamdesk.words import said
from tests.ui.conftest import FillingStore, free

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def rename(desk: Desk, short: str) -> Doing:
    """The step that gives a client another short name."""
    return Doing(said("Edit the client"), (change(desk.client("hx").company, short=short),))


def fill(desk: Desk, full: bool) -> None:
    """Fill the disk, or make room."""
    assert isinstance(desk.store, FillingStore)
    desk.store.full = full


def test_back_and_forward_walk_over_the_places_visited(frame: Frame) -> None:
    first, second = list(client_places())[:2]
    for goto in (Goto("clients"), Goto(first, "hx"), Goto(second, "hx")):
        frame.way.go(goto)
    QTest.keyClick(frame, Qt.Key.Key_Left, ALT)
    assert frame.stage.place == Goto(first, "hx")
    QTest.keyClick(frame, Qt.Key.Key_Left, ALT)
    assert frame.stage.view is None
    QTest.keyClick(frame, Qt.Key.Key_Right, ALT)
    assert frame.stage.place == Goto(first, "hx")


def test_keys_with_numbers_go_to_the_places_of_the_rail(frame: Frame) -> None:
    for index, name in enumerate(rail_places()):
        QTest.keyClick(frame, Qt.Key(Qt.Key.Key_1 + index), CTRL)
        assert frame.stage.place == Goto(name)


@pytest.mark.parametrize("name", list(client_places()))
def test_every_place_of_a_client_opens(frame: Frame, name: str) -> None:
    frame.way.go(Goto(name, "hx"))
    assert frame.stage.place == Goto(name, "hx")
    assert frame.stage.page is not None
    frame.grab()


@pytest.mark.parametrize("name", list(rail_places()))
def test_every_place_of_the_rail_opens(frame: Frame, name: str) -> None:
    frame.way.go(Goto(name))
    assert frame.stage.place == Goto(name)
    frame.grab()


def test_what_could_not_be_saved_waits_and_can_be_tried_again(frame: Frame, desk: Desk) -> None:
    fill(desk, True)
    assert not frame.saving.do(rename(desk, "华星"))
    assert frame.bar.isVisible()
    assert "full" in frame.bar.accessibleName()
    frame.bar.copied.emit()
    assert "华星" in QGuiApplication.clipboard().text()
    fill(desk, False)
    frame.bar.retried.emit()
    assert desk.client("hx").company.short == "华星"
    assert not frame.bar.isVisible()


def test_trying_again_keeps_what_was_saved_meanwhile(frame: Frame, desk: Desk) -> None:
    waiting = rename(desk, "华星")
    fill(desk, True)
    frame.saving.do(waiting)
    fill(desk, False)
    frame.saving.do(Doing(said("Edit the client"), (change(desk.client("hx").company, region="深圳"),)))
    frame.saving.retry()
    company = desk.client("hx").company
    assert (company.short, company.region) == ("华星", "深圳")


def test_a_removed_client_is_left_and_comes_back_by_undo(frame: Frame, desk: Desk) -> None:
    before = desk.client("hx")
    frame.way.go(Goto("", "hx"))
    frame.deeds.run("remove_client")
    assert frame.stage.view is None
    assert [glance.key for glance in desk.clients()] == ["lo"]
    QTest.keyClick(frame, Qt.Key.Key_Z, CTRL)
    assert desk.client("hx") == before
    QTest.keyClick(frame, Qt.Key.Key_Z, CTRL | SHIFT)
    assert [glance.key for glance in desk.clients()] == ["lo"]


def test_undo_is_named_in_menu_and_palette(frame: Frame, desk: Desk) -> None:
    frame.saving.do(rename(desk, "华星"))
    assert frame.deeds.can(deed("undo")) == "Undo: Edit the client"
    assert frame.deeds.can(deed("redo")) is None


def test_undo_belongs_to_the_text_field_while_it_has_something_to_take_back(
    qtbot: QtBot, frame: Frame, desk: Desk
) -> None:
    watch = FieldUndo(frame)
    field = QLineEdit(frame)
    field.show()
    field.setFocus()
    frame.saving.do(rename(desk, "华星"))
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert desk.client("hx").company.short == "华星"
    while field.isUndoAvailable():
        field.undo()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert desk.client("hx").company.short == "华星精密"
    watch.deleteLater()


def test_f6_walks_over_the_parts_of_the_window(frame: Frame) -> None:
    frame.way.go(Goto("clients"))
    frame.activateWindow()
    seen = set()
    for _ in range(4):
        QTest.keyClick(frame, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(frame.rail.isAncestorOf(focus))
    assert seen == {True, False}


def test_the_keyboard_is_in_the_list_when_its_place_is_shown(frame: Frame) -> None:
    frame.activateWindow()
    frame.setFocus()
    frame.way.go(Goto("overview", "hx"))
    frame.way.go(Goto("clients"))
    assert isinstance(QApplication.focusWidget(), QAbstractItemView)


@pytest.mark.parametrize("place", ["overview", "people", "weighin", "plan"])
def test_the_keyboard_leaves_the_rail_for_the_place_that_was_chosen(frame: Frame, place: str) -> None:
    frame.activateWindow()
    frame.way.go(Goto("clients"))
    frame.rail.findChildren(QAbstractButton)[0].setFocus()
    frame.way.go(Goto(place, "hx"))
    focus, page = QApplication.focusWidget(), frame.stage.page
    assert focus is not None
    assert page is not None
    assert focus is page or page.isAncestorOf(focus)


def test_in_the_weigh_in_the_keyboard_is_on_the_row_that_is_worked_on(frame: Frame) -> None:
    frame.activateWindow()
    frame.way.go(Goto("weighin", "hx"))
    assert isinstance(QApplication.focusWidget(), WeighRow)


def test_a_kept_fact_leaves_the_keyboard_in_the_weigh_in(frame: Frame, desk: Desk) -> None:
    frame.activateWindow()
    frame.way.go(Goto("weighin", "hx"))
    page = frame.stage.page
    assert isinstance(page, WeighInPage)
    for key in (Qt.Key.Key_4, Qt.Key.Key_E):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    form = page.body.rows.row.facts.findChild(FactForm)
    assert form is not None
    QTest.keyClicks(form.text, "called us first")
    form.more.click()
    form.details.source.setFocus()
    QTest.keyClick(form.details.source, Qt.Key.Key_Return)
    assert len(desk.client("hx").evidence) == 1
    assert isinstance(QApplication.focusWidget(), WeighRow)


def test_ctrl_page_down_walks_over_the_places_of_a_client(frame: Frame) -> None:
    names = list(client_places())
    frame.way.go(Goto(names[0], "hx"))
    seen = []
    for _ in names:
        QTest.keyClick(frame, Qt.Key.Key_PageDown, CTRL)
        seen.append(frame.stage.place.place)
    assert seen == [*names[1:], names[0]]
    QTest.keyClick(frame, Qt.Key.Key_PageUp, CTRL)
    assert frame.stage.place == Goto(names[-1], "hx")


def test_a_new_client_is_filled_in_at_once(frame: Frame, desk: Desk) -> None:
    frame.activateWindow()
    frame.create_client("Nordvik Marine")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Nordvik")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.client(frame.stage.place.client).company.short == "Nordvik"


@pytest.mark.parametrize("place", ["people", "weighin"])
def test_another_language_keeps_the_person_that_was_chosen(frame: Frame, shared: Shared, place: str) -> None:
    frame.way.go(Goto(place, "hx", "cq"))
    other = Frame(Look.make("zh_TW", motion=False), shared, Settings(welcomed=True))
    other.take_over(frame)
    assert other.stage.place == Goto(place, "hx")
    assert other.stage.page is not None
    assert other.stage.page.item() == "cq"
    free(other)


def test_folding_keeps_the_places_reachable(frame: Frame) -> None:
    wide = frame.rail.width()
    with_words = frame.grab()
    QTest.keyClick(frame, Qt.Key.Key_B, CTRL)
    assert frame.rail.width() == 56
    assert frame.grab() != with_words
    QTest.keyClick(frame, Qt.Key.Key_B, CTRL)
    assert frame.rail.width() == wide


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_cheat_sheet_opens_and_closes(frame: Frame, key: Qt.Key) -> None:
    frame.way.go(Goto("clients"))
    frame.setFocus()
    QTest.keyClick(frame, key)
    sheet = frame.sheets.shown
    assert sheet is not None
    frame.grab()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert frame.sheets.shown is None


def test_tab_stays_inside_a_sheet(frame: Frame) -> None:
    frame.activateWindow()
    frame.sheets.open_settings()
    sheet = frame.sheets.shown
    assert sheet is not None
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)


def test_a_new_client_is_made_from_its_name(frame: Frame, desk: Desk) -> None:
    frame.deeds.run("new_client")
    sheet = frame.sheets.shown
    assert sheet is not None
    field = sheet.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "  Nordvik Marine ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert frame.stage.view is not None
    assert frame.stage.view.title == "Nordvik Marine"
    assert desk.undo_said is not None


def test_every_key_is_bound_once(frame: Frame) -> None:
    keys = [key.toString() for action in frame.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {one for found in DEEDS for one in found.keys} <= set(keys)


def test_a_client_that_is_gone_is_said_and_nothing_else_happens(frame: Frame) -> None:
    frame.way.go(Goto("clients"))
    frame.way.go(Goto("overview", "nobody"))
    assert frame.bar.isVisible()
    assert frame.stage.place == Goto("clients")


def test_the_rail_counts_clients(qtbot: QtBot, frame: Frame) -> None:
    frame.create_client("Third")
    qtbot.waitUntil(lambda: frame.rail.counts()["clients"] == 3)


def test_opening_many_clients_frees_the_oldest(qtbot: QtBot, frame: Frame) -> None:
    for number in range(8):
        frame.create_client(f"Client {number}")
    qtbot.waitUntil(lambda: len(frame.stage.findChildren(ClientView)) == 5)
