"""What was printed is kept whole, in few bytes, and comes back as it was or not at all."""

from __future__ import annotations

import dataclasses
import json
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.editions import told_to
from kamdesk.client.library import Colleague, Profile, Template, TemplateItem, Threshold
from kamdesk.client.paper_records import Audience
from kamdesk.client.rules import Rules
from kamdesk.client.snapshot import MAX_BYTES, pack, unpack
from kamdesk.errors import Trouble
from tests.exchange.values import PHASES, pairs
from tests.records import client_of, workspace_of

some = settings(max_examples=15, phases=PHASES, suppress_health_check=list(HealthCheck))
EMPTY = Workspace(profile=Profile(key=WORKSPACE))


def judged(client: Client, workspace: Workspace) -> Client:
    """The client as the store gives it: with the rules of its workspace, without its papers."""
    return dataclasses.replace(client, rules=Rules.of(workspace.thresholds), editions=(), presets=())


@given(held=pairs())
@some
def test_a_client_comes_back_as_it_was(held):
    client, workspace = held
    assert unpack(pack(client, workspace))[0] == judged(client, workspace)


@given(held=pairs())
@some
def test_what_comes_back_gives_the_same_bytes_again(held):
    data = pack(*held)
    assert pack(*unpack(data)) == data


@pytest.mark.parametrize("audience", list(Audience))
@given(held=pairs())
@some
def test_what_an_audience_was_told_comes_back_as_it_was_told(audience, held):
    client, workspace = judged(*held), held[1]
    told = told_to(client, workspace, audience)
    back = unpack(pack(*told))
    assert back[0] == dataclasses.replace(told[0], editions=(), presets=())
    assert told_to(*back, audience) == back


def test_of_the_workspace_only_what_a_paper_may_tell_of_is_kept():
    company = Company(key="c", owner="c", name="华星", rival=f"{WORKSPACE}-rivals-0")
    _, kept = unpack(pack(Client(company=company), workspace_of()))
    assert [rival.key for rival in kept.rivals] == [f"{WORKSPACE}-rivals-0"]
    assert {fact.rival for fact in kept.rival_facts} == {f"{WORKSPACE}-rivals-0"}
    assert kept.templates == ()
    assert kept.colleagues == workspace_of().colleagues
    assert kept.profile == workspace_of().profile


def test_a_checklist_comes_along_with_its_lines_and_the_one_that_replaced_it():
    items = (TemplateItem(key="i", owner=WORKSPACE, template="new", text="x"),)
    templates = (
        Template(key="old", owner=WORKSPACE, name="1", replaced_by="new"),
        Template(key="new", owner=WORKSPACE, name="2"),
        Template(key="other", owner=WORKSPACE, name="3"),
    )
    workspace = dataclasses.replace(EMPTY, templates=templates, template_items=items)
    client = client_of(count=1)
    visits = tuple(dataclasses.replace(visit, template="old") for visit in client.visits)
    _, kept = unpack(pack(dataclasses.replace(client, visits=visits), workspace))
    assert [template.key for template in kept.templates] == ["old", "new"]
    assert kept.template_items == items


def test_the_rules_of_then_judge_what_was_printed_then():
    workspace = dataclasses.replace(EMPTY, thresholds=(Threshold(key="t", owner=WORKSPACE, name="coach", value="4.9"),))
    assert unpack(pack(Client(company=Company(key="c", owner="c", name="x")), workspace))[0].rules.coach == 4.9


def test_our_own_people_are_kept_even_when_nothing_links_to_them():
    workspace = dataclasses.replace(EMPTY, colleagues=(Colleague(key="u", owner=WORKSPACE, name="周远"),))
    assert unpack(pack(Client(company=Company(key="c", owner="c", name="x")), workspace))[1] == workspace


def test_a_field_and_a_section_that_are_no_more_are_left_out():
    plain = json.loads(zlib.decompress(pack(client_of(), workspace_of())))
    plain["contacts"][0]["shoe_size"] = 44
    plain["horoscopes"] = [{"key": "h", "owner": "client", "sign": "♎"}]
    client, _ = unpack(zlib.compress(json.dumps(plain).encode()))
    assert client.contacts == client_of().contacts


def packed(**changes: object) -> bytes:
    plain = json.loads(zlib.decompress(pack(client_of(), workspace_of())))
    return zlib.compress(json.dumps({**plain, **changes}).encode())


BAD = {
    "empty": b"",
    "no snapshot": b"%PDF-1.7",
    "cut off": pack(client_of(), workspace_of())[:-9],
    "followed by something": pack(client_of(), workspace_of()) + b"x",
    "no JSON": zlib.compress(b"{"),
    "a list": zlib.compress(b"[]"),
    "endless": zlib.compress(b"[" * 200_000),
    "too large": zlib.compress(b" " * (MAX_BYTES + 1)),
    "of a later version": packed(kamdesk=2),
    "without a company": packed(company=[]),
    "a section that is a text": packed(contacts="abc"),
    "a section that is nothing": packed(contacts=None),
    "a record without a key": packed(contacts=[{"name": "x"}]),
    "a share of endless digits": packed(factors=[{"key": "k", "owner": "c", "importance": "1E+999999999"}]),
    "a share that is no number": packed(factors=[{"key": "k", "owner": "c", "importance": "NaN"}]),
    "an amount of endless digits": packed(opportunities=[{"key": "k", "owner": "c", "amount": "1E+999999999 EUR"}]),
    "an amount without an end": packed(opportunities=[{"key": "k", "owner": "c", "amount": "Infinity EUR"}]),
    "a value that does not fit": packed(contacts=[{"key": "k", "owner": "c", "influence": 9}]),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_a_sentence(name):
    with pytest.raises(Trouble, match="can't be read any more"):
        unpack(BAD[name])


@given(at=st.integers(0, 100_000), flip=st.integers(1, 255))
@some
def test_a_damaged_byte_is_never_another_truth(at, flip):
    data = bytearray(pack(client_of(), workspace_of()))
    data[at % len(data)] ^= flip
    try:
        back = unpack(bytes(data))
    except Trouble:
        return
    assert back == unpack(pack(client_of(), workspace_of()))
