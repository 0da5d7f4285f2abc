"""The stage of the gallery: the sample on a fixed Monday, in a frame of one look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from kamdesk.desk.bring import load_sample
from kamdesk.desk.desk import Clock, Desk
from kamdesk.settings import Settings
from kamdesk.store.store import Store
from kamdesk.ui.bridge import Bridge
from kamdesk.ui.dress import Dress
from kamdesk.ui.failure import Failure
from kamdesk.ui.frame import Frame
from kamdesk.ui.job import JobThread
from kamdesk.ui.look import Look
from kamdesk.ui.program import application
from kamdesk.ui.shared import Shared

SIZE = (1440, 900)
STORY = datetime(2026, 11, 23, 5, 2, tzinfo=UTC)  # Monday 13:02 in Shenzhen, an hour before the visit


class StandingClock(Clock):
    """A clock that stands at the story's moment, so that equal data gives equal pictures."""

    def now(self) -> datetime:
        """The story's moment."""
        return STORY


@contextmanager
def sample_desk(folder: Path, language: str) -> Iterator[Desk]:
    """A desk over the sample, loaded as a first start in this language would."""
    store = Store.open(folder)
    try:
        desk = Desk(store, StandingClock())
        load_sample(desk, language)
        desk.saved_at = STORY
        yield desk
    finally:
        store.close()


@contextmanager
def frame_of(desk: Desk, look: Look) -> Iterator[Frame]:
    """A frame of the usual size on this desk, freed at the end."""
    app = application()
    Dress(app).put_on(look)
    jobs = JobThread()
    shared = Shared(desk, Bridge(desk), Failure(), jobs, Path("KAMDesk"))
    frame = Frame(look, shared, Settings(language=look.words.language, welcomed=True))
    frame.resize(*SIZE)
    frame.show()
    try:
        yield frame
    finally:
        jobs.close()
        free(frame)


def settle(milliseconds: int = 60) -> None:
    """Let Qt finish what it has begun."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def free(widget: QWidget) -> None:
    """Close a widget and let Qt free it now."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
