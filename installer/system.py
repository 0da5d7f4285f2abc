"""What KAMDesk needs of a Linux system beyond Python: libraries for Qt's windows, tools for the tests."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# Library that Qt's own files ask for, and the Debian package that has it; found by ldd in an empty Debian 12.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TEST_PROGRAMS = {"xvfb-run": "xvfb", "xauth": "xauth"}


def display() -> bool:
    """Whether a window could be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def install_missing(*, testing: bool, environment: bool) -> str:
    """Installs what the system lacks if it may; gives "" or the sentence with the line to run.

    The tests need a display of their own; making an environment needs what Debian keeps in a package apart.
    """
    if not sys.platform.startswith("linux"):
        return ""
    packages = missing(LIBRARIES, known_libraries())
    if testing:
        packages += missing(TEST_PROGRAMS, {name for name in TEST_PROGRAMS if shutil.which(name)})
    if environment and not has_ensurepip():
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return install(packages)


def has_ensurepip() -> bool:
    """Whether this Python can make environments."""
    importlib.invalidate_caches()  # it may have been installed a moment ago
    return importlib.util.find_spec("ensurepip") is not None


def missing(needed: Mapping[str, str], present: Iterable[str]) -> list[str]:
    """The packages of what is needed and not present."""
    there = set(present)
    return [package for name, package in needed.items() if name not in there]


def known_libraries() -> set[str]:
    """Names of all shared libraries the system's loader knows."""
    command = [shutil.which("ldconfig") or "/sbin/ldconfig", "-p"]
    try:
        listing = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return set(LIBRARIES)  # no such loader here: Qt itself will say what it lacks
    return {line.split()[0] for line in listing.splitlines() if "=>" in line}


def install(packages: list[str]) -> str:
    """Installs Debian packages as root or through a sudo that asks nothing; "" or what a person has to do."""
    if not packages:
        return ""
    if not (Path("/etc/debian_version").exists() and shutil.which("apt-get")):
        return f"Missing system libraries; Debian calls their packages: {' '.join(packages)}"
    before = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not before or (shutil.which("sudo") and quiet([*before, "true"])):
        print(f"KAMDesk: installing system packages: {' '.join(packages)}", file=sys.stderr, flush=True)
        apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        quiet([*apt, "update"])
        if quiet([*apt, "install", "-y", "--no-install-recommends", *packages]):
            return ""
    return f"Please run: sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def quiet(command: list[str]) -> bool:
    """Whether a command succeeded; its output is not shown."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
