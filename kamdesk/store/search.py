"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Why = Literal["text", "pinyin", "initials"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found: where it is, what it is called, the place of the match and why it matched."""

    section: str
    key: str
    owner: str
    title: str
    excerpt: str
    why: Why
