"""The documents of the desk as they are sent, written for each audience, and what can be found in their files."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from tests.document.pdf import Pdf

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def everything(data: bytes) -> bytes:
    """The file with every stream of it laid open, and all its printed text without the gaps between runs."""
    opened = [data, Pdf(data).text.encode()]
    for body in _STREAM.findall(data):
        try:
            opened.append(zlib.decompressobj().decompress(body.strip(b"\r\n")))
        except zlib.error:
            continue
    return b"\n".join(opened)


def found(tokens: Iterable[str], data: bytes) -> list[str]:
    """Those of some tokens that a file holds, printed or in its title, its outline or its links."""
    held = everything(data)
    return [token for token in tokens if any(way in held for way in _ways(token))]


def _ways(token: str) -> tuple[bytes, ...]:
    wide = token.encode("utf-16-be")
    octal = b"".join(b"\\000" + bytes([code]) for code in token.encode())
    return token.encode(), wide, wide.hex().encode(), wide.hex().upper().encode(), octal
