"""The brief, the plan with the client, empty forms and lists: what stands on them, and what never does."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.levels import LEVELS
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Goal, Side
from kamdesk.client.weigh_records import Dimension
from kamdesk.document.issued import Issued
from kamdesk.document.mutual import is_mutual, write_mutual
from kamdesk.document.plan import write_plan
from kamdesk.document.record_list import ListColumn, Listed, ListRow, listed, write_list
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import TODAY, bare, crowded, empty, huaxing, workspace
from tests.document.others import brief, made, mutual, visit_form, weighin_form
from tests.document.pdf import Pdf
from tests.records import client_of, workspace_of


def squeezed(text: str) -> str:
    return "".join(text.split())


def agreed(*actions: Action, due: int | None = 60) -> Client:
    """A client with one goal on the common plan and some steps to it."""
    day = TODAY + timedelta(due) if due is not None else None
    goal = Goal(key="g", owner="c", text="Line runs", measure="a signed sheet", due=day, mutual=True)
    company = Company(key="c", name="Keller GmbH")
    return Client(company=company, goals=(goal,), actions=tuple(replace(it, owner="c") for it in actions))


def step(text: str, due: int | None, side: Side = Side.OURS, **more: object) -> Action:
    day = TODAY + timedelta(due) if due is not None else None
    return Action(key=text, text=text, side=side, due=day, goal="g", mutual=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_brief_is_one_page_whoever_it_is_about(language: str, paper: str) -> None:
    every = ((huaxing(), workspace()), (client_of(), workspace_of()), (crowded(300), bare()), (empty(), bare()))
    for client, ours in every:
        _, written = brief(client, ours, language, paper=paper)
        assert written.pages == 1


def test_the_brief_tells_who_matters_what_is_next_and_what_is_owed() -> None:
    text = squeezed(brief(huaxing("en"), workspace("en"))[0].text)
    for told in ("Keypeople", "Nextvisit", "Theyoweus", "Inoneminute", "BRIEF"):
        assert told in text


def test_the_brief_never_shows_an_attitude_set_by_hand() -> None:
    shown = [brief(replace(huaxing("en"), contacts=attitude(it)), workspace("en"))[0].data for it in Attitude]
    assert len(set(shown)) == 1


def attitude(value: Attitude) -> tuple[Contact, ...]:
    return tuple(replace(contact, attitude=value) for contact in huaxing("en").contacts)


def test_a_plan_with_nothing_on_it_is_trouble() -> None:
    with pytest.raises(Trouble, match="Nothing is on the plan with"):
        write_mutual(empty(), bare(), io.BytesIO(), words_for("en"), TODAY)
    assert not is_mutual(empty())


def test_only_what_is_ticked_stands_on_the_plan_with_the_client() -> None:
    ours = Action(key="a", text="HIDDENSTEP", goal="g")
    pdf, _ = made(write_mutual, agreed(step("SHOWNSTEP", 5), ours), bare(), "en")
    assert "SHOWNSTEP" in pdf.text
    assert "HIDDENSTEP" not in pdf.text


def test_the_plan_with_the_client_is_theirs_whatever_edition_is_asked_for() -> None:
    internal = Issued(number=3, audience=Audience.INTERNAL)
    pdf, _ = mutual(huaxing("en"), workspace("en"), about=internal)
    assert "CLIENT" in pdf.text
    assert "INTERNAL" not in pdf.text


def test_no_rival_is_named_on_the_plan_with_the_client() -> None:
    rival = workspace("en").rivals[0].name
    goal = Goal(key="g", text=f"Better than {rival}", mutual=True)
    pdf, _ = made(write_mutual, replace(huaxing("en"), goals=(goal,)), workspace("en"), "en")
    assert squeezed(rival) not in squeezed(pdf.text)
    assert "anothersupplier" in squeezed(pdf.text)


def test_each_step_stands_under_the_side_that_owes_it_and_counts_back_from_the_goal() -> None:
    steps = (step("First", 4, person="Anna"), step("Second", 32, Side.THEIRS, person="Jörg"))
    pdf, _ = made(write_mutual, agreed(*steps), bare(), "en")
    owners = {run.text: run.x for run in pdf.runs if run.text in ("Anna", "Jörg") and run.y < 600}
    assert owners["Anna"] < owners["Jörg"]
    assert "8weeks" in squeezed(pdf.text)
    assert "4weeks" in squeezed(pdf.text)


def test_what_is_done_overdue_and_open_is_told_apart() -> None:
    done = step("Done", -9, done=TODAY - timedelta(10))
    pdf, _ = made(write_mutual, agreed(done, step("Late", -2), step("Open", 9)), bare(), "en")
    text = squeezed(pdf.text)
    assert "done13Nov" in text
    assert text.count("overdue") == 2  # at the step, and in the headline
    assert "1of3stepsdone;overduesince21Nov:Late." in text


def test_both_sides_have_a_place_to_sign() -> None:
    pdf, _ = made(write_mutual, agreed(step("One", 5)), workspace("en"), "en")
    assert pdf.text.count("Signature") == 2


def test_who_answers_for_a_step_stands_on_top_with_the_title_once() -> None:
    who = Contact(key="p", owner="c", name="Jörg", title_at_work="Owner")
    steps = (step("First", 4, Side.THEIRS, person="Jörg"), step("Second", 9, Side.THEIRS, person="Jörg"))
    pdf, _ = made(write_mutual, replace(agreed(*steps), contacts=(who,)), bare(), "en")
    assert squeezed(pdf.text).count("Jörg(Owner)") == 1


def test_a_client_with_nothing_agreed_gets_a_form_to_agree_on_not_a_row_of_zeros() -> None:
    about = Issued(number=1, audience=Audience.CLIENT)
    pdf, written = made(write_plan, replace(empty(), goals=(), actions=()), workspace("en"), "en", about=about)
    text = squeezed(pdf.text)
    assert written.pages == 1
    assert "onegoalweshare" in text
    assert "Stepstoagree" in text
    assert "0/0" not in text


def test_the_clients_details_stand_below_the_plan_when_both_fit_a_page() -> None:
    about = Issued(number=1, audience=Audience.CLIENT)
    pdf, written = made(write_plan, agreed(step("One", 5), step("Two", 9)), bare(), "en", about=about)
    assert written.pages == 1
    assert "Signature" in pdf.text


def test_a_common_plan_without_days_or_steps_is_printed() -> None:
    for client in (
        agreed(due=None),
        agreed(step("One", None), due=None),
        agreed(*(step(f"S{at}", 5) for at in range(40))),
    ):
        _, written = made(write_mutual, client, bare(), "en")
        assert written.pages >= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_weigh_in_by_hand_shows_every_level_of_every_dimension(language: str) -> None:
    words = words_for(language)
    pdf, written = weighin_form(None, bare(), language)
    assert written.pages == 1
    text = squeezed(pdf.text)
    for dimension in Dimension:
        for level in LEVELS[dimension]:
            assert squeezed(words.tr(level)) in text


def test_a_form_for_people_has_a_page_each_and_none_of_their_levels() -> None:
    client = huaxing()
    pdf, written = weighin_form(client, workspace(), "zh_CN")
    assert written.pages == 3
    unweighed, _ = weighin_form(replace(client, weighins=(), evidence=()), workspace(), "zh_CN")
    assert pdf.data == unweighed.data


@pytest.mark.parametrize("form", [weighin_form, visit_form])
def test_a_form_has_fields_only_where_they_are_asked_for(form: object) -> None:
    assert callable(form)
    assert b"/AcroForm" in form(huaxing(), workspace(), "zh_CN", fillable=True)[0].data
    assert b"/AcroForm" not in form(huaxing(), workspace(), "zh_CN")[0].data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_visit_by_hand_is_two_sides_and_tears_where_the_filled_one_does(language: str) -> None:
    pdf, written = visit_form(huaxing(), workspace(), language)
    assert written.pages == 2
    tear = words_for(language).tr("Tear here at the door; what is below stays in the bag")
    for number in (1, 2):
        line = squeezed("".join(run.text for run in pdf.page(number) if 240 < run.y < 262))
        assert squeezed(tear) in line


def test_what_a_visit_form_keeps_in_the_bag_is_below_the_tear_line() -> None:
    pdf, _ = visit_form(huaxing("en"), workspace("en"), "en")
    above = squeezed("".join(run.text for run in pdf.page(2) if run.y > 262))
    below = squeezed("".join(run.text for run in pdf.page(2) if run.y < 250))
    for told in ("Concessions", "Floor", "Therival", "Authority"):
        assert told not in above
        assert told in below


def list_of(columns: int, text: str, rows: int = 3) -> tuple[Pdf, int]:
    heads = tuple(ListColumn(f"Head{at}") for at in range(columns))
    told = Listed("Title", heads, tuple(ListRow((f"row{at}", *(text,) * (columns - 1))) for at in range(rows)))
    out = io.BytesIO()
    written = write_list(told, out, words_for("en"), TODAY, invariant=True)
    return Pdf(out.getvalue()), written.pages


def test_a_list_is_upright_while_its_columns_have_room_then_across() -> None:
    assert b"/MediaBox [ 0 0 595" in list_of(4, "some words")[0].data
    assert b"/MediaBox [ 0 0 841" in list_of(12, "some words")[0].data


def test_columns_that_find_no_room_stand_below_the_first_one() -> None:
    pdf, _ = list_of(30, "words of a column")
    text = squeezed(pdf.text)
    assert all(f"Head{at}" in text for at in range(30))
    assert text.count("wordsofacolumn") == 3 * 29
    assert b"/MediaBox [ 0 0 841" in pdf.data


def test_the_head_of_a_list_comes_back_on_every_page() -> None:
    pdf, pages = list_of(3, "words", 200)
    assert pages > 2
    assert all("Head1" in pdf.page_text(number) for number in range(1, pages + 1))


def test_a_list_says_how_many_of_how_many_and_by_what_choice() -> None:
    rows = (ListRow(("A group",), group=True), ListRow(("one", "5")), ListRow(("two", "7"), alarm=True))
    told = Listed("People", (ListColumn("Name"), ListColumn("Figure", figures=True)), rows, "Keller", "grade A", 9)
    out = io.BytesIO()
    write_list(told, out, words_for("en"), TODAY)
    text = squeezed(Pdf(out.getvalue()).text)
    assert "2of9entries·gradeA" in text
    assert "Agroup" in text


def test_an_empty_list_says_so() -> None:
    out = io.BytesIO()
    write_list(Listed("People", (ListColumn("Name"),), ()), out, words_for("en"), TODAY)
    assert "nothingonthislist" in squeezed(Pdf(out.getvalue()).text)


def test_what_is_secret_is_on_a_list_only_where_its_field_is_named() -> None:
    person = Contact(key="p", name="Anna", attitude=next(iter(Attitude)), personal="PRIVATE", notes="known")
    words = words_for("en")
    assert "PRIVATE" not in str(listed("People", Contact, [person], words))
    assert [column.head for column in listed("People", Contact, [person], words).columns] == ["Name", "Notes"]
    named = listed("People", Contact, [person], words, fields=("name", "attitude"))
    assert named.rows[0].texts[1] == words.tr(next(iter(Attitude)).label)
