"""Start KAMDesk: `python -m kamdesk`, or `kamdesk` once installed."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from kamdesk.cli.command import main as run
from kamdesk.errors import Trouble
from kamdesk.words import said


def main() -> int:
    """Do what the command line asks for; without a command the window opens."""
    if getattr(sys, "frozen", False):
        _be_worker()
    gc.disable()  # what is loaded at the start stays; looking through it for garbage takes a tenth of its time
    return run(sys.argv[1:], _window)


def _be_worker() -> None:
    """In a packaged program whoever makes documents beside the window is this program too: do that then, and end."""
    from multiprocessing import freeze_support

    freeze_support()


def _window(folder: Path, language: str) -> int:
    """Open the window; the Qt half of the program is loaded here and nowhere else."""
    _need_display()
    from kamdesk.app import run_window

    return run_window(folder, language)


def _need_display() -> None:
    """Trouble on a Linux without a screen: Qt would end the program there without a word of ours."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not shown:
        raise Trouble(
            said("There is no display for the window."),
            said("Without one, these work: kamdesk sample, kamdesk clients, kamdesk export, kamdesk check."),
        )


if __name__ == "__main__":
    raise SystemExit(main())
