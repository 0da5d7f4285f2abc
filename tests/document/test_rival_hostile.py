"""The battle card keeps its one page: whatever was typed, and however much of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.words import LANGUAGES
from tests.document.contested import OWNER, arena, contested
from tests.document.test_hostile import HOSTILE, filled
from tests.document.test_rival import card, squeezed, text_of

LONG = "第一句，很长的话，说了又说。" * 1_430  # 20,000 characters


def crowded(needs: int = 40, rivals: int = 8) -> tuple[Client, Workspace]:
    """Very many needs, rivals, facts, supporters and decisions."""
    client, shared = contested(), arena()
    others = tuple(Rival(key=f"r{at}", owner=shared.profile.key, name=f"对手 {at}") for at in range(rivals - 3))
    every = (*shared.rivals, *others)
    factors = tuple(
        replace(client.factors[at % 5], key=f"f{at}", importance=Decimal(2 + at % 3)) for at in range(needs)
    )
    standings = tuple(
        Standing(key=f"{factor.key}{it.key}", owner=OWNER, factor=factor.key, rival=it.key, score=1 + (at + row) % 5)
        for row, factor in enumerate(factors)
        for at, it in enumerate(every)
    )
    client = replace(
        client,
        factors=factors,
        standings=standings,
        calls=tuple(replace(it, key=f"{it.key}-{at}") for it in client.calls for at in range(8)),
        backers=tuple(replace(client.backers[0], key=f"b{it.key}", contact=it.key) for it in client.contacts),
        intel=client.intel * 5,
    )
    facts = tuple(replace(it, key=f"{it.key}-{at}") for it in shared.rival_facts for at in range(6))
    return client, replace(shared, rivals=every, rival_facts=facts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_never_needs_a_second_page(text: str, language: str) -> None:
    client = Client.of(filled(record, text) for record in contested().records)
    shared = Workspace.of(filled(record, text) for record in arena().records)
    pdf, written = card(client, shared, language)
    assert written.pages == len(written.outline) == 1
    assert b"/URI" not in pdf.data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", LONG, "word " * 4_000, "- **x**\n" * 2_500, "W" * 20_000])
def test_forty_needs_and_eight_rivals_stay_on_one_page_within_its_margins(text: str, language: str) -> None:
    client, shared = crowded()
    if text:
        client = Client.of(filled(record, text) for record in client.records)
        shared = Workspace.of(filled(record, text) for record in shared.records)
    pdf, written = card(client, shared, language, [it.key for it in shared.rivals])
    assert written.pages == len(pdf.pages) == 8
    assert all(50.9 < run.x < 595.3 - 51 for run in pdf.runs)
    assert all(28 < run.y < 841.9 - 28 for run in pdf.runs)


def test_what_has_no_room_is_counted() -> None:
    client, shared = crowded()
    text = text_of(card(client, shared)[0])
    assert squeezed("see P8") in text
    assert len(re.findall(r"\d+more", text)) >= 5
