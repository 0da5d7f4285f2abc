"""The outline and the links of a plan lead to the very place a chapter begins, and nowhere outside the file."""

from __future__ import annotations

import io

from pypdf import PdfReader

from kamdesk.client.client import Client
from kamdesk.document.plan import CHAPTERS, Issued, Written
from tests.document.clients import huaxing
from tests.document.issuing import issue, since, squeezed
from tests.document.pdf import Pdf


def links(pdf: Pdf, written: Written) -> set[str]:
    """The names of the chapters that begin on a page links lead to."""
    reader = PdfReader(io.BytesIO(pdf.data))
    pages = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    found = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    reached = {pages[note["/Dest"][0].indirect_reference] for note in found if note["/Subtype"] == "/Link"}
    return {name for name, number in written.places if number in reached}


def test_the_outline_names_every_chapter_with_its_page() -> None:
    pdf, written = issue(None)
    assert len(written.outline) == len(written.places)
    assert {name for name, _ in written.places} == set(CHAPTERS) - {"mutual"}
    assert pdf.data.count(b"/XYZ") >= len(written.outline)


def test_what_the_summary_cuts_short_leads_to_its_chapter() -> None:
    client = huaxing("en")
    pdf, written = issue(since(Client(company=client.company)), client)
    assert links(pdf, written) >= {"people", "visit", "evidence"}


def test_no_link_and_no_word_leads_to_a_chapter_that_is_not_printed() -> None:
    pdf, written = issue(None, chapters=["summary", "people"])
    assert links(pdf, written) == {"people"}
    text = squeezed(pdf.text)
    assert "seeP11" not in text
    assert "seeV1" not in text


def test_nothing_leads_out_of_the_file() -> None:
    pdf, _ = issue(Issued(number=1, watermark="https://example.com"))
    for forbidden in (b"/URI", b"/Launch", b"/JavaScript", b"/GoToR", b"/SubmitForm"):
        assert forbidden not in pdf.data
