"""The fonts of the screen: each language has its own shapes of Han, also after it was switched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kamdesk.ui.fonts import Fonts

_SHAPES = "角骨化"  # drawn differently on the mainland and in Taiwan


def drawn(language: str, sign: str) -> QImage:
    """A sign as the font of a language draws it."""
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(Fonts(language).of("page"))
    painter.setPen(QColor("black"))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return image


@pytest.mark.parametrize("sign", _SHAPES)
def test_a_switch_of_the_language_switches_the_shapes_of_han(qapp: QApplication, sign: str) -> None:
    before, other, after = drawn("zh_CN", sign), drawn("zh_TW", sign), drawn("zh_CN", sign)
    assert before == after
    assert before != other
