"""Work that takes time, on one thread beside the window: it gets values and gives values, never a widget.

A page makes a `Job` around a function and emits it by `Page.working`; the frame starts it. The job's signals reach
their receivers on the window's thread.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance

from kamdesk.words import Said

SLOW = 1000  # ms; from here on progress is shown


class Cancelled(Exception):
    """The person did not want to wait; raised inside the work by `Progress.tell`."""


class Progress:
    """What the work is given: it tells how far it is, and learns there that it was cancelled."""

    def __init__(self, told: SignalInstance, cancelled: threading.Event) -> None:
        self._told = told
        self._cancelled = cancelled

    def tell(self, done: int, total: int) -> None:
        """Say how far the work is; Cancelled when it shall stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self._told.emit(done, total)


class Job(QObject):
    """One piece of work and what became of it. Exactly one of done, failed and cancelled is emitted, then ended."""

    done = Signal(object)  # what the work gave
    failed = Signal(object)  # the exception
    cancelled = Signal()
    progressed = Signal(int, int)
    slow = Signal()
    ended = Signal()

    def __init__(self, said: Said, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self.said = said
        self._work = work
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next word of progress."""
        self._stop.set()

    def run(self, told: SignalInstance) -> object:
        """Do the work; called on the job thread."""
        progress = Progress(told, self._stop)
        progress.tell(0, 0)
        return self._work(progress)


class _Running(QRunnable):
    """Borrows the job's signals; owns none."""

    def __init__(self, job: Job, came: SignalInstance) -> None:
        super().__init__()
        self._job = job
        self._came = came

    def run(self) -> None:
        try:
            outcome: object = self._job.run(self._job.progressed)
        except BaseException as trouble:  # whatever it is, it reaches the window's thread
            outcome = trouble
        self._came.emit(self._job, outcome)


class JobThread(QObject):
    """The one thread beside the window; jobs wait for one another.

    Whatever belongs to Qt must die on the window's thread. So a job is kept until the next one ends, when the thread
    has surely let go of it, and no garbage is looked for while a job runs: Python looks for it on whichever thread asks
    for memory, and would take widgets apart there.
    """

    failed = Signal(object)  # the exception of any job
    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: dict[Job, QTimer] = {}
        self._ended: Job | None = None  # the last one, which the thread may still hold
        self._collects = False  # whether garbage is looked for when no job runs
        self._came.connect(self._end)

    def start(self, job: Job) -> None:
        """Run a job when those before it are through."""
        timer = QTimer(self, interval=SLOW, singleShot=True)
        timer.timeout.connect(job.slow)
        if not self._jobs:
            self._collects = gc.isenabled()
            gc.disable()
        self._jobs[job] = timer
        timer.start()
        self._pool.start(_Running(job, self._came))

    def close(self) -> None:
        """Cancel everything and wait for the thread to be free; nothing is emitted any more."""
        for job, timer in self._jobs.items():
            timer.stop()
            job.cancel()
        self._came.disconnect(self._end)
        self._pool.waitForDone()
        self._jobs.clear()
        self._collect_again()

    def _collect_again(self) -> None:
        if self._collects and not self._jobs:
            self._collects = False
            gc.enable()

    def _end(self, job: Job, outcome: object) -> None:
        timer = self._jobs.pop(job, None)
        self._ended = job
        self._collect_again()
        if timer:
            timer.stop()
            timer.deleteLater()
        if isinstance(outcome, Cancelled):
            job.cancelled.emit()
        elif isinstance(outcome, BaseException):
            job.failed.emit(outcome)
            self.failed.emit(outcome)
        else:
            job.done.emit(outcome)
        job.ended.emit()
