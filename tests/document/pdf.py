"""Reads back what kamdesk.document writes: text in drawing order, fonts. For tests only, without a PDF library."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_TEXT = re.compile(rb"/(K\d+) [\d.]+ Tf 1 0 0 1 ([\d.-]+) ([\d.-]+) Tm <([0-9A-F]*)> Tj")
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9a-f]+)>")


@dataclass(frozen=True, slots=True)
class Written:
    """Text with its place in points from the lower left corner of its page."""

    page: int
    x: float
    y: float
    text: str


class Pdf:
    """One file of ours."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.objects = {int(number): body for number, body in _OBJECT.findall(data)}
        self._maps = self._unicode_maps()
        self.pages = self._pages()

    @property
    def text(self) -> str:
        """Everything printed, in drawing order, without spaces between runs."""
        return "".join(run.text for run in self.runs)

    @property
    def runs(self) -> list[Written]:
        """Every run of text."""
        return [run for number in range(len(self.pages)) for run in self.page(number + 1)]

    def page(self, number: int) -> list[Written]:
        """The runs of one page, counted from 1."""
        return [
            Written(number, float(x), float(y), self._decoded(face.decode(), codes.decode()))
            for face, x, y, codes in _TEXT.findall(self.pages[number - 1])
        ]

    def page_text(self, number: int) -> str:
        """The text of one page."""
        return "".join(run.text for run in self.page(number))

    def fonts(self) -> list[bytes]:
        """The objects that are fonts."""
        return [body for body in self.objects.values() if b"/Type /Font\n" in body or b"/Type /Font " in body]

    def stream(self, body: bytes) -> bytes:
        """The content of a stream object."""
        found = _STREAM.search(body)
        assert found is not None
        return zlib.decompress(found.group(1)) if b"/FlateDecode" in body else found.group(1)

    def _pages(self) -> list[bytes]:
        found = []
        for body in self.objects.values():
            if b"/Type /Page\n" in body or re.search(rb"/Type /Page\b(?!s)", body):
                contents = re.search(rb"/Contents (\d+) 0 R", body)
                assert contents is not None
                found.append(self.stream(self.objects[int(contents.group(1))]))
        return found

    def _unicode_maps(self) -> dict[str, dict[str, str]]:
        maps: dict[str, dict[str, str]] = {}
        fonts = re.search(rb"/(K\d+ \d+ 0 R.*?)>>", b"".join(self.objects.values()), re.DOTALL)
        for name, number in re.findall(rb"/?(K\d+) (\d+) 0 R", fonts.group(1) if fonts else b""):
            to_unicode = re.search(rb"/ToUnicode (\d+) 0 R", self.objects[int(number)])
            assert to_unicode is not None
            table = self.stream(self.objects[int(to_unicode.group(1))])
            maps[name.decode()] = {
                code.decode(): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _MAPPED.findall(table)
            }
        return maps

    def _decoded(self, face: str, codes: str) -> str:
        return "".join(self._maps[face][codes[at : at + 4]] for at in range(0, len(codes), 4))
