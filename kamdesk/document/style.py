"""How paper looks: colours, types, lines and lengths as resources/theme.toml has them, in points."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from kamdesk.paths import resource
from kamdesk.picture.shapes import Pen

MM = 72 / 25.4
BOLD = 700

# Pictures are laid out once with the screen's colour names; paper has one accent, one alarm and greys.
_ON_PAPER = {
    "text": "ink",
    "text2": "ink",
    "line": "rule",
    "field": "edge",
    "soft": "tint",
    "us": "accent",
    "rival": "ink",
    "rival_a": "ink",
    "rival_b": "muted",
    "rival_c": "edge",
    "before": "past",
    "target": "ink",
    "ok": "accent",
    "warn": "alarm",
    "bad": "alarm",
    "ok_soft": "tint",
    "warn_soft": "panel",
    "bad_soft": "panel",
    "canvas": "white",
    "on_accent": "white",
    "neutral_soft": "panel",
}


class Type(NamedTuple):
    """One use of type: size and leading in points, weight 400-700, colour name."""

    size: float
    leading: float
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Style:
    """The look of paper; one for all documents."""

    colours: dict[str, str]
    types: dict[str, Type]
    lines: dict[str, Pen]
    sizes: dict[str, Any]
    families: dict[str, tuple[str, ...]]

    def colour(self, name: str) -> str:
        """The #rrggbb of a colour name of paper or of a picture; KeyError for a name that neither has."""
        return self.colours[_ON_PAPER.get(name, name)]

    def mm(self, name: str) -> float:
        """A length of theme.toml, given there in mm, in points."""
        return float(self.sizes[name]) * MM

    def mms(self, name: str) -> tuple[float, ...]:
        """A pair or row of lengths, in points."""
        return tuple(float(length) * MM for length in self.sizes[name])


@cache
def style() -> Style:
    """The look as theme.toml has it."""
    with resource("theme.toml").open("rb") as opened:
        theme = tomllib.load(opened)
    paper = theme["paper"]
    return Style(
        colours=dict(paper["colour"]),
        types={name: Type(**values) for name, values in paper["type"].items()},
        lines={name: Pen(it["colour"], it["line"], tuple(it["dash"])) for name, it in paper["line"].items()},
        sizes=dict(paper["size"]),
        families={language: tuple(names) for language, names in theme["family"].items()},
    )
