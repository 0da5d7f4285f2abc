"""Choices for paper are saved under names, and a line written by hand stands until it is taken back."""

from __future__ import annotations

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.paper_records import Audience, PaperPreset
from kamdesk.desk import paper_presets
from kamdesk.desk.editions import Order
from kamdesk.desk.paper_presets import apply, conclusion_of, name_problem, preset_called, save, set_conclusion
from kamdesk.words import words_for
from tests.stepped import done, undone

ENGLISH = words_for("en")
CLIENT = Client(company=Company(key="hx", owner="hx", name="华星"))
ORDER = Order("plan", Audience.CLIENT, "en", ("actions", "summary"), "Letter", "Draft", "Confidential")


def test_a_choice_comes_back_as_it_was_saved():
    step = save(CLIENT, " For Zhou ", ORDER)
    client = done(CLIENT, step)
    (preset,) = client.presets
    assert (preset.name, preset.owner) == ("For Zhou", "hx")
    assert apply(preset) == ORDER
    assert step.said.tell(ENGLISH) == "Save the choice “For Zhou”"
    assert undone(client, step) == CLIENT


def test_a_name_that_is_taken_gets_the_new_choice():
    client = done(CLIENT, save(CLIENT, "Zhou", ORDER))
    client = done(client, save(client, "x", ORDER))
    again = done(client, save(client, "ZHOU", Order()))
    assert [preset.name for preset in again.presets] == ["Zhou", "x"]
    assert apply(again.presets[0]) == Order()


def test_a_choice_is_renamed_and_removed():
    client = done(CLIENT, save(CLIENT, "Zhou", ORDER))
    renamed = done(client, paper_presets.rename(client.presets[0], " Board "))
    assert preset_called(renamed, "board") == renamed.presets[0]
    assert preset_called(renamed, "Zhou") is None
    assert done(renamed, paper_presets.remove(renamed, renamed.presets[0])) == CLIENT


def test_why_a_choice_cannot_be_called_so():
    client = done(CLIENT, save(CLIENT, "Zhou", ORDER))
    for name, told in (("  ", "A name is needed."), ("ZHOU", "“Zhou” is there already.")):
        problem = name_problem(client, name)
        assert problem
        assert problem.tell(ENGLISH) == told
    assert name_problem(client, "ZHOU", client.presets[0]) is None
    assert name_problem(client, "Board") is None


def test_a_choice_in_which_little_stands_asks_for_the_usual():
    assert apply(PaperPreset(name="x")) == Order()


def test_a_line_by_hand_replaces_the_computed_one_until_it_is_emptied():
    step = set_conclusion(CLIENT, "summary", " 先过陈启明，再请何建国批。 ", "Summary")
    client = done(CLIENT, step)
    assert conclusion_of(client, "summary") == "先过陈启明，再请何建国批。"
    assert conclusion_of(client, "actions") == ""
    assert step.said.tell(ENGLISH) == "Conclusion of “Summary”"
    other = done(client, set_conclusion(client, "summary", "x"))
    assert conclusion_of(other, "summary") == "x"
    assert len(other.conclusions) == 1
    back = set_conclusion(other, "summary", "  ", "Summary")
    assert back.said.tell(ENGLISH) == "Conclusion of “Summary” as computed"
    assert done(other, back) == CLIENT
    assert set_conclusion(CLIENT, "summary", "").edits == ()
