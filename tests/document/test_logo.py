"""A client's logo on paper: from whatever bytes, in its proportions, once in the file, and never at any cost."""

from __future__ import annotations

import io
import random
import re
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kamdesk.client.paper_records import Audience
from kamdesk.document.issued import Issued
from kamdesk.document.logo import logo_block, read_logo
from kamdesk.document.style import MM
from kamdesk.paths import resources
from tests.document.clients import huaxing, workspace
from tests.document.issuing import issue
from tests.document.others import OTHERS, Made
from tests.document.pdf import Pdf

ABOUT_A_CLIENT = ("brief", "mutual", "visit-form", "weighin-form")
_DRAWN = re.compile(rb"q ([\d.]+) 0 0 ([\d.]+) ([\d.-]+) ([\d.-]+) cm /(\S+) Do Q")
_opened: list[str] | None = None


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if _opened is not None and event in ("open", "socket.connect", "subprocess.Popen", "os.system"):
        _opened.append(str(args[0]))


sys.addaudithook(_hear)


def kept(image: Image.Image, name: str = "PNG", **more: Any) -> bytes:
    """An image as a file."""
    held = io.BytesIO()
    image.save(held, name, **more)
    return held.getvalue()


def mark(wide: int = 400, tall: int = 100) -> Image.Image:
    """A picture with something to see."""
    return Image.radial_gradient("L").resize((wide, tall))


