"""What the world does to a store: killed in the middle, no room left on the disk, room again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.client.company import Company
from kamdesk.client.edit import add, change
from kamdesk.client.people import Contact
from kamdesk.store.sidefile import FOLDER
from kamdesk.store.store import Store
from kamdesk.store.troubles import Full
from tests.store.conftest import put, whole

ROOT = Path(__file__).parents[2]


def test_no_saved_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.killing", str(tmp_path / "data"), "20", "1"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(run.stdout or "{}")
    assert found.get("faults") == 0, run.stderr
    assert found["edits"] > 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_nothing_stored_is_lost(small_disk: Path) -> None:
    folder = small_disk / "data"
    store = Store.open(folder)
    put(store, add(Company(key="c", owner="c", name="华星")))
    filler = small_disk / "filler"
    kept, saved = whole(store), 0
    refused: list[str] = []
    for room in range(0, 400_000, 20_000):  # full at another write each time
        filler.write_bytes(b"")
        free = os.statvfs(small_disk)
        filler.write_bytes(b"\0" * max(0, free.f_bavail * free.f_frsize - room))
        company = store.client("c").company
        try:
            put(store, change(company, notes=os.urandom(20_000).hex()), add(Contact(owner="c", name=str(room))))
        except Full as trouble:
            refused.append(str(trouble))
            assert whole(store) == kept
        else:
            saved += 1
        kept = whole(store)
    assert saved
    assert refused
    assert all("is full" in told for told in refused)
    filler.unlink()
    put(store, add(Contact(owner="c", name="room again")))
    kept = whole(store)
    assert store.check() == []
    store.close()
    (folder / "kamdesk.db").unlink()
    again = Store.open(folder)
    assert whole(again) == kept
    again.close()


def test_a_disk_that_is_full_from_the_first_day_is_a_trouble(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"\0" * 8_000_000)
    with pytest.raises(Full):
        Store.open(small_disk / "data")
    (small_disk / "filler").unlink()
    Store.open(small_disk / "data").close()


def test_a_side_file_that_cannot_be_written_refuses_the_edit(filled: Store, folder: Path) -> None:
    filled.close()
    (folder / FOLDER).rename(folder / "elsewhere")
    (folder / FOLDER).write_text("a file where the folder should be")
    store = Store.open(folder)
    kept = whole(store)
    with pytest.raises(Exception, match="cannot be used"):
        put(store, add(Contact(owner="client", name="new")))
    assert whole(store) == kept
    (folder / FOLDER).unlink()
    put(store, add(Contact(owner="client", name="new")))
    store.close()
