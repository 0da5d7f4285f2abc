"""The comparison tried with other scores, and seen through the eyes of a role or a person."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kamdesk.client.contest_records import Stake
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor
from kamdesk.client.role_view import views
from kamdesk.desk.rivals import change_need, standing_of
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, US, WANTS, WEIGHT
from tests.ui import story
from tests.ui.held import Held
from tests.ui.rivals_hand import face, go, on_the_sheet

ENTER, ESCAPE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
ALT = Qt.KeyboardModifier.AltModifier
W, E = Qt.Key.Key_W, Qt.Key.Key_E


def _stakes() -> list[Record]:
    """王璐 cares for price more than the client does, 李蔚 for service."""
    return [
        Stake(key="s1", owner=story.CLIENT, factor="price", contact="wang", importance=Decimal(70)),
        Stake(key="s2", owner=story.CLIENT, factor="detection", contact="wang"),
        Stake(key="s3", owner=story.CLIENT, factor="service", contact="li"),
    ]


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page on the story's client with stakes, the keyboard in the sheet on our detection rate."""
    yield from on_the_sheet(tmp_path, [*story.whole(), *_stakes()])


def factor(held: Held, key: str) -> Factor:
    """A need as it is stored."""
    found = held.client.get(key)
    assert isinstance(found, Factor)
    return found


def bar(held: Held) -> str:
    """What the bar above the sheet says; "" while there is none."""
    mode = face(held).body.mode
    return "" if mode.isHidden() else mode.accessibleName()


def words(held: Held, need: str, column: str) -> str:
    """What a cell says."""
    rows = face(held).body.view.rows
    return str(rows.index_of(need, rows.columns.index(column)).data())


def look_as(held: Held, name: str) -> None:
    """See the sheet as a person does."""
    face(held).modes.look_as(next(view for view in views(held.client) if view.name == name))


def test_what_if_shows_what_moves_and_stores_nothing(held: Held) -> None:
    before = words(held, "detection", TACTIC)
    told: list[Shown] = []
    face(held).tried.connect(told.append)
    held.press(W, held=ALT)
    held.press("1")
    assert words(held, "detection", TACTIC) != before
    assert f"Detection rate: {before} → Defend" in bar(held)
    assert factor(held, "detection").score == 4
    assert held.done == []
    assert told[-1].client.get("detection").score == 1  # type: ignore[union-attr]


def test_enter_keeps_what_was_tried_as_one_step(held: Held) -> None:
    held.press(W, held=ALT)
    held.press("1")
    go(held, "price", "kerui")
    held.press("5", ENTER)
    price = standing_of(held.client, "price", "kerui")
    assert price is not None
    assert (factor(held, "detection").score, price.score, price.value) == (1, 5, "0.94")
    assert held.done == ["Keep what was tried, 2 cells"]
    assert bar(held) == ""
    held.desk.undo()
    assert factor(held, "detection").score == 4


def test_escape_discards_it(held: Held) -> None:
    before = words(held, "detection", US)
    held.press(W, held=ALT)
    held.press("1", ESCAPE)
    assert (words(held, "detection", US), bar(held), held.done) == (before, "", [])


def test_a_weight_is_tried_by_typing_it_and_delete_tries_the_unknown(held: Held) -> None:
    held.press(W, held=ALT)
    go(held, "price", WEIGHT)
    held.press("9", "0", ENTER)
    assert words(held, "price", WEIGHT) == "90"
    go(held, "detection", US)
    held.press(DELETE)
    assert words(held, "detection", TACTIC) == "Our score is missing"
    assert factor(held, "price").importance == Decimal(30)
    assert "2 cells tried" in bar(held)


def test_only_scores_and_weights_can_be_tried(held: Held) -> None:
    held.press(W, held=ALT)
    go(held, "detection", WANTS)
    held.press("x")
    assert "Only scores and weights" in bar(held)
    assert face(held).body.editing.editor is None
    go(held, "detection", NEED)
    held.type_text("你")
    assert face(held).body.editing.editor is None
    assert (factor(held, "detection").wants, held.done) == ("", [])


def test_a_change_from_elsewhere_keeps_what_is_tried(held: Held) -> None:
    held.press(W, held=ALT)
    held.press("1")
    step = change_need(factor(held, "price"), {"name": "Price per station"})
    held.desk.do(step.said, *step.edits)
    assert "1 cell tried" in bar(held)
    assert "score 1" in words(held, "detection", US)
    held.press(ENTER)
    assert (factor(held, "price").name, factor(held, "detection").score) == ("Price per station", 1)


def test_a_person_sees_own_weights_and_only_own_needs(held: Held) -> None:
    look_as(held, "王璐")
    assert "Seen by 王璐" in bar(held)
    assert [words(held, key, WEIGHT) for key in ("detection", "price", "service")] == ["50", "70", "unknown"]
    held.press(ESCAPE)
    assert (bar(held), words(held, "price", WEIGHT)) == ("", "30")


def test_a_weight_typed_through_a_persons_eyes_is_that_persons(held: Held) -> None:
    look_as(held, "王璐")
    go(held, "detection", WEIGHT)
    held.press("2", "0", ENTER)
    stake = held.client.get("s2")
    assert isinstance(stake, Stake)
    assert (stake.importance, factor(held, "detection").importance) == (Decimal(20), Decimal(50))
    assert words(held, "detection", WEIGHT) == "20"


def test_a_score_typed_through_a_persons_eyes_is_everybodys(held: Held) -> None:
    look_as(held, "王璐")
    go(held, "price", US)
    held.press("5", ENTER)
    assert (factor(held, "price").score, factor(held, "price").importance) == (5, Decimal(30))


def test_the_weight_of_a_role_is_a_mean_and_says_so(held: Held) -> None:
    role = next(view for view in views(held.client) if view.role)
    face(held).modes.look_as(role)
    go(held, "price", WEIGHT)
    held.press("1", "0", ENTER)
    assert "change it at a person" in bar(held)
    assert held.done == []


def test_alt_e_on_a_need_says_who_cares_and_adds_somebody(held: Held) -> None:
    go(held, "price", NEED)
    held.press(E, held=ALT)
    caring = face(held).caring.card
    assert caring is not None
    held.type_text("何建国")
    held.press(ENTER)
    cares = [stake.contact for stake in held.client.stakes if stake.factor == "price"]
    assert cares == ["wang", "he"]
    assert words(held, "price", NEED) == "Price, matters to 王璐, 何建国"
    caring._lines["he"].accept(Decimal(15))
    assert next(stake for stake in held.client.stakes if stake.contact == "he").importance == Decimal(15)
    held.press(ESCAPE)
    assert caring.isHidden()
    assert face(held).body.view.hasFocus()
