"""The sheets of a day: a cover with order, hours and what is missing; every sheet begins on a front."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.document.binding import Written
from kamdesk.document.visit_sheet import write_tomorrow
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, words_for
from tests.document.pdf import Pdf
from tests.document.prepared import AT, VISIT, prepared, shared
from tests.document.related import DAY
from tests.document.test_hostile import HOSTILE, filled
from tests.document.test_visit_sheet import busy

TOMORROW = DAY + timedelta(1)


def another(name: str, hours: float, extra: bool = False) -> Client:
    """Another client with the same visit at another hour."""
    client = prepared("en", extra)
    visits = tuple(replace(it, at=AT + timedelta(hours=hours)) if it.key == VISIT else it for it in client.visits)
    return replace(
        client, company=replace(client.company, name=name, short=name, address="12 Baolong Road"), visits=visits
    )


def day(*clients: Client, language: str = "en", workspace: Workspace | None = None) -> tuple[Pdf, Written]:
    """The file of a day as it is read back, and what the writer told of it."""
    out = io.BytesIO()
    visits = [(client, VISIT) for client in clients]
    written = write_tomorrow(visits, workspace or shared("en"), out, words_for(language), DAY, TOMORROW, invariant=True)
    return Pdf(out.getvalue()), written


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def test_the_cover_tells_the_order_the_addresses_and_what_is_missing() -> None:
    pdf, written = day(another("Zeta", 5), another("Alpha", 1))
    cover = squeezed(pdf.page_text(1))
    assert cover.index("Alpha") < cover.index("Zeta")
    for told in (
        "2 visits, the first at",
        "12 Baolong Road",
        "Wang Lu",
        "50%",
        "What we must learn",
        "Draft of the test plan",
    ):
        assert squeezed(told) in cover
    assert "overlap" not in cover
    assert [title.split(" · ")[1] for title, page in written.outline[1:]] == ["Alpha", "Zeta"]


def test_every_sheet_begins_on_a_front_and_names_its_own_client() -> None:
    pdf, written = day(another("Alpha", 0, extra=True), another("Zeta", 5))
    assert [page for _, page in written.outline] == [1, 3, 7]
    assert written.pages == 8
    assert "Alpha" in pdf.page_text(5)
    assert "Zeta" not in "".join(pdf.page_text(number) for number in (3, 4, 5, 6))
    assert "Zeta" in pdf.page_text(7)


def test_visits_that_overlap_are_told() -> None:
    pdf, _ = day(another("Alpha", 0), another("Zeta", 0.5), another("Mu", 5))
    cover = squeezed(pdf.page_text(1))
    assert squeezed("Alpha and Zeta overlap.") in cover
    assert cover.count("overlap") == 1


def test_a_day_without_visits_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="No visit is planned on 17 Mar 2026"):
        write_tomorrow([], shared(), tmp_path / "day.pdf", words_for("en"), DAY, TOMORROW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_is_only_text(text: str, language: str) -> None:
    client = Client.of(filled(record, text) for record in busy(prepared(extra=True), 3).records)
    workspace = Workspace.of(filled(record, text) for record in shared().records)
    pdf, written = day(client, client, language=language, workspace=workspace)
    assert written.pages % 2 == 0
    assert b"/URI" not in pdf.data


def test_twenty_visits_run_over_pages_of_the_cover() -> None:
    pdf, written = day(*(another(f"Client {number:02d}", number) for number in range(20)))
    first = written.outline[1][1]
    assert first % 2 == 1
    assert written.pages == first - 1 + 40
    assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)
