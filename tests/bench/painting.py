"""When a window has painted what it was asked for: the clock of everything that is measured on screen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

_TURNS = 4  # of the event loop; what has to be painted is painted in the first
_REST = 0.12  # s without work
_BUSY = 0.001  # s; a turn of the event loop that takes longer has done something


class Paint:
    """Remembers whether what it watches has been painted since it was asked; `first` is called once, after that.

    It watches a window, which paints all its widgets at one request, or one widget in it. On the whole program it would
    be asked for every event there is, and cost a third of what it measures.
    """

    def __init__(self, first: Callable[[], object] | None = None) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent, QObject

        holder = self

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.UpdateRequest:
                    watched.event(event)  # paints; what the painting asked for comes later
                    holder.show(time.perf_counter())
                    self.customEvent(event)
                    return True
                if event.type() == QEvent.Type.Paint:
                    holder.seen = True  # and its end is not known
                    if holder.first is not None:
                        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))  # when this event is through
                return False

            def customEvent(self, event: QEvent) -> None:
                if holder.first is not None:
                    holder.first()
                    holder.first = None

        self.seen = False
        self.at: float | None = None  # when the window had painted first since it was asked
        self.first = first
        self.filter = Filter()

    def ask(self) -> None:
        """Forget what was painted."""
        self.seen, self.at = False, None

    def show(self, moment: float) -> None:
        """The window has painted."""
        self.seen, self.at = True, self.at or moment


def painted(app: QApplication, paint: Paint, act: Callable[[], object]) -> float:
    """Milliseconds from an act to the end of the painting it asked for; of the act alone when it changed nothing.

    What a program does after that painting is not part of it.
    """
    paint.ask()
    begun = time.perf_counter()
    act()
    for _ in range(_TURNS):
        app.processEvents()
        if paint.seen:
            break
    return ((paint.at or time.perf_counter()) - begun) * 1000


def settled(app: QApplication, paint: Paint, act: Callable[[], object]) -> float:
    """Milliseconds from an act to the last painting of anything before a rest: what is put off counts as well."""
    return seen_and_settled(app, paint, act)[1]


def seen_and_settled(app: QApplication, paint: Paint, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from an act to the end of its first painting, and to the last before a rest."""
    seen: list[float] = []
    begun = time.perf_counter()
    act()
    last = busy = time.perf_counter()
    paint.first = lambda: seen.append(time.perf_counter())
    while time.perf_counter() - busy < _REST:
        paint.seen = False
        turn = time.perf_counter()
        app.processEvents()
        if paint.seen:
            last = time.perf_counter()
        if time.perf_counter() - turn > _BUSY:
            busy = time.perf_counter()
    return ((seen[0] if seen else last) - begun) * 1000, (last - begun) * 1000


def until(app: QApplication, done: Callable[[], bool], seconds: float = 60) -> None:
    """Turn the event loop until something is so; the end of the program when it never is."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise SystemExit("the window was never usable")
        app.processEvents()


def rest(app: QApplication, seconds: float) -> None:
    """Let the program do what it puts off."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.001)
