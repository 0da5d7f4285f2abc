"""A cell of the comparison as one line of text: "5: 3 weeks" is score and value, "5" a score, "?" unknown."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_BOTH = re.compile(r"([1-5?？１-５])\s*(?:：|:(?!\S))\s*(.*)")  # 1:1 is a ratio, no score
_UNKNOWN = ("?", "？")


def tell_cell(value: str, score: int | None) -> str:
    """The text of a cell; "?" when neither is known. In an empty cell `read_cell` makes the same of it."""
    if score is None and not value:
        return "?"
    if score is None:
        return f"?: {value}" if _is_special(value) else value
    return f"{score}: {value}" if value else str(score)


def read_cell(text: str) -> dict[str, Any]:
    """What a text changes of a cell: its score, its value, or both; nothing and "?" make both unknown."""
    plain = " ".join(text.split())
    if not plain or plain in _UNKNOWN:
        return {"value": "", "score": None}
    if (score := _score(plain)) is not None:
        return {"score": score}
    if both := _BOTH.fullmatch(plain):
        return {"score": _score(both[1]), "value": both[2]}
    return {"value": plain}


def _score(text: str) -> int | None:
    bare = unicodedata.normalize("NFKC", text)
    return int(bare) if bare in {"1", "2", "3", "4", "5"} else None


def _is_special(value: str) -> bool:
    """True for a value that would be read as something else."""
    return read_cell(value) != {"value": value}
