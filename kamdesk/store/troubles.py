"""The world's faults that a data file can meet, each in two short sentences: what is so, and what to do."""

from __future__ import annotations

from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from kamdesk.errors import Trouble, reason
from kamdesk.words import Said, said

_FULL = {ENOSPC, EDQUOT, EFBIG}
FORBIDDEN = {EACCES, EPERM, EROFS}


class AlreadyOpen(Trouble):
    """Another program, or another window of this one, holds the data folder."""

    def __init__(self, folder: Path, since: str, host: str) -> None:
        where = {"folder": str(folder), "since": since, "host": host}
        what = said("The data in {folder} is already open.", **where)
        if since:
            what = said("The data in {folder} is already open since {since} on {host}.", **where)
        super().__init__(what, said("Go on in the window that is open, or close it first."))


class Stale(Trouble):
    """What an edit starts from is no longer what is stored."""

    def __init__(self, title: str) -> None:
        super().__init__(
            said("“{title}” was changed meanwhile, so this edit was not saved.", title=title),
            said("Look at it as it is now and type the change again."),
        )


class Linked(Trouble):
    """A record that others still point to, or that points to nothing."""

    def __init__(self, section: str) -> None:
        super().__init__(
            said("Something is still linked with what should go, so nothing was changed."),
            said("Remove the link in “{section}” first.", section=Said(section)),
        )


class Gone(Trouble):
    """A client that is not, or no longer, in the data file."""

    def __init__(self) -> None:
        super().__init__(said("This client is no longer there."), said("Choose another one in the list."))


class ReadOnly(Trouble):
    """The folder or the file cannot be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            said("The data in {folder} can only be read, so nothing was saved.", folder=str(folder)),
            said("Export works; to edit, give yourself the right to write there and start again."),
        )


class Full(Trouble):
    """No room left for what should be saved."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            said("The disk that holds {folder} is full, so this edit was not saved.", folder=str(folder)),
            said("Nothing stored is lost. Make room and save again."),
        )


class Foreign(Trouble):
    """A file under our name that is not ours, or not of this folder's key."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            said("{file} is no data file of KAMDesk, or its key is another one.", file=str(file)),
            said("It was left as it is. Put your own data file and its keyslots.json there, or choose another folder."),
        )


class Newer(Trouble):
    """A data file that a newer program wrote."""

    def __init__(self, file: Path, found: int, known: int) -> None:
        super().__init__(
            said(
                "{file} was written by a newer KAMDesk (schema {found}, this program knows {known}).",
                file=str(file),
                found=found,
                known=known,
            ),
            said("It was left as it is. Install the newer program and start again."),
        )


class NotUpgraded(Trouble):
    """An older data file that could not be brought to today's schema."""

    def __init__(self, file: Path, copy: Path) -> None:
        super().__init__(
            said("{file} could not be brought up to date for this program and was left as it is.", file=str(file)),
            said("Go on with the program you used before. A copy lies in {copy}.", copy=str(copy)),
        )


class NotCopied(Trouble):
    """A copy that did not turn out equal to the data file."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            said("A safe copy of {file} could not be made, so it was left as it is.", file=str(file)),
            said("Check the disk, make room and start again."),
        )


class Damaged(Trouble):
    """A data file whose content no longer fits together."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            said("{file} is damaged and cannot be read.", file=str(file)),
            said("It was left as it is. Put back a copy from the folder backups, with its keyslots.json beside it."),
        )


class Remote(Trouble):
    """A data folder on another computer."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            said("{folder} is on a network drive, where data is damaged sooner or later.", folder=str(folder)),
            said("Choose a folder on this computer; plans and packages may lie on the network."),
        )


class NoFolder(Trouble):
    """A file where the data folder should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            said("{path} is a file, not a folder.", path=str(path)),
            said("Name the folder that holds the data, or a new one."),
        )


class Missing(Trouble):
    """A folder with a key and a journal but no data file, and the journal alone does not give it back."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            said("{file} is missing and the journal beside it does not hold everything.", file=str(file)),
            said("Nothing was changed. Put back a copy from the folder backups."),
        )


class KeysLost(Trouble):
    """No readable key for a data file."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            said("The key of the data cannot be read from {file} nor from its copy.", file=str(file)),
            said("The data was left as it is. Put back keyslots.json from a backup."),
        )


class Unreadable(Trouble):
    """The operating system did not give what was asked for."""

    def __init__(self, path: Path, why: Said) -> None:
        super().__init__(
            said("{path} cannot be used: {reason}.", path=str(path), reason=why),
            said("Check the disk and the rights on this folder, then start again."),
        )


class Busy(Trouble):
    """Another program keeps the data file locked."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            said("Another program keeps {file} locked.", file=str(file)),
            said("Close it, or wait for a backup or virus scan to end, and try again."),
        )


class Unfit(Trouble):
    """An installation whose database driver cannot keep the data safe."""

    def __init__(self, found: str) -> None:
        super().__init__(
            said("The database driver of this installation is not the one KAMDesk needs ({found}).", found=found),
            said("Install KAMDesk again."),
        )


def of_system(error: OSError, path: Path, *, opening: bool) -> Trouble:
    """The Trouble that an error of the operating system means."""
    if error.errno in _FULL:
        return Full(path.parent)
    if error.errno in FORBIDDEN and not opening:
        return ReadOnly(path.parent)
    return Unreadable(path, reason(error))


def of_driver(message: str, file: Path) -> Trouble | None:
    """The Trouble that the driver's message means; None when it is no fault of the world."""
    known: tuple[tuple[str, Trouble], ...] = (
        ("full", Full(file.parent)),
        ("disk I/O error", Unreadable(file, said("the disk does not answer"))),
        ("unable to open", Unreadable(file, said("it does not open"))),
        ("readonly", ReadOnly(file.parent)),
        ("locked", Busy(file)),
        ("malformed", Damaged(file)),
        ("not a database", Foreign(file)),
    )
    return next((trouble for words, trouble in known if words in message), None)
