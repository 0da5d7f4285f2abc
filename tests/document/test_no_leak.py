"""No paper shows what its audience may not read: not a word of it, and not by any other trace in the file."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from kamdesk.client.client import Client, Root, Workspace, sections_of
from kamdesk.client.editions import FLOORS, may_show, told_to
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.record import Field, Level, Record, fields_of
from kamdesk.client.snapshot import pack, unpack
from kamdesk.desk.desk import Desk
from kamdesk.desk.documents import KINDS, SHEETS, Wish
from kamdesk.desk.editions import Order, keep, reprint
from kamdesk.desk.send import send_one
from kamdesk.document.brief import write_brief
from kamdesk.document.issued import Issued
from kamdesk.document.mutual import write_mutual
from kamdesk.document.plan import write_plan
from kamdesk.errors import Trouble
from kamdesk.words import words_for
from tests.client.tokens import marked_roots, place, texts_of
from tests.document.clients import TODAY
from tests.document.marked import found
from tests.records import value_of

Write = Callable[[Client, Workspace, Audience], bytes]


def plan(client: Client, workspace: Workspace, audience: Audience) -> bytes:
    return written(write_plan, client, workspace, audience)


def brief(client: Client, workspace: Workspace, audience: Audience) -> bytes:
    return written(write_brief, client, workspace, audience)


def mutual(client: Client, workspace: Workspace, audience: Audience) -> bytes:
    return written(write_mutual, client, workspace, audience)


def written(write: Callable[..., Any], client: Client, workspace: Workspace, audience: Audience) -> bytes:
    out = io.BytesIO()
    issued = Issued(number=7, audience=audience, reader="周总监", watermark="DRAFT")
    write(client, workspace, out, words_for("en"), TODAY, invariant=True, about=issued)
    return out.getvalue()


PAPERS = [
    pytest.param(plan, Audience.INTERNAL, id="plan-internal"),
    pytest.param(plan, Audience.BRIEF, id="plan-brief"),
    pytest.param(plan, Audience.CLIENT, id="plan-client"),
    pytest.param(brief, Audience.BRIEF, id="brief"),
    pytest.param(mutual, Audience.CLIENT, id="mutual"),
]


def named_roots() -> tuple[Client, Workspace]:
    """Clients whose every text is its own, in which the plan with the client names a person of each side.

    The personal note of the second person is not ticked for any card.
    """
    client, workspace = marked_roots()
    names = (client.contacts[0].name, workspace.colleagues[0].name)
    actions = (dataclasses.replace(client.actions[0], person=f"{names[0]}, {names[1]}"), client.actions[1])
    people = (client.contacts[0], dataclasses.replace(client.contacts[1], print_personal=False))
    return dataclasses.replace(client, actions=actions, contacts=people), workspace


EVERY = [(name, audience) for name in KINDS for audience in Audience]
MADE = [pytest.param(*it, id="-".join(it)) for it in EVERY if it[1] in KINDS[it[0]].audiences]
NEVER = [pytest.param(*it, id="-".join(it)) for it in EVERY if it[1] not in KINDS[it[0]].audiences]


@pytest.mark.parametrize(("name", "audience"), MADE)
def test_no_word_of_a_field_its_audience_may_not_read_is_in_any_file_that_is_sent(name: str, audience: Audience):
    """Every document the desk can send, for everybody it is made for."""
    client, workspace = named_roots()
    tokens = {**texts_of(client), **texts_of(workspace)}
    hidden = [it for it, (record, field) in tokens.items() if not may_show(field, audience)]
    hidden += [it for it, (record, field) in tokens.items() if floor(record, field) and name not in SHEETS]
    hidden += [client.contacts[1].personal]
    leaked = found(set(hidden), sent(name, client, workspace, audience))
    assert [place(*tokens[token]) for token in leaked] == []


def sent(name: str, client: Client, workspace: Workspace, audience: Audience) -> bytes:
    out, people = io.BytesIO(), [contact.key for contact in client.contacts]
    wish = Wish(people, visit=client.visits[0].key, rivals=[it.key for it in workspace.rivals], audience=audience)
    KINDS[name].write(client, workspace, out, words_for("en"), TODAY, wish)
    return out.getvalue()


@pytest.mark.parametrize(("name", "audience"), NEVER)
def test_no_document_is_sent_to_those_it_is_never_made_for(name: str, audience: Audience, tmp_path: Path):
    target = tmp_path / "x.pdf"
    with pytest.raises(Trouble, match="is not made as"):
        send_one(cast(Desk, None), "client", name, target, words_for("en"), Wish(audience=audience))
    assert not target.exists()


def floor(record: Record, field: Field) -> bool:
    return field.level is Level.SECRET and place(record, field).split(".")[0] in FLOORS


def test_what_may_be_read_is_found_so_that_the_search_can_be_trusted():
    client, workspace = named_roots()
    goal, action, person = client.goals[0], client.actions[1], client.contacts[0]
    shown = [client.company.name, goal.text, action.text, action.person, workspace.profile.name]
    assert found(shown, mutual(client, workspace, Audience.CLIENT)) == shown
    ours = [person.name, person.title_at_work, client.evidence[0].text, client.conclusions[0].text]
    internal = plan(client, workspace, Audience.INTERNAL)
    assert found(ours[:3], internal) == ours[:3]
    assert person.name in found([person.name, *ours], plan(client, workspace, Audience.BRIEF))


def test_floors_are_on_the_sheet_of_a_visit_and_a_ticked_note_on_its_card():
    client, workspace = named_roots()
    visit, rung = client.visits[0], client.concessions[0]
    assert rung.visit == visit.key
    assert found([rung.offer], sent("visit", client, workspace, Audience.INTERNAL)) == [rung.offer]
    note = client.contacts[0].personal
    assert found([note], sent("person", client, workspace, Audience.INTERNAL)) == [note]


@pytest.mark.parametrize(("paper", "audience"), [it for it in PAPERS if it.values[1] is not Audience.INTERNAL])
def test_whatever_stands_in_hidden_fields_the_file_is_the_same_byte_for_byte(paper: Write, audience: Audience):
    """So neither a number, nor a choice, nor a colour, nor the length of a table tells anything."""
    one = named_roots()
    other = tuple(otherwise(root, audience) for root in one)
    assert one != other
    assert paper(*one, audience) == paper(*other, audience)


def otherwise(root: Root, audience: Audience) -> Any:
    """The root with another value in every field the audience may not read."""
    changed = []
    for number, record in enumerate(root.records):
        hidden = [field for field in fields_of(type(record)) if not may_show(field, audience)]
        values = {field.name: value_of(field, number + 7, {}) for field in hidden}
        changed.append(dataclasses.replace(record, **values))
    return type(root).of(changed)


def test_a_client_of_whom_all_is_hidden_prints_as_one_of_whom_nothing_is_known():
    client, workspace = named_roots()
    shared = [part.name for part in sections_of(Client) if any(f.level is Level.SHARED for f in fields_of(part.record))]
    bare = Client(**{name: getattr(client, name) for name in shared})
    assert plan(client, workspace, Audience.CLIENT) == plan(bare, workspace, Audience.CLIENT)


@pytest.mark.parametrize(("paper", "audience"), PAPERS)
def test_an_old_edition_is_printed_again_byte_for_byte(paper: Write, audience: Audience):
    client, workspace = named_roots()
    client = dataclasses.replace(client, editions=(), presets=())
    kept = unpack(pack(*told_to(client, workspace, audience)))
    if audience is not Audience.CLIENT:  # our own rules judged it
        client = dataclasses.replace(client, rules=kept[0].rules)
    assert paper(*kept, audience) == paper(client, workspace, audience)


def test_what_changed_is_told_of_what_its_audience_may_read():
    client, workspace = named_roots()
    before = otherwise(client, Audience.CLIENT)
    goals = tuple(dataclasses.replace(goal, text="OLDGOAL") for goal in before.goals)
    out, plain = io.BytesIO(), io.BytesIO()
    for target, earlier in (
        (out, dataclasses.replace(before, goals=goals)),
        (plain, dataclasses.replace(client, goals=goals)),
    ):
        issued = Issued(number=7, audience=Audience.CLIENT, before=earlier, before_number=6, before_day=TODAY)
        write_plan(client, workspace, target, words_for("en"), TODAY, invariant=True, about=issued)
    assert out.getvalue() == plain.getvalue()


@pytest.mark.parametrize("paper", [plan, mutual])
def test_a_rival_named_in_the_plan_with_the_client_is_in_no_file_old_or_new(paper: Write):
    """Of an old edition nobody is left in its workspace whose name could be looked for: it must not be in it at all."""
    client, workspace = named_roots()
    rivals = (dataclasses.replace(workspace.rivals[0], name="Kerui Vision", short="科瑞"), *workspace.rivals[1:])
    workspace = dataclasses.replace(workspace, rivals=rivals)
    actions = (dataclasses.replace(client.actions[0], text="Test before 科瑞 and Kerui Vision do"), *client.actions[1:])
    client = dataclasses.replace(client, actions=actions)
    now = paper(client, workspace, Audience.CLIENT)
    assert found(["supplier", "Kerui", "科瑞"], now) == ["supplier"]
    step = keep(client, workspace, Order(audience=Audience.CLIENT, language="en"), datetime.now(UTC))
    edition = step.edits[0].record
    assert isinstance(edition, Edition)
    then, shared, _ = reprint(edition)
    assert paper(then, shared, Audience.CLIENT) == now
    assert "科瑞" not in repr((then, shared))
