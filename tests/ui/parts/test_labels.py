"""Labels: the colour asked for is the colour shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Label


@pytest.mark.parametrize("ground", [QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button])
def test_a_colour_given_before_a_label_has_its_place_is_kept_on_every_ground(
    qtbot: QtBot, ground: QPalette.ColorRole
) -> None:
    look, place = Look.make("en", motion=False), QWidget()
    qtbot.addWidget(place)
    place.setBackgroundRole(ground)
    label = Label(look, "Late", "body", "muted")
    label.show_colour("bad")
    QVBoxLayout(place).addWidget(label)
    place.show()
    assert label.palette().color(label.foregroundRole()) == look.colour("bad")
