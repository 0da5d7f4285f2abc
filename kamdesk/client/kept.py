"""Keeps what was worked out of the latest values: records never change, so the same client has the same measures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

_MOST = 6  # sets of values a measure is kept for: some clients are open at once, and one may be printed meanwhile

P = ParamSpec("P")
R = TypeVar("R")


def kept(measure: Callable[P, R]) -> Callable[P, R]:
    """Let a pure measure of a client be worked out once, however many places show it.

    Whatever is given counts as the same when it is the same object, and a day when it is the same day. What is kept
    holds on to its values, so that an identity is never given to another one meanwhile. The result is shared: it must
    be a value nobody changes.
    """
    held: dict[tuple[object, ...], tuple[object, R]] = {}
    lock = Lock()

    @wraps(measure)
    def asked(*args: P.args, **named: P.kwargs) -> R:
        values = (*args, *named.values())
        key = (*map(_identity, values), *named)
        with lock:
            found = held.pop(key, None)
            if found is not None:
                held[key] = found  # used again: the last to go
                return found[1]
        result = measure(*args, **named)
        with lock:
            held[key] = (values, result)
            while len(held) > _MOST:
                del held[next(iter(held))]
        return result

    return asked


def _identity(value: object) -> object:
    return value if isinstance(value, date) else id(value)
