"""An edition says on every page which one it is, for whom, and how old what it tells is; nothing more to a client."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kamdesk.client.paper_records import Audience
from kamdesk.document.contents import APPENDIX
from kamdesk.document.plan import CHAPTERS, Issued, allowed
from kamdesk.words import LANGUAGES
from tests.document.clients import huaxing
from tests.document.issuing import issue, squeezed

_SLANTED = re.compile(rb"/K\d+ [\d.]+ Tf 0\.\d+ 0\.\d+ -0\.\d+ 0\.\d+ ([\d.-]+) ([\d.-]+) Tm\s+<[0-9A-F]+> Tj")


def test_every_page_says_which_edition_it_is_for_whom_and_how_old_its_facts_are() -> None:
    pdf, written = issue(Issued(number=7, reader="Director Zhou", notice="Secret"))
    assert written.pages > 5
    for number in range(1, written.pages + 1):
        text = squeezed(pdf.page_text(number))
        assert squeezed("Account plan 2026 · edition 7") in text
        assert squeezed("Secret · for Director Zhou") in text
        assert re.search(r"facts\d+–\d+dold", text)
        assert "INTERNAL" in text
    assert b"/Subject (Account plan 2026 " in pdf.data


def test_a_paper_without_a_number_is_a_draft_and_one_nobody_issues_is_neither() -> None:
    draft, _ = issue(Issued(), chapters=["actions"])
    bare, _ = issue(None, chapters=["actions"])
    assert squeezed("Account plan 2026 · draft") in squeezed(draft.page_text(1))
    assert squeezed("Account plan 2026INTERNAL") in squeezed(bare.page_text(1))


def test_the_tag_tells_the_audiences_apart_by_word_fill_and_frame() -> None:
    looks = []
    for audience, word in zip(Audience, ("INTERNAL", "BRIEF", "CLIENT"), strict=True):
        pdf, _ = issue(Issued(number=1, audience=audience), chapters=["profile"])
        assert word in pdf.page_text(1)
        looks.append(re.search(rb"q ([^\n]*?) [\d.]+ [\d.]+ [\d.]+ 12\.47 re (\w+)", pdf.pages[0]))
    assert [look and look.group(2) for look in looks] == [b"f", b"f", b"S"]
    assert len({look.group(1) for look in looks if look}) == 3


def test_a_client_reads_neither_the_trust_in_the_data_nor_codes_nor_alarms() -> None:
    pdf, _ = issue(Issued(number=3, audience=Audience.CLIENT, reader="Wang Lu"))
    text = squeezed(pdf.text)
    for told in ("Data trust", "facts", "not filled", "red flag", "Too little is known", "P2", "Account plan"):
        assert squeezed(told) not in text, told
    assert squeezed("Confidential · for Wang Lu") in text


def test_a_client_gets_only_the_chapters_made_for_it_or_open_to_it() -> None:
    _, written = issue(Issued(number=3, audience=Audience.CLIENT))
    assert [name for name, _ in written.places] == ["mutual", "profile"]
    assert list(allowed(Audience.CLIENT)) == ["mutual", "profile", APPENDIX]
    _, asked = issue(Issued(number=3, audience=Audience.CLIENT), chapters=["rivals", "weighin", "profile"])
    assert [name for name, _ in asked.places] == ["profile"]


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.BRIEF])
def test_our_own_people_may_have_every_chapter_but_the_clients(audience: Audience) -> None:
    assert set(allowed(audience)) == set(CHAPTERS) - {"mutual"}


def test_rivals_are_not_named_in_what_a_client_reads() -> None:
    pdf, _ = issue(Issued(number=3, audience=Audience.CLIENT))
    text = squeezed(pdf.text)
    assert "Kerui" not in text
    assert "Brandt" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["DRAFT", "内部资料 请勿复制 不得外传 仅供本人阅读", "x"])
def test_a_watermark_lies_slanted_under_everything_and_within_the_page(word: str, language: str) -> None:
    pdf, written = issue(Issued(number=1, watermark=word), chapters=["people", "actions"], language=language)
    for number in range(written.pages):
        page = pdf.pages[number]
        found = list(_SLANTED.finditer(page))
        assert found
        first_text = page.index(b" Td ")
        assert all(match.start() < first_text for match in found)
        assert all(0 < float(match.group(1)) < 842 and 0 < float(match.group(2)) < 842 for match in found)


def test_without_a_watermark_nothing_is_slanted() -> None:
    pdf, _ = issue(Issued(number=1, watermark="  "), chapters=["actions"])
    assert not _SLANTED.search(pdf.pages[0])


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.BRIEF])
def test_what_an_edition_leaves_out_is_not_called_missing(audience: Audience) -> None:
    known = huaxing("en")
    assert known.concessions
    client = replace(known, contacts=tuple(replace(it, personal_agenda="A quiet year") for it in known.contacts))
    pdf, _ = issue(Issued(number=1, audience=audience), client)
    text = squeezed(pdf.text)
    assert squeezed("No floor is set for the visit") not in text
    assert squeezed("wins personally is unknown") not in text


@pytest.mark.parametrize("text", ["\u202e\x00\ud800", "many words " * 2_000, "𠮷" * 70, "<b>&\n\n\t</b>"])
def test_whatever_was_typed_for_an_edition_leaves_the_pages_whole(text: str) -> None:
    plain, usual = issue(Issued(number=1), chapters=["actions"])
    about = Issued(number=999_999, reader=text, notice=text, watermark=text)
    pdf, written = issue(about, chapters=["actions"])
    assert written.pages == usual.pages
    assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)
    assert squeezed(plain.page_text(1))[:30] in squeezed(pdf.page_text(1))


@pytest.mark.parametrize("paper", ["A4", "A3", "Letter"])
@pytest.mark.parametrize("audience", Audience)
def test_whom_a_paper_is_for_stands_whole_on_every_page_however_long_the_name(audience: Audience, paper: str) -> None:
    reader = "Dr. Maximilian von Hohenstein-Württemberg, Head of Strategic Procurement"
    notice = "Personal copy, not to be forwarded"
    for word in ("", notice):
        about = Issued(number=12, reader=reader, notice=word, audience=audience, watermark="DRAFT")
        pdf, written = issue(about, chapters=["mutual", "profile", "people"], paper=paper)
        for number in range(1, written.pages + 1):
            text = squeezed(pdf.page_text(number))
            assert squeezed(f"{word or 'Confidential'} · for {reader}") in text
            lines = [(run.y, run.x, run.text) for run in pdf.page(number) if run.y < 48]
            assert all(place >= 14 for place, *_ in lines)
            assert squeezed(f"{number} / {written.pages}") in text


def test_a_clients_name_that_is_too_long_for_the_head_gives_way_to_its_short_one() -> None:
    client = huaxing("en")
    long = replace(client, company=replace(client.company, name="The Long Name of a Company " * 6, short="Long Name"))
    pdf, _ = issue(Issued(number=1), long, chapters=["profile"])
    assert squeezed(pdf.page_text(1)).startswith("LongNameAccountplan")
