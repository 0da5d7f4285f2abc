"""Writes constraints.txt: every package of the project and its development tools, pinned, with the hash of each wheel.

Run by a developer in the project's own environment, after dependencies changed:

    .venv/bin/python installer/pin.py                  keeps the versions pinned so far, adds and removes packages
    .venv/bin/python installer/pin.py --upgrade        takes the newest of everything
    .venv/bin/python installer/pin.py --upgrade ruff   takes the newest of one

pip itself is asked, once for every kind of computer, through the index it is configured with; the file names no host.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
CONSTRAINTS = HERE / "constraints.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
HEAD = """\
# Made by installer/pin.py from pyproject.toml; not edited by hand.
# Wheels for Python 3.11 to 3.14 on Linux (x86-64, aarch64), Windows (x64) and macOS (Apple silicon).
"""


@dataclass(frozen=True, kw_only=True)
class Computer:
    """One kind of computer: its pip platform tags and what environment markers see on it."""

    tags: tuple[str, ...]
    markers: dict[str, str]


def linux(machine: str, glibc: int) -> Computer:
    """A Linux computer with glibc 2.`glibc`; pip wants every older tag named one by one."""
    tags = tuple(f"manylinux_2_{minor}_{machine}" for minor in range(glibc, 4, -1))
    legacy = (f"manylinux2014_{machine}", f"linux_{machine}")
    markers = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": machine}
    return Computer(tags=tags + legacy, markers=markers)


def mac(version: int) -> Computer:
    """A macOS computer with Apple silicon; pip itself adds the older and the universal tags."""
    markers = {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"}
    return Computer(tags=(f"macosx_{version}_0_arm64",), markers=markers)


def windows() -> Computer:
    """A Windows computer with an Intel or AMD processor."""
    markers = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
    return Computer(tags=("win_amd64",), markers=markers)


# The oldest and the newest age of a system, because pip takes the newest wheel a system can use and they may differ.
# The oldest are PySide6's. Intel Macs are missing: cryptography makes no wheels for them any more.
COMPUTERS = (linux("x86_64", 34), linux("x86_64", 41), linux("aarch64", 39), windows(), mac(13), mac(26))


@dataclass(frozen=True, kw_only=True)
class Pin:
    """One package: its version and, if it is not needed everywhere, the marker that says where."""

    name: str
    version: str
    marker: str = ""


def main(arguments: list[str] | None = None) -> int:
    """Resolves, collects the hashes for every kind of computer and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upgrade", nargs="*", metavar="NAME", help="take newer versions, of all or of those named")
    upgrade = parser.parse_args(arguments).upgrade
    kept = [] if upgrade == [] else list(kept_lines({canonicalize_name(name) for name in upgrade or ()}))
    pins = resolve(wanted(), kept)
    hashes: dict[str, set[str]] = {pin.name: set() for pin in pins}
    for python in PYTHONS:
        for computer in COMPUTERS:
            for name, digest in wheels(pins, computer, python):
                hashes[name].add(digest)
        print(f"Python {python}: {sum(map(len, hashes.values()))} wheels so far")
    CONSTRAINTS.write_text(HEAD + "".join(lines(pins, hashes)), encoding="utf-8", newline="\n")
    print(f"{CONSTRAINTS.name}: {len(pins)} packages")
    return 0


def wanted() -> list[str]:
    """The requirements of pyproject.toml: to run, to develop and to build."""
    described = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    project = described["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    return [*project["dependencies"], *extras, *described["build-system"]["requires"]]


def kept_lines(upgraded: set[str]) -> Iterator[str]:
    """The pins of the present file, without those that shall be upgraded."""
    if CONSTRAINTS.exists():
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", CONSTRAINTS.read_text(encoding="utf-8"), re.MULTILINE):
            if canonicalize_name(name) not in upgraded:
                yield f"{name}=={version}"


def resolve(requirements: list[str], kept: list[str]) -> list[Pin]:
    """One version of each package needed on this or any other kind of computer, sorted by name.

    pip judges markers by the computer it runs on, so what only others need is found in the metadata and added.
    """
    elsewhere: dict[str, str] = {}
    while True:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as held:
            held.write("\n".join(kept))
        found = report([*requirements, *elsewhere], ["--constraint", held.name, "--ignore-installed"])
        Path(held.name).unlink()
        versions = {canonicalize_name(each["metadata"]["name"]): each["metadata"]["version"] for each in found}
        more = {name: marker for name, marker in needed_elsewhere(found) if name not in versions}
        if not more:
            return [Pin(name=n, version=v, marker=elsewhere.get(n, "")) for n, v in sorted(versions.items())]
        elsewhere |= more


def needed_elsewhere(found: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Name and marker of each requirement that holds on some kind of computer, but not on this one."""
    for each in found:
        for line in each["metadata"].get("requires_dist", ()):
            requirement = Requirement(line)
            if requirement.marker and holds_somewhere(requirement.marker):
                yield canonicalize_name(requirement.name), str(requirement.marker)


def holds_somewhere(marker: Marker) -> bool:
    """Whether a marker is true on a kind of computer and a Python we pin for; extras never are."""
    return any(marker.evaluate(place(computer, python)) for computer in COMPUTERS for python in PYTHONS)


def place(computer: Computer, python: str) -> dict[str, str]:
    """What environment markers are judged by on such a computer with this Python."""
    here = {key: str(value) for key, value in default_environment().items()}
    return {**here, **computer.markers, "python_version": python, "python_full_version": f"{python}.0", "extra": ""}


def wheels(pins: Iterable[Pin], computer: Computer, python: str) -> Iterator[tuple[str, str]]:
    """Name and sha256 of the wheel such a computer takes for each package it needs."""
    there = place(computer, python)
    needed = [f"{pin.name}=={pin.version}" for pin in pins if not pin.marker or Marker(pin.marker).evaluate(there)]
    options = ["--no-deps", "--target", tempfile.gettempdir(), "--implementation", "cp", "--python-version", python]
    for each in report(needed, options + [word for tag in computer.tags for word in ("--platform", tag)]):
        yield canonicalize_name(each["metadata"]["name"]), each["download_info"]["archive_info"]["hashes"]["sha256"]


def report(requirements: list[str], options: list[str]) -> list[dict[str, Any]]:
    """What pip would install, as its own installation report says it; nothing is installed."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--only-binary=:all:", "--report=-"]
    done = subprocess.run([*command, *options, *requirements], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"pip could not resolve for {options}:\n{done.stderr}")
    install: list[dict[str, Any]] = json.loads(done.stdout)["install"]
    return install


def lines(pins: Iterable[Pin], hashes: dict[str, set[str]]) -> Iterator[str]:
    """The text of each pin: one line for the version, one for each hash."""
    for pin in pins:
        marker = f" ; {pin.marker}" if pin.marker else ""
        version = f"{pin.name}=={pin.version}{marker}"
        yield " \\\n".join([version, *(f"    --hash=sha256:{digest}" for digest in sorted(hashes[pin.name]))]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
