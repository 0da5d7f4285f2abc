"""A file with a password opens with it and with nothing else, and is then the same as before."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from kamdesk.document.locking import lock
from kamdesk.errors import Trouble
from tests.document.issuing import issue

_PASSWORD = "样件 50 – blue kettle"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return issue(None, chapters=["profile", "actions"])[0].data


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return lock(plain, _PASSWORD)


def test_it_opens_with_the_password_only(locked: bytes) -> None:
    reader = PdfReader(io.BytesIO(locked))
    assert reader.is_encrypted
    for wrong in ("", "样件 50", _PASSWORD.upper()):
        assert not reader.decrypt(wrong)
    with pytest.raises(FileNotDecryptedError):
        reader.pages[0].extract_text()
    assert reader.decrypt(_PASSWORD)


def test_it_is_locked_with_256_bits_as_pdf_2_has_it(locked: bytes) -> None:
    encryption = PdfReader(io.BytesIO(locked)).trailer["/Encrypt"].get_object()
    assert (encryption["/V"], encryption["/R"], encryption["/Length"]) == (5, 6, 256)  # type: ignore[index]


def test_opened_it_is_what_it_was(plain: bytes, locked: bytes) -> None:
    before, after = PdfReader(io.BytesIO(plain)), PdfReader(io.BytesIO(locked))
    assert after.decrypt(_PASSWORD)
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.metadata == before.metadata
    titles = [[entry.title for entry in reader.outline] for reader in (before, after)]  # type: ignore[union-attr]
    assert titles[0] == titles[1] == ["Profile", "Actions"]
    assert after.root_object["/Lang"] == before.root_object["/Lang"]


def test_no_word_of_it_can_be_read_without_the_password(plain: bytes, locked: bytes) -> None:
    assert b"Huaxing" in plain
    assert b"Huaxing" not in locked
    assert b"Lin Jia" not in locked


@pytest.mark.parametrize("password", ["", "   ", "密" * 43])
def test_a_password_that_protects_nothing_or_is_too_long_is_refused(plain: bytes, password: str) -> None:
    with pytest.raises(Trouble, match="password"):
        lock(plain, password)
