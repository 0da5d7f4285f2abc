"""What all tests share: no screen, no user's files, the same language and time zone everywhere."""

from __future__ import annotations

import gc
import os
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from kamdesk.store import engine

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


# How long a test takes is the bench's matter: a busy machine must fail none.
settings.register_profile("kamdesk", deadline=None)
settings.load_profile("kamdesk")

_NUMBERS = count()
_LATE = 2  # the first test of a module imports what its pages need late
_BEGUN: Counter[str] = Counter()

# A store that locks and wipes all of SQLCipher's memory opens ten times slower, which no result of a test shows;
# store/test_opening.py sees in a process of its own that the program does.
engine._BEFORE_KEY = tuple(pragma for pragma in engine._BEFORE_KEY if "memory_security" not in pragma)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What is imported by now stays: no later test of the module has to have it searched for garbage again."""
    module = item.nodeid.partition("::")[0]
    _BEGUN[module] += 1
    if _BEGUN[module] <= _LATE:
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes of all tests lie."""
    return tmp_path_factory.mktemp("users")


@pytest.fixture(autouse=True)
def no_users_files(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a home of its own, so none reads or writes the files of whoever runs it."""
    root = homes / str(next(_NUMBERS))
    for name, folder in HOMES.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(root / folder))
    (root / "home/run").chmod(0o700)  # Qt warns about a runtime folder that others can read
    return root
