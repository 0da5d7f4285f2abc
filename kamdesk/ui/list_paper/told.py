"""What is known around a list when it is told in columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamdesk.client.telling import Names
from kamdesk.ui.look import Look


@dataclass(frozen=True, slots=True)
class Told:
    """What is known around a list: its words, what links are called, the day."""

    look: Look
    names: Names
    today: date


Columns = tuple[tuple[str, ...], Callable[[Any], tuple[str, ...]]]  # heads, the texts of a row
Teller = Callable[[Told], Columns]
