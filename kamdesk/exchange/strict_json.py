"""JSON without its loopholes: strict UTF-8, no key twice, no NaN, no numbers with a point, limits on size and depth."""

from __future__ import annotations

import json
import re
from typing import Any

from kamdesk.words import Said, said

MAX_BYTES = 64_000_000
MAX_DEPTH = 12
MAX_NODES = 400_000
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[][{}]', re.DOTALL)


class Refused(ValueError):
    """A text that is not read; `why` is the reason."""

    def __init__(self, why: Said) -> None:
        super().__init__(why.text)
        self.why = why


def read_json(data: bytes) -> Any:
    """The value in the text; Refused when anything about it is unclean."""
    if len(data) > MAX_BYTES:
        raise Refused(said("it is larger than {n} MB", n=MAX_BYTES // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Refused(said("it is not UTF-8 text")) from wrong
    _check_shape(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_refuse_number,
            parse_float=_refuse_number,
            parse_int=_whole,
        )
    except json.JSONDecodeError as wrong:
        raise Refused(said("line {line} is not JSON", line=wrong.lineno)) from wrong


def _check_shape(text: str) -> None:
    """Count brackets outside of strings before anything is parsed, so that depth costs no stack."""
    depth = 0
    for nodes, found in enumerate(_STRING_OR_BRACKET.finditer(text), 1):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            raise Refused(said("it is nested too deeply or has too many parts"))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(said("{name} is given twice", name=f"{twice!r:.40}"))
    return held


def _refuse_number(number: str) -> Any:
    raise Refused(said("{value} is not a whole number", value=f"{number:.40}"))


def _whole(number: str) -> int:
    if len(number) > 16 or abs(int(number)) > 2**53:
        _refuse_number(number)
    return int(number)
