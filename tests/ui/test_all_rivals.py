"""The rivals of all clients, used by their keys on a real page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.contest_records import RivalFact, RivalTopic
from kamdesk.client.rival_records import Rival
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.rivals.all_rivals import AllRivalsPage
from kamdesk.ui.pages.rivals.all_rivals_facts import FactDelegate
from tests.ui import rival_story, story
from tests.ui.held import TODAY, Held

ENTER, ESCAPE, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Tab
DELETE = Qt.Key.Key_Delete


class RailHeld(Held):
    """A place of the rail is shown by reading it again."""

    def show(self) -> None:
        """Read again."""
        self.page.refresh()


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[RailHeld]:
    """The page, the keyboard in the list."""
    made = RailHeld(tmp_path / "data", rival_story.whole(), AllRivalsPage)
    page(made).rows.setFocus()
    yield made
    made.close()


def page(held: Held) -> AllRivalsPage:
    """The page itself."""
    assert isinstance(held.page, AllRivalsPage)
    return held.page


def rival(held: Held, key: str) -> Rival:
    """A rival as it is stored."""
    found = held.desk.workspace().get(key)
    assert isinstance(found, Rival)
    return found


def facts(held: Held, key: str) -> list[RivalFact]:
    """The facts of a rival as they are stored."""
    return [item for item in held.desk.workspace().rival_facts if item.rival == key]


def test_the_list_tells_where_each_is_met_and_what_is_out_of_date(held: Held) -> None:
    told = {row.key: (len(row.at), row.won, row.lost, row.stale) for row in page(held).rows.model_of_rows.rows}
    assert told == {"kerui": (1, 0, 1, 1), "brandt": (0, 0, 0, 1), "nothing": (0, 0, 0, 0)}


def test_enter_goes_to_the_facts_and_the_arrows_walk_on_to_the_clients(held: Held) -> None:
    held.press(ENTER)
    known = page(held).file.known.list
    assert known.hasFocus()
    assert known.current_key() == "f-near"
    held.press(DOWN, DOWN)
    assert page(held).file.at.list.hasFocus()
    held.press(ENTER)
    assert held.went == [Goto("rivals", story.CLIENT, "kerui", "here")]


def test_a_fact_is_added_to_the_topic_of_the_row_and_its_source_asked(held: Held) -> None:
    held.press(ENTER, DOWN, "a")
    held.type_text("只有两人值守")
    held.press(ENTER)
    held.press(TAB, TAB)
    held.type_text("客户现场")
    held.press(ENTER)
    made = next(item for item in facts(held, "kerui") if item.text == "只有两人值守")
    assert (made.topic, made.source, made.day) == (RivalTopic.WEAKNESS, "客户现场", TODAY)


def test_an_old_note_becomes_a_fact(held: Held) -> None:
    page(held).rows.choose("brandt")
    held.press(ENTER, ENTER)
    held.type_text("product manual")
    held.press(ENTER)
    made = facts(held, "brandt")[0]
    assert (made.text, made.topic, made.source) == (
        "The best gauge in the room",
        RivalTopic.STRENGTH,
        "product manual",
    )
    assert rival(held, "brandt").strengths == ""


def test_one_click_on_the_chip_makes_a_note_a_fact(held: Held) -> None:
    page(held).rows.choose("brandt")
    rows = page(held).file.known.list
    note = next(row for row in rows.model_of_rows.rows if row.key.startswith("note"))
    delegate = rows.itemDelegate()
    assert isinstance(delegate, FactDelegate)
    row = rows.row_rect(note.key)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center().toPoint())
    QApplication.processEvents()
    assert facts(held, "brandt") == []
    chip = delegate.chip_of(row, note.line)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=chip.center().toPoint())
    QApplication.processEvents()
    assert [item.text for item in facts(held, "brandt")] == ["The best gauge in the room"]


def test_a_fact_is_removed_and_undo_brings_it_back(held: Held) -> None:
    held.press(ENTER, DELETE)
    assert [item.key for item in facts(held, "kerui")] == ["f-spares"]
    held.desk.undo()
    assert {item.key for item in facts(held, "kerui")} == {"f-near", "f-spares"}


def test_a_rival_that_clients_were_compared_with_is_kept_as_a_former_one(held: Held) -> None:
    held.press(DELETE)
    assert rival(held, "kerui").former == TODAY
    assert held.done == ["科瑞 is a former rival"]
    rows = page(held).rows
    assert [row.key for row in rows.model_of_rows.rows][-2:] == ["former", "kerui"]
    rows.choose("kerui")
    rows.setFocus()
    held.press("b")
    assert rival(held, "kerui").former is None


def test_a_rival_that_nobody_uses_is_gone(held: Held) -> None:
    page(held).rows.choose("nothing")
    held.press(DELETE)
    assert held.desk.workspace().get("nothing") is None


def test_a_new_rival_is_named_and_chosen(held: Held) -> None:
    page(held).open_item("", "new")
    held.type_text("恒达智造")
    held.press(ENTER)
    chosen = page(held).rows.current_key()
    assert rival(held, chosen).name == "恒达智造"


def test_a_field_of_the_head_is_written_where_it_stands(held: Held) -> None:
    page(held).file.head.fields.values["about"].open()
    held.type_text("本地小厂，便宜")
    held.press(ENTER)
    assert rival(held, "kerui").about == "本地小厂，便宜"


def test_2_shows_the_news_and_the_filter_narrows_them(held: Held) -> None:
    held.press("2")
    news = page(held).news
    assert news.list.hasFocus()
    whole = news.list.model_of_rows.rowCount()
    news.filter.setFocus()
    held.type_text("备件")
    assert 0 < news.list.model_of_rows.rowCount() < whole
    news.filter.clear()
    news.list.setFocus()
    held.press("1")
    assert page(held).rows.hasFocus()


def test_news_lead_to_their_record(held: Held) -> None:
    held.press("2")
    news = page(held).news.list
    news.choose("k-price")
    held.press(ENTER)
    assert held.went == [Goto("rivals", story.CLIENT, "k-price")]


def test_the_page_opens_on_a_fact(held: Held) -> None:
    page(held).open_item("f-spares", "")
    assert page(held).rows.current_key() == "kerui"
    assert page(held).file.known.list.current_key() == "f-spares"
