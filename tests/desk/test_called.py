"""A name typed in pinyin means the one person spelled so."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.desk.called import called
from kamdesk.desk.debriefing import promised

_NAMES = ("王璐", "陈启明", "陈琦明", "Anna Lind")
CLIENT = Client(
    company=Company(key="c", owner="c", name="华星精密"),
    contacts=tuple(Contact(key=f"p{at}", owner="c", name=name) for at, name in enumerate(_NAMES)),
)
OURS = Workspace(
    profile=Profile(key=WORKSPACE, owner=WORKSPACE, name="林嘉"),
    colleagues=(Colleague(key="o", owner=WORKSPACE, name="郑宁"),),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wanglu", "王璐"),
        (" Wang Lu ", "王璐"),
        ("wl", "王璐"),
        ("linjia", "林嘉"),
        ("zhengning", "郑宁"),
        ("chenqiming", "chenqiming"),
        ("anna", "anna"),
        ("王", "王"),
        ("wan", "wan"),
        ("", ""),
    ],
)
def test_pinyin_of_a_whole_name_means_that_person_and_nothing_is_guessed(typed: str, meant: str) -> None:
    assert called(CLIENT, OURS, typed) == meant


def test_a_promise_of_a_name_in_pinyin_is_theirs_and_belongs_to_the_person() -> None:
    step = promised(CLIENT, OURS, "sign the minutes @wanglu 2026-12-01", date(2026, 11, 21))
    made = step.edits[0].after
    assert isinstance(made, Action)
    assert (made.person, made.contact, made.side) == ("王璐", "p0", Side.THEIRS)
