"""The bundled faces load on screen and on paper, group into families, and know the characters we promise."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextLayout
from reportlab.pdfbase.ttfonts import TTFontFile

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FACES = sorted(FOLDER.glob("*.ttf"))
WEIGHTS = {
    "KAM Sans": {400, 500, 600, 700},
    "KAM Sans SC": {400, 700},
    "KAM Sans TC": {400, 700},
    "KAM Sans JP": {400, 700},
    "KAM Emoji": {400},
}
MAINLAND = ["KAM Sans", "KAM Sans SC", "KAM Sans TC", "KAM Sans JP", "KAM Emoji"]
TAIWAN = ["KAM Sans", "KAM Sans TC", "KAM Sans SC", "KAM Sans JP", "KAM Emoji"]


@pytest.fixture
def loaded(qapp: QGuiApplication) -> Iterator[None]:
    """All faces known to Qt, and unknown again afterwards.

    Qt keeps the first chain it meets for a leading family and size; registering a face makes it forget.
    """
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in FACES]
    assert -1 not in numbers
    yield
    for number in numbers:
        QFontDatabase.removeApplicationFont(number)


def characters(family: str) -> set[str]:
    """What the regular face of a family can show."""
    with TTFont(FOLDER / f"{family.replace(' ', '')}-Regular.ttf", lazy=True) as font:
        return set(map(chr, font.getBestCmap()))


def shown_by(text: str, chain: list[str]) -> set[str]:
    """The families Qt shows a text with."""
    font = QFont()
    font.setFamilies(chain)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_serves_the_paper(path: Path) -> None:
    face = TTFontFile(str(path))
    assert face.name.decode() == path.stem
    assert face.charToGlyph


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_digits_are_equally_wide(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        names = font.getBestCmap()
        widths = {font["hmtx"][names[ord(digit)]][0] for digit in "0123456789" if ord(digit) in names}
    assert len(widths) == (0 if path.stem.startswith(("KAMEmoji", "KAMSansJP")) else 1)


def test_the_hyphen_is_narrower_than_a_digit() -> None:
    with TTFont(FOLDER / "KAMSans-Regular.ttf", lazy=True) as font:
        assert font["hmtx"][font.getBestCmap()[ord("-")]] < font["hmtx"][font.getBestCmap()[ord("0")]]


def test_all_faces_have_one_line_height() -> None:
    heights = set()
    for path in FACES:
        with TTFont(path, lazy=True) as font:
            em = font["head"].unitsPerEm
            heights.add((round(font["hhea"].ascent / em, 2), round(font["hhea"].descent / em, 2)))
    assert len(heights) == 1


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("family", WEIGHTS)
def test_a_family_has_its_weights_on_screen(family: str) -> None:
    assert {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)} == WEIGHTS[family]


@pytest.mark.usefixtures("loaded")
def test_traditional_forms_are_shown_where_they_come_first() -> None:
    assert shown_by("骨", TAIWAN) == {"KAM Sans TC"}
    assert shown_by("，", TAIWAN) == {"KAM Sans TC"}
    assert shown_by("客", TAIWAN) == {"KAM Sans SC"}


@pytest.mark.usefixtures("loaded")
def test_simplified_forms_are_shown_where_they_come_first() -> None:
    assert shown_by("骨", MAINLAND) == {"KAM Sans SC"}
    assert shown_by("，", MAINLAND) == {"KAM Sans SC"}


@pytest.mark.usefixtures("loaded")
def test_each_script_finds_its_family() -> None:
    assert shown_by("Łódź Őrség ₴ Ω Ж → ≥ −", MAINLAND) == {"KAM Sans"}
    assert shown_by("客户臺灣鴻翔", MAINLAND) == {"KAM Sans SC"}
    assert shown_by("😀", MAINLAND) == {"KAM Emoji"}


@pytest.mark.usefixtures("loaded")
def test_a_rare_name_is_shown_by_the_last_of_the_text_faces() -> None:
    assert shown_by("𠮷", TAIWAN) == {"KAM Sans JP"}
    assert not characters("KAM Sans JP") & (characters("KAM Sans SC") | characters("KAM Sans TC"))


def test_the_chain_knows_what_people_write() -> None:
    known = set().union(*map(characters, MAINLAND))
    assert set("客户臺灣鴻翔Łódź䶮ąłžő，。「」€¥£✓★") <= known
    assert set(map(chr, range(0x4E00, 0x9FA6))) <= known
    assert set(map(chr, range(0x1F600, 0x1F650))) <= characters("KAM Emoji")


def test_what_no_face_can_show_is_known() -> None:
    assert "𪚥" not in set().union(*map(characters, MAINLAND))
