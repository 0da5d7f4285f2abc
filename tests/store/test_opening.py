"""A folder is opened by one program at a time, and what is not ours or not whole is named and left as it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest

from kamdesk.client.edit import change
from kamdesk.errors import Trouble
from kamdesk.store import datafile
from kamdesk.store.drives import kind_of_drive
from kamdesk.store.lock import NAME as LOCK
from kamdesk.store.store import Store
from kamdesk.store.troubles import AlreadyOpen, Damaged, Foreign, KeysLost, Missing, NoFolder, ReadOnly
from tests.store.conftest import put, whole

ROOT = Path(__file__).parents[2]


def test_a_second_opening_is_refused_and_says_since_when(store: Store, folder: Path) -> None:
    with pytest.raises(AlreadyOpen, match=r"already open since \d\d:\d\d on "):
        Store.open(folder)
    store.close()
    Store.open(folder).close()


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"garbage \xff\xfe", b'{"host": 1}', b'["a list"]'])
def test_what_stands_in_the_lock_file_does_not_matter(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / LOCK).write_bytes(content)
    Store.open(folder).close()
    opened = Store.open(folder)
    (folder / LOCK).write_bytes(content)
    with pytest.raises(AlreadyOpen):
        Store.open(folder)
    opened.close()


def test_the_lock_dies_with_its_process(folder: Path) -> None:
    code = (
        "import os, pathlib, sys; from kamdesk.store.store import Store;"
        "Store.open(pathlib.Path(sys.argv[1])); print('open', flush=True); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=False, stdout=subprocess.DEVNULL)
    Store.open(folder).close()


def test_memory_is_locked_and_wiped(folder: Path) -> None:
    code = (
        "import pathlib, sys; from kamdesk.store.store import Store; store = Store.open(pathlib.Path(sys.argv[1]));"
        "print(store._door.value('PRAGMA cipher_memory_security'))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], check=True, capture_output=True, encoding="ascii")
    assert done.stdout.strip() == "1"


def test_a_failed_opening_lets_the_folder_go(store: Store, folder: Path) -> None:
    store.close()
    good = (folder / datafile.NAME).read_bytes()
    (folder / datafile.NAME).write_bytes(os.urandom(20_000))
    with pytest.raises(Foreign):
        Store.open(folder)
    (folder / datafile.NAME).write_bytes(good)
    Store.open(folder).close()


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"\0" * 8176, os.urandom(8192), b"short", b"PK\3\4" * 3000])
def test_a_foreign_file_is_refused_and_not_touched(store: Store, folder: Path, content: bytes) -> None:
    store.close()
    file = folder / datafile.NAME
    file.write_bytes(content)
    with pytest.raises(Foreign, match="is no data file of KAMDesk"):
        Store.open(folder)
    assert file.read_bytes() == content


def test_the_data_file_of_another_key_is_foreign(store: Store, folder: Path, tmp_path: Path) -> None:
    store.close()
    other = Store.open(tmp_path / "other")
    other.close()
    (tmp_path / "other" / datafile.NAME).replace(folder / datafile.NAME)
    with pytest.raises(Foreign):
        Store.open(folder)


@pytest.mark.parametrize("content", [b"", b"{", b'{"slots": []}', b'{"db_uuid": "x", "slots": [{"type": "open"}]}'])
def test_damaged_key_slots_are_read_from_their_copy_and_mended(filled: Store, folder: Path, content: bytes) -> None:
    kept = whole(filled)
    filled.close()
    slots, copy = folder / "keyslots.json", folder / "keyslots.json.bak"
    for file in (slots, copy):
        good = file.read_bytes()
        file.write_bytes(content)
        again = Store.open(folder)
        assert whole(again) == kept
        again.close()
        assert file.read_bytes() == good
    slots.write_bytes(content)
    copy.write_bytes(content)
    with pytest.raises(KeysLost, match="key of the data cannot be read"):
        Store.open(folder)


def test_the_open_slot_says_that_it_is_open(store: Store, folder: Path) -> None:
    (slot,) = json.loads((folder / "keyslots.json").read_text())["slots"]
    assert slot["type"] == "open"
    assert "can read the data" in slot["label"]


def test_without_its_keys_the_data_is_left_alone(store: Store, folder: Path) -> None:
    store.close()
    for name in ("keyslots.json", "keyslots.json.bak"):
        (folder / name).unlink()
    with pytest.raises(KeysLost):
        Store.open(folder)
    assert not (folder / "keyslots.json").exists()


def damage(file: Path) -> bytes:
    """Overwrite all but the salt; what is left looks like the file of another key."""
    content = file.read_bytes()[:16] + os.urandom(20_000)
    file.write_bytes(content)
    return content


def test_a_damaged_file_is_put_aside_and_made_anew_from_the_journal(filled: Store, folder: Path) -> None:
    kept, steps = whole(filled), filled.steps()
    filled.close()
    damaged = damage(folder / datafile.NAME)
    again = Store.open(folder)
    assert (whole(again), again.steps()) == (kept, steps)
    assert "was damaged" in again.told[0].text
    (aside,) = (folder / "quarantine").iterdir()
    assert (aside / datafile.NAME).read_bytes() == damaged
    again.close()


def test_damage_after_a_crash_is_seen_and_mended(filled: Store, folder: Path, tmp_path: Path) -> None:
    kept = whole(filled)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    file = copy / datafile.NAME
    content = bytearray(file.read_bytes())
    for page in range(4096 * 3, len(content), 4096):
        content[page + 100] ^= 1
    file.write_bytes(content)
    put(filled, change(filled.client("client").company, name="makes a log"))
    shutil.copy(folder / f"{datafile.NAME}-wal", copy)
    shutil.copytree(folder / "journal", copy / "journal", dirs_exist_ok=True)
    again = Store.open(copy)
    assert "was damaged" in again.told[0].text
    assert whole(again) == whole(filled) != kept
    again.close()


def test_a_damaged_file_without_a_journal_is_left_as_it_is(filled: Store, folder: Path) -> None:
    filled.close()
    damaged = damage(folder / datafile.NAME)
    first, *_ = sorted((folder / "journal").iterdir())
    content = bytearray(first.read_bytes())
    content[40] ^= 1
    first.write_bytes(content)
    with pytest.raises(Damaged, match="is damaged"):
        Store.open(folder)
    shutil.rmtree(folder / "journal")
    with pytest.raises(Damaged, match="is damaged"):
        Store.open(folder)
    assert (folder / datafile.NAME).read_bytes() == damaged


def test_a_data_file_that_is_gone_comes_back_from_the_journal(filled: Store, folder: Path) -> None:
    kept, steps = whole(filled), filled.steps()
    filled.close()
    (folder / datafile.NAME).unlink()
    again = Store.open(folder)
    assert whole(again) == kept
    assert again.steps() == steps
    assert [str(note.text) for note in again.told] == ["Changes brought back from the journal: {n}."]
    again.close()


def test_a_data_file_that_the_journal_cannot_give_back_is_missed_not_replaced(filled: Store, folder: Path) -> None:
    put(filled, change(filled.client("client").company, name="new"))
    filled.close()
    (folder / datafile.NAME).unlink()
    journal = min((folder / "journal").iterdir())
    content = bytearray(journal.read_bytes())
    content[40] ^= 1
    journal.write_bytes(content)
    with pytest.raises(Missing, match="is missing"):
        Store.open(folder)
    assert not (folder / datafile.NAME).exists()


def test_a_folder_that_is_a_file_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoFolder, match="is a file, not a folder"):
        Store.open(tmp_path / "file")


def test_other_files_in_the_folder_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"jpg")
    Store.open(tmp_path).close()
    assert (tmp_path / "holiday.jpg").read_bytes() == b"jpg"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_cannot_be_written_can_be_read_whole(filled: Store, folder: Path, tmp_path: Path, what: str) -> None:
    """The copy is made of a store that is still open, so that its last edits are in the log only."""
    count = len(whole(filled))
    with TemporaryDirectory() as place:  # pytest keeps its own folders to their owner
        copy = Path(place) / "copy"
        shutil.copytree(folder, copy)
        Path(place).chmod(0o755)
        for path in copy.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        copy.chmod(0o555 if what == "folder" else 0o777)
        (copy / LOCK).chmod(0o444 if what == "folder" else 0o666)
        command = [sys.executable, "-m", "tests.store.without_rights", str(copy), str(tmp_path / "scratch")]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        copy.chmod(0o755)
    assert run.stdout.startswith(f"{count} True 1 The data in {copy} can only be read"), run.stderr


def test_every_trouble_tells_what_is_so_and_what_to_do() -> None:
    from kamdesk.store import troubles

    told: list[Trouble] = [
        troubles.AlreadyOpen(Path("x"), "", ""),
        troubles.Full(Path("x")),
        ReadOnly(Path("x")),
        troubles.Busy(Path("x")),
        troubles.Unfit("x"),
    ]
    for trouble in told:
        assert trouble.advice is not None
        assert str(trouble).endswith(".")


MOUNTS = """
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
95 22 0:50 / /mnt/share rw,relatime shared:50 - cifs //server/share rw
96 22 0:51 / /data rw - nfs4 server:/data rw
97 96 0:52 / /data/me/with\\040blank rw - btrfs /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/data", "ext4"),
        ("/mnt/share/data", "cifs"),
        ("/mnt/shared", "ext4"),
        ("/data/me", "nfs4"),
        ("/data/me/with blank/data", "btrfs"),
    ],
)
def test_a_network_drive_is_known_by_its_mount(folder: str, kind: str) -> None:
    assert kind_of_drive(PurePosixPath(folder), MOUNTS) == kind
