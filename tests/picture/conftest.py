"""What every chart must keep: finite places, everything inside its picture, known colours, no label on another."""

from __future__ import annotations

import math
import tomllib
from itertools import combinations

import pytest

from kamdesk.paths import resource
from kamdesk.picture.lettering import box
from kamdesk.picture.placing import overlap
from kamdesk.picture.shapes import Arc, Circle, Group, Line, Polygon, Rectangle, Text

# Charts' own names for what a look calls otherwise; each look resolves them.
_OTHER_NAMES = {"ink", "panel", "tint", "white", "target", "rival", "rule"}


def _flat(shapes):
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _corners(shape):
    if isinstance(shape, Line | Polygon):
        return list(shape.points)
    if isinstance(shape, Circle | Arc):
        return [(shape.x - shape.r, shape.y - shape.r), (shape.x + shape.r, shape.y + shape.r)]
    if isinstance(shape, Rectangle):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    left, top, right, bottom = box(shape)
    return [(left, top), (right, bottom)]


@pytest.fixture(scope="session")
def flat():
    """All shapes of a picture without their groups."""
    return lambda picture: list(_flat(picture.shapes))


@pytest.fixture(scope="session")
def texts(flat):
    """The words of a picture in their order."""
    return lambda picture: [shape.text for shape in flat(picture) if isinstance(shape, Text) and shape.text]


@pytest.fixture(scope="session")
def groups():
    """The named groups of a picture."""
    return lambda picture: [shape for shape in picture.shapes if isinstance(shape, Group)]


@pytest.fixture(scope="session")
def sound(flat):
    """Check a picture: finite, inside (a mark may stand out by its half), colours that both looks know."""
    with resource("theme.toml").open("rb") as file:
        light = set(tomllib.load(file)["light"]) | _OTHER_NAMES

    def check(picture, slack=6.0):
        for shape in flat(picture):
            if isinstance(shape, Text) and not shape.text:
                continue
            for x, y in _corners(shape):
                assert math.isfinite(x)
                assert math.isfinite(y)
                assert -slack <= x <= picture.width + slack, shape
                assert -slack <= y <= picture.height + slack, shape
            pen = getattr(shape, "pen", None)
            for colour in (getattr(shape, "fill", ""), getattr(shape, "colour", ""), pen.colour if pen else ""):
                assert not colour or colour in light, colour

    return check


@pytest.fixture(scope="session")
def apart(flat):
    """Check that no two texts of a picture lie on one another."""

    def check(picture, slack=1.5):
        shown = [shape for shape in flat(picture) if isinstance(shape, Text) and shape.text]
        for one, two in combinations(shown, 2):
            assert overlap(box(one), box(two)) <= slack, (one.text, two.text)

    return check
