"""The floors of the house: imports go only downwards, and each foreign library has one floor."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kamdesk"
OWN = {"kamdesk", "__future__"}


def test_the_import_contracts_of_the_project_file_hold() -> None:
    """The contracts themselves are in pyproject.toml; import-linter says which line breaks one."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("floor", ["client", "picture"])
def test_the_lowest_floors_need_nothing_but_python(floor: str) -> None:
    """A contract can only name the libraries it knows; this test knows what is Python's own."""
    assert foreign(floor, OWN) == []


def test_migrations_know_only_alembic_and_sqlalchemy() -> None:
    """A migration that imported today's records would change its meaning with them."""
    assert foreign("store/migrations", {"alembic", "sqlalchemy", "__future__", "kamdesk"}) == []
    own = re.compile(r"^\s*(?:from|import) (kamdesk(?!\.store\.migrations\b).*)$", re.MULTILINE)
    files = sorted((PACKAGE / "store/migrations").rglob("*.py"))
    assert [(path.name, found) for path in files for found in own.findall(path.read_text(encoding="utf-8"))] == []


def test_every_foreign_import_is_a_declared_dependency() -> None:
    """What the program imports is named in pyproject.toml and not merely installed by something else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    modules = {"pillow": "PIL", "markdown-it-py": "markdown_it"}
    declared = {line.split(">")[0].split("=")[0].strip() for line in project["dependencies"]}
    assert foreign("", OWN | {modules.get(name, name) for name in declared}) == []


def foreign(folder: str, allowed: set[str]) -> list[str]:
    """Imports under a folder of the package that are neither Python's own nor allowed, as `file:line module`."""
    known = allowed | set(sys.stdlib_module_names)
    return [
        f"{path.relative_to(ROOT).as_posix()}:{line} {module}"
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for line, module in imports(path)
        if module not in known
    ]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and top-level name of everything a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, (node.module or "").split(".")[0] if not node.level else "kamdesk"
