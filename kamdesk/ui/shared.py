"""What all windows of the program stand on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamdesk.desk.desk import Desk
from kamdesk.ui.bridge import Bridge
from kamdesk.ui.failure import Failure
from kamdesk.ui.job import JobThread


@dataclass(frozen=True, slots=True)
class Shared:
    """The desk with its bridge, the hook for what goes wrong, the job thread and the data folder."""

    desk: Desk
    bridge: Bridge
    failure: Failure
    jobs: JobThread
    folder: Path
