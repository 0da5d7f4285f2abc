"""Golden pictures: each place of the sample at a quarter of its size, as it was when somebody last looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from tests.gallery.scenes import scenes
from tests.gallery.stage import SIZE, frame_of

FOLDER = Path(__file__).with_name("golden")
KEPT = ("rail-", "client-", "over-palette", "over-keys")
NOT_KEPT = ("paper", "client-visits")  # Qt's PDF engine draws there, later than all else and not alike everywhere
_QUARTER = 4


def draw(desk: Desk, look: Look) -> Iterator[tuple[str, QImage]]:
    """Every place that has a golden picture, by its name, small."""
    with frame_of(desk, look) as frame:
        for name, bring in scenes(frame).items():
            if name.startswith(KEPT) and not name.endswith(NOT_KEPT):
                bring()
                yield name, _small(frame.grab().toImage())


def golden(name: str, look: Look) -> Path:
    """The file of a golden picture."""
    theme = "dark" if look.theme.dark else "light"
    return FOLDER / f"{name}-{look.words.language}-{theme}.png"


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures are apart in the worst square of 20 × 20 pixels: 0 the same, 255 black against white."""
    if one.size() != other.size():
        return 255.0
    worst = 0.0
    for top in range(0, one.height() - 20 + 1, 20):
        for left in range(0, one.width() - 20 + 1, 20):
            mine = one.copy(left, top, 20, 20).constBits()
            theirs = other.copy(left, top, 20, 20).constBits()
            apart = sum(abs(a - b) for a, b in zip(bytes(mine), bytes(theirs), strict=True))
            worst = max(worst, apart / len(mine))
    return worst


def _small(image: QImage) -> QImage:
    wide, high = SIZE[0] // _QUARTER, SIZE[1] // _QUARTER
    modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(wide, high, *modes).convertToFormat(QImage.Format.Format_Grayscale8)
