"""The summary and the profile: what a director reads first, told once; what a client is to us."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from kamdesk.client.client import Client
from kamdesk.client.company import Grade, Stage
from kamdesk.client.library import Colleague
from kamdesk.client.people import Bond
from kamdesk.client.plan_records import Action, Deal, Opportunity
from kamdesk.client.rival_records import Factor
from kamdesk.client.units import Money
from kamdesk.document.brief import write_brief
from kamdesk.document.plan import Issued, write_plan
from kamdesk.words import words_for
from tests.document.clients import TODAY, huaxing, workspace
from tests.document.issuing import issue, since, squeezed, without
from tests.document.pdf import Pdf


def first(client: Client, chapter: str = "summary", language: str = "en") -> str:
    """The first page of one chapter, without spaces."""
    pdf, _ = issue(Issued(number=1), client, [chapter], language)
    return squeezed(pdf.page_text(1))


def owing() -> Client:
    """A client to whom we owe something today."""
    known = huaxing("en")
    step = Action(key="soon", owner=known.key, text="Send the calibration sheet", due=TODAY)
    return replace(known, actions=(step, *known.actions))


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_the_summary_takes_one_page_with_or_without_an_earlier_edition(language: str) -> None:
    client = huaxing("en")
    for about in (Issued(number=1), since(without(client, "actions", 2))):
        _, written = issue(about, client, ["summary"], language)
        assert written.pages == 1


def test_a_step_that_is_listed_does_not_press_a_second_time() -> None:
    assert first(owing()).count(squeezed("Send the calibration sheet")) == 1


def test_the_brief_tells_a_step_once() -> None:
    out = io.BytesIO()
    write_brief(owing(), workspace("en"), out, words_for("en"), TODAY, invariant=True)
    assert squeezed(Pdf(out.getvalue()).page_text(1)).count(squeezed("Send the calibration sheet")) == 1


def test_the_goal_and_the_next_visit_stand_together() -> None:
    client = huaxing("en")
    visit = min((it for it in client.visits if it.at and it.at.date() >= TODAY), key=lambda it: it.at)
    text = first(client)
    assert text.index(squeezed(client.company.goal)) < text.index(squeezed(visit.objective)) < text.index("Threechecks")


def test_what_is_not_there_is_said_on_the_summary() -> None:
    known = huaxing("en")
    text = first(replace(known, company=replace(known.company, goal=""), visits=(), attendees=(), checks=()))
    assert squeezed("No goal written down") in text
    assert squeezed("No visit planned") in text


def test_a_stage_is_told_with_its_place_among_all() -> None:
    known = huaxing("en")
    client = replace(known, company=replace(known.company, stage=Stage.COOPERATIVE))
    assert "Cooperative3/5" in first(client)
    assert "Cooperative3/5" in first(client, "profile")


def test_open_orders_are_counted_and_summed_where_they_are_in_one_currency() -> None:
    known = huaxing("en")
    held = [
        Opportunity(key=f"o{n}", owner=known.key, name=f"Order {n}", amount=Money(Decimal(n * 1000))) for n in (1, 2)
    ]
    closed = replace(held[0], key="o3", name="Old", state=Deal.WON)
    assert "Openorders2¥3,000" in first(replace(known, opportunities=(*held, closed)))
    mixed = replace(held[1], amount=Money(Decimal(2000), "EUR"))
    assert "Openorders2Main" in first(replace(known, opportunities=(held[0], mixed)))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Grows fast; six lines", "Grade S, Cooperative: Grows fast; six lines"),
        (f"Grows fast; {'and so on ' * 30}", "Grade S, Cooperative: Grows fast"),
        ("", "Grade S, Cooperative; why this grade is nowhere said."),
    ],
)
def test_the_profile_opens_with_the_reason_of_the_grade(reason: str, told: str) -> None:
    known = huaxing("en")
    company = replace(known.company, grade=Grade.S, stage=Stage.COOPERATIVE, grade_reason=reason)
    text = first(replace(known, company=company), "profile")
    assert squeezed(told) in text
    assert squeezed(reason) in text


def test_the_profile_tells_what_came_of_it_and_who_knows_them() -> None:
    known = huaxing("en")
    orders = [
        Opportunity(key=f"o{n}", owner=known.key, name=f"Order {n}", amount=Money(Decimal(n * 1000)), state=state)
        for n, state in enumerate((Deal.WON, Deal.WON, Deal.LOST, Deal.OPEN), 1)
    ]
    bonds = tuple(Bond(owner=known.key, contact=it.key, colleague="lin") for it in known.contacts[:2])
    client = replace(known, opportunities=tuple(orders), bonds=bonds)
    shared = replace(workspace("en"), colleagues=(Colleague(key="lin", name="Lin Jia"),))
    out = io.BytesIO()
    write_plan(client, shared, out, words_for("en"), TODAY, ["profile"], True)
    text = squeezed(Pdf(out.getvalue()).page_text(1))
    for told in ("Orders won 2 · ¥3,000", "Orders lost 1 · ¥3,000", "Open orders 1 · ¥4,000", "Known by Lin Jia (2)"):
        assert squeezed(told) in text


def test_the_goal_stands_on_the_profile_where_the_summary_is_not_printed() -> None:
    client = huaxing("en")
    goal = squeezed(client.company.goal)
    assert goal in first(client, "profile")
    pdf, written = issue(Issued(number=1), client, ["summary", "profile"])
    assert (goal in squeezed(pdf.page_text(dict(written.places)["profile"]))) == (len(client.company.goal) > 80)


def test_what_they_want_tells_what_it_is_worth_only_where_that_is_known() -> None:
    known = huaxing("en")
    need = Factor(key="f", owner=known.key, name="Uptime", wants="99 %", value="99.5 %")
    bare = replace(known, factors=(need,), standings=(), stakes=())
    text = first(bare, "profile")
    assert squeezed("What they want from us") in text
    assert squeezed("In the client's figures") not in text
    worth = replace(bare, factors=(replace(need, benefit="12 hours a year"),))
    assert squeezed("12 hours a year") in first(worth, "profile")


def test_many_new_records_of_a_section_are_named_in_one_row() -> None:
    client = huaxing("en")
    steps = tuple(Action(key=f"n{n}", owner=client.key, text=f"Step {n}", due=TODAY + timedelta(n)) for n in range(4))
    later = replace(client, actions=(*client.actions, *steps))
    pdf, _ = issue(since(client), later, chapters=["evidence"])
    text = squeezed(pdf.text)
    assert squeezed("4 new Step 0; Step 1; Step 2; Step 3") in text
    assert squeezed("4 changes") in text
    few = replace(client, actions=(*client.actions, *steps[:2]))
    assert squeezed("4 new") not in squeezed(issue(since(client), few, chapters=["evidence"])[0].text)


def test_records_whose_day_alone_is_new_share_a_row() -> None:
    client = huaxing("en")
    older = tuple(replace(it, day=TODAY - timedelta(400)) for it in client.facts)
    pdf, _ = issue(since(replace(client, facts=older)), client, chapters=["evidence"])
    assert squeezed(f"{len(older)} with a new day") in squeezed(pdf.text)


def test_long_notes_begin_on_the_profile_and_stand_whole_in_the_appendix() -> None:
    known = huaxing("en")
    notes = "\n\n".join(f"Paragraph {n} of what we know of them." for n in range(80))
    client = replace(known, company=replace(known.company, notes=notes))
    pdf, written = issue(Issued(number=1), client, ["profile", "appendix"])
    places = dict(written.places)
    assert places["appendix"] == 2
    assert squeezed("Paragraph 0 of") in squeezed(pdf.page_text(1))
    rest = "".join(squeezed(pdf.page_text(page)) for page in range(2, written.pages + 1))
    assert all(squeezed(f"Paragraph {n} of") in rest for n in range(80))
    alone, _ = issue(Issued(number=1), client, ["profile"])
    assert squeezed("whole in the appendix") not in squeezed(alone.text)
