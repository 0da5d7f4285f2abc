"""Python looks for garbage by itself as objects become many; while a document is made there is none to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """No search for garbage meanwhile: the hundred thousand pieces of a document live until it is written.

    Looking through all of them again and again would take a third of the time, and then they go by themselves.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
