"""The paper place: chapters in another order, choices saved by name, conclusions by hand, words around the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import Edit
from kamdesk.client.paper_records import Audience
from kamdesk.desk.editions import Order
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.paper.ask_sheet import AskSheet
from kamdesk.ui.pages.paper.choice import Choice
from kamdesk.words import said
from tests.ui.held import Held
from tests.ui.paper_place import page, paper_place, remake

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The paper place, with nothing saved."""
    with paper_place(tmp_path / "data", qtbot) as held:
        gone = (*held.client.presets, *held.client.conclusions)
        held.desk.do(said("Nothing saved"), *(Edit(item, None) for item in gone))
        remake(held, qtbot)
        yield held


def order(held: Held) -> list[str]:
    """The chapters from above."""
    return [row.key for row in page(held).chapters.rows.model_of_rows.rows]


def test_alt_and_an_arrow_puts_a_chapter_elsewhere(held: Held, qtbot: QtBot) -> None:
    rows = page(held).chapters.rows
    before = order(held)
    rows.setFocus()
    rows.choose(before[2])
    QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
    QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert order(held)[:3] == [before[2], before[0], before[1]]
    assert rows.current_key() == before[2]
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.first_page(before[2]) == 1


def test_a_chapter_is_dragged(held: Held, qtbot: QtBot) -> None:
    rows = page(held).chapters.rows
    before = order(held)
    start, end = (rows.visualRect(rows.model_of_rows.index_of(before[at])).center() for at in (1, 4))
    view = rows.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * step / 5)
        rows.mouseMoveEvent(moved(start + (end - start) * step / 5))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert order(held)[4] == before[1]
    remake(held, qtbot)


def moved(at: QPoint) -> QMouseEvent:
    """The mouse with its left button down."""
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(at), left, left, Qt.KeyboardModifier.NoModifier)


def test_ctrl_enter_goes_where_a_chapter_is_filled(held: Held) -> None:
    rows = page(held).chapters.rows
    rows.setFocus()
    rows.choose("weighin")
    QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert held.went == [Goto("weighin", held.key)]


def test_a_choice_is_saved_chosen_renamed_and_removed(held: Held, qtbot: QtBot) -> None:
    chapters, presets = page(held).chapters, page(held).choosing.presets
    chapters.toggle("weighin")
    chapters.choice.move("actions", 0)
    chapters.choice.watermark = "Copy"
    now = page(held).order()
    assert now is not None
    presets.menu(held.client, now.kept, "", locked=False)
    presets.ask_name(now.kept, None)
    assert presets.sheet is not None
    assert not presets.sheet.does.isEnabled()
    presets.sheet.field.setText("Board")
    QTest.keyClick(presets.sheet.field, Qt.Key.Key_Return)
    saved = held.client.presets[0]
    assert (saved.name, saved.watermark) == ("Board", "Copy")
    chapters.tick_all()
    chapters.choice.move("actions", 5)
    page(held).choosing.apply(saved)
    assert "weighin" not in chapters.chosen()
    assert chapters.chosen()[0] == "actions"
    menu = presets.menu(held.client, now.kept, saved.key, locked=False)
    assert [action.text() for action in menu.actions()][-2:] == ["Rename “Board”…", "Remove “Board”"]
    presets.ask_other_name(saved)
    presets.sheet.field.setText("For the board")
    QTest.keyClick(presets.sheet.field, Qt.Key.Key_Return)
    assert held.client.presets[0].name == "For the board"
    menu = presets.menu(held.client, now.kept, saved.key, locked=False)
    menu.actions()[-1].trigger()
    assert held.client.presets == ()


def test_what_was_saved_is_the_choice_that_can_be_renamed_and_removed_at_once(held: Held) -> None:
    presets, now = page(held).choosing.presets, page(held).order()
    assert now is not None
    presets.menu(held.client, now.kept, "", locked=False)
    presets.ask_name(now.kept, None)
    assert presets.sheet is not None
    presets.sheet.field.setText("Board")
    QTest.keyClick(presets.sheet.field, Qt.Key.Key_Return)
    assert page(held).chapters.choice.preset == held.client.presets[0].key


def test_a_chapter_a_saved_choice_leaves_out_keeps_its_place_and_other_editions_theirs() -> None:
    choice = Choice()
    usual = list(choice.names)
    choice.ticked -= {"people"}
    saved = Order("plan", Audience.INTERNAL, "en", choice.printed(), "A4", "", "")
    other = Choice()
    other.take(saved)
    assert other.names == usual
    assert other.printed() == choice.printed()
    other.audience = choice.audience = Audience.CLIENT
    assert "mutual" in other.printed()
    assert other.printed() == choice.printed()


def test_zooming_back_to_the_width_keeps_the_page(held: Held) -> None:
    view = page(held).view
    view.go_to(view.document.pageCount() - 1)
    here = view.page
    for _ in range(4):
        view.zoom_in()
    assert view.page == here
    view.fit_width()
    assert view.page == here


