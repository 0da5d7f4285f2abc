"""P8 says what the comparison says: figures, tactics as the rep decided, the stance test by test, who is here."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from kamdesk.client.account import account
from kamdesk.client.attacks import attacks
from kamdesk.client.calls import CallState
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import comparison
from kamdesk.client.contest_records import CallKind
from kamdesk.client.kills import kills
from kamdesk.client.plan_records import Ahead
from kamdesk.client.proposals import proposals, words_of
from kamdesk.client.stance import Stance, stance
from kamdesk.client.tipping import tip
from kamdesk.client.units import tell_day, tell_decimal, tell_gap
from kamdesk.document.plan import write_plan
from kamdesk.words import LANGUAGES, words_for
from tests.document.contested import arena, contested
from tests.document.pdf import Pdf
from tests.document.related import DAY
from tests.document.test_rival import squeezed, text_of
from tests.document.test_rival_hostile import crowded

EN = words_for("en")


def chapter(client: Client, shared: Workspace | None = None, language: str = "en") -> Pdf:
    """The chapter as it is read back."""
    out = io.BytesIO()
    write_plan(client, shared or arena("en"), out, words_for(language), DAY, ["rivals", "appendix"], invariant=True)
    return Pdf(out.getvalue())


def told(words: object) -> str:
    """A sentence or the rep's own words, in English."""
    return squeezed(words if isinstance(words, str) else words.tell(EN))  # type: ignore[attr-defined]


def test_the_chapter_says_the_figures_of_the_sheet() -> None:
    client, shared = contested("en"), arena("en")
    pdf = chapter(client)
    text, first = text_of(pdf), squeezed(pdf.page_text(1))
    sheet = comparison(client, shared)
    for row in sheet.rows:
        assert squeezed(row.factor.name) in first
        if row.tactic:
            assert squeezed(EN.tr(row.tactic.label)) in first
    assert first.count(tell_decimal(sheet.total or 0, 2)) >= 2
    found = tip(client, shared, DAY)
    assert found is not None
    assert found.best_step is not None
    for step in found.steps[: found.steps.index(found.best_step) + 1]:
        assert tell_decimal(step.ours, 2) in first
    killing = kills(client, shared, DAY)
    assert squeezed(f"none; {killing.nearly[0].row.factor.name}") in text
    assert squeezed(f"{killing.theirs[0].row.factor.name}, gap {tell_gap(killing.theirs[0].row.gap or 0, 0)}") in text


def test_accepted_tactics_stand_in_the_reps_words_with_action_owner_and_day() -> None:
    client, shared = contested("en"), arena("en")
    text = text_of(chapter(client))
    made = proposals(client, shared, account(client, DAY), DAY)
    accepted = [it for it in made if it.state is CallState.ACCEPTED and it.kind is CallKind.FACTOR]
    assert len(accepted) == 2
    for proposal in accepted:
        assert told(words_of(proposal)) in text
        action = proposal.open_actions[0]
        assert action.due is not None
        owner, day = squeezed(action.person), squeezed(tell_day(action.due, EN, DAY))
        assert re.search(rf"A\d+(?:{owner}·{day}|{day}{owner})", text)


def test_what_was_put_aside_is_named_with_its_reason_and_is_no_tactic() -> None:
    client = contested("en")
    text = text_of(chapter(client))
    assert squeezed("Nobody there ever asks about the brand") in text
    lower = text[text.index("Tacticsputasideorovertaken") :]
    assert "Brand" in lower
    assert squeezed("another tactic is proposed now") in lower


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stance_stands_with_every_test_up_to_it(language: str) -> None:
    base = "en" if language == "en" else "zh"
    client, shared, words = contested(base), arena(base), words_for(language)
    text = text_of(chapter(client, shared, language))
    verdict = stance(client, shared, account(client, DAY), DAY)
    assert verdict.stance is Stance.FLANKING
    for test in verdict.tests:
        assert squeezed(words.tr(test.stance.label)) in text
        assert squeezed(test.reason.tell(words)) in text


