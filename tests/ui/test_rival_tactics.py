"""What follows from the sheet, decided by the keys of a real page: accepted, worded anew, put aside, answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.client.calls import CallState
from kamdesk.client.contest_records import CallKind, TacticCall, Verdict
from kamdesk.client.edit import change
from kamdesk.client.proposals import Proposal
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.rivals.cells import TACTIC, US
from kamdesk.ui.parts.reason_chip import ReasonChip
from kamdesk.ui.parts.sign_lines import SignLine
from kamdesk.words import said
from tests.ui import rival_story, story
from tests.ui.held import TODAY, Held
from tests.ui.rivals_hand import on_the_sheet, page

UP, DOWN, ENTER, ESCAPE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape
DELETE, TAB, SPACE = Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Space
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page on the contested client, the keyboard in the sheet on our detection rate."""
    yield from on_the_sheet(tmp_path, rival_story.whole())


def shown(held: Held) -> Proposal:
    """What the card shows."""
    page(held).catch_up()
    found = page(held).panel.card.proposal
    assert found is not None
    return found


def call(held: Held, factor: str) -> TacticCall:
    """What was decided on a need, as it is stored."""
    return next(item for item in held.client.calls if item.factor == factor and item.kind is CallKind.FACTOR)


def to_list(held: Held) -> None:
    """The keyboard goes to the list of tactics."""
    page(held).catch_up()
    page(held).panel.take_keyboard()


def test_the_card_follows_the_need_that_is_current_in_the_sheet(held: Held) -> None:
    assert shown(held).factor == "detection"
    held.press(DOWN)
    assert shown(held).factor == "price"


def test_enter_on_a_tactic_of_the_sheet_accepts_it_and_plans_an_action(held: Held) -> None:
    page(held).body.view.go("detection", TACTIC)
    held.press(ENTER)
    decided = call(held, "detection")
    assert (decided.verdict, decided.day) == (Verdict.ACCEPTED, TODAY)
    assert [action.factor for action in held.client.actions] == ["detection"]
    assert shown(held).state is CallState.ACCEPTED
    held.press(ENTER)  # a second time leads to the action
    assert held.went == [Goto("plan", story.CLIENT, held.client.actions[0].key)]


def test_other_words_are_typed_in_the_card_and_kept_by_enter(held: Held) -> None:
    to_list(held)
    held.press("e")
    held.type_text("先用他们的样件对测")
    held.press(ENTER)
    assert call(held, "detection").text == "先用他们的样件对测"
    assert page(held).panel.lists.list.hasFocus()


def test_escape_gives_the_words_up(held: Held) -> None:
    to_list(held)
    held.press("e")
    held.type_text("别的")
    held.press(ESCAPE)
    assert (held.client.calls, held.done) == ((), [])


def test_a_tactic_put_aside_keeps_its_reason_and_the_next_is_to_be_decided(held: Held) -> None:
    to_list(held)
    held.press(DELETE)
    held.type_text("客户不在意")
    held.press(ENTER)
    decided = call(held, "detection")
    assert (decided.verdict, decided.reason) == (Verdict.DISCARDED, "客户不在意")
    assert shown(held).factor != "detection"
    panel = page(held).panel
    assert panel.lists.aside.line.text() == "1 discarded"


def test_delete_on_a_tactic_of_the_sheet_asks_why(held: Held) -> None:
    page(held).body.view.go("detection", TACTIC)
    held.press(DELETE)
    held.type_text("客户不在意")
    held.press(ENTER)
    assert call(held, "detection").verdict is Verdict.DISCARDED
    assert held.client.get("detection") is not None


def test_what_was_put_aside_is_unfolded_and_taken_up_again(held: Held) -> None:
    to_list(held)
    held.press(DELETE)
    held.press(ENTER)  # a reason is asked for, never forced
    panel = page(held).panel
    panel.lists.aside.line.click()
    panel.lists.dropped.setFocus()
    panel.lists.dropped.choose("factor detection")
    held.press(ENTER)
    assert call(held, "detection").verdict is None
    assert panel.lists.aside.isHidden()


