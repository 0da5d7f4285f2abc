"""Theme, fonts, icons and style: every token is there in both looks, every size grows with the text."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from kamdesk.paths import resource
from kamdesk.ui.dress import Dress
from kamdesk.ui.fonts import Fonts, register_fonts
from kamdesk.ui.icons import Icons
from kamdesk.ui.look import Look
from kamdesk.ui.style import style_sheet
from kamdesk.ui.theme import Theme, tokens
from kamdesk.words import LANGUAGES

pytestmark = pytest.mark.usefixtures("qapp")


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1-21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_every_ground(dark: bool) -> None:
    theme = Theme(dark)
    for ground in ("canvas", "tile", "rail", "raised", "hover", "sel"):
        for ink in ("text", "text2", "muted", "accent", "ok", "warn", "bad"):
            assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5, (ink, ground)
    for ground in ("canvas", "tile"):
        assert contrast(theme.colour("field"), theme.colour(ground)) >= 3.3, ground


def test_both_looks_have_the_same_tokens() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()


def test_sizes_grow_with_the_text_but_lines_stay_thin() -> None:
    large = Theme(scale=1.5)
    assert (large.size("row"), large.size("ring"), large.space("l")) == (57, 2, 24)
    assert Theme().size("avatar", 1) == 32


def test_the_style_sheet_is_small_and_complete() -> None:
    sheet = style_sheet(Theme(scale=1.25))
    assert len(sheet.strip().splitlines()) < 80
    assert not re.search(r"[@~]\w", sheet)


def test_a_clients_letter_tile_keeps_its_colour() -> None:
    assert Theme().logo_fill("hx") == Theme(dark=True).logo_fill("hx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_ours_in_the_order_of_the_language(language: str) -> None:
    families = Fonts(language).of("body").families()
    assert families == tokens()["family"][language]
    assert set(families) <= set(register_fonts())


def test_weights_are_heavier_in_chinese() -> None:
    assert int(Fonts("en").of("title").weight()) == 600
    assert int(Fonts("zh_CN").of("title").weight()) == 700
    assert QFontInfo(Fonts("en").of("body")).family() == "KAM Sans"


def test_an_icon_takes_the_colour_and_size_asked_for() -> None:
    drawn = Icons(Theme()).pixmap("square", "bad", 24, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (48, 2.0)
    image = drawn.toImage()
    inked = [image.pixelColor(x, 24) for x in range(48) if image.pixelColor(x, 24).alpha() == 255]
    assert inked
    assert {colour.name() for colour in inked} == {Theme().colour("bad").name()}


def test_every_icon_can_be_drawn() -> None:
    icons = Icons(Theme(dark=True))
    for file in resource("icons").glob("*.svg"):
        image = icons.pixmap(file.stem).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), file.stem


def test_dressing_puts_palette_font_and_qts_own_words_on(qapp: QApplication) -> None:
    dress = Dress(qapp)
    for language, cancel in (("zh_CN", "取消"), ("zh_TW", "取消"), ("en", "Cancel")):
        dress.put_on(Look.make(language, dark=language == "zh_TW"))
        assert QApplication.translate("QPlatformTheme", "Cancel") == cancel
        assert qapp.font().families()[0] == "KAM Sans"
    assert qapp.palette().window().color() == Theme().colour("canvas")
