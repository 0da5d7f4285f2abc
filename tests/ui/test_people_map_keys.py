"""The people map by the keyboard alone: walk, choose, move, draw, name, fold, zoom, find; also with pinyin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kamdesk.client.people import TieKind
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.people.map import MapFace
from tests.ui.held import Held
from tests.ui.map_keys import CTRL, DOWN, ENTER, ESCAPE, LEFT, RIGHT, SHIFT, UP, at, face, held

__all__ = ["face", "held"]  # fixtures


def test_arrows_walk_along_the_tree(held: Held, face: MapFace) -> None:
    at(held, "he")
    held.press(DOWN)
    first = face.scene.current
    assert held.client.get(first).reports_to == "he"
    held.press(DOWN)
    assert held.client.get(face.scene.current).reports_to == first
    held.press(UP, UP)
    assert face.scene.current == "he"
    held.press(DOWN)
    assert face.scene.current == first


def test_everybody_can_be_reached_by_arrows(held: Held, face: MapFace) -> None:
    seen, waiting = set(), ["he"]
    while waiting:
        here = waiting.pop()
        seen.add(here)
        waiting += {face.scene.step_from(here, way) for way in ((0, -1), (0, 1), (-1, 0), (1, 0))} - seen
    assert seen == set(face.scene.nodes)


def test_shift_and_arrows_extend_and_ctrl_a_chooses_all(held: Held, face: MapFace) -> None:
    at(held, "wl")
    held.press(DOWN, DOWN, held=SHIFT)
    assert len(face.scene.chosen) == 3
    held.press("a", held=CTRL)
    assert face.scene.chosen == set(face.scene.nodes)
    held.press(ESCAPE)
    assert len(face.scene.chosen) == 1


def test_ctrl_up_goes_to_the_bosss_boss_and_at_the_top_says_so(held: Held, face: MapFace) -> None:
    at(held, "wq")
    held.press(UP, held=CTRL)
    assert held.client.get("wq").reports_to == "he"
    held.press(UP, held=CTRL)
    assert held.client.get("wq").reports_to is None
    held.press(UP, held=CTRL)
    assert face.notice.words() == "王强 stands at the top already."
    assert face.scene.current == "wq"


def test_ctrl_right_goes_to_the_next_department_and_back(held: Held, face: MapFace) -> None:
    at(held, "lw")
    held.press(RIGHT, held=CTRL)
    moved = held.client.get("lw")
    assert moved.department != "采购部"
    assert held.client.get(moved.reports_to).department == moved.department
    held.press(LEFT, held=CTRL)
    assert (held.client.get("lw").department, held.client.get("lw").reports_to) == ("采购部", "wl")


def test_ctrl_down_goes_below_whoever_stands_before(held: Held, face: MapFace) -> None:
    at(held, "zb")
    boxes = face.scene.layout.boxes
    before, after = ("zb", "lw") if boxes["zb"][1] < boxes["lw"][1] else ("lw", "zb")
    at(held, after)
    held.press(DOWN, held=CTRL)
    assert held.client.get(after).reports_to == before
    at(held, before)
    held.press(DOWN, held=CTRL)
    assert "Nobody stands before" in face.notice.words() or held.client.get(before).reports_to != "wl"


def test_a_boss_is_picked_by_pinyin_or_by_none(held: Held, face: MapFace) -> None:
    at(held, "wq")
    held.press("r")
    held.type_text("lht")
    assert face.scene.nodes["lh"].mark == "target"
    held.press(ENTER)
    assert held.client.get("wq").reports_to == "lh"
    assert held.focus is face.view
    held.press("r", DOWN)
    held.type_text("x")
    held.press(ENTER)
    assert held.client.get("wq").reports_to is None


def test_a_ring_is_refused_and_the_question_stays_open(held: Held, face: MapFace) -> None:
    at(held, "wl")
    held.press("r")
    held.type_text("李蔚")
    held.press(ENTER)
    assert face.notice.words() == "王璐 reports to 李蔚, who reports to 王璐. Nothing was changed."
    assert face.asking.prompt.line.text() == "李蔚"
    held.press(ESCAPE)
    assert held.focus is face.view
    assert held.client.get("wl").reports_to == "he"


@pytest.mark.parametrize(("key", "kind"), [("i", TieKind.INFLUENCE), ("t", TieKind.TRUST), ("c", TieKind.CONFLICT)])
def test_a_line_is_drawn_by_its_letter_a_name_and_a_note(held: Held, face: MapFace, key: str, kind: TieKind) -> None:
    at(held, "sq")
    held.press(key)
    held.type_text("王强")
    held.press(ENTER)
    made = held.client.ties[-1]
    assert (made.kind, made.source, made.target, made.day) == (kind, "sq", "wq", held.clock.today())
    held.type_text("同乡")
    held.press(ENTER)
    assert held.client.get(made.key).note == "同乡"
    assert held.focus is face.view
    assert face.scene.current == "sq"


def test_the_other_end_of_a_line_is_walked_to_with_arrows(held: Held, face: MapFace) -> None:
    at(held, "wq")
    held.press("i", UP)
    assert face.scene.nodes["cq"].mark == "target"
    held.press(ENTER)
    assert (held.client.ties[-1].source, held.client.ties[-1].target) == ("wq", "cq")


def test_a_line_to_oneself_is_refused(held: Held, face: MapFace) -> None:
    at(held, "wq")
    held.press("t", ENTER)
    assert face.notice.words() == "A line needs two people."
    assert len(held.client.ties) == 1


def test_e_opens_the_lines_of_a_person_one_after_the_other(held: Held, face: MapFace) -> None:
    at(held, "cq")
    held.press("e")
    assert face.card.isVisible()
    assert held.focus.text() == "同学"
    held.press(ESCAPE)
    assert held.focus is face.view
    at(held, "he")
    held.press("e")
    assert face.notice.words().startswith("No line begins or ends here")


def test_del_marks_as_left_or_removes_and_goes_on_at_the_boss(held: Held, face: MapFace) -> None:
    at(held, "zb")
    held.press(Qt.Key.Key_Delete)
    assert held.client.get("zb").left == held.clock.today()
    assert face.scene.current == "wl"
    at(held, "sq")
    held.press(Qt.Key.Key_Delete)
    assert held.client.get("sq") is None


def test_space_folds_a_branch_and_find_unfolds_it(held: Held, face: MapFace) -> None:
    at(held, "cq")
    held.press(Qt.Key.Key_Space)
    assert "wq" not in face.scene.nodes
    assert face.scene.nodes["cq"].hidden == 1
    held.page.open_item("", "find")
    held.type_text("wangq")
    held.press(ENTER)
    assert face.scene.current == "wq"
    assert held.focus is face.view


def test_plus_minus_nought_and_f_zoom(held: Held, face: MapFace) -> None:
    held.press("+")
    larger = face.view.zoom
    held.press("-", "-")
    assert face.view.zoom < larger
    held.press("0")
    assert face.foot.zoom.share.text() == "100%"
    held.press("f")
    assert face.view.zoom <= 1.0


def test_the_path_to_a_person_is_told_and_drawn(held: Held, face: MapFace) -> None:
    at(held, "he")
    held.press("p")
    assert face.path.card.told() == "刘海涛 (5.0) → 何建国 (boss of 刘海涛)"
    assert any(item.path.tie.kind == "route" for item in face.scene.ties.values())
    held.press(ESCAPE)
    assert not face.path.card.isVisible()
    assert not any(item.path.tie.kind == "route" for item in face.scene.ties.values())


def test_without_a_choice_the_path_leads_to_the_decider_with_the_least_contact(held: Held, face: MapFace) -> None:
    held.press(ESCAPE)
    held.press("p")
    assert face.path.card.accessibleName().startswith("Path to 何建国")


def test_letters_of_the_page_do_not_act_while_a_name_is_typed(held: Held, face: MapFace) -> None:
    at(held, "he")
    held.press("n")
    for letter in "wfi1":
        held.press(letter)
    assert face.asking.card.name.text() == "wfi1"
    assert not held.went


def test_digits_show_the_faces_and_the_person_stays_chosen(held: Held) -> None:
    at(held, "cq")
    for digit, name in (("2", "list"), ("3", "heat"), ("1", "map")):
        held.press(digit)
        assert held.page.faces.name == name
        assert held.page.item() == "cq"
    assert held.page.faces.listed.table.current_key() == "cq"


def test_printing_the_map_leads_to_its_chapter_of_the_plan(held: Held, face: MapFace) -> None:
    at(held, "wl")
    assert held.page.take("print")
    assert held.went == [Goto("paper", held.key, "people")]
    held.press("2")
    assert not held.page.take("print")


def test_on_a_write_protected_medium_one_can_only_look(held: Held, face: MapFace) -> None:
    face.lock(True)
    at(held, "wq")
    before = held.client
    held.press("i", "r", Qt.Key.Key_Delete)
    held.press(UP, held=CTRL)
    assert not face.asking.open
    assert held.client == before