def test_a_reason_leads_to_its_cell(held: Held) -> None:
    page(held).body.view.go("detection", TACTIC)
    to_list(held)
    chips = page(held).panel.card.reasons.findChildren(ReasonChip)
    next(chip for chip in chips[::-1] if chip.text().startswith("Us")).click()
    view = page(held).body.view
    assert (view.key, view.column) == ("detection", US)
    assert view.hasFocus()


def test_no_tactic_comes_from_what_is_unknown(held: Held) -> None:
    page(held).body.view.go("service", US)
    page(held).catch_up()
    card = page(held).panel.card
    assert card.proposal is None
    assert card.take.isHidden() or not card.take.isVisible()


def test_a_person_is_in_the_list_and_the_sheet_stays_where_it_is(held: Held) -> None:
    panel = page(held).panel
    to_list(held)
    persons = [row.key for row in panel.lists.list.model_of_rows.rows if row.key.startswith("person")]
    panel.lists.list.choose(persons[0])
    assert shown(held).kind is CallKind.PERSON
    assert page(held).body.view.key == "detection"


def test_an_attack_is_answered_where_it_stands(held: Held) -> None:
    attacks = page(held).attacks
    attacks.list.setFocus()
    attacks.list.choose_first()
    claim = attacks.list.current_key()
    held.press(ENTER)
    held.type_text("三年总成本更低")
    held.press(ENTER)
    held.type_text("测算表")
    held.press(ENTER)
    made = next(item for item in held.client.calls if item.kind is CallKind.ATTACK)
    assert (made.tactic, made.text, made.proof) == (claim, "三年总成本更低", "测算表")
    assert not attacks.form.isVisible()
    assert attacks.list.hasFocus()


def test_an_attack_is_put_aside_with_a_reason_and_expected_again(held: Held) -> None:
    attacks = page(held).attacks
    attacks.list.setFocus()
    attacks.list.choose_first()
    gone = attacks.list.current_key()
    held.press(DELETE)
    held.type_text("已经谈过")
    held.press(ENTER)
    assert gone not in [row.key for row in attacks.list.model_of_rows.rows]
    assert held.client.calls[0].reason == "已经谈过"
    attacks.aside.fold()
    attacks.dropped.setFocus()
    attacks.dropped.choose(gone)
    held.press(ENTER)
    assert gone in [row.key for row in attacks.list.model_of_rows.rows]


def test_an_attack_that_no_figure_shows_is_written_down_and_answered_at_once(held: Held) -> None:
    attacks = page(held).attacks
    attacks.list.setFocus()
    held.press("a")
    held.type_text("他们交过晚")
    held.press(ENTER)
    held.type_text("后来十一次都准时")
    held.press(ESCAPE, ESCAPE)
    made = held.client.calls[0]
    assert (made.claim, made.rival, made.kind) == ("他们交过晚", "kerui", CallKind.ATTACK)


def test_without_a_total_there_is_no_stance(held: Held) -> None:
    assert page(held).panel.stance.why.isHidden()


def test_the_stance_tells_its_tests(held: Held) -> None:
    unknown = next(item for item in held.client.standings if item.factor == "service")
    held.desk.do(said("Score"), change(unknown, score=3))
    page(held).catch_up()
    stance = page(held).panel.stance
    assert not stance.tests.isVisible()
    stance.why.click()
    assert stance.tests.isVisible()
    assert [line.accessibleName() for line in stance.tests.findChildren(SignLine)]


def test_p_shows_the_battle_card_of_the_main_rival(held: Held) -> None:
    to_list(held)
    held.press("p")
    assert held.went == [Goto("paper", story.CLIENT, "kerui", "rival")]


def test_a_decision_found_by_searching_is_shown_where_it_was_made(held: Held) -> None:
    to_list(held)
    held.press("e")
    held.type_text("先用他们的样件对测")
    held.press(ENTER, DOWN)
    made = held.client.calls[0]
    held.page.open_item(made.key, "")
    assert shown(held).factor == "detection"
    assert page(held).panel.lists.list.hasFocus()
