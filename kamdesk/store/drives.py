"""Tells a network drive, on which a data file would be damaged sooner or later (safety.md, c2)."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

_REMOTE = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs", "fuse.davfs2", "davfs", "fuse.rclone"}
_MOUNTS = Path("/proc/self/mountinfo")


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on another computer; False where that cannot be told."""
    if sys.platform == "win32":
        return _is_remote_on_windows(folder)
    if not _MOUNTS.exists():
        return False
    place = PurePosixPath(folder.resolve())
    return kind_of_drive(place, _MOUNTS.read_text(encoding="utf-8", errors="replace")) in _REMOTE


def kind_of_drive(folder: PurePosixPath, mounts: str) -> str:
    """The file system of the deepest mount that holds a folder, from the lines of Linux' mountinfo."""
    found: tuple[int, str] = (0, "")
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        parts = before.split()
        if len(parts) < 5 or not after:
            continue
        mount = PurePosixPath(parts[4].replace("\\040", " "))
        if folder.is_relative_to(mount):
            found = max(found, (len(mount.parts), after.split()[0]), key=lambda held: held[0])
    return found[1]


if sys.platform == "win32":

    def _is_remote_on_windows(folder: Path) -> bool:
        import ctypes

        drive = folder.resolve().drive
        remote = 4
        return drive.startswith("\\\\") or bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote)
