"""Gets one pinned package from the npm registry the machine is set up for, and nothing that was not expected."""

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A package by name, exact version and the sha512 of its archive as npm prints it."""

    name: str
    version: str
    sha512: str


@contextmanager
def unpacked(package: Package) -> Iterator[Path]:
    """The folder of the unpacked package; gone when the block ends.

    Raises ValueError if the archive is not the one that was pinned.
    """
    with tempfile.TemporaryDirectory() as folder:
        archive = _packed(package, Path(folder))
        found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != package.sha512:
            raise ValueError(f"{package.name}@{package.version} is not the pinned archive: sha512-{found}")
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        yield Path(folder) / "package"


def _packed(package: Package, folder: Path) -> Path:
    """The archive, fetched by the ordinary npm client."""
    subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return next(folder.glob("*.tgz"))
