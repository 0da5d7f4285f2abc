"""No audience is told what it may not read: every field of every section, for each edition."""

from __future__ import annotations

import dataclasses
import random
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.client.client import Client, Root, Section, Workspace, section_of, sections, sections_of
from kamdesk.client.company import Company
from kamdesk.client.editions import FLOORS, may_show, told_to
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Goal
from kamdesk.client.record import Field, Kind, Level, Record, fields_of
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.snapshot import pack
from kamdesk.client.visit_records import Concession
from tests.client.tokens import marked, marked_roots, texts_of
from tests.exchange.values import PHASES, pairs, values
from tests.records import client_of, workspace_of

# Whoever marks a field as shared or secret writes it down here too, and thinks twice.
SHARED = {
    "company": "name short group industry region address website since logo",
    "contacts": "name title_at_work department",  # and only of people whom something shared names
    "goals": "text measure due done",
    "actions": "text side person due done goal",
    "profile": "name company",
    "colleagues": "name title_at_work phone email",  # and only of those whom something shared names
}
SECRET = {
    "contacts": "attitude personal_agenda personal",
    "backers": "contact note",
    "concessions": "offer authority",
    "negotiations": "batna_ours chips first_offer deadlock exit_words red_lines",
    "editions": "snapshot",
}
ALL = [
    pytest.param(part, audience, id=f"{part.name}-{audience}") for part in sections().values() for audience in Audience
]
some = settings(max_examples=12, phases=PHASES, suppress_health_check=list(HealthCheck))


def records_of(told: tuple[Root, Root]) -> dict[tuple[type[Record], str], Record]:
    return {(type(record), record.key): record for root in told for record in root.records}


def empty(field: Field, record: Record) -> bool:
    return getattr(record, field.name) == {spec.name: spec.default for spec in dataclasses.fields(record)}[field.name]


def fields_at(level: Level) -> dict[str, set[str]]:
    found = {part.name: {f.name for f in fields_of(part.record) if f.level is level} for part in sections().values()}
    return {name: held for name, held in found.items() if held}


def test_what_a_client_may_read_is_exactly_this_and_no_field_more():
    assert fields_at(Level.SHARED) == {name: set(text.split()) for name, text in SHARED.items()}


def test_what_is_secret_is_exactly_this_and_no_field_less():
    assert fields_at(Level.SECRET) == {name: set(text.split()) for name, text in SECRET.items()}


@pytest.mark.parametrize(("part", "audience"), ALL)
def test_every_field_an_audience_may_not_read_is_empty_or_its_record_gone(part: Section, audience: Audience):
    client, workspace = marked_roots()
    left = records_of(told_to(client, workspace, audience))
    held = getattr(client if part in sections_of(Client) else workspace, part.name)
    for record in (held,) if part.single else held:
        told = left.get((type(record), record.key))
        for field in fields_of(part.record):
            if told is not None and not may_show(field, audience):
                assert empty(field, told), f"{part.name}.{field.name} is told to {audience}"


@pytest.mark.parametrize("audience", list(Audience))
def test_no_token_of_a_field_an_audience_may_not_read_is_anywhere_in_what_it_is_told(audience: Audience):
    client, workspace = marked_roots()
    text = zlib.decompress(pack(*told_to(client, workspace, audience))).decode()
    tokens = {**texts_of(client), **texts_of(workspace)}
    assert len(tokens) > 300
    hidden = {token for token, (_, field) in tokens.items() if not may_show(field, audience)}
    leaked = [f"{section_of(type(tokens[it][0])).name}.{tokens[it][1].name}" for it in hidden if it in text]
    assert leaked == []
    if audience is Audience.INTERNAL:
        floors = {token for token, (record, field) in tokens.items() if is_floor(record, field)}
        assert floors
        assert not [token for token in floors if token in text]


def is_floor(record: Record, field: Field) -> bool:
    return section_of(type(record)).name in FLOORS and field.level is Level.SECRET


@pytest.mark.parametrize("audience", list(Audience))
def test_no_link_leads_to_what_is_gone(audience: Audience):
    told = told_to(*marked_roots(), audience)
    left = {(section_of(kind).name, key) for kind, key in records_of(told)}
    for record in records_of(told).values():
        for field in fields_of(type(record)):
            key = getattr(record, field.name)
            assert field.kind is not Kind.LINK or not key or (field.target, key) in left


@pytest.mark.parametrize("audience", list(Audience))
@given(held=pairs())
@some
def test_what_was_told_can_be_told_again_and_stays_the_same(audience: Audience, held: tuple[Client, Workspace]):
    told = told_to(*held, audience)
    assert told_to(*told, audience) == told


@pytest.mark.parametrize("audience", [Audience.BRIEF, Audience.CLIENT])
@given(held=pairs(), data=st.data())
@some
def test_whatever_stands_in_hidden_fields_the_edition_is_the_same(audience, held, data):
    """Not even a choice, a number or whether there is something at all can be seen in what is told."""
    seed = data.draw(st.integers(0, 2**32))
    others = tuple(scrambled(root, audience, data, seed) for root in held)
    assert told_to(*held, audience) == told_to(*others, audience)


