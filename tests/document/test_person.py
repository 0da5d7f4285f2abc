"""The expansion card: one page a person whatever was typed, the same numbers as the measures, nothing private."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.client.account import account
from kamdesk.client.card import card_items, card_share
from kamdesk.client.client import Client, Workspace
from kamdesk.client.dependence import dependence
from kamdesk.client.people import Bond, Contact, RelationLevel
from kamdesk.client.person_tactic import person_tactic
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Kind, fields_of
from kamdesk.client.rules import RULES
from kamdesk.client.targets import person_gaps
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.document.binding import Written
from kamdesk.document.person import key_people, write_people
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import bare, crowded, empty
from tests.document.pdf import Pdf
from tests.document.related import DAY, OWNER, ours, related
from tests.document.test_hostile import HOSTILE, filled

LONG = "第一句，很长的话，说了又说。" * 1_430  # 20,000 characters
TOKEN = "PERSONALTOKEN"


def cards(
    client: Client, shared: Workspace | None = None, language: str = "en", contacts: Collection[str] | None = None
) -> tuple[Pdf, Written]:
    """The cards as they are read back, and what the writer told of them."""
    out = io.BytesIO()
    written = write_people(client, shared or ours(), out, words_for(language), DAY, contacts, invariant=True)
    return Pdf(out.getvalue()), written


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def with_person(client: Client, key: str, **values: object) -> Client:
    """The client with one person changed."""
    people = (replace(it, **values) if it.key == key else it for it in client.contacts)  # type: ignore[arg-type]
    return replace(client, contacts=tuple(people))


def busy(client: Client, text: str, number: int = 40) -> Client:
    """The client with very much written down about everybody."""
    keys = [contact.key for contact in client.contacts]
    many = [(key, at) for key in keys for at in range(number)]
    actions = [Action(owner=OWNER, contact=key, text=text, proof=text, person=text, due=DAY) for key, _ in many]
    facts = [
        Evidence(owner=OWNER, contact=key, text=text, source=text, second_source=text, day=DAY - timedelta(at),
                 dimension=Dimension.PROJECT)
        for key, at in many
    ]  # fmt: skip
    bonds = [Bond(owner=OWNER, contact=key, colleague="lin", now=RelationLevel.ADVISOR) for key, _ in many]
    return replace(client, actions=tuple(actions), evidence=tuple(facts), bonds=tuple(bonds))


def test_every_key_person_who_is_here_has_a_page_the_most_influential_first() -> None:
    client = related("en")
    pdf, written = cards(client, ours("en"))
    here = ["Zhou Jianguo", "Wang Lu", "Chen Zhiyuan", "Head of finance"]
    assert [contact.name for contact in key_people(client, DAY)] == here
    assert written.outline == tuple((name, page) for page, name in enumerate(here, 1))
    assert written.pages == len(pdf.pages) == 4
    assert written.missing_characters == ()


def test_people_are_printed_when_they_are_asked_for_though_they_left_or_matter_little() -> None:
    client = with_person(related("en"), "gone", successor="wang")
    pdf, written = cards(client, ours("en"), contacts=["gone", "zhao"])
    assert [name for name, _ in written.outline] == ["He Man", "Zhao Lei"]
    assert squeezed("Left on 14 Feb; the successor is Wang Lu.") in squeezed(pdf.page_text(1))
    assert squeezed("Not weighed yet") in squeezed(pdf.page_text(2))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_never_needs_a_second_page(text: str, language: str) -> None:
    client = Client.of(filled(record, text) for record in busy(related(), text, 12).records)
    shared = Workspace.of(filled(record, text) for record in ours().records)
    client = replace(client, contacts=tuple(replace(it, print_personal=True) for it in client.contacts))
    pdf, written = cards(client, shared, language, ["wang", "post", "gone"])
    assert written.pages == len(written.outline) == 3
    assert b"/URI" not in pdf.data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", [LONG, "word " * 4_000, "- **x**\n" * 2_500, "W" * 20_000], ids=["zh", "en", "list", "w"]
)
def test_twenty_thousand_characters_in_every_field_stay_on_one_page(text: str, language: str) -> None:
    client = Client.of(filled(record, text) for record in busy(related(), text, 2).records)
    client = replace(client, contacts=tuple(replace(it, print_personal=True) for it in client.contacts))
    _, written = cards(client, ours(), language, ["wang", "zhou", "zhao"])
    assert written.pages == 3


def test_what_has_no_room_is_counted() -> None:
    client = busy(related("en"), "ring back", 40)
    pdf, written = cards(client, ours("en"), contacts=["wang"])
    text = squeezed(pdf.text)
    assert written.pages == 1
    for word, code in (("ringback", "P11"), ("Advisor", "P5")):
        assert word.casefold() in text.casefold()
        assert re.search(rf"\d+more,{code}oftheplan", text)
    rest = int(re.search(r"(\d+)more,P11oftheplan", text).group(1))  # type: ignore[union-attr]
    assert text.count("seenby:ringback") == 40 - rest > 0


def test_short_actions_and_facts_are_all_there() -> None:
    client = related("en")
    pdf, _ = cards(client, ours("en"), contacts=["wang"])
    text = squeezed(pdf.text)
    contact = next(it for it in client.contacts if it.key == "wang")
    told = [getattr(contact, field.name) for field in fields_of(Contact) if field.kind in (Kind.TEXT, Kind.NOTE)]
    for value in (it for it in told if it and TOKEN not in it):
        assert squeezed(value) in text
    for value in (
        "Lin Yifan",
        "Qiu Wei",
        "Trusted advisor",
        "A working lunch with Wang Lu",
        "Inspection line, phase two",
    ):
        assert squeezed(value)[:14] in text


def test_the_card_says_the_same_numbers_as_the_measures() -> None:
    client, shared, words = related("en"), ours("en"), words_for("en")
    figures = account(client, DAY)
    for number, contact in enumerate(key_people(client, DAY), 1):
        pdf, _ = cards(client, shared)
        text = squeezed(pdf.page_text(number))
        person = figures.person(contact.key)
        assert person is not None
        if person.score is not None:
            assert tell_decimal(person.score, 2) in text
        if person.lead is not None:
            assert tell_gap(person.lead, 2) in text
        if gaps := person_gaps(client, person, DAY):
            assert f"→{tell_decimal(gaps.score_wanted or 0, 2)}" in text
            assert tell_decimal(gaps.gaps[0].priority, 2) in text
        items = card_items(client, shared, person, DAY)
        assert f"{card_share(items) * 100:.0f}%{sum(item.filled for item in items)}/{len(items)}" in text
        if tactic := person_tactic(person):
            assert squeezed(tactic.said.tell(words))[:20] in text


def test_a_capped_level_stands_beside_what_was_entered_and_what_it_lacks() -> None:
    pdf, _ = cards(related("en"), ours("en"), contacts=["chen"])
    text = squeezed(pdf.text)
    assert "5→4" in text
    assert squeezed("Level 5 needs two facts") in text


def test_the_personal_note_is_printed_only_where_it_is_ticked() -> None:
    client = related("en")
    everybody = [contact.key for contact in client.contacts]
    pdf, _ = cards(client, ours("en"), contacts=everybody)
    assert TOKEN not in squeezed(pdf.text)
    pdf, _ = cards(with_person(client, "wang", print_personal=True), ours("en"), contacts=everybody)
    assert squeezed(pdf.text).count(TOKEN) == 1


def test_nothing_known_leaves_lines_to_write_on() -> None:
    known = Contact(key="p", owner="new", name="New Person", influence=5)
    client = replace(empty(), contacts=(known,))
    pdf, written = cards(client, bare())
    assert written.pages == 1
    text = squeezed(pdf.text)
    for told in ("Not weighed yet; 1 of 20 fields", "Business agenda", "Next touch", "When did they last describe"):
        assert squeezed(told) in text
    assert len(re.findall(rb"0\.4 w ", pdf.pages[0])) >= 12


def test_a_client_without_a_key_person_is_told_so_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    with pytest.raises(Trouble, match="has no key person yet"):
        write_people(empty(), bare(), out, words_for("en"), DAY)
    assert list(tmp_path.iterdir()) == []


def test_two_people_of_one_name_have_a_page_each() -> None:
    client = with_person(related("en"), "zhou", name="Wang Lu")
    _, written = cards(client, ours("en"))
    assert [name for name, _ in written.outline][:2] == ["Wang Lu", "Wang Lu"]


def test_the_reps_own_rules_hold_on_the_card() -> None:
    client = replace(related("en"), rules=replace(RULES, fresh_days=10))
    pdf, _ = cards(client, ours("en"), contacts=["li"])
    assert ",old" in squeezed(pdf.text)


def test_equal_data_gives_equal_bytes() -> None:
    first, _ = cards(related(), ours(), "zh_CN")
    second, _ = cards(related(), ours(), "zh_CN")
    assert first.data == second.data


def test_a_hundred_and_twenty_cards_are_made_in_time() -> None:
    client = crowded(300)
    pdf, written = cards(client, bare())
    assert written.pages == len(pdf.pages) == 120


def test_nothing_is_printed_beyond_the_margins() -> None:
    pdf, _ = cards(busy(related("en"), "word " * 60), ours("en"))
    assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)
    assert all(30 < run.y < 841.9 - 28 for run in pdf.runs)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_every_text_comes_back_from_another_reader(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    write_people(related(), ours(), out, words_for("zh_CN"), DAY)
    done = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, encoding="utf-8", check=True)
    text = squeezed(done.stdout)
    for told in (
        "王璐",
        "采购总监",
        "年度降本8%",
        "怕选错供应商担责",
        "总成本、到场时效",
        "林一帆",
        "二期检测线",
        "2.75→3.75",
    ):
        assert squeezed(told) in text


@pytest.mark.skipif(shutil.which("qpdf") is None or shutil.which("pdffonts") is None, reason="needs qpdf and pdffonts")
def test_the_file_is_sound_and_its_faces_are_embedded(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    write_people(related(), ours(), out, words_for("zh_CN"), DAY)
    assert subprocess.run(["qpdf", "--check", str(out)], capture_output=True, check=False).returncode == 0
    told = subprocess.run(["pdffonts", str(out)], capture_output=True, encoding="utf-8", check=True).stdout
    faces = told.splitlines()[2:]
    assert faces
    assert all(re.search(r"\byes\s+yes\s+yes\b", face) for face in faces)


def test_an_acquaintance_that_is_only_wanted_counts_for_nobody_of_us() -> None:
    client = with_person(related(), "wang", our_owner="lin")
    wished = Bond(owner=OWNER, contact="wang", colleague="zhao", wanted=RelationLevel.SOLVER)
    client = replace(client, bonds=(wished,))
    known = dependence(client, ours(), account(client, DAY)).held["wang"]
    assert len(known) == 1
    pdf, _ = cards(client, contacts=("wang",))
    assert "1 of us" in pdf.text


def test_nothing_planned_with_a_person_is_one_red_flag_and_no_empty_table() -> None:
    client = replace(related("en"), actions=())
    text = cards(client, ours("en"), contacts=("wang",))[0].text
    assert "Actions not filled · red flag" in " ".join(text.split())
    assert "Serves" not in text
    assert "red flag" not in cards(client, ours("en"), contacts=("gone",))[0].text


def test_the_table_of_actions_comes_back_with_the_first_action() -> None:
    text = cards(related("en"), ours("en"), contacts=("wang",))[0].text
    assert "Serves" in text
    assert "not filled · red flag" not in text
