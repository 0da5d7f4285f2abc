"""Colours, sizes and type of the screen, read from resources/theme.toml; light or dark, at one text size."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QPalette

from kamdesk.paths import resource

# What charts call by one name on screen and paper alike, as the screen has it.
_SCREEN_NAMES = {
    "ink": "text",
    "panel": "tile",
    "tint": "soft",
    "white": "canvas",
    "target": "text2",
    "rival": "rival_a",
    "rule": "line",
}
_UNSCALED = frozenset({"bar", "ring", "underline", "icon_stroke", "toast_seconds"})


@cache
def tokens() -> dict[str, Any]:
    """The whole of theme.toml."""
    with resource("theme.toml").open("rb") as file:
        return tomllib.load(file)


class Theme:
    """One look: `colour("accent")`, `size("row")`; sizes grow with the text."""

    def __init__(self, dark: bool = False, scale: float = 1.0) -> None:
        self.dark = dark
        self.scale = scale
        self._colours = {name: QColor(value) for name, value in tokens()["dark" if dark else "light"].items()}
        for name, own in _SCREEN_NAMES.items():
            self._colours.setdefault(name, self._colours[own])
        self._colours["logo_ink"] = QColor(tokens()["logo"]["ink"])

    def colour(self, name: str) -> QColor:
        """The colour of a token or of a chart's name for it; KeyError when there is none."""
        return self._colours[name]

    def size(self, name: str, step: int = 0) -> int:
        """A length in px at this text size; `step` picks one of several, as in size("avatar", 1)."""
        value = tokens()["size"][name]
        chosen = value[step] if isinstance(value, list) else value
        return round(chosen) if name in _UNSCALED else self.px(chosen)

    def space(self, name: str) -> int:
        """A gap in px: "xs" 4, "s" 8, "m" 12, "l" 16, "xl" 24, "xxl" 32."""
        return self.px(tokens()["space"][name])

    def radius(self, name: str) -> int:
        """A corner's radius in px: "badge", "control", "card", "tile"."""
        return self.px(tokens()["radius"][name])

    def px(self, length: float) -> int:
        """A length of 100 % text at this text size."""
        return round(length * self.scale)

    def logo_fill(self, key: str) -> QColor:
        """The fill of a client's letter tile: always the same for the same key."""
        fills = tokens()["logo"]["fills"]
        return QColor(fills[sum(key.encode()) % len(fills)])

    def palette(self) -> QPalette:
        """The palette of the whole program; Fusion draws everything without a style of its own from it."""
        roles = {
            QPalette.ColorRole.Window: "canvas",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "canvas",
            QPalette.ColorRole.AlternateBase: "tile",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "canvas",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.BrightText: "bad",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Light: "raised",
            QPalette.ColorRole.Midlight: "hover",
            QPalette.ColorRole.Mid: "edge",
            QPalette.ColorRole.Dark: "field",
            QPalette.ColorRole.Shadow: "edge",
            QPalette.ColorRole.Accent: "accent",
        }
        made = QPalette()
        for role, name in roles.items():
            made.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        return made
