"""The store gives back what it was given, undoes by the swapped edits, and refuses what does not fit."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from kamdesk.client.client import WORKSPACE, Client, Section, Workspace, section_of, sections, sections_of
from kamdesk.client.company import Company
from kamdesk.client.edit import Edit, add, change, removal, removal_of_all
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.record import Kind, fields_of
from kamdesk.client.rival_records import Rival
from kamdesk.client.visit_records import Visit
from kamdesk.store.step import Step
from kamdesk.store.store import Store
from kamdesk.store.troubles import Gone, Linked, Stale
from kamdesk.words import said
from tests.exchange.values import pairs
from tests.records import NASTY, client_of, sample_of, value_of, workspace_of
from tests.store.conftest import adds, put, whole

SECTIONS = list(sections().values())
NAMED = {"argvalues": SECTIONS, "ids": [section.name for section in SECTIONS]}


def held(store: Store, section: Section) -> list[object]:
    return list(store.all(section.record))


def test_a_new_store_has_a_profile_and_nothing_else(store: Store) -> None:
    assert store.workspace() == Workspace(profile=Profile(key=WORKSPACE, owner=WORKSPACE))
    assert store.companies() == ()
    assert store.last_step == 0


@pytest.mark.parametrize("section", **NAMED)
def test_every_field_of_every_section_comes_back_equal(filled: Store, folder: Path, section: Section) -> None:
    given = client_of() if section in sections_of(Client) else workspace_of()
    wanted = getattr(given, section.name)
    filled.close()
    again = Store.open(folder)
    root = again.client("client") if section in sections_of(Client) else again.workspace()
    assert getattr(root, section.name) == wanted
    assert list(again.all(section.record)) == ([wanted] if section.single else list(wanted))
    again.close()


@pytest.mark.parametrize("section", **NAMED)
def test_undo_brings_back_what_was_also_in_the_same_place(filled: Store, section: Section) -> None:
    before = whole(filled)
    root = filled.client("client") if section in sections_of(Client) else filled.workspace()
    first = getattr(root, section.name) if section.single else getattr(root, section.name)[0]
    edits = (change(first, **{f.name: value_of(f, 7, {}) for f in fields_of(section.record)}),)
    if not section.single and section in sections_of(Client):
        edits = removal(root, first)
    if section.single and section in sections_of(Client):
        edits = removal_of_all(root)
    put(filled, *edits)
    assert whole(filled) != before
    stored = filled.edits_of(filled.last_step)
    assert stored == edits
    put(filled, *(edit.swapped for edit in reversed(stored)), kind="undo")
    assert whole(filled) == before


@pytest.mark.parametrize("section", **NAMED)
def test_each_field_can_be_emptied_by_itself(filled: Store, section: Section) -> None:
    root = filled.client("client") if section in sections_of(Client) else filled.workspace()
    record = getattr(root, section.name) if section.single else getattr(root, section.name)[0]
    blank = {f.name: f.default for f in dataclasses.fields(section.record) if f.default is not dataclasses.MISSING}
    for field in fields_of(section.record):
        edit = change(record, **{field.name: blank[field.name]})
        put(filled, edit)
        assert filled.edits_of(filled.last_step) == (edit,)
        record = edit.after
    assert record in held(filled, section)


def test_records_keep_the_order_in_which_they_came(store: Store) -> None:
    company = Company(key="c", owner="c", name="华星")
    names = ["z", "a", "m", "b"]
    put(store, add(company), *(add(Contact(key=name, owner="c", name=name)) for name in names))
    put(store, add(Contact(key="0", owner="c", name="0")))
    assert [contact.key for contact in store.client("c").contacts] == [*names, "0"]


def test_removed_records_leave_their_place_free_for_no_other(store: Store) -> None:
    company = Company(key="c", owner="c", name="华星")
    people = [Contact(key=name, owner="c", name=name) for name in "abc"]
    put(store, add(company), *map(add, people))
    put(store, Edit(people[2], None))
    put(store, add(Contact(key="new", owner="c", name="new")))
    put(store, add(people[2]), kind="undo")
    assert [contact.key for contact in store.client("c").contacts] == ["a", "b", "c", "new"]


def test_an_edit_of_what_changed_meanwhile_is_refused_whole(filled: Store) -> None:
    before = whole(filled)
    contact = filled.client("client").contacts[0]
    old = dataclasses.replace(contact, name="somebody else")
    with pytest.raises(Stale, match="was changed meanwhile"):
        put(filled, add(Contact(owner="client", name="new")), change(old, name="third"))
    with pytest.raises(Stale):
        put(filled, Edit(old, None))
    with pytest.raises(Stale):
        put(filled, add(contact))
    assert whole(filled) == before
    put(filled, change(contact, name="works"))
    assert filled.client("client").contacts[0].name == "works"


def test_several_edits_of_one_record_follow_each_other_in_a_step(filled: Store) -> None:
    before = whole(filled)
    first = add(Contact(owner="client", name="one"))
    second = change(first.after, name="two")
    third = Edit(second.after, None)
    put(filled, first, second, third)
    assert whole(filled) == before
    put(filled, *(edit.swapped for edit in reversed(filled.edits_of(filled.last_step))), kind="undo")
    assert whole(filled) == before


def test_a_link_to_nothing_is_refused_and_named(filled: Store) -> None:
    before = whole(filled)
    rival = filled.workspace().rivals[0]
    with pytest.raises(Linked, match="Something is still linked"):
        put(filled, Edit(rival, None))
    with pytest.raises(Linked, match="People"):
        put(filled, add(Contact(owner="nobody", name="lost")))
    contact = filled.client("client").contacts[0]
    with pytest.raises(Linked):
        put(filled, Edit(contact, None))
    assert whole(filled) == before


def test_links_may_be_made_in_any_order_inside_a_step(store: Store) -> None:
    put(store, *reversed(adds(workspace_of())))
    put(store, *reversed(adds(client_of())))
    assert set(store.client("client").records) == set(client_of().records)


def test_heads_own_themselves_and_shared_records_belong_to_the_workspace(store: Store) -> None:
    with pytest.raises(ValueError, match="owner"):
        put(store, add(Company(key="c", name="no owner")))
    with pytest.raises(ValueError, match="WORKSPACE"):
        put(store, add(Rival(name="no owner")))


def test_a_client_that_is_not_there_is_a_trouble(store: Store) -> None:
    with pytest.raises(Gone):
        store.client("nobody")


def test_a_failing_step_leaves_no_trace_in_the_journal(filled: Store) -> None:
    steps = filled.steps()
    with pytest.raises(Stale):
        put(filled, Edit(Contact(owner="client", name="never there"), None))
    assert filled.steps() == steps
    put(filled, add(Contact(owner="client", name="next")))
    assert filled.last_step == steps[-1].number + 1


def test_steps_keep_their_words_and_moment(filled: Store) -> None:
    words = said("{name} and {inner}", name="华星", inner=said("Risk {n}", n=3))
    before = datetime.now(UTC)
    moment = filled.apply(Step(words, (add(Contact(owner="client", name="x")),), "redo"))
    logged = filled.steps(1)
    assert [(step.kind, step.said, step.moment) for step in logged] == [("redo", words, moment)]
    assert before <= moment <= datetime.now(UTC)
    assert [step.number for step in filled.steps()] == list(range(1, filled.last_step + 1))


def test_moments_come_back_in_utc_whatever_zone_they_had(filled: Store) -> None:
    at = datetime(2026, 11, 23, 14, 0, tzinfo=timezone(timedelta(hours=8)))
    put(filled, add(Visit(key="v", owner="client", at=at)))
    visit = filled.client("client").get("v")
    assert isinstance(visit, Visit)
    assert visit.at == at
    assert visit.at.tzinfo is UTC
    put(filled, change(Visit(key="v", owner="client", at=at), place="Suzhou"))


def test_a_note_of_200_000_characters_is_saved_and_found(filled: Store) -> None:
    company = filled.client("client").company
    long = "长" * 199_990 + "尾声 epilogue"
    put(filled, change(company, notes=long))
    assert filled.client("client").company.notes == long
    hit = filled.find("尾声")[0]
    assert (hit.section, hit.excerpt) == ("company", f"…{'长' * 30}尾声 epilogue")


def test_at_rest_the_log_is_empty(filled: Store, folder: Path) -> None:
    log = folder / "kamdesk.db-wal"
    filled.rest()
    assert log.stat().st_size == 0
    put(filled, add(Contact(owner="client", name="new")))
    assert log.stat().st_size > 0
    filled.rest()
    assert log.stat().st_size == 0
    assert filled.check() == []


def test_nasty_text_comes_back_as_it_was(filled: Store) -> None:
    text = NASTY + "\0\u2028'; DROP TABLE company; --"
    put(filled, add(Contact(key="n", owner="client", name=text, notes=text)))
    assert filled.client("client").get("n") == Contact(key="n", owner="client", name=text, notes=text)


def test_samples_fill_every_field() -> None:
    for section in SECTIONS:
        record = sample_of(section.record, "o", links=dict.fromkeys(sections(), "k"))
        assert section_of(type(record)) is section
        for field in fields_of(section.record):
            assert getattr(record, field.name) not in (None, "", (), False) or field.kind is Kind.NUMBER


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_whatever_is_put_in_comes_out(pair: tuple[Client, Workspace]) -> None:
    client, workspace = pair
    with TemporaryDirectory() as place:
        store = Store.open(Path(place) / "data")
        put(store, Edit(store.workspace().profile, workspace.profile), *adds(workspace), *adds(client))
        assert (store.client(client.key), store.workspace()) == pair
        edits = store.edits_of(store.last_step)
        put(store, *(edit.swapped for edit in reversed(edits)), kind="undo")
        assert store.companies() == ()
        store.close()
