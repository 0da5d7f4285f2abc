"""Each rival at one client, used by its keys on a real page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.contest import contest_of
from kamdesk.client.contest_records import Contest
from kamdesk.client.edit import add
from kamdesk.client.visit_papers import Intel
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.rivals.faces import HERE, SHEET
from kamdesk.ui.pages.rivals.here_face import HereFace
from kamdesk.ui.pages.rivals.place import RivalsPage
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sign_lines import SignLine
from kamdesk.words import said
from tests.ui import rival_story, story
from tests.ui.held import Held

ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
DELETE, SPACE = Qt.Key.Key_Delete, Qt.Key.Key_Space
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page turned to the rivals here."""
    made = Held(tmp_path / "data", rival_story.whole(), RivalsPage)
    made.page.open_item(HERE, "")
    yield made
    made.close()


def face(held: Held) -> HereFace:
    """The face itself."""
    assert isinstance(held.page, RivalsPage)
    assert held.page.here is not None
    return held.page.here


def stored(held: Held) -> Contest:
    """What is stored of the main rival here."""
    found = contest_of(held.client, "kerui")
    assert found is not None
    return found


def test_alt_and_a_digit_turn_the_faces_from_anywhere(held: Held) -> None:
    assert isinstance(held.page, RivalsPage)
    QTest.keyClick(held.focus, Qt.Key.Key_1, ALT)
    assert held.page.shown_face == SHEET
    QTest.keyClick(held.focus, Qt.Key.Key_2, ALT)
    assert held.page.shown_face == HERE
    assert face(held).list.hasFocus()


def test_the_main_rival_stands_first_and_who_is_met_nowhere_is_not_listed(held: Held) -> None:
    assert [row.key for row in face(held).list.model_of_rows.rows] == ["kerui"]
    assert face(held).list.model_of_rows.rows[0].told.startswith("main rival · share 22%")


def test_a_field_is_written_where_it_stands(held: Held) -> None:
    face(held).file.fields[1].values["next_move"].open()
    held.focus.selectAll()  # type: ignore[attr-defined]
    held.type_text("送一条线")
    held.press(ENTER)
    assert stored(held).next_move == "送一条线"
    assert held.done == ["科瑞 here: Likely next move"]


def test_a_wrong_share_stays_with_its_sentence(held: Held) -> None:
    share = face(held).file.fields[0].values["share"]
    share.open()
    held.focus.selectAll()  # type: ignore[attr-defined]
    held.type_text("很多")
    held.press(ENTER)
    assert share.is_open()
    assert share.editor.problem()
    assert stored(held).share == 22


def test_a_supporter_is_named_and_how_we_know_is_asked_at_once(held: Held) -> None:
    held.press("s")
    held.type_text("王璐")
    held.press(ENTER)
    held.type_text("她自己说的")
    held.press(Qt.Key.Key_Tab)
    made = next(item for item in held.client.backers if item.contact == "wang")
    assert (made.rival, made.note) == ("kerui", "她自己说的")


def test_a_supporter_is_taken_away_by_delete(held: Held) -> None:
    backers = face(held).file.backers.list
    backers.setFocus()
    backers.choose("li")
    held.press(DELETE)
    assert held.client.backers == ()


def test_space_leads_to_the_scales(held: Held) -> None:
    backers = face(held).file.backers.list
    backers.setFocus()
    backers.choose("li")
    held.press(SPACE)
    assert held.went == [Goto("weighin", story.CLIENT, "li")]


def test_doing_nothing_is_a_rival_without_price_and_contract(held: Held) -> None:
    held.press("n")
    held.type_text("不做")
    held.press(ENTER)
    assert face(held).list.current_key() == "nothing"
    assert face(held).file.fields[0].isHidden()
    assert not face(held).file.fields[1].isHidden()


def test_a_new_rival_is_made_by_a_second_enter_and_its_file_shown(held: Held) -> None:
    held.press("n")
    held.type_text("手工抽检")
    held.press(ENTER, ENTER)
    key = face(held).list.current_key()
    made = held.desk.workspace().get(key)
    assert made is not None
    assert made.title == "手工抽检"
    assert face(held).list.hasFocus()


def test_what_is_unknown_is_named_to_be_asked(held: Held) -> None:
    told = {line.accessibleName() for line in face(held).file.asked.findChildren(SignLine)}
    assert told == {"contract end unknown: ask"}


def test_orders_won_and_lost_are_told(held: Held) -> None:
    rows = face(held).file.deals.model_of_rows.rows
    assert [(row.key, row.state) for row in rows] == [("o-open", "Open"), ("o-lost", "Lost")]


def test_a_link_from_the_rivals_of_all_clients_opens_the_file_here(held: Held) -> None:
    held.page.open_item("brandt", "here")
    assert face(held).list.current_key() == "kerui"  # Brandt is not met here
    held.page.open_item("kerui", "here")
    assert face(held).list.current_key() == "kerui"


def test_typing_on_a_field_begins_to_edit_it_and_tab_goes_on_to_the_next(held: Held) -> None:
    fields = face(held).file.fields[0].values
    fields["supplies"].setFocus()
    held.press("2", "x", Qt.Key.Key_Tab)
    assert stored(held).supplies == "2x"
    assert held.focus is fields["share"].shown
    held.press("3", "1", Qt.Key.Key_Tab)
    assert (stored(held).share, held.focus) == (31, fields["contract_end"].shown)
    assert isinstance(held.page, RivalsPage)
    assert held.page.shown_face == HERE


def test_composing_on_a_field_begins_to_edit_it(held: Held) -> None:
    field = face(held).file.fields[1].values["next_move"]
    field.setFocus()
    held.type_text("送一条线")
    held.press(ENTER)
    assert stored(held).next_move == "送一条线"


def test_a_fact_filed_in_a_debrief_stands_in_the_file_of_the_rival_here(held: Held) -> None:
    heard = Intel(owner=held.client.key, rival="kerui", text="Price down to 91", source="王璐", day=date(2026, 11, 20))
    held.page.edited.emit(Doing(said("Fact"), (add(heard),)))
    words = [label.text() for label in face(held).file.heard.findChildren(Label)]
    assert "Price down to 91" in words
    assert "王璐 · 20 Nov" in words
