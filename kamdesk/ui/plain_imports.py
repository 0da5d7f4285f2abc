"""Takes PySide's hook out of `import`."""

from __future__ import annotations

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 (it sets the hook)


def plain_imports() -> None:
    """Import as Python does from now on.

    For `from __feature__ import …`, which we do not use, PySide reads the source text of every module that is imported
    after Qt and keeps it: a tenth of our start and 16 MB (measured with 6.11.3).
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
    linecache.clearcache()
