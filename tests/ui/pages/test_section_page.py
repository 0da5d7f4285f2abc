"""The page every plain section gets by itself, tried with all sections of a client."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt

from kamdesk.client.client import Client, Section, sections_of
from kamdesk.client.company import Company
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.ui.pages.section_page import SectionPage
from kamdesk.ui.parts.steps import named_by
from tests.records import client_of, workspace_of
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold

SECTIONS = [part for part in sections_of(Client) if not part.single]


def everything() -> list[Record]:
    shared = [record for record in workspace_of().records if record.key != "workspace"]
    return [*shared, *client_of().records]


def page_of(hold: Hold, part: Section) -> Held:
    return hold(partial(SectionPage, section=part), everything())


@pytest.mark.parametrize("part", SECTIONS, ids=lambda part: part.name)
def test_a_record_is_added_edited_removed_and_brought_back(hold: Hold, part: Section) -> None:
    held = page_of(hold, part)
    page = held.page
    before = getattr(held.client, part.name)
    page.open_item("", "new")
    held.type_text('新 <b>&"</para> 🎉')
    held.press(Qt.Key.Key_Return)
    after = getattr(held.client, part.name)
    assert len(after) == len(before) + 1
    made = page.panel.record()
    assert made is not None
    assert made.key not in {record.key for record in before}
    page.panel.removing.emit(made.key)
    assert getattr(held.client, part.name) == before
    held.desk.undo()
    assert getattr(held.client, part.name) == after


@pytest.mark.parametrize("part", SECTIONS, ids=lambda part: part.name)
def test_a_text_typed_into_the_form_is_stored_and_undone(hold: Hold, part: Section) -> None:
    held = page_of(hold, part)
    text = next((field for field in fields_of(part.record) if field.kind is Kind.TEXT), None)
    if text is None:
        pytest.skip("a section without a line of text")
    record = getattr(held.client, part.name)[0]
    held.page.open_item(record.key, "")
    held.page.panel.start(text.name)
    held.press("a", held=Qt.KeyboardModifier.ControlModifier)
    held.type_text("客户")
    held.press(Qt.Key.Key_Return)
    assert getattr(held.client.get(record.key), text.name) == "客户"
    held.desk.undo()
    assert held.client.get(record.key) == record
    assert held.page.panel.form.editors[text.name].value() == getattr(record, text.name)


def test_an_empty_section_teaches_and_takes_the_first_record(hold: Hold) -> None:
    part = next(part for part in SECTIONS if named_by(part.record))
    held = hold(partial(SectionPage, section=part), [Company(key="n", owner="n", name="New")])
    assert held.page.pane._empty.isVisible()
    assert not held.page.panel_width
    held.page.pane._empty.buttons["new"].click()
    held.type_text("first")
    held.press(Qt.Key.Key_Return)
    assert held.page.pane.table.isVisible()
    assert held.page.panel_width


def test_what_cannot_stand_alone_says_what_is_missing(hold: Hold) -> None:
    part = next(part for part in SECTIONS if part.name == "checks")
    held = hold(partial(SectionPage, section=part), [Company(key="n", owner="n", name="New")])
    held.page.pane.add("x")
    assert held.client.checks == ()
    assert held.page.pane._notice.isVisible()
