"""Whom a note names, and whose word it tells."""

from __future__ import annotations

import pytest

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Side
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.desk.filing import named_in
from kamdesk.desk.named import side_of

NAMES = {"wang": "王璐", "chen": "陈启明", "li1": "李东", "li2": "李西", "mz": "Marek Zieliński", "lu": "王璐璐"}
VISIT = Visit(key="v", owner="hx")
CLIENT = Client(
    company=Company(key="hx", owner="hx", name="华星"),
    contacts=tuple(Contact(key=key, owner="hx", name=name) for key, name in NAMES.items()),
    visits=(VISIT,),
    attendees=(Attendee(visit="v", contact="wang"),),
)
SHARED = Workspace(profile=Profile(key=WORKSPACE, name="林嘉"), colleagues=(Colleague(key="o", name="郑宁"),))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("陈启明反对改规格", "chen"),
        ("王璐说陈启明反对", "wang"),
        ("chenqiming is against it", "chen"),
        ("Chen Qiming is against it", "chen"),
        ("陈工不同意", "chen"),
        ("老陈不同意", "chen"),
        ("启明不同意", "chen"),
        ("zielinski wants the drawings", "mz"),
        ("Marek asked twice", "mz"),
        ("Marekson asked twice", None),
        ("李总会签", None),
        ("李西会签", "li2"),
        ("王璐璐来了", "lu"),
        ("报价低 12%", None),
    ],
)
def test_the_person_a_note_names_is_found_in_every_spelling_and_nobody_is_guessed(text: str, key: str | None) -> None:
    found = named_in(CLIENT, VISIT, text)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("我们下周补报告", Side.OURS),
        ("他们周五前回签协议", Side.THEIRS),
        ("对方答应给我们样件", Side.THEIRS),
        ("We send the report, they sign it", Side.OURS),
        ("they will send us samples", Side.THEIRS),
        ("I write the report", Side.OURS),
        ("郑宁写报告", Side.OURS),
        ("陈工给样件", Side.THEIRS),
        ("chenqiming signs", Side.THEIRS),
        ("write 王璐 the report", None),
        ("寄样件", None),
        ("wired iron", None),
    ],
)
def test_a_promise_is_of_whoever_its_words_tell_of_first(text: str, side: Side | None) -> None:
    assert side_of(CLIENT, SHARED, text) is side
