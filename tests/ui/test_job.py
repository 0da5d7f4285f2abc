"""Jobs: values out of the thread, failures to a person, cancelled at the next word of progress."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.ui.job import Job, JobThread, Progress
from kamdesk.words import said


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobThread]:
    """A job thread that is let go."""
    jobs = JobThread()
    yield jobs
    jobs.close()


def test_a_job_gives_its_value_on_the_windows_thread(qtbot: QtBot, jobs: JobThread) -> None:
    threads: list[int] = []

    def work(progress: Progress) -> str:
        threads.append(threading.get_ident())
        progress.tell(1, 2)
        return "done"

    def take(value: object) -> None:
        values.append(value)
        threads.append(threading.get_ident())

    values: list[object] = []
    job = Job(said("Making the plan"), work)
    job.done.connect(take)
    with qtbot.waitSignals([job.done, job.ended, job.progressed]):
        jobs.start(job)
    assert values == ["done"]
    assert threads[0] != threads[1] == threading.get_ident()


def test_what_belongs_to_qt_dies_on_the_windows_thread(qtbot: QtBot, jobs: JobThread) -> None:
    def work(_progress: Progress) -> int:
        return len([[number] for number in range(2_000)])  # Python would look for garbage many times

    died: list[int] = []
    before = gc.get_threshold()
    gc.set_threshold(50, 2, 2)
    try:
        for _ in range(40):
            job = Job(said("Making the plan"), work)
            weakref.finalize(job, lambda: died.append(threading.get_ident()))
            with qtbot.waitSignal(job.ended):
                jobs.start(job)
    finally:
        gc.set_threshold(*before)
    del job
    gc.collect()
    assert len(died) > 30
    assert set(died) == {threading.get_ident()}


def test_no_garbage_is_looked_for_while_a_job_runs(qtbot: QtBot, jobs: JobThread) -> None:
    looked: list[bool] = []
    job = Job(said("Making the plan"), lambda _progress: looked.append(gc.isenabled()))
    with qtbot.waitSignal(job.ended):
        jobs.start(job)
    assert looked == [False]
    assert gc.isenabled()


def test_a_failure_reaches_the_owner_and_the_program(qtbot: QtBot, jobs: JobThread) -> None:
    def work(progress: Progress) -> None:
        raise ValueError

    failures: list[object] = []
    job = Job(said("Making the plan"), work)
    job.failed.connect(failures.append)
    jobs.failed.connect(failures.append)
    with qtbot.waitSignal(job.ended):
        jobs.start(job)
    assert [type(failure) for failure in failures] == [ValueError, ValueError]


def test_a_job_stops_at_its_next_word_when_it_is_cancelled(qtbot: QtBot, jobs: JobThread) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress.tell(1, 2)

    job = Job(said("Making the plan"), work)
    with qtbot.waitSignals([job.cancelled, job.ended]):
        jobs.start(job)
        begun.wait(5)
        job.cancel()
        go_on.set()


def test_jobs_wait_for_one_another(qtbot: QtBot, jobs: JobThread) -> None:
    order: list[int] = []
    works = [Job(said("Making the plan"), lambda _progress, number=number: order.append(number)) for number in range(5)]
    with qtbot.waitSignals([job.ended for job in works]):
        for job in works:
            jobs.start(job)
    assert order == [0, 1, 2, 3, 4]


def test_closing_waits_for_the_thread_and_says_nothing_more(qapp: QApplication) -> None:
    jobs, finished, heard = JobThread(), threading.Event(), []

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.tell(0, 0)
        finally:
            finished.set()

    job = Job(said("Making the plan"), work)
    job.ended.connect(lambda: heard.append(1))
    jobs.start(job)
    jobs.close()
    assert finished.is_set() or not heard
    qapp.sendPostedEvents()
    assert not heard
