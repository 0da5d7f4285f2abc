"""Typed text becomes a value or a clear sentence; every value comes back from its text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.checks import parse, problem, read, typed
from kamdesk.client.company import Company, Grade, Stage
from kamdesk.client.people import Contact, Role
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Field, Kind, field_of
from kamdesk.client.units import Money
from kamdesk.client.visit_records import CheckItem, Visit
from kamdesk.words import words_for

TODAY = date(2026, 11, 23)
EN = words_for("en")
AMOUNT = Field("amount", Kind.MONEY, "Amount")
SHARE = Field("share", Kind.PERCENT, "Share", low=0, high=100)
NAME, GRADE, LOGO = field_of(Company, "name"), field_of(Company, "grade"), field_of(Company, "logo")
INFLUENCE, ROLES = field_of(Contact, "influence"), field_of(Contact, "roles")
DUE, AT, DONE = field_of(Action, "due"), field_of(Visit, "at"), field_of(CheckItem, "done")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        *((NAME, " 华星精密 ", "华星精密"), (NAME, "two\r\nlines", "two lines")),
        *(
            (field_of(Company, "notes"), "a\r\nb ", "a\nb "),
            (field_of(Contact, "email"), "no@t checked", "no@t checked"),
        ),
        *((DUE, "11-24", date(2026, 11, 24)), (DUE, "明天", date(2026, 11, 24)), (DUE, "", None)),
        *((INFLUENCE, "5", 5), (INFLUENCE, "４", 4), (INFLUENCE, " ", None)),
        *((AMOUNT, "392 万", Money(Decimal(3_920_000))), (AMOUNT, "1,200.50 EUR", Money(Decimal("1200.50"), "EUR"))),
        *((SHARE, "30%", Decimal(30)), (SHARE, "12,5", Decimal("12.5")), (SHARE, "１８％", Decimal(18))),
        *((GRADE, "s", Grade.S), (field_of(Company, "stage"), "Cooperative", Stage.COOPERATIVE)),
        *((ROLES, "user, Approver、coach", (Role.APPROVER, Role.USER, Role.COACH)), (ROLES, "", ())),
        *((DONE, "是", True), (DONE, "no", False), (DONE, "", False)),
    ],
)
def test_what_people_type_is_understood(field, text, value):
    assert read(field, text, TODAY) == (value, None)
    assert parse(field, text, TODAY) == value
    assert problem(field, text, TODAY) is None


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (NAME, "  ", "“Name” must not be empty"),
        (DUE, "soonish", "“soonish” is no day; write 2026-11-23, 11-23, 23.11.2026, Fri or +7"),
        (AT, "11-24", "“11-24” is no day with a time; write 2026-11-23 14:00 or Fri 9:30"),
        (INFLUENCE, "high", "“high” is no whole number"),
        (INFLUENCE, "6", "6 is not between 1 and 5"),
        (INFLUENCE, "2.5", "“2.5” is no whole number"),
        (SHARE, "101", "101 is not between 0 and 100"),
        (SHARE, "a third", "“a third” is no percentage; write 30 or 12.5"),
        (SHARE, "33.333", "At most two decimals"),
        (AMOUNT, "much", "“much” is no amount; write 3,920,000, 392 万 or 1,200.50 EUR"),
        (AMOUNT, "9" * 40, "That amount is too large"),
        (GRADE, "Z", "“Z” is not one of the choices of “Grade”"),
        (ROLES, "user, king", "“king” is not one of the choices of “Buying roles”"),
        (DONE, "perhaps", "“perhaps” is neither yes nor no"),
        (LOGO, "logo.png", "A picture cannot be typed; choose a file"),
    ],
)
def test_what_does_not_fit_is_told_in_one_sentence(field, text, sentence):
    value, wrong = read(field, text, TODAY)
    assert value is None
    assert wrong.tell(EN) == sentence
    with pytest.raises(ValueError, match=r".+"):
        parse(field, text, TODAY)


def test_a_sentence_never_repeats_a_whole_page():
    assert len(problem(DUE, "x" * 200_000, TODAY).tell(EN)) < 150


def test_a_linked_record_is_found_by_name():
    link = field_of(Action, "contact")
    assert read(link, "王璐", TODAY, finds=lambda _field, name: {"王璐": "wang"}.get(name)) == ("wang", None)
    assert read(link, "nobody", TODAY)[1].tell(EN) == "Nothing is called “nobody” here"


def test_stray_characters_never_reach_the_store():
    assert parse(NAME, "a\x00b\x07c\ud800", TODAY) == "ab\ufffdc\ufffd"


def test_a_long_note_with_markup_is_kept_as_it_is():
    text = '<b>&"</para> 🙂 ' * 20_000
    assert parse(field_of(Company, "notes"), text, TODAY) == text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((NAME, "x"), (DUE, TODAY), (INFLUENCE, 3), (SHARE, Decimal("12.50")), (GRADE, Grade.A), (DONE, True)),
        *((AMOUNT, Money(Decimal("1234567.89"), "EUR")), (ROLES, (Role.APPROVER, Role.COACH)), (DONE, False)),
        (AT, datetime(2026, 11, 23, 6, 0, tzinfo=UTC)),
    ],
)
def test_every_value_comes_back_from_the_text_it_is_edited_as(field, value):
    assert parse(field, typed(field, value), TODAY) == value


def test_nothing_is_edited_as_nothing():
    assert [typed(field, value) for field, value in ((DUE, None), (ROLES, ()), (LOGO, b"png"))] == ["", "", ""]


@given(st.text(max_size=30))
def test_any_text_gives_a_value_or_a_sentence_for_every_kind(text):
    for field in (NAME, DUE, AT, INFLUENCE, SHARE, AMOUNT, GRADE, ROLES, DONE, LOGO):
        value, wrong = read(field, text, TODAY)
        assert wrong is None or (value is None and wrong.tell(EN))


@given(st.decimals(-(10**14), 10**14, places=2))
def test_every_amount_is_read_back(amount):
    assert parse(AMOUNT, typed(AMOUNT, Money(amount)), TODAY) == Money(amount)
