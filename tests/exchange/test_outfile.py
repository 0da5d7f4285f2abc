"""A file comes whole or not at all, and the one before stays until then."""

from __future__ import annotations

import errno
import os

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
    with pytest.raises(Trouble, match="No space left"):
        put_file(target, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("plan.pdf", b"old")]


def test_a_protected_file_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be allowed everything
    with pytest.raises(Trouble, match="Permission denied"):
        put_file(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_folder_or_a_missing_folder_is_told(tmp_path):
    with pytest.raises(Trouble, match="is a folder"):
        put_file(tmp_path, b"x")
    with pytest.raises(Trouble, match="No such file"):
        put_file(tmp_path / "missing" / "plan.pdf", b"x")


def test_a_folder_that_can_not_be_made_is_told(tmp_path):
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble, match="can't be made"):
        make_folder(tmp_path / "file" / "folder")
