"""Any field's value as text."""

from __future__ import annotations

import gettext
from datetime import date, datetime
from decimal import Decimal

import pytest

from kamdesk.client.client import Client
from kamdesk.client.company import Company, Grade
from kamdesk.client.people import Contact, Role
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Field, Kind, field_of
from kamdesk.client.rival_records import Factor
from kamdesk.client.telling import name_of, names_of, tell
from kamdesk.client.units import Money
from kamdesk.client.visit_records import CheckItem, Visit
from kamdesk.words import Words, words_for

EN, TODAY = words_for("en"), date(2026, 11, 23)
ZH = Words("zh_CN", gettext.NullTranslations())


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (field_of(Company, "name"), "华星", "华星"),
        (field_of(Company, "since"), 2019, "2019"),
        (field_of(Company, "grade"), Grade.S, "S"),
        (field_of(Company, "logo"), b"png", "Picture"),
        (field_of(Contact, "roles"), (Role.APPROVER, Role.USER), "Approver, User"),
        (field_of(Action, "due"), date(2026, 12, 4), "4 Dec"),
        (field_of(Visit, "at"), datetime(2026, 11, 24, 14).astimezone(), "Tomorrow 14:00"),
        (field_of(Factor, "importance"), Decimal("30.00"), "30%"),
        (field_of(CheckItem, "done"), True, "Yes"),
        (field_of(CheckItem, "done"), False, "No"),
        (field_of(Action, "contact"), "wang", "王璐"),
        (Field("hours", Kind.NUMBER, "Hours", unit="h"), 8, "8 h"),
        (Field("amount", Kind.MONEY, "Amount"), Money(Decimal(3_920_000)), "¥3.92 M"),
    ],
)
def test_a_value_is_told_as_people_read_it(field, value, told):
    assert tell(field, value, EN, lambda key: {"wang": "王璐"}[key], TODAY) == told


def test_nothing_is_told_as_nothing():
    for kind, value in ((Kind.TEXT, ""), (Kind.DAY, None), (Kind.FLAGS, ())):
        assert tell(Field("x", kind, "X"), value, EN) == ""


def test_a_list_has_the_comma_of_its_language():
    assert tell(field_of(Contact, "roles"), (Role.APPROVER, Role.USER), ZH) == "Approver、User"


def test_links_are_told_by_the_short_name():
    company = Company(key="huaxing", name="华星精密电子", short="华星")
    names = names_of(Client(company=company, contacts=(Contact(key="wang", name="王璐"),)))
    assert [names(key) for key in ("huaxing", "wang", "gone")] == ["华星", "王璐", ""]
    assert name_of(Company(name="Only")) == "Only"