def test_another_document_begins_at_its_top(held: Held, qtbot: QtBot) -> None:
    view = page(held).view
    view.go_to(5)
    page(held).chapters.tick_all()
    remake(held, qtbot)
    assert view.page == 5
    page(held).open_item("person", "")
    remake(held, qtbot)
    assert view.page == 1


def test_the_clients_copy_begins_at_its_top_and_a_brief_where_ours_was(held: Held, qtbot: QtBot) -> None:
    chapters, view = page(held).chapters, page(held).view
    view.go_to(5)
    for audience, seen in ((Audience.BRIEF, 5), (Audience.CLIENT, 1)):
        chapters.audience.choose(audience)
        chapters.audience.chosen.emit(audience)
        remake(held, qtbot)
        assert view.page == seen
        assert view.pages.verticalScrollBar().value() == 0 or seen > 1


def test_an_edition_as_it_was_leaves_nothing_to_choose_and_looks_so(held: Held) -> None:
    chapters = page(held).chapters
    assert not chapters.effect.isEnabled()
    chapters.setEnabled(False)
    assert chapters.effect.isEnabled()
    chapters.setEnabled(True)
    assert not chapters.effect.isEnabled()


def test_an_empty_form_has_no_reader_and_nobody_to_have_been_given_it(held: Held) -> None:
    panel = page(held).panel
    panel.seek.click()
    assert panel.reader.isVisible()
    page(held).open_item("blank-visit", "")
    assert not panel.reader.isVisible()
    assert not page(held).chapters.options.isVisible()
    page(held).open_item("plan", "")
    assert page(held).chapters.options.isVisible()


def test_tab_leads_from_a_password_to_showing_it(held: Held) -> None:
    sheet = AskSheet(page(held).look, page(held).window(), "Password", "", "Go on")
    sheet.hide_typing()
    sheet.ask()
    sheet.field.setFocus()
    QTest.keyClick(sheet.field, Qt.Key.Key_Tab)
    assert sheet.shows.hasFocus()
    sheet.close_sheet()


def test_a_conclusion_is_written_over_its_page(held: Held, qtbot: QtBot) -> None:
    rows, card = page(held).chapters.rows, page(held).choosing.conclusion
    rows.setFocus()
    rows.choose("weighin")
    QTest.keyClick(rows, Qt.Key.Key_F2)
    assert card.isVisible()
    card.field.setPlainText("We lead where it counts.")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert not card.isVisible()
    remake(held, qtbot)
    document = page(held).view.document
    assert "We lead where it counts." in "".join(
        document.getAllText(number).text() for number in range(document.pageCount())
    )
    assert next(row for row in rows.model_of_rows.rows if row.key == "weighin").by_hand
    assert held.done[-1] == "Conclusion of “Weigh-in”"
    page(held).choosing.write_conclusion("weighin")
    assert card.field.sentence() == "We lead where it counts."
    card.compute.click()
    assert held.client.conclusions == ()


def test_reader_and_watermark_are_on_the_pages(held: Held, qtbot: QtBot) -> None:
    page(held).choosing.open_options()
    card = page(held).choosing.options
    assert card.isVisible()
    card.reader.setText("Ms Zhou")
    card.watermark.setText("COPY 3")
    QTest.keyClick(card.watermark, Qt.Key.Key_Return)
    remake(held, qtbot)
    text = page(held).view.document.getAllText(0).text()
    assert "Ms Zhou" in text
    assert "COPY 3" in text
    QTest.keyClick(card.watermark, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert "Ms Zhou" in page(held).chapters.options.text()


def test_search_finds_the_words_and_walks_over_them(held: Held, qtbot: QtBot) -> None:
    view = page(held).view
    page(held).open_item("", "find")
    bar = view.search
    assert bar.isVisible()
    bar.field.setText("王璐")
    qtbot.waitUntil(lambda: bar.found > 1, timeout=5000)
    qtbot.waitUntil(lambda: bar.words().startswith("1 of"), timeout=5000)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words().startswith("2 of")
    bar.field.setText("nothing of the kind")
    qtbot.waitUntil(lambda: bar.words() == "not found", timeout=5000)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_pages_in_small_lead_to_a_page(held: Held, qtbot: QtBot) -> None:
    view = page(held).view
    QTest.keyClick(page(held), Qt.Key.Key_T)
    assert view.thumbs.isVisible()
    qtbot.waitUntil(lambda: not view.thumbs._paints.stale, timeout=10_000)
    view.thumbs.choose("3")
    QTest.keyClick(view.thumbs, Qt.Key.Key_Return)
    assert view.page == 3
    QTest.keyClick(page(held), Qt.Key.Key_T)
    assert not view.thumbs.isVisible()


@pytest.mark.parametrize("document", ["brief", "blank-weighin", "blank-visit"])
def test_every_other_document_is_made_and_is_its_own_edition(held: Held, qtbot: QtBot, document: str) -> None:
    page(held).open_item(document, "")
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.written.pages >= 1
    assert made.order.issue.audience is (Audience.BRIEF if document == "brief" else Audience.INTERNAL)
    assert page(held).panel.editions.isVisible() == (document == "brief")
