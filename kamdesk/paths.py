"""Where things lie: the resources that ship with the program and the folder of the user's data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = {"kamdesk.db", "keyslots.json", "journal"}  # where one of these is, there is data of ours


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
