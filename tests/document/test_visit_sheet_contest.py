"""The visit sheet of a contested client: what was decided goes along, and nothing of it lies on the client's table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamdesk.client.tactics import Tactic
from kamdesk.words import LANGUAGES, words_for
from tests.document.contested import arena, contested
from tests.document.prepared import prepared
from tests.document.test_visit_sheet import above, below, sheet, squeezed


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_contest_stands_above_the_tear_line(language: str) -> None:
    base = contested("en")
    held = prepared("en")
    client = replace(
        held,
        company=base.company,
        factors=base.factors,
        standings=base.standings,
        contests=base.contests,
        backers=base.backers,
        stakes=base.stakes,
        calls=base.calls,
        intel=base.intel,
        opportunities=base.opportunities,
    )
    words = words_for(language)
    pdf, written = sheet(client, arena("en"), language)
    assert written.pages == 2
    upper, strip = above(pdf), below(pdf)
    assert squeezed("Five-day parallel run") in strip
    texts = [
        *(text for call in base.calls for text in (call.text, call.claim, call.proof, call.reason)),
        *(text for it in base.contests for text in (it.supplies, it.next_move, it.floor, it.value)),
        *(it.note for it in (*base.backers, *base.stakes)),
        *(it.text for it in (*base.intel, *arena("en").rival_facts)),
        *(it.value for it in base.standings),
    ]
    assert len([text for text in texts if text]) >= 30
    assert [text for text in texts if text and squeezed(text) in upper] == []
    assert squeezed(words.tr(Tactic.ATTACK.label)) not in upper