def scrambled(root: Root, audience: Audience, data: st.DataObject, seed: int) -> Root:
    """The root with other values in every field the audience may not read that does not make its record."""
    chance, changed = random.Random(seed), []
    for record in root.records:
        hidden = [field for field in fields_of(type(record)) if not may_show(field, audience)]
        chosen = [field for field in hidden if chance.random() < 0.3]
        changed.append(dataclasses.replace(record, **{field.name: data.draw(values(field, {})) for field in chosen}))
    return type(root).of(changed)


def test_for_ourselves_nothing_is_gone_but_floors_and_notes_that_are_not_ticked():
    client, workspace = marked_roots()
    assert told_to(client, workspace, Audience.INTERNAL, floors=True) == (client, workspace)
    assert told_to(client, workspace, Audience.INTERNAL, floors=True)[0] is client
    told, _ = told_to(client, workspace, Audience.INTERNAL)
    assert told.concessions == ()
    assert [sheet.first_offer for sheet in told.negotiations] == ["", ""]
    assert [sheet.interests_ours for sheet in told.negotiations] == [it.interests_ours for it in client.negotiations]


def test_a_personal_note_stays_only_where_its_own_tick_prints_it():
    people = tuple(
        Contact(key=f"p{ticked}", owner="c", name="王璐", personal="likes tea", print_personal=ticked)
        for ticked in (True, False)
    )
    told, _ = told_to(
        Client(company=Company(key="c", name="华星"), contacts=people), workspace_of(0), Audience.INTERNAL
    )
    assert [contact.personal for contact in told.contacts] == ["likes tea", ""]


def test_floors_are_never_for_another_audience_even_on_the_sheet_of_a_visit():
    for audience in (Audience.BRIEF, Audience.CLIENT):
        told, _ = told_to(*marked_roots(), audience, floors=True)
        assert not [record for record in told.records if isinstance(record, Concession)]


def mutual_client(**ticks: bool) -> Client:
    contacts = (
        Contact(key="wang", owner="c", name="王璐", title_at_work="采购经理", phone="138", department="采购部"),
        Contact(key="li", owner="c", name="李敏", title_at_work="财务总监", reports_to="wang"),
    )
    goal = Goal(key="g", owner="c", text="试点上线", notes="ours", mutual=ticks.get("goal", True))
    action = Action(key="a", owner="c", text="样件对测", person="林嘉、王璐", goal="g", contact="li", mutual=True)
    plan = Action(key="b", owner="c", text="find out who signs", goal="g", contact="wang", mutual=False)
    company = Company(key="c", name="华星")
    return Client(company=company, contacts=contacts, goals=(goal,), actions=(action, plan))


def test_a_clients_copy_holds_only_what_is_ticked_and_only_the_people_it_names():
    colleagues = (Colleague(key="u", name="林嘉", phone="139"), Colleague(key="v", name="周远"))
    workspace = Workspace(profile=Profile(key="workspace", name="林嘉"), colleagues=colleagues)
    told, shared = told_to(mutual_client(), workspace, Audience.CLIENT)
    assert [action.text for action in told.actions] == ["样件对测"]
    assert told.actions[0].goal == "g"
    assert told.actions[0].contact is None
    assert told.actions[0].mutual, "a document may still ask for the tick"
    assert [(it.name, it.title_at_work, it.department, it.phone) for it in told.contacts] == [
        ("王璐", "采购经理", "采购部", "")
    ]
    assert shared.colleagues == (colleagues[0],)


@pytest.mark.parametrize("person", ["王璐", "林嘉、王璐", "林嘉和王璐", "Lin Jia and 王璐", " 王璐 ", "李和平, 王璐"])
def test_whoever_owes_an_action_is_found_however_several_are_written(person: str):
    client = mutual_client()
    actions = (dataclasses.replace(client.actions[0], person=person),)
    told, _ = told_to(dataclasses.replace(client, actions=actions), workspace_of(0), Audience.CLIENT)
    assert [contact.name for contact in told.contacts] == ["王璐"]


def test_a_goal_that_is_not_ticked_takes_its_name_out_of_the_actions():
    told, _ = told_to(mutual_client(goal=False), workspace_of(0), Audience.CLIENT)
    assert told.goals == ()
    assert told.actions[0].goal is None


def test_a_clients_copy_is_not_judged_by_our_rules():
    client = dataclasses.replace(mutual_client(), rules=Rules(coach=4.9))
    assert told_to(client, workspace_of(0), Audience.CLIENT)[0].rules is RULES
    assert told_to(client, workspace_of(0), Audience.BRIEF)[0].rules is client.rules


def test_of_the_workspace_a_client_reads_who_we_are_and_nothing_else():
    _, told = told_to(client_of(), workspace_of(), Audience.CLIENT)
    held = [(section_of(type(record)).name) for record in told.records]
    assert held == ["profile"]
    assert told.profile.acceptance_weight is None


def test_the_same_values_are_told_as_the_same_values():
    """Measures are kept by identity: a preview that is drawn again must not work them out again."""
    client, workspace = client_of(), workspace_of()
    for audience in Audience:
        told = told_to(client, workspace, audience)
        assert told_to(client, workspace, audience)[0] is told[0]
        assert told_to(*told, audience)[0] is told[0]


def test_marks_do_not_repeat():
    client, workspace = marked_roots()
    texts = [*texts_of(client), *texts_of(workspace)]
    fields = sum(
        field.kind in (Kind.TEXT, Kind.NOTE)
        for root in (client, workspace)
        for it in root.records
        for field in fields_of(type(it))
    )
    assert len(set(texts)) == fields
    assert marked(client.company).name == client.company.name
