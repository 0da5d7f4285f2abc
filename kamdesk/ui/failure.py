"""What goes wrong reaches a person: the world's fault as a sentence, a bug once as a report that can be copied."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from kamdesk import __version__
from kamdesk.errors import Trouble
from kamdesk.log import LOGGER, machine, tell_bug


class Failure(QObject):
    """The hook for everything nobody caught. It may be called on any thread; its signals arrive on the window's."""

    troubled = Signal(object)  # Trouble
    broke = Signal(str)  # the report of a bug, told once for each place in the code

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()

    def install(self) -> None:
        """Catch from now on what rises to the top of a slot or a thread."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        """Leave it to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def tell(self, error: BaseException) -> None:
        """Take what went wrong: log it without a client's words, and say it."""
        told = tell_bug(error)
        if isinstance(error, Trouble):
            LOGGER.warning("trouble\n%s", told)
            self.troubled.emit(error)
            return
        LOGGER.error("bug\n%s", told)
        if sys.stderr is not None:  # a program without a console has none
            print(told, file=sys.stderr)
        if told not in self._seen:
            self._seen.add(told)
            self.broke.emit(report(told))

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls for an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.tell(caught.exc_value)


def report(told: str) -> str:
    """The text of a report: program, computer, and where in the code it happened; nothing of the data."""
    return f"KAMDesk {__version__}, Qt {qVersion()}, {machine()}\n\n{told}\n"
