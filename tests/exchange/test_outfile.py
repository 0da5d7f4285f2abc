"""A file comes whole or not at all, and the one before stays until then."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kamdesk.errors import Trouble
from kamdesk.exchange.outfile import make_folder, put_file


def test_a_file_is_put_in_its_place_and_nothing_else_is_left(tmp_path):
    put_file(tmp_path / "计划.pdf", b"one")
    put_file(tmp_path / "计划.pdf", b"two")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("计划.pdf", b"two")]


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_full_disk_or_an_open_file_leaves_the_old_file_untouched(tmp_path, monkeypatch, fails):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, fails, fail)
    with pytest.raises(Trouble, match="the disk is full"):
        put_file(target, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("plan.pdf", b"old")]


def test_a_protected_file_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be allowed everything
    with pytest.raises(Trouble, match="you have no right to it"):
        put_file(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_file_that_another_program_holds_is_told_as_that_and_stays(tmp_path, monkeypatch):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def held(*_):
        raise PermissionError(errno.EACCES, "Access is denied")  # what Windows says of a file that a reader shows

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(Trouble, match=r"another program holds it\. Close the program that shows the file") as told:
        put_file(target, b"new")
    assert str(told.value).endswith("or give another name.")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("plan.pdf", b"old")]


def test_where_nothing_can_be_written_that_is_what_is_told(tmp_path, monkeypatch):
    def only_read(self, *_):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "open", only_read)
    monkeypatch.setattr(Path, "unlink", only_read)
    with pytest.raises(Trouble, match=r"it can only be read\. Choose another place"):
        put_file(tmp_path / "plan.pdf", b"new")


def test_a_folder_or_a_missing_folder_is_told(tmp_path):
    with pytest.raises(Trouble, match="is a folder"):
        put_file(tmp_path, b"x")
    with pytest.raises(Trouble, match="the folder is not there"):
        put_file(tmp_path / "missing" / "plan.pdf", b"x")


def test_a_folder_that_can_not_be_made_is_told(tmp_path):
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble, match="can't be made"):
        make_folder(tmp_path / "file" / "folder")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
def test_a_device_is_written_to_and_never_replaced():
    before = os.stat("/dev/full")
    with pytest.raises(Trouble, match="the disk is full"):
        put_file(Path("/dev/full"), b"x")
    assert os.stat("/dev/full").st_ino == before.st_ino
    put_file(Path(os.devnull), b"x")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_the_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path):
    (tmp_path / "plan.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "plan.pdf")
    put_file(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "plan.pdf").read_bytes() == b"new"
