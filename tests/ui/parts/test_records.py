"""Forms and lists of every section, made from descriptions alone."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from kamdesk.client.client import Client, Section, Workspace, sections, sections_of
from kamdesk.client.edit import Edit
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.record import Record
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.parts.record_form import RecordForm
from kamdesk.ui.parts.record_table import RecordTable, listed
from tests.records import client_of, workspace_of

TODAY = date(2026, 11, 23)
SECTIONS = list(sections().values())
LISTS = [part for part in SECTIONS if not part.single]


@pytest.fixture
def client() -> Client:
    return client_of(count=4)


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of()


def held(part: Section, client: Client, workspace: Workspace) -> tuple[Record, ...]:
    root = workspace if part in sections_of(Workspace) else client
    value = getattr(root, part.name)
    return (value,) if part.single else value


def applied(records: tuple[Record, ...], edits: tuple[Edit, ...]) -> tuple[Record, ...]:
    after = {record.key: record for record in records}
    for edit in edits:
        if edit.after is None:
            after.pop(edit.record.key, None)
        else:
            after[edit.after.key] = edit.after
    return tuple(after.values())


@pytest.mark.parametrize("part", SECTIONS, ids=lambda part: part.name)
def test_a_form_of_any_section_shows_a_record_and_changes_nothing_by_itself(
    part: Section, look: Look, client: Client, workspace: Workspace, qtbot
) -> None:
    form = RecordForm(look, part.record)
    qtbot.addWidget(form)
    told: list[Doing] = []
    form.edited.connect(told.append)
    for record in held(part, client, workspace):
        form.show_record(record, client, workspace, TODAY)
        assert {name: editor.value() for name, editor in form.editors.items()} == {
            name: getattr(record, name) for name in form.editors
        }
        for editor in form.editors.values():
            assert not editor.half_typed(), editor.field.name
            getattr(editor, "finish", str)()
    form.show_record(None, client, workspace, TODAY)
    assert told == []


@pytest.mark.parametrize("part", LISTS, ids=lambda part: part.name)
def test_a_list_of_any_section_follows_its_records(
    part: Section, look: Look, client: Client, workspace: Workspace, qtbot
) -> None:
    table = RecordTable(look, part.name)
    qtbot.addWidget(table)
    table.tester = QAbstractItemModelTester(table.records, QAbstractItemModelTester.FailureReportingMode.Warning)
    records = held(part, client, workspace)
    for shown in (records, records[1:], records[::-1], (), records):
        table.show_records(shown, client, workspace, TODAY)
        assert {record.key for record in table.records.rows} == {record.key for record in shown}
    for at, column in enumerate(table.columns):
        if column.sort:
            table.set_order(at, descending=True)
            table.set_order(at, descending=False)
    assert len(listed(part.record)) == table.records.columnCount()


@pytest.mark.parametrize("part", LISTS, ids=lambda part: part.name)
def test_delete_removes_the_record_and_what_hangs_on_it(
    part: Section, look: Look, client: Client, workspace: Workspace, qtbot
) -> None:
    table = RecordTable(look, part.name)
    qtbot.addWidget(table)
    told: list[Doing] = []
    table.edited.connect(told.append)
    shared = part in sections_of(Workspace)
    records = held(part, client, workspace)
    table.show_records(records, None if shared else client, workspace, TODAY)
    table.choose(records[0].key)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told[0].edits[-1] == Edit(records[0], None)


class TestEditing:
    """A list of people that stores what it is told."""

    @pytest.fixture
    def table(self, look: Look, client: Client, workspace: Workspace, qtbot) -> RecordTable:
        table = RecordTable(look, "contacts", ("name", "influence", "attitude", "email"))
        qtbot.addWidget(table)
        self.client, self.workspace, self.told = client, workspace, []
        table.edited.connect(self.store)
        self.table = table
        table.resize(900, 300)
        table.show_records(client.contacts, client, workspace, TODAY)
        with qtbot.waitActive(table):
            table.show()
            table.activateWindow()
        table.setFocus()
        return table

    def store(self, doing: Doing) -> None:
        self.told.append(doing)
        self.client = dataclasses.replace(self.client, contacts=applied(self.client.contacts, doing.edits))
        self.table.show_records(self.client.contacts, self.client, self.workspace, TODAY)

    def cell(self, name: str) -> QLineEdit:
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit), name
        return editor

    def test_f2_edits_the_cell_and_enter_keeps_it(self, table: RecordTable, qtbot) -> None:
        key = table.records.key_of(table.records.index(0, 0))
        table.choose(key, 3)
        qtbot.keyClick(table, Qt.Key.Key_F2)
        qtbot.keyClicks(self.cell("email"), "wang@example.com")
        qtbot.keyClick(self.cell("email"), Qt.Key.Key_Return)
        assert next(person for person in self.client.contacts if person.key == key).email == "wang@example.com"
        assert table.hasFocus()
        assert table.current_key() == key

    def test_escape_leaves_the_cell_as_it_was(self, table: RecordTable, qtbot) -> None:
        table.choose(self.client.contacts[0].key, 3)
        qtbot.keyClick(table, Qt.Key.Key_F2)
        qtbot.keyClicks(self.cell("email"), "x")
        qtbot.keyClick(self.cell("email"), Qt.Key.Key_Escape)
        assert self.told == []
        assert table.hasFocus()

    def test_a_name_may_not_be_emptied_in_a_cell(self, table: RecordTable, qtbot) -> None:
        table.choose(self.client.contacts[0].key, 0)
        qtbot.keyClick(table, Qt.Key.Key_F2)
        qtbot.keyClick(self.cell("name"), Qt.Key.Key_Delete)
        qtbot.keyClick(self.cell("name"), Qt.Key.Key_Return)
        assert self.told == []
        assert self.cell("name").text() == ""

    def test_a_change_elsewhere_does_not_touch_a_half_typed_cell(self, table: RecordTable, qtbot) -> None:
        table.choose(self.client.contacts[0].key, 3)
        qtbot.keyClick(table, Qt.Key.Key_F2)
        qtbot.keyClicks(self.cell("email"), "half")
        people = tuple(dataclasses.replace(person, email="other@example.com") for person in self.client.contacts)
        table.show_records(people, self.client, self.workspace, TODAY)
        assert self.cell("email").text() == "half"

    def test_the_order_follows_a_click_on_the_head(self, table: RecordTable) -> None:
        people = tuple(
            dataclasses.replace(person, attitude=attitude)
            for person, attitude in zip(self.client.contacts, [None, Attitude.ENEMY, Attitude.COACH, None], strict=True)
        )
        table.show_records(people, self.client, self.workspace, TODAY)
        table.set_order(2, descending=False)
        assert [person.attitude for person in table.records.rows] == [Attitude.COACH, Attitude.ENEMY, None, None]
        table.set_order(2, descending=True)
        assert [person.attitude for person in table.records.rows] == [Attitude.ENEMY, Attitude.COACH, None, None]


def test_a_wrong_text_comes_back_with_its_record(look: Look, client: Client, workspace: Workspace, qtbot) -> None:
    form = RecordForm(look, Action)
    qtbot.addWidget(form)
    first, second = client.actions[:2]
    form.show_record(first, client, workspace, TODAY)
    form.editors["due"].line.setText("some day")
    form.editors["due"].finish()
    form.show_record(second, client, workspace, TODAY)
    assert form.editors["due"].problem() == ""
    form.show_record(first, client, workspace, TODAY)
    assert form.editors["due"].line.text() == "some day"
    assert form.editors["due"].problem()


def test_a_link_to_somebody_new_makes_the_person_in_the_same_step(
    look: Look, client: Client, workspace: Workspace, qtbot
) -> None:
    form = RecordForm(look, Action)
    qtbot.addWidget(form)
    told: list[Doing] = []
    form.edited.connect(told.append)
    form.show_record(client.actions[0], client, workspace, TODAY)
    form.editors["contact"].creating.emit("郑博")
    made, linked = told[0].edits
    assert isinstance(made.after, Contact)
    assert (made.before, made.after.name, made.after.owner) == (None, "郑博", client.key)
    assert isinstance(linked.after, Action)
    assert linked.after.contact == made.after.key
