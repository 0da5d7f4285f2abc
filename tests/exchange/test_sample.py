"""The sample reads cleanly and has the depth that everything is shown and measured on."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import pytest
from PIL import Image

from kamdesk.client.account import account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.visiting import local_day, readiness
from kamdesk.exchange.package import read_package, write_package
from kamdesk.paths import resource

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 13, 2).astimezone()
FILES = sorted(resource("sample").glob("*.json"))
THIN = {"nordvik", "wangke"}  # two that were only just met: what an empty place looks like


def client_of(name: str, now: datetime = NOW) -> Client:
    package = read_package(resource("sample", f"{name}.json").read_bytes(), name, now)
    assert package.client is not None
    return package.client


CLIENTS = {file.stem: client_of(file.stem) for file in FILES if file.stem != "workspace"}
WORKSPACE = Workspace.of(read_package(resource("sample", "workspace.json").read_bytes(), "workspace", NOW).shared)
DEEP = [pytest.param(client, id=name) for name, client in CLIENTS.items() if name not in THIN]


def test_there_are_clients_of_all_kinds():
    assert len(DEEP) >= 8
    assert {client.company.grade for client in CLIENTS.values()} >= set("SABC")
    assert len({client.key for client in CLIENTS.values()}) == len(CLIENTS)


@pytest.mark.parametrize("client", DEEP)
def test_each_client_has_depth(client):
    assert 6 <= len(client.contacts) <= 20
    days = [weighin.day for weighin in client.weighins if weighin.rival is None and weighin.day]
    assert len(set(days)) >= 4
    assert max(days) - min(days) >= timedelta(240)
    assert any(weighin.rival for weighin in client.weighins)
    assert any(visit.result for visit in client.visits)
    assert client.factors
    assert client.standings
    assert client.actions
    assert client.facts


@pytest.mark.parametrize("client", DEEP)
def test_links_to_rivals_and_colleagues_lead_somewhere(client):
    rivals = {rival.key for rival in WORKSPACE.rivals}
    colleagues = {colleague.key for colleague in WORKSPACE.colleagues}
    assert client.company.rival in rivals
    assert {standing.rival for standing in client.standings} <= rivals
    assert {attendee.colleague for attendee in client.attendees if attendee.colleague} <= colleagues


def test_there_is_a_visit_today_at_two_and_one_tomorrow():
    days = {local_day(visit.at) for client in CLIENTS.values() for visit in client.visits if visit.at}
    assert TODAY + timedelta(1) in days
    visit = next(visit for visit in CLIENTS["huaxing"].visits if visit.at and local_day(visit.at) == TODAY)
    assert f"{visit.at.astimezone():%H:%M}" == "14:00"
    assert visit.objective == "谈定 3 号线试点范围"
    prepared = readiness(visit, CLIENTS["huaxing"].checks)
    assert (prepared.done, prepared.total) == (6, 8)


@pytest.mark.parametrize(("hour", "days"), [(9, 0), (13, 0), (15, 1), (23, 1)])
def test_the_visit_of_the_story_is_still_to_come_whenever_the_sample_is_loaded(hour, days):
    now = datetime(2026, 11, 23, hour).astimezone()
    visit = next(visit for visit in client_of("huaxing", now).visits if visit.key == "hx-v9")
    assert visit.at == datetime(2026, 11, 23 + days, 14).astimezone()


def test_the_story_has_the_figures_of_the_pictures():
    huaxing = CLIENTS["huaxing"]
    found = account(huaxing, TODAY)
    assert round(found.ari, 1) == 3.4
    assert round(found.lead, 1) == 0.4
    people = {person.contact.name: person for person in found.people}
    scores = {
        name: (round(people[name].score, 1), round(people[name].lead, 1)) for name in ("何建国", "王璐", "陈启明")
    }
    assert scores == {"何建国": (3.5, 0.5), "王璐": (3.2, 0.2), "陈启明": (2.8, -0.8)}


def test_some_texts_are_long_and_some_are_nasty():
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    assert max(len(client.company.notes) for client in CLIENTS.values()) > 4_500
    for sign in ("😀", "🔧", "𠮷", "龘", "\u200f", "<b>&", "</para>", "Ł", "ö", "臺"):
        assert any(sign in text for text in texts), sign


def test_logos_are_small_pictures():
    logos = [client.company.logo for client in CLIENTS.values() if client.company.logo]
    assert logos
    for logo in logos:
        assert len(logo) < 8_000
        assert Image.open(io.BytesIO(logo)).size == (128, 128)


@pytest.mark.parametrize("client", DEEP)
def test_the_sample_survives_being_written_and_read(client):
    text = write_package(client, WORKSPACE)
    assert read_package(text.encode(), "again", NOW).client == client
