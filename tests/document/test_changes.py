"""A later edition opens with what has changed, marks it in the margins, and tells all of it in the evidence."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kamdesk.client.client import Client
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.plan_records import Goal
from kamdesk.document.mutual import write_mutual
from kamdesk.document.plan import CHAPTERS, Issued
from kamdesk.words import words_for
from tests.document.clients import TODAY, huaxing, workspace
from tests.document.issuing import issue, since, squeezed, without
from tests.document.pdf import Pdf

_LINE = re.compile(rb"q 0\.122 0\.373 0\.749 RG 0\.8 w \[\] 0 d 1 j ([\d.]+) ([\d.]+) m \1 ([\d.]+) l S Q")


def bars(pdf: Pdf, page: int) -> list[tuple[float, float, float]]:
    """The bars of a page: place from the left, upper end, lower end."""
    return [(float(x), float(y), float(end)) for x, y, end in _LINE.findall(pdf.pages[page - 1])]


def beside(pdf: Pdf, page: int, wide: float = 500) -> str:
    """What stands to the right of the bars of a page, so many points wide."""
    spans = bars(pdf, page)
    runs = pdf.page(page)
    return "".join(it.text for it in runs if any(low <= it.y <= high and x < it.x < x + wide for x, high, low in spans))


def test_the_first_page_opens_with_what_has_changed_since_the_edition_before() -> None:
    client = huaxing("en")
    pdf, _ = issue(since(without(client, "actions", 2)), client)
    text = squeezed(pdf.page_text(1))
    assert squeezed("Changed since edition 6 of 23 Nov") in text
    assert squeezed(client.actions[-1].text) in text
    assert text.index(squeezed("Changed since edition 6")) < text.index("Grade")


def test_it_opens_whichever_chapter_comes_first_and_no_other() -> None:
    client = huaxing("en")
    pdf, written = issue(since(without(client, "actions")), client, chapters=["actions", "people", "evidence"])
    opened = [number for number in range(1, written.pages + 1) if "Changedsince" in squeezed(pdf.page_text(number))]
    assert opened == [1, dict(written.places)["evidence"]]


@pytest.mark.parametrize("name", CHAPTERS)
def test_any_chapter_can_be_the_first_one(name: str) -> None:
    client, audience = huaxing("en"), CHAPTERS[name].audiences[0]
    about = replace(since(replace(client, visits=(), goals=())), audience=audience)
    pdf, _ = issue(about, client, chapters=[name])
    assert squeezed("Changed since edition 6") in squeezed(pdf.page_text(1))


def test_an_edition_in_which_nothing_has_changed_says_so() -> None:
    client = huaxing("en")
    pdf, written = issue(since(client), client)
    assert squeezed("Changed since edition 6 of 23 Nov nothing") in squeezed(pdf.page_text(1))
    assert not any(bars(pdf, number) for number in range(1, written.pages + 1))


def test_without_an_earlier_edition_nothing_is_compared() -> None:
    pdf, _ = issue(Issued(number=1))
    assert "Changedsince" not in squeezed(pdf.text)


def test_a_bar_stands_beside_what_is_new_and_beside_nothing_else() -> None:
    client = huaxing("en")
    pdf, _ = issue(since(without(client, "actions")), client, chapters=["actions"])
    marked = squeezed(beside(pdf, 1))
    assert squeezed(client.actions[-1].text)[:12] in marked
    assert squeezed(client.actions[0].text)[:12] not in marked


def test_a_bar_stands_beside_the_field_that_changed_not_beside_the_whole_record() -> None:
    client = huaxing("en")
    before = replace(client, company=replace(client.company, industry="Hydraulics"))
    pdf, _ = issue(since(before), client, chapters=["profile"])
    assert squeezed(beside(pdf, 1)) == squeezed(f"Industry{client.company.industry}")


def test_bars_keep_to_the_margin_and_to_their_rows() -> None:
    client = huaxing("en")
    earlier = Client(company=client.company)
    pdf, written = issue(since(earlier), client)
    found = [bar for number in range(1, written.pages + 1) for bar in bars(pdf, number)]
    assert len(found) > 60
    assert all(x > 40 and 45 < low < high < 792 for x, high, low in found)


def test_the_evidence_tells_every_change_field_by_field() -> None:
    client = huaxing("en")
    first, second, *others = client.facts
    before = replace(
        without(client, "actions"), facts=(replace(first, source="hearsay"), replace(second, key="gone"), *others)
    )
    pdf, written = issue(since(before), client)
    page = next(number for name, number in written.places if name == "evidence")
    text = squeezed("".join(pdf.page_text(number) for number in range(page, written.pages + 1)))
    assert squeezed(f"hearsay → {first.source}") in text
    assert squeezed("4 changes") in text
    assert squeezed(client.actions[-1].text) in text
    assert "gone" in text


def test_long_texts_are_shortened_in_the_list_of_changes() -> None:
    client = huaxing("en")
    before = replace(client, company=replace(client.company, notes="word " * 4000))
    pdf, _ = issue(since(before), client, chapters=["evidence"])
    assert pdf.text.count("word") < 40


def test_what_a_client_may_not_read_has_not_changed_for_it_either() -> None:
    client = huaxing("en")
    people = tuple(replace(person, attitude=None, personal_agenda="secret") for person in client.contacts)
    before = replace(
        client, contacts=people, weighins=(), company=replace(client.company, goal="hidden", region="Lyon")
    )
    pdf, written = issue(replace(since(before), audience=Audience.CLIENT), client)
    text = squeezed(pdf.text)
    assert squeezed("Changed since edition 6") in text
    for hidden in ("secret", "hidden", "Attitude", "Weigh-in"):
        assert hidden not in text
    marked = "".join(beside(pdf, number, 230) for number in range(1, written.pages + 1))
    assert squeezed(marked) == squeezed(f"Region{client.company.region}")


def test_the_editions_given_out_are_listed_with_number_day_reader_and_audience() -> None:
    client = huaxing("en")
    editions = tuple(
        Edition(
            key=f"e{number}",
            number=number,
            at=datetime(2026, 3, number, 9, tzinfo=UTC),
            document="plan",
            audience=Audience.CLIENT,
            reader=f"Reader {number}",
            pages=10 + number,
        )
        for number in range(1, 16)
    )
    pdf, _ = issue(Issued(number=16), replace(client, editions=editions), chapters=["evidence", "appendix"])
    text = squeezed(pdf.text)
    assert squeezed("Editions given out") in text
    assert all(f"Reader{number}" in text for number in range(4, 16))
    assert "Reader3C" not in text
    assert squeezed("3 older ones left out") in text
    assert squeezed("Account planClientReader 15") in text


def test_the_plan_with_the_client_opens_with_its_changes_and_marks_them() -> None:
    known = huaxing("en")
    client = replace(
        known,
        actions=tuple(replace(it, mutual=True) for it in known.actions),
        goals=(Goal(key="g", owner=known.key, text="Three lines by June", mutual=True),),
    )
    before = replace(without(client, "actions"), goals=(replace(client.goals[0], text="Two lines by June"),))
    out = io.BytesIO()
    write_mutual(client, workspace("en"), out, words_for("en"), TODAY, invariant=True, about=since(before))
    pdf = Pdf(out.getvalue())
    text, marked = squeezed(pdf.page_text(1)), squeezed(beside(pdf, 1))
    assert text.index(squeezed("Changed since edition 6")) < text.index("Supplier")
    assert squeezed("Three lines by June") in marked
    assert squeezed(client.actions[-1].text) in squeezed(pdf.text)
