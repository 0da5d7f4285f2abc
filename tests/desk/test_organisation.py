"""Scores of company to company: one record for each day, older ones stay."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.client.rollup import ITEMS
from kamdesk.client.weigh_records import Organisation
from kamdesk.desk.desk import Desk
from kamdesk.desk.organisation import score_item
from kamdesk.store.store import Store
from kamdesk.words import said, words_for

TODAY = date(2026, 11, 23)


def scored(tmp_path: Path, *steps: tuple[str, int | None, date]) -> tuple[Organisation, ...]:
    """What is kept after these scores."""
    store = Store.open(tmp_path / "data")
    desk = Desk(store)
    desk.do(said("Begin"), add(Company(key="c", owner="c", name="华星")))
    for item, level, day in steps:
        step = score_item(desk.client("c"), item, level, day)
        desk.do(step.said, *step.edits)
    found = desk.client("c").organisation
    store.close()
    return found


@pytest.mark.parametrize("item", ITEMS)
def test_the_first_score_makes_a_record_of_the_day(tmp_path: Path, item: str) -> None:
    (only,) = scored(tmp_path, (item, 4, TODAY))
    assert (only.day, getattr(only, item)) == (TODAY, 4)


def test_scores_of_one_day_are_one_record(tmp_path: Path) -> None:
    (only,) = scored(tmp_path, ("executive", 4, TODAY), ("review", 2, TODAY), ("executive", None, TODAY))
    assert (only.executive, only.review) == (None, 2)


def test_a_later_day_keeps_the_older_scores_as_they_were(tmp_path: Path) -> None:
    later = TODAY + timedelta(30)
    old, new = scored(tmp_path, ("executive", 4, TODAY), ("review", 2, TODAY), ("executive", 5, later))
    assert (old.day, old.executive, old.review) == (TODAY, 4, 2)
    assert (new.day, new.executive, new.review) == (later, 5, 2)


def test_the_step_says_what_was_scored(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    desk = Desk(store)
    desk.do(said("Begin"), add(Company(key="c", owner="c", name="华星")))
    step = score_item(desk.client("c"), "review", 3, TODAY)
    store.close()
    assert step.said.tell(words_for("en")) == "Company to company: Regular business review 3"
