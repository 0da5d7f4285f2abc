"""A rival's one number, two weigh-ins compared, weights under names, actions, people, and the three faces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.edit import add
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Opportunity
from kamdesk.client.units import Money
from kamdesk.client.weigh_records import Dimension, WeighIn
from kamdesk.ui.parts.labels import Label
from kamdesk.words import said
from tests.ui import story
from tests.ui.held import TODAY, Held
from tests.ui.weigh_hand import go, keep, on_the_scales, page

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
MAY = date(2026, 5, 18)


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page with 王璐 on the scales, weighed in May and in August."""
    levels = {**story.LEVELS, **story.EQUAL, "project": 2}
    may = WeighIn(key="may", owner=story.CLIENT, contact="wang", day=MAY, **levels)  # type: ignore[arg-type]
    yield from on_the_scales(tmp_path / "data", may)


def test_shift_and_a_digit_set_every_dimension_of_a_rival(held: Held) -> None:
    page(held).one.choose_whose("kerui")
    held.press("$", held=Qt.KeyboardModifier.ShiftModifier)
    estimate = page(held).scales.sitting.now
    assert {estimate.level(dimension) for dimension in Dimension} == {4}
    assert held.done == ["Estimate 科瑞 at 王璐: 4 throughout"]


def test_shift_and_a_digit_do_nothing_to_our_own_weigh_in(held: Held) -> None:
    held.press("$", held=Qt.KeyboardModifier.ShiftModifier)
    held.press("q")
    assert held.done == []


def test_two_weigh_ins_are_compared_by_space_and_only_what_is_known_in_both_counts(held: Held) -> None:
    history = page(held).panel.history.list
    history.setFocus()
    history.choose("may")
    held.press(Qt.Key.Key_Space)
    history.choose("aug")
    held.press(Qt.Key.Key_Space)
    scales = page(held).scales
    assert (scales.sitting.now.key, scales.sitting.before and scales.sitting.before.key) == ("aug", "may")
    row = page(held).body.rows.of(Dimension.PROJECT)
    assert row._names._note.text() == "2 → 3, +1"
    assert "over 6 dimensions" in page(held).body.banner._words.text()
    held.press("1")
    assert held.done == []
    held.press(ESCAPE)
    assert scales.is_now


def test_a_dimension_unknown_in_one_of_two_is_not_compared(held: Held) -> None:
    held.press("?")
    newest = page(held).scales.sitting.now.key
    page(held).one.compare("may", newest)
    assert page(held).body.rows.of(Dimension.ACCEPTANCE)._names._note.text() == "3 → ?, not known in both"
    assert "over 5 dimensions" in page(held).body.banner._words.text()


def test_the_panel_shows_how_each_dimension_went(held: Held) -> None:
    trends = page(held).panel._trends
    assert not trends.isHidden()
    assert trends._labels[Dimension.PROJECT].text() == "Project +1"


def test_weights_get_a_name_another_one_and_go(held: Held) -> None:
    card = page(held).one.card
    card.editors[Dimension.ACCEPTANCE].accept(40)
    card.names.name.setText("Quality first")
    card.names._enter()
    assert [item.name for item in held.desk.workspace().weight_sets] == ["Quality first"]
    assert page(held).one.weights.text() == "Weights: Quality first"
    card.names.name.setText("Quality")
    card.names._enter()
    assert [item.name for item in held.desk.workspace().weight_sets] == ["Quality"]
    card.names._take_away()
    assert held.desk.workspace().weight_sets == ()
    assert page(held).scales.sitting.weighed.weights[Dimension.ACCEPTANCE] == 40


def test_weights_can_be_for_all_first_weigh_ins_at_a_client(held: Held) -> None:
    card = page(held).one.card
    card.preset.setCurrentIndex(card.preset.findData("project"))
    card._pick_preset(card.preset.currentIndex())
    card._client.click()
    page(held).one.choose_person("li")
    assert page(held).scales.sitting.weighed.weights[Dimension.PROJECT] == 30
    card._as_usual.click()
    assert page(held).scales.sitting.weighed.weights[Dimension.PROJECT] == 10


