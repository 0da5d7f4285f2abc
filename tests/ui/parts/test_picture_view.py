"""A picture is painted from its shapes, and its named groups can be pointed at and chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from kamdesk.picture.shapes import Arc, Circle, Group, Line, Pen, Picture, Polygon, Rectangle, Text
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.segments import Option, Segments

PICTURE = Picture(
    200,
    100,
    (
        Group((Circle(50, 50, 20, "us"),), "left", "The left one"),
        Group((Rectangle(140, 40, 20, 20, "bad"), Text(150, 80, "right", 9, "muted", 400, "middle")), "right", "Right"),
        Line(((0, 0), (10, 10)), Pen("line", 1, (2, 2))),
        Polygon(((0, 90), (10, 90), (5, 99)), "soft", Pen("edge", 1), 0.5),
        Arc(100, 50, 8, 0, 90, Pen("accent", 2)),
    ),
    "Two things",
)


@pytest.fixture
def view(look: Look, qtbot) -> PictureView:
    made = PictureView(look, PICTURE)
    qtbot.addWidget(made)
    made.resize(400, 200)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def pixel(view: PictureView, x: int, y: int) -> QColor:
    image: QImage = view.grab().toImage()
    return image.pixelColor(x, y)


def test_shapes_stand_where_they_were_laid_out_in_the_colours_of_the_look(view: PictureView, look: Look) -> None:
    assert pixel(view, 100, 100) == look.colour("us")
    assert pixel(view, 300, 100) == look.colour("bad")
    assert pixel(view, 60, 20) not in (look.colour("us"), look.colour("bad"))


def test_it_keeps_its_shape_and_says_what_it_shows(view: PictureView) -> None:
    assert view.accessibleName() == "Two things"
    assert view.hasHeightForWidth()
    assert view.heightForWidth(100) == 50


def test_what_is_pointed_at_is_chosen_by_a_click(view: PictureView, qtbot) -> None:
    told: list[str] = []
    view.chosen.connect(told.append)
    for place in (QPoint(100, 100), QPoint(200, 20), QPoint(300, 160)):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert told == ["left", "right"]
    assert view.at(QPointF(200, 20)) is None


def test_arrows_walk_over_the_names_and_enter_chooses(view: PictureView, qtbot) -> None:
    told: list[str] = []
    view.chosen.connect(told.append)
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert told == ["right", "left"]


def test_another_picture_keeps_the_place_of_the_keyboard(view: PictureView, qtbot) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    view.show_picture(Picture(10, 10, PICTURE.shapes[1:2], "One thing"))
    assert view.focusPolicy() != Qt.FocusPolicy.NoFocus
    view.show_picture(Picture(10, 10, (), "Nothing"))
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_toggled_segment_can_be_taken_back(look: Look, qtbot) -> None:
    grades = Segments(look, [Option(grade, grade) for grade in "SAB"], "Grade", toggle=True)
    qtbot.addWidget(grades)
    grades.show()
    told: list[object] = []
    grades.chosen.connect(told.append)
    first, second, _ = grades._values
    for button in (first, second, second):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["S", "A", None]


def test_tabs_that_do_not_fit_are_left_out_but_never_the_chosen_one(look: Look, qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    tabs = Segments(look, [Option(name, name) for name in ("first", "second", "third")], "Tabs", boxed=False)
    tabs.setParent(holder)
    tabs.choose("third")
    tabs.resize(tabs.minimumSizeHint())
    holder.show()
    assert [button.text() for button in tabs._values if button.isVisible()] == ["third"]


def test_keys_are_told_as_caps() -> None:
    assert key_words("F2") == "F2"
    assert key_words("Return") == "Enter"
