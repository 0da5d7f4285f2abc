"""What a copy leaves out is not reported as missing; what is missing at the client itself still is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamdesk.client.alarms import Alarms, alarms, alarms_of_copy
from kamdesk.client.client import Client
from kamdesk.client.editions import told_to
from kamdesk.client.paper_records import Audience
from tests.document.clients import TODAY, huaxing, workspace


def texts(found: Alarms) -> set[str]:
    """The sentences, with what fills them."""
    told = (*found.concerns, *found.unknowns, *found.flags)
    return {f"{it.said.text} {it.said.values}" for it in told}


def copied(client: Client, audience: Audience) -> Alarms:
    """The alarms of a copy as its paper shows them."""
    whole = alarms(client, workspace("en"), TODAY)
    return alarms_of_copy(whole, alarms(*told_to(client, workspace("en"), audience), TODAY))


@pytest.mark.parametrize("audience", Audience)
def test_an_emptied_copy_raises_nothing_that_is_not_so(audience: Audience) -> None:
    client = huaxing("en")
    assert texts(copied(client, audience)) <= texts(alarms(client, workspace("en"), TODAY))


def test_emptying_alone_would_raise_false_alarms() -> None:
    client = huaxing("en")
    bare = alarms(*told_to(client, workspace("en"), Audience.BRIEF), TODAY)
    assert not texts(bare) <= texts(alarms(client, workspace("en"), TODAY))


def test_what_is_missing_at_the_client_is_still_reported() -> None:
    client = huaxing("en")
    people = tuple(replace(person, influence=None) for person in client.contacts)
    found = texts(copied(replace(client, contacts=people), Audience.BRIEF))
    assert any("Influence of" in text for text in found)
