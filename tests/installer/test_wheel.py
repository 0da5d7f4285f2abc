"""The wheel: everything the program needs is in it, and the installed program finds it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return Path(built)


def test_modules_and_resources_are_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for source in [*(ROOT / "kamdesk").rglob("*.py"), *(ROOT / "resources").glob("*/*.*")]:
        place = source.relative_to(ROOT).as_posix()
        assert (place if place.startswith("kamdesk/") else f"kamdesk/{place}") in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kamdesk"}


def test_the_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from kamdesk import paths; print(paths.resources())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == (tmp_path / "kamdesk" / "resources").resolve()


def test_an_editable_installation_copies_nothing(tmp_path: Path) -> None:
    """Fonts copied beside the checkout would hide changes made in it."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["editable"])
    assert [name for name in zipfile.ZipFile(built).namelist() if "dist-info" not in name] == ["_kamdesk.pth"]
