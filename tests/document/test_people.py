"""P5 on paper: the map on the page it fits, the route, the flags with what answers them; nothing personal."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.people import Contact, Role, Tie, TieKind
from kamdesk.client.record import fields_of
from kamdesk.client.telling import names_of, tell
from kamdesk.document.plan import write_plan
from kamdesk.words import words_for
from tests.document.clients import TODAY, bare, crowded
from tests.document.pdf import Pdf
from tests.document.related import DAY, ours, related

_PAGE = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")
A4, ACROSS, A3 = (210, 297), (297, 210), (420, 297)


def pages(client: Client, workspace: Workspace, on: date, language: str = "en", paper: str = "A4") -> Pdf:
    """The chapter read back."""
    out = io.BytesIO()
    write_plan(
        client, workspace, out, words_for(language), on, chapters=["people", "appendix"], invariant=True, paper=paper
    )
    return Pdf(out.getvalue())


def sizes(pdf: Pdf) -> list[tuple[int, int]]:
    """Width and height of the pages in mm."""
    return [(round(float(w) * 25.4 / 72), round(float(h) * 25.4 / 72)) for w, h in _PAGE.findall(pdf.data)]


def company(count: int, departments: int) -> Client:
    """Somebody above departments of equal size."""
    people = [
        Contact(
            key=f"p{at}",
            owner="c",
            name=f"王{at}",
            department="总经办" if not at else f"部门 {at % departments}",
            reports_to=None if not at else "p0" if at <= departments else f"p{at % departments or departments}",
            influence=5 if not at else 4 if at < 4 else 2,
            roles=(list(Role)[at % len(Role)],),
        )
        for at in range(count)
    ]
    return Client(company=Company(key="c", name="群英集团"), contacts=tuple(people))


def test_a_few_people_with_cover_and_flags_are_one_upright_page() -> None:
    pdf = pages(related("en"), ours("en"), DAY)
    assert sizes(pdf)[0] == A4
    text = re.sub(r"\s", "", pdf.page_text(1))
    for part in ("WangLu", "Rolecover", "redflags", "suggestedroute", "ZhouJianguo"):
        assert part in text


def test_the_conclusion_names_the_gap_and_the_first_step_of_the_way() -> None:
    text = re.sub(r"\s", "", pages(related("zh"), ours("zh"), DAY, "en").page_text(1))
    assert "Rolescovered3/4" in text
    assert "王璐" in text
    assert "thewayleadsthrough" in text


def test_from_thirteen_people_on_the_map_lies_across() -> None:
    pdf = pages(company(14, 6), bare(), TODAY)
    assert sizes(pdf)[0] == ACROSS
    assert all(f"王{number}" in pdf.page_text(1) for number in range(14))
    assert sizes(pdf)[-1] == A4


def test_from_twenty_five_people_on_departments_have_pages_of_their_own() -> None:
    pdf = pages(company(60, 4), bare(), TODAY)
    assert sizes(pdf)[0] == ACROSS
    text = "".join(pdf.page_text(number) for number in range(2, len(pdf.pages) + 1))
    assert all(f"王{number}" in text for number in range(1, 60))
    assert all(size == A4 for size in sizes(pdf)[1:])


def test_on_a3_many_more_fit_the_one_page() -> None:
    pdf = pages(company(40, 8), bare(), TODAY, paper="A3")
    assert sizes(pdf)[0] == A3
    assert all(f"王{number}" in pdf.page_text(1) for number in range(40))
    assert all(size == A4 for size in sizes(pdf)[1:])


@pytest.mark.parametrize("count", [1, 2, 12, 13, 24, 25, 90])
def test_nothing_is_printed_outside_its_page(count: int) -> None:
    pdf = pages(company(count, 5), bare(), TODAY)
    for number, (wide, tall) in enumerate(sizes(pdf), 1):
        for run in pdf.page(number):
            assert 45 < run.x < wide * 72 / 25.4 - 45, run
            assert 25 < run.y < tall * 72 / 25.4 - 25, run


def test_three_hundred_people_are_printed_whole() -> None:
    pdf = pages(crowded(), bare(), TODAY)
    assert all(f"人员{number:03d}" in pdf.text for number in range(300))


def test_personal_notes_and_who_left_are_not_printed() -> None:
    client = related("en")
    marked = tuple(replace(contact, personal="PERSONALTOKEN", print_personal=True) for contact in client.contacts)
    text = pages(replace(client, contacts=marked), ours("en"), DAY).text
    assert "PERSONALTOKEN" not in text
    left = next(contact.name for contact in client.contacts if contact.left)
    assert left.replace(" ", "") not in re.sub(r"\s", "", text)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_line_and_every_acquaintance_is_told_in_full(language: str) -> None:
    client, shared, words = related(language[:2]), ours(language[:2]), words_for(language)
    assert client.ties
    assert client.bonds
    text = re.sub(r"\s", "", pages(client, shared, DAY, language).text)
    called = names_of(client, shared)
    for record in (*client.ties, *client.bonds):
        told = [tell(it, getattr(record, it.name), words, called, DAY) for it in fields_of(type(record))]
        assert all(re.sub(r"\s", "", part) in text for part in told)


def test_a_note_without_room_on_the_map_still_stands_in_the_list_of_lines() -> None:
    client = company(12, 2)
    keys = [contact.key for contact in client.contacts]
    ties = tuple(
        Tie(key=f"t{at}", owner="c", kind=TieKind.TRUST, source=one, target=two, note=f"每周一起打球的人第 {at} 组")
        for at, (one, two) in enumerate((one, two) for one in keys for two in keys if one < two)
    )
    text = re.sub(r"\s", "", pages(replace(client, ties=ties), bare(), DAY, "zh_CN").text)
    assert all(re.sub(r"\s", "", tie.note) in text for tie in ties)


def test_notes_that_find_no_room_on_the_map_are_told_by_numbers_on_the_same_page() -> None:
    client = company(9, 3)
    pairs = (("p1", "p4"), ("p2", "p5"), ("p3", "p6"), ("p7", "p2"), ("p8", "p1"))
    note = "在一次很长的会上当着所有人的面说过的一句很长的话 {at}"
    ties = tuple(
        Tie(key=f"t{at}", owner="c", kind=TieKind.INFLUENCE, source=one, target=two, note=note.format(at=at))
        for at, (one, two) in enumerate(pairs)
    )
    text = re.sub(r"\s", "", pages(replace(client, ties=ties), bare(), TODAY, "zh_CN").page_text(1))
    assert all(re.sub(r"\s", "", tie.note) in text for tie in ties)
    assert all(f"{number}王{one[1]}→王{two[1]}" in text for number, (one, two) in enumerate(pairs, 1))


def test_flags_of_one_kind_are_one_row_with_all_that_answer_them() -> None:
    text = re.sub(r"\s", "", pages(company(9, 3), bare(), TODAY).page_text(1))
    assert text.count("Nobodyofoursanswersfor") == 1
    assert "Nobodyofoursanswersfor:王0,王1,王2,王3" in text


def test_whoever_has_no_room_among_those_who_decide_stands_in_the_appendix() -> None:
    client = company(12, 4)
    wants = "要 " + "很多很多东西 " * 12
    people = tuple(replace(it, business_agenda=f"{wants}{it.key}") for it in client.contacts)
    pdf = pages(replace(client, contacts=people), bare(), TODAY, "zh_CN")
    text = re.sub(r"\s", "", pdf.text)
    assert all(re.sub(r"\s", "", person.business_agenda) in text for person in people)
    assert re.sub(r"\s", "", people[0].business_agenda) in re.sub(r"\s", "", pdf.page_text(2))
