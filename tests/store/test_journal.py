"""The journal beside the data file gives back what the data file lost, and is completed when it is behind itself."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kamdesk.client.edit import Edit, add, change
from kamdesk.client.people import Contact
from kamdesk.store import datafile
from kamdesk.store.sidefile import FOLDER
from kamdesk.store.store import Store
from kamdesk.store.troubles import Linked
from tests.store.conftest import put, whole


def add_people(store: Store, *names: str) -> None:
    """One step for each name."""
    for name in names:
        put(store, add(Contact(owner="client", name=name)))


def copied(folder: Path, where: Path, *, without: str = "") -> Path:
    """A copy of the folder as a power cut or a sync program would leave it."""
    shutil.copytree(folder, where, ignore=shutil.ignore_patterns(without, "*-shm"))
    return where


def reopened(folder: Path) -> tuple[object, ...]:
    """What a folder gives when it is opened again."""
    store = Store.open(folder)
    kept = whole(store)
    assert store.check() == []
    store.close()
    return kept


def nothing_is_missing_without_the_data_file(store: Store) -> None:
    """Close a store and see that the journal alone gives all that it held."""
    kept = whole(store)
    store.close()
    (store.folder / datafile.NAME).unlink()
    assert reopened(store.folder) == kept


def newest_file(folder: Path) -> Path:
    """The side file in use."""
    return max((folder / FOLDER).glob("*.kjl"))


def test_a_data_file_without_its_log_is_brought_up_to_date(filled: Store, folder: Path, tmp_path: Path) -> None:
    filled.close()
    store = Store.open(folder)
    add_people(store, "王建国", "Łukasz", "🎉")
    lost_log = copied(folder, tmp_path / "copy", without="*-wal")
    assert reopened(lost_log) == whole(store)
    again = Store.open(lost_log)
    assert [step.said for step in again.steps()] == [step.said for step in store.steps()]
    assert again.find("wjg")[0].title == "王建国"
    add_people(again, "goes on")
    again.close()
    store.close()


def test_an_older_copy_of_the_data_file_is_brought_up_to_date(filled: Store, folder: Path, tmp_path: Path) -> None:
    filled.close()
    old = copied(folder, tmp_path / "old")
    for number in range(3):  # three days of work
        store = Store.open(folder)
        add_people(store, f"day {number}", f"day {number} again")
        put(store, change(store.client("client").contacts[0], title_at_work=f"{number}"))
        put(store, Edit(store.client("client").contacts[-1], None))
        store.close()
    shutil.copy(old / datafile.NAME, folder / datafile.NAME)
    store = Store.open(folder)
    assert [note.values["n"] for note in store.told] == [12]
    assert [contact.name for contact in store.client("client").contacts[2:]] == ["day 0", "day 1", "day 2"]
    assert store.check() == []
    store.close()


@pytest.mark.parametrize("tail", [b"\0", b"\0" * 4096, b"\0\0\1\0garbage", b"\xff" * 100], ids=len)
def test_a_torn_tail_is_ignored(filled: Store, folder: Path, tmp_path: Path, tail: bytes) -> None:
    filled.close()
    with newest_file(folder).open("ab") as torn:
        torn.write(tail)
    store = Store.open(folder)
    add_people(store, "after")
    nothing_is_missing_without_the_data_file(store)


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_what_the_side_file_lost_is_written_again(filled: Store, folder: Path, cut: int) -> None:
    filled.close()
    file = newest_file(folder)
    file.write_bytes(file.read_bytes()[:-cut])
    store = Store.open(folder)
    add_people(store, "after")
    nothing_is_missing_without_the_data_file(store)


def test_a_last_entry_of_the_right_length_and_wrong_content_is_written_again(filled: Store, folder: Path) -> None:
    filled.close()
    file = newest_file(folder)
    file.write_bytes(file.read_bytes()[:-100] + b"\0" * 100)
    store = Store.open(folder)
    assert len(store.check()) == 1
    add_people(store, "after")
    nothing_is_missing_without_the_data_file(store)


def test_a_journal_folder_that_is_gone_is_made_again(filled: Store, folder: Path) -> None:
    filled.close()
    shutil.rmtree(folder / FOLDER)
    store = Store.open(folder)
    add_people(store, "after")
    nothing_is_missing_without_the_data_file(store)


def test_a_journal_of_another_course_of_things_is_kept_apart(filled: Store, folder: Path, tmp_path: Path) -> None:
    filled.close()
    other = copied(folder, tmp_path / "other")
    store = Store.open(folder)
    put(store, Edit(store.client("client").facts[0], None))
    store.close()
    store = Store.open(other)
    for number in range(3):
        put(store, change(store.client("client").facts[0], text=f"{number}"))
    store.close()
    shutil.rmtree(folder / FOLDER)
    shutil.copytree(other / FOLDER, folder / FOLDER)
    store = Store.open(folder)
    kept = whole(store)
    assert [note.values["n"] for note in store.told] == [2]
    add_people(store, "goes on")
    assert store.check() == []
    store.close()
    store = Store.open(folder)
    assert store.told == ()
    store.close()
    assert {file.name.partition("-")[0] for file in (folder / FOLDER).iterdir()} == {"1", "2"}
    assert kept[0] == reopened(tmp_path / "other")[0]


def test_an_entry_whose_step_was_never_saved_does_no_harm(filled: Store, folder: Path) -> None:
    contact = filled.client("client").contacts[0]
    with pytest.raises(Linked):
        put(filled, Edit(contact, None))
    kept = whole(filled)
    filled.close()
    store = Store.open(folder)
    assert store.told == ()
    assert whole(store) == kept
    store.close()


def test_side_files_say_nothing_to_a_reader_without_the_key(filled: Store, folder: Path) -> None:
    add_people(filled, "secret name")
    filled.close()
    for file in folder.rglob("*"):
        if file.is_file() and not file.name.startswith("keyslots"):
            assert b"secret name" not in file.read_bytes()
            assert "交期".encode() not in file.read_bytes()


def test_a_side_file_of_another_data_file_is_not_taken_in(filled: Store, folder: Path, tmp_path: Path) -> None:
    add_people(filled, "mine")
    filled.close()
    other = Store.open(tmp_path / "other")
    other.close()
    shutil.copytree(folder / FOLDER, tmp_path / "other" / FOLDER)
    again = Store.open(tmp_path / "other")
    assert again.companies() == ()
    again.close()


def test_a_long_journal_goes_on_in_new_files(filled: Store, folder: Path) -> None:
    put(filled, change(filled.client("client").company, logo=os.urandom(3_100_000)))
    add_people(filled, "one more")
    kept = whole(filled)
    filled.close()
    assert len(list((folder / FOLDER).iterdir())) > 1
    (folder / datafile.NAME).unlink()
    assert reopened(folder) == kept
