"""A table as text, as spreadsheets put it on the clipboard: tabs between cells, quotes round line breaks."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence

_BREAK = re.compile(r"\r\n|\r|\n")
_LAST_BREAK = re.compile(r"(?:\r\n|\r|\n)\Z")
_DECIMAL = re.compile(r"\s*[-+]?\d+,\d+\s*%?\s*")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SPECIAL = re.compile(r'[\t\r\n";,]')
_HAN = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_FOLDED_HAN = re.compile(rf"(?<=[{_HAN}])[ \t]*[\r\n]\s*(?=[{_HAN}])")


def read_table(text: str) -> list[list[str]]:
    """The rows of a table; ragged ones stay ragged. Tabs part cells, else ; or , where every line has as many."""
    text = text.replace("\x00", "")
    if not text:
        return []
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(_kept_lines(text), delimiter=delimiter, strict=True))
    except csv.Error:  # a quote that is none: an inch mark, or a cell longer than a cell can be
        rows = [line.split(delimiter) for line in _BREAK.split(_LAST_BREAK.sub("", text))]
    return [row or [""] for row in rows]


def write_table(rows: Iterable[Sequence[str]]) -> str:
    """The text of a table, that `read_table` and spreadsheets read back as the same cells."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in rows)


def one_line(cell: str) -> str:
    """The words of a cell in one line; Han that was only broken over lines stands together again."""
    return " ".join(_FOLDED_HAN.sub("", cell).split())


def _kept_lines(text: str) -> list[str]:
    """Lines with their breaks, so that a break inside quotes stays as it is."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def _delimiter(text: str) -> str:
    """Tab wherever there is one; a comma or semicolon only in a table of several lines that agree."""
    bare = _QUOTED.sub("", text)
    if "\t" in bare:
        return "\t"
    lines = [line for line in _BREAK.split(bare) if line.strip()]
    if len(lines) > 1:
        for mark in ";,":
            counts = {line.count(mark) for line in lines}
            if counts and 0 not in counts and len(counts) == 1:
                decimals = mark == "," and all(_DECIMAL.fullmatch(line) for line in lines)
                return "\t" if decimals else mark
    return "\t"
