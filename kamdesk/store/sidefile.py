"""The journal beside the data file: encrypted, appended and fsynced before an edit is called saved.

It closes the hole that SQLite leaves: a data file copied, cut or put back without its log looks whole and is not
(safety.md, findings 6 and 7). A file `<epoch>-<first step>.kjl` is a row of frames: length, step, nonce, AES-256-GCM.
Files are only ever appended to. Where a frame is torn or damaged the rest of its file counts as missing, and a new
file begins with the step that is wanted next.
"""

from __future__ import annotations

import json
import os
import secrets
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kamdesk.store.keyslots import DataKey, sync_folder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FOLDER = "journal"
_HEAD = struct.Struct(">IQ12s")  # length of the sealed entry, its step, the nonce
_ROTATE = 4_000_000  # bytes after which a new file begins, so that opening reads little
_LONGEST = 1 << 30


def newest_epoch(folder: Path) -> str | None:
    """The newest epoch that has a file in the journal folder; None when there is no journal."""
    epochs = [int(file.stem.partition("-")[0]) for file in (folder / FOLDER).glob("*-*.kjl")]
    return str(max(epochs)) if epochs else None


class SideFile:
    """The journal folder of one data file and one epoch."""

    def __init__(self, folder: Path, key: DataKey, epoch: str) -> None:
        self._folder = folder / FOLDER
        self._key = key
        self._epoch = epoch
        self._sealer: AESGCM | None = None
        self._out: BinaryIO | None = None
        self._start: int | None = None  # where the entry begins that is not confirmed yet

    def last(self) -> int:
        """The newest step whose frame is there in full length; 0 when there is none."""
        files = self._files()
        for first, file in reversed(files):
            steps = [number for number, _, _ in _frames(file)]
            if steps:
                return steps[-1]
            if first > 1:
                return first - 1
        return 0

    def entries(self, after: int) -> Iterator[dict[str, Any]]:
        """The entries beyond a step, one after the other, until one is missing or damaged."""
        files = self._files()
        wanted = after + 1
        for place, (first, file) in enumerate(files):
            ends = files[place + 1][0] if place + 1 < len(files) else None
            if first > wanted or (ends is not None and ends <= wanted):
                continue
            for number, nonce, sealed in _frames(file):
                if number != wanted or (ends is not None and number >= ends):
                    continue
                entry = self._open(number, nonce, sealed)
                if entry is None:
                    break
                yield entry
                wanted += 1

    def append(self, entry: dict[str, Any]) -> None:
        """Write an entry, not yet durably: `confirm` or `take_back` follows. OSError when there is no room."""
        number = int(entry["number"])
        nonce = secrets.token_bytes(12)
        plain = zlib.compress(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode(), 1)
        sealed = self._sealing().encrypt(nonce, plain, self._context(number))
        out = self._opened(number)
        self._start = out.seek(0, os.SEEK_END)
        rest = memoryview(_HEAD.pack(len(sealed), number, nonce) + sealed)
        while rest:  # a disk that is nearly full takes a part first, then raises
            rest = rest[out.write(rest) :]

    def confirm(self) -> None:
        """Make what was appended durable."""
        self._start = None
        if self._out is not None:
            os.fsync(self._out.fileno())

    def take_back(self) -> None:
        """Remove the entry that was appended last: its step was not saved."""
        if self._out is None or self._start is None:
            return
        try:
            self._out.truncate(self._start)
        except OSError:  # the next entry has the same number and begins a new file, which counts instead
            self.close()

    def close(self) -> None:
        """Close the file in use; the next entry begins a new one."""
        if self._out is not None:
            self._out.close()
            self._out = None

    def warm(self) -> None:
        """Load the cipher, which the first entry would otherwise wait for."""
        self._sealing()

    def _opened(self, number: int) -> BinaryIO:
        if self._out is not None and self._out.tell() > _ROTATE:
            self.confirm()
            self.close()
        if self._out is None:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            file = self._folder / f"{self._epoch}-{number:012d}.kjl"
            if file.exists():  # torn in its first frame, or what it holds was never saved
                os.replace(file, file.with_suffix(".torn"))
            self._out = open(file, "wb", buffering=0, opener=_private)  # noqa: SIM115 (kept open)
            sync_folder(self._folder)
        return self._out

    def _files(self) -> list[tuple[int, Path]]:
        found = []
        for file in self._folder.glob(f"{self._epoch}-*.kjl"):
            first = file.stem.partition("-")[2]
            if first.isdecimal():
                found.append((int(first), file))
        return sorted(found)

    def _open(self, number: int, nonce: bytes, sealed: bytes) -> dict[str, Any] | None:
        from cryptography.exceptions import InvalidTag

        try:
            plain = self._sealing().decrypt(nonce, sealed, self._context(number))
        except InvalidTag:
            return None
        entry: dict[str, Any] = json.loads(zlib.decompress(plain))
        return entry

    def _sealing(self) -> AESGCM:
        if self._sealer is None:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM
            from cryptography.hazmat.primitives.hashes import SHA256
            from cryptography.hazmat.primitives.kdf.hkdf import HKDF

            own = HKDF(SHA256(), 32, self._key.salt, b"KAMDesk journal v1")
            self._sealer = AESGCM(own.derive(self._key.key))
        return self._sealer

    def _context(self, number: int) -> bytes:
        return f"{self._key.db_uuid}|{self._epoch}|{number}".encode()


def _frames(file: Path) -> Iterator[tuple[int, bytes, bytes]]:
    """The frames of a file that are there in full length; a torn tail ends them."""
    content = memoryview(file.read_bytes())
    place = 0
    while place + _HEAD.size <= len(content):
        length, number, nonce = _HEAD.unpack_from(content, place)
        place += _HEAD.size
        if not 16 <= length <= min(_LONGEST, len(content) - place):
            return
        yield number, nonce, bytes(content[place : place + length])
        place += length


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
