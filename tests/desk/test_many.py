"""Documents of many clients in worker processes: the same files, and nothing lost when something goes wrong there."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from kamdesk.desk import many
from kamdesk.desk.bring import load_sample
from kamdesk.desk.desk import Desk
from kamdesk.desk.editions import next_number
from kamdesk.desk.many import Work, Workshop, workers_for
from kamdesk.desk.send import Skipped, Wish, send_all
from kamdesk.errors import Trouble
from kamdesk.store.store import Store
from kamdesk.store.troubles import Stale
from kamdesk.ui.pages.paper.batch_work import make
from kamdesk.ui.pages.paper.order import Issue, Order
from kamdesk.words import words_for
from tests.desk.works import dying, here, loaded, stale, troubled, wait_for_workers, wrong, wrong_there

ROOT = Path(__file__).parents[2]
_SLOW = 30  # seconds after which nothing comes any more


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample."""
    store = Store.open(tmp_path_factory.mktemp("data"))
    desk = Desk(store)
    load_sample(desk, "zh_CN")
    yield desk
    store.close()


@pytest.fixture(autouse=True)
def leaving() -> Iterator[None]:
    """No worker outlives its test."""
    yield
    wait_for_workers()


def done(works: Sequence[Work], workers: int = 1) -> list[str]:
    """What each gives, one after the other."""
    with Workshop(workers) as workshop:
        return [work().data.decode() for _, work in workshop.ahead(enumerate(works)) if work]


@pytest.mark.parametrize(("document", "left_out"), [("plan", False), ("mutual", True)])
def test_workers_write_the_same_files_and_leave_out_the_same_clients(
    desk: Desk, document: str, left_out: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    places, words = (tmp_path / "alone", tmp_path / "workers"), words_for("zh_CN")
    alone = list(send_all(desk, document, places[0], words, workers=0))
    together = list(send_all(desk, document, places[1], words, workers=2))
    assert [_told(sent) for sent in together] == [_told(sent) for sent in alone]
    assert any(isinstance(sent, Skipped) for sent in together) == left_out
    files = sorted(path.name for path in places[0].iterdir())
    assert sorted(path.name for path in places[1].iterdir()) == files
    assert [name for name in files if (places[0] / name).read_bytes() != (places[1] / name).read_bytes()] == []


def _told(sent: object) -> object:
    return sent.name if isinstance(sent, Skipped) else (sent.path.name, sent.pages, sent.missing_characters)


def test_an_edition_of_the_paper_place_is_the_same_out_of_a_worker(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    orders = []
    for company in desk.store.companies()[:3]:
        client = desk.client(company.key)
        issue = Issue(number=next_number(client, "plan"), before=client.editions[-1] if client.editions else None)
        orders.append(
            Order(client, desk.workspace(), desk.today, "zh_TW", ("summary", "people", "actions"), issue=issue)
        )
    with Workshop(1) as workshop:
        papers = [work() for _, work in workshop.ahead((order, partial(make, order)) for order in orders) if work]
    assert papers == [make(order) for order in orders]


def test_a_locked_file_comes_out_of_a_worker_locked(desk: Desk, tmp_path: Path) -> None:
    sent = next(send_all(desk, "brief", tmp_path, words_for("en"), Wish(password="鑫-open"), workers=1))
    assert not isinstance(sent, Skipped)
    assert b"/Encrypt" in sent.path.read_bytes()


def test_whoever_stops_taking_gets_no_further_file(desk: Desk, tmp_path: Path) -> None:
    files = send_all(desk, "brief", tmp_path, words_for("en"), workers=1)
    next(files)
    files.close()
    assert len(list(tmp_path.iterdir())) == 1


def test_clients_are_read_a_few_ahead_however_many_there_are() -> None:
    read = []

    def asked() -> Iterator[tuple[int, Work]]:
        for number in range(100):
            read.append(number)
            yield number, here

    with Workshop(1) as workshop:
        for number, work in workshop.ahead(asked()):
            assert len(read) <= number + 2
            assert work
            assert int(work().data) != os.getpid()
            if number == 20:
                break
    assert len(read) < 25


def test_a_worker_loads_no_window_and_no_data_file(desk: Desk) -> None:
    client, workspace = desk.client(desk.store.companies()[0].key), desk.workspace()
    order = Order(client, workspace, desk.today, "en", ("summary",))
    send = partial(many.make, "plan", client, workspace, "en", desk.today, Wish())
    with Workshop(1) as workshop:
        works = [work for _, work in workshop.ahead(enumerate([send, partial(make, order), loaded])) if work]
        names = [work().data for work in works][-1].decode().split()
    strange = ("PySide6", "sqlalchemy", "sqlcipher3", "kamdesk.app", "kamdesk.store.store")
    assert "kamdesk.document.plan" in names
    assert [name for name in names if name.startswith(strange)] == []


def test_nothing_of_a_client_lies_on_the_disk_meanwhile(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    for _ in send_all(desk, "brief", tmp_path / "out", words_for("en"), workers=1):
        assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize(("work", "kind"), [(troubled, Trouble), (stale, Stale)])
def test_a_trouble_comes_out_of_a_worker_with_both_its_sentences(work: Work, kind: type[Trouble]) -> None:
    with pytest.raises(kind) as here_told:
        work()
    with pytest.raises(kind) as told:
        done([work])
    assert type(told.value) is kind
    assert (told.value.what, told.value.advice) == (here_told.value.what, here_told.value.advice)
    assert str(pickle.loads(pickle.dumps(told.value))) == str(here_told.value)


def test_a_bug_in_a_worker_rises_with_the_frames_it_has_here() -> None:
    with pytest.raises(LookupError, match="in the making") as told:
        done([wrong])
    assert [frame.name for frame in traceback.extract_tb(told.value.__traceback__)][-1] == "wrong"


def test_a_bug_that_only_a_worker_meets_is_not_hidden() -> None:
    with pytest.raises(LookupError, match="in the worker"):
        done([wrong_there])


def test_where_a_worker_dies_the_rest_is_made_here() -> None:
    places = done([here, dying, here, here, here])
    assert places[2:] == [str(os.getpid())] * 3


def test_workers_end_with_a_parent_that_is_killed() -> None:
    code = (
        "import os\n"
        "from kamdesk.desk.many import Workshop\n"
        "from tests.desk.works import here\n"
        "if __name__ == '__main__':\n"
        "    workshop = Workshop(2)\n"
        "    for _, work in workshop.ahead([(1, here), (2, here)]):\n"
        "        work()\n"
        "    os._exit(7)\n"
    )
    command = [sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    # They hold the pipe too: it ends when the last of them has.
    ended = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, timeout=_SLOW, check=False)
    assert ended.returncode == 7


def test_few_documents_or_one_processor_are_worth_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(8)), raising=False)
    assert [workers_for(number) for number in (1, 12, 13, 2000)] == [0, 0, 4, 4]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0}, raising=False)
    assert workers_for(2000) == 0


def test_where_no_worker_can_be_had_everything_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_pool", lambda workers: None)
    assert done([here, here], workers=2) == [str(os.getpid())] * 2
