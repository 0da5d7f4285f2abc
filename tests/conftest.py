"""What all tests share: no screen, no user's files, the same language and time zone everywhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Before anything imports Qt; the smoke test asks for a real window system from outside.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What is set on somebody's desk would make tests differ from desk to desk.
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.pop("QT_STYLE_OVERRIDE", None)
os.environ.pop("QT_QPA_PLATFORMTHEME", None)

HOMES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "home/run",
}


@pytest.fixture(autouse=True)
def no_users_files(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a home of its own, so none reads or writes the files of whoever runs it."""
    root = tmp_path_factory.mktemp("user")
    for name, folder in HOMES.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(root / folder))
    (root / "home/run").chmod(0o700)  # Qt warns about a runtime folder that others can read
    return root
