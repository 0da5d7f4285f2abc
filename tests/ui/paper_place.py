"""The paper place of a client with a long story, held for its tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE, Client, sections_of
from kamdesk.client.record import Record
from kamdesk.ui.job import JobThread
from kamdesk.ui.pages.paper.place import PaperPage
from tests.document.clients import huaxing, workspace
from tests.records import sample_of
from tests.ui.held import Held

WAIT = 20_000  # ms; the first document of a process loads faces and libraries


@contextmanager
def paper_place(folder: Path, qtbot: QtBot) -> Iterator[Held]:
    """The place with its first document made, its jobs on a thread of their own."""
    shared = [replace(record, owner=WORKSPACE) for record in workspace().records if record.key != WORKSPACE]
    held = Held(folder, [*shared, *story()], PaperPage)
    jobs = JobThread()
    page(held).working.connect(jobs.start)
    held.show()
    remake(held, qtbot)
    yield held
    jobs.close()
    held.close()


def story() -> list[Record]:
    """The client, with one record in every section its story has nothing for."""
    client = huaxing()
    links = {"contacts": client.contacts[0].key, "colleagues": workspace().colleagues[0].key}
    empty = [part for part in sections_of(Client) if not part.single and not getattr(client, part.name)]
    told = [replace(record, owner=client.key) for record in client.records]
    return [*told, *(sample_of(part.record, client.key, 1, links) for part in empty)]


def page(held: Held) -> PaperPage:
    """The page under test."""
    assert isinstance(held.page, PaperPage)
    return held.page


def remake(held: Held, qtbot: QtBot) -> None:
    """Wait until the document is made anew."""
    qtbot.waitUntil(lambda: page(held).maker.fresh is not None, timeout=WAIT)
