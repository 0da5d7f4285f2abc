"""What people may type or paste: markup, emoji, right-to-left marks, rare characters, endless words, endless notes."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add, change
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.desk.desk import Desk
from kamdesk.ui.frame import Frame
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import client_places, rail_places
from kamdesk.ui.parts.typed_editors import NoteEditor
from kamdesk.words import said
from tests.records import client_of, workspace_of

NASTY = ('<b>&"</para> 🎉 \u202eabc\u202c 𠮷 {name} %s', "W" * 500, "一行\n二行\t三", "𠮷" * 300)
LONG = 200_000


def filled(record: Record, text: str) -> Record:
    """The record with `text` in every field that takes text."""
    names = [field.name for field in fields_of(type(record)) if field.kind in (Kind.TEXT, Kind.NOTE)]
    return change(record, **dict.fromkeys(names, text)).after or record


def fill(desk: Desk, text: str) -> None:
    """One client and the workspace with this text in every field."""
    shared = [record for record in workspace_of().records if record.key != WORKSPACE]
    records = [*shared, *client_of("nasty").records]
    desk.do(said("Fill"), *(add(filled(record, text)) for record in records))


@pytest.mark.parametrize("text", NASTY, ids=["markup", "endless", "lines", "rare"])
def test_every_place_shows_it_as_it_was_typed_and_stays_in_its_window(
    frame: Frame, desk: Desk, text: str, qtbot: QtBot
) -> None:
    fill(desk, text)
    for goto in (*(Goto(name, "nasty") for name in client_places()), *map(Goto, rail_places())):
        frame.way.go(goto)
        QApplication.processEvents()
        frame.grab()
        assert frame.width() == 1440, goto
        assert all(
            label.textFormat() == Qt.TextFormat.PlainText for label in frame.findChildren(QLabel) if label.text()
        )
    assert text.strip()[:10] in desk.client("nasty").company.name


def test_a_note_of_two_hundred_thousand_characters_is_typed_into_saved_and_found(
    frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    note = ("客户说交期要缩短。\n" * LONG)[:LONG]
    desk.do(said("Edit"), change(desk.client("hx").company, notes=note))
    frame.activateWindow()
    frame.way.go(Goto("overview", "hx"))
    frame.way.go(Goto("overview", "hx", "", "fill"))
    editors = [item for item in frame.findChildren(NoteEditor) if item.field.name == "notes"]
    assert editors
    lines = editors[0].lines
    lines.setFocus()
    lines.moveCursor(QTextCursor.MoveOperation.End)
    began = time.perf_counter()
    for _ in range(20):
        QTest.keyClicks(lines, "z")
        QApplication.processEvents()
    each = (time.perf_counter() - began) / 20
    assert each < 0.1, f"{each * 1000:.0f} ms for a key"
    editors[0].finish()
    assert desk.client("hx").company.notes.endswith("z" * 20)
    assert len(desk.client("hx").company.notes) >= LONG
    assert [hit.owner for hit in desk.find("z" * 20)] == ["hx"]
