"""The plan tells all that a visit is prepared with, the facts learned, and the last reviews."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from kamdesk.client.client import Client
from kamdesk.client.editions import FLOORS
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Kind, Level, Record, fields_of
from kamdesk.client.telling import tell
from kamdesk.client.visit_papers import Intel, Review
from kamdesk.client.visit_records import Visit
from kamdesk.document.plan import write_plan
from kamdesk.words import LANGUAGES, words_for
from tests.document.pdf import Pdf
from tests.document.prepared import VISIT, prepared, shared
from tests.document.related import DAY, OWNER
from tests.records import sample_of

PAPERS = ("agenda", "materials", "negotiations", "probes")


def chapter(client: Client, name: str, language: str = "en") -> str:
    """One chapter of the plan, with what it puts into the appendix, as it is read back, without spaces."""
    out = io.BytesIO()
    write_plan(client, shared("en"), out, words_for(language), DAY, chapters=[name, "appendix"])
    return squeezed(Pdf(out.getvalue()).text)


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def worded(record: Record) -> Record:
    """The record with a word of its own in each text."""
    texts = [it.name for it in fields_of(type(record)) if it.kind in (Kind.TEXT, Kind.NOTE)]
    return replace(record, **{name: f"{name}of{record.key}" for name in texts})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", PAPERS)
def test_every_field_of_a_visits_papers_is_printed(section: str, language: str) -> None:
    client, words = prepared("en", extra=True), words_for(language)
    records = tuple(worded(replace(it, key=f"{section}{at}")) for at, it in enumerate(getattr(client, section)))
    text = chapter(replace(client, **{section: records}), "visit", language)
    assert records
    for record in records:
        for field in fields_of(type(record)):
            if field.kind in (Kind.TEXT, Kind.NOTE, Kind.DAY):
                told = squeezed(tell(field, getattr(record, field.name), words, today=DAY)) in text
                assert told is (section not in FLOORS or field.level is not Level.SECRET), field.name


def test_every_field_of_a_prepared_visit_is_printed() -> None:
    client = prepared("en")
    visit = worded(next(it for it in client.visits if it.key == VISIT))
    text = chapter(replace(client, visits=(visit,)), "visit")  # type: ignore[arg-type]
    told = ("objective", "best", "minimum", "reason", "need", "value", "opening", "fallback", "route", "registration")
    for name in (*told, "phone", "place"):
        assert f"{name}of{VISIT}" in text, name


def test_every_field_of_the_last_debrief_is_printed() -> None:
    past = worded(replace(sample_of(Visit, OWNER), key="old", at=None))
    text = chapter(replace(prepared("en"), visits=(past,)), "visit")  # type: ignore[arg-type]
    for name in ("objective", "agreed", "unresolved", "learned", "moved", "changed", "better", "lesson"):
        assert f"{name}ofold" in text, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_visit_takes_one_page_and_the_rest_is_in_the_appendix(language: str) -> None:
    out, client = io.BytesIO(), prepared("en", extra=True)
    write_plan(client, shared("en"), out, words_for(language), DAY, chapters=["visit", "appendix"])
    pdf = Pdf(out.getvalue())
    pages = [squeezed("".join(run.text for run in pdf.page(number + 1))) for number in range(len(pdf.pages))]
    checks = [squeezed(it.text) for it in client.checks if it.visit == VISIT]
    point = next(squeezed(it.text) for it in client.points if it.visit == VISIT)
    assert point in pages[0]
    assert all(any(text in page for page in pages[1:]) for text in checks)
    assert not any(text in pages[0] for text in checks[3:])


def test_a_page_that_shows_a_part_has_the_whole_in_the_appendix() -> None:
    client, long = prepared("en", extra=True), "A question that is told at length and goes on. " * 30
    points = tuple(replace(it, text=f"{number}: {long}", answer=long) for number, it in enumerate(client.points))
    text = chapter(replace(client, points=points), "visit")
    for number in range(len(points)):
        assert squeezed(f"{number}: {long}") in text


def test_what_was_written_about_every_visit_comes_back() -> None:
    client = prepared("en")
    past = [worded(replace(sample_of(Visit, OWNER), key=f"old{at}", at=None)) for at in range(3)]
    text = chapter(replace(client, visits=(*client.visits, *past)), "visit")  # type: ignore[arg-type]
    for number in range(3):
        for name in ("objective", "best", "agreed", "unresolved", "learned", "better", "lesson", "opening"):
            assert f"{name}ofold{number}" in text, name


def test_facts_learned_stand_with_source_day_and_confidence_in_the_evidence() -> None:
    learned = replace(sample_of(Intel, OWNER), rival="hengda", text="They cut the price", source="Li Min", day=DAY)
    text = chapter(replace(prepared("en"), intel=(learned,)), "evidence")
    for told in ("They cut the price", "Li Min", "Hengda", "16 Mar"):
        assert squeezed(told) in text


def test_every_review_comes_back() -> None:
    reviews = tuple(
        Review(key=f"r{at}", owner=OWNER, day=DAY.replace(day=at + 1), holds=at % 2 == 0, next_step=f"step {at}")
        for at in range(6)
    )
    text = chapter(replace(prepared("en"), reviews=reviews), "actions")
    assert all(f"step{at}" in text for at in range(6))


def test_who_promised_an_action_and_when_is_printed() -> None:
    action = Action(owner=OWNER, text="Ring back", person="Lin", said_by="Qiu Wei", said_on=DAY)
    text = chapter(replace(prepared("en"), actions=(action,)), "actions")
    assert squeezed("promised: Qiu Wei · 16 Mar") in text
