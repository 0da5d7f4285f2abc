"""PySide6 6.12.0 loses a reference of None in every void call on older Pythons and aborts after thousands of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

MANY = 300_000


class Bell(QObject):
    """Rings."""

    rang = Signal(int)


def test_void_calls_and_emits_lose_no_reference(qapp: QApplication) -> None:
    bell = Bell()
    heard = 0

    def hear(_number: int) -> None:
        nonlocal heard
        heard += 1

    bell.rang.connect(hear)
    for number in range(MANY):
        bell.rang.emit(number)
        bell.setObjectName("")
    assert heard == MANY
