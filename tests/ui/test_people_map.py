"""The people map under the mouse: who is dragged where, lines and their notes, what is refused, what stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.people import Tie, TieKind
from kamdesk.ui.pages.people.map import MapFace
from tests.ui import people_story
from tests.ui.held import Held
from tests.ui.map_hand import click, drag, free_place, handle, move, place


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    with people_story.shown(tmp_path) as made:
        yield made


@pytest.fixture
def face(held: Held) -> MapFace:
    return held.page.map


def reports(held: Held, key: str) -> str | None:
    return held.client.get(key).reports_to


def test_who_left_is_not_on_the_map_and_the_post_without_a_name_is(face: MapFace) -> None:
    assert "zm" not in face.scene.nodes
    assert "not identified" in face.scene.nodes["cf"].node.label


def test_a_click_shows_the_person_in_the_panel(held: Held, face: MapFace) -> None:
    click(face, "cq")
    assert held.page.panel.record().name == "陈启明"
    assert face.view.accessibleDescription().startswith("陈启明, 技术总监")


def test_a_person_dropped_on_another_reports_to_them(held: Held, face: MapFace) -> None:
    before = held.client
    drag(face, place(face, "wq"), place(face, "lh"))
    assert reports(held, "wq") == "lh"
    assert held.done == ["王强 reports to 刘海涛"]
    held.desk.undo()
    assert held.client == before


def test_several_chosen_people_move_together_and_reports_stay_with_their_boss(held: Held, face: MapFace) -> None:
    click(face, "zb")
    click(face, "lw", Qt.KeyboardModifier.ControlModifier)
    click(face, "cq", Qt.KeyboardModifier.ControlModifier)
    click(face, "wq", Qt.KeyboardModifier.ControlModifier)
    drag(face, place(face, "lw"), place(face, "lh"))
    assert [reports(held, key) for key in ("zb", "lw", "cq", "wq")] == ["lh", "lh", "lh", "cq"]
    assert len(held.done) == 1


def test_a_drop_into_a_department_changes_department_and_boss(held: Held, face: MapFace) -> None:
    drag(face, place(face, "lw"), free_place(face, "技术部"))
    moved = held.client.get("lw")
    assert (moved.department, moved.reports_to) == ("技术部", "cq")
    assert held.done == ["李蔚 moves to 技术部"]


def test_a_drop_that_makes_a_ring_is_refused_with_the_sentence(held: Held, face: MapFace) -> None:
    before = held.client
    drag(face, place(face, "wl"), place(face, "lw"), let_go=False)
    assert face.scene.nodes["lw"].mark == "refused"
    QTest.mouseRelease(
        face.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(face, "lw")
    )
    assert face.notice.words() == "王璐 reports to 李蔚, who reports to 王璐. Nothing was changed."
    assert held.client == before


def test_escape_lets_a_drag_go_without_any_change(held: Held, face: MapFace) -> None:
    before = held.client
    drag(face, place(face, "wq"), place(face, "lh"), let_go=False)
    held.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(
        face.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(face, "lh")
    )
    assert held.client == before


def test_a_line_drawn_from_the_handle_takes_its_note_right_there(held: Held, face: MapFace) -> None:
    click(face, "lh")
    drag(face, handle(face, "lh"), place(face, "he"))
    made = held.client.ties[-1]
    assert (made.kind, made.source, made.target) == (TieKind.INFLUENCE, "lh", "he")
    held.type_text("老同事，每周同车")
    held.press(Qt.Key.Key_Return)
    assert held.client.get(made.key).note == "老同事，每周同车"
    assert not face.card.isVisible()
    assert held.focus is face.view
    assert "老同事" in face.scene.ties[made.key].path.tie.note


def test_the_same_line_twice_is_refused(held: Held, face: MapFace) -> None:
    drag(face, handle(face, "zb"), place(face, "cq"))
    assert face.notice.words() == "There is such a line between 郑博 and 陈启明 already."
    assert len(held.client.ties) == 1


def test_a_click_on_a_line_opens_its_card_where_it_can_be_changed_and_removed(held: Held, face: MapFace) -> None:
    item = face.scene.ties["zb-cq"]
    at = face.view.mapFromScene(item._line.pointAtPercent(0.5))
    QTest.mouseClick(face.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert face.card.isVisible()
    form = face.card._form
    form.editors["strength"].steps.setFocus()
    held.press("3")
    assert held.client.get("zb-cq").strength == 3
    face.card._remove.click()
    assert held.client.get("zb-cq") is None
    assert "zb-cq" not in face.scene.ties


def test_a_half_typed_note_and_the_selection_outlive_a_change_from_elsewhere(held: Held, face: MapFace) -> None:
    click(face, "zb")
    face.view.show_zoom(1.3)
    face.hand.open_line("zb-cq")
    held.type_text("大学")
    scroll = face.view.horizontalScrollBar().value()
    made = Tie(owner=held.key, kind=TieKind.TRUST, source="sq", target="lh")
    from kamdesk.client.edit import add
    from kamdesk.words import said

    held.desk.do(said("Elsewhere"), add(made))
    assert held.focus.text() == "大学"
    assert face.scene.current == "zb"
    assert (face.view.zoom, face.view.horizontalScrollBar().value()) == (1.3, scroll)
    assert made.key in face.scene.ties
    held.press(Qt.Key.Key_Escape)


def test_only_what_changed_is_drawn_again(held: Held, face: MapFace) -> None:
    before = dict(face.scene.nodes)
    face.view.viewport().repaint()
    shapes = {key: item._shapes for key, item in before.items()}
    assert all(shapes.values())
    drag(face, place(face, "wq"), place(face, "lh"))
    assert face.scene.nodes == before
    assert face.scene.nodes["zb"]._shapes is shapes["zb"]


def test_the_empty_ground_is_dragged_to_pan_and_a_click_on_it_chooses_nobody(face: MapFace) -> None:
    face.view.show_zoom(2.0)
    bar = face.view.horizontalScrollBar()
    bar.setValue(100)
    ground = QPoint(12, 12)
    assert not face.scene.node_at(face.view.mapToScene(ground))
    drag(face, ground, ground + QPoint(-60, 0))
    assert bar.value() == 160
    assert face.scene.current
    QTest.mouseClick(face.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, ground)
    assert face.scene.current == ""


def test_a_drag_at_the_edge_goes_on_scrolling_until_the_button_is_let_go(face: MapFace, qtbot: QtBot) -> None:
    face.view.show_zoom(2.5)
    face.view.bring(["he"])
    bar, port = face.view.verticalScrollBar(), face.view.viewport()
    before = bar.value()
    start = place(face, "he")
    drag(face, start, QPoint(start.x(), port.height() - 3), let_go=False)
    qtbot.waitUntil(lambda: bar.value() > before + 20)
    face.view.drag.cancel()
    assert not face.view.drag.busy


def test_a_handle_shows_under_the_mouse_only(face: MapFace) -> None:
    move(face.view.viewport(), place(face, "wq"))
    assert face.scene.nodes["wq"].handle
    move(face.view.viewport(), place(face, "lh"))
    assert not face.scene.nodes["wq"].handle


@pytest.mark.parametrize(("overlay", "state"), [("lead", "behind"), ("holder", "one"), ("weighin", "neutral")])
def test_another_overlay_tells_something_else_and_moves_nobody(face: MapFace, overlay: str, state: str) -> None:
    where = {key: item.pos() for key, item in face.scene.nodes.items()}
    face.show_overlay(overlay)
    assert face.scene.nodes["wl"].node.attitude == state
    assert {key: item.pos() for key, item in face.scene.nodes.items()} == where


def test_a_hint_leads_to_the_person_it_is_about(held: Held, face: MapFace) -> None:
    flags = {flag.key: flag for _, flag in face.hints.rows.model_of_rows.rows if flag.place == "people"}
    face.flagged.emit(flags["cf"])
    assert face.scene.current == "cf"
    contested = next(flag for _, flag in face.hints.rows.model_of_rows.rows if flag.place == "weighin")
    face.flagged.emit(contested)
    assert held.went[-1].place == "weighin"


def test_a_question_of_the_hints_becomes_an_action(held: Held, face: MapFace) -> None:
    click(face, "he")
    held.press("h")
    assert held.focus is face.hints.rows
    held.press("a")
    assert held.client.actions
    held.press(Qt.Key.Key_Escape)
    assert held.focus is face.view