def forty_megapixels() -> bytes:
    """A picture that is small only while it is packed."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (8_000).to_bytes(4, "big") + (5_000).to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(8_000 * 3 + 1) * 5_000, 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


def with_logo(logo: bytes | None, name: str, language: str = "en") -> Made:
    """A document of a client with that logo."""
    client = huaxing(language)
    return OTHERS[name](replace(client, company=replace(client.company, logo=logo)), workspace("en"), language)


def images(pdf: Pdf) -> list[bytes]:
    """The pictures in a file."""
    return [body for body in pdf.objects.values() if b"/Subtype /Image" in body]


SHAPES = {
    "grey": mark(),
    "colour": mark().convert("RGB"),
    "one bit": mark().convert("1"),
    "palette": mark().convert("P"),
    "half clear": mark().convert("LA"),
    "clear": mark().convert("RGBA"),
    "deep": mark().convert("I").point(lambda it: it * 256 + 0),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_png_of_every_mode_is_read(name: str) -> None:
    image = SHAPES[name].convert("I;16") if name == "deep" else SHAPES[name]
    logo = read_logo(kept(image))
    assert logo is not None
    assert logo.image.mode == "RGB"
    assert logo.image.width / logo.image.height == pytest.approx(4, abs=0.1)


@pytest.mark.parametrize(("name", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("BMP", "RGB"), ("WEBP", "RGB")])
def test_other_formats_are_read(name: str, mode: str) -> None:
    logo = read_logo(kept(mark().convert(mode), name))
    assert logo is not None
    assert logo.fitted(24, 5) == pytest.approx((20, 5), abs=0.3)


def test_of_a_moving_picture_the_first_is_printed() -> None:
    red, blue = (Image.new("RGB", (40, 40), colour) for colour in ("red", "blue"))
    logo = read_logo(kept(red, "GIF", save_all=True, append_images=[blue]))
    assert logo is not None
    assert logo.image.getpixel((20, 20)) == (255, 0, 0)


def test_the_empty_rim_round_a_logo_takes_no_room() -> None:
    wide = Image.new("RGBA", (500, 500), (0, 0, 0, 0))
    wide.paste((20, 60, 160, 255), (100, 200, 300, 250))
    logo = read_logo(kept(wide))
    assert logo is not None
    assert logo.image.size == (200, 50)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.5",
        kept(mark())[:2_000],
        kept(Image.new("RGB", (90, 90), "white")),
        kept(Image.new("RGBA", (90, 90), (0, 0, 0, 0))),
        kept(Image.new("RGB", (9_000, 20))),
        kept(Image.new("1", (30_000, 9_000))),
    ],
    ids=["nothing", "head", "svg", "pdf", "half", "white", "clear", "a line", "bomb"],
)
def test_what_cannot_be_printed_is_left_out_and_told(data: bytes) -> None:
    pdf, written = with_logo(data or b"x", "brief")
    assert read_logo(data) is None
    assert logo_block(data) is None
    assert images(pdf) == []
    assert written.logo_lost
    assert not with_logo(None, "brief")[1].logo_lost


@pytest.mark.parametrize("name", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_a_damaged_picture_never_breaks_anything(name: str) -> None:
    whole, chance = kept(mark().convert("RGB"), name), random.Random(name)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        read_logo(bytes(data))


@pytest.mark.parametrize("name", ABOUT_A_CLIENT)
def test_it_stands_small_at_the_head_of_every_page(name: str) -> None:
    pdf, written = with_logo(kept(mark()), name)
    for page in pdf.pages:
        wide, tall, left, _ = map(float, _DRAWN.findall(page)[0][:4])
        assert wide / tall == pytest.approx(4, abs=0.1)
        assert wide <= 24 * MM + 0.1
        assert tall <= 5 * MM + 0.1
        assert left == pytest.approx(18 * MM, abs=0.1)
    assert len(images(pdf)) == 1
    assert not written.logo_lost


def test_on_the_plan_that_both_sign_it_stands_larger_too_and_the_file_has_it_once_as_fine_as_it_needs() -> None:
    pdf, _ = with_logo(kept(mark(4_000, 1_000).convert("RGB")), "mutual")
    small, large = (tuple(map(float, found[:2])) for found in _DRAWN.findall(pdf.pages[0]))
    assert large[0] > 1.7 * small[0]
    (only,) = images(pdf)
    found = re.search(rb"/Width (\d+)", only)
    assert found
    assert int(found[1]) <= large[0] / 72 * 300 + 1


@pytest.mark.parametrize("audience", Audience)
def test_every_edition_has_it(audience: Audience) -> None:
    client = huaxing("en")
    marked = replace(client, company=replace(client.company, logo=kept(mark())))
    pdf, _ = issue(Issued(number=1, audience=audience), marked)
    assert all(_DRAWN.search(page) for page in pdf.pages)


@pytest.mark.parametrize("name", OTHERS)
def test_forty_megapixels_cost_a_moment_and_no_file_is_large(name: str) -> None:
    logo = forty_megapixels()
    read_logo.cache_clear()
    start = time.perf_counter()
    assert read_logo(logo) is not None
    assert time.perf_counter() - start < 5
    assert len(with_logo(logo, name)[0].data) < len(with_logo(None, name)[0].data) + 3_000


def test_a_photograph_as_a_logo_does_not_make_the_file_large() -> None:
    noise = kept(Image.effect_noise((1_000, 700), 90).convert("RGB"))
    assert len(with_logo(noise, "brief")[0].data) < len(with_logo(None, "brief")[0].data) + 30_000


def test_equal_logos_give_equal_bytes_even_when_they_are_read_anew() -> None:
    logo = kept(mark())
    first, _ = with_logo(logo, "mutual")
    read_logo.cache_clear()
    assert with_logo(bytes(bytearray(logo)), "mutual")[0].data == first.data


def test_a_logo_opens_no_file() -> None:
    global _opened
    with_logo(None, "brief")
    _opened = []
    try:
        read_logo(kept(mark(300, 70)))
        read_logo(b"\x89PNG\r\n\x1a\n/etc/passwd")
    finally:
        opened, _opened = _opened, None
    allowed = (str(resources()), sys.prefix, sys.base_prefix, str(Path(__file__).parents[2] / "kamdesk"))
    assert [path for path in opened if not path.startswith(allowed)] == []
