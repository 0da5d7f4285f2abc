"""What every widget is given to look right: words, theme, icons and fonts, bundled and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QColor, QFont

from kamdesk.ui.fonts import Fonts
from kamdesk.ui.icons import Icons
from kamdesk.ui.theme import Theme
from kamdesk.words import Speaking, Words, words_for


@dataclass(frozen=True, slots=True)
class Look(Speaking):
    """One language in one theme; another language or theme is another Look and a newly built window."""

    words: Words
    theme: Theme
    icons: Icons
    fonts: Fonts
    motion: bool = True  # False in tests and where the system asks for rest

    @classmethod
    def make(cls, language: str, dark: bool = False, scale: float = 1.0, motion: bool = True) -> Self:
        """The look for a language of words.LANGUAGES; `scale` is the text size, 0.9-1.5."""
        words, theme = words_for(language), Theme(dark, scale)
        return cls(words, theme, Icons(theme), Fonts(words.language, scale), motion)

    def colour(self, name: str) -> QColor:
        """Short for theme.colour."""
        return self.theme.colour(name)

    def size(self, name: str, step: int = 0) -> int:
        """Short for theme.size."""
        return self.theme.size(name, step)

    def font(self, role: str = "body", weight: int = 0, tabular: bool = False) -> QFont:
        """Short for fonts.of."""
        return self.fonts.of(role, weight, tabular)
