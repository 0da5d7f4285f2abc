"""A conclusion written by hand stands in the place of the computed one, marked with a pencil, however long it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.paper_records import Audience, Conclusion
from kamdesk.document.contents import APPENDIX
from kamdesk.document.plan import Issued, allowed
from tests.document.clients import huaxing
from tests.document.issuing import issue, squeezed

_PENCIL = b"0.122 0.373 0.749 rg"
_OWN = "First the samples, then the order."


def written(chapter: str, text: str = _OWN, client: Client | None = None) -> Client:
    """The invented client with a conclusion over one chapter."""
    told = client or huaxing("en")
    return replace(told, conclusions=(Conclusion(key="c1", owner=told.key, chapter=chapter, text=text),))


@pytest.mark.parametrize("name", [it for it in allowed(Audience.INTERNAL) if it != APPENDIX])
def test_every_chapter_shows_what_was_written_by_hand(name: str) -> None:
    pdf, _ = issue(None, written(name), chapters=[name])
    assert squeezed(_OWN) in squeezed(pdf.page_text(1))


def test_it_takes_the_place_of_the_computed_one_and_has_a_mark() -> None:
    computed, _ = issue(None, chapters=["summary"])
    own, _ = issue(None, written("summary"), chapters=["summary"])
    sentence = squeezed("Kerui leads on Price and with Chen Qiming")
    assert sentence in squeezed(computed.page_text(1))
    assert sentence not in squeezed(own.page_text(1))
    assert own.pages[0].count(_PENCIL) > computed.pages[0].count(_PENCIL)


@pytest.mark.parametrize("name", [it for it in allowed(Audience.INTERNAL) if it != APPENDIX])
def test_a_chapter_nothing_is_known_for_shows_it_above_its_red_flag(name: str) -> None:
    pdf, _ = issue(None, written(name, client=Client(company=Company(key="x", name="New Ltd"))), chapters=[name])
    assert squeezed(_OWN) in squeezed(pdf.text)


def test_one_longer_than_two_lines_is_told_in_full_below() -> None:
    long = "Everything they said at the fair must be read in the light of the new budget. " * 9
    pdf, _ = issue(None, written("actions", long), chapters=["actions"])
    assert squeezed(long) in squeezed(pdf.text)
    assert "…" in pdf.text


def test_the_summary_keeps_its_one_page_under_a_long_one() -> None:
    long = "Everything they said at the fair must be read in the light of the new budget. " * 9
    pdf, told = issue(None, written("summary", long), chapters=["summary", "appendix"])
    assert dict(told.places) == {"summary": 1, "appendix": 2}
    assert squeezed(long) in squeezed(pdf.text)


def test_one_of_a_chapter_that_is_not_there_is_not_printed() -> None:
    pdf, _ = issue(None, written("horoscope"))
    assert squeezed(_OWN) not in squeezed(pdf.text)


def test_a_client_does_not_read_what_was_written_for_us() -> None:
    pdf, _ = issue(Issued(audience=Audience.CLIENT), written("profile"))
    assert squeezed(_OWN) not in squeezed(pdf.text)
