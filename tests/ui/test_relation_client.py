"""The face of the whole client in the weigh-in place, on a real desk: what it says, its sums, the company scores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.edit import change
from kamdesk.ui.pages.relation.client import ClientFace
from kamdesk.ui.pages.weighin.place import WeighInPage
from kamdesk.ui.parts.sum_card import SumButton, SumCard
from kamdesk.words import said
from tests.ui import relation_story, story
from tests.ui.held import TODAY, Held


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The place, turned to the whole client."""
    made = Held(tmp_path / "data", relation_story.whole(), WeighInPage)
    page(made).turn_to("client")
    QTest.qWaitForWindowActive(made.page)
    yield made
    made.close()


def page(held: Held) -> WeighInPage:
    """The page itself."""
    assert isinstance(held.page, WeighInPage)
    return held.page


def face(held: Held) -> ClientFace:
    """The face."""
    faces = page(held).faces
    assert faces is not None
    return faces.client


def card(held: Held) -> SumCard:
    """The sum that is open."""
    return next(card for card in held.page.window().findChildren(SumCard) if card.isVisible())


def test_the_head_says_how_strong_against_whom_and_who_must_be_won(held: Held) -> None:
    head = face(held).head
    assert head.light.number.text() == "Red"
    assert head.ari.number.text() == "2.83"
    assert head.low.number.text() == "2.68"
    assert head.coverage.number.text() == "82%"
    assert head.roles.number.text() == "0 / 4"
    assert "must win: 王璐" in head._second.text()


def test_every_figure_of_the_head_and_of_the_blocks_opens_its_sum(held: Held) -> None:
    numbers = [
        button for button in face(held).findChildren(SumButton) if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(numbers) >= 14
    for number in numbers:
        number.setFocus()
        held.press(Qt.Key.Key_F2)
        assert card(held).table.title
        held.press(Qt.Key.Key_Escape)
        assert held.focus is number


def test_the_lead_of_who_must_be_won_leads_to_the_weigh_in(held: Held) -> None:
    face(held).head.lead.number.setFocus()
    held.press(Qt.Key.Key_F2)
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (held.went[-1].place, held.went[-1].item) == ("weighin", "wang")


def test_company_to_company_is_scored_by_a_digit_under_today(held: Held) -> None:
    buttons = face(held).organisation.levels["framework"]
    buttons.setFocus()
    held.press("5")
    old, new = held.client.organisation
    assert (old.day != TODAY, new.day, new.framework, new.executive) == (True, TODAY, 5, 3)
    assert held.done == ["Company to company: Framework or strategic agreement 5"]
    assert held.focus is face(held).organisation.levels["framework"]
    held.press("4")
    assert len(held.client.organisation) == 2


def test_a_score_moves_the_layer_at_once_and_undo_brings_it_back(held: Held) -> None:
    before = face(held).layers.organisation.number.text()
    face(held).organisation.levels["ranking"].setFocus()
    held.press("1")
    assert face(held).layers.organisation.number.text() != before
    held.desk.undo()
    held.show()
    assert face(held).layers.organisation.number.text() == before


def test_the_keyboard_stays_where_it_was_when_something_changes(held: Held) -> None:
    numbers = face(held).roles.findChildren(SumButton)
    place = next(number for number in numbers if number.accessibleName().startswith("王璐"))
    place.setFocus()
    spoken = place.accessibleName()
    held.desk.do(said("Rename"), change(held.client.contacts[2], title_at_work="工程师"))
    held.show()
    assert held.focus is not place
    assert held.focus.accessibleName() == spoken


def test_who_hangs_on_one_of_us_is_marked(held: Held) -> None:
    rows = {row.key: row for row in face(held).knows.list.model_of_rows.rows}
    assert rows["he"].holders == 1
    assert rows["wang"].holders == 0
    assert "nobody of us" in rows["wang"].title


def test_blocks_fold_in_a_narrow_window_and_nothing_is_cut_off(held: Held) -> None:
    for width in (1264, 924):
        held.page.resize(width, 764)
        QApplication.processEvents()
        body = face(held).widget()
        assert body is not None
        assert body.width() <= face(held).viewport().width()
        for block in face(held).blocks():
            assert block.geometry().right() <= face(held).grid.width()
    narrow = {block.geometry().left() for block in face(held).blocks()}
    assert len(narrow) == 2


def test_a_client_without_anything_says_what_to_do(qapp: QApplication, tmp_path: Path) -> None:
    held = Held(tmp_path / "data", [*story.rivals(), story.company()], WeighInPage)
    page(held).turn_to("client")
    head = face(held).head
    assert head.ari.number.text() == "–"
    assert head._second.text() == "Nobody is weighed yet: weigh the key people first."
    assert head.ari.number.focusPolicy() != Qt.FocusPolicy.NoFocus
    held.close()


@pytest.mark.parametrize(("width", "across"), [(1264, 6), (560, 3), (340, 2)])
def test_the_figures_of_the_head_fold_and_never_overlap(held: Held, width: int, across: int) -> None:
    strip = face(held).head.figures
    strip.resize(width, strip.height())
    QApplication.processEvents()
    strip.resize(width, strip.sizeHint().height())
    assert strip.across == across
    strip.layout().activate()
    boxes = [column.geometry() for column in face(held).head.columns()]
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert all(
        box.width() >= column.minimumWidth() for box, column in zip(boxes, face(held).head.columns(), strict=True)
    )
