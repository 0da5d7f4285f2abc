"""Opens the window; Qt is loaded from here on."""

from __future__ import annotations

from pathlib import Path

from kamdesk.errors import Trouble
from kamdesk.words import said


def run_window(folder: Path, language: str = "") -> int:
    """Open the window on a data folder and give the exit code when it is closed.

    A language that is named is kept; without one the window speaks as it did last. Trouble when this computer lacks
    a system library that Qt needs.
    """
    try:
        from kamdesk.ui.plain_imports import plain_imports

        plain_imports()
        from kamdesk.ui.program import start
    except ImportError as missing:
        if ".so" not in str(missing):  # one of ours or a package: the installation is broken, and that is a bug
            raise
        library = str(missing).partition(":")[0]
        raise Trouble(
            said("The window needs the system library {library}, which is missing here.", library=library),
            said("The set-up command of the README installs it. Without a window, “kamdesk --help” names what works."),
        ) from missing
    return start(folder, language)
