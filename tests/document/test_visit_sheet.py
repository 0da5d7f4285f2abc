"""The visit sheet: two sides whatever was typed, nothing internal above the tear line, a page each for what it adds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kamdesk.client.client import Client, Root, Workspace, section_of
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.client.visit_records import Step
from kamdesk.client.visiting import readiness, visit_code
from kamdesk.document.binding import Written
from kamdesk.document.chapters.visit_sheet import pages
from kamdesk.document.chapters.visit_sheet_form import TEAR
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.paper import A4
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.subject import Subject
from kamdesk.document.visit_sheet import write_visit
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, Words, words_for
from tests.document.clients import bare, empty
from tests.document.pdf import Pdf
from tests.document.prepared import AT, RIVAL, VISIT, prepared, shared
from tests.document.related import DAY
from tests.document.test_hostile import HOSTILE, filled

LONG = "第一句，很长的话，说了又说。" * 1_430  # 20,000 characters
EDGE = A4.size[1] - TEAR  # the tear line from below, as the file counts
# What may lie on the client's table; every other text is for the strip, or for nobody.
OPEN = {
    "visits": ("objective", "best", "minimum", "reason", "need", "value", "opening", "fallback", "place"),
    "company": ("name",),
    "contacts": ("name", "title_at_work"),
    "colleagues": ("name",),
    "attendees": ("task",),
    "facts": ("text",),
    "points": ("text", "answer", "proof"),
    "agenda": ("text", "person"),
    "actions": ("text", "person", "said_by"),
}


def sheet(
    client: Client, workspace: Workspace | None = None, language: str = "en", fillable: bool = False
) -> tuple[Pdf, Written]:
    """The sheet as it is read back, and what the writer told of it."""
    out = io.BytesIO()
    words = words_for(language)
    written = write_visit(client, workspace or shared("en"), out, words, DAY, VISIT, fillable, invariant=True)
    return Pdf(out.getvalue()), written


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def above(pdf: Pdf) -> str:
    """What stands above the tear line on both sides."""
    return squeezed("".join(run.text for run in pdf.runs if run.page <= 2 and run.y > EDGE))


def below(pdf: Pdf) -> str:
    """What stands below it."""
    return squeezed("".join(run.text for run in pdf.runs if run.page <= 2 and run.y <= EDGE))


def busy(client: Client, number: int = 40) -> Client:
    """The client with very much of everything that belongs to the visit."""
    names = ("attendees", "checks", "points", "agenda", "materials", "concessions", "actions", "facts", "intel")
    many = {
        name: tuple(
            replace(record, key=f"{record.key}-{at}", **({"item": f"item {at}"} if name == "concessions" else {}))
            for at in range(number)
            for record in getattr(client, name)
        )
        for name in names
    }
    return replace(client, **many)


def tokens(root: Root, seen: dict[str, tuple[str, str]]) -> Iterator[Record]:
    """Every record with a word of its own in each text."""
    for record in root.records:
        told = {}
        for field in fields_of(type(record)):
            if field.kind in (Kind.TEXT, Kind.NOTE):
                token = f"Q{len(seen):04d}Z"
                seen[token] = section_of(type(record)).name, field.name
                told[field.name] = token
        yield replace(record, **told)  # type: ignore[arg-type]


def test_a_prepared_visit_is_two_sides_with_its_code_on_both() -> None:
    pdf, written = sheet(prepared("en"))
    code = visit_code(next(it for it in prepared("en").visits if it.key == VISIT))
    assert written.pages == len(pdf.pages) == 2
    assert written.missing_characters == ()
    assert written.outline == ((f"{code} · {prepared('en').company.called}", 1),)
    for number in (1, 2):
        assert pdf.page_text(number).count(code) == 3  # header, head, strip


def test_everything_prepared_is_there() -> None:
    pdf, _ = sheet(prepared("en"))
    upper, strip = above(pdf), below(pdf)
    for told in (
        "Learn the weights of the tender",
        "Wang Lu sends the draft by 3 April",
        "Award on 29 May, two left",
        "Which weights, who scores?",
        "27 hours at 32,000",
        "Opening, until 15:00",
        "Whose goal do the 27 hours hit?",
        "You cost ten per cent more",
        "Cost sheet",
        "Send the test report",
        "Li Min: Hand over the list",
        "Show the data to Li Min only",
    ):
        assert squeezed(told) in upper, told
    for told in (
        "Sheet of the stops",
        "Line 4 to Minzhi",
        "8012",
        "391k",
        "A frame of two years",
        "Mr Qiu",
        "Price level",
    ):
        assert squeezed(told) in strip, told
    local = AT.astimezone()
    assert f"{local:%H:%M}–{local.hour + 1:02d}:{local:%M}" in upper


def test_the_sheet_says_the_readiness_of_the_measures() -> None:
    client = prepared("en")
    visit = next(it for it in client.visits if it.key == VISIT)
    ready = readiness(visit, client.checks)
    pdf, _ = sheet(client)
    assert squeezed(f"Readiness {ready.share * 100:.0f}%, must-haves {ready.must_done} / {ready.must_total}") in above(
        pdf
    )
    assert squeezed("“Information”") in above(pdf)
    assert squeezed(ready.missing_musts[0].text) in below(pdf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_internal_stands_above_the_tear_line(language: str) -> None:
    seen: dict[str, tuple[str, str]] = {}
    client = Client.of(tokens(prepared("en", extra=True), seen))
    workspace = Workspace.of(tokens(shared("en"), seen))
    pdf, _ = sheet(client, workspace, language)
    upper = above(pdf)
    found = {seen[token] for token in re.findall(r"Q\d{4}Z", upper)}
    assert found <= {(section, field) for section, fields in OPEN.items() for field in fields}
    assert {("visits", "objective"), ("points", "answer"), ("actions", "text")} <= found
    words = words_for(language)
    for person in ("wang", "li"):
        told = Subject(client, workspace, DAY).account.person(person)
        assert told is not None
        assert told.score is not None
        assert f"{told.score:.2f}" not in upper
        assert f"{told.score:.2f}" in below(pdf)
        assert told.attitude is not None
        assert squeezed(words.tr(told.attitude.label)) not in upper


def test_a_rival_named_in_a_text_is_another_supplier_above_the_line() -> None:
    client = prepared("en")
    rival = next(it for it in shared("en").rivals if it.key == RIVAL)
    told = f"Keep {rival.name} and {rival.called.upper()} out"
    visits = tuple(replace(it, objective=told) if it.key == VISIT else it for it in client.visits)
    facts = (*client.facts, replace(client.facts[0], key="x", text=f"{rival.called} was there"))
    pdf, _ = sheet(replace(client, visits=visits, facts=facts))
    for name in (rival.name, rival.called):
        assert squeezed(name).casefold() not in above(pdf).casefold()
    assert squeezed("Keep another supplier and another supplier out") in above(pdf)
    assert squeezed(rival.called) in below(pdf)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_never_needs_a_third_page(text: str, language: str) -> None:
    client = Client.of(filled(record, text) for record in busy(prepared(), 12).records)
    workspace = Workspace.of(filled(record, text) for record in shared().records)
    pdf, written = sheet(client, workspace, language)
    assert written.pages == 2
    assert b"/URI" not in pdf.data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", LONG, "word " * 4_000, "- **x**\n" * 2_500, "W" * 20_000])
def test_neither_part_ever_grows_over_the_tear_line_or_the_page(text: str, language: str) -> None:
    client = busy(prepared(), 3)
    if text:
        client = Client.of(filled(record, text) for record in client.records)
    workspace = shared()
    press = Press(words_for(language), Setter(language), DAY)
    visit = next(it for it in client.visits if it.key == VISIT)
    for page in pages(Told(press, Subject(client, workspace, DAY), visit)):
        ends = [(it.y, it.y + it.block.height(it.width)) for it in page.placed]
        tear = ends.pop(1)
        assert all(end <= tear[0] or start >= tear[1] for start, end in ends)
        assert all(end <= A4.bottom + 0.01 for _, end in ends)


def test_what_has_no_room_is_counted() -> None:
    pdf, written = sheet(busy(prepared("en")))
    assert written.pages == 2
    assert len(re.findall(r"\d+more", above(pdf))) >= 6
    assert len(re.findall(r"\d+more", below(pdf))) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_floor_beyond_my_authority_is_told_or_counted(language: str) -> None:
    words = words_for(language)
    client = prepared("en")
    first = next(it for it in client.concessions if it.visit == VISIT and it.step is Step.OPEN)
    for number in (1, 2, 3, 12):
        rungs = [
            replace(first, key=f"{at}-{step.value}", item=f"item {at}", step=step, offer=offer, unit="", authority="95")
            for at in range(number)
            for step, offer in ((Step.OPEN, "98"), (Step.FLOOR, "92"))
        ]
        pdf, _ = sheet(replace(client, concessions=tuple(rungs)), language=language)
        text = below(pdf)
        told = {at for at in range(number) if warned(f"item {at}", words) in text}
        rest = number - len(told)
        more = words.trn("{n} more step beyond my authority", "{n} more steps beyond my authority", rest)
        assert told
        assert not rest or squeezed(more) in text


def warned(item: str, words: Words) -> str:
    """How the warning about a floor begins."""
    told = words.tr("{item}: the floor {offer} is beyond my authority {limit}", item=item, offer="92", limit="95")
    return squeezed(told)


def test_nothing_prepared_leaves_lines_and_boxes_to_write_on() -> None:
    from kamdesk.client.visit_records import Visit

    client = replace(empty(), visits=(Visit(key=VISIT, owner="new", at=AT),))
    pdf, written = sheet(client, bare())
    assert written.pages == 2
    for told in (
        "This visit has no checklist yet.",
        "still missing",
        "nobody named",
        "to be added",
        "no main rival named",
    ):
        assert squeezed(told) in squeezed(pdf.text)
    assert len(re.findall(rb"0\.4 w ", pdf.pages[0])) >= 4


def test_a_negotiation_and_a_phone_probe_follow_on_a_page_of_their_own() -> None:
    pdf, written = sheet(prepared("en", extra=True))
    assert written.pages == 3
    text = squeezed(pdf.page_text(3))
    for told in ("420k for two years", "Sign the jigs first", "No price in writing", "Stops nobody can explain", "391"):
        assert squeezed(told) in text
    assert squeezed("INTERNAL") in text


def test_the_next_visit_is_meant_when_none_is_named() -> None:
    out = io.BytesIO()
    write_visit(prepared("en"), shared("en"), out, words_for("en"), DAY)
    assert squeezed("Learn the weights of the tender") in squeezed(Pdf(out.getvalue()).text)


@pytest.mark.parametrize(
    ("client", "visit", "told"), [(empty(), None, "no visit planned"), (prepared(), "x", "no longer")]
)
def test_a_visit_that_is_not_there_is_told_and_nothing_is_written(
    tmp_path: Path, client: Client, visit: str | None, told: str
) -> None:
    with pytest.raises(Trouble, match=told):
        write_visit(client, bare(), tmp_path / "visit.pdf", words_for("en"), DAY, visit)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_printed_beyond_the_margins() -> None:
    pdf, _ = sheet(busy(prepared("en")))
    assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)
    assert all(30 < run.y < 841.9 - 28 for run in pdf.runs)