def test_a_piece_in_which_we_are_ahead_is_told() -> None:
    client = contested("en")
    orders = tuple(replace(it, ahead=Ahead.US, unit="Line 3") for it in client.opportunities)
    factors = tuple(replace(it, score=1) for it in client.factors)
    changed = replace(client, opportunities=orders, factors=factors)
    verdict = stance(changed, arena("en"), account(changed, DAY), DAY)
    assert verdict.stance is Stance.FRAGMENT
    text = text_of(chapter(changed))
    assert squeezed("Stance: Fragment") in text
    assert squeezed("Line 3") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lead_with_each_person_is_printed(language: str) -> None:
    base = "en" if language == "en" else "zh"
    client = contested(base)
    text = text_of(chapter(client, arena(base), language))
    for person in account(client, DAY).people:
        if person.lead is not None:
            assert squeezed(person.contact.name) in text
            assert tell_gap(person.lead, 2) in text


def test_expected_attacks_are_counted_and_the_gravest_told() -> None:
    client, shared = contested("en"), arena("en")
    held = attacks(client, shared, account(client, DAY), DAY)
    text = text_of(chapter(client))
    assert squeezed(f"Expect {len(held)} attacks") in text
    for attack in held[:3]:
        assert told(attack.claim) in text


def test_attacks_nobody_has_an_answer_to_say_so_once() -> None:
    client, shared = contested("en"), arena("en")
    unprepared = replace(
        client,
        calls=tuple(it for it in client.calls if it.kind is not CallKind.ATTACK),
        standings=tuple(replace(it, answer="") for it in client.standings),
    )
    silent = replace(shared, rival_facts=tuple(replace(it, answer="") for it in shared.rival_facts))
    held = attacks(unprepared, silent, account(unprepared, DAY), DAY)
    assert held
    assert not any(it.answer for it in held)
    text = text_of(chapter(unprepared, silent))
    assert squeezed(f"Expect {len(held)} attacks, none answered yet:") in text
    assert squeezed("No answer yet") not in text


def test_people_with_the_same_tactic_stand_in_one_row() -> None:
    client, shared = contested("en"), arena("en")
    made = [it for it in proposals(client, shared, account(client, DAY), DAY) if it.kind is CallKind.PERSON]
    words = {told(words_of(it)) for it in made if it.call is None}
    text = text_of(chapter(client))
    assert all(text.count(it) <= 1 for it in words)


def test_what_is_looked_up_of_rivals_stands_in_the_appendix_under_titles_of_its_own() -> None:
    text = text_of(chapter(contested("en")))
    body, found, appendix = text.partition("Appendix")
    assert found
    assert "Leadperperson" in body
    assert "Stance:Flanking" in body
    for title in ("Who cares for which need", "Known of Hengda Technology", "Tactics put aside or overtaken"):
        assert squeezed(title) in appendix, title
        assert squeezed(title) not in body, title


def test_who_is_here_and_who_cares_for_what_is_printed() -> None:
    text = text_of(chapter(contested("en")))
    for words in (
        "The phase-one line · 60% · until 30 Jun",
        "Sun Hao",
        "Led the tour of phase one",
        "Li Min",
        "The stops count against her",
        "as the client's",
        "Promises 24 months of warranty",
        "20 May 2025 out of date",
    ):
        assert squeezed(words) in text, words


def test_forty_needs_and_eight_rivals_are_readable() -> None:
    client, shared = crowded()
    pdf = chapter(client, shared, "zh_CN")
    assert 2 < len(pdf.pages) < 14
    assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)


def test_a_rival_without_a_comparison_is_printed_all_the_same() -> None:
    client = replace(contested("en"), factors=(), standings=(), calls=())
    text = text_of(chapter(client))
    assert squeezed("not filled") in text
    assert squeezed("The phase-one line") in text


def test_with_several_rivals_the_sheet_says_against_whom_its_gaps_are() -> None:
    client = contested("en")
    assert len(comparison(client, arena("en")).rivals) > 1
    assert squeezed("gap = our score less the best rival's") in text_of(chapter(client))
