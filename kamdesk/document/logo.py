"""A client's logo on paper: read without trust, made small, and fitted into its place with its proportions."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Halves
from kamdesk.document.style import MM

if TYPE_CHECKING:
    from PIL.Image import Image

    from kamdesk.document.sheet import Sheets

_FORMATS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"RIFF": "WEBP"}
_MOST_PIXELS = 64_000_000
_LONGEST = 1_200  # px that are kept of a side: more than any place on paper shows
_SLIMMEST = 40  # times as wide as high, or as high as wide: beyond that it is a line and no logo
_PAPER = 12  # of 255: what differs less from white is not seen on paper
_DOTS = 300 / 25.4 / MM  # to a point
_BIG = 16_384  # bytes of plain dots from which on JPEG is tried
_QUALITY = 90
_PLACE = (44 * MM, 13 * MM)  # of a logo in the head of a page, at most


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture as a file holds it: its size in pixels, its bytes, and whether these are JPEG or deflated colours."""

    wide: int
    tall: int
    data: bytes
    jpeg: bool


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be printed, on white and without the empty rim round it; `key` stands for the bytes it was."""

    key: str
    image: Image = field(compare=False, repr=False)

    def fitted(self, wide: float, tall: float) -> tuple[float, float]:
        """Width and height in points as large as that place allows."""
        scale = min(wide / self.image.width, tall / self.image.height)
        return self.image.width * scale, self.image.height * scale

    def dots(self, wide: float) -> Dots:
        """As many dots as printers show in that width, in points."""
        share = min(1.0, wide * _DOTS / self.image.width)
        size = max(round(self.image.width * share), 1), max(round(self.image.height * share), 1)
        small = self.image.resize(size, reducing_gap=3.0) if size != self.image.size else self.image
        plain = zlib.compress(small.tobytes(), 9)
        if len(plain) > _BIG:
            held = io.BytesIO()
            small.save(held, "JPEG", quality=_QUALITY, subsampling=0)
            if held.tell() < len(plain):
                return Dots(*size, held.getvalue(), True)
        return Dots(*size, plain, False)


@lru_cache(maxsize=8)
def read_logo(data: bytes) -> Logo | None:
    """The logo in some bytes; None for what is damaged, no picture, absurdly large, or white on white."""
    name = next((name for start, name in _FORMATS.items() if data.startswith(start)), "")
    if not name:
        return None
    from PIL import Image  # 40 ms, and few clients have a logo

    wrong = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, MemoryError)
    try:
        with Image.open(io.BytesIO(data), formats=(name,)) as opened:
            wide, tall = opened.size
            if wide * tall > _MOST_PIXELS or max(wide, tall) > _SLIMMEST * min(wide, tall):
                return None
            seen = _seen(opened)
    except (*wrong, struct.error, zlib.error, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return Logo(hashlib.sha256(data).hexdigest(), seen) if seen is not None else None


def _seen(opened: Image) -> Image | None:
    """What is seen of a picture on white paper, small; None when that is nothing."""
    from PIL import Image, ImageChops, ImageOps

    opened.draft("RGB", (_LONGEST, _LONGEST))
    deep = opened.mode.startswith("I")  # 16 bits of grey
    image = opened.convert("I").point([it // 256 for it in range(65_536)], "L") if deep else opened
    if image.mode == "P" or (image.mode in ("1", "L", "RGB") and "transparency" in image.info):
        image = image.convert("RGBA")
    if (factor := max(image.size) // _LONGEST) > 1:
        image = image.reduce(min(factor, *image.size))
    image = ImageOps.exif_transpose(image)
    if image.mode in ("LA", "PA", "RGBA", "La", "RGBa"):
        whole = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole)
    image = image.convert("RGB")
    inked = ImageChops.difference(image, Image.new("RGB", image.size, "white")).convert("L")
    box = inked.point([0 if it < _PAPER else 255 for it in range(256)]).getbbox()
    if box is None:
        return None
    image = image.crop(box)
    image.thumbnail((_LONGEST, _LONGEST))
    return image


@dataclass(frozen=True, slots=True)
class LogoBlock:
    """A logo in a column, at its right edge, no larger than its place."""

    logo: Logo

    def natural(self) -> float:
        """As wide as it is in its place."""
        return self.logo.fitted(*_PLACE)[0]

    def least(self) -> float:
        """It is not made smaller."""
        return self.natural()

    def height(self, width: float) -> float:
        """As high as it is in its place."""
        return self.logo.fitted(*_PLACE)[1]

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The picture."""
        wide, tall = self.logo.fitted(*_PLACE)
        sheets.picture(x + width - wide, y, wide, tall, self.logo)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


def logo_block(data: bytes | None) -> LogoBlock | None:
    """The logo of a client for the head of a page; None where there is none that can be printed."""
    logo = read_logo(data) if data else None
    return LogoBlock(logo) if logo is not None else None
