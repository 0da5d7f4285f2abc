"""The arithmetic of a number, opened from the number itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kamdesk.client.sums import Sum, SumLine
from kamdesk.client.telling import as_is
from kamdesk.ui.look import Look
from kamdesk.ui.parts.sum_card import SumButton, SumCard
from kamdesk.words import said
from tests.ui.conftest import free

MANY = 40


def arithmetic(count: int = 2) -> Sum:
    """A mean of so many people, of whom all but the last lead somewhere."""
    lines = tuple(
        SumLine(as_is(f"Person {n}"), ("5", "3.00"), said("not weighed"), "" if n == count - 1 else f"key{n}")
        for n in range(count)
    )
    heads = (said("Person"), said("Influence"), said("Gap"))
    return Sum(said("Coverage"), said("Mean of the items known"), heads, lines, ("10", ""), "30 ÷ 10 = 3.00")


class Held(QWidget):
    """A window with one number."""

    def __init__(self, look: Look, count: int = 2) -> None:
        super().__init__()
        self.count = count
        self.number = SumButton(look, "figure", label="Index")
        self.number.show_number("3.00", self.sum)
        self.went: list[str] = []
        self.number.leading.connect(self.went.append)
        column = QVBoxLayout(self)
        column.addWidget(self.number)
        column.addStretch(1)
        self.resize(900, 600)
        self.show()
        self.activateWindow()
        QTest.qWaitForWindowActive(self)
        self.number.setFocus()

    def sum(self) -> Sum:
        """The arithmetic."""
        return arithmetic(self.count)

    @property
    def card(self) -> SumCard | None:
        """The card, while it is open."""
        return next((card for card in self.findChildren(SumCard) if card.isVisible()), None)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


@pytest.fixture
def held(qapp: QApplication, look: Look) -> Iterator[Held]:
    """The window."""
    made = Held(look)
    yield made
    free(made)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_opens_the_sum_and_esc_gives_the_keyboard_back(held: Held, key: Qt.Key) -> None:
    held.press(key)
    assert held.card is not None
    held.press(Qt.Key.Key_Escape)
    assert held.card is None
    assert QApplication.focusWidget() is held.number


def test_a_click_opens_it_and_a_click_beside_it_closes_it(held: Held) -> None:
    QTest.mouseClick(held.number, Qt.MouseButton.LeftButton)
    card = held.card
    assert card is not None
    corner = card.rect().bottomRight()
    assert not card.card.geometry().contains(corner)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)
    assert held.card is None


def test_enter_on_a_line_leads_to_its_record(held: Held) -> None:
    held.press(Qt.Key.Key_F2)
    held.press(Qt.Key.Key_Return)
    assert held.went == ["key0"]
    assert held.card is None


def test_a_line_without_a_record_leads_nowhere(held: Held) -> None:
    held.press(Qt.Key.Key_F2)
    held.press(Qt.Key.Key_Down)
    held.press(Qt.Key.Key_Return)
    assert held.went == []
    assert held.card is not None


def test_it_is_copied_as_text_in_columns(held: Held) -> None:
    held.press(Qt.Key.Key_F2)
    held.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Coverage"
    assert "Person\tInfluence\tGap" in lines
    assert "Person 0\t5\t3.00\tnot weighed" in lines
    assert "Total\t10" in lines
    assert "30 ÷ 10 = 3.00" in lines


def test_many_lines_stay_inside_the_window_and_scroll(qapp: QApplication, look: Look) -> None:
    held = Held(look, MANY)
    held.press(Qt.Key.Key_F2)
    card = held.card
    assert card is not None
    assert held.rect().contains(card.card.geometry())
    for _ in range(MANY):
        held.press(Qt.Key.Key_Down)
    assert card.rows.current_key() == str(MANY - 1)
    assert card.rows.verticalScrollBar().value() > 0
    free(held)


def test_a_number_without_arithmetic_takes_no_keyboard(held: Held) -> None:
    held.number.show_number("–")
    assert held.number.focusPolicy() == Qt.FocusPolicy.NoFocus
    held.number.open_sum()
    assert held.card is None


def test_the_card_goes_when_its_number_does(held: Held) -> None:
    held.press(Qt.Key.Key_F2)
    held.number.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert held.card is None
