"""The weigh-in place, used by its keys on a real desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.client.weigh_records import Dimension, WeighIn
from kamdesk.ui.pages.weighin.place import WeighInPage
from tests.ui import story
from tests.ui.held import TODAY, Held
from tests.ui.weigh_hand import held, page

__all__ = ["held"]  # a fixture

DOWN, UP, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


def ours(held: Held) -> list[WeighIn]:
    """Our weigh-ins of 王璐, oldest first."""
    kept = [item for item in held.client.weighins if item.contact == "wang" and item.rival is None]
    return sorted(kept, key=lambda item: item.day or date.min)


def to(held: Held, dimension: Dimension) -> None:
    """Walk to a row by the arrows."""
    order = list(Dimension)
    steps = order.index(dimension) - order.index(page(held).body.rows.current)
    held.press(*[DOWN if steps > 0 else UP] * abs(steps))


def chips(held: Held, dimension: Dimension) -> list[str]:
    """The words of the chips in a row."""
    said = page(held).body.rows.of(dimension).capped.words()
    return [said] if said else []


def test_digits_and_arrows_weigh_a_person(held: Held) -> None:
    to(held, Dimension.INFORMATION)
    held.press("4")
    held.press(DOWN, "2")
    newest = ours(held)[-1]
    assert (newest.day, newest.information, newest.guidance) == (TODAY, 4, 2)
    assert held.done == ["Weigh 王璐: Information 4", "Weigh 王璐: Guidance 2"]


def test_a_question_mark_and_nought_are_unknown(held: Held) -> None:
    held.press("?")
    held.press(DOWN, "0")
    newest = ours(held)[-1]
    assert (newest.acceptance, newest.activity) == (None, None)
    assert held.done[0] == "Weigh 王璐: Acceptance unknown"


def test_the_first_change_on_a_new_day_copies_the_last_weigh_in(held: Held) -> None:
    held.press("4")
    before, now = ours(held)
    assert (before.day, before.acceptance) == (story.AUGUST, 3)
    assert (now.day, now.acceptance, now.rivalry, now.rivalry_weight) == (TODAY, 4, 3, 10)


def test_two_days_make_two_weigh_ins_and_one_day_makes_one(held: Held) -> None:
    held.press("4", "5")
    held.clock.day = date(2026, 11, 24)
    held.show()
    held.press("4")
    assert [item.day for item in ours(held)] == [story.AUGUST, TODAY, date(2026, 11, 24)]


def test_a_level_of_five_without_facts_is_shown_as_unproven_and_counts_three(held: Held) -> None:
    to(held, Dimension.RIVALRY)
    held.press("5")
    assert chips(held, Dimension.RIVALRY) == ["5 → 3 unproven"]
    counted = page(held).scales.sitting.weighed.counted[Dimension.RIVALRY]
    assert (counted.entered, counted.counted) == (5, 3)


def test_a_fact_written_in_place_raises_the_level_that_counts(held: Held) -> None:
    to(held, Dimension.RIVALRY)
    held.press("4", "e")
    held.type_text("同等条件会先用你们")
    held.press(ENTER)
    (fact,) = held.client.evidence
    assert (fact.text, fact.day, fact.dimension, fact.contact) == (
        "同等条件会先用你们",
        TODAY,
        Dimension.RIVALRY,
        "wang",
    )
    assert page(held).scales.sitting.weighed.counted[Dimension.RIVALRY].counted == 4
    assert chips(held, Dimension.RIVALRY) == []
    assert page(held).body.rows.row.facts.form.isHidden()


def test_a_fact_for_an_older_weigh_in_makes_todays(held: Held) -> None:
    held.press("4")
    held.clock.day = date(2026, 12, 1)
    held.show()
    held.press("e")
    held.type_text("向同事引荐我们")
    held.press(ENTER)
    assert ours(held)[-1].day == date(2026, 12, 1)
    assert page(held).scales.sitting.weighed.counted[Dimension.ACCEPTANCE].counted == 4


def test_letters_typed_into_a_fact_are_no_keys(held: Held) -> None:
    held.press("e")
    held.press("4", "?", "a", "l")
    assert page(held).body.rows.row.facts.form.text.text() == "4?al"
    assert held.done == []


def test_an_empty_fact_and_a_day_to_come_are_refused_and_what_was_typed_stays(held: Held) -> None:
    held.press("e", ENTER)
    form = page(held).body.rows.row.facts.form
    assert form.text.accessibleDescription() == "“What happened” must not be empty"
    held.type_text("要求提前打样")
    form.day.line.setText("2027-01-05")
    form.day.line.setFocus()
    held.press(ENTER)
    assert "still to come" in form.text.accessibleDescription()
    assert (form.text.text(), held.client.evidence) == ("要求提前打样", ())


def test_rubbish_in_the_day_of_a_fact_is_told_below_it(held: Held) -> None:
    held.press("e")
    held.type_text("来厂里看过")
    form = page(held).body.rows.row.facts.form
    form.day.line.setText("next year perhaps")
    form.day.line.setFocus()
    held.press(ENTER)
    assert "is no day" in form.day.problem()
    assert (form.day.line.text(), form.text.text()) == ("next year perhaps", "来厂里看过")


def test_a_line_of_a_visits_notes_becomes_a_fact(held: Held) -> None:
    held.press("e")
    form = page(held).body.rows.row.facts.form
    lines = [form._notes.itemAt(place).widget() for place in range(form._notes.count())]
    assert [line.text() for line in lines] == ["协调技术部提供样件", "同等条件会先用我们"]
    lines[1].click()
    held.press(ENTER)
    (fact,) = held.client.evidence
    assert (fact.text, fact.day, fact.source) == ("同等条件会先用我们", date(2026, 11, 11), "Visit notes")


def test_what_is_half_typed_survives_a_change_from_elsewhere(held: Held) -> None:
    held.press("e")
    held.type_text("还没写完")
    held.show()
    form = page(held).body.rows.row.facts.form
    assert (form.text.text(), held.focus) == ("还没写完", form.text)


def test_what_is_half_typed_about_one_person_waits_for_that_person(held: Held) -> None:
    held.press("e")
    held.type_text("王璐说过的话")
    page(held).one.choose_person("he")
    form = page(held).body.rows.row.facts.form
    assert form.isHidden()
    held.press(ENTER)
    assert held.client.evidence == ()
    page(held).one.choose_person("wang")
    assert (form.text.text(), form.isHidden()) == ("王璐说过的话", False)


def test_every_step_can_be_taken_back_by_its_words(held: Held) -> None:
    held.press("4")
    assert held.desk.undo_said is not None
    assert held.desk.undo_said.tell(held.look.words) == "Weigh 王璐: Acceptance 4"
    held.desk.undo()
    assert [item.day for item in ours(held)] == [story.AUGUST]


def test_a_rivals_estimate_needs_no_facts(held: Held) -> None:
    page(held).one.choose_whose("kerui")
    held.press("5")
    (estimate,) = [item for item in held.client.weighins if item.rival == "kerui" and item.day == TODAY]
    assert (estimate.acceptance, estimate.rivalry) == (5, 3)
    assert chips(held, Dimension.ACCEPTANCE) == []
    assert held.done == ["Estimate 科瑞 at 王璐: Acceptance 5"]


def test_weights_are_kept_with_the_weigh_in_of_the_day(held: Held) -> None:
    page(held).body.head.count_chosen.emit(4)
    before, now = ours(held)
    assert (before.activity_weight, now.activity_weight, now.activity) == (10, 0, 2)


def test_below_six_tenths_known_there_is_no_attitude(held: Held) -> None:
    for _ in range(3):
        held.press("?", DOWN)
    weighed = page(held).scales.sitting.weighed
    assert (weighed.band, round(weighed.completeness, 2)) == (None, 0.5)
    assert page(held).panel._band._figure.text() == "Not enough data"


def test_a_day_to_come_is_refused_and_a_day_before_corrects_todays_weigh_in(held: Held) -> None:
    held.press("4")
    day = page(held).body.head.day
    day.open()
    day.field.line.setText("2027-01-01")
    held.press(ENTER)
    assert "still to come" in day.field.problem()
    assert day.field.line.text() == "2027-01-01"
    day.field.line.setText("2026-11-20")
    held.press(ENTER)
    assert [item.day for item in ours(held)] == [story.AUGUST, date(2026, 11, 20)]


def test_an_older_weigh_in_is_looked_at_without_being_changed(held: Held) -> None:
    held.press("4")
    page(held).one.look_back("aug")
    held.press("1")
    assert ours(held)[0].acceptance == 3
    assert not page(held).body.banner.isHidden()
    held.press(ESCAPE)
    assert page(held).body.banner.isHidden()


def test_a_weigh_in_can_be_removed_and_brought_back(held: Held) -> None:
    page(held).one.look_back("aug")
    page(held).one.writer.remove_weighin("aug")
    assert ours(held) == []
    held.desk.undo()
    assert [item.key for item in ours(held)] == ["aug"]


def test_alt_and_arrows_walk_the_people_by_influence(held: Held) -> None:
    held.press(UP, held=ALT)
    assert page(held).scales.contact == "he"
    held.press(DOWN, DOWN, held=ALT)
    assert page(held).scales.contact == "li"


def test_left_and_right_read_the_levels_and_enter_chooses(held: Held) -> None:
    held.press(Qt.Key.Key_Right)
    row = page(held).body.rows.row
    assert row._text.text().startswith("Introduces us to others")
    assert held.done == []
    held.press(ENTER)
    assert ours(held)[-1].acceptance == 4


def test_a_suggestion_becomes_an_action_with_the_next_level_as_its_proof(held: Held) -> None:
    held.press("a")
    held.type_text("请王璐看样件对测结果")
    held.press(ENTER)
    (action,) = held.client.actions
    assert (action.text, action.contact, action.due) == ("请王璐看样件对测结果", "wang", date(2026, 12, 7))
    assert action.proof.startswith("Introduces us to others")


def test_without_people_there_is_one_thing_to_do(qapp: QApplication, tmp_path: Path) -> None:
    held = Held(tmp_path / "data", [*story.rivals(), story.company()], WeighInPage)
    page(held)._empty.buttons["person"].click()
    assert [(goto.place, goto.action) for goto in held.went] == [("people", "new")]
    held.close()
