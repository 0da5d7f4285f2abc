"""The weigh-in as a hand finds it: the page with 王璐 on the scales, its rows, and records that others store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kamdesk.client.edit import add
from kamdesk.client.record import Record
from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.pages.weighin.place import WeighInPage
from kamdesk.words import said
from tests.ui import story
from tests.ui.held import Held


def on_the_scales(folder: Path, *more: Record) -> Iterator[Held]:
    """The page on the story's client and whatever else is on record, 王璐 on the scales, the keyboard in the rows."""
    made = Held(folder, [*story.whole(), *more], WeighInPage)
    made.page.open_item("wang", "weigh")
    yield made
    made.close()


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page with 王璐 on the scales."""
    yield from on_the_scales(tmp_path / "data")


def page(held: Held) -> WeighInPage:
    """The page itself."""
    assert isinstance(held.page, WeighInPage)
    return held.page


def go(held: Held, dimension: Dimension) -> None:
    """Make a row the current one, with the keyboard."""
    page(held).body.rows.choose(dimension)
    page(held).body.rows.take_keyboard()


def keep(held: Held, *records: Record) -> None:
    """Store records as another page would."""
    held.desk.do(said("Keep"), *(add(record) for record in records))
