"""Works as a worker process gets them: each tells by its bytes where it was done, or goes wrong there."""

from __future__ import annotations

import os
import sys
from multiprocessing import active_children, parent_process
from time import monotonic, sleep

from kamdesk.desk.many import Paper
from kamdesk.document.binding import Written
from kamdesk.errors import Trouble
from kamdesk.store.troubles import Stale
from kamdesk.words import said

_LONGEST = 30  # s that a worker takes to end


def wait_for_workers() -> None:
    """Until the last has ended; two that join one at the same time would not both learn of it, so it is asked after."""
    end = monotonic() + _LONGEST
    while active_children():
        assert monotonic() < end
        sleep(0.01)


def here() -> Paper:
    """Whose process it was done in."""
    return _paper(str(os.getpid()))


def loaded() -> Paper:
    """What is loaded there."""
    return _paper(" ".join(sys.modules))


def troubled() -> Paper:
    """The world's fault, in a sentence with a name in it."""
    raise Trouble(said("“{title}” was changed meanwhile.", title="鑫𠮷"), said("Look at it."))


def stale() -> Paper:
    """A trouble of a kind of its own."""
    raise Stale("鑫𠮷")


def wrong() -> Paper:
    """A bug."""
    raise LookupError("in the making")


def wrong_there() -> Paper:
    """A bug that shows in a worker only."""
    if parent_process():
        raise LookupError("in the worker")
    return here()


def dying() -> Paper:
    """It takes its worker with it."""
    if parent_process():
        os._exit(1)
    return here()


def _paper(told: str) -> Paper:
    return Paper(told.encode(), Written(1, (), ()))
