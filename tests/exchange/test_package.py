"""What is written as a package is read again the same; what is not exactly so is refused with file and field."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.visit_records import Visit
from kamdesk.client.weigh_records import WeighIn
from kamdesk.errors import Trouble
from kamdesk.exchange.package import read_package, write_package
from tests.exchange.values import pairs, roots

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 13, 2).astimezone()
HEAD = '{"kamdesk": 1, "company": {"key": "c", "name": "华星"}'


def read(text: str | bytes, name: str = "华星.json"):
    return read_package(text if isinstance(text, bytes) else text.encode(), name, NOW)


@given(pairs())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_a_client_written_and_read_is_the_same_client(pair):
    client, workspace = pair
    assert read(write_package(client, workspace)).client == client


@given(roots(Workspace, WORKSPACE))
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_a_workspace_written_and_read_is_the_same_workspace(workspace):
    package = read(write_package(None, workspace))
    assert package.client is None
    assert Workspace.of(package.shared) == workspace


def test_a_client_takes_along_the_rivals_it_links_to_and_no_others():
    workspace = Workspace(
        profile=Profile(key=WORKSPACE, owner=WORKSPACE, name="林嘉"),
        rivals=tuple(Rival(key=key, owner=WORKSPACE, name=key) for key in ("kerui", "brandt")),
        colleagues=(Colleague(key="zhou", owner=WORKSPACE, name="周远"),),
    )
    client = Client(company=Company(key="c", owner="c", name="华星", rival="kerui"))
    assert [record.key for record in read(write_package(client, workspace)).shared] == ["kerui"]


def test_the_file_has_one_record_a_line():
    client = Client(
        company=Company(key="c", owner="c", name="华星", notes="a\nb"),
        contacts=(Contact(key="p", owner="c", name="王璐"), Contact(key="q", owner="c", name="陈启明")),
    )
    lines = write_package(client).splitlines()
    assert sum('"key"' in line for line in lines) == 3
    assert any("王璐" in line for line in lines)


def test_days_and_moments_may_be_told_from_the_day_of_loading():
    text = HEAD + (
        ', "contacts": [{"key": "p", "name": "王璐"}],'
        ' "weighins": [{"key": "w", "contact": "p", "day": "today-30"}, {"key": "x", "contact": "p", "day": "today"}],'
        ' "visits": [{"key": "v", "at": "today+1T14:00"}, {"key": "x1", "at": "nextT14:00"},'
        ' {"key": "x2", "at": "nextT13:00"}]}'
    )
    client = read(text).client
    assert [weighin.day for weighin in client.weighins] == [date(2026, 10, 24), TODAY]
    told = [(24, 14), (23, 14), (24, 13)]
    assert [visit.at for visit in client.visits] == [datetime(2026, 11, *at).astimezone(UTC) for at in told]


def test_weights_of_nought_stay_nought():
    client = Client(
        company=Company(key="c", owner="c", name="华星"),
        contacts=(Contact(key="p", owner="c", name="王璐"),),
        weighins=(WeighIn(key="w", owner="c", contact="p", day=TODAY, activity_weight=0),),
    )
    assert read(write_package(client)).client == client


def test_a_note_of_200_000_characters_is_read():
    client = Client(company=Company(key="c", owner="c", name="华星", notes="长" * 200_000))
    assert read(write_package(client)).client == client


REFUSED = {
    "another file": ('{"format": "other"}', "not a file of KAMDesk"),
    "a list": ("[1]", "not a file of KAMDesk"),
    "a newer version": ('{"kamdesk": 2}', "newer"),
    "broken": ('{"kamdesk": 1,\n"company"', "line 2"),
    "empty": ("", "line 1"),
    "not UTF-8": ('{"kamdesk": 1, "company": {"key": "c", "name": "华"}}'.encode("gbk"), "UTF-8"),
    "a key twice": ('{"kamdesk": 1, "kamdesk": 1}', "given twice"),
    "NaN": ('{"kamdesk": NaN}', "whole number"),
    "infinite": ('{"kamdesk": 1e999}', "whole number"),
    "a huge number": ('{"kamdesk": 1%s}' % ("0" * 5000), "whole number"),
    "too deep": ('{"kamdesk": 1, "x": ' + "[" * 100_000, "nested"),
    "a lone surrogate": (HEAD[:-1] + ', "region": "\\ud800"}}', "Region"),
    "a zero character": (HEAD[:-1] + ', "region": "a\\u0000b"}}', "Region"),
    "two lines in one": (HEAD[:-1] + ', "region": "a\\nb"}}', "one line"),
    "an unknown section": (HEAD + ', "shoes": []}', "shoes"),
    "an unknown field": (HEAD + ', "contacts": [{"key": "p", "name": "王", "shoe": 44}]}', "shoe"),
    "a text for a number": (HEAD + ', "contacts": [{"key": "p", "influence": "5"}]}', "Influence"),
    "a number out of range": (HEAD + ', "contacts": [{"key": "p", "influence": 6}]}', "between 1 and 5"),
    "yes for a number": (HEAD + ', "contacts": [{"key": "p", "influence": true}]}', "Influence"),
    "an unknown choice": (HEAD + ', "contacts": [{"key": "p", "attitude": "friend"}]}', "Attitude"),
    "an unknown role": (HEAD + ', "contacts": [{"key": "p", "roles": ["boss"]}]}', "Buying roles"),
    "no list of roles": (HEAD + ', "contacts": [{"key": "p", "roles": "coach"}]}', "Buying roles"),
    "null": (HEAD + ', "contacts": [{"key": "p", "name": null}]}', "Name"),
    "no day": (HEAD + ', "facts": [{"key": "f", "day": "2026-13-01"}]}', "As of"),
    "a moment without a time": (HEAD + ', "visits": [{"key": "v", "at": "today"}]}', "When"),
    "a time that is none": (HEAD + ', "visits": [{"key": "v", "at": "nextT25:00"}]}', "When"),
    "a day with a time": (HEAD + ', "facts": [{"key": "f", "day": "today+1T14:00"}]}', "As of"),
    "a day before time": (HEAD + ', "facts": [{"key": "f", "day": "today-99999999"}]}', "As of"),
    "a moment without zone": (HEAD + ', "visits": [{"key": "v", "at": "2026-11-23T14:00:00"}]}', "time zone"),
    "a share above 100": (HEAD + ', "factors": [{"key": "f", "importance": "101"}]}', "between 0 and 100"),
    "a share that is none": (HEAD + ', "factors": [{"key": "f", "importance": "NaN"}]}', "between 0 and 100"),
    "a tick in words": (
        HEAD + ', "visits": [{"key": "v"}], "checks": [{"key": "i", "visit": "v", "done": "no"}]}',
        "Done",
    ),
    "a logo that is none": (HEAD[:-1] + ', "logo": "aGVsbG8="}}', "Logo"),
    "a logo that is no base64": (HEAD[:-1] + ', "logo": "华"}}', "Logo"),
    "a record that is none": (HEAD + ', "contacts": ["王璐"]}', "People 1"),
    "a section that is no list": (HEAD + ', "contacts": {}}', "People"),
    "no key": (HEAD + ', "contacts": [{"name": "王璐"}]}', "key"),
    "a key with a path": (HEAD + ', "contacts": [{"key": "../p"}]}', "key"),
    "the same key twice": (HEAD + ', "contacts": [{"key": "p"}, {"key": "p"}]}', "given twice"),
    "people without a client": ('{"kamdesk": 1, "contacts": []}', "client itself"),
    "a link to nobody": (HEAD + ', "weighins": [{"key": "w", "contact": "p", "day": "today"}]}', "Person"),
    "a weigh-in of nobody": (HEAD + ', "weighins": [{"key": "w", "day": "today"}]}', "Person is missing"),
    "an owner of its own": (HEAD + ', "contacts": [{"key": "p", "owner": "other"}]}', "owner"),
    "a foreign profile": ('{"kamdesk": 1, "profile": {"key": "p"}}', "key"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused_with_the_file_and_the_place(case):
    text, words = REFUSED[case]
    with pytest.raises(Trouble) as trouble:
        read(text)
    told = str(trouble.value)
    assert told.startswith("华星.json can't be brought in: ")
    assert words in told
    assert told.endswith("Nothing was changed.")
    assert "\n" not in told
    assert len(told) < 300


def test_a_file_larger_than_the_limit_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr("kamdesk.exchange.strict_json.MAX_BYTES", 100)
    with pytest.raises(Trouble, match="larger"):
        read(b" " * 101)


def test_a_file_with_too_many_parts_is_refused():
    with pytest.raises(Trouble, match="too many parts"):
        read('{"kamdesk": 1, "facts": [' + "{}," * 400_001 + "{}]}")


def test_a_byte_order_mark_is_no_reason_to_refuse():
    assert read(b"\xef\xbb\xbf" + (HEAD + "}").encode()).client.company.name == "华星"


def test_what_is_written_is_json_for_everyone():
    client = Client(company=Company(key="c", owner="c", name='<b>&"</para>'), visits=(Visit(key="v", owner="c"),))
    assert json.loads(write_package(client))["company"]["name"] == '<b>&"</para>'
