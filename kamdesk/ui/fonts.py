"""The program's own fonts: registered once, then asked for by their role, as in fonts.of("title")."""

from __future__ import annotations

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from kamdesk.paths import resource
from kamdesk.ui.theme import tokens

# Qt keeps the engines it has made by a font's first family and its style hint, not by the families after it: without
# a hint of its own a language would go on with the Han shapes of the one before.
_HINTS = {"zh_CN": QFont.StyleHint.SansSerif, "zh_TW": QFont.StyleHint.System}
_POINT = 96 / 72 if sys.platform == "darwin" else 1.0  # a point is one pixel there, elsewhere it is 4/3


@cache
def register_fonts() -> tuple[str, ...]:
    """Load the fonts that ship with the program and give their families; none when they are not there."""
    families: dict[str, None] = {}
    for file in sorted(resource("fonts").glob("*.ttf")):
        known = QFontDatabase.addApplicationFont(str(file))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(known) if known >= 0 else ()))
    return tuple(families)


class Fonts:
    """Fonts of one language at one text size."""

    def __init__(self, language: str, scale: float = 1.0) -> None:
        self._han = language.startswith("zh")
        self._hint = _HINTS.get(language, QFont.StyleHint.AnyStyle)
        self._scale = scale
        present = register_fonts()
        self._families = [name for name in tokens()["family"][language] if name in present]
        self._made: dict[tuple[str, int, bool], QFont] = {}
        self._sized: dict[tuple[float, int], QFont] = {}

    def of(self, role: str = "body", weight: int = 0, tabular: bool = False) -> QFont:
        """The font of a role of theme.toml: figure page aim title section body name small.

        A weight of 0 is the role's own in this language; `tabular` gives all digits one width (figure columns only).
        """
        described = tokens()["type"][role]
        heavy = weight or described["weight_han" if self._han else "weight"]
        wanted = (role, heavy, tabular)
        if wanted not in self._made:
            self._made[wanted] = self._make(described["size"], heavy, tabular)
        return QFont(self._made[wanted])

    def leading(self, role: str = "body") -> int:
        """The height of one line of running text in px, 0 where the role has no running text."""
        described = tokens()["type"][role]
        return round(described.get("leading_han" if self._han else "leading", 0) * self._scale)

    def bold(self, role: str = "body") -> QFont:
        """The role in its strong weight: 600 in Latin, 700 in Chinese."""
        return self.of(role, 700 if self._han else 600)

    def sized(self, points: float, weight: int = 400) -> QFont:
        """A font for a size that has no role: badges, keycaps, pictures."""
        wanted = (points, weight)
        if wanted not in self._sized:  # rows ask for it at every painting
            self._sized[wanted] = self._make(points, weight, False)
        return QFont(self._sized[wanted])

    def _make(self, points: float, weight: int, tabular: bool) -> QFont:
        font = QFont()
        if self._families:
            font.setFamilies(self._families)
        font.setPointSizeF(points * self._scale * _POINT)
        font.setWeight(QFont.Weight(weight))
        font.setStyleHint(self._hint)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font
