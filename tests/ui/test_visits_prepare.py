"""Preparing a visit from what is known: offers taken by a key, agenda and materials, sheets of their own, overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company
from kamdesk.client.edit import add, change
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from kamdesk.client.visit_papers import Probe
from kamdesk.client.visit_records import Concession, PointKind, Step, TalkPoint, Visit, VisitKind
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.visit.place import VisitsPage
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.visit_story import at, page, press, story, visit

MORE: list[Record] = [
    TalkPoint(
        key="old",
        owner="hx",
        visit="past",
        kind=PointKind.QUESTION,
        text="坏了多久到场？",
        answer="4 小时",
        proof="7.2",
    ),
    TalkPoint(key="row", owner="hx", visit="past", kind=PointKind.DISPUTE, text="谁主持对测", answer="第三方"),
    Action(key="a2", owner="hx", text="送样件", side=Side.THEIRS, person="陈启明", due=TODAY, visit="past"),
]


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The visits place of the story, with a past that speaks."""
    held = Held(tmp_path / "data", [*story(), *MORE], VisitsPage)
    page(held).setFocus()
    yield held
    held.close()


def points(held: Held, kind: PointKind) -> list[TalkPoint]:
    """The points of the coming visit."""
    return [item for item in held.client.points if item.visit == "next" and item.kind is kind]


def test_u_turns_the_weightiest_unknown_into_a_question(held: Held) -> None:
    column = page(held).view.body.checks
    offered = column.asks.rows[0]
    press(held, Qt.Key.Key_U)
    taken = points(held, PointKind.LEARN)
    assert [item.text for item in taken] == [offered.title]
    assert offered.key not in [row.key for row in column.asks.rows]
    held.desk.undo()
    assert not points(held, PointKind.LEARN)


def test_an_objection_of_a_past_visit_comes_with_its_answer_and_proof(held: Held) -> None:
    press(held, Qt.Key.Key_2)
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    taken = points(held, PointKind.QUESTION)[-1]
    assert (taken.text, taken.answer, taken.proof) == ("坏了多久到场？", "4 小时", "7.2")


def test_what_is_declined_is_offered_no_more_and_nothing_is_stored(held: Held) -> None:
    talk = page(held).view.body.talk
    assert [row.title for row in talk.offers[PointKind.DISPUTE].rows] == ["谁主持对测"]
    talk.block(PointKind.DISPUTE).rows.enter_from(1)
    held.press(Qt.Key.Key_Delete)
    assert talk.offers[PointKind.DISPUTE].rows == []
    held.show()
    assert talk.offers[PointKind.DISPUTE].rows == []
    assert held.done == []


def test_promises_of_both_sides_lead_to_the_plan(held: Held) -> None:
    rows = page(held).view.body.columns.promises.promises.rows
    assert [row.title for row in rows.model_of_rows.rows] == ["送样件"]
    rows.enter_from(1)
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("plan", "hx", "a2")]


