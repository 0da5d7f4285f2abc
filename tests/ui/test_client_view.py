"""A client's header and tabs: figures that lead somewhere, tabs that always fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.visit_records import CheckItem, Visit
from kamdesk.client.weigh_records import WeighIn
from kamdesk.ui.client_header import ClientHeader
from kamdesk.ui.header_figures import header_figures
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.tab_row import TabRow
from kamdesk.words import words_for

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 5, 2, tzinfo=UTC)
WEIGHTS = dict.fromkeys(
    ("acceptance_weight", "activity_weight", "information_weight", "guidance_weight", "project_weight"), 20
)
LABELS = {name: name.title() for name in ("overview", "people", "weighin", "rivals", "plan", "visits", "paper")}


def shown(*records: object) -> Shown:
    """A client of these records, with one rival known."""
    company = Company(key="hx", owner="hx", name="华星精密", short="华星", industry="连接器", since=2021, rival="kr")
    workspace = Workspace.of([Profile(key="workspace"), Rival(key="kr", name="科瑞")])
    return Shown(Client.of([company, *records]), workspace, TODAY)  # type: ignore[list-item]


def weighed(level: int, rival: str | None = None) -> WeighIn:
    """A weigh-in with one level everywhere."""
    levels = dict.fromkeys(("acceptance", "activity", "information", "guidance", "project"), level)
    return WeighIn(owner="hx", contact="wl", rival=rival, day=TODAY, **levels, **WEIGHTS)


def test_what_is_not_known_is_said_so() -> None:
    against, coming, trust = header_figures(shown(), NOW, words_for("en"))
    assert (against.label, against.text, against.known) == ("Against 科瑞", "not weighed yet", False)
    assert (coming.text, coming.goto) == ("none planned", Goto("visits", "hx", "", "new"))
    assert trust.text.endswith("%")


def test_the_lead_and_the_next_visit_lead_to_their_places() -> None:
    records = (
        Contact(key="wl", owner="hx", name="王璐", influence=5),
        weighed(3),
        weighed(2, "kr"),
        Visit(key="v1", owner="hx", objective="Agree the pilot", at=NOW + timedelta(hours=1)),
        CheckItem(owner="hx", visit="v1", text="Agenda", done=True),
        CheckItem(owner="hx", visit="v1", text="Floor"),
    )
    against, coming, _ = header_figures(shown(*records), NOW, words_for("en"))
    assert against.gap == pytest.approx(1.0)
    assert against.text.endswith("+1.0")
    assert (coming.done, coming.total, coming.more, coming.soon) == (1, 2, "1/2", True)
    assert coming.goto == Goto("visits", "hx", "v1", "prepare")


def test_a_narrow_header_leaves_figures_out_and_keeps_the_name(qtbot: QtBot, look: Look) -> None:
    header = ClientHeader(look)
    qtbot.addWidget(header)
    header.show_client(shown(), NOW)
    header.show()
    visible = {}
    for width in (1240, 760, 500):
        header.resize(width, header.height())
        header.grab()
        visible[width] = sum(button.isVisible() for button in header.findChildren(QAbstractButton))
    assert visible[1240] == 4
    assert visible[1240] > visible[760] >= visible[500] >= 1


def test_arrows_walk_over_the_tabs(qtbot: QtBot, look: Look) -> None:
    row = TabRow(look, LABELS)
    qtbot.addWidget(row)
    row.show_tab("overview")
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(row, Qt.Key.Key_Right)
    assert chosen.args == ["people"]
    row.show_tab("paper")
    with qtbot.assertNotEmitted(row.chosen):
        QTest.keyClick(row, Qt.Key.Key_Right)


@pytest.mark.parametrize("width", [320, 420, 560, 800, 1264])
def test_tabs_and_actions_never_overlap(qtbot: QtBot, look: Look, width: int) -> None:
    row = TabRow(look, LABELS)
    qtbot.addWidget(row)
    corner = QWidget()
    for words in ("Edit the card", "Prepare"):
        QPushButton(words, corner)
    row.show_corner(corner)
    row.show_tab("visits")
    row.resize(width, row.height())
    row.show()
    tabs = [tab for tab in row.findChildren(QAbstractButton) if tab.isVisible() and tab.parent() is row]
    edges = sorted((tab.geometry().left(), tab.geometry().right()) for tab in tabs)
    assert all(left > before for (_, before), (left, _) in pairwise(edges))
    assert edges[-1][1] < corner.geometry().left()
    assert "Visits" in [tab.text() for tab in tabs]


def test_a_second_click_on_a_tab_keeps_it_chosen(qtbot: QtBot, look: Look) -> None:
    row = TabRow(look, LABELS)
    qtbot.addWidget(row)
    row.show_tab("people")
    tab = next(tab for tab in row.findChildren(QAbstractButton) if tab.text() == "People")
    tab.click()
    assert tab.isChecked()
