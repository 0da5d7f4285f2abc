"""Facts with all that is known of them, invitations, and the level that the record suggests."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from kamdesk.client.activities import Answer, Invitation
from kamdesk.client.weigh_records import Confidence, Dimension, Evidence, EvidenceKind
from tests.ui import story
from tests.ui.held import TODAY, Held
from tests.ui.weigh_hand import go, held, keep, page

__all__ = ["held"]  # a fixture

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def invited(number: int, *answers: Answer) -> list[Invitation]:
    """Invitations of 王璐 in the last months, `number` the first of their keys."""
    return [
        Invitation(
            key=f"i{number + at}",
            owner=story.CLIENT,
            contact="wang",
            text="Open day",
            day=TODAY - timedelta(30 * at + 10),
            answer=answer,
        )
        for at, answer in enumerate(answers)
    ]


def test_tab_out_of_the_words_brings_the_other_fields_and_enter_keeps_all_of_it(held: Held) -> None:
    held.press("e")
    form = page(held).body.rows.row.facts.form
    assert form.details.isHidden()
    held.type_text("向同事引荐我们")
    held.press(TAB)
    assert not form.details.isHidden()
    held.press(TAB)
    held.type_text("会议记录")
    held.press(TAB)
    held.type_text("李蔚")
    held.press(TAB)
    form.details.kind.show_choice(EvidenceKind.DEED)
    form.details.sure.show_choice(Confidence.HIGH)
    held.press(ENTER)
    (fact,) = held.client.evidence
    assert (fact.text, fact.source, fact.second_source) == ("向同事引荐我们", "会议记录", "李蔚")
    assert (fact.kind, fact.confidence, fact.volunteered) == (EvidenceKind.DEED, Confidence.HIGH, False)


def test_the_next_fact_begins_as_the_last_one_was_written(held: Held) -> None:
    held.press("e")
    held.type_text("一")
    form = page(held).body.rows.row.facts.form
    held.press(TAB)
    form.details.kind.show_choice(EvidenceKind.WORDS)
    form.text.setFocus()
    held.press(ENTER)
    go(held, Dimension.RIVALRY)
    held.press("e")
    other = page(held).body.rows.row.facts.form
    assert not other.details.isHidden()
    assert other.details.kind.choice() is EvidenceKind.WORDS
    assert not other.half_typed


def test_told_unasked_is_asked_for_information_only(held: Held) -> None:
    held.press("e")
    assert page(held).body.rows.row.facts.form.details.unasked.isHidden()
    held.press(ESCAPE)
    go(held, Dimension.INFORMATION)
    held.press("e")
    held.type_text("下周试产")
    held.press(TAB)
    form = page(held).body.rows.row.facts.form
    form.details.unasked.setChecked(True)
    form.details.unasked.setFocus()
    held.press(ENTER)
    assert held.client.evidence[0].volunteered


def test_a_picked_line_keeps_the_visit_it_is_from(held: Held) -> None:
    held.press("e")
    form = page(held).body.rows.row.facts.form
    line = form._notes.itemAt(0).widget()
    assert line is not None
    line.click()
    held.press(ENTER)
    assert held.client.evidence[0].visit == "v1"


def test_old_facts_say_their_age_in_words(held: Held) -> None:
    days = (20, 210, 800)
    keep(held, *[
        Evidence(key=f"e{n}", owner=story.CLIENT, contact="wang", dimension=Dimension.ACCEPTANCE, text="x", source="s",
                 day=TODAY - timedelta(n))
        for n in days
    ])  # fmt: skip
    lines = page(held).body.rows.row.facts._lines
    assert [line._tail for line in lines] == ["s", "7 months old", "over 2 years old"]
    assert [line._tail_colour for line in lines] == ["muted", "warn", "bad"]


def test_invitations_suggest_a_level_that_v_takes_over(held: Held) -> None:
    keep(held, *invited(1, Answer.BROUGHT, Answer.CAME, Answer.CAME, Answer.BROUGHT))
    go(held, Dimension.ACTIVITY)
    row = page(held).body.rows.row
    assert not row.hint.isHidden()
    assert row.hint._words.text().endswith("→ 4")
    held.press("v")
    assert page(held).scales.sitting.now.activity == 4
    assert row.hint.isHidden()


def test_too_few_invitations_say_how_many_are_missing_in_the_current_row_only(held: Held) -> None:
    keep(held, *invited(1, Answer.CAME))
    row = page(held).body.rows.of(Dimension.ACTIVITY)
    assert row.hint.isHidden()
    go(held, Dimension.ACTIVITY)
    assert not row.hint.isHidden()
    assert row.hint.level is None
    held.press("v")
    assert held.done == []


def test_i_writes_an_invitation_down_from_any_row(held: Held) -> None:
    go(held, Dimension.RIVALRY)
    held.press("i")
    assert page(held).body.rows.current is Dimension.ACTIVITY
    held.type_text("开放日")
    held.press(ENTER)
    (invitation,) = held.client.invitations
    assert (invitation.text, invitation.day, invitation.answer) == ("开放日", TODAY, None)
    assert held.done == ["Invitation of 王璐: 开放日"]


def test_what_came_of_an_invitation_is_added_later(held: Held) -> None:
    keep(held, Invitation(key="i1", owner=story.CLIENT, contact="wang", text="Open day", day=TODAY))
    go(held, Dimension.ACTIVITY)
    invites = page(held).body.rows.row.invites
    assert invites is not None
    assert invites._lines[0]._tail == "What came of it?"
    invites._lines[0].click()
    invites.form.answer.show_choice(Answer.BROUGHT)
    held.press(ENTER)
    assert held.client.invitations[0].answer is Answer.BROUGHT


def test_an_invitation_without_words_or_answered_before_its_day_is_refused(held: Held) -> None:
    held.press("i", ENTER)
    invites = page(held).body.rows.row.invites
    assert invites is not None
    assert invites.form.text.accessibleDescription() == "Say what the person was invited to."
    held.type_text("展会")
    invites.form.day.line.setText("2026-12-20")
    invites.form.day.finish()
    invites.form.answer.show_choice(Answer.CAME)
    invites.form.keep()
    assert "not before" in invites.form.text.accessibleDescription()
    assert (held.client.invitations, invites.form.text.text()) == ((), "展会")


def test_the_keyboard_is_in_the_row_again_once_something_is_written(held: Held) -> None:
    go(held, Dimension.ACTIVITY)
    row = page(held).body.rows.row
    held.press("i")
    held.type_text("开放日")
    held.press(ENTER)
    assert held.focus is row
    held.press("e")
    held.type_text("派人来")
    held.press(ENTER)
    assert held.focus is row
    row.facts.form.open_for(page(held).scales.sitting, held.client.evidence[0])
    row.facts.form._remove.click()
    assert held.client.evidence == ()
    assert held.focus is row


def test_an_invitation_half_typed_is_not_lost_to_another_one_that_is_pressed(held: Held) -> None:
    keep(held, Invitation(key="i1", owner=story.CLIENT, contact="wang", text="Open day", day=TODAY))
    held.press("i")
    held.type_text("新品发布会")
    invites = page(held).body.rows.row.invites
    assert invites is not None
    invites._lines[0].click()
    assert invites.form.text.text() == "新品发布会"
    held.press(ENTER)
    assert {item.text for item in held.client.invitations} == {"Open day", "新品发布会"}


def test_the_words_of_a_fact_have_the_whole_width_of_the_row(held: Held) -> None:
    held.press("e")
    form = page(held).body.rows.row.facts.form
    assert form.text.width() == form.width()


def test_looking_back_no_invitation_of_a_later_day_is_shown(held: Held) -> None:
    early, late = story.AUGUST - timedelta(3), TODAY - timedelta(3)
    keep(held, Invitation(key="i1", owner=story.CLIENT, contact="wang", text="Early", day=early))
    keep(held, Invitation(key="i2", owner=story.CLIENT, contact="wang", text="Late", day=late))
    go(held, Dimension.ACTIVITY)
    invites = page(held).body.rows.row.invites
    assert invites is not None
    assert [line.record.text for line in invites._lines if not line.isHidden()] == ["Late", "Early"]
    old = min(held.client.weighins, key=lambda item: item.day)
    held.press("5")
    page(held).one.look_back(old.key)
    assert [line.record.text for line in invites._lines if not line.isHidden()] == ["Early"]
