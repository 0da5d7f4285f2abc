"""Every list of records prints itself: what stands on the screen, in its order, through one mechanism."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE, Client
from kamdesk.client.company import Fact
from kamdesk.client.contest_records import Backer, Contest
from kamdesk.client.edit import Edit, add
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.plan_records import Action, Goal, Opportunity, Side
from kamdesk.client.rival_records import Rival
from kamdesk.client.telling import names_of
from kamdesk.client.visit_records import Concession, PointKind, TalkPoint, Visit
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.document.record_list import Listed
from kamdesk.ui.frame import Frame
from kamdesk.ui.list_paper.listing import listed_on, lists_on
from kamdesk.ui.list_paper.sheet import ListSheet
from kamdesk.ui.list_paper.told import Told
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import client_places
from kamdesk.words import said

WAIT = 20_000


@pytest.fixture
def filled(frame: Frame) -> Frame:
    """A frame whose client has a record of many kinds."""
    at = datetime(2026, 11, 24, 6, tzinfo=UTC)
    records = (
        Rival(key="kr", owner=WORKSPACE, name="科瑞自动化"),
        Visit(key="v1", owner="hx", objective="Agree on the samples", at=at, place="Building 3"),
        Goal(key="g1", owner="hx", text="A third of the volume"),
        Opportunity(key="o1", owner="hx", name="Line 3"),
        Action(key="a2", owner="hx", text="Sign the NDA", side=Side.THEIRS, said_by="王璐"),
    )
    frame.desk.do(said("Fill"), *map(add, records))
    return frame


def around(frame: Frame) -> tuple[Told, Client | None]:
    """What is known around the lists of the place that is shown."""
    key, desk = frame.stage.place.client, frame.desk
    client = desk.client(key) if key else None
    return Told(frame.look, names_of(*([client] if client else []), desk.workspace()), desk.today), client


def listed(frame: Frame) -> Listed | None:
    """The list of the place that is shown."""
    assert frame.stage.page is not None
    return listed_on(frame.stage.page, QApplication.focusWidget(), *around(frame))


def lists(frame: Frame) -> dict[str, Listed]:
    """All lists of the place that is shown, by their titles."""
    assert frame.stage.page is not None
    return {made.title: made for made in lists_on(frame.stage.page, None, *around(frame))}


@pytest.mark.parametrize(
    ("place", "client", "title", "text"),
    [
        ("clients", "", "Clients", "华星精密电子（深圳）有限公司"),
        ("visits", "", "Visits", "Agree on the samples"),
        ("rivals", "", "Rivals", "科瑞自动化"),
        ("people", "hx", "People", "王璐"),
        ("plan", "hx", "Actions", "Send the ISO report to 王璐"),
        ("goals", "hx", "Goals", "A third of the volume"),
        ("opportunities", "hx", "Opportunities", "Line 3"),
    ],
)
def test_the_list_of_a_place_says_what_stands_there(
    filled: Frame, place: str, client: str, title: str, text: str
) -> None:
    filled.way.go(Goto(place, client))
    made = listed(filled)
    assert made is not None
    assert made.title == title
    assert any(text in cell for row in made.rows for cell in row.texts)
    assert all(len(row.texts) == len(made.columns) for row in made.rows if not row.group)
    assert made.about == ("华星精密电子（深圳）有限公司" if client else "")


def test_both_sides_of_the_promises_are_one_list(filled: Frame) -> None:
    given = replace(filled.desk.client("hx").actions[0], said_by="林嘉", side=Side.OURS)
    filled.desk.do(said("Promised"), *(replace_of(filled, given)))
    filled.way.go(Goto("plan", "hx"))
    page = filled.stage.page
    assert page is not None
    page.views.choose("promises")  # type: ignore[attr-defined]
    page.views.chosen.emit("promises")  # type: ignore[attr-defined]
    made = listed(filled)
    assert made is not None
    assert [row.texts[0] for row in made.rows if row.group] == ["We promised", "They promised"]
    assert made.chosen == "Promises"


def replace_of(frame: Frame, action: Action) -> tuple[Edit, ...]:
    """The edit that puts an action in the place of the one of its key."""
    before = next(item for item in frame.desk.client("hx").actions if item.key == action.key)
    return (Edit(before, action),)


def test_it_is_seen_and_exported(filled: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    filled.way.go(Goto("clients"))
    filled.deeds.run("print_list")
    sheet = filled.sheets.shown
    assert isinstance(sheet, ListSheet)
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=WAIT)
    assert "Łódź Motors" in sheet.pages.shown.getAllText(0).text()
    sheet.out.file_chosen.emit(str(tmp_path / "clients.pdf"))
    qtbot.waitUntil((tmp_path / "clients.pdf").exists, timeout=WAIT)
    document = QPdfDocument()
    document.load(str(tmp_path / "clients.pdf"))
    assert document.pageCount() == 1
    document.close()


def test_without_a_list_a_word_says_so(filled: Frame) -> None:
    filled.way.go(Goto("paper", "hx"))
    filled.deeds.run("print_list")
    assert filled.sheets.shown is None
    assert filled.notes._toast.accessibleName() == "There is no list to print here"


def more(frame: Frame) -> None:
    """A record of what is shown in its own way."""
    at, client = datetime(2026, 10, 27, 6, tzinfo=UTC), Audience.CLIENT
    frame.desk.do(
        said("More"),
        *map(
            add,
            (
                Fact(key="f1", owner="hx", text="Builds a second plant"),
                Edition(key="e1", owner="hx", number=4, at=at, document="plan", audience=client, reader="王璐"),
                Evidence(key="ev", owner="hx", contact="wl", dimension=Dimension.ACCEPTANCE, text="Came to the fair"),
                Template(key="t1", owner=WORKSPACE, name="A second visit"),
                TemplateItem(key="i1", owner=WORKSPACE, template="t1", text="Ask for the drawing"),
                TalkPoint(key="p1", owner="hx", visit="v1", kind=PointKind.QUESTION, text="Why so dear?"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("place", "client", "title", "text"),
    [
        ("paper", "hx", "Editions", "Account plan"),
        ("library", "", "Checklist templates", "A second visit"),
        ("library", "", "Template items", "Ask for the drawing"),
        ("overview", "hx", "Facts", "Builds a second plant"),
        ("weighin", "hx", "Evidence", "Came to the fair"),
        ("visits", "hx", "Visits", "Agree on the samples"),
        ("visits", "hx", "They may ask", "Why so dear?"),
    ],
)
def test_what_a_place_shows_in_its_own_way_prints_too(
    filled: Frame, place: str, client: str, title: str, text: str
) -> None:
    more(filled)
    filled.way.go(Goto(place, client))
    made = lists(filled)[title]
    assert any(text in cell for row in made.rows for cell in row.texts)
    assert all(len(row.texts) == len(made.columns) for row in made.rows if not row.group)


def test_each_record_is_printed_once(filled: Frame) -> None:
    filled.way.go(Goto("goals", "hx"))
    made = listed(filled)
    assert made is not None
    assert len(made.rows) == 1


def test_only_what_is_looked_at_is_printed(filled: Frame) -> None:
    filled.way.go(Goto("library"))
    page = filled.stage.page
    assert page is not None
    for shelf, titles in (("profile", set()), ("rules", {"Rules"})):
        page.shelves.choose(shelf)  # type: ignore[attr-defined]
        page.shelves.chosen.emit(shelf)  # type: ignore[attr-defined]
        assert set(lists(filled)) == titles
    assert len(lists(filled)["Rules"].rows) > 20


def test_a_draft_is_no_edition(filled: Frame) -> None:
    more(filled)
    filled.way.go(Goto("paper", "hx"))
    assert len(lists(filled)["Editions"].rows) == 1


def test_another_list_of_the_page_can_be_chosen(filled: Frame, qtbot: QtBot) -> None:
    more(filled)
    filled.way.go(Goto("overview", "hx"))
    filled.deeds.run("print_list")
    sheet = filled.sheets.shown
    assert isinstance(sheet, ListSheet)
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=WAIT)
    at = sheet.which.findText("Facts")
    sheet.which.setCurrentIndex(at)
    sheet.which.activated.emit(at)
    assert not sheet.export.isEnabled()
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=WAIT)
    assert "Builds a second plant" in sheet.pages.shown.getAllText(0).text()


def test_a_list_that_shows_its_beginning_prints_whole(filled: Frame) -> None:
    actions = (Action(key=f"due{n}", owner="hx", text=f"Thing {n}", due=filled.desk.today) for n in range(9))
    filled.desk.do(said("Due"), *map(add, actions))
    filled.way.go(Goto("today"))
    made = lists(filled)["Due"]
    assert len([row for row in made.rows if row.texts[1].startswith("Thing")]) == 9


def test_what_stands_in_the_way_of_a_list_is_told_over_it(filled: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    filled.way.go(Goto("clients"))
    filled.deeds.run("print_list")
    sheet = filled.sheets.shown
    assert isinstance(sheet, ListSheet)
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=WAIT)
    sheet.out.file_chosen.emit(str(tmp_path / "nowhere" / "clients.pdf"))
    qtbot.waitUntil(lambda: "the folder is not there" in sheet.out._toast.accessibleName(), timeout=WAIT)
    assert not sheet.out._toast.isHidden()
    sheet.out.file_chosen.emit(str(tmp_path / "clients.pdf"))
    qtbot.waitUntil(lambda: "Saved clients.pdf" in sheet.out._toast.accessibleName(), timeout=WAIT)


def test_what_is_secret_is_on_no_list(filled: Frame) -> None:
    rival = filled.desk.workspace().rivals[0].key
    filled.desk.do(
        said("Secret"),
        add(Contest(key="ct", owner="hx", rival=rival)),
        add(Backer(key="bk", owner="hx", rival=rival, contact="cq", note="Took their engineer to the line")),
        add(Concession(key="cc", owner="hx", visit="v1", item="Price", offer="92.5", authority="90.5")),
    )
    for place in client_places():
        filled.way.go(Goto(place, "hx"))
        told = " ".join(text for made in lists(filled).values() for row in made.rows for text in row.texts)
        for secret in ("Took their engineer", "92.5", "90.5"):
            assert secret not in told, place
    filled.way.go(Goto("rivals", "hx", "here"))
    assert "Rivals here" in lists(filled)
    assert "Took their engineer" not in str(lists(filled))
