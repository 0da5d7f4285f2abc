"""Checklists as text files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.checklists import usual_weight
from kamdesk.client.company import Grade
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.shipped_checklists import shipped_templates
from kamdesk.client.visit_records import VisitKind
from kamdesk.errors import Trouble
from kamdesk.exchange.checklist_file import MAX_BYTES, MAX_LINES, read_checklist, write_checklist
from kamdesk.words import LANGUAGES, words_for

EN = words_for("en")
LINE = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
WORDS = st.lists(LINE, min_size=1, max_size=4).map(" ".join)


def read(text, name="list.txt"):
    return read_checklist(text.encode() if isinstance(text, str) else text, name)


def told(lines):
    return [(item.group, item.text, item.must, item.weight) for item in lines]


def test_a_person_writes_it_and_the_program_reads_it():
    found = read(
        "\ufeff# for our clients in the south\nname: Erstbesuch\nkind: first\ngrades: A, S\nsteps: 1-3\n\n"
        "[Purpose]\n★ Objective\nReason ×2\n[People]\n* Who attends\n"
    )
    template = found.template
    assert (template.name, template.kind, template.grades) == ("Erstbesuch", VisitKind.FIRST, (Grade.S, Grade.A))
    assert (template.from_step, template.to_step) == (1, 3)
    assert told(found.lines) == [
        ("Purpose", "Objective", True, usual_weight(True)),
        ("Purpose", "Reason", False, 2),
        ("People", "Who attends", True, usual_weight(True)),
    ]
    assert found.problems == ()


def test_a_broken_line_is_named_and_the_rest_is_kept():
    found = read(
        b"kind: garden\nsteps: 3-1\ngrades: S Z\n[Purpose\n\xff\xfe\n[]\n\xe2\x98\x85\nGood\nheavy x500\ntab\x07\n"
        + b"x" * 501
        + b"\nBetter\n"
    )
    assert [problem.line for problem in found.problems] == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11]
    assert [item.text for item in found.lines] == ["Good", "Better"]
    assert found.problems[0].said.tell(EN) == "Line 1: “garden” is not known here"


def test_what_a_checklist_is_for_is_no_item_where_it_comes_too_late():
    found = read("name: Ours\n[Purpose]\nkind: garden\nAim\ngrades: ZZ\n\\name: who is who\n")
    assert [problem.line for problem in found.problems] == [3, 5]
    assert [item.text for item in found.lines] == ["Aim", "name: who is who"]
    told = "Line 3: “kind:” belongs above the first item; \\ before it makes it an item"
    assert found.problems[0].said.tell(EN) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklists_of_the_program_come_back_whole(language):
    for template, items in shipped_templates(words_for(language)):
        found = read(write_checklist(template, list(items)))
        assert told(found.lines) == told(items)
        assert (found.template.name, found.template.kind) == (template.name, template.kind)
        assert found.problems == ()


@given(
    st.lists(st.tuples(WORDS, WORDS, st.booleans(), st.integers(0, 100)), min_size=1, max_size=12),
    WORDS,
    st.sampled_from([None, *VisitKind]),
)
def test_any_checklist_comes_back_as_it_was(rows, name, kind):
    items = [
        TemplateItem(text=text, group=group, must=must, weight=weight, rank=rank)
        for rank, (text, group, must, weight) in enumerate(rows)
    ]
    template = Template(name=name, kind=kind, grades=(Grade.B,), from_step=2)
    found = read(write_checklist(template, items))
    assert told(found.lines) == told(items)
    assert (found.template.name, found.template.kind, found.template.from_step) == (name, kind, 2)
    assert found.problems == ()


@given(st.binary(max_size=400))
def test_no_file_breaks_the_reading(data):
    try:
        found = read(data)
    except Trouble:
        return
    assert found.lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_may_be_named_in_any_language(language):
    label = words_for(language).tr(VisitKind.NEGOTIATION.label)
    assert read(f"kind: {label}\nx").template.kind is VisitKind.NEGOTIATION


@pytest.mark.parametrize("text", ["steps: 4", "steps：4-", "STEPS: -4"])
def test_steps_may_be_open_at_an_end(text):
    template = read(f"{text}\nx").template
    assert 4 in (template.from_step, template.to_step)


@pytest.mark.parametrize("text", ["", "# nothing\n\n", "name: x\n[Group]\n", "name:\n"])
def test_a_file_without_an_item_is_refused(text):
    with pytest.raises(Trouble):
        read(text)


def test_a_file_that_is_no_checklist_is_refused():
    with pytest.raises(Trouble):
        read(b"x\n" * MAX_BYTES)
    assert read("x\n" * (MAX_LINES + 5)).problems[0].line == MAX_LINES + 1


def test_a_weight_that_is_not_set_is_the_usual_one():
    assert write_checklist(Template(name="a"), [TemplateItem(text="x"), TemplateItem(text="y", must=True)]) == (
        "name: a\nx\n★ y\n"
    )
    assert [item.weight for item in read("x\n★ y").lines] == [usual_weight(False), usual_weight(True)]
