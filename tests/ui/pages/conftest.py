"""What tests of pages share: a page held as the window holds it, over a real store with the client of the story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company, Fact, Grade, Topic
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.ui.pages.page import Page
from tests.ui import story
from tests.ui.held import Held


def records() -> list[Record]:
    """The client of the story with facts and actions, two more clients, and a checklist."""
    return [
        *story.rivals(),
        story.company(),
        *story.people(),
        *story.weighed(),
        *story.visited(),
        *facts_and_actions(),
        Company(key="c2", owner="c2", name="Łódź Motors Sp. z o.o.", grade=Grade.B),
        Contact(key="marek", owner="c2", name="Marek Zieliński", attitude=Attitude.SUPPORTER),
        Company(key="c3", owner="c3", name="北辰轨道装备", grade=Grade.A),
        Template(key="t1", owner=WORKSPACE, name="Visit"),
        TemplateItem(key="i1", owner=WORKSPACE, template="t1", text="Aim", must=True, weight=3, rank=10),
        TemplateItem(key="i2", owner=WORKSPACE, template="t1", text="People", weight=1, rank=20),
    ]


def facts_and_actions() -> list[Record]:
    """What belongs to the client of the story besides its people."""
    client = story.CLIENT
    return [
        Fact(key="f1", owner=client, topic=Topic.THEY, text="精密连接器", source="年报", day=date(2026, 4, 18)),
        Fact(key="f2", owner=client, topic=Topic.NEXT, text="签协议", source="会议", day=date(2026, 11, 11)),
        Action(key="a1", owner=client, text="补报方案", side=Side.OURS, due=date(2026, 11, 21), contact="wang"),
        Action(key="a2", owner=client, text="Samples", side=Side.THEIRS, due=date(2026, 12, 4)),
        Action(key="a3", owner=client, text="Old", side=Side.OURS, done=date(2026, 10, 1)),
        Evidence(
            key="e1",
            owner=client,
            contact="wang",
            dimension=Dimension.RIVALRY,
            day=date(2026, 11, 11),
            text="same terms, then us",
        ),
    ]


class OfRail(Held):
    """A page of the rail."""

    def show(self) -> None:
        """Let the page read again."""
        self.page.refresh()


Hold = Callable[..., Held]


@pytest.fixture
def hold(qapp: QApplication, tmp_path: Path) -> Iterator[Hold]:
    """Hold a page; pages of the rail by themselves."""
    opened: list[Held] = []

    def make(kind: Callable[..., Page], held: list[Record] | None = None, *, rail: bool = False) -> Held:
        holder = OfRail if rail else Held
        made = holder(tmp_path / str(len(opened)), records() if held is None else held, kind)  # type: ignore[arg-type]
        opened.append(made)
        QTest.qWaitForWindowActive(made.page)
        return made

    yield make
    for made in opened:
        made.close()
