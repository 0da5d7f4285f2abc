"""The palette: what it finds, why, and where Enter goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company, Grade
from kamdesk.client.edit import add
from kamdesk.client.people import Contact
from kamdesk.desk.desk import Desk
from kamdesk.settings import Settings
from kamdesk.ui.actions import Deed
from kamdesk.ui.dress import Dress
from kamdesk.ui.frame import Frame
from kamdesk.ui.hit_rows import Row
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.palette import Finder
from kamdesk.ui.shared import Shared
from kamdesk.ui.spelling import spelled, told
from kamdesk.words import said
from tests.ui.conftest import free


@pytest.fixture
def finder(look: Look, desk: Desk) -> Finder:
    """A finder that can do everything and has been nowhere."""

    def can(deed: Deed) -> str:
        return look.tr(deed.label)

    return Finder(look, desk, can, tuple)


def under(rows: list[Row], head: str) -> list[Row]:
    """The rows below a head."""
    at = next(index for index, row in enumerate(rows) if row.head and row.text == head) + 1
    rest = rows[at:]
    return rest[: next((index for index, row in enumerate(rest) if row.head), len(rest))]


def field(frame: Frame) -> QLineEdit:
    """The field of the open palette."""
    frame.activateWindow()
    frame.search.open()
    found = frame.search.findChild(QLineEdit)
    assert found is not None
    return found


def test_a_person_is_found_by_pinyin_and_the_row_says_why(finder: Finder) -> None:
    row = under(finder.rows("wanglu"), "People")[0]
    assert (row.text, row.more) == ("王璐", "采购总监, 华星精密")
    assert row.why == "pinyin wáng lù"
    assert row.marked == "wáng lù"
    assert row.goto == Goto("people", "hx", "wl") or row.goto == Goto("contacts", "hx", "wl")


def test_the_name_comes_before_who_only_mentions_it(finder: Finder) -> None:
    people = under(finder.rows("王"), "People")
    assert [row.text for row in people] == ["王璐", "陈启明"]
    assert (people[1].why, people[1].marked) == ("王璐的同学", "王")


def test_people_of_better_graded_clients_come_first(finder: Finder, desk: Desk) -> None:
    records = (
        Company(key="c", owner="c", name="Aalto", grade=Grade.C),
        Contact(key="p1", owner="c", name="汪倩"),
        Contact(key="p2", owner="lo", name="王雪"),
    )
    desk.do(said("Add"), *map(add, records))
    assert [row.text for row in under(finder.rows("@wang"), "People")] == ["王璐", "汪倩", "王雪"]
    desk.do(said("Add"), add(Contact(key="p3", owner="hx", name="王总", influence=5)))
    assert [row.text for row in under(finder.rows("@wang"), "People")][:2] == ["王总", "王璐"]


def test_at_a_large_text_size_it_has_room_for_its_lines_above_its_foot(
    qtbot: QtBot, shared: Shared, qapp: QApplication
) -> None:
    look = Look.make("en", scale=1.5, motion=False)
    Dress(qapp).put_on(look)
    large = Frame(look, shared, Settings(welcomed=True))
    large.resize(1440, 900)
    large.show()
    large.search.open()
    large.search.ask("e")
    card, lines = large.search.card, large.search.findChild(QListView)
    assert lines is not None
    assert card.width() == 960
    assert card.y() == 168
    assert lines.geometry().bottom() <= card.height() - look.size("footer")
    free(large)
    Dress(qapp).put_on(Look.make("en", motion=False))


def test_the_places_of_the_client_that_is_shown_are_found(frame: Frame) -> None:
    frame.way.go(Goto("overview", "hx"))
    typed = field(frame)
    QTest.keyClicks(typed, ">weigh")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert frame.stage.place == Goto("weighin", "hx")


def test_a_client_called_so_stands_above_people_of_whom_only_the_mail_address_has_it(
    finder: Finder, desk: Desk
) -> None:
    desk.do(said("Add"), add(Contact(key="m", owner="hx", name="刘海涛", email="liu@huaxing.example")))
    rows = finder.rows("huaxing")
    assert [row.text for row in rows if row.head][:2] == ["Clients", "People"]
    assert rows[1].goto == Goto("overview", "hx")
    assert under(rows, "Commands")[0].goto == Goto("visits", "hx", "", "prepare")


@pytest.mark.parametrize("typed", ["2026-12-04", "12-04", "4 Dec", "12月4日"])
def test_a_day_opens_that_day_among_all_visits(finder: Finder, desk: Desk, typed: str) -> None:
    goto = finder.rows(typed)[1].goto
    assert goto is not None
    assert (goto.place, goto.client, goto.item[-5:], goto.action) == ("visits", "", "12-04", "day")


def test_a_place_called_so_stands_above_commands_that_only_mention_it(frame: Frame) -> None:
    frame.way.go(Goto("overview", "hx"))
    typed = field(frame)
    QTest.keyClicks(typed, ">plan")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert frame.stage.place == Goto("plan", "hx")


def test_groups_come_in_their_order(finder: Finder) -> None:
    heads = [row.text for row in finder.rows("王璐") if row.head]
    assert heads == ["People", "Actions", "Commands"]


def test_a_person_can_be_weighed_from_the_palette(finder: Finder) -> None:
    assert under(finder.rows("王璐"), "Commands")[0].goto == Goto("weighin", "hx", "wl", "weigh")


@pytest.mark.parametrize(("typed", "heads"), [("@w", ["People"]), ("#hua", ["Clients"]), (">undo", ["Commands"])])
def test_a_sign_in_front_asks_for_one_group_alone(finder: Finder, typed: str, heads: list[str]) -> None:
    assert [row.text for row in finder.rows(typed) if row.head] == heads


def test_what_nobody_knows_can_be_made_a_client(finder: Finder) -> None:
    made = [(row.deed, row.words) for row in finder.rows("Zweibrücken GmbH") if not row.head]
    assert made == [("create_client", "Zweibrücken GmbH")]
    assert finder.rows("Zweibrücken GmbH", deep=False) == []


def test_a_slip_and_enter_make_no_client_going_down_to_the_line_does(qtbot: QtBot, frame: Frame) -> None:
    typed, before = field(frame), len(frame.desk.clients())
    frame.search.ask("Zweibrücken GmbH")
    qtbot.waitUntil(lambda: any(row.waits for row in frame.search.rows))
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert len(frame.desk.clients()) == before
    assert frame.search.isVisible()
    QTest.keyClick(typed, Qt.Key.Key_Down)
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert len(frame.desk.clients()) == before + 1


@pytest.mark.parametrize("typed", ["", " ", "'", '"', "*", "%", "<b>&", "(", "AND", "😀", "王" * 500, "\x00", "NEAR("])
def test_anything_may_be_typed(finder: Finder, typed: str) -> None:
    finder.rows(typed)


def test_enter_goes_there_and_the_keyboard_comes_back(qtbot: QtBot, frame: Frame) -> None:
    typed = field(frame)
    assert QApplication.focusWidget() is typed
    QTest.keyClicks(typed, "lodz")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert not frame.search.isVisible()
    assert frame.stage.place.client == "lo"


def test_arrows_skip_heads_and_go_round(frame: Frame) -> None:
    typed = field(frame)
    frame.search.ask("王璐")
    first = frame.search.chosen_row
    assert first is not None
    assert first.text == "王璐"
    QTest.keyClick(typed, Qt.Key.Key_Up)
    last = frame.search.chosen_row
    assert last is not None
    assert last == frame.search.rows[-1]
    QTest.keyClick(typed, Qt.Key.Key_Down)
    assert frame.search.chosen_row == first


def test_the_choice_stays_when_the_deep_search_adds_rows(qtbot: QtBot, frame: Frame) -> None:
    typed = field(frame)
    frame.search.ask("王")
    QTest.keyClick(typed, Qt.Key.Key_Down)
    chosen, count = frame.search.chosen_row, len(frame.search.rows)
    qtbot.waitUntil(lambda: len(frame.search.rows) > count)
    assert frame.search.chosen_row == chosen


def test_ctrl_enter_asks_for_a_window_of_its_own(qtbot: QtBot, frame: Frame) -> None:
    typed = field(frame)
    frame.search.ask("lodz")
    with qtbot.waitSignal(frame.wished) as wished:
        QTest.keyClick(typed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wished.args == ["apart", Goto("overview", "lo")]


def test_enter_while_composing_belongs_to_the_input_method(frame: Frame) -> None:
    typed = field(frame)
    QApplication.sendEvent(typed, QInputMethodEvent("wang", []))
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert frame.search.isVisible()


def test_esc_closes(frame: Frame) -> None:
    QTest.keyClick(field(frame), Qt.Key.Key_Escape)
    assert not frame.search.isVisible()


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("王璐", "wang", "王"),
        ("王璐", "wl", "王璐"),
        ("采购总监王璐", "wanglu", "王璐"),
        ("重庆", "chongq", "重庆"),
        ("王璐", "lu wang", ""),
        ("Łódź", "lodz", ""),
        ("王璐", "", ""),
        ("王璐", "王", ""),
    ],
)
def test_letters_spell_characters(text: str, asked: str, found: str) -> None:
    syllables = spelled(text, asked)
    assert "".join(text[one.place] for one in syllables) == found


def test_the_sound_is_told_with_one_syllable_more() -> None:
    assert told("王璐琪", spelled("王璐琪", "wang")) == ("wáng lù", "wáng")
