"""The plan on Letter keeps its margins, upright and across, and its summary keeps its one page."""

from __future__ import annotations

import io
import re

import pytest

from kamdesk.document.plan import write_plan
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import TODAY, bare, crowded, huaxing, workspace
from tests.document.issuing import issue, since
from tests.document.pdf import Pdf
from tests.records import client_of, workspace_of

_WIDE, _TALL = 612.0, 792.0
_BOX = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")


def boxes(pdf: Pdf) -> list[tuple[int, int]]:
    """The size of every page in points."""
    return [(round(float(wide)), round(float(tall))) for wide, tall in _BOX.findall(pdf.data)]


def test_every_page_is_letter_and_nothing_leaves_its_margins() -> None:
    for client, shared in ((huaxing("en"), workspace("en")), (client_of(), workspace_of())):
        out = io.BytesIO()
        write_plan(client, shared, out, words_for("en"), TODAY, invariant=True, paper="Letter")
        pdf = Pdf(out.getvalue())
        assert set(boxes(pdf)) <= {(612, 792), (792, 612)}
        upright = [run for run in pdf.runs if boxes(pdf)[run.page - 1] == (612, 792)]
        assert all(50.9 < run.x < _WIDE - 51 for run in upright)
        assert all(30 < run.y < _TALL - 28 for run in upright)


def test_a_map_of_many_goes_across_in_the_same_file() -> None:
    out = io.BytesIO()
    write_plan(crowded(40), bare(), out, words_for("en"), TODAY, ["people", "actions"], True, "Letter")
    assert {(612, 792), (792, 612)} == set(boxes(Pdf(out.getvalue())))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "A3", "Letter"])
def test_the_summary_has_one_page_even_when_it_opens_with_changes(paper: str, language: str) -> None:
    for text in ("en", "zh"):
        client = huaxing(text)
        earlier = client.__class__(company=client.company)
        _, written = issue(since(earlier), client, ["summary", "profile"], language, paper)
        assert dict(written.places) == {"summary": 1, "profile": 2}
