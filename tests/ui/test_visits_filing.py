"""Filing out of a debrief's notes by one key over a selection, Tab through the sheet, and its code in the palette."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE
from kamdesk.client.plan_records import Side
from kamdesk.client.rival_records import Factor, Rival
from kamdesk.client.visit_records import PointKind, Presence, Result, TalkPoint
from kamdesk.client.visiting import visit_code
from kamdesk.client.weigh_records import Confidence, Dimension, EvidenceKind
from kamdesk.desk.by_code import visits_of_code
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.visit.debrief import DebriefForm
from kamdesk.ui.pages.visit.place import VisitsPage
from kamdesk.ui.palette import Finder
from kamdesk.ui.parts.fields import Lines
from tests.ui.held import TODAY, Held
from tests.ui.visit_story import page, press, story, visit

NOTE = "王璐说评标由她和财务一起定；科瑞报价低12%；寄样件 12-04"


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The story with a rival, a need and a question, its debrief open and a note typed in Chinese."""
    more = [
        Rival(key="kr", owner=WORKSPACE, name="科瑞自动化", short="科瑞"),
        Factor(key="lead", owner="hx", name="交期"),
        TalkPoint(key="q1", owner="hx", visit="next", kind=PointKind.LEARN, text="评标由谁定？"),
    ]
    held = Held(tmp_path / "data", [*story(), *more], VisitsPage)
    QApplication.processEvents()  # the window becomes the active one
    press(held, Qt.Key.Key_D)
    notes(held).setFocus()
    held.type_text(NOTE)
    yield held
    held.close()


def form(held: Held) -> DebriefForm:
    """The debrief."""
    return page(held).view.body.debrief


def notes(held: Held) -> Lines:
    """The field of what was learned."""
    lines = form(held).notes.editors["learned"].control
    assert isinstance(lines, Lines)
    return lines


def select(held: Held, words: str) -> None:
    """Select words of the note."""
    cursor = notes(held).textCursor()
    cursor.setPosition(NOTE.index(words))
    cursor.setPosition(NOTE.index(words) + len(words), QTextCursor.MoveMode.KeepAnchor)
    notes(held).setTextCursor(cursor)


def test_an_action_is_filed_by_t_and_enter_and_the_note_stays(held: Held) -> None:
    select(held, "寄样件 12-04")
    held.press(Qt.Key.Key_T)
    assert form(held).card.isVisible()
    held.press(Qt.Key.Key_Return)
    made = held.client.actions[-1]
    assert (made.text, made.side, made.due, made.visit) == ("寄样件", Side.OURS, TODAY + timedelta(11), "next")
    assert made.said_on is None
    assert held.focus is notes(held)
    assert notes(held).toPlainText() == NOTE
    assert notes(held).textCursor().selectedText() == "寄样件 12-04"
    before = len(held.client.actions)
    held.desk.undo()
    assert len(held.client.actions) == before - 1


def test_a_letter_that_an_input_method_begins_to_compose_files_too(held: Held) -> None:
    select(held, "寄样件 12-04")
    QApplication.sendEvent(held.focus, QInputMethodEvent("p", []))
    assert form(held).card.isVisible()
    held.press(Qt.Key.Key_Return)
    assert form(held).card.isVisible()  # the words tell of nobody, so it is asked whose promise it is
    held.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    made = held.client.actions[-1]
    assert (made.text, made.side, made.said_on) == ("寄样件", Side.OURS, TODAY)
    assert notes(held).toPlainText() == NOTE


@pytest.mark.parametrize(
    ("words", "side"), [("我们周五补报告", Side.OURS), ("他们周五回签", Side.THEIRS), ("chenqiming signs", Side.THEIRS)]
)
def test_whose_promise_it_is_is_taken_from_the_words(held: Held, words: str, side: Side) -> None:
    notes(held).selectAll()
    held.type_text(words)
    notes(held).selectAll()
    held.press(Qt.Key.Key_P, Qt.Key.Key_Return)
    assert (held.client.actions[-1].text, held.client.actions[-1].side) == (words, side)


@pytest.mark.parametrize("words", ["陈启明反对", "chenqiming is against it", "陈总反对"])
def test_a_fact_proposes_whom_its_words_name_before_who_was_there(held: Held, words: str) -> None:
    notes(held).selectAll()
    held.type_text(words)
    notes(held).selectAll()
    held.press(Qt.Key.Key_E)
    assert form(held).card.fact.person.currentText() == "陈启明"
    held.press(Qt.Key.Key_Escape, Qt.Key.Key_R)
    assert form(held).card.intel.source.text() == "陈启明"


def test_without_a_selection_letters_are_typed_and_esc_goes_back(held: Held) -> None:
    held.press(Qt.Key.Key_T)
    assert notes(held).toPlainText() == NOTE + "t"
    select(held, "王璐")
    held.press(Qt.Key.Key_E, Qt.Key.Key_Escape)
    assert not form(held).card.isVisible()
    assert held.focus is notes(held)


