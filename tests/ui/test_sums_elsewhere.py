"""The figures that stand outside the weigh-in place open their sums too: the overview's score, the header's lead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kamdesk.ui.client_header import ClientHeader
from kamdesk.ui.pages.overview.place import OverviewPage
from kamdesk.ui.pages.overview.tiles import RadarTile
from kamdesk.ui.pages.page import Goto, Shown
from kamdesk.ui.parts.sum_card import SumCard
from tests.ui import relation_story
from tests.ui.conftest import free
from tests.ui.held import Held

F2, ENTER = Qt.Key.Key_F2, Qt.Key.Key_Return


def card(window: QWidget) -> SumCard:
    """The sum that is open."""
    return next(card for card in window.findChildren(SumCard) if card.isVisible())


def test_the_score_on_the_overview_opens_its_sum_and_leads_on(qapp: QApplication, tmp_path: Path) -> None:
    held = Held(tmp_path / "data", relation_story.whole(), OverviewPage)
    QTest.qWaitForWindowActive(held.page)
    tile = held.page.findChild(RadarTile)
    assert tile is not None
    tile.setFocus()
    held.press(F2)
    assert card(held.page).table.title == "Relationship index (ARI)"
    held.press(ENTER)
    assert (held.went[-1].place, held.went[-1].item) == ("weighin", "he")
    del tile
    held.close()


def test_the_lead_in_the_header_opens_its_sum_and_leads_on(qapp: QApplication, tmp_path: Path) -> None:
    held = Held(tmp_path / "data", relation_story.whole(), OverviewPage)
    header, went = ClientHeader(held.look), list[Goto]()
    header.going.connect(went.append)
    header.resize(1300, 56)
    header.show_client(Shown(held.client, held.desk.workspace(), held.clock.today()), held.clock.now())
    header.show()
    header.activateWindow()
    QTest.qWaitForWindowActive(header)
    lead = next(each for each in header.findChildren(QAbstractButton) if each.text().startswith("Against"))
    lead.setFocus()
    QTest.keyClick(lead, F2)
    assert card(header).table.title == "Lead over 科瑞"
    QTest.keyClick(card(header).rows, ENTER)
    assert (went[-1].place, went[-1].item) == ("weighin", "he")
    free(header)
    held.close()
