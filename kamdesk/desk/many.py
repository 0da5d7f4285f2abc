"""Many documents in a row: made in processes of their own where that pays, and taken in the order they were asked for.

A worker gets values and gives the finished bytes; it opens no store, no window and no file of ours. What it is given
and what it gives goes through pipes: nothing of a client lies on the disk meanwhile.
"""

from __future__ import annotations

import io
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Self, TypeVar

from kamdesk.client.client import Client, Workspace
from kamdesk.desk.documents import KINDS, Wish
from kamdesk.errors import Trouble
from kamdesk.words import words_for

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from kamdesk.document.binding import Written

_MOST = 4  # workers: each holds the faces, and one thread reads the clients for all of them
_PAYS = 12  # documents; a worker needs the time of three or four until it begins
_AT_ONCE = 2  # clients read in one go: the thread that reads them may be the window's

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is made and lies nowhere yet."""

    data: bytes
    written: Written


Work = Callable[[], Paper]  # makes one document; what it is made of can be pickled


def make(document: str, client: Client, workspace: Workspace, language: str, on: date, wish: Wish) -> Paper:
    """One document of one client, behind its password when it has one."""
    held = io.BytesIO()
    written = KINDS[document].write(client, workspace, held, words_for(language), on, wish)
    return locked(held.getvalue(), written, wish.password)


def locked(data: bytes, written: Written, password: str) -> Paper:
    """What was written, behind its password when it has one."""
    if password:
        from kamdesk.document.locking import lock

        data = lock(data, password)
    return Paper(data, written)


def workers_for(documents: int) -> int:
    """How many workers so many documents are worth; 0: they are made where they are asked for."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors, _MOST) if documents > _PAYS and processors > 1 else 0


class Workshop:
    """Makes documents ahead of those who take them, a few only, so that memory stays level however many there are.

    Where no worker can be had, and once one has died, each is made when it is taken, by whoever takes it.
    """

    def __init__(self, workers: int) -> None:
        self._pool = _pool(workers) if workers else None
        self._ahead = 2 * workers if self._pool else 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_wrong: object) -> None:
        self.close()

    def ahead(self, asked: Iterable[tuple[_T, Work | None]]) -> Iterator[tuple[_T, Work | None]]:
        """The same in the same order, begun before they are taken: a work then waits for what it gives.

        A work raises what making the document raises, wherever that was.
        """
        rest, begun = iter(asked), deque[tuple[_T, Work | None]]()
        while True:
            room = min(self._ahead - len(begun), _AT_ONCE)
            begun.extend((about, self._begin(work) if work else None) for about, work in islice(rest, room))
            if not begun:
                return
            yield begun.popleft()

    def close(self) -> None:
        """Let the workers go; what is not begun is not made any more, unless somebody still takes it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _begin(self, work: Work) -> Work:
        if self._pool is None:
            return work
        try:
            return partial(_take, self._pool.submit(work), work)
        except (RuntimeError, OSError):  # a worker has died, or no further one can be started
            self.close()
            return work


def _take(begun: Future[Paper], work: Work) -> Paper:
    """What a worker made; where it has died, or was stopped before it began, the document is made here."""
    try:
        return begun.result()
    except (BrokenExecutor, CancelledError):
        return work()
    except Trouble:
        raise
    except Exception:
        work()  # a bug rises with its own frames from here: those of the worker come as text, which the log leaves out
        raise


def _pool(workers: int) -> ProcessPoolExecutor | None:
    """Workers begun anew, never forked: a copy of a program with threads may stand still for good."""
    try:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(workers, get_context("spawn"), _settle)
    except (ImportError, NotImplementedError, OSError):  # systems that keep programs from having semaphores
        return None


def _settle() -> None:
    """A worker stops when its parent says so or is gone; Ctrl-C is for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End with a parent that was killed: each worker holds both ends of its pipes, so none would tell it."""
    from multiprocessing import connection, parent_process

    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