def test_esc_closes_the_card_of_weights_from_any_of_its_fields(held: Held) -> None:
    card = page(held).one.card
    for field in (card.preset, card.editors[Dimension.PROJECT].line, card.names.name):
        held.press("w")
        assert card.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not card.isVisible()


def test_all_weights_nought_are_refused_with_a_sentence(held: Held) -> None:
    card = page(held).one.card
    for dimension in list(Dimension)[:-1]:
        card.editors[dimension].accept(0)
    done = len(held.done)
    card.editors[Dimension.RIVALRY].accept(0)
    assert card._note.text() == "At least one dimension must count."
    assert len(held.done) == done


def test_a_weight_that_is_refused_does_not_stay_in_its_field(held: Held) -> None:
    card = page(held).one.card
    for dimension in list(Dimension)[:-1]:
        card.editors[dimension].accept(0)
    last = card.editors[Dimension.RIVALRY]
    before = last.line.text()
    assert before != "0"
    last.line.setText("0")
    last.finish()
    assert (last.line.text(), last.value()) == (before, int(before))


def test_an_action_is_taken_on_with_hours_money_order_and_proof(held: Held) -> None:
    held.desk.do(said("Order"), add(Opportunity(key="line3", owner=story.CLIENT, name="3 号线")))
    held.press("t", "4", "o")
    held.type_text("3 号线")
    held.press(ENTER)
    go(held, Dimension.ACCEPTANCE)
    held.press("a")
    held.type_text("请他参观")
    form = page(held).panel.next.form
    form.hours.accept(6)
    form.cost.accept(Money(Decimal(800)))
    held.press(ENTER)
    (action,) = held.client.actions
    assert (action.hours, action.cost, action.opportunity) == (6, Money(Decimal(800)), "line3")
    assert (action.dimension, action.proof[:10]) == (Dimension.ACCEPTANCE, "Introduces")


def test_the_list_of_people_narrows_to_who_must_be_won(held: Held) -> None:
    page(held).one.choose_whose("kerui")
    held.press("q", "5")
    page(held).one.choose_whose("")
    held.press("p")
    card = page(held).body.head.person.card
    card.which.choose("contested")
    card._show()
    assert [row.key for row in card.list.model_of_rows.rows] == ["wang"]
    assert not page(held).body.head.person._contested.isHidden()
    card.which.choose("all")
    card.field.setText("hjg")
    card._enter()
    assert page(held).scales.contact == "he"


def test_who_has_left_and_who_is_not_identified_is_not_weighed(held: Held) -> None:
    gone = Contact(key="gone", owner=story.CLIENT, name="走了", influence=5, left=TODAY)
    keep(held, gone, Contact(key="post", owner=story.CLIENT, name="财务总监", placeholder=True, influence=5))
    assert [person.contact.key for person in page(held).scales.people] == ["he", "wang", "li"]


def test_f_turns_to_the_whole_client_the_plan_and_back(held: Held) -> None:
    held.press("f")
    assert (page(held).face, page(held).item()) == ("client", "client")
    held.page.setFocus()
    page(held).turn_to("plan")
    page(held).turn_to("person")
    assert page(held).item() == "wang"


def test_a_goto_opens_a_face(held: Held) -> None:
    held.page.open_item("", "account")
    assert page(held).face == "client"
    held.page.open_item("wang", "weigh")
    assert page(held).face == "person"
    held.page.open_item("plan", "")
    assert page(held).face == "plan"


def test_a_narrow_page_sets_the_figures_below_the_rows(held: Held) -> None:
    held.page.resize(700, 800)
    assert page(held).body.rows.isAncestorOf(page(held).panel.inside)
    held.page.resize(1264, 804)
    assert page(held).panel.isAncestorOf(page(held).panel.inside)


def test_an_action_for_no_dimension_says_that_it_is_a_general_one(held: Held) -> None:
    due = TODAY + timedelta(9)
    held.desk.do(said("Plan"), *(
        add(Action(owner=story.CLIENT, contact="wang", text=text, due=due, dimension=dimension))
        for text, dimension in (("Send the report", None), ("Show the line", Dimension.ACCEPTANCE))
    ))  # fmt: skip
    told = {label.text() for label in page(held).panel.next.findChildren(Label)}
    assert "planned, by 2 Dec" in told
    assert "general; planned, by 2 Dec" in told