def test_who_is_named_while_typing_is_proposed_until_somebody_is_chosen(held: Held) -> None:
    select(held, "寄样件 12-04")
    held.press(Qt.Key.Key_E)
    card = form(held).card
    assert card.fact.person.currentText() == "王璐"  # she was there
    card.line.selectAll()
    held.type_text("陈启明要样件")
    assert card.fact.person.currentText() == "陈启明"
    held.press(Qt.Key.Key_Tab, Qt.Key.Key_Down)
    chosen = card.fact.person.currentText()
    assert chosen == "王璐"
    card.line.setFocus()
    held.type_text("，陈启明催了两次")
    assert card.fact.person.currentText() == chosen


def test_a_fact_about_a_person_is_filed_with_its_level_in_one_step(held: Held) -> None:
    select(held, "王璐说评标由她和财务一起定")
    held.press(Qt.Key.Key_E)
    about = form(held).card.fact
    assert about.person.currentText() == "王璐"
    held.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert about.dimension.value() is Dimension.INFORMATION
    held.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    held.press("3", Qt.Key.Key_Return)
    fact = held.client.evidence[-1]
    assert (fact.contact, fact.dimension, fact.kind, fact.confidence, fact.visit) == (
        "wang",
        Dimension.INFORMATION,
        EvidenceKind.WORDS,
        Confidence.HIGH,
        "next",
    )
    assert held.client.weighins[-1].information == 3
    assert [line.text() for line in form(held).facts.lines] == ["王璐说评标由她和财务一起定"]
    held.desk.undo()
    assert not held.client.evidence
    assert not held.client.weighins


def test_a_rival_fact_knows_its_rival_source_and_confidence(held: Held) -> None:
    select(held, "科瑞报价低12%")
    held.press(Qt.Key.Key_R, Qt.Key.Key_Return)
    intel = held.client.intel[-1]
    assert (intel.rival, intel.text, intel.source, intel.confidence) == (
        "kr",
        "科瑞报价低12%",
        "王璐",
        Confidence.MEDIUM,
    )
    form(held).facts.lines[0].click()
    assert held.went[-1].place == "rivals"


def test_an_unknown_is_answered(held: Held) -> None:
    select(held, "她和财务一起定")
    held.press(Qt.Key.Key_U, Qt.Key.Key_Return)
    point = next(item for item in held.client.points if item.key == "q1")
    assert (point.answer, point.done) == ("她和财务一起定", True)
    assert form(held).asked.rows[0].line.text() == "她和财务一起定"


def test_the_whole_sheet_is_debriefed_by_tab_in_the_order_of_the_paper(held: Held) -> None:
    form(held).take_keyboard()
    held.press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab)  # 王璐 came; the next person; the question
    assert next(item for item in held.client.attendees if item.key == "na").presence is Presence.CAME
    assert held.focus is form(held).asked.rows[0].line
    held.type_text("采购和财务")
    held.press(Qt.Key.Key_Tab)
    assert next(item for item in held.client.points if item.key == "q1").answer == "采购和财务"
    held.press(Qt.Key.Key_Space, Qt.Key.Key_Tab)  # they did ask, and it was answered
    assert next(item for item in held.client.points if item.key == "p1").done
    assert held.focus is form(held).theirs.rows[0].what
    held.type_text("回签协议 @王璐 12-04")
    held.press(Qt.Key.Key_Return)
    assert held.client.actions[-1].said_by == "王璐"
    held.press(*[Qt.Key.Key_Tab] * 4)
    held.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert visit(held).result is Result.ADVANCE
    held.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert visit(held).met is not None
    held.press(Qt.Key.Key_Tab)
    assert held.focus is form(held).ours.rows[0].what
    held.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert visit(held).debriefed == TODAY


def test_a_debrief_that_is_done_opens_at_its_top_where_no_letter_is_typed(held: Held) -> None:
    form(held).take_keyboard()
    held.press(*[Qt.Key.Key_Tab] * 8, Qt.Key.Key_Space)  # a result
    assert visit(held).result is not None
    form(held).finish_debrief()
    assert visit(held).debriefed == TODAY
    form(held).take_keyboard()
    assert held.focus is form(held).stops()[0]


def test_a_word_typed_where_no_field_is_makes_no_visit(held: Held) -> None:
    form(held).take_keyboard()
    before = len(held.client.visits)
    held.press(*"wangnN")
    assert len(held.client.visits) == before
    assert page(held).view.debriefing
    held.press(Qt.Key.Key_D)
    assert not page(held).view.debriefing


def test_the_code_from_the_paper_opens_the_debrief_of_what_is_past_and_prepares_what_comes(held: Held) -> None:
    finder = Finder(held.look, held.desk, _never, tuple)
    past, coming = (next(item for item in held.client.visits if item.key == key) for key in ("past", "next"))
    told = {goto.item: goto.action for item in (past, coming) for goto in _found(finder, visit_code(item))}
    assert told == {"past": "debrief", "next": "prepare"}
    assert visits_of_code(held.desk, visit_code(past).lower().replace("-", "－")) == [past]
    assert visits_of_code(held.desk, "V-") == []
    held.page.open_item("past", "debrief")
    assert visit(held).key == "past"
    assert page(held).view.debriefing


def _found(finder: Finder, code: str) -> list[Goto]:
    gotos = (row.goto for row in finder.rows(code))
    return [goto for goto in gotos if goto and goto.place == "visits" and goto.item]


def _never(_deed: object) -> None:
    return None
