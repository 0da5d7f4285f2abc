"""The tools above the people, the legend below the map, and finding somebody by how the name sounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.client.people import Contact
from kamdesk.picture.map_people import OVERLAYS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.faces import options
from kamdesk.ui.pages.people.find import find
from kamdesk.ui.pages.people.legend import MapLegend, Sign
from kamdesk.ui.pages.people.tools import PeopleTools

PEOPLE = [
    Contact(key="wl", owner="c", name="王璐", title_at_work="采购总监"),
    Contact(key="lw", owner="c", name="李王生", department="技术部"),
    Contact(key="an", owner="c", name="Anna Kowalska", title_at_work="Buyer"),
]


def seen(tools: PeopleTools) -> list[QWidget]:
    """The tools that can be seen, from left to right."""
    shown = [child for child in tools.children() if isinstance(child, QWidget) and not child.isHidden()]
    return sorted(shown, key=lambda widget: widget.x())


@pytest.mark.parametrize("width", [540, 660, 856, 1000, 1300])
def test_tools_never_overlap_and_stay_inside(qtbot: QtBot, look: Look, width: int) -> None:
    tools = PeopleTools(look, options(look))
    qtbot.addWidget(tools)
    tools.resize(width, tools.height())
    tools.show()
    shown = seen(tools)
    assert all(one.geometry().right() < other.geometry().left() for one, other in pairwise(shown))
    assert shown[-1].geometry().right() <= width
    assert tools.add in shown
    assert (tools.menu in shown) != (tools.lines["influence"] in shown)


def test_tools_of_the_map_go_with_it(qtbot: QtBot, look: Look) -> None:
    tools = PeopleTools(look, options(look))
    qtbot.addWidget(tools)
    tools.resize(1300, tools.height())
    tools.show_face("list")
    assert tools.overlay.isHidden()
    assert not tools.add.isHidden()
    tools.show_face("map")
    with qtbot.waitSignal(tools.asked) as asked:
        tools.lines["conflict"].click()
    assert asked.args == ["conflict"]


def test_nothing_can_be_made_on_a_write_protected_medium(qtbot: QtBot, look: Look) -> None:
    tools = PeopleTools(look, options(look))
    qtbot.addWidget(tools)
    tools.lock(True)
    buttons: list[QAbstractButton] = [tools.add, tools.menu, *tools.lines.values()]
    assert not any(button.isEnabled() for button in buttons)
    assert tools.path.isEnabled()


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_the_legend_says_every_border_in_words(qtbot: QtBot, look: Look, overlay: str) -> None:
    legend = MapLegend(look)
    qtbot.addWidget(legend)
    legend.show_overlay(overlay)
    legend.show()
    words = {sign.accessibleName() for sign in legend.findChildren(Sign) if sign.isVisible()}
    assert "not identified" in words
    assert {"Reports to", "Influences", "Trusts", "In conflict with", "Path"} <= words


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("王", ["wl", "lw"]),
        ("wang", ["wl", "lw"]),
        ("wl", ["wl"]),
        ("ＡＮＮＡ", ["an"]),
        ("buyer", ["an"]),
        ("cgzj", ["wl"]),
        ("技术", ["lw"]),
        ("", []),
        ("zzz", []),
    ],
)
def test_a_person_is_found_by_name_sound_title_or_department(asked: str, keys: list[str]) -> None:
    assert [found.key for found in find(PEOPLE, asked)] == keys