def test_the_agenda_counts_its_minutes_against_the_visit(held: Held) -> None:
    press(held, Qt.Key.Key_5)
    held.press(Qt.Key.Key_A)
    held.type_text("样件 @林嘉 60")
    held.press(Qt.Key.Key_Return)
    held.type_text("价格 45")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    part = page(held).view.body.columns.agenda
    assert [(row.begins, row.item.text) for row in part._rows()] == [("14:00", "样件"), ("15:00", "价格")]
    assert part.agenda.heading._note.text() == "105 of 90 min, 15 over"
    part.agenda.rows.enter_from(-1)
    held.press(Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert [row.item.text for row in part._rows()] == ["价格", "样件"]


def test_materials_are_ticked_when_they_are_ready(held: Held) -> None:
    press(held, Qt.Key.Key_6)
    held.press(Qt.Key.Key_A)
    held.type_text("停机数据 3 份")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    page(held).view.body.columns.bring.materials.rows.enter_from(1)
    held.press(Qt.Key.Key_Space)
    assert [(item.text, item.ready) for item in held.client.materials] == [("停机数据 3 份", True)]


def test_need_and_way_are_written_where_they_stand(held: Held) -> None:
    press(held, Qt.Key.Key_4)
    held.press(Qt.Key.Key_Return)
    held.type_text("停机 27 小时")
    press(held, Qt.Key.Key_7)
    assert visit(held).need == "停机 27 小时"
    held.press(Qt.Key.Key_Return)
    held.type_text("12:50 出发")
    held.press(Qt.Key.Key_Return)
    assert visit(held).route == "12:50 出发"


def test_arrows_walk_from_one_part_of_a_column_into_the_next(held: Held) -> None:
    columns = page(held).view.body.columns
    columns.agenda.agenda.adding.opener.setFocus()  # type: ignore[union-attr]
    held.press(Qt.Key.Key_Up)
    assert columns.needs.isAncestorOf(held.focus)
    held.press(Qt.Key.Key_Down)
    assert columns.agenda.isAncestorOf(held.focus)


def test_m_leads_to_the_first_line_that_is_missing(held: Held) -> None:
    assert page(held).view.body.head.missing.text() == "底线获授权"
    press(held, Qt.Key.Key_M)
    assert page(held).view.body.checks.checks.rows.current_key() == "c1"
    held.press(Qt.Key.Key_Space)
    assert page(held).view.body.head.missing.isHidden()


def test_a_negotiation_has_a_sheet_of_its_own(held: Held) -> None:
    press(held, Qt.Key.Key_G)
    assert page(held).view.body.sheet.isHidden(), "no other visit wants one"
    page(held).deeds.change("kind", VisitKind.NEGOTIATION)
    press(held, Qt.Key.Key_G)
    sheet = page(held).view.body.sheet
    assert not sheet.isHidden()
    held.type_text("三年框架")
    held.press(Qt.Key.Key_Tab)
    assert [item.interests_ours for item in held.client.negotiations] == ["三年框架"]
    held.type_text("降本")
    held.press(Qt.Key.Key_Tab)
    assert len(held.client.negotiations) == 1
    assert sheet.heading._note.text() == "2 of 11"
    held.press(Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert not page(held).view.body.columns.isHidden()


def test_a_stranger_is_called_before_the_visit(held: Held) -> None:
    body = page(held).view.body
    assert "never met" in body.people.theirs._chips[0].accessibleName()
    press(held, Qt.Key.Key_T)
    body.sheet._forms_of(Probe)[1].start("pain")
    held.type_text("误判太多")
    held.press(Qt.Key.Key_Return)
    assert [(item.contact, item.pain, item.day) for item in held.client.probes] == [("wang", "误判太多", TODAY)]
    assert "never met" not in body.people.theirs._chips[0].accessibleName()


def test_a_floor_beyond_my_authority_is_said(held: Held) -> None:
    floor = Concession(key="l2", owner="hx", visit="next", item="单价", step=Step.FLOOR, offer="92", unit="万", rank=20)
    rung = held.client.get("l1")
    assert rung is not None
    held.desk.do(said("Floor"), add(floor), change(rung, authority="95", call="周总监"))
    told = page(held).view.body.ladder._warning.text()
    assert "92" in told
    assert "周总监" in told


def test_visits_that_overlap_are_said_and_not_forbidden(held: Held, qtbot: QtBot) -> None:
    other = Visit(key="lo1", owner="lo", objective="Audit", at=at(1, 15), minutes=60)
    held.desk.do(said("Another"), add(Company(key="lo", owner="lo", name="Łódź")), add(other))
    page(held).deeds.change("minutes", 120)
    warning = page(held).view.body.head.warning
    qtbot.waitUntil(lambda: not warning.isHidden(), timeout=2000)
    assert "Łódź" in warning.text()
    page(held).deeds.change("minutes", 30)
    qtbot.waitUntil(warning.isHidden, timeout=2000)
