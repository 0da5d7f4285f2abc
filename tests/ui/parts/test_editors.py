"""Editors keep what was typed, commit what is right, and say what is wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from kamdesk.client.company import Company, Grade
from kamdesk.client.people import Contact, Role
from kamdesk.client.record import Field, Kind, field_of
from kamdesk.client.rival_records import Factor
from kamdesk.client.units import Money
from kamdesk.client.visit_records import CheckItem, Visit
from kamdesk.ui.look import Look
from kamdesk.ui.parts.chosen_editors import ChoiceEditor, FlagsEditor, LevelEditor, TickEditor
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.editors import EDITORS, editor_for
from kamdesk.ui.parts.typed_editors import DayEditor, MomentEditor, NoteEditor

NAME, GRADE, SINCE = field_of(Company, "name"), field_of(Company, "grade"), field_of(Company, "since")


def test_every_kind_of_field_has_an_editor() -> None:
    assert set(EDITORS) == set(Kind) - {Kind.PACKED}


def test_a_text_is_committed_by_enter_and_not_before(bench, qtbot) -> None:
    made = bench(NAME)
    made.editor.show_value("Acme")
    made.editor.start()
    qtbot.keyClicks(made.editor.line, "Keller")
    assert made.told == []
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
    assert made.told == ["Keller"]
    assert made.editor.value() == "Keller"


def test_a_text_is_committed_when_the_keyboard_leaves(bench, qtbot) -> None:
    made = bench(NAME)
    qtbot.keyClicks(made.editor.line, "Keller")
    made.leave()
    assert made.told == ["Keller"]


def test_escape_brings_the_old_text_back(bench, qtbot) -> None:
    made = bench(NAME)
    made.editor.show_value("Acme")
    qtbot.keyClicks(made.editor.line, "x")
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Escape)
    assert made.editor.line.text() == "Acme"
    made.leave()
    assert made.told == []


def test_chinese_is_typed_and_enter_in_composition_belongs_to_the_input_method(bench, qtbot, typist) -> None:
    made = bench(NAME)
    typist.compose(made.editor.line, "hua xing")
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Escape)
    assert made.told == []
    typist.commit(made.editor.line, "华星精密")
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
    assert made.told == ["华星精密"]


def test_a_value_from_outside_never_overwrites_what_is_half_typed(bench, qtbot) -> None:
    made = bench(NAME)
    made.editor.show_value("Acme")
    made.editor.start()
    qtbot.keyClicks(made.editor.line, "Kel")
    made.editor.set_value("Acme Ltd")
    assert made.editor.line.text() == "Kel"
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Escape)
    assert made.editor.line.text() == "Acme Ltd"


def test_wrong_input_is_said_stays_as_typed_and_is_not_committed(bench, qtbot) -> None:
    made = bench(SINCE)
    qtbot.keyClicks(made.editor.line, "long ago")
    made.leave()
    assert made.told == []
    assert made.editor.line.text() == "long ago"
    assert "long ago" in made.editor.problem()
    assert made.editor.line.accessibleDescription() == made.editor.problem()
    made.editor.start()
    qtbot.keyClicks(made.editor.line, "2019")
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
    assert made.told == [2019]
    assert made.editor.problem() == ""


def test_a_required_text_may_not_be_emptied(bench, qtbot) -> None:
    made = bench(NAME)
    made.editor.show_value("Acme")
    made.editor.start()
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Delete)
    made.leave()
    assert made.told == []
    assert made.editor.problem()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (field_of(Visit, "next_touch"), "+7", date(2026, 11, 30)),
        (field_of(Factor, "importance"), "12.5", Decimal("12.5")),
        (Field("price", Kind.MONEY, "Price"), "392 万", Money(Decimal(3_920_000))),
    ],
)
def test_values_are_read_from_what_a_person_types(
    bench, qtbot, typist, field: Field, typed: str, value: object
) -> None:
    made = bench(field)
    typist.commit(made.editor.line, typed)
    qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
    assert made.told == [value]


def test_what_a_field_shows_means_the_same_value_again(bench) -> None:
    made = bench(Field("price", Kind.MONEY, "Price"))
    made.editor.show_value(Money(Decimal("3920000.55"), "EUR"))
    made.editor.finish()
    assert made.told == []
    made.editor.line.setText(made.editor.line.text() + " ")
    made.editor.finish()
    assert made.told == []


def test_a_day_can_be_picked_from_the_calendar(bench) -> None:
    made = bench(field_of(Visit, "next_touch"))
    assert isinstance(made.editor, DayEditor)
    made.editor.open_calendar()
    made.editor._pick(date(2026, 12, 4))
    assert made.told == [date(2026, 12, 4)]


def test_a_day_picked_for_a_moment_keeps_its_time(bench) -> None:
    made = bench(field_of(Visit, "at"))
    assert isinstance(made.editor, MomentEditor)
    made.editor.show_value(datetime(2026, 11, 23, 14, 30).astimezone(UTC))
    made.editor._pick(date(2026, 12, 4))
    assert made.told[0].astimezone().strftime("%Y-%m-%d %H:%M") == "2026-12-04 14:30"


def test_a_note_is_kept_when_the_keyboard_leaves_and_enter_is_a_new_line(bench, qtbot) -> None:
    made = bench(field_of(Company, "notes"))
    assert isinstance(made.editor, NoteEditor)
    qtbot.keyClicks(made.editor.lines, "one")
    qtbot.keyClick(made.editor.lines, Qt.Key.Key_Return)
    qtbot.keyClicks(made.editor.lines, "two")
    made.leave()
    assert made.told == ["one\ntwo"]


def test_a_note_is_kept_after_a_pause_but_never_while_composing(bench, qtbot, typist) -> None:
    made = bench(field_of(Company, "notes"))
    qtbot.keyClicks(made.editor.lines, "one")
    typist.compose(made.editor.lines, "er")
    made.editor._keep()
    assert made.told == []
    typist.commit(made.editor.lines, "二")
    made.editor._keep()
    assert made.told == ["one二"]


def test_a_note_of_200000_characters_is_taken(bench) -> None:
    made = bench(field_of(Company, "notes"))
    made.editor.lines.setPlainText("字" * 200_000)
    made.leave()
    assert made.told == ["字" * 200_000]


def test_a_choice_can_be_unknown_again(bench) -> None:
    made = bench(GRADE)
    assert isinstance(made.editor, ChoiceEditor)
    made.editor.show_value(Grade.A)
    made.editor.combo.activated.emit(1)
    made.editor.combo.activated.emit(0)
    assert made.told == [Grade.S, None]


def test_flags_stay_in_their_order(bench, qtbot) -> None:
    made = bench(field_of(Contact, "roles"))
    assert isinstance(made.editor, FlagsEditor)
    for role in (Role.COACH, Role.APPROVER):
        qtbot.mouseClick(made.editor.chips[role], Qt.MouseButton.LeftButton)
    assert made.told == [(Role.COACH,), (Role.APPROVER, Role.COACH)]


def test_a_level_is_chosen_by_its_digit_and_taken_back_by_a_question_mark(bench, qtbot) -> None:
    made = bench(field_of(Contact, "influence"))
    assert isinstance(made.editor, LevelEditor)
    qtbot.keyClicks(made.editor.steps, "4")
    qtbot.keyClicks(made.editor.steps, "?")
    assert made.told == [4, None]


def test_space_ticks(bench, qtbot) -> None:
    made = bench(field_of(CheckItem, "must"))
    assert isinstance(made.editor, TickEditor)
    qtbot.keyClick(made.editor.box, Qt.Key.Key_Space)
    assert made.told == [True]


def test_editors_of_all_fields_take_and_show_their_empty_value(qtbot, look: Look) -> None:
    for kind in (Company, Contact, Visit, CheckItem, Factor):
        for name in kind.__dataclass_fields__:
            if name in ("key", "owner"):
                continue
            editor: Editor = editor_for(look, field_of(kind, name))
            qtbot.addWidget(editor)
            editor.show_value(None if name == "roles" else getattr(kind(), name))
            assert editor.problem() == ""
