"""A program that loads the sample, gets a Chinese word typed into it, and is killed at once (for the smoke test)."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from kamdesk.ui.program import application
from tests.ui.real_window import frame_of, start, type_department

if __name__ == "__main__":
    program = start(application(), Path(sys.argv[1]), "zh_CN")
    type_department(frame_of(program))
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
