"""The account plan says what is on record, in order, in faces that are embedded, and says what is missing."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kamdesk.client.client import Client, Section, Workspace, sections_of
from kamdesk.client.record import Record
from kamdesk.document.chapters import plain
from kamdesk.document.plan import CHAPTERS, Chapter, Written, write_plan
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import TODAY, bare, crowded, empty, huaxing, workspace
from tests.document.pdf import Pdf
from tests.records import client_of, workspace_of

SECTIONS = [part for part in sections_of(Client) if not part.single]
# What no plan tells: how far we would go stands on the sheet of a visit only; saved choices are about paper, not the
# client; a conclusion written by hand stands over its chapter, where a test of its own looks for it.
UNTOLD = {"concessions", "presets", "conclusions"}
TOLD = [part for part in SECTIONS if part.name not in UNTOLD]


def plan(
    client: Client, shared: Workspace, language: str = "en", chapters: Sequence[str] | None = None
) -> tuple[Pdf, Written]:
    """The plan as it is read back, and what the writer told of it."""
    out = io.BytesIO()
    written = write_plan(client, shared, out, words_for(language), TODAY, chapters, invariant=True)
    return Pdf(out.getvalue()), written


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def test_the_story_is_told_from_summary_to_actions() -> None:
    pdf, written = plan(huaxing("en"), workspace("en"))
    assert [title for title, _ in written.outline][:3] == ["Summary", "Profile", "People"]
    assert written.pages == len(pdf.pages) <= 12
    assert written.missing_characters == ()
    first = squeezed(pdf.page_text(1))
    for told in ("Kerui leads on Price and with Chen Qiming (−1.80)", "3.13", "−0.11", "Wang Lu", "24 Nov 14:00"):
        assert squeezed(told) in first
    whole = squeezed(pdf.text)
    for told in (
        "48 M automotive connectors a year",
        "Roles covered 3 / 4",
        "4 → 3",
        "Moving 10 points of weight from Price to Service response makes it 3.85 to 3.45",
        "Raise importance",
        "Sign off the re-test of February's complaint",
        f"{written.pages} / {written.pages}",
    ):
        assert squeezed(told) in whole
    assert squeezed("¥920,000") not in whole, "the floor of a concession stands on the sheet of the visit only"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_face_is_embedded_and_none_is_a_standard_one(language: str) -> None:
    pdf, _ = plan(huaxing(), workspace(), language)
    assert b"Helvetica" not in pdf.data
    assert b"/Type1" not in pdf.data
    descriptors = [body for body in pdf.objects.values() if b"/FontDescriptor\n" in body and b"/FontName" in body]
    assert descriptors
    assert all(b"/FontFile2" in body for body in descriptors)
    assert {re.search(rb"/FontName /(\S+)", body).group(1)[:7] for body in descriptors} == {b"KAMDES+"}  # type: ignore[union-attr]


@pytest.mark.parametrize("section", TOLD, ids=lambda part: part.name)
def test_every_section_is_printed(section: Section) -> None:
    """One record of a section, with what it needs, stands in the plan by its title."""
    client, shared = client_of(count=1), workspace_of(1)
    records: tuple[Record, ...] = getattr(client, section.name)
    pdf, _ = plan(fresh(client), shared)
    title = squeezed(records[0].title).replace("🎉", "")
    assert title[:24] in squeezed(pdf.text).replace("🎉", "")


@pytest.mark.parametrize("section", TOLD, ids=lambda part: part.name)
def test_a_section_without_a_chapter_of_its_own_prints_by_itself(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CHAPTERS, "plain", Chapter("plain", section.label, build=partial(plain.build, section=section)))
    client = client_of(count=3)
    pdf, written = plan(client, workspace_of(), chapters=["plain"])
    assert [title for title, _ in written.outline] == [section.label.rpartition("\x04")[2]]
    text = squeezed(pdf.text)
    for record in getattr(client, section.name):
        assert squeezed(record.title)[:20] in text


def fresh(client: Client) -> Client:
    """The client with its visit still to come and its evidence of this year."""
    visits = tuple(
        replace(visit, result=None, at=visit.at.replace(year=TODAY.year + 1)) for visit in client.visits if visit.at
    )
    evidence = tuple(replace(item, day=TODAY) for item in client.evidence)
    actions = tuple(replace(action, done=None) for action in client.actions)
    return replace(client, visits=visits, evidence=evidence, actions=actions)


def test_a_client_nobody_knows_is_one_page_of_red_flags() -> None:
    pdf, written = plan(empty(), bare())
    assert written.pages <= 3
    text = squeezed(pdf.text)
    assert squeezed("Too little is known") in text
    for title in ("People", "Weigh-in", "Competition", "Visits", "Actions"):
        assert squeezed(title) in text
    assert text.count(squeezed("not filled · red flag")) >= 4


def test_three_hundred_people_run_over_pages_under_a_repeated_head() -> None:
    pdf, _ = plan(crowded(), bare(), chapters=["people", "appendix"])
    text = squeezed(pdf.text)
    assert all(f"人员{number:03d}" in text for number in range(300))
    tables = [number for number in range(1, len(pdf.pages) + 1) if "Attitude" in pdf.page_text(number)]
    assert len(tables) > 8
    begun = ("(continued)", "Appendix")  # the whole table begins in the appendix, a part of it stands before
    assert all(any(word in pdf.page_text(number) for word in begun) for number in tables[1:])


def test_chapters_are_chosen_and_printed_in_the_order_given() -> None:
    _, written = plan(huaxing(), workspace(), chapters=["actions", "gone in this release", "people"])
    assert [title for title, _ in written.outline] == ["Actions", "People"]
    assert [name for name, _ in written.places] == ["actions", "people"]
    first = ["summary", "profile", "people", "weighin", "relation", "rivals", "opportunities", "visit", "actions"]
    assert list(CHAPTERS)[:9] == first
    told = {section for chapter in CHAPTERS.values() for section in chapter.sections}
    assert told >= {part.name for part in sections_of(Client)} - {"presets", "conclusions"}


def test_nothing_is_printed_beyond_the_margins() -> None:
    for client, shared in ((huaxing("en"), workspace("en")), (client_of(), workspace_of())):
        pdf, _ = plan(client, shared)
        assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)
        assert all(30 < run.y < 841.9 - 28 for run in pdf.runs)


def test_equal_data_gives_equal_bytes_in_any_process() -> None:
    code = (
        "import sys, io, hashlib; sys.path.insert(0, '.')\n"
        "from kamdesk.document.plan import write_plan\n"
        "from kamdesk.words import words_for\n"
        "from tests.document.clients import TODAY, huaxing, workspace\n"
        "out = io.BytesIO(); write_plan(huaxing(), workspace(), out, words_for('zh_CN'), TODAY, invariant=True)\n"
        "print(hashlib.sha256(out.getvalue()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""


def test_importing_the_plan_is_cheap() -> None:
    code = "import sys, kamdesk.document.plan; print({'reportlab', 'markdown_it'} & set(sys.modules))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_file_that_cannot_be_written_is_trouble_and_leaves_nothing(tmp_path: Path) -> None:
    words = words_for("en")
    with pytest.raises(Trouble, match=r"plan\.pdf could not be written"):
        write_plan(empty(), bare(), tmp_path / "nowhere" / "plan.pdf", words, TODAY)
    kept = tmp_path / "plan.pdf"
    kept.mkdir()
    with pytest.raises(Trouble):
        write_plan(empty(), bare(), kept, words, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_the_file_says_what_it_is() -> None:
    pdf, _ = plan(huaxing("en"), workspace("en"))
    assert b"/Lang (en)" in pdf.data
    assert b"/Author (Lin Jia)" in pdf.data
    assert b"anonymous" not in pdf.data
    assert b"ReportLab PDF Library" not in pdf.data
