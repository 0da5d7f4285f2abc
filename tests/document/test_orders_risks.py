"""P9, P11 and P12 tell what is open, what leads there and what threatens it; the summary has the first of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.plan_records import Action, Ahead, Deal, Goal, Opportunity
from kamdesk.client.risks import Risk, RiskState
from kamdesk.client.units import Money
from kamdesk.words import LANGUAGES
from tests.document.clients import TODAY, huaxing
from tests.document.issuing import issue, squeezed

_FIRST = Opportunity(
    key="o1",
    name="Pilot line",
    amount=Money(Decimal(3_920_000)),
    margin=Money(Decimal(980_000)),
    close=TODAY + timedelta(11),
    rival="kerui",
    ahead=Ahead.RIVAL,
    unit="Plant 3",
    notes="They want **two** shifts.",
)
_LATER = Opportunity(key="o2", name="Service contract", amount=Money(Decimal(80_000)), close=date(2027, 6, 1))
_LOST = Opportunity(
    key="o3", name="Lab gauge", amount=Money(Decimal(95_000)), state=Deal.LOST, why="Delivery", close=date(2025, 2, 1)
)
_GRAVE = Risk(key="r1", text="Nobody may sign", likelihood=4, impact=5, person="Lin Jia", due=date(2026, 12, 1))
_SMALL = Risk(key="r2", text="Snow", likelihood=1, impact=2, sign="Weather report", response="Send by rail")
_OVER = Risk(key="r3", text="Strike", likelihood=5, impact=5, state=RiskState.GONE)


def told(chapter: str, language: str = "en", **sections: object) -> str:
    """One chapter of a client of which little else is known."""
    client = Client(company=Company(key="c", name="Neu GmbH"), **sections)  # type: ignore[arg-type]
    return squeezed(issue(None, client, [chapter], language)[0].text)


def test_the_next_decision_comes_first_with_who_is_ahead() -> None:
    text = told("opportunities", opportunities=(_LATER, _LOST, _FIRST))
    assert squeezed("2 open orders worth ¥4 M; “Pilot line” is decided on 4 Dec, and") in text
    assert text.rindex("Pilotline") < text.index("Servicecontract") < text.index("Labgauge")
    for part in ("Plant 3", "two shifts", "¥980,000", "Delivery", "1 order lost: ¥95,000"):
        assert squeezed(part) in text, part


def test_a_day_of_decision_that_is_over_comes_before_all() -> None:
    late = replace(_LATER, close=TODAY - timedelta(3))
    text = told("opportunities", opportunities=(_FIRST, late))
    assert squeezed("the day of “Service contract” was 20 Nov: find out what was decided.") in text


def test_a_single_order_needs_no_figures_beside_its_row() -> None:
    assert "Expectedmargin" in told("opportunities", opportunities=(_FIRST, _LATER, _LOST))
    text = told("opportunities", opportunities=(_FIRST,))
    assert "Expectedmargin" not in text
    for part in ("¥3.92 M", "¥980,000", "Plant 3", "two shifts"):
        assert squeezed(part) in text, part


def test_orders_in_several_currencies_are_not_added_up() -> None:
    other = replace(_LATER, amount=Money(Decimal(5_000), "EUR"), margin=Money(Decimal(1_000), "EUR"))
    text = told("opportunities", opportunities=(_FIRST, other))
    assert squeezed("¥3.92 M + €5,000") in text
    assert "%ofthem" not in text


def test_a_goal_stands_with_the_actions_that_lead_to_it_and_without_one_it_is_flagged() -> None:
    goals = (Goal(key="g1", text="Seen as the fixer", measure="Asked first", mutual=True), Goal(key="g2", text="Wish"))
    actions = tuple(Action(key=f"a{number}", text=f"Step {number}", goal="g1") for number in range(6))
    text = told("actions", goals=goals, actions=actions)
    assert squeezed("G1 Seen as the fixer on the plan with the client Asked first — A1 A2 A3 A4 A5 A6") in text
    assert squeezed("1 without an action") in text


def test_many_open_actions_take_one_page_and_all_of_them_stand_in_the_appendix() -> None:
    goals = tuple(Goal(key=f"g{number}", text=f"Goal {number}", measure="Asked first") for number in range(4))
    actions = tuple(
        Action(
            key=f"a{number}",
            text=f"Step {number} of many",
            person="Anna",
            said_by="Boris",
            due=TODAY + timedelta(number),
            hours=2,
            goal="g1",
        )
        for number in range(40)
    )
    client = replace(huaxing("en"), goals=goals, actions=actions, reviews=())
    pdf, written = issue(None, client, ["actions", "appendix"])
    assert dict(written.places) == {"actions": 1, "appendix": 2}
    first = squeezed(pdf.page_text(1))
    assert squeezed("more, see Appendix") in first
    assert squeezed("All 40 together 80") in first
    rest = squeezed("".join(pdf.page_text(number) for number in range(2, written.pages + 1)))
    assert all(squeezed(action.text) in rest for action in actions)
    assert rest.count("promised:Boris") == len(actions)


def test_the_headline_says_what_must_be_done_before_the_next_order_is_decided() -> None:
    actions = tuple(
        Action(key=f"a{number}", text=f"Step {number}", contact="p", due=TODAY + timedelta(due))
        for number, due in enumerate((1, 3, 90))
    )
    person = replace(huaxing("en").contacts[0], key="p", name="Anna")
    order = replace(_FIRST, name="Pilot", close=TODAY + timedelta(10))
    text = told("actions", contacts=(person,), actions=actions, goals=(), opportunities=(order,))
    assert squeezed("3 open actions, 3 of them aimed at Anna; 2 must be done before “Pilot” is decided") in text


def test_the_gravest_risk_comes_first_with_who_answers_for_it() -> None:
    text = told("risks", risks=(_SMALL, _OVER, _GRAVE))
    assert squeezed("The gravest risk: Nobody may sign (4 × 5); nothing is planned against it.") in text
    assert (
        text.index("Nobodymaysign4×5") < text.index("Snow") < text.index("Risksthatareover") < text.index("Strike5×5")
    )
    assert squeezed("seen by: Weather report") in text
    assert squeezed("Send by rail") in text


def test_risks_that_are_all_over_threaten_no_more() -> None:
    text = told("risks", risks=(_OVER,))
    assert squeezed("No risk threatens any more.") in text
    assert squeezed("What could go wrong") not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", ["opportunities", "risks", "actions"])
def test_a_chapter_nothing_is_known_for_is_one_line(chapter: str, language: str) -> None:
    client = Client(company=Company(key="c", name="Neu GmbH"))
    pdf, written = issue(None, client, [chapter], language)
    assert written.pages == 1
    assert len({round(run.y) for run in pdf.page(1)}) == 3  # header, the line, footer


def test_the_summary_has_the_first_orders_and_risks() -> None:
    client = replace(huaxing("en"), opportunities=(_LATER, _FIRST), risks=(_SMALL, _GRAVE))
    pdf, written = issue(None, client, ["summary", "risks"])
    text = squeezed(pdf.page_text(1))
    assert dict(written.places) == {"summary": 1, "risks": 2}
    assert text.index("Pilotline") < text.index("Service")
    assert text.index("Nobodymaysign") < text.index("Snow")


def test_the_summary_keeps_one_page_whatever_was_typed() -> None:
    endless = "long words and more of them " * 700
    client = huaxing("en")
    company = replace(client.company, industry=endless, goal=endless, short=endless)
    actions = tuple(replace(it, text=endless, person=endless) for it in client.actions)
    people = tuple(replace(it, name=endless, title_at_work=endless) for it in client.contacts)
    visits = tuple(replace(it, objective=endless) for it in client.visits)
    factors = tuple(replace(it, name=endless, wants=endless) for it in client.factors)
    client = replace(
        client,
        company=company,
        actions=actions,
        contacts=people,
        visits=visits,
        factors=factors,
        opportunities=(replace(_FIRST, name=endless),) * 3,
        risks=(replace(_GRAVE, text=endless, person=endless),) * 3,
    )
    _, written = issue(None, client, ["summary", "risks"])
    assert dict(written.places) == {"summary": 1, "risks": 2}
