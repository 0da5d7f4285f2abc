"""Who of us knows a person, as the panel beside the map says it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kamdesk.client.account import account
from kamdesk.client.client import WORKSPACE
from kamdesk.client.library import Colleague
from kamdesk.client.people import Bond, RelationLevel
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.place import PeoplePage
from kamdesk.ui.pages.person.facts import facts_of
from tests.ui import people_story
from tests.ui.held import Held


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    second = Colleague(key="st", owner=WORKSPACE, name="苏婷")
    wished = Bond(owner=people_story.CLIENT, contact="wl", colleague="st", wanted=RelationLevel.CREDIBLE)
    made = Held(tmp_path, [*people_story.records(), second, wished], PeoplePage)
    yield made
    made.close()


def test_an_acquaintance_that_is_only_wanted_leaves_the_tie_at_risk(held: Held) -> None:
    shown = Shown(held.client, held.desk.workspace(), held.clock.today())
    person = next(it for it in account(shown.client, shown.today).people if it.contact.key == "wl")
    facts = {fact.name: fact for fact in facts_of(person, shown, held.look)}
    assert facts["our_owner"].remark == "the only one, at risk"
