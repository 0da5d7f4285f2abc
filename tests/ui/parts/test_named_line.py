"""A line that offers names: narrowed as they are written or as they sound."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company
from kamdesk.ui.look import Look
from kamdesk.ui.parts.named_line import NamedLine

NAMES = ("华星精密", "鸿翔精密", "正大", "Huaxing Trading", "Łódź Motors")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("精密", "华星精密 鸿翔精密"),
        ("huax", "Huaxing Trading"),
        ("hongxiang", "鸿翔精密"),
        ("zd", "正大"),
    ],
)
def test_names_are_found_as_written_else_by_pinyin_or_initials(
    qtbot: QtBot, look: Look, typed: str, found: str
) -> None:
    line = NamedLine(look, "Client")
    qtbot.addWidget(line)
    line.offer([Company(key=name, owner=name, name=name) for name in NAMES])
    line.show()
    line.setFocus()
    if typed.isascii():
        QTest.keyClicks(line, typed)
    else:
        line.insert(typed)
        line.textEdited.emit(typed)
    assert " ".join(line.found()) == found
    assert line.completer().completionModel().rowCount() == len(found.split()) - found.count("Trading")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    line.open_list()
    assert line.completer().completionModel().rowCount() == len(NAMES)
