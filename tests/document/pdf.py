"""Reads back what kamdesk.document writes: text in drawing order, fonts. For tests only, without a PDF library."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_LINE = re.compile(rb"BT ([\d.-]+) ([\d.-]+) Td (.*?) ET")
_RUN = re.compile(rb"/(K\d+) ([\d.]+) Tf \[?(-?\d+)?<([0-9A-F]*)>")
_WIDTHS = re.compile(rb"(\d+) \[([\d. ]+)\]")
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
        self._wide: dict[str, dict[int, float]] = {}
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
        """The runs of one page, counted from 1; a slanted watermark is none."""
        return [
            run
            for x, y, shown in _LINE.findall(self.pages[number - 1])
            for run in self._line(number, float(x), float(y), shown)
        ]

    def _line(self, number: int, x: float, y: float, shown: bytes) -> Iterator[Written]:
        """The runs of one line: each goes on where the one before it ends, or some 1/1000 em before that."""
        for name, size, back, codes in _RUN.findall(shown):
            face, told = name.decode(), codes.decode()
            x -= int(back or 0) * float(size) / 1000
            yield Written(number, x, y, self._decoded(face, told))
            wide = self._wide[face]
            x += sum(wide.get(int(told[at : at + 4], 16), 1000.0) for at in range(0, len(told), 4)) * float(size) / 1000

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
            below = re.search(rb"/DescendantFonts \[ (\d+) 0 R", self.objects[int(number)])
            assert to_unicode is not None
            assert below is not None
            self._wide[name.decode()] = dict(_widths(self.objects[int(below.group(1))]))
            table = self.stream(self.objects[int(to_unicode.group(1))])
            maps[name.decode()] = {
                code.decode(): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _MAPPED.findall(table)
            }
        return maps

    def _decoded(self, face: str, codes: str) -> str:
        return "".join(self._maps[face][codes[at : at + 4]] for at in range(0, len(codes), 4))


def _widths(body: bytes) -> Iterator[tuple[int, float]]:
    """The width of each code that is not a whole em wide, in 1/1000 em."""
    for first, widths in _WIDTHS.findall(body):
        yield from enumerate(map(float, widths.split()), int(first))
