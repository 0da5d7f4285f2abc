"""Rebuilds resources/fonts byte for byte: Inter, Noto Sans SC, TC and JP and Noto Emoji, cut to what KAMDesk shows.

Run with `python -m installer.fonts` from the top folder; it takes a few minutes.
"""

import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from installer import coverage
from installer.npm import Package, unpacked

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"

INTER = Package(
    "@expo-google-fonts/inter",
    "0.4.2",
    "syfiImMaDmq7cFi0of+waE2M4uSCyd16zgyWxdPOY7fN2VBmSLKEzkfbZgeOjJq61kSqPBNNtXjggiQiSD6gMQ==",
)
SC = Package(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
)
TC = Package(
    "@expo-google-fonts/noto-sans-tc",
    "0.4.3",
    "69XAOTLPz0WlAxL6qJEKlDMxHsBd4J1M39HjV0gPF2o1xWVALOsVWvDgistnecVockA9wbU/tH5C/gyS2PdnHg==",
)
JP = Package(
    "@expo-google-fonts/noto-sans-jp",
    "0.4.3",
    "Fl+Z6vtD24HFAYsvzB0S9Nery1ly16B9PesdY0wBd+wEHAvkNglnkTUspU0HqGOubkmoa8zusJrKv6vDx1o70A==",
)
EMOJI = Package(
    "@expo-google-fonts/noto-emoji",
    "0.4.7",
    "Gs7URwtKmCzzdGUTYbG8MIohyaQPgGxIaQG5hvyEAaQiEGJpQy6gyP3NDICE0EJkOJFoe1JFD3Hf1L4a3qe4KA==",
)

STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
LICENCES = {"inter": INTER, "noto-sans-sc": SC, "noto-sans-tc": TC, "noto-sans-jp": JP, "noto-emoji": EMOJI}

# One line height for all scripts, Inter's, so that a row does not jump when a Chinese name comes in. Han sits centred
# on the digits in it.
ASCENT, DESCENT = 1984 / 2048, 494 / 2048
SIMPLIFIED, TRADITIONAL = 1 << 18, 1 << 20
WINDOWS, UNICODE, ENGLISH = 3, 1, 0x409
DROPPED = ["STAT", "BASE", "vhea", "vmtx", "gasp", "prep", "DSIG"]


@dataclass(frozen=True, slots=True)
class Face:
    """One file to write: its family and weight, and the font features that stay in it."""

    family: str
    weight: int
    features: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The file's name, which is also the face's PostScript name."""
        return f"{self.family.replace(' ', '')}-{STYLES[self.weight]}"


def build(folder: Path = FOLDER) -> None:
    """Writes every face and the licences into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        homes = {name: stack.enter_context(unpacked(package)) for name, package in LICENCES.items()}
        for name, home in homes.items():
            shutil.copyfile(home / "LICENSE_FONT", folder / f"OFL-{name}.txt")
        _latin(homes["inter"], folder)
        _chinese(homes["noto-sans-sc"], homes["noto-sans-tc"], homes["noto-sans-jp"], folder)
        _emoji(homes["noto-emoji"], folder)


def _latin(home: Path, folder: Path) -> None:
    """KAM Sans. Inter's contextual forms stay out: they turn a typed -> into an arrow on screen, but not on paper."""
    for weight in STYLES:
        font = _source(home, weight)
        _even_digits(font)
        face = Face("KAM Sans", weight, ("ccmp", "locl", "kern", "mark", "mkmk"))
        _write(font, face, coverage.latin(font), folder)


def _chinese(simplified: Path, traditional: Path, japanese: Path, folder: Path) -> None:
    """KAM Sans SC, and KAM Sans TC as an addition that is put before it where traditional forms are read.

    KAM Sans JP comes after both: rare characters of names that neither has.
    """
    faces = {weight: (_source(traditional, weight), _source(simplified, weight)) for weight in (400, 700)}
    different = coverage.traditional(*faces.values())
    for weight, (tc, sc) in faces.items():
        plain = coverage.simplified(sc)
        jp = _source(japanese, weight)
        _write(jp, Face("KAM Sans JP", weight), coverage.rare(jp, plain | different), folder)
        _write(sc, Face("KAM Sans SC", weight), plain, folder)
        _write(tc, Face("KAM Sans TC", weight), different, folder)


def _emoji(home: Path, folder: Path) -> None:
    """KAM Emoji, scaled so that a sign is as wide as a Chinese character."""
    font = _source(home, 400)
    font["head"].unitsPerEm = font["hmtx"][font.getBestCmap()[0x1F600]][0]
    _write(font, Face("KAM Emoji", 400, ("ccmp",)), coverage.emoji(font), folder)


def _source(home: Path, weight: int) -> TTFont:
    """A weight of an unpacked family."""
    path = next(home.glob(f"{weight}{STYLES[weight]}/*.ttf"))
    return TTFont(path, recalcTimestamp=False)


def _even_digits(font: TTFont) -> None:
    """Makes the tabular digits the ordinary ones: reportlab applies no features. The hyphen stays narrow."""
    plain = font.getBestCmap()
    even = {code: f"{plain[code]}.tf" for code in map(ord, "0123456789")}
    for table in font["cmap"].tables:
        table.cmap.update(even)


def _write(font: TTFont, face: Face, characters: Iterable[int], folder: Path) -> None:
    """Cuts, renames and saves one face."""
    options = Options(
        layout_features=list(face.features), hinting=False, glyph_names=False, notdef_outline=True, name_IDs=["*"]
    )
    options.drop_tables += DROPPED
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(characters))
    subsetter.subset(font)
    _name(font, face)
    _measure(font, face)
    font.save(folder / f"{face.file}.ttf", reorderTables=True)


def _name(font: TTFont, face: Face) -> None:
    """Names that group all weights in one family, in the old scheme of four styles and in the newer one."""
    table = font["name"]
    kept = {number: table.getDebugName(number) for number in (0, 13, 14)}
    origin = f"Cut by KAMDesk from {table.getDebugName(4)}, {table.getDebugName(5)}."
    style = STYLES[face.weight]
    plain = style in ("Regular", "Bold")
    names = kept | {
        1: face.family if plain else f"{face.family} {style}",
        2: style if plain else "Regular",
        3: f"KAMDesk;{face.file}",
        4: f"{face.family} {style}",
        5: table.getDebugName(5),
        6: face.file,
        10: origin,
    }
    if not plain:
        names |= {16: face.family, 17: style}
    table.names = []
    for number, text in sorted(names.items()):
        table.setName(text, number, WINDOWS, UNICODE, ENGLISH)


def _measure(font: TTFont, face: Face) -> None:
    """Weight, style bits, one line height, and the scripts the face says it serves."""
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    bold = face.weight == 700
    head.macStyle = int(bold)
    os2.usWeightClass = face.weight
    os2.fsSelection = (1 << 5 if bold else 1 << 6) | 1 << 7
    os2.version = max(os2.version, 4)
    ascent, descent = round(ASCENT * head.unitsPerEm), round(DESCENT * head.unitsPerEm)
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    if face.family in ("KAM Sans SC", "KAM Sans TC", "KAM Sans JP"):
        os2.ulCodePageRange1 |= SIMPLIFIED | TRADITIONAL


if __name__ == "__main__":
    build()
