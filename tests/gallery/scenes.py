"""The scenes of the window, by name: each brings the frame somewhere and is then drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kamdesk.client.company import Company
from kamdesk.client.edit import add, change
from kamdesk.ui.dialogs.welcome import Welcome
from kamdesk.ui.frame import Frame
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.people.place import PeoplePage
from kamdesk.ui.pages.registry import client_places, rail_places
from kamdesk.ui.pages.rivals.all_rivals import AllRivalsPage
from kamdesk.words import said
from tests.gallery.day_scenes import day_scenes
from tests.gallery.stage import SIZE, settle

CLIENT = "华星精密"
BARE = "bare"
PAPER_WAIT = 2500  # ms until the job thread has written the plan and the view has drawn it


def scenes(frame: Frame) -> dict[str, Callable[[], None]]:
    """Every place of the rail and of the sample's main client, what lies over them, and a client without anything."""
    key = next(glance.key for glance in frame.desk.clients() if glance.short == CLIENT)
    found = {f"rail-{name}": _place(frame, name) for name in rail_places()}
    found |= {f"client-{name}": _place(frame, name, key) for name in client_places()}
    found |= _over(frame, key, _place(frame, "overview", key))
    found |= {f"empty-{name}": _place(frame, name, BARE) for name in client_places()}
    # last, because a place stays with the face it was turned to
    found |= {f"client-people-{face}": _face(frame, "people", key, face) for face in ("list", "heat", "card")}
    found |= {f"client-weighin-{face}": _face(frame, "weighin", key, face) for face in ("client", "plan")}
    found |= {"client-rivals-here": _face(frame, "rivals", key, "here"), "rail-rivals-news": _news(frame)}
    found |= {"empty-rivals-here": _face(frame, "rivals", BARE, "here")}
    return found | day_scenes(frame, key)


def _place(frame: Frame, name: str, client: str = "") -> Callable[[], None]:
    def go() -> None:
        if client == BARE and BARE not in {glance.key for glance in frame.desk.clients()}:
            company = Company(key=BARE, owner=BARE, name="Example Ltd.")
            frame.saving.do(Doing(said("New client {name}", name=company.name), (add(company),)))
        clear(frame)
        frame.way.go(Goto(name, client))
        settle(PAPER_WAIT if name == "paper" else 150)

    return go


def _face(frame: Frame, place: str, client: str, face: str) -> Callable[[], None]:
    """Another face of a place."""

    def go() -> None:
        _place(frame, place, client)()
        page = frame.stage.page
        turn = page.show_face if isinstance(page, PeoplePage) else page.turn_to
        turn(face)
        settle(250)

    return go


def _news(frame: Frame) -> Callable[[], None]:
    """The news of rivals over all clients; the place goes back to its files."""

    def go() -> None:
        _place(frame, "rivals")()
        page = frame.stage.page
        assert isinstance(page, AllRivalsPage)
        page.turn_to("news")
        settle(150)

    return go


def _over(frame: Frame, key: str, home: Callable[[], None]) -> dict[str, Callable[[], None]]:
    """What lies over a place: palette, toast, sheets."""

    def palette() -> None:
        home()
        frame.search.open()
        settle()
        QTest.keyClicks(frame.focusWidget() or frame, "wang")
        settle(250)

    def toast() -> None:
        home()
        company = frame.desk.client(key).company
        edit = change(company, group="华星")
        frame.saving.do(Doing(said("New client {name}", name=company.called), (edit,), toast=True))
        settle(150)

    def undone() -> None:
        frame.saving.undo()
        settle(150)

    def sheet(opened: Callable[[], None]) -> Callable[[], None]:
        def show() -> None:
            clear(frame)
            opened()
            settle(150)

        return show

    return {
        "over-palette": palette,
        "over-toast": toast,
        "over-undone": undone,
        "over-settings": sheet(frame.sheets.open_settings),
        "over-keys": sheet(frame.sheets.open_keys),
        "over-new-client": sheet(frame.sheets.open_new_client),
    }


def clear(frame: Frame) -> None:
    """Close what lies over the place."""
    if frame.search.isVisible():
        frame.search.close_sheet()
        settle()
    if frame.sheets.shown is not None:
        frame.sheets.shown.close_sheet()
        settle()


def welcome(look: Look) -> QWidget:
    """The page of the first start."""
    page = Welcome(look)
    page.resize(*SIZE)
    page.show()
    settle(100)
    return page
