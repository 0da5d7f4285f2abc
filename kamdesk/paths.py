"""Where things lie: the resources that ship with the program and the folder of the user's data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = {"kamdesk.db", "keyslots.json", "journal"}  # where one of these is, there is data of ours
_OURS = _DATA | {"keyslots.json.bak", "kamdesk.lock", "settings.json", "log", "backups"}
_OF_SYSTEMS = {"lost+found", "System Volume Information", "$RECYCLE.BIN", "desktop.ini"}


@cache
def resources() -> Path:
    """The resources folder: beside the package in a checkout, inside it once installed."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one resource, e.g. resource("icons", "sun.svg")."""
    return resources().joinpath(*parts)


def data_folder() -> Path:
    """The local, non-roaming data folder of this user; never one that a sync program owns (safety.md c2)."""
    from platformdirs import user_data_path

    return user_data_path("KAMDesk", appauthor=False, roaming=False)


def holds_data(folder: Path) -> bool:
    """True where data of KAMDesk lies, sound or not."""
    return any((folder / name).exists() for name in _DATA)


def is_strange(folder: Path) -> bool:
    """True for a folder of something else: it has files, none of them our data; ours would be lost among them."""
    if not folder.is_dir() or holds_data(folder):
        return False
    known = _OURS | _OF_SYSTEMS
    try:
        return any(entry.name not in known and not entry.name.startswith(".") for entry in folder.iterdir())
    except OSError:  # it cannot even be listed: opening it says why
        return False
