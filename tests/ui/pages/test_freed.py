"""Pages leave nothing behind when they are closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kamdesk.client.client import sections
from kamdesk.ui.pages.all_visits.place import AllVisitsPage
from kamdesk.ui.pages.clients.place import ClientsPage
from kamdesk.ui.pages.library.place import LibraryPage
from kamdesk.ui.pages.overview.place import OverviewPage
from kamdesk.ui.pages.page import Page, Shown
from kamdesk.ui.pages.people.place import PeoplePage
from kamdesk.ui.pages.plan.place import PlanPage
from kamdesk.ui.pages.rivals.all_rivals import AllRivalsPage
from kamdesk.ui.pages.section_page import SectionPage
from kamdesk.ui.pages.today.place import TodayPage
from tests.ui.pages.conftest import Hold

PAGES = {
    "today": TodayPage,
    "visits": AllVisitsPage,
    "clients": ClientsPage,
    "overview": OverviewPage,
    "people": PeoplePage,
    "plan": PlanPage,
    "section": partial(SectionPage, section=sections()["actions"]),
    "rivals": AllRivalsPage,
    "library": LibraryPage,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_closed_page_is_freed(hold: Hold, name: str) -> None:
    held = hold(PlanPage)
    kind: Callable[..., Page] = PAGES[name]
    page = kind(held.look, held.desk)
    page.show_client(Shown(held.client, held.desk.workspace(), held.clock.today()))
    page.refresh()
    page.show()
    kept = weakref.ref(page)
    page.close()
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert kept() is None
