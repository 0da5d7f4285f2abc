"""Preparing a visit as steps: kind and checklist, agenda out of one line, materials, sheets of their own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile, Template, TemplateItem
from kamdesk.client.record import Record
from kamdesk.client.visit_papers import AgendaItem, Material, Negotiation
from kamdesk.client.visit_records import CheckItem, PointKind, TalkPoint, Visit, VisitKind
from kamdesk.desk import preparing

VISIT = Visit(key="v", owner="c", objective="Pilot", at=datetime(2026, 11, 24, 6, tzinfo=UTC), template="usual")
SHELF = (
    Profile(key=WORKSPACE, owner=WORKSPACE),
    Template(key="usual", owner=WORKSPACE, name="Usual"),
    TemplateItem(key="u1", owner=WORKSPACE, template="usual", text="Aim"),
    Template(key="deal", owner=WORKSPACE, name="Deal", kind=VisitKind.NEGOTIATION, version=3),
    TemplateItem(key="d1", owner=WORKSPACE, template="deal", text="Floor", must=True, weight=3),
)


def client(*records: Record) -> Client:
    """A client with this visit."""
    return Client.of([Company(key="c", owner="c", name="Acme"), VISIT, *records])


def workspace() -> Workspace:
    """Two checklists."""
    return Workspace.of(SHELF)


def test_the_checklist_follows_the_kind_while_nobody_has_worked_on_it() -> None:
    untouched = client(CheckItem(key="k", owner="c", visit="v", text="Aim"))
    step = preparing.set_kind(untouched, workspace(), VISIT, VisitKind.NEGOTIATION)
    after = [edit.after for edit in step.edits if edit.after]
    assert [item.text for item in after if isinstance(item, CheckItem)] == ["Floor"]
    visit = next(item for item in after if isinstance(item, Visit))
    assert (visit.kind, visit.template, visit.template_version) == (VisitKind.NEGOTIATION, "deal", 3)
    assert [edit.before.key for edit in step.edits if edit.after is None and edit.before] == ["k"]


def test_a_checklist_that_was_worked_on_stays() -> None:
    begun = client(CheckItem(key="k", owner="c", visit="v", text="Aim", done=True))
    step = preparing.set_kind(begun, workspace(), VISIT, VisitKind.NEGOTIATION)
    assert len(step.edits) == 1
    assert preparing.fitting_template(begun, workspace(), step.edits[0].after) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "text", "person", "minutes"),
    [
        ("Samples @Lin 20", "Samples", "Lin", 20),
        ("样件对测 @林嘉 25分钟", "样件对测", "林嘉", 25),
        ("Opening, 5 min", "Opening", "", 5),
        ("Line 3", "Line", "", 3),
        ("Next step", "Next step", "", None),
        ("20", "20", "", None),
        ("  两步 @  ", "两步 @", "", None),
    ],
)
def test_a_point_of_the_agenda_is_read_out_of_one_line(typed: str, text: str, person: str, minutes: int | None) -> None:
    made = preparing.new_agenda(client(), VISIT, typed).edits[0].after
    assert isinstance(made, AgendaItem)
    assert (made.text, made.person, made.minutes) == (text, person, minutes)


def test_the_minutes_of_the_agenda_are_added_up() -> None:
    held = client(
        AgendaItem(key="a", owner="c", visit="v", text="A", minutes=20),
        AgendaItem(key="b", owner="c", visit="v", text="B"),
        AgendaItem(key="x", owner="c", visit="other", text="C", minutes=90),
    )
    assert preparing.agenda_minutes(held, VISIT) == 20


def test_lines_change_places_and_stop_at_the_ends() -> None:
    items = [Material(key=key, owner="c", visit="v", text=key, rank=rank) for key, rank in (("a", 10), ("b", 20))]
    step = preparing.move_line(items, "b", -1)
    assert step is not None
    ranks = {edit.after.key: edit.after.rank for edit in step.edits if isinstance(edit.after, Material)}
    assert ranks == {"b": 10, "a": 20}
    assert preparing.move_line(items, "a", -1) is None
    assert preparing.move_line(items, "gone", 1) is None


def test_what_is_known_is_taken_over_with_answer_and_proof() -> None:
    step = preparing.take_point(client(), VISIT, PointKind.QUESTION, "Four weeks?", answer="Three", proof="Plan")
    made = step.edits[0].after
    assert isinstance(made, TalkPoint)
    assert (made.text, made.answer, made.proof, made.visit) == ("Four weeks?", "Three", "Plan", "v")


def test_needs_stand_one_below_the_other() -> None:
    first = preparing.assume_need(VISIT, "Detection rate").edits[0].after
    assert isinstance(first, Visit)
    second = preparing.assume_need(first, "Lead time").edits[0].after
    assert isinstance(second, Visit)
    assert second.need == "Detection rate\nLead time"


def test_a_sheet_is_made_when_something_is_first_written_on_it() -> None:
    sheet = Negotiation(key="n", owner="c", visit="v", first_offer="98")
    assert preparing.keep(None, sheet).edits[0].before is None
    assert preparing.keep(sheet, sheet).edits[0].before == sheet


def test_a_material_is_ready_and_is_not_again() -> None:
    item = Material(key="m", owner="c", visit="v", text="Sample")
    ready = preparing.tick_material(item).edits[0].after
    assert isinstance(ready, Material)
    assert ready.ready
    again = preparing.tick_material(ready).edits[0].after
    assert isinstance(again, Material)
    assert not again.ready
