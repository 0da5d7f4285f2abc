"""What the map says of a client's people: in every overlay by word and figure, never by colour alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.picture.map_people import OVERLAYS, legend_of, nodes_of
from kamdesk.picture.people_map import MapNode, MapTie
from kamdesk.words import words_for
from tests.document.related import DAY, ours, related

WORDS = words_for("en")


def shown(overlay: str = "attitude", client: Client | None = None) -> dict[str, MapNode]:
    """Everybody of the story by key."""
    return {node.key: node for node in _both(overlay, client)[0]}


def _both(overlay: str, client: Client | None = None) -> tuple[tuple[MapNode, ...], tuple[MapTie, ...]]:
    client = client or related("en")
    return nodes_of(client, account(client, DAY), WORDS, overlay, ours("en"), DAY)


def test_who_left_is_not_on_the_map_and_a_post_without_a_name_is() -> None:
    nodes = shown()
    assert "gone" not in nodes
    assert nodes["post"].attitude == "placeholder"
    assert nodes["post"].line == "not identified"
    assert nodes["post"].ask.startswith("Ask ")


def test_a_box_tells_influence_attitude_score_and_lead() -> None:
    wang = shown()["wang"]
    assert (wang.influence, wang.attitude, wang.stands) == (5, "neutral", "Neutral")
    assert wang.score == "2.8"
    assert (wang.lead, wang.sign) == ("\u22120.8", "down")
    assert wang.boss == "zhou"
    assert "must be won" in wang.told_lead


def test_somebody_not_weighed_has_no_figure_and_says_so() -> None:
    zhao = shown()["zhao"]
    assert (zhao.attitude, zhao.stands, zhao.score, zhao.lead) == ("unweighed", "not weighed", "?", "")
    assert zhao.told_lead == "unknown"


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_border_of_an_overlay_is_in_its_legend(overlay: str) -> None:
    names = dict(legend_of(overlay, WORDS))
    assert {node.attitude for node in shown(overlay).values()} <= names.keys()
    assert all(names.values())


def test_the_overlay_of_holders_tells_nobody_one_and_several() -> None:
    nodes = shown("holder")
    assert {node.attitude for node in nodes.values()} == {"nobody", "one", "several", "placeholder"}
    assert nodes["zhao"].lead == "nobody"
    assert nodes["wang"].lead.endswith("alone")


def test_the_overlay_of_leads_shows_both_levels() -> None:
    assert shown("lead")["wang"].score == "2.8:3.5"
    assert shown("lead")["wang"].attitude == "behind"


def test_everything_is_said_aloud_too() -> None:
    told = shown()["wang"].label
    for part in ("Wang Lu", "Influence 5", "reports to", "Neutral", "2.8"):
        assert part in told


def test_a_line_tells_how_and_since_when_it_is_known() -> None:
    _, ties = _both("attitude")
    assert any("(strong)" in tie.note for tie in ties)
    assert {tie.kind for tie in ties} <= {"influence", "trust", "conflict"}


def test_personal_notes_are_nowhere_on_the_map() -> None:
    assert not any("PERSONALTOKEN" in str(node) for overlay in OVERLAYS for node in shown(overlay).values())


def test_people_in_a_ring_are_all_shown() -> None:
    client = related("en")
    ring = tuple(
        replace(contact, reports_to={"zhou": "sun", "sun": "wang", "wang": "zhou"}.get(contact.key, contact.reports_to))
        for contact in client.contacts
    )
    nodes = shown(client=replace(client, contacts=ring))
    assert {"zhou", "sun", "wang"} <= nodes.keys()
    assert any(nodes[key].boss is None for key in ("zhou", "sun", "wang"))


def test_the_boss_of_whoever_is_left_without_one_is_nobody() -> None:
    client = related("en")
    left = tuple(
        replace(contact, left=DAY - timedelta(1)) if contact.key == "zhou" else contact for contact in client.contacts
    )
    assert shown(client=replace(client, contacts=left))["wang"].boss is None


def test_a_person_of_whom_nothing_is_known_is_a_box_too() -> None:
    client = replace(related("en"), contacts=(Contact(key="x", owner="c", name=""),), ties=())
    assert shown(client=client)["x"].line == ""
